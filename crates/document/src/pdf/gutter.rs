//! Finds the channel that divides a part of a page, and says what it divides.

use super::page::Letters;
use super::rows::pitch;
use super::segments::{Mark, Segment};

/// A channel: the lines it runs beside, and what it divides.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cut {
    /// What stands on its sides.
    pub sides: Sides,
    /// The first line beside it.
    pub start: usize,
    /// The line after the last one.
    pub end: usize,
}

/// What a channel divides.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sides {
    /// Two columns, each read to its end.
    Columns {
        /// The middle of the channel.
        at: f32,
    },
    /// Labels on the left of what they belong to.
    Labels {
        /// The middle of the channel.
        at: f32,
        /// The line each label begins at; the first is the first line of the cut.
        bands: Vec<usize>,
    },
}

/// The most channels that are tried in one part of a page.
const TRIED: usize = 48;
/// The least width of a channel, in ems.
const WIDTH: f32 = 0.6;

/// The best channel of some lines; `None` when they are read line by line.
pub(super) fn find(segments: &[Segment], rows: &[Vec<usize>]) -> Option<Cut> {
    let mut best: Option<(usize, Cut)> = None;
    for edge in edges(segments, rows) {
        for strip in strips(segments, rows, edge) {
            let weight = strip.weight();
            // Of two channels beside the same lines the left one comes first; the other one is
            // found in its right part.
            if best.as_ref().is_some_and(|(most, _)| *most >= weight) {
                continue;
            }
            let parts = strip.parts(segments, rows);
            if let Some(cut) = strip.judge(segments, rows) {
                best = Some((weight, cut));
                continue;
            }
            for part in parts {
                let weight = part.weight();
                if best.as_ref().is_some_and(|(most, _)| *most >= weight) {
                    continue;
                }
                if let Some(cut) = part.judge(segments, rows) {
                    best = Some((weight, cut));
                }
            }
        }
    }
    best.map(|(_, cut)| cut)
}

/// Places where something begins to the right of white space, each once.
fn edges(segments: &[Segment], rows: &[Vec<usize>]) -> Vec<f32> {
    let left = |number: &usize| segments[*number].rect.left;
    let margin = rows.iter().flatten().map(left).fold(f32::INFINITY, f32::min);
    let mut edges = Vec::new();
    for row in rows {
        for (at, number) in row.iter().enumerate() {
            let segment = &segments[*number];
            let inner = at > 0 || segment.rect.left > margin + 1.5 * segment.size;
            if inner {
                edges.push(segment.rect.left);
            }
        }
    }
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|next, kept| *next - *kept < 1.0);
    if edges.len() > TRIED {
        let step = edges.len().div_ceil(TRIED);
        edges = edges.into_iter().step_by(step).collect();
    }
    edges
}

/// Lines beside a strip that nothing crosses.
struct Strip {
    start: usize,
    end: usize,
    edge: f32,
    width: f32,
    /// The size most lines are set in.
    usual: f32,
    /// For each line, its box on the left of the strip, in points from left to right.
    left: Vec<Option<Side>>,
    /// The same on the right.
    right: Vec<Option<Side>>,
    /// Width of all the lines.
    region: (f32, f32),
}

/// What one line has on one side of a strip.
#[derive(Clone, Copy, Debug)]
struct Side {
    from: f32,
    to: f32,
    y: f32,
    size: f32,
    bold: bool,
    first: usize,
}

fn strips(segments: &[Segment], rows: &[Vec<usize>], edge: f32) -> Vec<Strip> {
    let rect = |number: &usize| segments[*number].rect;
    let region =
        rows.iter().flatten().map(rect).fold((f32::INFINITY, f32::NEG_INFINITY), |all, rect| {
            (all.0.min(rect.left), all.1.max(rect.right))
        });
    let size = usual_size(segments, rows);
    let width = WIDTH * size;
    let crosses = |row: &Vec<usize>| {
        row.iter().map(rect).any(|rect| rect.left < edge - 0.5 && rect.right > edge - width)
    };
    let mut strips = Vec::new();
    let mut start = 0;
    for end in 0..=rows.len() {
        if end < rows.len() && !crosses(&rows[end]) {
            continue;
        }
        if end - start >= 2 {
            let side = |row: &Vec<usize>, is_left: bool| {
                let mut numbers = row
                    .iter()
                    .copied()
                    .filter(|number| (rect(number).left < edge - 0.5) == is_left);
                let first = numbers.next()?;
                let segment = &segments[first];
                let to =
                    numbers.map(|number| rect(&number).right).fold(segment.rect.right, f32::max);
                Some(Side {
                    from: segment.rect.left,
                    to,
                    y: segment.y,
                    size: segment.size,
                    bold: segment.bold,
                    first,
                })
            };
            let lines = &rows[start..end];
            let strip = Strip {
                start,
                end,
                edge,
                width,
                usual: size,
                left: lines.iter().map(|row| side(row, true)).collect(),
                right: lines.iter().map(|row| side(row, false)).collect(),
                region,
            };
            strips.push(strip);
        }
        start = end + 1;
    }
    strips
}

/// The size most lines are set in.
fn usual_size(segments: &[Segment], rows: &[Vec<usize>]) -> f32 {
    let mut sizes: Vec<f32> = rows.iter().flatten().map(|number| segments[*number].size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

impl Strip {
    /// Number of lines on both sides.
    fn weight(&self) -> usize {
        self.left.iter().chain(&self.right).flatten().count()
    }

    /// The parts of the strip between white spaces that run across the whole width.
    fn parts(&self, segments: &[Segment], rows: &[Vec<usize>]) -> Vec<Self> {
        let lines = &rows[self.start..self.end];
        let pitch = pitch(segments, lines);
        let y = |row: &Vec<usize>| row.first().map_or(0.0, |first| segments[*first].y);
        let mut breaks = vec![0];
        breaks
            .extend((1..lines.len()).filter(|at| y(&lines[*at]) - y(&lines[at - 1]) > 1.3 * pitch));
        breaks.push(lines.len());
        if breaks.len() == 2 {
            return Vec::new();
        }
        let part = |pair: &[usize]| {
            let (from, to) = (pair[0], pair[1]);
            (to - from >= 2).then(|| Self {
                start: self.start + from,
                end: self.start + to,
                edge: self.edge,
                width: self.width,
                usual: self.usual,
                left: self.left[from..to].to_vec(),
                right: self.right[from..to].to_vec(),
                region: self.region,
            })
        };
        breaks.windows(2).filter_map(part).collect()
    }

    fn judge(mut self, segments: &[Segment], rows: &[Vec<usize>]) -> Option<Cut> {
        self.trim_head();
        if self.left.iter().flatten().count() == 0 || self.right.iter().flatten().count() == 0 {
            return None;
        }
        let at = self.edge - self.width / 2.0;
        let pitch = pitch(segments, &rows[self.start..self.end]);
        if let Some(bands) = self.labels(pitch) {
            let bands = bands.into_iter().map(|row| row + self.start).collect();
            let sides = Sides::Labels { at, bands };
            return Some(Cut { sides, start: self.start, end: self.end });
        }
        if self.columns(pitch) {
            self.trim_title(pitch);
            self.trim_tail(pitch, self.end < rows.len());
        } else if self.grid(segments, pitch) {
            self.trim_tail(pitch, true);
        } else {
            return None;
        }
        Some(Cut { sides: Sides::Columns { at }, start: self.start, end: self.end })
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
            self.start += end;
            self.left.drain(..end);
            self.right.drain(..end);
        }
    }

    /// Lines above the first one that has a right side are no part of the columns.
    fn trim_head(&mut self) {
        let head = self.right.iter().take_while(|side| side.is_none()).count();
        self.start += head;
        self.left.drain(..head);
        self.right.drain(..head);
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

    fn both(&self) -> usize {
        self.left.iter().zip(&self.right).filter(|(l, r)| l.is_some() && r.is_some()).count()
    }

    fn only_left(&self) -> usize {
        self.left.iter().flatten().count() - self.both()
    }

    fn only_right(&self) -> usize {
        self.right.iter().flatten().count() - self.both()
    }

    /// Two columns whose lines stand at heights of their own.
    fn columns(&self, pitch: f32) -> bool {
        let left = self.left.iter().flatten().count();
        let right = self.right.iter().flatten().count();
        let own = self.only_left() >= 2 && self.only_right() >= 2;
        own && self.both() * 10 <= left.min(right) * 9
            && follows_on(&self.right, pitch)
            && follows_on(&self.left, pitch)
    }

    /// Cells side by side whose lines stand at the same heights: each is read to its end when it
    /// is set like a small page of its own, with its first line in another look than the next.
    fn grid(&self, segments: &[Segment], pitch: f32) -> bool {
        let right: Vec<Side> = self.right.iter().flatten().copied().collect();
        let both = self.both();
        if both < 2 || self.only_right() * 2 > right.len() || !follows_on(&self.right, pitch) {
            return false;
        }
        let size = right.iter().map(|side| side.size).fold(0.0, f32::max);
        let from = right.iter().map(|side| side.from).fold(f32::INFINITY, f32::min);
        let to = right.iter().map(|side| side.to).fold(f32::NEG_INFINITY, f32::max);
        let aligned = right.iter().filter(|side| side.from - from < 0.6 * size).count();
        let hanging = right.iter().filter(|side| side.from - from < 3.0 * size).count();
        let flush = right.iter().filter(|side| to - side.to < 0.3 * size).count();
        let at_left = aligned * 2 >= right.len() && hanging * 10 >= right.len() * 6;
        if !at_left || (flush == right.len() && aligned < right.len()) {
            return false;
        }
        let pairs: Vec<(Side, Side)> =
            self.left.iter().zip(&self.right).filter_map(|(l, r)| Some(((*l)?, (*r)?))).collect();
        let differ = |one: Side, other: Side| {
            one.bold != other.bold || (one.size - other.size).abs() > 0.08 * one.size
        };
        let alike = |one: Side, other: Side| {
            one.bold == other.bold && (one.size - other.size).abs() <= 0.08 * one.size
        };
        let same_look = pairs.iter().all(|(left, right)| alike(*left, *right));
        let changes = pairs.windows(2).filter(|pair| differ(pair[0].1, pair[1].1)).count();
        let dated = right.iter().any(|side| has_year(&segments[side.first]));
        let wraps = self.only_left() + self.only_right() > 0;
        match right.len() {
            0..=1 => false,
            2 => same_look && changes > 0 && !dated,
            _ => same_look && (changes > 0 || wraps),
        }
    }

    /// The lines at which labels begin, when the left side has nothing but labels.
    fn labels(&self, pitch: f32) -> Option<Vec<usize>> {
        let left: Vec<(usize, Side)> =
            self.left.iter().enumerate().filter_map(|(row, side)| Some((row, (*side)?))).collect();
        let right = self.right.iter().flatten().count();
        if left.len() * 2 > right + 1 || self.only_right() < 2 {
            return None;
        }
        let (begin, stop) = self.region;
        let room = stop - begin;
        let from = left.iter().map(|(_, side)| side.from).fold(f32::INFINITY, f32::min);
        let to = left.iter().map(|(_, side)| side.to).fold(f32::NEG_INFINITY, f32::max);
        if to - from > 0.36 * room {
            return None;
        }
        // Lines of one label follow on each other.
        let mut labels: Vec<Vec<(usize, Side)>> = Vec::new();
        for (row, side) in left {
            match labels.last_mut() {
                Some(label)
                    if label.last().is_some_and(|(_, above)| {
                        side.y - above.y < 1.6 * side.size.max(above.size)
                    }) =>
                {
                    label.push((row, side));
                }
                _ => labels.push(vec![(row, side)]),
            }
        }
        let lines: usize = labels.iter().map(Vec::len).sum();
        if lines > 3 * labels.len() {
            return None;
        }
        let mut bands = Vec::with_capacity(labels.len() + 1);
        let mut fitting = 0;
        for label in &labels {
            let (row, side) = label[0];
            // The line of the content that the label stands beside.
            let near = (row.saturating_sub(2)..(row + 3).min(self.right.len()))
                .filter_map(|at| self.right[at].map(|other| (at, (other.y - side.y).abs())))
                .filter(|(_, off)| *off <= 0.75 * side.size)
                .min_by(|one, other| one.1.total_cmp(&other.1));
            let at = near.map_or(row, |(content, _)| content);
            let above = self.right[..at].iter().flatten().last().map(|other| other.y);
            let here = self.right[at..].iter().flatten().next().map(|other| other.y);
            // Content begins anew where a label stands: white space is before it.
            let fresh = above.zip(here).is_none_or(|(above, here)| here - above > 1.15 * pitch);
            fitting += usize::from(fresh);
            bands.push(row.min(at));
        }
        if fitting * 5 < labels.len() * 4 {
            return None;
        }
        if bands.first() != Some(&0) {
            bands.insert(0, 0);
        }
        bands.dedup();
        Some(bands)
    }
}

/// True when at least half of the lines have their next one right below: text that runs on.
fn follows_on(side: &[Option<Side>], pitch: f32) -> bool {
    let lines: Vec<Side> = side.iter().flatten().copied().collect();
    let close = lines
        .windows(2)
        .filter(|pair| pair[1].y - pair[0].y < (2.1 * pitch).max(2.1 * pair[0].size))
        .count();
    lines.len() >= 2 && close * 2 >= lines.len() - 1
}

/// Four digits that can be a year.
fn has_year(segment: &Segment) -> bool {
    let digit = |mark: &Mark| match mark.text {
        Letters::One(c) => c.to_digit(10),
        Letters::Many(_) | Letters::Unknown => None,
    };
    segment.marks.windows(4).any(|four| {
        matches!((digit(&four[0]), digit(&four[1])), (Some(1), Some(9)) | (Some(2), Some(0)))
            && four[2..].iter().all(|mark| digit(mark).is_some())
    })
}
