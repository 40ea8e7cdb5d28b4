//! `short-last-line`: a line of the page for a word or two.

use resume::Severity;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The last line of a bullet holds only a word or two.
    ///
    /// ## Why
    /// A whole line of the page goes to one word. Five of them are a bullet that did not fit.
    ///
    /// ## What to do
    /// Cut a word or two earlier in the bullet. If the page is not full, leave it.
    ///
    /// ```yaml,flagged,mid,last-line=2
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Moved the seat inventory from MySQL to PostgreSQL without any downtime]
    /// ```
    /// ```yaml,clean,mid,last-line=7
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Moved the seat inventory from MySQL to PostgreSQL without any downtime]
    /// ```
    /// ```yaml,clean,mid,pages=1
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Moved it]
    /// ```
    "short-last-line", Severity::Info, Topic::Format => check
}

/// Most words that look lost.
const LOST: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(layout) = cx.layout else { return };
    for unit in cx.bullets() {
        let Some(paragraph) = layout.paragraphs.get(&unit.path) else { continue };
        let count = paragraph.last_line_words;
        if paragraph.lines < 2 || !(1..=LOST).contains(&count) {
            continue;
        }
        let words = &unit.facts.words;
        let range = unit.bytes(&(words.len().saturating_sub(count)..words.len()));
        let message = format!("\"{}\" takes a line of its own", unit.said(&range));
        let hint = "cut a word or two earlier in the bullet";
        findings.add_in(unit, range, message, hint);
    }
}
