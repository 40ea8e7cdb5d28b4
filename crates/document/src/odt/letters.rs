//! The letters of a paragraph and what stands between them.

use super::reader::Reader;
use super::styles::{Fill, Style};
use crate::office::{Inline, Look, symbol};
use crate::xml::{Element, Space};
use crate::{HazardKind, Veil};

/// Below this size, in points, or as narrow, as a share of their width, nobody can read letters.
const LEGIBLE: f32 = 2.0;
const NARROW: f32 = 0.1;
/// With less ink than this nothing is left on paper.
const INK: f32 = 0.05;

impl<'t> Reader<'t> {
    /// Reads letters and what holds them.
    pub(super) fn letters(
        &mut self,
        parent: Element<'t>,
        style: &Style,
        link: Option<&str>,
        inline: &mut Inline,
    ) {
        for child in parent.children() {
            if let Some(text) = child.letters() {
                self.put(&collapse(text), style, link, inline);
                continue;
            }
            match (child.space(), child.name()) {
                (Space::Text, "span") => {
                    let own = self.styles.get("text", child.attribute("style-name"));
                    self.letters(child, &own.letters_over(style), link, inline);
                }
                (Space::Text, "a") => {
                    let to = child.attribute("href").filter(|to| !to.starts_with('#'));
                    self.letters(child, style, to.or(link), inline);
                }
                (Space::Text, "tab") => inline.tab(),
                (Space::Text, "s") => {
                    let number = child.attribute("c").and_then(|n| n.parse::<usize>().ok());
                    self.put(&" ".repeat(number.unwrap_or(1).min(64)), style, link, inline);
                }
                (Space::Text, "line-break") => inline.end_line(),
                (Space::Text, "note") => {
                    self.sink.hazard(HazardKind::Comment, &inline.tail());
                    self.notes.extend(child.child("note-body"));
                }
                (Space::Office, "annotation") => {
                    self.sink.hazard(HazardKind::Comment, &inline.tail());
                    self.notes.push(child);
                }
                (Space::Text, "hidden-text") => {
                    let text = child.attribute("string-value").unwrap_or_default();
                    self.hide(text, inline);
                    let text = child.text();
                    if child.attribute("is-hidden") == Some("false") {
                        self.put(&text, style, link, inline);
                    } else {
                        self.hide(&text, inline);
                    }
                }
                (Space::Text, "hidden-paragraph") => {
                    if child.attribute("is-hidden") != Some("false") {
                        self.veil = self.veil.or(Some(Veil::Marked));
                    }
                }
                (Space::Text, "change" | "change-start" | "change-end") => {
                    self.sink.hazard_once(HazardKind::TrackedChanges, "");
                }
                (Space::Text, "ruby-text" | "tracked-changes") => {}
                (Space::Text, "script") | (Space::Office, "event-listeners") => {
                    self.sink.hazard_once(HazardKind::Active, "");
                }
                (Space::Draw, "a") => {
                    for shape in child.elements() {
                        self.shape(shape);
                    }
                }
                (Space::Draw, _) => self.shape(child),
                // Fields of all kinds hold their text; other things hold none.
                (Space::Text, _) => self.letters(child, style, link, inline),
                _ => {}
            }
        }
    }

    fn hide(&mut self, text: &str, inline: &mut Inline) {
        let text = self.sink.within_limit(text);
        let veil = self.veil.or(Some(Veil::Marked));
        inline.text(text, &Look { veil, ..Look::default() });
    }

    fn put(&mut self, text: &str, style: &Style, link: Option<&str>, inline: &mut Inline) {
        let text = self.sink.within_limit(text);
        let font = style.font.as_deref().unwrap_or_default();
        let mut shapes = String::with_capacity(text.len());
        for c in text.chars() {
            if c.is_ascii_alphanumeric() && !font.to_ascii_lowercase().starts_with("wingdings") {
                shapes.push(c);
                continue;
            }
            match symbol(c, font, inline.at_start() && shapes.trim().is_empty()) {
                Some(shape) => shapes.extend(shape),
                None => shapes.push(c),
            }
        }
        let size = style.points();
        let look = Look {
            style: crate::Style {
                size,
                bold: style.bold.unwrap_or(false),
                italic: style.italic.unwrap_or(false),
                color: style.color.flatten().unwrap_or_default(),
            },
            link: link.map(str::to_owned),
            veil: self.veil.or_else(|| self.veil_of(style, size)),
        };
        inline.text(&shapes, &look);
    }

    /// How letters are hidden by their own look.
    fn veil_of(&self, style: &Style, size: f32) -> Option<Veil> {
        if style.hidden == Some(true) {
            return Some(Veil::Marked);
        }
        if size < LEGIBLE || style.stretch.is_some_and(|stretch| stretch < NARROW) {
            return Some(Veil::Tiny);
        }
        if style.ink.is_some_and(|ink| ink < INK) {
            return Some(Veil::Transparent);
        }
        let ground = match style.behind.flatten() {
            Some(color) => Fill::Plain(color),
            None => self.ground,
        };
        match (style.color.flatten(), ground) {
            (Some(color), Fill::Plain(ground)) if color.vanishes_on(ground) => {
                Some(Veil::SameColor)
            }
            _ => None,
        }
    }
}

/// The text with one space for any white space in a row, as the format wants it.
fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, ' ' | '\t' | '\n' | '\r') {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// The text in the order of the file, one line a paragraph.
pub(super) fn naive(root: Element<'_>, characters: usize) -> String {
    let mut text = String::new();
    let mut left = characters;
    collect(root, &mut text, &mut left);
    text
}

fn collect(parent: Element<'_>, text: &mut String, left: &mut usize) {
    let spoken = parent.space() == Space::Text;
    for child in parent.children() {
        if let Some(letters) = child.letters().filter(|_| spoken) {
            for c in collapse(letters).chars() {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                text.push(c);
            }
            continue;
        }
        match (child.space(), child.name()) {
            (Space::Text, "tracked-changes") | (Space::Office, "annotation") => {}
            (Space::Text, "tab" | "s" | "line-break") => text.push(' '),
            (Space::Text, "p" | "h") => {
                end_line(text);
                collect(child, text, left);
                end_line(text);
            }
            _ => collect(child, text, left),
        }
    }
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}
