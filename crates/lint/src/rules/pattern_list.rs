//! `pattern-list`: patterns in a row instead of one that was shipped.

use std::ops::Range;
use std::sync::LazyLock;

use resume::Severity;
use roles::{Act, Category, PhraseSet, RolePack, WordList};

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A line lists patterns instead of saying where one was shipped.
    ///
    /// ## Why
    /// Every name in such a list is an invitation to half an hour of questions. Readers know it,
    /// and take four names in a row for reading rather than for work.
    ///
    /// ## What to do
    /// Keep the one you can defend and say what it solved: which system, which failure, which
    /// figure. The others belong to lines of their own or nowhere.
    ///
    /// ```bullets,flagged
    /// - CQRS, event sourcing, saga, two-phase commit, CRDT, Raft
    /// - Worked with leader election, quorums, gossip and consistent hashing
    /// - Ensured data integrity through idempotency, exactly-once processing and distributed locks
    /// - Established SLOs, error budgets, chaos engineering and zero-downtime deployments
    /// ```
    /// ```bullets,clean
    /// - Replaced two-phase commit in the order service by a saga with an outbox, which ended stuck baskets
    /// - Built the berth scheduler with Go, Kafka, PostgreSQL, Redis and Docker
    /// - Taught a course on Raft, Paxos, CRDT, gossip and quorums to 40 engineers
    /// - Used feature flags, canary releases, shadow traffic and automatic rollback to ship the ledger rewrite
    /// - Replaced the cron locks of the depot by leases, fencing tokens and idempotency keys
    /// - Wrote unit tests, contract tests, load tests and property-based tests for the fare parser
    /// ```
    ///
    /// A list of patterns in the skills section is none of this rule's business.
    ///
    /// ```skills,clean
    /// - Saga
    /// - CQRS
    /// - Event sourcing
    /// - Raft
    /// ```
    "pattern-list", Severity::Warning, Topic::Integrity, penalty(Depth, 8.0, 24.0) => check
}

/// So many patterns in a row are a list.
const LIST: usize = 4;

/// So many are one where the line only says that they were used.
const SHORT_LIST: usize = 3;

/// Verbs that say no more than that.
const USES: WordList<12> = WordList::new([
    "implement", "use", "apply", "ensure", "leverage", "utilize", "adopt", "establish", "employ",
    "incorporate", "introduce", "know",
]);

/// Names that are no technique of the pack, or one too soft to count there.
static NAMES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "retry|retries",
        "saga|sagas",
        "slo|slos|sli|slis",
        "error budget|budgets",
        "chaos engineering|testing",
        "zero downtime deployment|deployments",
        "exactly once",
        "exactly once processing|delivery|semantics",
        "distributed lock|locks|locking|tracing|transactions",
        "event driven architecture",
        "service mesh",
        "dead letter queue|queues",
        "quorum writes|reads",
        "rate limiting",
    ])
});

/// Ways to roll a change out count as hard concepts, but a row of them is one careful release.
const RELEASES: [&str; 11] = [
    "canary", "canary-release", "blue-green", "blue-green-deployment", "feature-flag",
    "feature-flags", "shadow-traffic", "rollback", "backfill", "cutover", "dual-write",
];

/// Longest text between two members of a list, in bytes: `, as well as `.
const LONGEST_GAP: usize = 16;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.page.units.iter().filter(|unit| unit.part != Part::Label) {
        let teaches = unit
            .facts
            .verbs
            .first()
            .is_some_and(|verb| matches!(verb.entry(cx.pack).act, Act::Grow | Act::Share));
        let least = if only_uses(unit, cx.pack) { SHORT_LIST } else { LIST };
        let Some((range, count)) = list(unit, cx.pack, least).filter(|_| !teaches) else {
            continue;
        };
        let said = unit.said(&range).to_owned();
        let first = said.split([',', '/', ';']).next().unwrap_or_default().trim().to_owned();
        findings.add_in(
            unit,
            range,
            format!("{count} patterns in a row"),
            format!("keep the one you can defend, \"{first}\" for example, and say what it solved on which system"),
        );
    }
}

/// The line says that patterns were used, and gives no figure.
fn only_uses(unit: &Unit, pack: &RolePack) -> bool {
    let facts = &unit.facts;
    facts.measured().next().is_none()
        && facts.changes.is_empty()
        && facts.verbs.first().is_none_or(|verb| roles::is_one_of(&verb.entry(pack).lemma, &USES))
}

/// The first row of patterns that is long enough, with its length.
fn list(unit: &Unit, pack: &RolePack, least: usize) -> Option<(Range<usize>, usize)> {
    let mut run: Vec<Range<usize>> = Vec::new();
    for pattern in patterns(unit, pack) {
        let joined =
            run.last().is_some_and(|last| is_separator(unit.said(&(last.end..pattern.start))));
        if !joined {
            if run.len() >= least {
                break;
            }
            run.clear();
        }
        run.push(pattern);
    }
    let (first, last) = run.first().zip(run.last()).filter(|_| run.len() >= least)?;
    Some((first.start..last.end, run.len()))
}

/// Patterns of distributed systems, in order, each place once.
fn patterns(unit: &Unit, pack: &RolePack) -> Vec<Range<usize>> {
    let concepts = unit.facts.concepts.iter();
    let hard = concepts.filter(|concept| {
        let entry = concept.entry(pack);
        entry.counts.iter().any(|c| c == "D3") && !RELEASES.contains(&entry.id.as_str())
    });
    let skills = unit.facts.skills.iter();
    let named = skills.filter(|mention| {
        let skill = pack.vocabulary.skill(mention.skill);
        skill.category == Category::Pattern && !RELEASES.contains(&skill.id.as_str())
    });
    let names = NAMES.find(&unit.facts.words).into_iter().map(|found| unit.bytes(&found.words));
    let mut all: Vec<Range<usize>> = hard
        .map(|concept| concept.range.clone())
        .chain(named.map(|skill| skill.range.clone()))
        .chain(names)
        .collect();
    all.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    all.dedup_by(|next, kept| next.start < kept.end);
    all
}

/// Commas, slashes and small joining words only.
fn is_separator(gap: &str) -> bool {
    gap.len() <= LONGEST_GAP
        && gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
            matches!(word, "and" | "or" | "as" | "well" | "pattern" | "patterns" | "plus")
        })
}
