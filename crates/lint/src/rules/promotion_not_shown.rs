//! `promotion-not-shown`: a higher title at the same employer, and no word about it.

use resume::model::Work;
use resume::{Date, FieldPath, Severity};
use roles::Word;

use crate::career::{is_learner, rank, same_employer, title};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::counted;

declare_rule! {
    /// A role follows a lower one at the same employer, and no word says that it was a promotion.
    ///
    /// ## Why
    /// That people who knew your work gave you more of it is the strongest reference there is. Two
    /// titles, one above the other, are easily read as two jobs or a new naming scheme.
    ///
    /// ## What to do
    /// If it was a promotion, say so in the line of the newer role, with the time it took. If the
    /// title only changed its name, leave it.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - {name: Tollhaven, position: Senior Backend Engineer, startDate: 2023-03}
    ///   - {name: Tollhaven, position: Backend Engineer, startDate: 2020-09, endDate: 2023-02}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven
    ///     position: Senior Backend Engineer
    ///     startDate: 2023-03
    ///     summary: Owns seat inventory; promoted after 30 months
    ///   - {name: Tollhaven, position: Backend Engineer, startDate: 2020-09, endDate: 2023-02}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven, position: Senior Backend Engineer, startDate: 2023-03}
    ///   - {name: Brackwater, position: Backend Engineer, startDate: 2020-09, endDate: 2023-02}
    ///   - {name: Brackwater, position: Intern, startDate: 2020-02, endDate: 2020-08}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven, position: Platform Engineer, startDate: 2023-03}
    ///   - {name: Tollhaven, position: Backend Engineer, startDate: 2020-09, endDate: 2023-02}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven, position: Senior Backend Engineer, startDate: 2025-03}
    ///   - {name: Tollhaven, position: Backend Engineer, startDate: 2017-09, endDate: 2019-02}
    /// ```
    "promotion-not-shown", Severity::Info, Topic::Scope, stages(Mid, Staff) => check
}

/// Most months between two roles of one stay.
const SAME_STAY_MONTHS: i32 = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.summary().any(|unit| says(&unit.facts.words)) {
        return;
    }
    for (at, pair) in cx.resume.work.windows(2).enumerate() {
        let [newer, older] = pair else { continue };
        let rises = rank(title(newer)).zip(rank(title(older))).is_some_and(|(a, b)| a > b);
        if !rises
            || !same_employer(newer, older)
            || is_learner(title(older))
            || says_promoted(cx, at)
        {
            continue;
        }
        let Some(months) = months_before(newer, older, cx.as_of) else { continue };
        let months = usize::try_from(months).unwrap_or_default();
        findings.add(
            FieldPath::root().key("work").index(at).key("position"),
            format!(
                "\"{}\" follows \"{}\" after {}, and no word says that you were promoted",
                title(newer),
                title(older),
                counted(months, "month")
            ),
            format!("if it was a promotion, say so in the role's `summary`: promoted after {months} months"),
        );
    }
}

/// Months from the start of the older role to the start of the newer, when one follows the other.
fn months_before(newer: &Work, older: &Work, as_of: &Date) -> Option<i32> {
    let start = newer.start_date.as_ref()?.first_month(as_of)?;
    let since = older.start_date.as_ref()?.first_month(as_of)?;
    let left = older.end_date.as_ref().unwrap_or(&Date::Present).last_month(as_of)?;
    (start > since && start - left <= SAME_STAY_MONTHS).then_some(start - since)
}

/// Words by which people speak of a promotion.
const PROMOTED: [&str; 4] = ["promoted", "promotion", "promotions", "promoting"];

fn says(words: &[Word]) -> bool {
    words.iter().any(|word| roles::is_one_of(&word.norm, &PROMOTED))
}

/// The role or the one below it speaks of a promotion.
fn says_promoted(cx: &Context<'_>, at: usize) -> bool {
    let work = FieldPath::root().key("work");
    let described =
        cx.resume.work[at..].iter().take(2).filter_map(|role| role.description.as_ref());
    let mut roles = [at, at + 1].into_iter().flat_map(|role| cx.units_of(&work.index(role)));
    roles.any(|unit| says(&unit.facts.words))
        || described.into_iter().any(|text| says(&roles::words(text)))
}
