//! Sheets as Markdown.

use std::fmt::Write;

use workbench::markdown::escaped;

use super::{Block, Item, Sheet};

/// The whole, with a line end at its end.
pub(crate) fn render(sheet: &Sheet) -> String {
    let mut text = format!("# {}\n\n{}\n", escaped(&sheet.title), escaped(&sheet.about));
    for page in &sheet.pages {
        let _ = writeln!(text, "\n## {}", escaped(&page.title));
        if !page.about.is_empty() {
            let _ = writeln!(text, "\n{}", escaped(&page.about));
        }
        for block in &page.blocks {
            text += &of_block(block);
        }
    }
    if !sheet.left.is_empty() {
        text += "\n## Not asked about\n\n";
        for left in &sheet.left {
            let _ = writeln!(text, "- {}", escaped(left));
        }
    }
    text
}

fn of_block(block: &Block) -> String {
    let mut text = String::new();
    if let Some(requirement) = &block.requirement {
        let _ = writeln!(text, "\n**Wanted:** {}", escaped(requirement));
    }
    if let Some(quote) = &block.quote {
        let place = block.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
        let _ = writeln!(text, "\n> {}{place}", escaped(quote));
    }
    if let Some(note) = &block.note {
        let _ = writeln!(text, "\n*Your note:* {}", escaped(note));
    }
    text.push('\n');
    for item in &block.items {
        text += &of_item(item);
    }
    text
}

fn of_item(item: &Item) -> String {
    let lead = if item.alternative { "Or: " } else { "" };
    let mut text = format!("- {lead}**{}**\n", escaped(&item.question));
    let _ = writeln!(text, "  A good answer shows: {}", escaped(&item.shows));
    if let Some(rubric) = &item.rubric {
        text.push('\n');
        for (mark, anchor) in rubric.anchors.iter().enumerate() {
            let _ = writeln!(text, "  {}. {}", mark + 1, escaped(anchor));
        }
        text.push('\n');
        for flag in &rubric.flags {
            let _ = writeln!(text, "  Watch out: {}", escaped(flag));
        }
    }
    text
}
