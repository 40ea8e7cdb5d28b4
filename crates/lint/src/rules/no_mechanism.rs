//! `no-mechanism`: a result stands without what caused it.

use std::ops::Range;

use facts::Change;
use resume::Severity;
use roles::{Act, RolePack, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// A bullet gives a result, but not what caused it.
    ///
    /// ## Why
    /// The figure makes a panel look up; the cause is what they ask about for the next half hour.
    /// A line that ends at the figure leaves open whether you changed a query or bought a machine.
    ///
    /// ## What to do
    /// Name the change that did it: an index, a queue, a call that went away. "By …" is enough,
    /// and so is a line that opens with the change and ends with the figure.
    ///
    /// ```bullets,flagged
    /// - Cut p95 of the fare search from 900 ms to 200 ms for 40 carriers
    /// - Lowered failed payments of the ticket shop from 2 % to 0.3 %
    /// - Raised the throughput of the label printer from 40 to 90 labels a minute
    /// ```
    /// ```bullets,clean
    /// - Cut p95 of the fare search from 900 ms to 200 ms with a covering index
    /// - Moved session state of the seat map to Redis; p95 fell from 900 ms to 200 ms
    /// - Lowered failed payments from 2 % to 0.3 % after retries got an idempotency key
    /// - Rewrote 14 alerts to fire on symptoms; night pages dropped from 19 to 5 a month
    /// - Ran 11 incident reviews; time to mitigate fell from 47 to 14 minutes
    /// - Built the fare search for 40 carriers
    /// ```
    /// ```bullets,clean,junior
    /// - Cut p95 of the fare search from 900 ms to 200 ms for 40 carriers
    /// ```
    "no-mechanism", Severity::Info, Topic::Depth, stages(Mid, Staff) => check
}

/// Words that lead over to a cause, unless a figure follows: `cut by 40 %`.
const CAUSES: WordList<16> = WordList::new([
    "by", "via", "through", "using", "after", "with", "once", "behind", "instead", "because",
    "thanks", "since", "when", "replacing", "where", "which",
]);

/// Verbs of change that say that something got better, not what was done.
const IMPROVES: [&str; 11] = [
    "improve", "enhance", "optimize", "boost", "streamline", "strengthen", "accelerate", "make",
    "bring", "speed up", "get",
];

/// Concepts that name a measure, not a technique.
const MEASURES: [&str; 3] = ["tail-latency", "mttr", "throughput"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| unexplained(unit, cx.pack),
        |said| format!("nothing says what caused \"{said}\""),
        "how? Name the change that did it; it is what an interviewer asks about first",
    );
}

fn unexplained(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let figure = |change: &&Change| change.has_both_ends() || change.delta.is_some();
    let change = facts.changes.iter().filter(|change| !change.is_worded()).find(figure)?;
    let works = facts.verbs.iter().any(|verb| {
        let verb = verb.entry(pack);
        verb.direction.is_none()
            && (verb.act != Act::Change || !IMPROVES.contains(&verb.lemma.as_str()))
    });
    let technical =
        unit.techniques().any(|concept| !MEASURES.contains(&concept.entry(pack).id.as_str()));
    let explained = works || technical || !facts.mechanisms.is_empty() || !facts.skills.is_empty();
    (!explained && !says_cause(unit)).then(|| change.range.clone())
}

fn says_cause(unit: &Unit) -> bool {
    let words = &unit.facts.words;
    words.iter().enumerate().any(|(at, word)| {
        let number = words
            .get(at + 1)
            .is_none_or(|next| next.norm.starts_with(|c: char| c.is_ascii_digit()));
        roles::is_one_of(&word.norm, &CAUSES) && !number
    })
}
