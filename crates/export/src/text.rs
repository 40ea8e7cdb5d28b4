//! Plain text in reading order. Lines are never wrapped: the form it is pasted into does that.

use resume::Resume;
use resume::outline::{Contact, Entry, Outline, Position, Row, Section};

use crate::ascii::ascii;
use crate::head::dated;

/// What stands between a name and what is said of it, a title, its place and its dates: a reader
/// of plain text takes a dash for the middle of a sentence.
const DOT: &str = " · ";

/// The outline as text: a blank line between parts, `- ` before bullets. With `only_ascii`, other
/// characters are spelled in ASCII.
pub(crate) fn write(resume: &Resume, only_ascii: bool) -> String {
    let text = page(resume);
    if only_ascii { ascii(&text) } else { text }
}

fn page(resume: &Resume) -> String {
    let outline = Outline::of(resume);
    let mut head: Vec<String> = Vec::new();
    head.extend(outline.name);
    head.extend(outline.label);
    head.extend(outline.contact.iter().map(contact));

    let mut parts = vec![head.join("\n")];
    parts.extend(outline.summary);
    for section in &outline.sections {
        parts.extend(paragraphs(section));
    }
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() {
        return String::new();
    }
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

pub(crate) fn contact(contact: &Contact) -> String {
    match &contact.label {
        Some(label) => format!("{label}: {}", contact.text),
        None => contact.text.clone(),
    }
}

/// The title stands directly over what it is the title of.
fn paragraphs(section: &Section) -> Vec<String> {
    let rows = section.rows.iter().map(row).collect::<Vec<_>>().join("\n");
    let mut parts: Vec<String> = section.entries.iter().flat_map(entry).collect();
    if !rows.is_empty() {
        parts.push(rows);
    }
    if let Some(first) = parts.first_mut() {
        first.insert_str(0, &format!("{}\n", section.title));
    }
    parts
}

/// One part a position; the first begins with the entry's own line.
fn entry(entry: &Entry) -> Vec<String> {
    let own = [&entry.heading, &entry.context, &entry.address];
    let own: Vec<&str> = own.into_iter().flatten().map(String::as_str).collect();
    let (date, positions) = dated(entry);
    let head = [Some(own.join(DOT)).filter(|own| !own.is_empty()), date];
    let head: Vec<String> = head.into_iter().flatten().collect();
    let mut parts: Vec<String> = positions.iter().map(|it| position_lines(it).join("\n")).collect();
    if !head.is_empty() {
        let head = head.join(DOT);
        match parts.first_mut() {
            Some(first) => first.insert_str(0, &(head + "\n")),
            None => parts.push(head),
        }
    }
    parts
}

fn position_lines(position: &Position) -> Vec<String> {
    let role = [&position.title, &position.location, &position.dates];
    let role: Vec<&str> = role.into_iter().flatten().map(String::as_str).collect();
    let mut lines = Vec::new();
    if !role.is_empty() {
        lines.push(role.join(DOT));
    }
    lines.extend(position.summary.clone());
    lines.extend(position.bullets.iter().map(|bullet| format!("- {bullet}")));
    if !position.keywords.is_empty() {
        lines.push(position.keywords.join(", "));
    }
    lines
}

/// `Label (note): item, item`
fn row(row: &Row) -> String {
    let note = row.note.as_ref().map(|note| format!("({note})"));
    let head: Vec<&str> = [row.label.as_deref(), note.as_deref()].into_iter().flatten().collect();
    let (head, items) = (head.join(" "), row.items.join(", "));
    match (head.is_empty(), items.is_empty()) {
        (true, _) => items,
        (_, true) => head,
        _ if head.ends_with(':') => format!("{head} {items}"),
        _ => format!("{head}: {items}"),
    }
}
