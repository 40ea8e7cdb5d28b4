//! The heaviest chain of places that follow each other.

use std::ops::Range;

/// Clears the places that do not belong to the chain with the most letters in which every place
/// begins at or behind the end of the one before it.
pub(super) fn keep_heaviest(places: &mut [Option<Range<usize>>]) {
    let mut ends: Vec<usize> = places.iter().flatten().map(|place| place.end).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut best = Best { nodes: vec![None; ends.len() + 1] };
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let chain = best.of_first(ends.partition_point(|end| *end <= place.start));
        before[at] = chain.map(|chain| chain.last);
        let weight = chain.map_or(0, |chain| chain.weight) + place.len() + 1;
        best.raise(ends.partition_point(|end| *end <= place.end), Chain { weight, last: at });
    }
    let mut kept = vec![false; places.len()];
    let mut last = best.of_first(ends.len()).map(|chain| chain.last);
    while let Some(at) = last {
        kept[at] = true;
        last = before[at];
    }
    for (place, kept) in places.iter_mut().zip(kept) {
        if !kept {
            *place = None;
        }
    }
}

/// A chain, by its last place.
#[derive(Clone, Copy)]
struct Chain {
    weight: usize,
    last: usize,
}

/// The heaviest chain among those that end at the first so many ends: a Fenwick tree of maxima.
struct Best {
    nodes: Vec<Option<Chain>>,
}

impl Best {
    fn of_first(&self, mut ends: usize) -> Option<Chain> {
        let mut best: Option<Chain> = None;
        while ends > 0 {
            if let Some(chain) = self.nodes[ends]
                && best.is_none_or(|best| chain.weight > best.weight)
            {
                best = Some(chain);
            }
            ends &= ends - 1;
        }
        best
    }

    fn raise(&mut self, mut end: usize, chain: Chain) {
        while end < self.nodes.len() {
            let node = &mut self.nodes[end];
            if node.is_none_or(|node| chain.weight > node.weight) {
                *node = Some(chain);
            }
            end += end & end.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::keep_heaviest;

    #[track_caller]
    fn check(places: &[(usize, usize)], expected: &[usize]) {
        let mut found: Vec<_> = places.iter().map(|(start, end)| Some(*start..*end)).collect();
        keep_heaviest(&mut found);
        let kept: Vec<usize> = (0..found.len()).filter(|at| found[*at].is_some()).collect();
        assert_eq!(kept, expected, "{places:?}");
    }

    #[test]
    fn what_follows_each_other_stays() {
        check(&[], &[]);
        check(&[(0, 3), (3, 5), (9, 20)], &[0, 1, 2]);
        check(&[(5, 9), (0, 3)], &[0]);
        check(&[(5, 7), (0, 4)], &[1]);
    }

    #[test]
    fn one_that_strayed_does_not_outvote_the_rest() {
        check(&[(0, 9), (90, 94), (10, 19), (20, 29)], &[0, 2, 3]);
        check(&[(0, 9), (10, 60), (20, 24), (60, 70)], &[0, 1, 3]);
    }
}
