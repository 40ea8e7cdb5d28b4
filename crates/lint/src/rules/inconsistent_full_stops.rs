//! `inconsistent-full-stops`: some bullets end in a full stop, others do not.

use resume::{Edit, Fix, Severity};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Some bullets end in a full stop and others do not.
    ///
    /// ## Why
    /// Both are fine, and nobody would remark on either. The mixture is what catches the eye, since
    /// it looks like lines from different versions.
    ///
    /// ## What to do
    /// Take one form for all. Lines of two sentences keep theirs.
    ///
    /// ```bullets,flagged-together
    /// - Built the fare cache for 40 carriers.
    /// - Moved the ledger to PostgreSQL 16
    /// - Wrote the tariff parser
    /// ```
    /// ```bullets,clean
    /// - Built the fare cache for 40 carriers
    /// - Moved the ledger to PostgreSQL 16. It took a night.
    /// - Wrote the tariff parser
    /// - Ran the seat map of Tollhaven Inc.
    /// ```
    /// ```bullets,clean
    /// - Built the fare cache for 40 carriers.
    /// - Moved the ledger to PostgreSQL 16.
    /// ```
    "inconsistent-full-stops", Severity::Info, Topic::Language => check
}

/// Fewer lines make no pattern.
const FEWEST: usize = 3;

/// Abbreviations that end in a full stop themselves.
const ABBREVIATED: [&str; 10] =
    ["etc.", "Inc.", "Ltd.", "Co.", "Corp.", "e.g.", "i.e.", "vs.", "no.", "a.m."];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lines: Vec<&Unit> = cx.bullets().filter(|unit| is_plain(unit)).collect();
    let (with, without): (Vec<&Unit>, Vec<&Unit>) =
        lines.iter().partition(|unit| unit.text.trim_end().ends_with('.'));
    if with.is_empty() || without.is_empty() || lines.len() < FEWEST {
        return;
    }
    let (few, all, title) = if with.len() <= without.len() {
        (&with, without.len(), "Remove the full stops")
    } else {
        (&without, with.len(), "Add the full stops")
    };
    let remove = few.len() == with.len() && title.starts_with("Remove");
    let edits = few.iter().map(|unit| {
        let end = unit.offset + unit.text.trim_end().len();
        let (range, text) =
            if remove { (end - 1..end, String::new()) } else { (end..end, ".".to_owned()) };
        Edit::Replace { path: unit.path.clone(), range: Some(range), text }
    });
    let fix = Fix { title: title.to_owned(), edits: edits.collect() };
    let Some(unit) = few.first() else { return };
    let end = unit.text.trim_end().len();
    let start = unit.facts.words.last().map_or(0, |word| word.start);
    let (has, have) =
        if remove { ("ends in a full stop", "do not") } else { ("has no full stop", "do") };
    findings
        .add_in(
            unit,
            start..end,
            format!("this line {has}; {all} others {have}"),
            "take one form for all lines",
        )
        .fix = Some(fix);
}

/// One sentence that could end either way.
fn is_plain(unit: &Unit) -> bool {
    let text = unit.text.trim_end();
    let inner = text.strip_suffix('.').unwrap_or(text);
    let sentences = inner.contains(". ") || inner.contains("! ") || inner.contains("? ");
    let other = text.ends_with(['!', '?', ':', ';', '…', ',']);
    let abbreviated = ABBREVIATED.iter().any(|end| text.ends_with(end));
    !sentences && !other && !abbreviated && !text.is_empty()
}
