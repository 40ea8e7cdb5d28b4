//! Sheets for a terminal.

use std::fmt::Write;

use super::{Block, Item, Sheet};
use crate::output::Screen;
use crate::output::style::{FAINT, STRONG, WEAK, paint};

/// The whole, with a line end at its end.
pub(crate) fn render(sheet: &Sheet, screen: &Screen) -> String {
    let mut text = format!("{}\n", paint(STRONG, &sheet.title));
    text += &wrapped(&sheet.about, "", screen);
    for page in &sheet.pages {
        let _ = writeln!(text, "\n{}", paint(STRONG, &page.title));
        if !page.about.is_empty() {
            text += &wrapped(&page.about, "", screen);
        }
        for block in &page.blocks {
            text.push('\n');
            text += &of_block(block, screen);
        }
    }
    if !sheet.left.is_empty() {
        let _ = writeln!(text, "\n{}", paint(STRONG, "Not asked about"));
        for left in &sheet.left {
            text += &hanging(left, "  - ", screen);
        }
    }
    text
}

fn of_block(block: &Block, screen: &Screen) -> String {
    let mut text = String::new();
    if let Some(requirement) = &block.requirement {
        text += &paint_lines(WEAK, &hanging(requirement, "  wanted: ", screen));
    }
    if let Some(quote) = &block.quote {
        let place = block.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
        text += &hanging(&format!("{quote}{place}"), "  ", screen);
    }
    if let Some(note) = &block.note {
        text += &paint_lines(FAINT, &hanging(note, "  your note: ", screen));
    }
    for item in &block.items {
        text += &of_item(item, screen);
    }
    text
}

fn of_item(item: &Item, screen: &Screen) -> String {
    let lead = if item.alternative { "    or " } else { "    ? " };
    let mut text = hanging(&item.question, lead, screen);
    text += &paint_lines(FAINT, &hanging(&item.shows, "      shows: ", screen));
    if let Some(rubric) = &item.rubric {
        for (mark, anchor) in rubric.anchors.iter().enumerate() {
            text += &hanging(anchor, &format!("      {} ", mark + 1), screen);
        }
        for flag in &rubric.flags {
            text += &paint_lines(WEAK, &hanging(flag, "      watch: ", screen));
        }
    }
    text
}

fn wrapped(text: &str, indent: &str, screen: &Screen) -> String {
    let options =
        textwrap::Options::new(screen.width).initial_indent(indent).subsequent_indent(indent);
    textwrap::fill(text, options) + "\n"
}

/// `text` after `lead`; further lines stand under its first word.
fn hanging(text: &str, lead: &str, screen: &Screen) -> String {
    let rest = " ".repeat(lead.chars().count());
    let options =
        textwrap::Options::new(screen.width).initial_indent(lead).subsequent_indent(&rest);
    textwrap::fill(text, options) + "\n"
}

/// Every line in a style, so that none carries over the end of a line.
fn paint_lines(style: anstyle::Style, text: &str) -> String {
    text.lines().map(|line| paint(style, line) + "\n").collect()
}
