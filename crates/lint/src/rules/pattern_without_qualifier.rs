//! `pattern-without-qualifier`: a hard pattern without the detail it stands on.

use std::sync::LazyLock;

use resume::Severity;
use roles::{PhraseSet, Word};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A hard pattern is named without the detail that makes it true.
    ///
    /// ## Why
    /// "Exactly once" is a promise that some mechanism keeps. Who names the mechanism has built
    /// it; who does not will be asked, and the answer decides about the rest of the page.
    ///
    /// ## What to do
    /// Add what it stands on: the conflict rule behind eventual consistency, the lease or protocol
    /// behind an election, the key or transaction behind exactly-once.
    ///
    /// ```bullets,flagged,senior
    /// - Implemented exactly-once processing for the meter stream
    /// - Built leader election for the schedulers of 14 ports
    /// - Made the seat map eventually consistent across regions
    /// ```
    /// ```bullets,clean,senior
    /// - Implemented exactly-once processing for the meter stream with transactional writes
    /// ```
    /// ```bullets,clean,senior
    /// - Built leader election with leases in etcd for the cron fleet of 60 nodes
    /// - Made the seat map eventually consistent; the last writer wins by a hybrid clock
    /// ```
    /// ```bullets,clean,senior
    /// - Implemented exactly-once processing for the meter stream
    /// - Gave every meter reading an idempotency key
    /// ```
    /// ```bullets,clean
    /// - Implemented exactly-once processing for the meter stream
    /// ```
    "pattern-without-qualifier", Severity::Info, Topic::Depth, stages(Senior, Staff) => check
}

/// A pattern, what it stands on, and the question a panel asks.
struct Row {
    name: PhraseSet,
    qualifiers: PhraseSet,
    question: &'static str,
}

static ROWS: LazyLock<[Row; 3]> = LazyLock::new(|| {
    [
        Row {
            name: set(&["eventual|eventually consistency|consistent"]),
            qualifiers: set(&[
                "conflict*", "last write*", "lww", "crdt*", "merge*", "reconcil*", "vector clock*",
                "version*", "read your|own writes", "monotonic", "causal*", "quorum*",
                "anti entropy", "repair*", "hybrid clock*", "stale*", "within", "converge*",
                "gossip", "outbox",
            ]),
            question: "say the model or the conflict rule: what does a reader see, who wins?",
        },
        Row {
            name: set(&["leader election|elections", "elect|elects|elected|electing a|the leader"]),
            qualifiers: set(&[
                "raft", "paxos", "zab", "lease*", "etcd", "zookeeper", "consul", "bully", "lock*",
                "fenc*", "quorum*", "advisory", "heartbeat*", "kubernetes", "chubby", "term|terms",
            ]),
            question: "say what it stands on: Raft, a lease, a lock in etcd or PostgreSQL",
        },
        Row {
            name: set(&["exactly once"]),
            qualifiers: set(&[
                "dedup*", "de dup*", "idempoten*", "transaction*", "unique", "outbox", "inbox",
                "checkpoint*", "two phase", "fenc*", "sequence number*", "offset*", "upsert*",
                "effectively", "barrier*",
            ]),
            question: "say what keeps the promise: a deduplication key, a transaction, checkpoints",
        },
    ]
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (_, units) in cx.roles() {
        for row in ROWS.iter() {
            let named = units.iter().find_map(|unit| {
                let found = row.name.find(&unit.facts.words).into_iter().next()?;
                unit.part.is_bullet().then(|| (unit, unit.bytes(&found.words)))
            });
            let Some((unit, range)) = named else { continue };
            let says = |unit: &Unit| qualified(&row.qualifiers, &unit.facts.words);
            if units.iter().any(says) {
                continue;
            }
            let said = unit.said(&range).to_owned();
            findings.add_in(
                unit,
                range,
                format!("\"{said}\" stands without what makes it true"),
                row.question,
            );
        }
    }
}

fn qualified(qualifiers: &PhraseSet, words: &[Word]) -> bool {
    (0..words.len()).any(|at| qualifiers.match_at(words, at).is_some())
}
