//! One strip of white and the lines beside it: what it divides.

use super::gutter::{Cut, Sides};
use super::side::Side;

/// White space between lines, in usual distances, that parts what stands above and below.
const BAND: f32 = 1.3;
/// The most parts of a strip that are tried together.
const JOINED: usize = 8;

/// Lines beside a strip that nothing crosses.
pub(super) struct Strip {
    pub start: usize,
    pub end: usize,
    pub edge: f32,
    pub width: f32,
    /// The size most lines are set in.
    pub usual: f32,
    /// True when a line below it crosses it.
    pub crossed: bool,
    /// For each line, its box on the left of the strip, in points from left to right.
    pub left: Vec<Option<Side>>,
    /// The same on the right.
    pub right: Vec<Option<Side>>,
    /// Width of all the lines.
    pub region: (f32, f32),
}

impl Strip {
    /// Number of lines on both sides.
    pub(super) fn weight(&self) -> usize {
        self.left.iter().chain(&self.right).flatten().count()
    }

    /// The parts of the strip between white spaces that run across its whole width, and what
    /// neighbors among them make together.
    pub(super) fn parts(&self) -> Vec<Self> {
        let lines = self.left.len();
        let breaks = self.breaks();
        let mut parts = Vec::new();
        for (at, from) in breaks.iter().enumerate() {
            for to in breaks[at + 1..].iter().take(JOINED) {
                if to - from >= 2 && to - from < lines {
                    parts.push(self.part(*from, *to));
                }
            }
        }
        parts
    }

    /// The lines at which something new begins on both sides: after white space, and at headings
    /// that have nothing beside them. The first line and the end are among them.
    fn breaks(&self) -> Vec<usize> {
        let pitch = self.pitch();
        let side = |row: usize| self.left[row].or(self.right[row]);
        let begins = |row: &usize| {
            let Some((above, here)) = side(row - 1).zip(side(*row)) else { return false };
            let heading = self.right[*row].is_none() && here.bold && !above.bold;
            heading || here.y - above.y > BAND * pitch
        };
        let lines = self.left.len();
        let mut breaks = vec![0];
        breaks.extend((1..lines).filter(begins));
        breaks.push(lines);
        breaks
    }

    fn part(&self, from: usize, to: usize) -> Self {
        Self {
            start: self.start + from,
            end: self.start + to,
            left: self.left[from..to].to_vec(),
            right: self.right[from..to].to_vec(),
            ..*self
        }
    }

    /// The usual distance of lines within one side.
    pub(super) fn pitch(&self) -> f32 {
        let steps = |side: &[Option<Side>]| -> Vec<f32> {
            let lines: Vec<f32> = side.iter().flatten().map(|side| side.y).collect();
            lines.windows(2).map(|pair| pair[1] - pair[0]).collect()
        };
        let mut steps = [steps(&self.left), steps(&self.right)].concat();
        steps.sort_by(f32::total_cmp);
        let usual = 1.3 * self.usual;
        steps.get(steps.len() / 2).copied().unwrap_or(usual).clamp(0.8 * usual, 1.8 * usual)
    }

    /// What it divides: labels from what they name, and when `columns` is set also columns from
    /// each other.
    pub(super) fn judge(mut self, columns: bool) -> Option<Cut> {
        self.trim_head();
        let pitch = self.pitch();
        self.trim_foreign(pitch);
        if self.left.iter().flatten().count() == 0 || self.right.iter().flatten().count() == 0 {
            return None;
        }
        let at = self.edge - self.width / 2.0;
        if let Some(bands) = self.labels(pitch) {
            let bands = bands.into_iter().map(|row| row + self.start).collect();
            let sides = Sides::Labels { at, bands };
            return Some(Cut { sides, start: self.start, end: self.end });
        }
        if !columns {
            return None;
        }
        if self.columns(pitch) {
            self.trim_title(pitch);
            self.trim_tail(pitch, self.crossed);
        } else if self.grid(pitch) && !self.has_rows_of_cells() {
            self.trim_tail(pitch, true);
        } else {
            return None;
        }
        Some(Cut {
            sides: Sides::Columns { at, right_first: false },
            start: self.start,
            end: self.end,
        })
    }

    /// How many lines on the right begin at the most common place, and how many near the edge.
    pub(super) fn aligned(&self) -> (usize, usize) {
        let mut lefts: Vec<f32> = self.right.iter().flatten().map(|side| side.from).collect();
        lefts.sort_by(f32::total_cmp);
        let near = lefts.iter().filter(|left| **left - self.edge < 3.0 * self.usual).count();
        let mut at = 0;
        let mut start = 0;
        for end in 0..lefts.len() {
            while lefts[end] - lefts[start] > 0.6 * self.usual {
                start += 1;
            }
            at = at.max(end + 1 - start);
        }
        (at, near)
    }

    /// How many lines on the right begin at the edge.
    fn at_edge(&self) -> usize {
        let at = |side: &&Side| side.from - self.edge < 0.6 * self.usual;
        self.right.iter().flatten().filter(at).count()
    }

    /// True when white space across the whole width parts it into cells that can stand alone:
    /// these are read row by row.
    fn has_rows_of_cells(&self) -> bool {
        let breaks = self.breaks();
        let alone = |pair: &[usize]| {
            let part = self.part(pair[0], pair[1]);
            part.grid(part.pitch())
        };
        breaks.len() > 2 && breaks.windows(2).all(alone)
    }

    /// A title that begins on the right side, above everything on the left, stands above both.
    fn trim_title(&mut self, pitch: f32) {
        let Some(head) = self.left.iter().position(Option::is_some) else { return };
        let y = |side: &Option<Side>| side.map(|side| side.y);
        let large = self.right[..head].iter().flatten().any(|side| side.size >= 1.3 * self.usual);
        if !large {
            return;
        }
        let end = (1..=head).rev().find(|at| {
            let (above, below) = (y(&self.right[at - 1]), y(&self.right[*at]));
            above.zip(below).is_none_or(|(above, below)| below - above > 1.3 * pitch)
        });
        if let Some(end) = end {
            self.drop_head(end);
        }
    }

    /// Lines above the first one that has a right side are no part of the columns.
    fn trim_head(&mut self) {
        let y = |side: &Option<Side>| side.map(|side| side.y);
        let mut head = self.right.iter().take_while(|side| side.is_none()).count();
        // A left column may begin a little higher than the right one.
        let top = self.right.get(head).and_then(y);
        let above = head.checked_sub(1).and_then(|last| y(&self.left[last]));
        if top.zip(above).is_some_and(|(top, above)| top - above < 0.9 * self.usual) {
            head -= 1;
        }
        self.drop_head(head);
    }

    fn drop_head(&mut self, lines: usize) {
        self.start += lines;
        self.left.drain(..lines);
        self.right.drain(..lines);
    }

    /// Lines that run across both sides with white space at the channel by chance: their right
    /// parts begin elsewhere than the lines of the right column.
    fn trim_foreign(&mut self, pitch: f32) {
        let y = |row: usize| self.left[row].or(self.right[row]).map_or(0.0, |side| side.y);
        let lines = self.left.len();
        let Some(end) = (1..lines).find(|row| y(*row) - y(row - 1) > BAND * pitch) else { return };
        let head = self.part(0, end);
        let rights = head.right.iter().flatten().count();
        if rights > 0 && rights <= 3 && head.at_edge() == 0 && head.only_right() == 0 {
            self.drop_head(end);
            self.trim_head();
        }
    }

    /// Lines on the left below the last one on the right: the rest of a longer left column, or
    /// what follows below both. They are below when white space is before them.
    fn trim_tail(&mut self, pitch: f32, follows: bool) {
        let Some(last) = self.right.iter().rposition(Option::is_some) else { return };
        if !follows {
            return;
        }
        let mut above = self.left[..=last].iter().flatten().last().copied();
        for row in last + 1..self.left.len() {
            let Some(side) = self.left[row] else { continue };
            let fresh = above.is_some_and(|above| {
                let heading =
                    side.bold != above.bold || (side.size - above.size) > 0.08 * above.size;
                heading || side.y - above.y > 1.35 * pitch
            });
            if fresh {
                self.left.truncate(row);
                self.right.truncate(row);
                self.end = self.start + row;
                return;
            }
            above = Some(side);
        }
    }
}
