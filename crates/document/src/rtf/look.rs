//! How text looks and whether it is seen.

use std::rc::Rc;

use super::reader::Reader;
use super::state::Destination;
use crate::{Color, Style, Veil, html};

impl Reader {
    fn color_of(&self, number: usize) -> Option<Color> {
        self.colors.get(number).copied().flatten()
    }

    /// What the text stands on; `None` when that cannot be told.
    fn ground(&self) -> Option<Color> {
        let numbers = [self.state.ground, self.state.paragraph_ground, self.table.ground()];
        if let Some(color) = numbers.into_iter().find_map(|number| self.color_of(number)) {
            return Some(color);
        }
        // The fill of a box is told in properties of shapes, which are not read.
        let known = !self.background && self.state.destination != Destination::TextBox;
        known.then_some(Color::WHITE)
    }

    /// A `;` ends each color of the table.
    pub(super) fn color_ends(&mut self, text: &str) {
        for _ in text.matches(';').take(1000) {
            let [red, green, blue] = std::mem::take(&mut self.color);
            let set = std::mem::take(&mut self.color_is_set);
            self.colors.push(set.then_some(Color { red, green, blue }));
        }
    }

    /// The name of a style tells whether it is a heading.
    pub(super) fn style_is_named(&mut self, text: &str) {
        let name = text.trim().trim_end_matches(';').to_lowercase();
        let level = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
        if let Some(level) = level.filter(|level| (1..=9).contains(level)) {
            self.headings.insert(self.style, level);
        }
    }
}

/// How the text is hidden.
pub(super) fn veil(reader: &Reader) -> Option<Veil> {
    let state = &reader.state;
    if state.hidden || state.deleted {
        return Some(Veil::Marked);
    }
    // 2 points.
    if state.size < 4 {
        return Some(Veil::Tiny);
    }
    let ground = reader.ground()?;
    let color = reader.color_of(state.color).unwrap_or_else(|| contrast(ground));
    color.vanishes_on(ground).then_some(Veil::SameColor)
}

/// The color programs take for text without one.
fn contrast(ground: Color) -> Color {
    if Color::default().vanishes_on(ground) { Color::WHITE } else { Color::default() }
}

pub(super) fn style(reader: &Reader) -> Style {
    let state = &reader.state;
    Style {
        size: state.size.clamp(0, 2000) as f32 / 2.0,
        bold: state.bold,
        italic: state.italic,
        color: reader.color_of(state.color).unwrap_or_default(),
    }
}

/// The mark of a list as printed: shapes of Symbol and Wingdings by what they look like.
pub(super) fn mark(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{f0a7}' => '▪',
            '\u{f0d8}' => '➢',
            '\u{f0fc}' => '✓',
            '\u{f000}'..='\u{f0ff}' => '•',
            c => c,
        })
        .collect()
}

/// The address of a field that is a link.
pub(super) fn hyperlink(instruction: &str) -> Option<Rc<str>> {
    let (_, rest) = instruction.split_once("HYPERLINK")?;
    let quoted = rest.split_once('"').and_then(|(_, rest)| rest.split_once('"'));
    let address = quoted.map_or_else(|| rest.trim(), |(address, _)| address);
    html::leads_out(address).map(Rc::from)
}
