//! Fisher's exact test of two groups.

/// Tables that are as unlikely as the one seen up to rounding count as well; the same tolerance as
/// in the statistics package R.
const TOLERANCE: f64 = 1.0 + 1e-7;

/// Two-sided p: how likely a difference like this one, or a rarer one, is when both groups are
/// drawn from the same lot. In (0, 1]; 1 when a group is empty.
///
/// `one` and `other` are (people, selected). More selected than people counts as all of them.
pub fn fisher_exact(one: (u64, u64), other: (u64, u64)) -> f64 {
    let (people, rest) = (u128::from(one.0), u128::from(other.0));
    let seen = u128::from(one.1.min(one.0));
    let selected = seen + u128::from(other.1.min(other.0));
    let total = people + rest;
    let (least, most) = (selected.saturating_sub(rest), people.min(selected));
    if least == most {
        return 1.0;
    }
    let observed = weight_at(people, rest, selected, seen);
    let mut sums = (0.0, 0.0);
    let mut add = |weight: f64| {
        sums.0 += weight;
        if weight <= observed * TOLERANCE {
            sums.1 += weight;
        }
    };
    // The most likely table has weight 1, the others follow from their neighbor; far out they
    // vanish, and so does the work. (The smallest floats never reach zero by rounding.)
    let mode = mode(people, selected, total, least, most);
    let mut weight = 1.0;
    add(weight);
    for at in mode..most {
        weight *= step_up(people, rest, selected, at);
        if weight < f64::MIN_POSITIVE {
            break;
        }
        add(weight);
    }
    weight = 1.0;
    for at in (least..mode).rev() {
        weight /= step_up(people, rest, selected, at);
        if weight < f64::MIN_POSITIVE {
            break;
        }
        add(weight);
    }
    (sums.1 / sums.0).clamp(f64::MIN_POSITIVE, 1.0)
}

/// The weight of the table with `seen` selected in the first group, that of the mode being 1.
fn weight_at(people: u128, rest: u128, selected: u128, seen: u128) -> f64 {
    let total = people + rest;
    let (least, most) = (selected.saturating_sub(rest), people.min(selected));
    let mode = mode(people, selected, total, least, most);
    let mut weight = 1.0;
    let (low, high) = (mode.min(seen), mode.max(seen));
    for at in low..high {
        // Outward from the mode in both directions, so that rounding is the same in mirror image.
        let at = if seen > mode { at } else { high - 1 - (at - low) };
        let step = step_up(people, rest, selected, at);
        weight = if seen > mode { weight * step } else { weight / step };
        if weight < f64::MIN_POSITIVE {
            break;
        }
    }
    weight
}

/// How many of the first group are selected in the most likely table.
fn mode(people: u128, selected: u128, total: u128, least: u128, most: u128) -> u128 {
    ((people + 1) * (selected + 1) / (total + 2)).clamp(least, most)
}

/// How much more likely `at + 1` selected in the first group are than `at`.
fn step_up(people: u128, rest: u128, selected: u128, at: u128) -> f64 {
    let up = (people - at) as f64 * (selected - at) as f64;
    let down = (at + 1) as f64 * (rest + at + 1 - selected) as f64;
    up / down
}
