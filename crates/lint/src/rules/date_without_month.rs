//! `date-without-month`: a role is dated by years alone.

use resume::{Date, FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The dates of a role have no months.
    ///
    /// ## Why
    /// "2021 – 2022" can be two months or two years. Readers assume the least, application forms
    /// ask for the month, and years beside months look as if something were hidden.
    ///
    /// ## What to do
    /// Write year and month of every start and end, all in one form. If you do not remember the
    /// month, look it up in a contract or payslip rather than guess. Schools and roles that ended
    /// more than ten years ago may keep the year.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2022-03
    ///     endDate: present
    ///   - name: Brackwater Data
    ///     startDate: "2019"
    ///     endDate: "2021"
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: "2022"
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: Mar 2022
    ///     endDate: present
    /// education:
    ///   - institution: Zeeland Polytechnic
    ///     startDate: "2014"
    ///     endDate: "2018"
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Brackwater Data
    ///     startDate: "2012"
    ///     endDate: "2014"
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2022-03-01
    ///     endDate: 2023-04
    /// ```
    "date-without-month", Severity::Warning, Topic::Format => check
}

/// Of older roles nobody asks the month.
const OLD_MONTHS: i32 = 120;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let today = cx.as_of.first_month(cx.as_of);
    let work = &cx.resume.work;
    let months = work
        .iter()
        .flat_map(|role| [&role.start_date, &role.end_date])
        .flatten()
        .any(Date::has_month);
    for (index, role) in work.iter().enumerate() {
        let ended = role.end_date.as_ref().and_then(|end| end.last_month(cx.as_of));
        if ended.zip(today).is_some_and(|(ended, today)| today - ended > OLD_MONTHS) {
            continue;
        }
        let dates = [("startDate", &role.start_date), ("endDate", &role.end_date)];
        let years: Vec<(&str, &Date)> = dates
            .into_iter()
            .filter_map(|(key, date)| Some((key, date.as_ref()?)))
            .filter(|(_, date)| matches!(date, Date::Year(_)))
            .collect();
        let Some(&(key, _)) = years.first() else { continue };
        let said: Vec<String> = years.iter().map(|(_, date)| date.display().into_owned()).collect();
        let has = if said.len() == 1 { "has no month" } else { "have no months" };
        let beside = if months { ", other dates have one" } else { "" };
        findings.add(
            FieldPath::root().key("work").index(index).key(key.to_owned()),
            format!("{} {has}{beside}", said.join(" and ")),
            "write year and month, e.g. `2022-03`; look the month up, do not guess it",
        );
    }
}
