//! `unnamed-open-source`: open source work that nobody can look up.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Signal;
use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A line claims open source work and names neither project nor result.
    ///
    /// ## Why
    /// Open source is the one claim a reader can check in a minute. Left unnamed, it is the one
    /// they believe least.
    ///
    /// ## What to do
    /// Name the project, say what you changed and what became of it: merged, released, used by
    /// whom. For a library of your own, its version or its downloads.
    ///
    /// ```bullets,flagged
    /// - Contributed to open source
    /// - Active contributor to several open-source projects
    /// ```
    /// ```bullets,clean
    /// - Two merged patches to pgx that stop a connection leak on cancelled queries
    /// - Open-sourced tidewatch, a tide predictor that 40 harbors run
    /// - Fixed a leak in the open-source client of NATS; released in 2.1
    /// - Replaced a paid queue by an open-source one, which saved $14k a month
    /// ```
    /// ```yaml,clean
    /// projects:
    ///   - name: suburbsplit
    ///     description: Open-source Python library that splits addresses
    ///     highlights: [Maintain the open source library since 2024]
    /// ```
    "unnamed-open-source", Severity::Warning, Topic::Evidence, penalty(Scope, 3.0, 6.0) => check
}

static OPEN_SOURCE: LazyLock<PhraseSet> =
    LazyLock::new(|| set(&["open source", "opensource", "oss", "foss", "open sourced"]));

/// Words that make the line a claim of taking part.
static PART: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "contribut*", "participat*", "active in|on|member", "involved in", "maintain*", "work on",
        "worked on", "member of", "enthusiast", "community", "commits to",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in &cx.page.units {
        let Some(range) = unnamed(unit) else { continue };
        // A project has a name already.
        if unit.entry().is_some_and(|entry| entry.starts_with(&FieldPath::root().key("projects"))) {
            continue;
        }
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\": which project, and what became of it?"),
            "name the project, what you changed, and whether it was merged or released",
        );
    }
}

fn unnamed(unit: &Unit) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let found = OPEN_SOURCE.find(&facts.words).into_iter().next()?;
    if PART.find(&facts.words).is_empty() {
        return None;
    }
    let range = unit.bytes(&found.words);
    // A name: capitalized inside the line, or with a digit, or one the vocabulary knows.
    let named = facts.words.iter().skip(1).any(|word| {
        let said = unit.said(&(word.start..word.end));
        let inside = word.start >= range.end || word.end <= range.start;
        inside
            && !matches!(said, "OSS" | "FOSS" | "GitHub" | "Git" | "I")
            && said.starts_with(|c: char| c.is_uppercase())
    });
    let apart = |other: &Range<usize>| other.end <= range.start || other.start >= range.end;
    let known = facts.skills.iter().any(|mention| {
        apart(&mention.range) && !matches!(unit.said(&mention.range), "GitHub" | "Git" | "GitLab")
    });
    let says = named
        || known
        || unit.text.contains(['/', '(', '`'])
        || facts.signals.iter().any(|found| found.signal == Signal::Proof && apart(&found.range))
        || facts.measured().next().is_some()
        || facts.concepts.iter().any(|concept| apart(&concept.range));
    (!says).then_some(range)
}
