//! `repeated-keyword`: one technology again and again.

use std::collections::{BTreeMap, BTreeSet};

use resume::Severity;
use roles::{Category, SkillId};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A technology is named more than six times, mostly without saying anything new about it.
    ///
    /// ## Why
    /// Search asks whether a word is on the page, not how often. A person who meets it the seventh
    /// time without news takes it for stuffing.
    ///
    /// ## What to do
    /// Keep it where it says something: once in the skills list, and in the lines whose work it
    /// was.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   label: Kafka engineer
    ///   summary: Kafka developer with Kafka experience. Builds Kafka services.
    /// work:
    ///   - name: Harbor Analytics
    ///     summary: Kafka platform
    ///     highlights: [Wrote Kafka services, Wrote Kafka jobs]
    /// ```
    /// ```bullets,clean
    /// - Tuned PostgreSQL autovacuum on the ledger table, 900 million rows
    /// - Partitioned the PostgreSQL event table by week; deletes fell from 3 hours to a second
    /// - Moved the PostgreSQL replicas of 14 ports behind one PgBouncer
    /// - Wrote a PostgreSQL extension that checks container numbers
    /// - Upgraded PostgreSQL 12 to 16 by logical replication, without downtime
    /// - Replaced PostgreSQL triggers by an outbox table
    /// - Taught a PostgreSQL course to 40 engineers
    /// ```
    "repeated-keyword", Severity::Warning, Topic::Integrity => check
}

/// More mentions than this need something new each time.
const MOST: usize = 6;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut places: BTreeMap<SkillId, Vec<(&Unit, std::ops::Range<usize>)>> = BTreeMap::new();
    for unit in &cx.page.units {
        for mention in &unit.facts.skills {
            places.entry(mention.skill).or_default().push((unit, mention.range.clone()));
        }
    }
    for (skill, places) in places {
        let entry = cx.pack.vocabulary.skill(skill);
        let count = places.len();
        let common = matches!(entry.category, Category::Practice | Category::Pattern);
        if count <= MOST || common {
            continue;
        }
        // Lines that say something about it: a particular object, each its own.
        let telling: BTreeSet<&str> = places
            .iter()
            .filter(|(unit, _)| unit.part.is_bullet())
            .filter_map(|(unit, range)| {
                let claim =
                    unit.claim_at(range.start).filter(|claim| claim.is_substantial(cx.pack))?;
                claim.object.as_ref().map(|object| object.key.as_str())
            })
            .collect();
        if telling.len() + 2 >= count {
            continue;
        }
        let Some((unit, range)) = places.into_iter().next_back() else { continue };
        findings.add_in(
            unit,
            range,
            format!(
                "{} is named {count} times; {} of them say something new",
                entry.name,
                telling.len()
            ),
            "keep it in the skills list and in the lines whose work it was",
        );
    }
}
