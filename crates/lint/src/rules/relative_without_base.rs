//! `relative-without-base`: a share of something whose size nobody knows.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Change, Dimension};
use resume::Severity;
use roles::PhraseSet;

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A bullet gives a percentage or factor and nothing that says of how much.
    ///
    /// ## Why
    /// Half of two seconds and half of two milliseconds are different work, and so are ten requests
    /// a day and ten thousand a second. A share alone hides which of them it was.
    ///
    /// ## What to do
    /// Give both ends, or the size of the thing: requests a second, rows, users. If the scope line
    /// of the role says it, that is enough.
    ///
    /// ```bullets,flagged
    /// - Cut response times of the fare search by 50 % with a covering index
    /// - Made the nightly import 3x faster by batching inserts
    /// - Reached 98 % test coverage and cut the deployment time by 75 % with a build cache
    /// - Wrote runbooks for the seat map, which reduced incidents by 90 %
    /// ```
    /// ```bullets,clean
    /// - Cut p95 of the fare search by 50 %, from 800 ms to 400 ms, with a covering index
    /// - Cut p95 of the fare search by 50 % at 2,000 requests a second
    /// - Made the nightly import of 3 million readings 3x faster by batching inserts
    /// - Raised branch coverage of the tariff parser by 30 %
    /// - Reduced failed payments by 40 % with an idempotency key
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Harbor Analytics
    ///     summary: Owns the berth scheduler of 14 ports
    ///     highlights:
    ///       - Cut response times of the berth search by 50 % with a covering index
    /// ```
    /// ```bullets,clean,junior
    /// - Cut response times of the fare search by 50 % with a covering index
    /// ```
    "relative-without-base", Severity::Warning, Topic::Evidence, stages(Mid, Staff) => check
}

/// What is a share by itself, and what is counted by nature: a reader knows the whole.
static OWN_BASE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "coverage",
        "flake*",
        "flaky",
        "rate|rates|ratio",
        "conversion",
        "utilization",
        "availability",
        "uptime",
        "failed|failing|failure|failures",
        "errors|error",
        "page|pages",
        "false positive*|alarm*",
        "duplicate*",
        "accuracy",
        "abandon*",
        "churn",
        "a b test*",
        "relevance",
        "crash*",
        "timeout*",
        "retries",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (_, units) in cx.roles() {
        let scope = units.iter().filter(|unit| unit.part == Part::ScopeLine);
        if scope.into_iter().any(|unit| unit.sizes().any(|size| !size.counts_people)) {
            continue;
        }
        for unit in units.iter().filter(|unit| unit.part.is_bullet()) {
            let Some(range) = without_base(unit) else { continue };
            let said = unit.said(&range).to_owned();
            findings.add_in(
                unit,
                range,
                format!("\"{said}\" of how much? Nothing here says how big it was"),
                "give both ends, or the size of the thing: requests a second, rows, users",
            );
        }
    }
}

fn without_base(unit: &Unit) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let relative = |change: &&Change| {
        change.delta.is_some() && matches!(change.dimension, Dimension::Percent | Dimension::Ratio)
    };
    // `Twice the evening peak` says of what.
    let figure = |change: &&Change| unit.said(&change.range).contains(|c: char| c.is_ascii_digit());
    let own = |change: &&Change| {
        let claim =
            unit.claim_at(change.range.start).map_or(0..unit.text.len(), |c| c.range.clone());
        OWN_BASE.find(unit.words_in(&claim)).is_empty()
    };
    let change = facts.changes.iter().filter(relative).filter(figure).find(own)?;
    let absolute = facts
        .changes
        .iter()
        .any(|change| change.after.is_some() && !matches!(change.dimension, Dimension::Bare));
    let level = facts.measured().any(|quantity| {
        quantity.dimension == Dimension::Time && quantity.role != facts::Role::Duration
    });
    let based = absolute || level || unit.sizes().next().is_some();
    (!based).then(|| change.range.clone())
}
