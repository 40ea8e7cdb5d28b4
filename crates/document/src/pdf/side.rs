//! What one line has on one side of a strip.

use super::page::Letters;
use super::segments::{Mark, Segment, only};

/// What one line has on one side of a strip.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Side {
    pub from: f32,
    pub to: f32,
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    /// Years among its words.
    pub years: usize,
    /// True when it is a date, or two with a dash, and little more.
    pub date: bool,
    /// True when a dash is in it.
    pub dash: bool,
    /// True when it ends in a dash.
    pub unfinished: bool,
    /// True when wide room divides it.
    pub divided: bool,
}

/// The most letters, digits and signs of a date, and its most words.
const DATE: (usize, usize) = (32, 7);
/// Room in ems that divides cells.
const CELL: f32 = 1.5;

impl Side {
    /// The side that some segments make, from left to right; `first` is the first of them.
    pub(super) fn of(
        segments: &[Segment],
        first: usize,
        numbers: impl Iterator<Item = usize>,
    ) -> Self {
        let head = &segments[first];
        let mut side = Self {
            from: head.rect.left,
            to: head.rect.right,
            y: head.y,
            size: head.size,
            bold: head.bold,
            years: 0,
            date: false,
            dash: false,
            unfinished: false,
            divided: false,
        };
        let (mut marks, mut words) = (0, Words::default());
        for number in numbers {
            let segment = &segments[number];
            side.divided |= segment.rect.left - side.to > CELL * segment.size;
            side.to = side.to.max(segment.rect.right);
            side.years += years(segment);
            marks += segment.marks.len();
            segment.marks.iter().for_each(|mark| words.read(mark));
            side.dash |= segment.marks.iter().any(is_dash);
            side.unfinished = segment.marks.last().is_some_and(is_dash);
        }
        side.date = side.years > 0 && marks <= DATE.0 && words.are_a_date() && !side.divided;
        side
    }

    /// True when a year is among its words.
    pub(super) fn dated(&self) -> bool {
        self.years > 0
    }
}

/// Words, and those at their beginning that have a digit.
#[derive(Default)]
struct Words {
    count: usize,
    digits: [bool; 2],
}

impl Words {
    fn read(&mut self, mark: &Mark) {
        self.count += usize::from(mark.begins);
        let digit = only(&mark.text).is_some_and(|c| c.is_ascii_digit());
        if digit && let Some(word) = self.digits.get_mut(self.count.saturating_sub(1)) {
            *word = true;
        }
    }

    /// True when the first word or the second one is a number: `2021 – now`, `May 2019`.
    fn are_a_date(&self) -> bool {
        self.digits.contains(&true) && self.count <= DATE.1
    }
}

fn is_dash(mark: &Mark) -> bool {
    only(&mark.text).is_some_and(|c| matches!(c, '-' | '–' | '—'))
}

/// How often four digits stand that can be a year.
fn years(segment: &Segment) -> usize {
    let digit = |mark: &Mark| match mark.text {
        Letters::One(c) => c.to_digit(10),
        Letters::Many(_) | Letters::Unknown => None,
    };
    let is_year = |four: &&[Mark]| {
        matches!((digit(&four[0]), digit(&four[1])), (Some(1), Some(9)) | (Some(2), Some(0)))
            && four[2..].iter().all(|mark| digit(mark).is_some())
    };
    segment.marks.windows(4).filter(is_year).count()
}
