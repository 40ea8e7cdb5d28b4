//! `tool-not-work`: a line about a technology instead of about what was done with it.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Signal;
use resume::Severity;
use roles::{Category, PhraseSet, RolePack, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet says which technology was used, not what was done with it.
    ///
    /// ## Why
    /// The name of a database finds the page; what you did inside it gets the interview. "Used
    /// PostgreSQL" is true after one query, and belongs in the skills list.
    ///
    /// ## What to do
    /// Say what you built or changed with it: the index, the partition key, the consumer, the
    /// job. Then the name stands in the middle of a line about work.
    ///
    /// ```bullets,flagged
    /// - Experience with PostgreSQL and other databases
    /// - Used Docker and Kubernetes in daily work
    /// - Worked with Kafka, Redis and gRPC
    /// - Utilized Terraform
    /// ```
    /// ```bullets,clean
    /// - Used PostgreSQL exclusion constraints to end double bookings
    /// - Used by 3 teams, the Kafka consumer library retries with backoff
    /// - Worked with 14 ports on the berth scheduler
    /// - Used Redis sorted sets to rank 2 million players
    /// - Partitioned the PostgreSQL event table by week
    /// ```
    ///
    /// On the page of a first job, the techniques of a course may stand like this.
    ///
    /// ```skills,clean,junior
    /// - PostgreSQL
    /// ```
    "tool-not-work", Severity::Warning, Topic::Depth, penalty(Scope, 3.0, 12.0) => check
}

static OPENERS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "used",
        "using",
        "utilized",
        "utilizing",
        "leveraged",
        "leveraging",
        "employed",
        "worked with",
        "working with",
        "worked on|in",
        "experience with|in|of|using",
        "experienced with|in",
        "familiar with",
        "familiarity with",
        "knowledge of",
        "good|strong|working|solid|basic|deep knowledge of",
        "proficient in|with|at",
        "proficiency in|with",
        "skilled in|with",
        "expertise in|with",
        "exposure to",
        "hands on experience with|in",
        "extensive|strong|solid|good experience with|in",
        "developed using|in|with",
        "programmed in",
        "coded in",
    ])
});

/// Words between names that add nothing to them.
const EMPTY: WordList<34> = WordList::new([
    "and", "or", "as", "well", "other", "various", "multiple", "several", "different", "the", "a",
    "an", "in", "on", "daily", "work", "basis", "tools", "technologies", "databases", "database",
    "frameworks", "languages", "for", "projects", "development", "including", "like", "such",
    "services", "cloud", "etc", "backend", "production",
]);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| tools(unit, cx.pack),
        |said| format!("\"{said}\" says what you used, not what you did with it"),
        "what did you build or change with it? The name alone belongs in the skills list",
    );
}

fn tools(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let opener = OPENERS.match_at(&facts.words, unit.first_word())?;
    let start = unit.bytes(&opener.words);
    let products = facts.skills.iter().filter(|mention| {
        !matches!(
            pack.vocabulary.skill(mention.skill).category,
            Category::Pattern | Category::Practice
        )
    });
    let mut end = None;
    let mut rest = 0;
    let ranges: Vec<&Range<usize>> = products.map(|mention| &mention.range).collect();
    for word in &facts.words[opener.words.end..] {
        let named = ranges.iter().find(|range| range.start <= word.start && word.end <= range.end);
        match named {
            Some(range) => end = Some(range.end),
            None if roles::is_one_of(&word.norm, &EMPTY) => {}
            None => rest += 1,
        }
    }
    let says = !facts.concepts.is_empty()
        || facts.measured().next().is_some()
        || !facts.changes.is_empty()
        || facts.has(Signal::Outcome);
    // One further word may be "applications"; two begin to say what it was for.
    end.filter(|_| rest <= 1 && !says).map(|end| start.start..end)
}
