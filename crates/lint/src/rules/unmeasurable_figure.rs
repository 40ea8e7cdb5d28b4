//! `unmeasurable-figure`: a percentage of something nobody can measure.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Change, Dimension, Quantity};
use resume::Severity;
use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A figure is given for a quality that has no measure.
    ///
    /// ## Why
    /// "Improved performance by 300 %" names a number and hides what it counts. The question that
    /// follows, performance of what, measured how, finds no answer on the page.
    ///
    /// ## What to do
    /// Name the measure behind the quality: p99, requests a second, minutes of a build, pages a
    /// week. If there was none, drop the figure.
    ///
    /// ```bullets,flagged
    /// - Improved performance by 300%
    /// - Raised team productivity by 40 % with a new branching model
    /// - Increased the code quality of the seat map by 25 %
    /// - Delivered a 10x efficiency improvement of the fare search
    /// ```
    /// ```bullets,clean
    /// - Improved throughput of the fare search by 300 %, from 2k to 8k requests a second
    /// - Improved performance of the import: 3 hours to 20 minutes, by batching inserts
    /// - Raised conversion of the checkout by 12 % with a shorter form
    /// - Cut build minutes by 40 % with a remote cache
    /// - Held 99.99 % uptime of the seat map and kept its reliability under review
    /// - Improved fuel efficiency of the fleet by 4 % with a route planner
    /// ```
    "unmeasurable-figure", Severity::Warning, Topic::Evidence, penalty(Evidence, 3.0, 12.0) => check
}

/// Qualities without a unit.
static QUALITY: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "performance",
        "system|application|api|database|overall|backend performance",
        "efficiency",
        "productivity",
        "team|developer productivity",
        "quality",
        "code quality",
        "scalability",
        "reliability",
        "stability",
        "maintainability",
        "user experience",
        "agility",
        "operational efficiency",
        "developer experience",
        "security",
        "robustness",
        "usability",
    ])
});

/// Words that make the quality a measure after all.
static MEASURED: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "fuel|energy|power|thermal|storage|cost efficiency",
        "quality score|gate*",
        "index",
        "score",
        "p50|p90|p95|p99",
        "latency",
        "throughput",
        "per second|minute|hour|day",
        "benchmark*",
        "survey*",
        "rating*",
        "security findings|score|incidents",
    ])
});

/// What follows a percentage that has a measure: `99.99 % uptime and 40 % efficiency`.
static OWN: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "uptime|availability|accuracy|coverage|conversion|utilization|precision|recall|retention",
        "test|code|branch coverage",
        "service|system availability|uptime",
        "of",
    ])
});

/// Most words between the quality and its figure.
const REACH: usize = 9;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        unmeasurable,
        |said| format!("\"{said}\": nobody can measure that"),
        "name the measure behind it: p99, requests a second, minutes of a build. Or drop the figure",
    );
}

fn unmeasurable(unit: &Unit) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let relative = |change: &Change| {
        matches!(change.dimension, Dimension::Percent | Dimension::Ratio) && change.delta.is_some()
    };
    if facts.changes.iter().any(|change| !relative(change))
        || !MEASURED.find(&facts.words).is_empty()
    {
        return None;
    }
    let figures = facts
        .quantities
        .iter()
        .filter(|quantity| matches!(quantity.dimension, Dimension::Percent | Dimension::Ratio));
    let qualities: Vec<Range<usize>> = QUALITY
        .find(&facts.words)
        .into_iter()
        .filter(|found| unit.is_whole(found) || next_is_gain(unit, found.words.end))
        .map(|found| unit.bytes(&found.words))
        .collect();
    let own = |figure: &Quantity| {
        let after = unit.words_in(&(figure.range.end..unit.text.len()));
        OWN.opens(after).is_some() || !OWN.find(unit.words_in(&figure.range)).is_empty()
    };
    figures.into_iter().filter(|figure| !own(figure)).find_map(|figure| {
        let claim = unit.claim_at(figure.range.start)?;
        qualities.iter().find_map(|quality| {
            let span = quality.start.min(figure.range.start)..quality.end.max(figure.range.end);
            let near = claim.range.contains(&quality.start)
                && unit.words_in(&span).len() <= REACH
                && !unit.said(&span).contains([';', '(']);
            near.then_some(span)
        })
    })
}

/// `efficiency improvement`: still the quality.
fn next_is_gain(unit: &Unit, at: usize) -> bool {
    unit.facts.words.get(at).is_some_and(|word| {
        ["improvement", "gain", "increase", "boost"].iter().any(|gain| word.norm.starts_with(gain))
    })
}
