//! A cover letter as plain text, to paste into a form or a mail.

use resume::Resume;
use resume::letter::Letter;
use resume::outline::Outline;

use crate::Options;
use crate::ascii::ascii;
use crate::text::contact;

/// The letter as text under the head of the resume it goes with: a blank line between parts, and
/// the name at its end.
pub fn letter(resume: &Resume, letter: &Letter, options: &Options) -> Vec<u8> {
    let outline = Outline::of(resume);
    let page = letter.page();
    let head = outline.name.iter().cloned().chain(outline.contact.iter().map(contact));
    let mut parts = vec![head.collect::<Vec<_>>().join("\n")];
    parts.extend(page.date);
    parts.push(page.recipient.join("\n"));
    parts.extend(page.subject);
    parts.extend(page.greeting);
    parts.extend(page.paragraphs);
    let end: Vec<String> = page.closing.into_iter().chain(outline.name).collect();
    parts.push(end.join("\n"));
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() {
        return Vec::new();
    }
    let text = parts.join("\n\n") + "\n";
    if options.ascii { ascii(&text).into_bytes() } else { text.into_bytes() }
}
