//! `too-few-skills`: a skills section with a handful of names.

use std::collections::BTreeSet;

use resume::{FieldPath, Severity, Stage};
use roles::{Category, SkillId};

use super::too_many_skills::parts;
use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The skills section names only a few technologies.
    ///
    /// ## Why
    /// Search tools and skimming readers look for names there. Five names leave out most of what
    /// your own bullets show.
    ///
    /// ## What to do
    /// Begin with what your bullets name already, in groups; most pages hold 12 to 25. Add nothing
    /// you could not defend: eight names that lines show beat twenty that stand alone.
    ///
    /// ```skills,flagged
    /// - Go
    /// - PostgreSQL
    /// - Docker
    /// ```
    /// ```skills,clean
    /// - Go
    /// - Python
    /// - PostgreSQL
    /// - Redis
    /// - Kafka
    /// - gRPC
    /// - AWS (EKS, RDS, SQS)
    /// ```
    /// ```skills,clean,junior
    /// - Go
    /// - Python
    /// - PostgreSQL
    /// - Redis
    /// - Docker
    /// - Git
    /// - REST
    /// - pytest
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries}]
    /// ```
    "too-few-skills", Severity::Info, Topic::Format => check
}

/// Fewest names after the first job, and in it.
const FEWEST: usize = 8;
const FEWEST_JUNIOR: usize = 6;

/// Skills of the bullets that a hint names.
const NAMED: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    let count: usize = items.iter().map(parts).sum();
    let fewest = if cx.stage == Stage::Junior { FEWEST_JUNIOR } else { FEWEST };
    if count == 0 || count >= fewest {
        return;
    }
    let listed_skills: BTreeSet<SkillId> =
        items.iter().flat_map(|item| item.mentions.iter()).map(|mention| mention.skill).collect();
    let mut used: Vec<&str> = Vec::new();
    for mention in cx.bullets().flat_map(|unit| &unit.facts.skills) {
        let skill = cx.pack.vocabulary.skill(mention.skill);
        let product = !matches!(skill.category, Category::Practice | Category::Pattern);
        let name = skill.name.as_str();
        let new = !used.contains(&name) && !listed_skills.contains(&mention.skill);
        if product && new && used.len() < NAMED {
            used.push(&skill.name);
        }
    }
    let hint = if used.is_empty() {
        "add what your lines of work used, in groups; nothing that you could not defend".to_owned()
    } else {
        format!("your bullets also show {}", listed(&used))
    };
    let names = if count == 1 { "one skill".to_owned() } else { format!("{count} skills") };
    findings.add(
        FieldPath::root().key("skills"),
        format!("{names}; readers and search tools look for more of what you used"),
        hint,
    );
}
