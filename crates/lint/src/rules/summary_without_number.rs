//! `summary-without-number`: nothing in the summary is measured.

use facts::{Dimension, Quantity};
use resume::{FieldPath, Severity};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The summary gives no size or result of your work as a number.
    ///
    /// ## Why
    /// A number in the first lines tells a reader how big your problems are. Years of experience
    /// do not: they count time, not work, and versions such as "Java 21" count nothing.
    ///
    /// ## What to do
    /// Take your strongest number up: load, users, rows, latency, cost. An order of magnitude is
    /// enough where the exact value is confidential; test coverage or a user count serves a first
    /// job.
    ///
    /// ```summary,flagged
    /// Owns the checkout service of a grocery chain in Go.
    /// ```
    /// ```summary,flagged
    /// Backend engineer with 7 years of experience; runs the booking API on Java 21 and PostgreSQL 16.
    /// ```
    /// ```summary,clean
    /// Owns the checkout service of a grocery chain in Go, 900 orders a minute.
    /// ```
    /// ```summary,clean
    /// Owns the month-end close of a lender, shortened from 3 months of work to 4 days.
    /// ```
    /// ```summary,clean
    /// Runs the ledger of a payment processor: millions of entries a day on PostgreSQL.
    /// ```
    /// ```summary,clean,junior
    /// Wrote a Raft key-value store as a course project, with 92% branch coverage.
    /// ```
    "summary-without-number", Severity::Warning, Topic::Evidence => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut sentences = cx.summary().peekable();
    if sentences.peek().is_none() || sentences.any(has_number) {
        return;
    }
    let hint = match strongest(cx) {
        Some(said) => format!("take up your strongest number; a bullet says \"{said}\""),
        None => {
            "add how big the thing is: load, users, rows, cost; an order of magnitude is enough"
                .to_owned()
        }
    };
    let tenure =
        cx.summary().find_map(|unit| Some(&unit.text[unit.facts.measured().next()?.range.clone()]));
    let message = match tenure {
        Some(said) => format!("\"{said}\" is the summary's only number, and it measures no work"),
        None => "the summary measures nothing: no load, size, cost or result".to_owned(),
    };
    findings.add(FieldPath::root().key("basics").key("summary"), message, hint);
}

/// Smaller counts tell nobody how big something is.
const BIG: f64 = 10.0;

/// The figure of the bullets that says most about how big the work is: a load, then the biggest
/// count of things, then a change with both ends.
fn strongest<'a>(cx: &'a Context<'_>) -> Option<&'a str> {
    let mut best: Option<(u8, f64, &str)> = None;
    for unit in cx.bullets() {
        for size in unit.sizes().filter(|size| !size.counts_people && !size.counts_effort) {
            let own = size.noun.as_deref().is_none_or(|noun| {
                !["member", "members", "people", "types", "kinds", "parts"].contains(&noun)
            });
            let rank = u8::from(size.dimension == Dimension::Rate);
            // A rate counts by the second.
            let value = if rank == 1 { size.value * 86_400.0 } else { size.value };
            let better = best.is_none_or(|(top, most, _)| (rank, value) > (top, most));
            if own && size.dimension != Dimension::Bare && value >= BIG && better {
                best = Some((rank, value, unit.said(&size.range)));
            }
        }
    }
    best.map(|(.., said)| said).or_else(|| {
        cx.bullets().find_map(|unit| {
            let change = unit.facts.changes.iter().find(|change| change.has_both_ends())?;
            Some(unit.said(&change.range))
        })
    })
}

fn has_number(unit: &Unit) -> bool {
    unit.facts.measured().any(|quantity| !is_tenure(unit, quantity)) || has_magnitude(unit)
}

/// Years or months that somebody spent, rather than a time that changed.
fn is_tenure(unit: &Unit, quantity: &Quantity) -> bool {
    let said = unit.text[quantity.range.clone()].to_lowercase();
    let long = ["year", "yr", "month"].iter().any(|period| said.contains(period));
    let changed = unit.facts.changes.iter().any(|change| {
        change.range.start <= quantity.range.start && quantity.range.end <= change.range.end
    });
    quantity.dimension == Dimension::Time && long && !changed
}

/// `thousands of`, `millions of`: an order of magnitude is a size.
fn has_magnitude(unit: &Unit) -> bool {
    let words = &unit.facts.words;
    words.windows(2).any(|pair| {
        matches!(
            pair[0].norm.as_str(),
            "dozens" | "hundreds" | "thousands" | "millions" | "billions" | "trillions"
        ) && pair[1].norm == "of"
    })
}
