//! Periods of work in whole months.

use resume::Date;

/// First and last month, both counted, as months since year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    pub(crate) first: i32,
    pub(crate) last: i32,
}

impl Period {
    /// The period of a role: open when it has no end, and never beyond `as_of`. `None` when the
    /// beginning cannot be read, lies in the future or behind the end.
    pub(crate) fn of(start: Option<&Date>, end: Option<&Date>, as_of: &Date) -> Option<Self> {
        let today = as_of.last_month(as_of)?;
        let first = start?.first_month(as_of)?;
        let last = match end {
            None => today,
            Some(end) => end.last_month(as_of)?.min(today),
        };
        (first <= last).then_some(Self { first, last })
    }
}

/// Months that at least one of the periods has.
pub(crate) fn months(periods: impl Iterator<Item = Period>) -> u32 {
    let mut periods: Vec<Period> = periods.collect();
    periods.sort_unstable();
    let (mut total, mut behind) = (0, i32::MIN);
    for period in periods {
        let first = period.first.max(behind);
        if period.last >= first {
            total += period.last - first + 1;
            behind = period.last + 1;
        }
    }
    u32::try_from(total).unwrap_or(0)
}

/// The date of a month that is counted from year 0.
pub(crate) fn date(month: i32) -> Option<Date> {
    let year = u16::try_from(month.div_euclid(12)).ok()?;
    let month = u8::try_from(month.rem_euclid(12) + 1).ok()?;
    Some(Date::Month(year, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(roles: &[(&str, &str)], expected: u32) {
        let as_of = Date::Month(2026, 11);
        let period = |(start, end): &(&str, &str)| {
            let end = (!end.is_empty()).then(|| Date::parse(end));
            Period::of(Some(&Date::parse(start)), end.as_ref(), &as_of)
        };
        assert_eq!(months(roles.iter().filter_map(period)), expected, "{roles:?}");
    }

    #[test]
    fn overlaps_count_once() {
        check(&[], 0);
        check(&[("2020-01", "2020-12")], 12);
        check(&[("2020-01", "2020-12"), ("2020-06", "2021-06")], 18);
        check(&[("2020-01", "2020-12"), ("2020-03", "2020-05")], 12);
        check(&[("2021-01", "2021-02"), ("2020-01", "2020-02")], 4);
        check(&[("2026-10", "")], 2);
        check(&[("2026-10", "present"), ("2019", "2020")], 26);
    }

    #[test]
    fn what_cannot_be_read_is_no_period() {
        check(&[("soon", "2020-12")], 0);
        check(&[("2020-12", "2020-01")], 0);
        check(&[("2027-01", "")], 0);
        check(&[("2026-11", "2029-01")], 1);
        check(&[("2020-01", "someday")], 0);
    }
}
