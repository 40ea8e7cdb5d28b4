//! Which bar a page is measured against.

use resume::{Date, Stage};
use roles::RolePack;

use crate::page::Period;

/// Months of dated work, overlapping roles counted once.
pub(crate) fn months_of_work(periods: &[Period], as_of: &Date) -> i32 {
    let mut months: Vec<(i32, i32)> = periods
        .iter()
        .filter_map(|period| {
            let start = period.start.as_ref()?.first_month(as_of)?;
            let end = period.end.as_ref().unwrap_or(&Date::Present).last_month(as_of)?;
            (end >= start).then_some((start, end))
        })
        .collect();
    months.sort_unstable();
    let mut total = 0;
    let mut covered_to = i32::MIN;
    for (start, end) in months {
        let from = start.max(covered_to.saturating_add(1));
        if end >= from {
            total += end - from + 1;
            covered_to = end;
        }
    }
    total
}

/// The stage that years of dated work suggest, with the reason in words.
pub(crate) fn detect(periods: &[Period], as_of: &Date, pack: &RolePack) -> (Stage, String) {
    let months = months_of_work(periods, as_of);
    let years = f64::from(months) / 12.0;
    let stage = pack
        .bars
        .iter()
        .rev()
        .find(|bar| years >= bar.from_years)
        .map_or(Stage::Junior, |bar| bar.stage);
    let reason = if months == 0 {
        "no dated work was found".to_owned()
    } else {
        format!("{} of dated work", duration(months))
    };
    (stage, reason)
}

fn duration(months: i32) -> String {
    let plural =
        |count: i32, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    match (months / 12, months % 12) {
        (0, rest) => plural(rest, "month"),
        (years, 0) => plural(years, "year"),
        (years, rest) => format!("{} and {}", plural(years, "year"), plural(rest, "month")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(periods: &[(&str, &str)], expected: i32) {
        let date = |text: &str| (!text.is_empty()).then(|| Date::parse(text));
        let periods: Vec<Period> = periods
            .iter()
            .map(|(start, end)| Period { start: date(start), end: date(end) })
            .collect();
        assert_eq!(months_of_work(&periods, &Date::Month(2026, 11)), expected);
    }

    #[test]
    fn overlapping_roles_count_once() {
        check(&[("2024-01", "2024-12")], 12);
        check(&[("2024-01", "2024-12"), ("2024-06", "2025-06")], 18);
        check(&[("2024-06", "2025-06"), ("2024-01", "2024-12")], 18);
        check(&[("2026-10", "")], 2);
        check(&[("2026-10", "present")], 2);
        check(&[("2024", "2024")], 12);
        check(&[("2025-01", "2024-01")], 0);
        check(&[("soon", "")], 0);
        check(&[], 0);
    }
}
