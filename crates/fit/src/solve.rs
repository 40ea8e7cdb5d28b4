//! The cheapest set of things to leave out that frees enough lines.
//!
//! This is a covering knapsack in groups: an entry may have to keep some of its bullets. With `n`
//! things and `l` lines to free, a table of `n × l × (kept + 1)` cells gives the cheapest set
//! exactly. Beyond [`MOST_CELLS`] things leave by their cost for each line, and the distance to
//! the cheapest possible set is bounded by that of fractional things.

/// One thing that may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Lines it takes; at least one.
    pub(crate) lines: usize,
    /// What leaving it out costs.
    pub(crate) cost: u64,
}

/// Things of which at least `keep` have to stay.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) items: Vec<Item>,
    pub(crate) keep: usize,
}

/// What to leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Group and place in it, in order.
    pub(crate) items: Vec<(usize, usize)>,
    /// By how much another set could be cheaper at most; 0 for an exact answer.
    pub(crate) slack: u64,
}

/// Tables larger than this are not made: 32 MB, some ten milliseconds.
const MOST_CELLS: usize = 4_000_000;

/// The cheapest things that take at least `lines` lines together; `None` when all that may leave
/// take less.
pub(crate) fn cheapest(groups: &[Group], lines: usize) -> Option<Choice> {
    let items: usize = groups.iter().map(|group| group.items.len()).sum();
    let keep = groups.iter().map(|group| group.keep).max().unwrap_or(0);
    if items.saturating_mul(lines + 1).saturating_mul(keep + 1) <= MOST_CELLS {
        exact(groups, lines)
    } else {
        greedy(groups, lines)
    }
}

const NEVER: u64 = u64::MAX;

/// Dynamic programming. The state is how many lines are free (at most `lines`: more is as good)
/// and, inside a group, how many of its items stay (at most `keep`: more is as good).
fn exact(groups: &[Group], lines: usize) -> Option<Choice> {
    // For each item: the cost of each state before it was decided.
    let mut history: Vec<Vec<u64>> = Vec::new();
    let mut done = vec![NEVER; lines + 1];
    done[0] = 0;
    for group in groups {
        let width = group.keep + 1;
        let mut state = vec![NEVER; (lines + 1) * width];
        for (free, cost) in done.iter().enumerate() {
            state[free * width] = *cost;
        }
        for item in &group.items {
            let next = after(&state, width, lines, item);
            history.push(std::mem::replace(&mut state, next));
        }
        let kept = group.keep.min(group.items.len());
        for (free, cost) in done.iter_mut().enumerate() {
            let enough = kept..width;
            *cost = enough.map(|kept| state[free * width + kept]).min().unwrap_or(NEVER);
        }
    }
    (done[lines] != NEVER).then(|| Choice { items: trace(groups, lines, &history), slack: 0 })
}

/// The states after an item stays and after it leaves.
fn moves(at: usize, width: usize, lines: usize, item: &Item) -> (usize, usize) {
    let (free, kept) = (at / width, at % width);
    let more = (kept + 1).min(width - 1);
    (free * width + more, (free + item.lines).min(lines) * width + kept)
}

/// Which items left, found from the end of the table.
fn trace(groups: &[Group], lines: usize, history: &[Vec<u64>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut free = lines;
    let mut before = history.len();
    for (group_at, group) in groups.iter().enumerate().rev() {
        let width = group.keep + 1;
        let Some(last_item) = group.items.last() else { continue };
        let start = before - group.items.len();
        let last = after(&history[before - 1], width, lines, last_item);
        let kept = group.keep.min(group.items.len());
        let ends = (kept..width).map(|kept| free * width + kept);
        let Some(mut at) = ends.min_by_key(|at| last[*at]) else { continue };
        let mut cost = last[at];
        for (item_at, item) in group.items.iter().enumerate().rev() {
            let state = &history[start + item_at];
            let from = state.iter().enumerate().find_map(|(from, paid)| {
                if *paid == NEVER {
                    return None;
                }
                let (stays, leaves) = moves(from, width, lines, item);
                if stays == at && *paid == cost {
                    Some((from, false))
                } else if leaves == at && paid.saturating_add(item.cost) == cost {
                    Some((from, true))
                } else {
                    None
                }
            });
            let Some((from, left)) = from else { break };
            if left {
                found.push((group_at, item_at));
                cost -= item.cost;
            }
            at = from;
        }
        free = at / width;
        before = start;
    }
    found.reverse();
    found
}

/// The states when one more item was decided.
fn after(state: &[u64], width: usize, lines: usize, item: &Item) -> Vec<u64> {
    let mut next = vec![NEVER; state.len()];
    for (at, cost) in state.iter().enumerate().filter(|(_, cost)| **cost != NEVER) {
        let (stays, leaves) = moves(at, width, lines, item);
        next[stays] = next[stays].min(*cost);
        next[leaves] = next[leaves].min(cost.saturating_add(item.cost));
    }
    next
}

/// By cost for each line. Leaving out fractions of things, the best possible cost is that of the
/// things taken in full plus a share of the last one; no set of whole things is cheaper.
fn greedy(groups: &[Group], lines: usize) -> Option<Choice> {
    let mut order: Vec<(usize, usize)> = groups
        .iter()
        .enumerate()
        .flat_map(|(group, of)| (0..of.items.len()).map(move |item| (group, item)))
        .collect();
    let item = |(group, item): (usize, usize)| &groups[group].items[item];
    order.sort_by(|one, other| {
        let (a, b) = (item(*one), item(*other));
        let ratio =
            (u128::from(a.cost) * b.lines as u128).cmp(&(u128::from(b.cost) * a.lines as u128));
        ratio.then(one.cmp(other))
    });
    let mut kept: Vec<usize> = groups.iter().map(|group| group.items.len()).collect();
    let (mut free, mut cost) = (0, 0_u64);
    let mut relaxed = None;
    let (mut all_free, mut all_cost) = (0, 0_u64);
    let mut taken = Vec::new();
    for at in order {
        let one = item(at);
        // The bound ignores what has to stay, so it is not above the true optimum.
        if relaxed.is_none() {
            if all_free + one.lines >= lines {
                let missing = (lines - all_free) as u64;
                relaxed = Some(all_cost + one.cost * missing / one.lines.max(1) as u64);
            }
            all_free += one.lines;
            all_cost += one.cost;
        }
        if free < lines && kept[at.0] > groups[at.0].keep {
            kept[at.0] -= 1;
            free += one.lines;
            cost += one.cost;
            taken.push(at);
        }
    }
    taken.sort_unstable();
    let slack = cost.saturating_sub(relaxed.unwrap_or(0));
    (free >= lines).then_some(Choice { items: taken, slack })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(keep: usize, items: &[(usize, u64)]) -> Group {
        let items = items.iter().map(|(lines, cost)| Item { lines: *lines, cost: *cost });
        Group { items: items.collect(), keep }
    }

    #[track_caller]
    fn check(groups: &[Group], lines: usize, expected: Option<&[(usize, usize)]>) {
        let choice = cheapest(groups, lines).map(|choice| choice.items);
        assert_eq!(choice.as_deref(), expected, "{lines} lines of {groups:?}");
    }

    #[test]
    fn the_cheapest_things_leave() {
        let page = [group(0, &[(2, 300), (1, 10), (2, 30)]), group(0, &[(3, 35)])];
        check(&page, 0, Some(&[]));
        check(&page, 1, Some(&[(0, 1)]));
        check(&page, 2, Some(&[(0, 2)]));
        check(&page, 3, Some(&[(1, 0)]));
        check(&page, 4, Some(&[(0, 1), (1, 0)]));
        check(&page, 5, Some(&[(0, 2), (1, 0)]));
        check(&page, 8, Some(&[(0, 0), (0, 1), (0, 2), (1, 0)]));
        check(&page, 9, None);
        check(&[], 1, None);
        check(&[], 0, Some(&[]));
    }

    #[test]
    fn what_has_to_stay_stays() {
        let page = [group(1, &[(1, 0), (1, 5)]), group(2, &[(1, 1), (2, 1)]), group(0, &[(1, 50)])];
        check(&page, 1, Some(&[(0, 0)]));
        check(&page, 2, Some(&[(0, 0), (2, 0)]));
        check(&page, 3, None);
        // More has to stay than there is.
        check(&[group(3, &[(1, 1)])], 1, None);
    }

    fn sum(groups: &[Group], items: &[(usize, usize)]) -> (usize, u64) {
        items.iter().fold((0, 0), |(lines, cost), (group, item)| {
            let item = &groups[*group].items[*item];
            (lines + item.lines, cost + item.cost)
        })
    }

    /// Every subset of at most 12 things.
    fn brute_force(groups: &[Group], lines: usize) -> Option<u64> {
        let places: Vec<(usize, usize)> = groups
            .iter()
            .enumerate()
            .flat_map(|(at, group)| (0..group.items.len()).map(move |item| (at, item)))
            .collect();
        (0..1_u32 << places.len())
            .filter_map(|set| {
                let chosen: Vec<_> = (0..places.len())
                    .filter(|at| set >> at & 1 == 1)
                    .map(|at| places[at])
                    .collect();
                let (free, cost) = sum(groups, &chosen);
                let stays = groups.iter().enumerate().all(|(at, group)| {
                    let left = chosen.iter().filter(|(group, _)| *group == at).count();
                    left == 0 || group.items.len() - left >= group.keep
                });
                (free >= lines && stays).then_some(cost)
            })
            .min()
    }

    fn groups() -> impl Strategy<Value = Vec<Group>> {
        let item = (1_usize..4, 0_u64..40).prop_map(|(lines, cost)| Item { lines, cost });
        let group = (prop::collection::vec(item, 0..4), 0_usize..3)
            .prop_map(|(items, keep)| Group { items, keep });
        prop::collection::vec(group, 0..4)
    }

    proptest! {
        #[test]
        fn nothing_is_cheaper(groups in groups(), lines in 0_usize..20) {
            let best = brute_force(&groups, lines);
            let found = exact(&groups, lines);
            prop_assert_eq!(found.as_ref().map(|choice| sum(&groups, &choice.items).1), best);
            if let Some(choice) = found {
                prop_assert!(sum(&groups, &choice.items).0 >= lines);
            }
        }

        #[test]
        fn the_bound_of_the_greedy_way_holds(groups in groups(), lines in 0_usize..20) {
            if let (Some(choice), Some(best)) = (greedy(&groups, lines), brute_force(&groups, lines)) {
                let (free, cost) = sum(&groups, &choice.items);
                prop_assert!(free >= lines);
                prop_assert!(cost - choice.slack <= best, "{cost} - {} > {best}", choice.slack);
            }
        }
    }
}
