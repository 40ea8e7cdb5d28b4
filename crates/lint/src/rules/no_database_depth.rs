//! `no-database-depth`: databases are named, and nothing shows one from the inside.

use resume::{FieldPath, Severity};
use roles::Category;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The page names a database, and no line goes one level below its name.
    ///
    /// ## Why
    /// Senior panels keep a question for this: an index that was chosen, a plan that was read, an
    /// isolation level that mattered. A page without one is asked about it first.
    ///
    /// ## What to do
    /// Show one in the line where it happened: index type, partition key, query plan, isolation,
    /// replication, vacuum. If your work lay elsewhere, leave it; nothing is taken off.
    ///
    /// ```yaml,flagged,senior
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler of 14 ports in Go]
    /// skills:
    ///   - name: Data
    ///     keywords: [PostgreSQL]
    /// ```
    /// ```yaml,clean,senior
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Cut p99 of the berth search with a covering index from 900 ms to 90 ms]
    /// skills:
    ///   - name: Data
    ///     keywords: [PostgreSQL]
    /// ```
    /// ```yaml,clean,senior
    /// work:
    ///   - name: Merri Motors
    ///     highlights: [Wrote the motor controller in C with a 2 ms control loop]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler of 14 ports in Go]
    /// skills:
    ///   - name: Data
    ///     keywords: [PostgreSQL]
    /// ```
    "no-database-depth", Severity::Warning, Topic::Depth, stages(Senior, Staff) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let deep = cx
        .page
        .units
        .iter()
        .flat_map(|unit| &unit.facts.concepts)
        .any(|concept| concept.entry(cx.pack).counts.iter().any(|counts| counts == "D2"));
    if deep || cx.bullets().next().is_none() {
        return;
    }
    let is_database = |skill| {
        let skill = cx.pack.vocabulary.skill(skill);
        (skill.category == Category::Database).then_some(skill.name.as_str())
    };
    let in_text = cx.page.units.iter().flat_map(|unit| &unit.facts.skills).map(|m| m.skill);
    let items = cx.skill_items();
    let listed = items.iter().flat_map(|item| item.mentions.iter()).map(|m| m.skill);
    // A page without a database is of another domain; its depth is elsewhere.
    let Some(name) = in_text.chain(listed).find_map(is_database) else { return };
    let section = if cx.resume.work.is_empty() { "projects" } else { "work" };
    findings.add(
        FieldPath::root().key(section),
        format!("{name} is named, and no line goes one level below its name"),
        "show one thing you decided there: index, partition key, query plan, isolation, replication",
    );
}
