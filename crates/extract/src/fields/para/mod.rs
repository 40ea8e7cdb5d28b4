//! Paragraphs: the lines of a document joined where a sentence was only broken by the margin.

mod cues;
mod join;
mod margin;

use std::ops::Range;

use document::{Gap, Line, Part, Piece, Style};
use resume::{Date, Rect};

pub(crate) use self::join::paragraphs;
use crate::recognize::dates::Period;

/// A heading, an item of a list, or a run of prose, with the place of each of its bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Para {
    /// Its text; one space between words, four for a wide gap.
    pub(crate) text: String,
    /// The pieces of one look it is made of, in order.
    pub(crate) runs: Vec<Run>,
    /// How many lines it takes on the page.
    pub(crate) lines: usize,
    /// The page, from 0.
    pub(crate) page: usize,
    /// The column or box it stands in.
    pub(crate) block: usize,
    /// Which part of the document it belongs to.
    pub(crate) part: Part,
    /// The box around it.
    pub(crate) rect: Option<Rect>,
    /// Set when the format says that it is a heading: its level, from 1.
    pub(crate) heading: Option<u8>,
    /// The mark it begins with as an item of a list; empty when only the format says so.
    pub(crate) mark: Option<String>,
    /// How deep the list is nested.
    pub(crate) depth: u8,
    /// True when there is clearly more room above it than inside a paragraph.
    pub(crate) apart: bool,
    /// The times in its text.
    pub(crate) times: Vec<Period>,
}

/// Letters of one look inside a paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Where they stand in the paragraph's text.
    pub(crate) range: Range<usize>,
    /// Where they begin in the document's text.
    pub(crate) placed: usize,
    /// Their look.
    pub(crate) style: Style,
    /// What stands before them.
    pub(crate) gap: Gap,
    /// Where they lead.
    pub(crate) link: Option<String>,
    /// Where they are seen.
    pub(crate) rect: Option<Rect>,
}

impl Para {
    /// The bytes of the document's text that show `range` of this paragraph.
    pub(crate) fn placed(&self, range: &Range<usize>) -> Range<usize> {
        let run_at = |at: usize| self.runs.iter().rev().find(|run| run.range.start <= at);
        let place = |at: usize| {
            run_at(at).map_or(0, |run| run.placed + (at - run.range.start).min(run.range.len()))
        };
        let end = range.end.max(range.start + 1) - 1;
        let last = self.text[..range.end].char_indices().next_back().map_or(end, |(at, _)| at);
        place(range.start)..place(last) + (range.end - last)
    }

    /// The cells of its text: what stands between wide gaps.
    pub(crate) fn cells(&self) -> Vec<Range<usize>> {
        let mut cells: Vec<Range<usize>> = Vec::new();
        for run in &self.runs {
            match cells.last_mut() {
                Some(cell) if run.gap != Gap::Wide => cell.end = run.range.end,
                _ => cells.push(run.range.clone()),
            }
        }
        cells
    }

    /// The look of its first letters.
    pub(crate) fn style(&self) -> Style {
        self.runs.first().map(|run| run.style).unwrap_or_default()
    }

    /// Its largest size of type, in points; 0 when unknown.
    pub(crate) fn size(&self) -> f32 {
        self.runs.iter().map(|run| run.style.size).fold(0.0, f32::max)
    }

    /// True when all of it is heavy.
    pub(crate) fn is_bold(&self) -> bool {
        !self.runs.is_empty() && self.runs.iter().all(|run| run.style.bold)
    }

    /// True when it has letters and none of them is a small one.
    pub(crate) fn is_caps(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }

    /// The times that date what the paragraph is about: beside a month or a period, a bare year is
    /// part of a name ("FOSDEM 2025 · Feb 2025").
    pub(crate) fn dates(&self) -> impl Iterator<Item = &Period> {
        let precise =
            |time: &Period| !time.single || !matches!(time.start, Some(Date::Year(_)) | None);
        let any = self.times.iter().any(precise);
        self.times.iter().filter(move |time| !any || precise(time))
    }

    /// True when it is an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        self.mark.is_some()
    }

    pub(super) fn push(&mut self, piece: &Piece, placed: &Range<usize>) {
        match piece.gap {
            _ if self.text.is_empty() => {}
            Gap::None => {}
            Gap::Space => self.text.push(' '),
            Gap::Wide => self.text.push_str("    "),
        }
        let start = self.text.len();
        self.text.push_str(&piece.text);
        self.runs.push(Run {
            range: start..self.text.len(),
            placed: placed.start,
            style: piece.style,
            gap: if start == 0 { Gap::None } else { piece.gap },
            link: piece.link.clone(),
            rect: piece.rect,
        });
    }

    /// A paragraph of one line.
    pub(super) fn of(line: &Line, places: &[Range<usize>]) -> Self {
        let mut para = Self {
            lines: 1,
            page: line.page,
            block: line.block,
            part: line.part,
            rect: line.rect,
            heading: line.heading,
            mark: line.list.as_ref().map(|list| list.mark.clone()),
            depth: line.list.as_ref().map_or(0, |list| list.level),
            apart: line.apart,
            ..Self::default()
        };
        for (piece, placed) in line.pieces.iter().zip(places) {
            para.push(piece, placed);
        }
        para
    }

    /// Puts a line before the last cell, whose first cell it goes on.
    pub(super) fn insert(&mut self, line: &Line, places: &[Range<usize>]) {
        let Some(cell) = self.cells().pop() else { return };
        let runs = std::mem::take(&mut self.runs);
        let text = std::mem::take(&mut self.text);
        let (before, after): (Vec<Run>, Vec<Run>) =
            runs.into_iter().partition(|run| run.range.start < cell.start);
        let again = |para: &mut Self, run: Run| {
            let piece = Piece {
                text: text[run.range.clone()].to_owned(),
                gap: run.gap,
                style: run.style,
                rect: run.rect,
                link: run.link,
            };
            para.push(&piece, &(run.placed..run.placed + run.range.len()));
        };
        for run in before {
            again(self, run);
        }
        self.join(line, places);
        self.lines -= 1;
        for run in after {
            again(self, run);
        }
    }

    /// Adds a line that goes on where the last one was broken.
    pub(super) fn join(&mut self, line: &Line, places: &[Range<usize>]) {
        for (number, (piece, placed)) in line.pieces.iter().zip(places).enumerate() {
            if number == 0 {
                let glued = Gap::None;
                let gap =
                    if ends_with_broken_word(&self.text, &piece.text) { glued } else { Gap::Space };
                self.push(&Piece { gap, ..piece.clone() }, placed);
            } else {
                self.push(piece, placed);
            }
        }
        self.lines += 1;
        self.rect = match (self.rect, line.rect) {
            (Some(own), Some(other)) if self.page == line.page => Some(own.union(other)),
            (own, _) => own,
        };
    }
}

/// True when the margin broke a compound or an address, so that nothing belongs between the parts.
fn ends_with_broken_word(text: &str, next: &str) -> bool {
    let mut before = text.chars().rev();
    let hyphen = matches!(before.next(), Some('-' | '‐' | '/' | '\u{ad}'));
    hyphen
        && before.next().is_some_and(char::is_alphanumeric)
        && next.chars().next().is_some_and(char::is_alphanumeric)
}
