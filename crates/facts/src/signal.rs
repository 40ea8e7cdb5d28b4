//! Small signals beside the main facts: people reached, proof given, production use, attendance.

use std::ops::Range;
use std::sync::LazyLock;

use roles::{PhraseSet, Word};

/// What a signal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// People or groups that the work reached: `3 product teams`, `adopted by`.
    Reach,
    /// It runs for real: `in production`, `shipped`, `live`.
    Production,
    /// Others can check it: merged upstream, a talk, a paper, a patent.
    Proof,
    /// Being there: `attended`, `member of the on-call rotation`.
    Attendance,
    /// Running the thing: on call, incidents, runbooks, capacity.
    Operations,
    /// Tests written or measured.
    Testing,
    /// What came of it in words that can be checked: `without downtime`, `none recurred`.
    Outcome,
}

impl Signal {
    /// The word used in reports and tests.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Production => "production",
            Self::Proof => "proof",
            Self::Attendance => "attendance",
            Self::Operations => "operations",
            Self::Testing => "testing",
            Self::Outcome => "outcome",
        }
    }
}

/// A signal with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalUse {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// What it says.
    pub signal: Signal,
}

/// Nouns for people and groups; a count of them is reach rather than scale.
pub(crate) const PEOPLE: [&str; 34] = [
    "engineers",
    "developers",
    "teams",
    "squads",
    "juniors",
    "interns",
    "hires",
    "graduates",
    "mentees",
    "orgs",
    "organizations",
    "organisations",
    "departments",
    "maintainers",
    "contributors",
    "colleagues",
    "analysts",
    "scientists",
    "designers",
    "operators",
    "technicians",
    "reviewers",
    "adopters",
    "groups",
    "offices",
    "apprentices",
    "newcomers",
    "people",
    "staff",
    "candidates",
    "students",
    "attendees",
    "nurses",
    "dispatchers",
];

const PHRASES: &[(Signal, &[&str])] = &[
    (
        Signal::Reach,
        &[
            "adopted by",
            "rolled out to",
            "used by",
            "mentored",
            "coached",
            "onboarded",
            "taught",
            "trained",
            "promoted",
            "became the default",
            "company wide",
            "org wide",
            "standard for",
        ],
    ),
    (
        Signal::Production,
        &[
            "in production",
            "to production",
            "shipped to prod",
            "in prod",
            "live since",
            "went live",
            "still in use",
            "running since",
            "in daily use",
            "released to",
            "generally available",
        ],
    ),
    (
        Signal::Proof,
        &[
            "merged upstream",
            "merged pr*",
            "merged pull request*",
            "merged patch*",
            "merged fix*",
            "pull request* merged",
            "upstreamed",
            "open sourced",
            "open source maintainer",
            "patent*",
            "published at",
            "spoke at",
            "talk at",
            "presented at",
            "paper at",
            "merged into",
            "github stars",
            "downloads a month",
            "stars",
            "accepted upstream",
            "keynote at",
        ],
    ),
    (
        Signal::Attendance,
        &[
            "participated in",
            "took part in",
            "attended",
            "member of",
            "joined the on call",
            "involved in",
            "exposed to",
            "shadowed",
        ],
    ),
    (
        Signal::Operations,
        &[
            "on call",
            "pager",
            "pages a|per week|month|night",
            "incident*",
            "runbook*",
            "postmortem*",
            "post mortem*",
            "retrospective*",
            "retro*",
            "slo*",
            "error budget*",
            "game day*",
            "capacity plan*",
            "alert*",
            "mttr",
            "mttm",
            "time to mitigate",
            "time to recover*",
            "time to restore",
            "escalation*",
            "rollback*",
            "disaster recovery",
            "failover drill*",
        ],
    ),
    (
        Signal::Testing,
        &[
            "unit test*",
            "integration test*",
            "contract test*",
            "load test*",
            "property based test*",
            "property test*",
            "end to end test*",
            "regression test*",
            "test suite*",
            "test coverage",
            "code coverage",
            "branch coverage",
            "line coverage",
            "fuzz*",
            "golden file*",
            "flaky test*",
            "testcontainers",
            "test harness*",
            "mutation test*",
            "tests",
            "soak test*",
            "snapshot test*",
        ],
    ),
    (
        Signal::Outcome,
        &[
            "without downtime",
            "zero downtime",
            "no downtime",
            "without an outage",
            "no data loss",
            "without data loss",
            "without losing",
            "without loss",
            "none recurred",
            "no recurrence",
            "never recurred",
            "no longer",
            "without a rollback",
            "no lost|duplicate|double|missed",
        ],
    ),
];

static SET: LazyLock<PhraseSet> = LazyLock::new(|| {
    PhraseSet::new(
        PHRASES
            .iter()
            .enumerate()
            .flat_map(|(index, (_, phrases))| phrases.iter().map(move |phrase| (*phrase, index))),
    )
});

/// All signals of a text.
pub(crate) fn signals(words: &[Word]) -> Vec<SignalUse> {
    let matches = SET.find(words).into_iter();
    matches
        .map(|found| SignalUse {
            range: words[found.words.start].start..words[found.words.end - 1].end,
            signal: PHRASES[found.value].0,
        })
        .collect()
}
