//! `unbalanced-lists`: a wall of text, or nothing but lists.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;

/// Shares of words that stand in lists, in percent.
const USUAL: std::ops::RangeInclusive<usize> = 15..=60;
/// A job this short has no balance to speak of.
const SHORT: usize = 80;

declare_job_rule! {
    /// The job is a wall of text, or nothing but lists.
    ///
    /// ## Why
    /// Readers scan: without lists they miss what is asked for; with lists alone they never learn what
    /// the company does and why the work is there. About a third to a half of the words in lists reads
    /// best; less than 15 % or more than 60 % is noted.
    ///
    /// ## What to do
    /// Duties and requirements are lists; company, team and purpose are sentences.
    ///
    /// ```job,flagged
    /// title: Backend Engineer
    /// filler: 300
    /// ```
    /// ```job,flagged
    /// title: Backend Engineer
    /// list: 300
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// filler: 200
    /// list: 150
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// must: [Go in production]
    /// ```
    "unbalanced-lists", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let count = |text: &str| text.split_whitespace().count();
    let shown = cx.texts.iter().filter(|text| !text.kind.is_legal() && text.kind != Kind::Tool);
    let (mut all, mut listed) = (0, 0);
    for text in shown {
        let words = count(text.text);
        all += words;
        // Items of parts that are not ours cannot be told from paragraphs but by their length.
        let is_item = text.kind.is_item() || text.kind == Kind::Other && words <= 30;
        listed += if is_item { words } else { 0 };
    }
    let share = (listed * 100).checked_div(all).unwrap_or(0);
    if all < SHORT || USUAL.contains(&share) {
        return;
    }
    let (message, hint) = if share < *USUAL.start() {
        ("only", "put duties and requirements into lists")
    } else {
        ("as much as", "say in sentences what the company does and what the work is for")
    };
    findings.add_whole(format!("{message} {share} % of the words stand in lists"), hint);
}
