//! Which rules ask for a rewrite, what it has to ask for, and the words of its slots.

/// What a rule misses in a bullet, and where the slot for it stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ask {
    /// The opening words become a slot for the author's own act.
    Act,
    /// A figure for what got better.
    Figure,
    /// Where a value began that is known only by its end.
    Before,
    /// What a bare figure measures.
    Measured,
    /// What came of it.
    Outcome,
    /// How it was done.
    Mechanism,
    /// How much was moved, and what kept it safe.
    Size,
    /// A slot in brackets behind the words of the finding.
    Behind(&'static str),
    /// A slot at the end.
    End(&'static str),
}

impl Ask {
    /// The lowest goes first where several rules speak of one bullet.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Act => 0,
            Self::Figure | Self::Before | Self::Measured | Self::Size => 1,
            Self::Behind(_) => 2,
            Self::Mechanism | Self::End(_) => 3,
            Self::Outcome => 4,
        }
    }
}

/// Which rules ask for what; the others have no rewrite.
pub(super) const ASKS: [(&str, Ask); 24] = [
    ("after-without-before", Ask::Before),
    ("duty-not-work", Ask::Act),
    ("generic-database", Ask::Behind(WHICH_STORE)),
    ("latency-without-percentile", Ask::Behind("‹p50, p95, p99 or average›")),
    ("mentoring-without-outcome", Ask::End("‹how many people, and what they do alone now›")),
    ("no-mechanism", Ask::Mechanism),
    ("no-outcome", Ask::Outcome),
    ("number-without-unit", Ask::Behind("‹unit: ms, MB, requests a second …›")),
    ("objectless-figure", Ask::Measured),
    ("on-call-attendance", Ask::End("‹one incident: its cause, what you changed, what moved›")),
    ("relative-without-base", Ask::Behind("from ‹before› to ‹after›")),
    ("saving-without-guard", Ask::End("‹what stayed as good: p99, error rate, delay›")),
    ("short-bullet", Ask::Outcome),
    ("throughput-only", Ask::End("within ‹limit that held: p99, error rate, delay›")),
    ("tool-not-work", Ask::End("‹what you built or changed with it, and for whom›")),
    ("unclear-own-part", Ask::End("‹your own part: wrote, measured, decided, reviewed …›")),
    ("unexplained-name", Ask::Behind("‹what it does, and for whom›")),
    ("unmeasured-tests", Ask::End("‹what they caught, or what became safe to change›")),
    ("unsized-migration", Ask::Size),
    ("unspecific-object", Ask::Behind(WHICH)),
    ("vague-improvement", Ask::Figure),
    ("vague-mechanism", Ask::Behind("‹the technique, product or rule itself›")),
    ("vanity-metric", Ask::Outcome),
    ("weak-opening", Ask::Act),
];

pub(super) const WHICH: &str = "‹which one, what it does, for whom›";

pub(super) const WHICH_ONES: &str = "‹names, what they do, for whom›";

pub(super) const WHICH_STORE: &str = "‹which one: PostgreSQL, MySQL, Redis …›";

pub(super) const WHICH_STORES: &str = "‹names: PostgreSQL, MySQL, Redis …›";

/// What the author may have done; examples, in words that claim little.
pub(super) const ACT: &str = "‹what you did: wrote, measured, reviewed, fixed …›";

pub(super) const MECHANISM: &str = "by ‹mechanism: index, cache, batch, queue …›";

pub(super) const LOAD: &str = "on ‹load: requests, rows or users›";

pub(super) fn ask(rule: &str) -> Option<Ask> {
    let at = ASKS.binary_search_by_key(&rule, |(id, _)| id).ok()?;
    Some(ASKS[at].1)
}
