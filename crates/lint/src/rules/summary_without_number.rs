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
    let strongest = cx.bullets().find_map(|unit| {
        let change = unit.facts.changes.first().map(|change| change.range.clone());
        let range = change.or_else(|| Some(unit.facts.measured().next()?.range.clone()))?;
        Some(&unit.text[range])
    });
    let hint = match strongest {
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
