//! Tells columns, cells and labels by the lines on the two sides of a strip.

use super::side::Side;
use super::strip::Strip;

impl Strip {
    fn both(&self) -> usize {
        self.left.iter().zip(&self.right).filter(|(l, r)| l.is_some() && r.is_some()).count()
    }

    fn only_left(&self) -> usize {
        self.left.iter().flatten().count() - self.both()
    }

    pub(super) fn only_right(&self) -> usize {
        self.right.iter().flatten().count() - self.both()
    }

    /// Two columns whose lines stand at heights of their own, or run on at the edge.
    pub(super) fn columns(&self, pitch: f32) -> bool {
        let left = self.left.iter().flatten().count();
        let right = self.right.iter().flatten().count();
        let own = self.only_left() >= 2 && self.only_right() >= 2;
        if !own || !follows_on(&self.right, pitch) || !follows_on(&self.left, pitch) {
            return false;
        }
        // A right side of dates belongs to what stands on the left.
        let dated = self.right.iter().flatten().filter(|side| side.dated()).count();
        if dated * 2 >= right || !self.is_beside(pitch) {
            return false;
        }
        let (at, near) = self.aligned();
        let (begin, stop) = self.region;
        let widest =
            self.right.iter().flatten().map(|side| side.to - side.from).fold(0.0, f32::max);
        let straight = right >= 5
            && at * 2 >= right
            && near * 10 >= right * 8
            && widest > 0.2 * (stop - begin);
        let set = (at >= 3 && at * 10 >= right * 4 && near * 10 >= right * 6) || self.centered();
        let loose = self.both() * 10 <= left.min(right) * 6 && set && !self.flush_right();
        loose || straight
    }

    /// True when lines of the shorter side have lines of the other one at their height: text that
    /// is indented below a short line stands beside nothing.
    fn is_beside(&self, pitch: f32) -> bool {
        let heights = |side: &[Option<Side>]| -> Vec<f32> {
            side.iter().flatten().map(|side| side.y).collect()
        };
        let (left, right) = (heights(&self.left), heights(&self.right));
        let (few, many) = if left.len() < right.len() { (left, right) } else { (right, left) };
        let near = |y: &&f32| {
            let next = many.partition_point(|other| other < *y);
            let around = many[next.saturating_sub(1)..].iter().take(2);
            around.into_iter().any(|other| (*other - **y).abs() < 0.75 * pitch)
        };
        few.iter().filter(near).count() * 2 >= few.len()
    }

    /// True when most lines on the right have one middle.
    fn centered(&self) -> bool {
        let mut middles: Vec<f32> =
            self.right.iter().flatten().map(|side| f32::midpoint(side.from, side.to)).collect();
        middles.sort_by(f32::total_cmp);
        let Some(middle) = middles.get(middles.len() / 2) else { return false };
        let same =
            middles.iter().filter(|other| (*other - middle).abs() < 0.8 * self.usual).count();
        middles.len() >= 5 && same * 10 >= middles.len() * 8
    }

    /// True when the lines on the right end at one place and begin at several, as dates do.
    fn flush_right(&self) -> bool {
        let right = || self.right.iter().flatten();
        let to = right().map(|side| side.to).fold(f32::NEG_INFINITY, f32::max);
        let all = right().all(|side| to - side.to < 0.3 * side.size);
        all && self.aligned().0 < right().count()
    }

    /// True when a heading stands on the left between lines that have both sides.
    fn has_heading(&self, pitch: f32) -> bool {
        let Some(last) = self.right.iter().rposition(Option::is_some) else { return false };
        let mut above: Option<Side> = None;
        for (left, right) in self.left[..last].iter().zip(&self.right) {
            if let (Some(side), None, Some(above)) = (left, right, above) {
                let large = side.size > 1.08 * above.size || (side.bold && !above.bold);
                if large || side.y - above.y > 1.2 * pitch {
                    return true;
                }
            }
            above = left.or(*right).or(above);
        }
        false
    }

    /// Cells side by side whose lines stand at the same heights: each is read to its end when it
    /// is set like a small page of its own, with its first line in another look than the next.
    pub(super) fn grid(&self, pitch: f32) -> bool {
        let right: Vec<Side> = self.right.iter().flatten().copied().collect();
        let both = self.both();
        if both < 2 || self.only_right() * 2 > right.len() || !follows_on(&self.right, pitch) {
            return false;
        }
        let (aligned, hanging) = self.aligned();
        let at_left = aligned * 10 >= right.len() * 4 && hanging * 10 >= right.len() * 6;
        if !at_left || self.flush_right() || self.has_heading(pitch) {
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
        // Dates on the right only are the dates of what stands on the left.
        let dated = pairs.iter().filter(|(left, right)| right.dated() && !left.dated()).count();
        if dated * 4 >= right.len() {
            return false;
        }
        let wraps = self.only_left() + self.only_right() > 0;
        match right.len() {
            0..=1 => false,
            2 => same_look && changes > 0,
            _ => same_look && (changes > 0 || wraps),
        }
    }

    /// The lines at which labels begin, when the left side has nothing but labels.
    pub(super) fn labels(&self, pitch: f32) -> Option<Vec<usize>> {
        let left: Vec<(usize, Side)> =
            self.left.iter().enumerate().filter_map(|(row, side)| Some((row, (*side)?))).collect();
        let right = self.right.iter().flatten().count();
        if left.len() * 2 > right + 1 || self.only_right() < 2 {
            return None;
        }
        // Labels with cells beside them: the channel of the labels is another one.
        if left.iter().any(|(_, side)| side.divided) {
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
        let (mut fitting, mut beside) = (0, 0);
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
            beside += usize::from(near.is_some());
            bands.push(row.min(at));
        }
        // Where a rule runs beside labels, content begins below it.
        let of = if labels.len() >= 3 { 4 } else { 2 };
        let (at, near) = self.aligned();
        let straight = near * 10 >= right * 6 && at * 10 >= right * 4;
        let lone = labels.len() == 1 && (right < 4 || at * 2 < right || near * 10 < right * 8);
        let fits = fitting * 5 >= labels.len() * 4 && beside * of >= labels.len();
        if !straight || lone || !fits {
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
