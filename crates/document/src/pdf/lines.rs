//! Segments of one line to a line of pieces.

use resume::Rect;

use super::page::{Glyph, Letters, Link, Page};
use super::segments::{Mark, Segment};
use crate::{Gap, Line, Piece, Style, letters};

/// Room between segments, in ems, that sets them apart on purpose.
const WIDE: f32 = 1.3;

/// Makes the pieces of a line from its segments.
pub(super) fn pieces(page: &Page, segments: &[Segment], row: &[usize]) -> Vec<Piece> {
    let mut maker = Maker { page, pieces: Vec::new(), last: None, icon: false };
    for number in row {
        for mark in &segments[*number].marks {
            maker.add(mark);
        }
    }
    let mut pieces = maker.pieces;
    for piece in &mut pieces {
        // A letter and an accent that is one of its own.
        if piece.text.chars().any(|c| letters::combining(c).is_some_and(|mark| mark == c)) {
            use unicode_normalization::UnicodeNormalization;
            piece.text = piece.text.nfc().collect();
        }
    }
    pieces
}

/// The line of some pieces; `None` when there are none.
pub(super) fn line(pieces: Vec<Piece>, page: usize, block: usize) -> Option<Line> {
    let rect = pieces.iter().filter_map(|piece| piece.rect).reduce(Rect::union)?;
    Some(Line { pieces, page, rect: Some(rect), block, ..Line::default() })
}

struct Maker<'a> {
    page: &'a Page,
    pieces: Vec<Piece>,
    last: Option<&'a Mark>,
    /// True when a picture stands between the last letter and the next.
    icon: bool,
}

impl<'a> Maker<'a> {
    fn add(&mut self, mark: &'a Mark) {
        if mark.icon {
            self.icon = true;
            return;
        }
        let glyph = &self.page.glyphs[mark.glyph];
        let mut text = String::new();
        match &mark.text {
            Letters::One(c) => letters::push(&mut text, *c),
            Letters::Many(many) => many.chars().for_each(|c| letters::push(&mut text, c)),
            Letters::Unknown => {}
        }
        if text.is_empty() {
            return;
        }
        let rect = Rect {
            left: mark.left,
            top: mark.y - 0.74 * mark.size,
            right: mark.right,
            bottom: mark.y + 0.22 * mark.size,
        };
        let style = style_of(glyph, mark);
        let link = link_at(&self.page.links, rect);
        let gap = self.gap(mark);
        if let Some(piece) = self.pieces.last_mut()
            && gap != Gap::Wide
            && piece.link.as_deref() == link
            && self.last.is_some_and(|last| last.raised == mark.raised)
            && same_look(piece, style, gap, &text)
        {
            if gap == Gap::Space {
                piece.text.push(' ');
            }
            piece.text.push_str(&text);
            piece.style.size = piece.style.size.max(style.size);
            piece.rect = piece.rect.map(|whole| whole.union(rect));
        } else {
            let gap = if self.pieces.is_empty() { Gap::None } else { gap };
            let link = link.map(str::to_owned);
            self.pieces.push(Piece { text, gap, style, rect: Some(rect), link });
        }
        self.last = Some(mark);
        self.icon = false;
    }

    fn gap(&self, mark: &Mark) -> Gap {
        let Some(last) = self.last else { return Gap::None };
        let room = mark.left - last.right;
        if self.icon || room > WIDE * mark.size.max(last.size) {
            Gap::Wide
        } else if mark.begins || room > 0.9 * mark.size {
            Gap::Space
        } else {
            Gap::None
        }
    }
}

fn style_of(glyph: &Glyph, mark: &Mark) -> Style {
    let color = glyph.color.unwrap_or_default();
    // A quarter of a point is noise of scaling.
    let size = (mark.size * 4.0).round() / 4.0;
    Style { size, bold: glyph.bold, italic: glyph.italic, color }
}

/// True when letters go on in the look of a piece: small capitals are capitals of a smaller
/// size in the same word or line, and no change.
fn same_look(piece: &Piece, style: Style, gap: Gap, text: &str) -> bool {
    let Style { size, bold, italic, color } = piece.style;
    if (bold, italic, color) != (style.bold, style.italic, style.color) {
        return false;
    }
    if (size - style.size).abs() <= 0.06 * size.max(style.size) {
        return true;
    }
    let capitals = |text: &str| !text.chars().any(char::is_lowercase);
    let ratio = style.size / size.max(0.1);
    let small_capitals = (0.6..=1.0).contains(&ratio) && capitals(text) && capitals(&piece.text);
    small_capitals && (gap == Gap::None || piece.text.len() > 1)
}

fn link_at(links: &[Link], rect: Rect) -> Option<&str> {
    let (x, y) = (f32::midpoint(rect.left, rect.right), rect.middle());
    let under = |link: &&Link| {
        let Rect { left, top, right, bottom } = link.rect;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    };
    links.iter().find(under).map(|link| link.address.as_str())
}
