//! `no-public-proof`: a staff page that rests on its own word.

use std::sync::LazyLock;

use facts::Signal;
use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// Nothing on a staff page was judged by anybody outside the author's team.
    ///
    /// ## Why
    /// At this level panels look for work that others chose: a talk, a patch that strangers
    /// merged, a platform that many teams adopted. It stands where titles cannot.
    ///
    /// ## What to do
    /// Add the one you have. In a closed industry the adoption by other teams counts the same; say
    /// how many.
    ///
    /// ```yaml,flagged,staff
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler of 14 ports in Go]
    /// ```
    /// ```yaml,clean,staff
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler, adopted by 12 teams]
    /// ```
    /// ```yaml,clean,staff
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler of 14 ports in Go]
    /// publications:
    ///   - name: Tides and timeouts
    ///     publisher: FOSDEM
    ///     releaseDate: 2025-02
    /// ```
    /// ```yaml,clean,senior
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Built the berth scheduler of 14 ports in Go]
    /// ```
    "no-public-proof", Severity::Info, Topic::Depth, stages(Staff, Staff) => check
}

/// Teams that make an adoption one beyond the own team.
const TEAMS: f64 = 3.0;

static OUTSIDE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "open source*",
        "patent*",
        "spoke at",
        "talk at",
        "keynote*",
        "paper*",
        "rfc|rfcs",
        "w3c",
        "ietf",
        "maintainer",
        "company wide",
        "org wide",
        "organization wide",
        "every|all team|teams",
        "standard for",
        "became the default|standard",
        "conference*",
        "merged upstream",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let resume = cx.resume;
    let listed = !resume.publications.is_empty() || !resume.projects.is_empty();
    let shown = cx.page.units.iter().any(|unit| {
        unit.facts.has(Signal::Proof)
            || unit.facts.people().any(|people| people.value >= TEAMS)
            || !OUTSIDE.find(&unit.facts.words).is_empty()
    });
    if listed || shown || cx.bullets().next().is_none() {
        return;
    }
    findings.add(
        FieldPath::root().key("work"),
        "nothing on the page was judged by anybody outside your team",
        "add a talk, a merged patch, a patent, or how many teams adopted what you built",
    );
}
