//! `long-summary`: the summary is longer than a skim.

use resume::{FieldPath, Severity};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The summary is longer than a reader's first look.
    ///
    /// ## Why
    /// A first look at a page takes seconds. Three sentences survive it; from the fourth on, the
    /// summary only pushes your work further down.
    ///
    /// ## What to do
    /// Keep at most three sentences and 60 words: what you own, how big it is, one result. Move
    /// the rest into the bullets of the role where it happened.
    ///
    /// ```summary,flagged
    /// Owns the tariff service of an energy retailer. It prices 2 million meters a night. Moved it from Oracle to PostgreSQL. Before that, wrote billing exports.
    /// ```
    /// ```summary,flagged
    /// Owns the tariff service of an energy retailer, which reads every meter of the country each
    /// night, prices the readings by contract, region, season, grid fee and tax, writes the result
    /// to the billing ledger, tells the customer portal about it, and hands a copy to the regulator
    /// as well as to the forecasting team, who use it to buy electricity for the next day and to
    /// compare it with the day before
    /// ```
    /// ```summary,clean
    /// Owns the tariff service of an energy retailer, e.g. its Node.js gateway. It prices 1.2 million meters a night. Moved it from Oracle to PostgreSQL 16.
    /// ```
    /// ```summary,clean
    /// Owns the tariff service; 2 million meters a night; Go, PostgreSQL; on call; two regions; wrote its load test; previously billing exports
    /// ```
    "long-summary", Severity::Info, Topic::Format => check
}

const MOST_SENTENCES: usize = 3;
const MOST_WORDS: usize = 60;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let sentences: Vec<&Unit> = cx.summary().collect();
    let Some(last) = sentences.last() else { return };
    let words: Vec<usize> = sentences.iter().flat_map(|unit| word_starts(unit)).collect();
    let past_sentences = sentences.get(MOST_SENTENCES).map(|unit| unit.offset);
    let past_words = words.get(MOST_WORDS).copied();
    let Some(start) = past_sentences.into_iter().chain(past_words).min() else { return };
    let plural = if sentences.len() == 1 { "" } else { "s" };
    findings.add_at(
        FieldPath::root().key("basics").key("summary"),
        start..last.offset + last.text.len(),
        format!("the summary has {} words in {} sentence{plural}", words.len(), sentences.len()),
        format!(
            "keep at most {MOST_SENTENCES} sentences and {MOST_WORDS} words; move the rest into bullets"
        ),
    );
}

/// Where the words of a sentence begin, in bytes of the summary; `on-call` is one word and a dash
/// between spaces none.
fn word_starts(unit: &Unit) -> impl Iterator<Item = usize> {
    let mut next = unit.offset;
    unit.text.split_inclusive(char::is_whitespace).filter_map(move |word| {
        let start = next;
        next += word.len();
        word.contains(char::is_alphanumeric).then_some(start)
    })
}
