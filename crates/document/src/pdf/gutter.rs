//! Finds the channel that divides a part of a page, and says what it divides.

use super::painted::{Painted, Told};
use super::segments::Segment;
use super::side::Side;
use super::strip::Strip;

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

impl Cut {
    /// True for several labels.
    fn has_labels(&self) -> bool {
        matches!(&self.sides, Sides::Labels { bands, .. } if bands.len() > 1)
    }
}

/// What a channel divides.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sides {
    /// Two columns, each read to its end.
    Columns {
        /// The middle of the channel.
        at: f32,
        /// True when the right one is read first.
        right_first: bool,
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
    let painted = Painted::of(segments, rows);
    for edge in edges(segments, rows) {
        for strip in strips(segments, rows, edge) {
            let weight = strip.weight();
            // Of two channels beside the same lines the left one comes first; the other one is
            // found in its right part.
            if best.as_ref().is_some_and(|(most, _)| *most >= weight) {
                continue;
            }
            let told = painted.tell(&strip);
            let silent = matches!(told, Told::Nothing);
            let mut parts = strip.parts();
            let found = match told {
                Told::Cut(most, cut) => {
                    // Labels that are painted before everything they name look like a column.
                    let column = most * 10 >= weight * 8;
                    let fits = |cut: &Cut| {
                        if column { cut.has_labels() } else { painted.agrees(cut) }
                    };
                    let whole = strip.judge(false).filter(fits).map(|cut| (weight, cut));
                    let of_part = |part: Strip| {
                        let weight = part.weight();
                        let cut = part.judge(false)?;
                        let better = weight > most && cut.has_labels() && painted.agrees(&cut);
                        better.then_some((weight, cut))
                    };
                    let parts = std::mem::take(&mut parts).into_iter().filter(|_| !column);
                    let labels = whole
                        .or_else(|| parts.filter_map(of_part).max_by_key(|(weight, _)| *weight));
                    Some(labels.unwrap_or((most, cut)))
                }
                Told::Rows | Told::Nothing => strip.judge(silent).map(|cut| (weight, cut)),
            };
            if !silent {
                parts.clear();
            }
            if let Some(found) = found {
                if best.as_ref().is_none_or(|(most, _)| *most < found.0) {
                    best = Some(found);
                }
                continue;
            }
            for part in parts {
                let weight = part.weight();
                if best.as_ref().is_some_and(|(most, _)| *most >= weight) {
                    continue;
                }
                if let Some(cut) = part.judge(true) {
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
                let numbers = || {
                    let own = |number: &usize| (rect(number).left < edge - 0.5) == is_left;
                    row.iter().copied().filter(move |number| own(number))
                };
                let first = numbers().next()?;
                Some(Side::of(segments, first, numbers()))
            };
            let lines = &rows[start..end];
            let strip = Strip {
                start,
                end,
                edge,
                width,
                usual: size,
                crossed: end < rows.len(),
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
