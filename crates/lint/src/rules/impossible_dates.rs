//! `impossible-dates`: dates that contradict each other or the calendar.

use resume::{Date, Severity};

use super::unreadable_date::{Dated, dated};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Dates cannot be right: an end before its start, or a day still to come.
    ///
    /// ## Why
    /// A reader who finds one date wrong doubts them all, and a form that computes months from
    /// them computes nonsense.
    ///
    /// ## What to do
    /// Correct the date. What is still to come is allowed where it is normal: a contract or a
    /// project that ends within a year, a degree within six, an article or talk announced for the
    /// next twelve months. "Today" is the as-of day of the report.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2023-06
    ///     endDate: 2022-03
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2027-02
    /// ```
    /// ```yaml,flagged
    /// certificates:
    ///   - name: Operations of PostgreSQL
    ///     date: 2029-01
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2024-06
    ///     endDate: 2027-03
    ///   - name: Zeeland Polytechnic
    ///     position: Teaching assistant
    ///     startDate: "2023"
    ///     endDate: 2023-05
    ///   - name: Brackwater Data
    ///     startDate: 2026-11
    /// ```
    /// ```yaml,clean
    /// education:
    ///   - institution: Zeeland Polytechnic
    ///     startDate: 2026-09
    ///     endDate: "2030"
    /// publications:
    ///   - name: Fencing tokens in a ferry terminal
    ///     releaseDate: 2027-04
    /// ```
    "impossible-dates", Severity::Error, Topic::Integrity => check
}

/// Nobody who applies today worked or studied before.
const FIRST_YEAR: u16 = 1940;

/// Months from today that a start, an end or a single date of a section may lie ahead.
fn ahead(section: &str, key: &str) -> i32 {
    match (section, key) {
        // A degree in progress, a place at a school that was accepted.
        ("education", "endDate") => 72,
        // A limited contract, a notice period; an accepted article or talk.
        ("education", "startDate") | (_, "endDate" | "releaseDate") => 12,
        _ => 0,
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for entry in dated(cx.resume) {
        if let Some((start, end)) = backwards(&entry, cx.as_of) {
            findings.add(
                entry.path.key("endDate"),
                format!("it ends in {}, before it starts in {}", end.display(), start.display()),
                "correct one of the two dates; they may be exchanged",
            );
            continue;
        }
        for (key, date) in &entry.dates {
            if let Some(message) = impossible(entry.section, key, date, cx.as_of) {
                findings.add(entry.path.key(*key), message, "correct the date");
            }
        }
    }
}

/// Start and end when the end cannot come after the start, however coarse they are.
fn backwards<'a>(entry: &Dated<'a>, as_of: &Date) -> Option<(&'a Date, &'a Date)> {
    let (start, end) = (entry.date("startDate")?, entry.date("endDate")?);
    // An open end is no end; a start to come is reported by itself.
    if *end == Date::Present {
        return None;
    }
    let (first, last) = (start.first_month(as_of)?, end.last_month(as_of)?);
    let days = match (start, end) {
        (Date::Day(_, _, start), Date::Day(_, _, end)) => end < start,
        _ => false,
    };
    (last < first || (last == first && days)).then_some((start, end))
}

fn impossible(section: &str, key: &str, date: &Date, as_of: &Date) -> Option<String> {
    if *date == Date::Present {
        return (key != "endDate").then(|| format!("`{key}` cannot be \"present\""));
    }
    if date.year().is_some_and(|year| year < FIRST_YEAR) {
        return Some(format!("the year {date} is too long ago"));
    }
    let (month, today) = (date.first_month(as_of)?, as_of.last_month(as_of)?);
    (month > today + ahead(section, key))
        .then(|| format!("{} is after {}, the day of this report", date.display(), as_of.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(section: &str, key: &str, date: &str, expected: bool) {
        let found = impossible(section, key, &Date::parse(date), &Date::Month(2026, 11));
        assert_eq!(found.is_some(), expected, "{section} {key} {date}: {found:?}");
    }

    #[test]
    fn what_may_lie_ahead() {
        check("work", "startDate", "2026-11", false);
        check("work", "startDate", "2026-12", true);
        check("work", "startDate", "2026", false);
        check("work", "startDate", "2027", true);
        check("work", "endDate", "2027-11", false);
        check("work", "endDate", "2027-12", true);
        check("education", "endDate", "2032-11", false);
        check("education", "endDate", "2032-12", true);
        check("education", "startDate", "2027-09", false);
        check("awards", "date", "2026-12", true);
        check("publications", "releaseDate", "2027-05", false);
    }

    #[test]
    fn what_is_never_right() {
        check("work", "startDate", "present", true);
        check("work", "endDate", "present", false);
        check("work", "startDate", "0202-01", true);
        check("work", "startDate", "1984-01", false);
        check("work", "startDate", "soon", false);
    }
}
