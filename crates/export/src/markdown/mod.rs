//! `CommonMark`: a heading a part, a list item a bullet, a line a paragraph.

mod escape;

use resume::Resume;
use resume::outline::{Contact, Entry, Outline, Position, Row, Section};

pub(crate) use self::escape::escape;
use crate::address::href;
use crate::head::dated;

/// The outline in Markdown; empty for a resume without anything to show.
///
/// Headings begin at level 1 also when the page has no name.
pub(crate) fn write(resume: &Resume) -> String {
    let outline = Outline::of(resume);
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(outline.name.as_ref().map(|name| format!("# {}", escape(name))));
    blocks.extend(outline.label.as_deref().map(escape));
    if !outline.contact.is_empty() {
        let contact: Vec<String> = outline.contact.iter().map(contact).collect();
        // A backslash at the end of a line is a line break.
        blocks.push(contact.join("\\\n"));
    }
    blocks.extend(outline.summary.as_deref().map(escape));
    let level = if outline.name.is_some() { "##" } else { "#" };
    for part in &outline.sections {
        blocks.push(format!("{level} {}", escape(part.title)));
        section(&mut blocks, part, level);
    }
    if blocks.is_empty() {
        return String::new();
    }
    blocks.join("\n\n") + "\n"
}

fn contact(contact: &Contact) -> String {
    let shown = linked(&contact.text, contact.url.as_deref());
    match &contact.label {
        Some(label) => format!("{}: {shown}", escape(label)),
        None => shown,
    }
}

fn linked(text: &str, url: Option<&str>) -> String {
    match url.and_then(href) {
        Some(url) => format!("[{}](<{url}>)", escape(text)),
        None => escape(text),
    }
}

fn section(blocks: &mut Vec<String>, section: &Section, level: &str) {
    for part in &section.entries {
        entry(blocks, part, level);
    }
    if !section.rows.is_empty() {
        blocks.push(list(section.rows.iter().map(row)));
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
}

fn entry(blocks: &mut Vec<String>, entry: &Entry, level: &str) {
    let url = entry.url.as_deref();
    let heading = entry.heading.as_deref().map(|text| linked(text, url));
    let context = entry.context.as_deref().map(escape);
    let address = entry.address.as_deref().map(|text| linked(text, url));
    let head: Vec<String> = [heading, context, address].into_iter().flatten().collect();
    let (date, positions) = dated(entry);
    if !head.is_empty() {
        let date = date.map(|date| format!(" · {}", escape(&date))).unwrap_or_default();
        blocks.push(format!("{level}# {}{date}", head.join(" – ")));
    }
    for part in &positions {
        position(blocks, part);
    }
}

fn position(blocks: &mut Vec<String>, position: &Position) {
    let title = position.title.as_deref().map(|title| format!("**{}**", escape(title)));
    let (location, dates) = (position.location.as_deref(), position.dates.as_deref());
    let role = [title, location.map(escape), dates.map(escape)];
    let role: Vec<String> = role.into_iter().flatten().collect();
    if !role.is_empty() {
        blocks.push(role.join(" · "));
    }
    blocks.extend(position.summary.as_deref().map(escape));
    if !position.bullets.is_empty() {
        blocks.push(list(position.bullets.iter().map(|bullet| escape(bullet))));
    }
    if !position.keywords.is_empty() {
        blocks.push(escape(&position.keywords.join(", ")));
    }
}

/// `**Label** (note): item, item`
fn row(row: &Row) -> String {
    let label = row.label.as_ref();
    let note = row.note.as_ref();
    let (label_ends, note_ends) = match (row.items.is_empty(), note) {
        (false, None) if !label.is_some_and(|label| label.ends_with(':')) => (":", ""),
        (true, _) | (false, None) => ("", ""),
        (false, Some(_)) => ("", ":"),
    };
    let label = label.map(|label| format!("**{}{label_ends}**", escape(label)));
    let note = note.map(|note| format!("({}){note_ends}", escape(note)));
    let items = (!row.items.is_empty()).then(|| escape(&row.items.join(", ")));
    [label, note, items].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
