//! How well a resume fits its pages, in words.

use resume::PageFacts;
use serde::Serialize;

use crate::prose::counted;

/// How a resume fits its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fit {
    /// How many pages there are.
    pub(crate) pages: usize,
    /// Lines on the last one.
    pub(crate) lines: usize,
    /// Lines that would still go on it, more or less.
    pub(crate) room: usize,
}

/// The share of a page that is nearly full: a line more or less is not worth a word.
const FULL: f64 = 0.97;
/// The share of a last page below which it may as well go.
const FEW: f64 = 0.4;

impl Fit {
    /// What is known of pages as they were set.
    pub(crate) fn of(facts: &PageFacts) -> Self {
        let lines = facts.last_page_lines;
        let fill = facts.last_page_fill;
        // As many lines an inch as there are.
        let room = if fill > 0.0 && fill < FULL { lines_in(lines, (1.0 - fill) / fill) } else { 0 };
        Self { pages: facts.pages, lines, room }
    }

    /// Said in a line.
    pub(crate) fn words(self) -> String {
        let Self { pages, lines, room } = self;
        let count = counted(pages, "page");
        let whole = lines + room;
        if lines == 0 {
            return count;
        }
        if pages > 1 && whole > 0 && share(lines, whole) < FEW {
            let (on, out) = (counted(lines, "line"), if lines == 1 { "it" } else { "them" });
            return format!("{count}; {on} on page {pages}: take {out} out to save a page");
        }
        match room {
            0 => format!("{count}, full"),
            room => format!("{count}, room for about {}", counted(room, "more line")),
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a page has few lines")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page has few lines, and a share is positive"
)]
fn lines_in(lines: usize, share: f64) -> usize {
    // Shares like 0.2 are no exact numbers.
    (lines as f64 * share + 0.01) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pages: usize, lines: usize, fill: f64, expected: &str) {
        let facts = PageFacts {
            pages,
            last_page_fill: fill,
            last_page_lines: lines,
            lines_by_page: Vec::new(),
            paragraphs: std::collections::BTreeMap::new(),
        };
        assert_eq!(Fit::of(&facts).words(), expected);
    }

    #[test]
    fn what_is_over_and_what_is_left_is_said() {
        check(1, 0, 0.0, "1 page");
        check(1, 40, 0.8, "1 page, room for about 10 more lines");
        check(1, 49, 0.98, "1 page, full");
        check(1, 50, 1.0, "1 page, full");
        check(1, 10, 0.2, "1 page, room for about 40 more lines");
        check(2, 4, 0.08, "2 pages; 4 lines on page 2: take them out to save a page");
        check(3, 1, 0.02, "3 pages; 1 line on page 3: take it out to save a page");
        check(2, 30, 0.6, "2 pages, room for about 20 more lines");
        check(2, 50, 1.0, "2 pages, full");
    }
}
