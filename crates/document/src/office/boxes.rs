//! Boxes that float over a page in the order a person reads them.

use crate::Line;

/// A box with its lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Floating {
    /// Left, top, right and bottom edge in points; `None` when the format does not say.
    pub place: Option<[f32; 4]>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The lines of some boxes: column after column where a gap runs down between them, else from top
/// to bottom. Boxes stay in the order of the file when the place of one is not known.
pub(crate) fn in_reading_order(boxes: Vec<Floating>) -> Vec<Line> {
    let mut placed: Vec<([f32; 4], Vec<Line>)> = Vec::with_capacity(boxes.len());
    let known = boxes.iter().all(|one| one.place.is_some());
    for one in boxes {
        placed.push((one.place.unwrap_or_default(), one.lines));
    }
    if known {
        cut(&mut placed, 0);
    }
    placed.into_iter().flat_map(|(_, lines)| lines).collect()
}

/// Sorts along the axis where a gap divides the boxes, then each part along the other one.
fn cut(boxes: &mut [([f32; 4], Vec<Line>)], depth: usize) {
    // Boxes that cannot be divided in this many steps lie over each other.
    if boxes.len() < 2 || depth > 8 {
        return;
    }
    for axis in [0, 1] {
        boxes.sort_by(|one, other| one.0[axis].total_cmp(&other.0[axis]));
        let mut parts = Vec::new();
        let mut reach = f32::MIN;
        for (at, (place, _)) in boxes.iter().enumerate() {
            // Boxes that were put side by side by hand overlap a little.
            if at > 0 && place[axis] >= reach - 4.0 {
                parts.push(at);
            }
            reach = reach.max(place[axis + 2]);
        }
        if parts.is_empty() {
            continue;
        }
        let mut rest = boxes;
        let mut done = 0;
        for end in parts {
            let (part, later) = rest.split_at_mut(end - done);
            cut(part, depth + 1);
            (rest, done) = (later, end);
        }
        return cut(rest, depth + 1);
    }
    // They overlap both ways: what begins higher goes first.
    boxes.sort_by(|one, other| one.0[1].total_cmp(&other.0[1]));
}
