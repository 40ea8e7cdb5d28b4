//! `slashed-skill`: two skills joined by a slash.

use std::ops::Range;

use resume::{Fix, Severity};

use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::skills::Item;

declare_rule! {
    /// Two skills share one place, joined by a slash.
    ///
    /// ## Why
    /// Search tools look for "gRPC" and find "REST/gRPC", which some of them take for one word.
    /// Readers cannot tell which of the two you know.
    ///
    /// ## What to do
    /// Give each its own place. Names that hold a slash, such as CI/CD and TCP/IP, stay.
    ///
    /// ```skills,flagged
    /// - C/C++
    /// - REST/gRPC
    /// ```
    /// ```skills,clean
    /// - CI/CD
    /// - TCP/IP
    /// - PL/SQL
    /// - HTML/CSS
    /// - Node.js / TypeScript
    /// - AWS (EKS, RDS)
    /// ```
    "slashed-skill", Severity::Info, Topic::Format => check
}

/// Pairs that everybody writes so, and that search tools know.
const PAIRS: [&str; 6] = ["C/C++", "TCP/IP", "TCP/UDP", "HTML/CSS", "CI/CD", "TLS/SSL"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for item in cx.skill_items().iter().filter(|item| item.text.contains('/')) {
        let Some(slash) = slash(item) else { continue };
        let names: Vec<&str> =
            item.mentions.iter().map(|mention| &item.text[mention.range.clone()]).collect();
        let fix = Fix::replace(
            format!("Write `{}`", names.join(", ")),
            item.path.clone(),
            slash.clone(),
            ", ",
        );
        let message = format!("\"{}\" holds {} skills", item.text.trim(), names.len());
        let hint = format!("give {} a place of their own", listed(&names));
        findings.add_at(item.path.clone(), slash, message, hint).fix = Some(fix);
    }
}

/// The slash right between two skills, in an item that holds nothing else.
fn slash(item: &Item<'_>) -> Option<Range<usize>> {
    let text = item.text.trim();
    if PAIRS.iter().any(|pair| pair.eq_ignore_ascii_case(text)) {
        return None;
    }
    let mut found = None;
    for pair in item.mentions.windows(2) {
        let between = pair[0].range.end..pair[1].range.start;
        match item.text.get(between.clone())? {
            "/" => found = found.or(Some(between)),
            _ => return None,
        }
    }
    // Three names need two commas; one edit replaces one slash.
    found.filter(|_| item.mentions.len() == 2)
}
