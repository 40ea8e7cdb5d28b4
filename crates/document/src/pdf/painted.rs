//! What the order of painting says of a channel.
//!
//! Programs that set pages paint a cell or a column to its end before they begin the next one.
//! Where the two sides of a channel alternate cell by cell, they are rows of a table; where one
//! side is painted before the other, they are columns. A file that paints line by line across
//! the whole page tells nothing by it, unless every line has both sides.

use super::gutter::{Cut, Sides};
use super::segments::Segment;
use super::side::Side;
use super::strip::Strip;

/// Segments in the order they are painted: the line of each, and its left edge.
pub(super) struct Painted(Vec<(usize, f32)>);

/// What the order says of a strip.
pub(super) enum Told {
    /// Nothing that can be relied on.
    Nothing,
    /// Its two sides are read line by line.
    Rows,
    /// A cut, and the number of lines on both sides of it.
    Cut(usize, Cut),
}

/// Segments of one side that are painted one after the other, and the lines they stand on.
struct Run {
    right: bool,
    first: usize,
    last: usize,
    segments: usize,
}

/// One segment in so many may be painted at another time than the rest of its cell.
const STRAY: usize = 30;
/// The most lines of a date with what stands below it.
const DATE_LINES: usize = 3;

impl Painted {
    pub(super) fn of(segments: &[Segment], rows: &[Vec<usize>]) -> Self {
        let lines = rows.iter().enumerate();
        let mut all: Vec<(usize, usize)> =
            lines.flat_map(|(row, own)| own.iter().map(move |number| (row, *number))).collect();
        all.sort_by_key(|(_, number)| segments[*number].marks[0].glyph);
        Self(all.into_iter().map(|(row, number)| (row, segments[number].rect.left)).collect())
    }

    /// What the order says of one strip.
    pub(super) fn tell(&self, strip: &Strip) -> Told {
        let own = self.0.iter().filter(|(row, _)| (strip.start..strip.end).contains(row));
        let own: Vec<(usize, bool)> =
            own.map(|(row, left)| (row - strip.start, *left >= strip.edge - 0.5)).collect();
        let returns = own.windows(2).any(|pair| pair[1].0 < pair[0].0);
        let shared = strip.shares_lines();
        if !returns && !shared {
            return Told::Nothing;
        }
        let mut until = vec![0; strip.left.len() + 1];
        for (row, _) in &own {
            until[row + 1] += 1;
        }
        for row in 1..until.len() {
            until[row] += until[row - 1];
        }
        let pitch = strip.pitch();
        let runs = runs(&own);
        let mut rows = 0;
        let mut best: Option<(usize, Cut)> = None;
        for pair in runs.windows(2) {
            let (from, to) = (pair[0].first.min(pair[1].first), pair[0].last.max(pair[1].last));
            let all = pair[0].segments + pair[1].segments;
            let strays = until[to + 1] - until[from] - all;
            let beside = pair[0].first <= pair[1].last && pair[1].first <= pair[0].last;
            if !beside || strays * STRAY > all {
                continue;
            }
            match strip.told(pair, pitch) {
                Told::Cut(weight, cut) if best.as_ref().is_none_or(|(most, _)| *most < weight) => {
                    best = Some((weight, cut));
                }
                Told::Rows => rows += 1,
                Told::Cut(..) | Told::Nothing => {}
            }
        }
        match best {
            Some((weight, cut)) => Told::Cut(weight, cut),
            None if rows >= 2 && shared => Told::Rows,
            None => Told::Nothing,
        }
    }
}

impl Painted {
    /// True when no label is painted between two lines that stand above it, in the content of
    /// the label before.
    pub(super) fn agrees(&self, cut: &Cut) -> bool {
        let Sides::Labels { at, bands } = &cut.sides else { return true };
        let mut labels = vec![usize::MAX; bands.len()];
        let mut contents = vec![(usize::MAX, 0); bands.len()];
        for (place, (row, left)) in self.0.iter().enumerate() {
            if !(cut.start..cut.end).contains(row) {
                continue;
            }
            let band = bands.partition_point(|from| from <= row).saturating_sub(1);
            if left < at {
                labels[band] = labels[band].min(place);
            } else {
                let (first, last) = contents[band];
                contents[band] = (first.min(place), last.max(place));
            }
        }
        let between = |(content, label): (&(usize, usize), &usize)| {
            *label < usize::MAX && content.0 < *label && *label < content.1
        };
        !contents.iter().zip(labels.iter().skip(1)).any(between)
    }
}

fn runs(own: &[(usize, bool)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &(row, right) in own {
        match runs.last_mut() {
            Some(run) if run.right == right => {
                run.first = run.first.min(row);
                run.last = run.last.max(row);
                run.segments += 1;
            }
            _ => runs.push(Run { right, first: row, last: row, segments: 1 }),
        }
    }
    runs
}

impl Strip {
    /// True when nearly every line on the left has one on the right beside it, from the first
    /// that has.
    fn shares_lines(&self) -> bool {
        let from = self.right.iter().position(Option::is_some).unwrap_or(0);
        let left = self.left[from..].iter().flatten().count();
        let pairs = self.left.iter().zip(&self.right);
        pairs.filter(|(left, right)| left.is_some() && right.is_some()).count() * 10 >= left * 8
    }

    /// What two runs are that stand beside each other, one on each side.
    fn told(&self, pair: &[Run], pitch: f32) -> Told {
        let (left, right) = if pair[0].right { (&pair[1], &pair[0]) } else { (&pair[0], &pair[1]) };
        // What stands on the left above everything on the right is read before both anyway.
        let mut start = right.first;
        let y = |side: Option<Side>| side.map(|side| side.y);
        if start > left.first
            && let Some((above, top)) = y(self.left[start - 1]).zip(y(self.right[start]))
            && top - above < 0.9 * self.usual
        {
            start -= 1;
        }
        let mut end = left.last.max(right.last) + 1;
        if pair[0].right {
            // A left side that is painted last may reach into what follows below both.
            end = self.tail(start, end, right.last, pitch);
        }
        let (lefts, rights) = (&self.left[start..end], &self.right[start..end]);
        let count = |side: &[Option<Side>]| side.iter().flatten().count();
        let (many_left, many_right) = (count(lefts), count(rights));
        if many_left == 0 {
            return Told::Nothing;
        }
        if many_left == 1 && many_right == 1 {
            return if lefts[0].is_some() { Told::Rows } else { Told::Nothing };
        }
        let (left_dates, right_dates) = (dates(lefts, pitch), dates(rights, pitch));
        // Dates of several entries that are painted apart from them.
        if left_dates > 1 || right_dates > 1 {
            return Told::Nothing;
        }
        let right_first = right_dates == 1 && left_dates == 0 && many_right <= DATE_LINES;
        if right_first {
            // The date may stand beside the middle of its entry.
            let head = self.head(left.first, right.first, pitch);
            if !self.is_torn(head, right.first, end) {
                return Told::Rows;
            }
            start = head;
        }
        let at = self.edge - self.width / 2.0;
        let sides = Sides::Columns { at, right_first };
        let (start, end) = (self.start + start, self.start + end);
        Told::Cut(many_left + many_right, Cut { sides, start, end })
    }

    /// The first line on the left of those that run on to a line.
    fn head(&self, from: usize, to: usize, pitch: f32) -> usize {
        let mut head = to;
        let mut below: Option<Side> = self.left[to];
        for row in (from.min(to)..to).rev() {
            let Some(side) = self.left[row] else { continue };
            let y =
                below.map_or_else(|| self.right[to].map_or(side.y, |side| side.y), |side| side.y);
            let larger = below.is_some_and(|below| side.size > 1.08 * below.size);
            if y - side.y > 1.35 * pitch || larger {
                break;
            }
            head = row;
            below = Some(side);
        }
        head
    }

    /// True when a date on the right that takes several lines, or stands beside the middle of
    /// its entry, would fall between the words of text that runs on.
    fn is_torn(&self, head: usize, start: usize, end: usize) -> bool {
        let right: Vec<&Side> = self.right[start..end].iter().flatten().collect();
        let broken = right.windows(2).any(|pair| goes_on(*pair[0], *pair[1]));
        let full = |row: usize| {
            let left = self.right[row].and(self.left[row]);
            row > head && left.is_some_and(|left| self.edge - left.to < 5.0 * self.usual)
        };
        broken || (start..end).any(full)
    }

    /// Where what follows below both sides begins.
    fn tail(&self, start: usize, end: usize, last: usize, pitch: f32) -> usize {
        let mut above = self.left[start..=last].iter().flatten().last().copied();
        for row in last + 1..end {
            let Some(side) = self.left[row] else { continue };
            let fresh = above.is_some_and(|above| {
                let heading = side.bold != above.bold || side.size - above.size > 0.08 * above.size;
                heading || side.y - above.y > 1.35 * pitch
            });
            if fresh {
                return row;
            }
            above = Some(side);
        }
        end
    }
}

/// The dates that a side consists of, each with lines right below it; 0 when it has other text.
fn dates(side: &[Option<Side>], pitch: f32) -> usize {
    // A place may stand above the date of a small cell.
    let of_side: Vec<Side> = side.iter().flatten().copied().collect();
    let near =
        |pair: &[Side]| pair[1].y - pair[0].y <= 1.35 * pitch && pair[0].bold == pair[1].bold;
    let is_one_cell = of_side.len() <= DATE_LINES && of_side.windows(2).all(near);
    let mut above: Option<Side> = None;
    let (mut dates, mut dated, mut lines) = (0, 0, 0);
    for line in side.iter().flatten() {
        let apart = above.is_none_or(|above| line.y - above.y > 1.35 * pitch);
        if apart && !line.date && !is_one_cell {
            return 0;
        }
        let next = above.is_some_and(|above| line.date && above.date && !goes_on(above, *line));
        dates += usize::from(apart || next);
        dated += usize::from(line.date);
        lines += 1;
        above = Some(*line);
    }
    if dated > 0 && dated * DATE_LINES >= lines { dates } else { 0 }
}

/// True when the second date of a range stands on the next line.
fn goes_on(above: Side, line: Side) -> bool {
    above.unfinished || (above.dash && above.years == 1 && line.years == 1 && !line.dash)
}
