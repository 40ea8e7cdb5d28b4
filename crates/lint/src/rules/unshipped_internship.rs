//! `unshipped-internship`: an internship without a sign that its work was used.

use std::sync::LazyLock;

use facts::Signal;
use resume::{FieldPath, Severity};
use roles::{PhraseSet, words};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// No line of an internship says how big the work was or that anybody used it.
    ///
    /// ## Why
    /// An internship is the strongest line of a first page when its work ran for real. Without a
    /// sign of that, readers take it for an exercise.
    ///
    /// ## What to do
    /// Say that it went to production if it did, for whom, or how much it carried. In research, the
    /// paper or the benchmark is that sign.
    ///
    /// ```yaml,flagged,junior
    /// work:
    ///   - name: Corellabay Freight
    ///     position: Backend Engineering Intern
    ///     highlights: [Worked on the name servers of the freight network]
    /// ```
    /// ```yaml,clean,junior
    /// work:
    ///   - name: Corellabay Freight
    ///     position: Backend Engineering Intern
    ///     highlights:
    ///       - Shipped a label-printing API to production
    ///       - Wrote tests for the name servers
    /// ```
    /// ```yaml,clean,junior
    /// work:
    ///   - name: Sundew Institute
    ///     position: Research intern
    ///     highlights: [Wrote the benchmark of the query planner for a paper at a workshop]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Corellabay Freight
    ///     position: Backend Engineering Intern
    ///     highlights: [Worked on the name servers of the freight network]
    /// ```
    "unshipped-internship", Severity::Info, Topic::Evidence, stages(Junior, Junior) => check
}

static INTERN: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "intern", "internship", "trainee", "working student", "co op", "werkstudent", "apprentice",
    ])
});

/// Use or proof that the signals of the role pack do not name.
static USED: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "production", "shipped", "released", "deployed", "live", "customers", "users", "used",
        "paper", "benchmark*", "published", "poster", "thesis", "merged", "adopted",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (index, role) in cx.resume.work.iter().enumerate() {
        let position = role.position.as_deref().unwrap_or_default();
        if INTERN.find(&words(position)).is_empty() || role.highlights.is_empty() {
            continue;
        }
        let path = FieldPath::root().key("work").index(index);
        let units = cx.page.units.iter().filter(|unit| unit.path.starts_with(&path));
        if units.into_iter().any(is_used) {
            continue;
        }
        findings.add(
            path.key("highlights"),
            "no line says how big the internship's work was, or that anybody used it",
            "if it is true, say that it went to production, for whom, or how much it carried",
        );
    }
}

fn is_used(unit: &Unit) -> bool {
    let facts = &unit.facts;
    facts.measured().next().is_some()
        || !facts.changes.is_empty()
        || facts.has(Signal::Production)
        || facts.has(Signal::Reach)
        || facts.has(Signal::Proof)
        || !USED.find(&facts.words).is_empty()
}
