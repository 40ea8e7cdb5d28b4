//! `gender-coded-wording`: many words that read as masculine-coded, few that balance them.

use resume::Severity;

use crate::job::{JobContext, JobText, Kind, declare_job_rule};
use crate::rule::Findings;

/// This many of them lean to one side, when they are ahead of the other by [`AHEAD`].
const LEANING: usize = 4;
/// A word or two more on one side is no lean.
const AHEAD: usize = 3;
/// More than this many, and twice as many as on the other side, lean strongly.
const STRONG: usize = 5;
/// Words that a message quotes.
const QUOTED: usize = 6;

declare_job_rule! {
    /// Words read as masculine-coded outweigh the others.
    ///
    /// ## Why
    /// In experiments, women found jobs less appealing when their ads leaned on words such as
    /// "competitive", "dominant" or "fearless", whatever the work was. The words are counted by the
    /// list of Gaucher, Friesen and Kay (2011), as stems at the beginning of a word. Technical uses
    /// do not count: event-driven, lead time, leader election, Objective-C, logical replication,
    /// git commits, response times. Ads that lean the other way cost nothing, so they are no
    /// finding; nor is a word or two.
    ///
    /// ## What to do
    /// Say what the work needs instead of how bold somebody is. There is no need to reach zero.
    ///
    /// ```about,flagged
    /// We want a competitive, dominant, aggressive and fearless engineer who leads from the front.
    /// ```
    /// ```about,flagged
    /// You are an ambitious, confident and decisive engineer who attacks each challenge.
    /// ```
    /// ```about,clean
    /// You own event-driven services in Objective-C and Go, cut lead times, and look after logical
    /// replication, leader election, retry logic and active-active failover. You fix individual
    /// records that the decision engine rejects, and keep the deterministic tests green.
    /// ```
    /// ```about,clean
    /// You review each git commit, keep our dependencies current, hold response times below 80 ms,
    /// supervise child processes, size connection pools, share libraries and join the support
    /// rotation of a platform that other teams trust and depend on.
    /// ```
    /// ```about,clean
    /// You lead one project a quarter and decide with the team what it leaves out.
    /// ```
    "gender-coded-wording", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let mut masculine: Vec<(&JobText<'_>, std::ops::Range<usize>)> = Vec::new();
    let mut feminine = 0;
    for text in cx.wording_texts().filter(|text| text.kind != Kind::Title && !text.kind.is_legal())
    {
        let found = cx.wording.masculine.find(&text.words);
        masculine.extend(found.iter().map(|found| (text, text.bytes(&found.words))));
        feminine += cx.wording.feminine.find(&text.words).len();
    }
    let count = masculine.len();
    let Some((first, range)) =
        masculine.first().filter(|_| count >= LEANING && count >= feminine + AHEAD)
    else {
        return;
    };
    let mut quoted: Vec<String> = Vec::new();
    for (text, range) in &masculine {
        let word = text.said(range).to_lowercase();
        if !quoted.contains(&word) && quoted.len() < QUOTED {
            quoted.push(word);
        }
    }
    let is_strong = count >= STRONG && count >= 2 * feminine;
    let lean = if is_strong { "leans strongly" } else { "leans" };
    let message = format!(
        "the wording {lean} to words read as masculine ({count} against {feminine}): {}",
        quoted.join(", ")
    );
    let hint = "say what the work needs (\"decides with the team\", \"explains a trade-off\"); \
                there is no need to reach zero";
    let severity = if is_strong { findings.severity } else { Severity::Info };
    findings.add_said(first, range.clone(), message, hint).severity = severity;
}
