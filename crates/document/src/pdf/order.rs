//! Reading order: a page is cut along the white channels between its columns.
//!
//! A channel is a strip that no segment crosses over several lines. What stands on its two sides
//! decides what it is: two columns are read one after the other, labels beside their content
//! are read label by label, and a date at the right margin belongs to the line on its left.

use super::gutter::{self, Cut, Sides};
use super::rows;
use super::segments::Segment;

/// Segments that are read together, line by line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaf {
    /// Numbers of its segments.
    pub segments: Vec<usize>,
    /// True when it is a column of its own, not only a part of one.
    pub column: bool,
    /// Where the next cell begins, for a cell on the left of another one.
    pub limit: Option<f32>,
}

/// How deep columns are looked for inside columns.
const DEPTH: usize = 6;

/// Cuts a page.
pub(super) fn of(segments: &[Segment]) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let all: Vec<usize> = (0..segments.len()).collect();
    cut(segments, all, DEPTH, (false, None), &mut leaves);
    leaves
}

fn cut(
    segments: &[Segment],
    chosen: Vec<usize>,
    depth: usize,
    (column, limit): (bool, Option<f32>),
    leaves: &mut Vec<Leaf>,
) {
    if chosen.is_empty() {
        return;
    }
    let rows = rows::of(segments, &chosen);
    let found = if depth == 0 || rows.len() < 2 { None } else { gutter::find(segments, &rows) };
    let Some(Cut { sides, start, end }) = found else {
        leaves.push(Leaf { segments: chosen, column, limit });
        return;
    };
    let flat = |rows: &[Vec<usize>]| rows.concat();
    cut(segments, flat(&rows[..start]), depth - 1, (column, limit), leaves);
    match sides {
        Sides::Columns { at, right_first } => {
            let (left, right) = divide(segments, flat(&rows[start..end]), at);
            let before = left.len() < right.len() && !right_first;
            let left = (left, before.then_some(at));
            let right = (right, None);
            let both = if right_first { [right, left] } else { [left, right] };
            for (side, limit) in both {
                cut(segments, side, depth - 1, (true, limit), leaves);
            }
        }
        Sides::Labels { at, bands } => {
            for (number, from) in bands.iter().enumerate() {
                let to = bands.get(number + 1).copied().unwrap_or(end);
                let (left, right) = divide(segments, flat(&rows[*from..to]), at);
                if !left.is_empty() {
                    leaves.push(Leaf { segments: left, column: true, limit: Some(at) });
                }
                cut(segments, right, depth - 1, (true, None), leaves);
            }
        }
    }
    cut(segments, flat(&rows[end..]), depth - 1, (column, limit), leaves);
}

fn divide(segments: &[Segment], chosen: Vec<usize>, at: f32) -> (Vec<usize>, Vec<usize>) {
    chosen.into_iter().partition(|number| {
        let rect = segments[*number].rect;
        rect.left + rect.right < 2.0 * at
    })
}
