//! `keyword-block`: words put on the page for a machine.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{PhraseSet, RolePack, SkillId, words};

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The page has a block of keywords.
    ///
    /// ## Why
    /// Search over resumes asks whether a word is there, so a second mention adds nothing, and the
    /// person who opens the page sees at once what the block is for. Few things end a reading as
    /// surely; one such block caps the grade.
    ///
    /// ## What to do
    /// Delete the block. Name each technology once in the skills list, and once more in the line
    /// that shows what you did with it.
    ///
    /// ```yaml,flagged
    /// skills:
    ///   - name: Keywords
    ///     keywords: [Go, Java, Python]
    /// ```
    /// ```bullets,flagged
    /// - Kafka Kafka Kafka
    /// - Keywords: Java, Spring, REST, Docker
    /// - Java, Spring, Hibernate, Kafka, RabbitMQ, Redis, MySQL, PostgreSQL, Docker, Kubernetes, AWS, Jenkins, Git
    /// ```
    /// ```bullets,clean
    /// - Tuned PostgreSQL autovacuum on the ledger table, 900 million rows
    /// - Partitioned the PostgreSQL event table by week; deletes fell from 3 hours to a second
    /// - Moved the PostgreSQL replicas of 14 ports behind one PgBouncer
    /// - Wrote a PostgreSQL extension that checks container numbers
    /// - Upgraded PostgreSQL 12 to 16 by logical replication, without downtime
    /// - Replaced PostgreSQL triggers by an outbox table
    /// - Taught a PostgreSQL course to 40 engineers
    /// - Wrote the keyword search of the catalog
    /// - Environment: Java, Spring, Hibernate, Kafka, RabbitMQ, Redis, MySQL, PostgreSQL, Docker, Kubernetes, AWS, Jenkins, Git
    /// ```
    /// ```yaml,clean
    /// projects:
    ///   - name: tilefetch
    ///     description: Library that caches map tiles on disk
    ///     keywords: [Rust, Tokio]
    /// ```
    "keyword-block", Severity::Error, Topic::Integrity, penalty(Depth, 10.0, 10.0), caps_at(1) => check
}

/// One skill so often in a single text, or so often listed, is no statement about it.
const REPEATS: usize = 4;

/// One skill so often in a row needs no counting.
const IN_A_ROW: usize = 3;

/// Members of an enumeration without a verb that make a block.
const BLOCK: usize = 12;

/// Most words of a label.
const LABEL: usize = 3;

/// Items of the skills list that nothing else on the page shows: beyond what one person can have
/// used in a career without a trace.
const UNSHOWN: usize = 40;

static HEADINGS: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "keywords|keyword",
        "ats keywords|keyword",
        "seo|search keywords|terms",
        "key words",
        "additional|relevant|related keywords",
        "buzzwords",
        "tags",
    ];
    set(&phrases)
});

const HINT: &str = "delete it; name each technology once in the list and once where you used it";

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (index, group) in cx.resume.skills.iter().enumerate() {
        let Some(name) = group.name.as_deref().filter(|name| is_heading(name)) else { continue };
        let path = FieldPath::root().key("skills").index(index).key("name");
        findings.add_at(path, 0..name.len(), format!("\"{name}\" is a block for machines"), HINT);
    }
    for unit in cx.page.units.iter().filter(|unit| unit.part != Part::Label) {
        if let Some((range, message)) = in_text(unit, cx.pack) {
            findings.add_in(unit, range, message, HINT);
        }
    }
    listed(cx, findings);
}

fn is_heading(name: &str) -> bool {
    let words = words(name);
    HEADINGS.opens(&words).is_some_and(|found| found.words.end == words.len())
}

fn in_text(unit: &Unit, pack: &RolePack) -> Option<(Range<usize>, String)> {
    if let Some(range) = heading(unit) {
        let message = format!("\"{}\" opens a block for machines", unit.said(&range));
        return Some((range, message));
    }
    if let Some((range, skill, count)) = repeated(unit) {
        let name = &pack.vocabulary.skill(skill).name;
        return Some((range, format!("{name} is named {count} times in one line")));
    }
    let range = enumeration(unit)?;
    Some((range, "a row of technologies without a verb".to_owned()))
}

/// `Keywords: …` at the start of a text.
fn heading(unit: &Unit) -> Option<Range<usize>> {
    let found = HEADINGS.opens(&unit.facts.words)?;
    let range = unit.bytes(&found.words);
    unit.text[range.end..].trim_start().starts_with(':').then_some(range)
}

/// `Kafka Kafka Kafka`, or a name four times in one text.
fn repeated(unit: &Unit) -> Option<(Range<usize>, SkillId, usize)> {
    let skills = &unit.facts.skills;
    if skills.len() < IN_A_ROW {
        return None;
    }
    let mut places: BTreeMap<SkillId, Vec<&Range<usize>>> = BTreeMap::new();
    for mention in skills {
        places.entry(mention.skill).or_default().push(&mention.range);
    }
    places.into_iter().find_map(|(skill, places)| {
        let in_a_row = places.windows(IN_A_ROW).any(|run| {
            run.windows(2).all(|pair| unit.words_in(&(pair[0].end..pair[1].start)).is_empty())
        });
        let (first, last) = places.first().zip(places.last())?;
        (in_a_row || places.len() >= REPEATS).then_some((
            first.start..last.end,
            skill,
            places.len(),
        ))
    })
}

/// A text that is a row of names and nothing else.
fn enumeration(unit: &Unit) -> Option<Range<usize>> {
    let named = unit.facts.skills.len() + unit.facts.concepts.len();
    let says_nothing = unit.facts.verbs.is_empty() && unit.facts.measured().next().is_none();
    if !says_nothing || named * 2 < BLOCK {
        return None;
    }
    // `Environment: …` under a job is a habit, not a block; `Keywords: …` was met before.
    let label = unit.text.split_once(':').map(|(label, _)| words(label).len());
    if label.is_some_and(|words| (1..=LABEL).contains(&words)) {
        return None;
    }
    let parts = unit.text.split([',', ';', '|', '·', '•']);
    let short = parts.filter(|part| (1..=3).contains(&words(part).len())).count();
    (short >= BLOCK && named * 2 >= short).then(|| unit.whole())
}

/// The skills list itself: one name again and again, or far more names than anybody has used.
fn listed(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    let mut counts: BTreeMap<SkillId, usize> = BTreeMap::new();
    for item in items {
        let Some(skill) = item.sole() else { continue };
        let count = counts.entry(skill).or_default();
        *count += 1;
        if *count == REPEATS {
            let name = &cx.pack.vocabulary.skill(skill).name;
            let message = format!("{name} is listed {REPEATS} times");
            findings.add_at(item.path.clone(), 0..item.text.len(), message, "list it once");
        }
    }
    if items.len() <= UNSHOWN {
        return;
    }
    let shown = cx.shown_skills();
    let unshown = items
        .iter()
        .filter(|item| !item.mentions.iter().any(|mention| shown.contains(&mention.skill)))
        .count();
    if unshown > UNSHOWN {
        findings.add(
            FieldPath::root().key("skills"),
            format!("{unshown} of {} listed skills appear nowhere else on the page", items.len()),
            "keep those that a bullet shows",
        );
    }
}
