//! `overstated-years`: more years are claimed than the dates show.

use facts::Dimension;
use resume::Severity;

use roles::WordList;

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::stage::months_of_work;

declare_rule! {
    /// The page claims more years than its dates show.
    ///
    /// ## Why
    /// Readers and forms add the dates up. "Ten years" above roles that begin in 2021 costs more
    /// trust than four years would have cost points.
    ///
    /// ## What to do
    /// Correct the number. If earlier work is left out, say so: "12 years, the last six shown".
    ///
    /// ```yaml,flagged
    /// basics:
    ///   summary: Backend engineer with 10 years of experience. Owns the berth scheduler.
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2021-02
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   summary: Backend engineer with 6 years of experience. Owns the berth scheduler.
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2021-02
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   summary: Backend engineer with 12 years of experience, the last six shown.
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2021-02
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   summary: Keeps 30 years of tide tables. Owns the berth scheduler.
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2021-02
    /// ```
    "overstated-years", Severity::Warning, Topic::Integrity => check
}

/// Seconds of a year, as quantities of time are read.
const YEAR: f64 = 31_557_600.0;

/// Years of a claim that rounding and gaps between forms of counting may explain.
const TOLERANCE: f64 = 1.5;

/// Words that make years the author's own.
const CAREER: WordList<14> = WordList::new([
    "experience", "engineer", "developer", "programmer", "career", "building", "developing",
    "designing", "writing", "working", "professional", "experienced", "professionally",
    "expertise",
]);

/// Words that say why the dates show less.
const EXPLAINED: WordList<12> = WordList::new([
    "shown", "last", "listed", "earlier", "including", "teaching", "previous", "previously",
    "combined", "military", "research", "hobby",
]);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let months = months_of_work(&cx.page.periods, cx.as_of);
    let undated = cx.page.periods.iter().any(|period| period.start.is_none());
    if months == 0 || undated {
        return;
    }
    let shown = f64::from(months) / 12.0;
    for unit in cx.page.units.iter().filter(|unit| matches!(unit.part, Part::Label | Part::Summary))
    {
        let Some((range, years)) = claimed(unit) else { continue };
        if years - shown <= TOLERANCE {
            continue;
        }
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\", but the dates of the page show {}", worded(months)),
            "correct the number, or say which earlier work is left out",
        );
        return;
    }
}

/// The years a text claims for its author.
fn claimed(unit: &Unit) -> Option<(std::ops::Range<usize>, f64)> {
    if unit.has_word(&EXPLAINED) || !unit.has_word(&CAREER) {
        return None;
    }
    let years = unit.facts.quantities.iter().find(|quantity| {
        quantity.dimension == Dimension::Time
            && quantity.value >= 2.0 * YEAR
            && unit.said(&quantity.range).contains("year")
            && unit.words_in(&(quantity.range.end..unit.text.len())).iter().take(4).any(|word| {
                roles::is_one_of(&word.norm, &CAREER) || word.norm == "in" || word.norm == "as"
            })
    })?;
    Some((years.range.clone(), years.value / YEAR))
}

fn worded(months: i32) -> String {
    match months / 12 {
        0 => format!("{months} months"),
        1 => "one year".to_owned(),
        years => format!("{years} years"),
    }
}
