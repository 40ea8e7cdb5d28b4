//! The figures of the groups of one table.

use serde::Serialize;

use crate::fisher::fisher_exact;
use crate::interval::wilson;

/// Groups with a smaller share of the people, in percent, are marked.
pub(crate) const SMALL_PERCENT: u64 = 2;

/// One group: what was counted, and what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "a row of a table, each of them a column")]
pub struct Group {
    /// Its name by each attribute of the table, e.g. `["Female", "Asian"]`.
    pub group: Vec<String>,
    /// People in it whose outcome is known.
    pub people: u64,
    /// How many of them were selected, or scored above the median of the sample.
    pub selected: u64,
    /// Its part of the people of the table, 0 to 1.
    pub share: Option<f64>,
    /// It has less than 2 % of the people of the table.
    pub below_two_percent: bool,
    /// Left out of the comparison, as rules for audits allow with groups below 2 %.
    pub left_out: bool,
    /// Selected of the people in it, 0 to 1; `None` without people.
    pub rate: Option<f64>,
    /// Lower end of the 95 % Wilson interval of the rate.
    pub rate_low: Option<f64>,
    /// Upper end of it.
    pub rate_high: Option<f64>,
    /// Its rate is the highest of those compared; that of several may be.
    pub highest: bool,
    /// Its rate by the highest rate, of unrounded figures; `None` when either is missing, or no
    /// one was selected at all.
    pub ratio: Option<f64>,
    /// The ratio is below four fifths.
    pub below_four_fifths: bool,
    /// Two-sided p of Fisher's exact test against the group of the highest rate (of several the
    /// one with most people), (0, 1]; `None` for that group itself.
    pub p: Option<f64>,
    /// A single decision that would have put the ratio on the other side of four fifths.
    pub one_person: Option<OnePerson>,
}

/// What one decision more or less would have changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OnePerson {
    /// The group in which one person more or less is selected.
    pub group: Vec<String>,
    /// Which of the two.
    pub change: Change,
    /// The ratio of the group whose figures these are, then.
    pub ratio: f64,
    /// That ratio is below four fifths, then.
    pub below_four_fifths: bool,
    /// The group that had the highest rate is below four fifths, then: its ratio.
    pub reversed: Option<f64>,
}

/// One decision, the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Change {
    /// One more person is selected.
    OneMore,
    /// One person fewer is.
    OneFewer,
}

/// People that no group of a table counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outside {
    /// People whose group is not known, and whose outcome is.
    pub unknown_group: u64,
    /// How many of them were selected, or scored above the median.
    pub unknown_group_selected: u64,
    /// People whose outcome or score is not known, whatever their group.
    pub unknown_outcome: u64,
}

/// People and selected of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    people: u64,
    selected: u64,
}

impl Count {
    /// Compares two rates without dividing.
    fn rate_is_above(self, other: Self) -> bool {
        wide(self.selected) * wide(other.people) > wide(other.selected) * wide(self.people)
    }

    /// Divides once, by the rate of the `highest`, when there is something to divide by.
    fn ratio(self, highest: Self) -> Option<f64> {
        let (over, under) = self.parts(highest);
        (under > 0).then(|| over as f64 / under as f64)
    }

    /// Compares the ratio with four fifths without dividing.
    fn is_below_four_fifths(self, highest: Self) -> bool {
        let (over, under) = self.parts(highest);
        5 * over < 4 * under
    }

    fn parts(self, highest: Self) -> (u128, u128) {
        (wide(self.selected) * wide(highest.people), wide(highest.selected) * wide(self.people))
    }

    /// The same people after one decision the other way round, when there is one to change.
    fn after(self, change: Change) -> Option<Self> {
        let selected = match change {
            Change::OneMore => self.selected.checked_add(1).filter(|more| *more <= self.people)?,
            Change::OneFewer => self.selected.checked_sub(1)?,
        };
        Some(Self { selected, ..self })
    }
}

fn wide(count: u64) -> u128 {
    u128::from(count)
}

/// The figures of groups, given as name, people and selected. Groups below 2 % stay out of the
/// comparison when `leave_out_small`.
pub(crate) fn groups(counts: Vec<(Vec<String>, u64, u64)>, leave_out_small: bool) -> Vec<Group> {
    let total: u64 = counts.iter().map(|(_, people, _)| people).sum();
    let mut groups: Vec<Group> =
        counts.into_iter().map(|counted| counted_only(counted, total, leave_out_small)).collect();
    let Some(best) = highest(&groups, None) else { return groups };
    let top = groups[best].count();
    // The highest of the others, for what happens when the best group loses one.
    let second = highest(&groups, Some(best));
    let best_name = groups[best].group.clone();
    let second = second.map(|at| (at, groups[at].count()));
    for (at, group) in groups.iter_mut().enumerate() {
        if !group.is_compared() {
            continue;
        }
        let count = group.count();
        group.highest = !top.rate_is_above(count);
        group.ratio = count.ratio(top);
        group.below_four_fifths = count.is_below_four_fifths(top);
        if at != best {
            let pair = (count.people, count.selected);
            group.p = Some(fisher_exact(pair, (top.people, top.selected)));
            let other = second.filter(|(second, _)| *second != at).map(|(_, count)| count);
            let rivals = Rivals { best: &best_name, top, other };
            group.one_person = one_person(&group.group, count, &rivals);
        }
    }
    groups
}

/// A group before it is compared with others.
fn counted_only(
    (group, people, selected): (Vec<String>, u64, u64),
    total: u64,
    leave_out: bool,
) -> Group {
    let interval = wilson(people, selected);
    let below_two_percent = 100 * wide(people) < wide(SMALL_PERCENT) * wide(total);
    Group {
        group,
        people,
        selected,
        share: (total > 0).then(|| people as f64 / total as f64),
        below_two_percent,
        left_out: leave_out && below_two_percent,
        rate: (people > 0).then(|| selected as f64 / people as f64),
        rate_low: interval.map(|(low, _)| low),
        rate_high: interval.map(|(_, high)| high),
        highest: false,
        ratio: None,
        below_four_fifths: false,
        p: None,
        one_person: None,
    }
}

impl Group {
    fn count(&self) -> Count {
        Count { people: self.people, selected: self.selected }
    }

    fn is_compared(&self) -> bool {
        self.people > 0 && !self.left_out
    }
}

/// The group with the highest rate, of several the one with most people, of those the first;
/// `None` when no one was selected.
fn highest(groups: &[Group], without: Option<usize>) -> Option<usize> {
    let compared = groups.iter().enumerate().filter(|(_, group)| group.is_compared());
    let best = compared.filter(|(at, _)| Some(*at) != without).reduce(|best, next| {
        let (one, other) = (best.1.count(), next.1.count());
        let wins =
            other.rate_is_above(one) || (!one.rate_is_above(other) && other.people > one.people);
        if wins { next } else { best }
    })?;
    (best.1.selected > 0).then_some(best.0)
}

/// Whom a group is compared with.
struct Rivals<'a> {
    /// The name of the group with the highest rate.
    best: &'a [String],
    /// Its counts.
    top: Count,
    /// The counts of the highest rate of the rest.
    other: Option<Count>,
}

/// The first decision, of the few that could, after which a group is on the other side of four
/// fifths.
fn one_person(name: &[String], count: Count, rivals: &Rivals<'_>) -> Option<OnePerson> {
    let &Rivals { best, top, other } = rivals;
    let below = count.is_below_four_fifths(top);
    let (own, of_top) = if below {
        (Change::OneMore, Change::OneFewer)
    } else {
        (Change::OneFewer, Change::OneMore)
    };
    let higher = |one: Count, other: Count| if other.rate_is_above(one) { other } else { one };
    let own = count.after(own).map(|after| (name, own, after, top));
    let of_top = top.after(of_top).map(|after| (best, of_top, count, after));
    own.into_iter().chain(of_top).find_map(|(changed, change, count, top)| {
        let highest = higher(other.map_or(top, |other| higher(top, other)), count);
        let below_four_fifths = count.is_below_four_fifths(highest);
        let reversed = top.is_below_four_fifths(highest).then(|| top.ratio(highest)).flatten();
        let ratio = count.ratio(highest)?;
        let group = changed.to_vec();
        let one = OnePerson { group, change, ratio, below_four_fifths, reversed };
        (below_four_fifths != below).then_some(one)
    })
}
