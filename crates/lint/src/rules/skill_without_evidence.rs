//! `skill-without-evidence`: a language or database that no other line shows.

use std::collections::BTreeSet;

use resume::Severity;
use roles::Category;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The skills list names a language or database that no other line shows.
    ///
    /// ## Why
    /// Languages and databases are what a panel prepares questions on. One that stands only in the
    /// list is the one they will ask about: where did you use it?
    ///
    /// ## What to do
    /// Name it in the line where you used it, or take it out. Keep it if you can defend it, this
    /// is a note and costs nothing.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler of 14 ports in Go]
    /// skills:
    ///   - name: Languages
    ///     keywords: [Go, Scala]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights:
    ///       - Built the berth scheduler of 14 ports with Spring Boot on Postgres
    /// skills:
    ///   - name: Languages
    ///     keywords: [Java 21, SQL, Bash]
    ///   - name: Data and tools
    ///     keywords: [PostgreSQL 16, Docker, Git]
    /// ```
    /// ```yaml,clean
    /// projects:
    ///   - name: tilefetch
    ///     description: Library that caches map tiles on disk
    ///     keywords: [Rust]
    /// education:
    ///   - institution: Merri Coast University
    ///     courses: [Functional programming in Haskell]
    /// skills:
    ///   - name: Languages
    ///     keywords: [Rust, Haskell]
    /// ```
    "skill-without-evidence", Severity::Info, Topic::Integrity => check
}

/// Languages that stand beside others and that lines of work seldom name.
const COMPANIONS: [&str; 8] =
    ["sql", "bash", "powershell", "html", "css", "sass", "vba", "assembly"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    // Without any line of work nothing can be shown; other rules speak about that.
    if cx.bullets().next().is_none() && cx.summary().next().is_none() {
        return;
    }
    let shown = cx.shown_skills();
    let mut told = BTreeSet::new();
    for item in cx.skill_items() {
        for mention in item.mentions.iter() {
            let skill = cx.pack.vocabulary.skill(mention.skill);
            let main = matches!(skill.category, Category::Language | Category::Database)
                && !COMPANIONS.contains(&skill.id.as_str());
            if !main || shown.contains(&mention.skill) || !told.insert(mention.skill) {
                continue;
            }
            findings.add_at(
                item.path.clone(),
                mention.range.clone(),
                format!("no other line shows {}", skill.name),
                "name it in the line where you used it, or take it out",
            );
        }
    }
}
