//! `gap-between-roles`: months between two dated entries that nothing on the page covers.

use std::sync::LazyLock;

use resume::{Date, FieldPath, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// Nothing on the page covers some months between two roles.
    ///
    /// ## Why
    /// Readers count. A neutral line, study, family, a sabbatical, answers the question before it
    /// is asked. It is nobody's duty to write one, and no grade depends on it.
    ///
    /// ## What to do
    /// Decide whether you want to name it. If so, a few words in the summary are enough, or an
    /// entry under education or volunteering.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - {name: Tollhaven, position: Engineer, startDate: 2024-07}
    ///   - {name: Brackwater, position: Engineer, startDate: 2018-02, endDate: 2021-07}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven, position: Engineer, startDate: 2024-07}
    ///   - {name: Brackwater, position: Engineer, startDate: 2018-02, endDate: 2024-01}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven, position: Engineer, startDate: 2024-07}
    ///   - {name: Brackwater, position: Engineer, startDate: 2018-02, endDate: 2021-07}
    /// education:
    ///   - {institution: Zeeland Polytechnic, studyType: MSc, startDate: "2021", endDate: "2024"}
    /// ```
    /// ```yaml,clean
    /// basics: {summary: Engineer for ferry booking; back since 2024 from parental leave.}
    /// work:
    ///   - {name: Tollhaven, position: Engineer, startDate: 2024-07}
    ///   - {name: Brackwater, position: Engineer, startDate: 2018-02, endDate: 2021-07}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven, position: Engineer, startDate: 2012-07}
    ///   - {name: Brackwater, position: Engineer, startDate: 2008-02, endDate: 2010-07}
    /// ```
    "gap-between-roles", Severity::Info, Topic::Integrity => check
}

/// A shorter pause between two jobs surprises nobody.
const MOST_MONTHS: i32 = 9;
/// Nobody asks about older ones.
const OLD_MONTHS: i32 = 120;

/// Words by which people name a pause.
static PAUSES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "sabbatical",
        "parental|maternity|paternity|family|medical|sick leave",
        "career break|pause",
        "time off",
        "military|civil|civilian|national service",
        "caring for",
        "caregiver",
        "took .. off",
        "year|years off|abroad",
        "gap year",
        "travel*",
        "illness",
        "laid off",
        "career gap",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let resume = cx.resume;
    let month = |date: &Option<Date>, last: bool| {
        let date = date.as_ref()?;
        if last { date.last_month(cx.as_of) } else { date.first_month(cx.as_of) }
    };
    let Some(today) = cx.as_of.first_month(cx.as_of) else { return };
    let span = |start: &Option<Date>, end: &Option<Date>| {
        let start = month(start, false);
        let until = if end.is_some() { month(end, true) } else { Some(today) };
        // A year alone may mean any of its months.
        start.or(month(end, false)).zip(until)
    };
    // Months covered, and the role a gap is told at.
    let mut covered: Vec<(i32, i32, Option<usize>)> = Vec::new();
    let work = resume.work.iter().enumerate();
    covered.extend(work.filter_map(|(at, role)| {
        let (start, end) = span(&role.start_date, &role.end_date)?;
        Some((start, end, Some(at)))
    }));
    let study = resume.education.iter().map(|entry| span(&entry.start_date, &entry.end_date));
    let unpaid = resume.volunteer.iter().map(|entry| span(&entry.start_date, &entry.end_date));
    covered.extend(study.chain(unpaid).flatten().map(|(start, end)| (start, end, None)));
    covered.sort_unstable();
    let named = cx.page.units.iter().any(|unit| !PAUSES.find(&unit.facts.words).is_empty());
    let mut until: Option<i32> = None;
    let mut worked = false;
    for (start, end, role) in covered {
        let gap = until.map_or(0, |until| start - until - 1);
        let asks = worked && !named && gap > MOST_MONTHS && today - start <= OLD_MONTHS;
        if let Some(at) = role.filter(|_| asks) {
            findings.add(
                FieldPath::root().key("work").index(at).key("startDate"),
                format!("nothing on the page covers the {gap} months before this role"),
                "decide whether you want to name them in a few words; no grade depends on it",
            );
        }
        until = Some(until.map_or(end, |until| until.max(end)));
        worked |= role.is_some();
    }
}
