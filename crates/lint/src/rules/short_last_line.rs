//! `short-last-line`: a bullet spills a few words onto a line of their own.

use resume::Severity;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The last line of a bullet holds only a few words.
    ///
    /// ## Why
    /// Three words cost the page a whole line, which another fact could have had.
    ///
    /// ## What to do
    /// Shorten the bullet by those words: an adverb, an article, "in order to". Depends on the
    /// template, so do it last.
    ///
    /// ```bullets,flagged,mid,last-line=2
    /// - Moved the ledger to PostgreSQL 16 without downtime, with dual writes and nightly comparisons for six weeks
    /// ```
    /// ```bullets,clean,mid,last-line=7
    /// - Moved the ledger to PostgreSQL 16 without downtime, with dual writes and nightly comparisons for six weeks
    /// ```
    /// ```bullets,clean
    /// - Moved the ledger to PostgreSQL 16
    /// ```
    "short-last-line", Severity::Info, Topic::Format => check
}

/// Most words of a last line that is worth winning back.
const FEW: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(layout) = cx.layout else { return };
    for unit in cx.bullets() {
        let Some(paragraph) = layout.paragraphs.get(&unit.path) else { continue };
        if paragraph.lines < 2 || !(1..=FEW).contains(&paragraph.last_line_words) {
            continue;
        }
        let words = &unit.facts.words;
        let start = words.len().saturating_sub(paragraph.last_line_words);
        let range = unit.bytes(&(start..words.len()));
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" stands alone on the last line"),
            "shorten the bullet by a few words and win the line",
        );
    }
}
