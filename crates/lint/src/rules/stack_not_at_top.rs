//! `stack-not-at-top`: the first lines name no technology.

use resume::{FieldPath, Severity};
use roles::{Category, Mention, SkillId};

use crate::page::Part;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The headline and the summary name no language, data store or platform.
    ///
    /// ## Why
    /// Within seconds a manager decides whether your stack is close to theirs. When they have to
    /// look for it in the bullets, some do not.
    ///
    /// ## What to do
    /// Put the main language and data store into the headline, "Backend Engineer · Go, PostgreSQL ·
    /// Ticketing", or name them in the summary beside the thing you own.
    ///
    /// ```summary,flagged
    /// Owns the booking service of a ferry line, 4,000 bookings an hour.
    /// ```
    /// ```summary,flagged
    /// Dedicated engineer who let the team go live twice; five years in software, rest assured.
    /// ```
    /// ```summary,clean
    /// Owns the booking service of a ferry line in Go and PostgreSQL, 4,000 bookings an hour.
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   label: Backend Engineer · Go, PostgreSQL · Ticketing
    ///   summary: Owns the booking service of a ferry line, 4,000 bookings an hour.
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   label: Firmware Engineer · C, Zephyr
    /// ```
    "stack-not-at-top", Severity::Warning, Topic::Depth => check
}

/// Skills that a hint names.
const NAMED: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let top = cx.page.units.iter().filter(|unit| matches!(unit.part, Part::Label | Part::Summary));
    let mut last = None;
    for unit in top {
        let names = |found: &[Mention]| found.iter().any(|found| is_stack(cx, found.skill));
        // A headline is a list as much as a sentence.
        let listed =
            || unit.part == Part::Label && names(&cx.pack.vocabulary.mentions_in_list(&unit.text));
        if names(&unit.facts.skills) || listed() {
            return;
        }
        last = Some(unit.part);
    }
    let Some(part) = last else { return };
    let basics = FieldPath::root().key("basics");
    let key = if part == Part::Summary { "summary" } else { "label" };
    let mut used: Vec<&str> = Vec::new();
    for mention in cx.bullets().flat_map(|unit| &unit.facts.skills) {
        let name = cx.pack.vocabulary.skill(mention.skill).name.as_str();
        if is_stack(cx, mention.skill) && !used.contains(&name) && used.len() < NAMED {
            used.push(name);
        }
    }
    let hint = if used.is_empty() {
        "put your main language and data store into the headline or the summary".to_owned()
    } else {
        format!(
            "name them in the headline or the summary; your bullets show {}",
            used.join(" and ")
        )
    };
    findings.add(basics.key(key), "the first lines name no language, data store or platform", hint);
}

fn is_stack(cx: &Context<'_>, skill: SkillId) -> bool {
    use Category::{Cloud, Database, Framework, Infrastructure, Language, Library, Queue};
    matches!(
        cx.pack.vocabulary.skill(skill).category,
        Cloud | Database | Framework | Infrastructure | Language | Library | Queue
    )
}
