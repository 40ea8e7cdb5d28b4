//! `latency-without-percentile`: a response time without saying whose.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Change, Dimension, Quantity, Role};
use resume::{Severity, Stage};
use roles::{PhraseSet, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A response time is given without saying at which percentile.
    ///
    /// ## Why
    /// An average and a 99th percentile of the same system differ by a factor of ten or more.
    /// Backend panels ask which one it was, and a line that says so shows that you knew.
    ///
    /// ## What to do
    /// Write p50, p95 or p99 before the figure; "average" and "worst case" are honest answers
    /// too. Durations of builds, jobs and reports need none.
    ///
    /// ```bullets,flagged
    /// - Reduced API latency from 800 ms to 200 ms
    /// - Cut the response time of the fare search, 2,000 requests a second, by 60 %
    /// - Served the fare search with a latency under 90 ms
    /// - Brought the checkout endpoint from 900 ms to 150 ms
    /// ```
    /// ```bullets,clean
    /// - Cut p95 of the fare search from 800 ms to 200 ms
    /// - Cut average latency of the fare search from 800 ms to 200 ms
    /// - Shortened the nightly fare import from 3 hours to 20 minutes
    /// - Cut build time from 12 minutes to 4
    /// - Reduced the tariff report query from 9 s to 400 ms
    /// - Cut latency of the bid service for 4,000 shops, with 10x better returns
    /// - Held a control loop of 2 ms on the motor board
    /// ```
    /// ```bullets,clean,junior
    /// - Reduced API latency from 800 ms to 200 ms
    /// ```
    "latency-without-percentile", Severity::Info, Topic::Evidence => check
}

/// The longest time a caller waits for a response, in seconds; longer is a job.
const LONGEST: f64 = 60.0;

/// Words for response times.
const LATENCY: [&str; 12] = [
    "latency", "latencies", "response time|times", "round trip", "round trip time", "roundtrip",
    "time to first byte", "ttfb", "lookup time|times", "request time|times", "api time|times",
    "read|write time|times",
];

/// Things a caller waits for.
const CALLED: [&str; 5] =
    ["endpoint|endpoints", "api|apis", "request|requests", "call|calls", "rpc|rpcs"];

/// What says which: percentiles, and honest substitutes.
const WHICH: [&str; 13] = [
    "median",
    "average",
    "avg",
    "mean",
    "typical",
    "max",
    "maximum",
    "worst",
    "slowest",
    "percentile|percentiles",
    "peak",
    "tail",
    "every|all requests|calls|reads|writes",
];

/// Durations that are no response times.
const DURATIONS: [&str; 30] = [
    "build*", "batch*", "job|jobs", "nightly", "import*", "export*", "report*", "deploy*", "test*",
    "suite", "startup", "start", "cold start*", "boot*", "page load*", "lcp", "largest contentful",
    "frame*", "control loop", "cycle*", "pipeline*", "backup*", "restore*", "migration*",
    "failover*", "recovery", "compil*", "onboarding", "rollout*", "freshness",
];

/// Words after a factor that say what it is a factor of.
const MORE: WordList<7> =
    WordList::new(["better", "more", "higher", "greater", "improvement", "increase", "growth"]);

static LATENCY_SET: LazyLock<PhraseSet> = LazyLock::new(|| set(&LATENCY));
static CALLED_SET: LazyLock<PhraseSet> = LazyLock::new(|| set(&CALLED));
static WHICH_SET: LazyLock<PhraseSet> = LazyLock::new(|| set(&WHICH));
static DURATION_SET: LazyLock<PhraseSet> = LazyLock::new(|| set(&DURATIONS));

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.stage == Stage::Junior {
        return;
    }
    for unit in cx.bullets() {
        let Some(range) = response_time(unit) else { continue };
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" is a response time without a percentile"),
            "say which it is: p50, p95, p99, or plainly the average",
        );
    }
}

fn response_time(unit: &Unit) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let names_one = facts.quantities.iter().any(|quantity| quantity.percentile.is_some())
        || facts.words.iter().any(|word| is_percentile(&word.norm));
    if names_one || !WHICH_SET.find(&facts.words).is_empty() {
        return None;
    }
    let change = facts.changes.iter().filter(|change| is_short(change)).map(|change| &change.range);
    let level =
        facts.measured().filter(|quantity| is_level(quantity)).map(|quantity| &quantity.range);
    change.chain(level).find(|range| is_about_latency(unit, range)).cloned()
}

/// `p99`, `p999`.
fn is_percentile(word: &str) -> bool {
    word.strip_prefix('p')
        .is_some_and(|digits| digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Both ends are times a caller would wait, or the change is relative.
fn is_short(change: &Change) -> bool {
    let ends = [&change.before, &change.after];
    let short = ends
        .iter()
        .all(|end| end.as_ref().and_then(|end| end.value).is_none_or(|seconds| seconds <= LONGEST));
    match change.dimension {
        Dimension::Time => short,
        Dimension::Percent | Dimension::Ratio => change.delta.is_some(),
        _ => false,
    }
}

fn is_level(quantity: &Quantity) -> bool {
    quantity.dimension == Dimension::Time
        && quantity.role == Role::Level
        && quantity.value <= LONGEST
}

/// The nearest words before the figure, in its own claim, speak of a response time.
fn is_about_latency(unit: &Unit, figure: &Range<usize>) -> bool {
    let claim = unit.claim_at(figure.start).map_or(0, |claim| claim.range.start);
    let before = unit.words_in(&(claim..figure.start));
    if !DURATION_SET.find(before).is_empty() {
        return false;
    }
    let after = unit.words_in(&(figure.end..unit.text.len()));
    let follows = LATENCY_SET.opens(after).is_some();
    let relative = !unit.said(figure).chars().any(char::is_alphabetic)
        || unit.said(figure).ends_with(['x', 'X']);
    // `10x better ROI` is about what follows.
    let of_other =
        relative && after.first().is_some_and(|word| roles::is_one_of(&word.norm, &MORE));
    let named = !of_other && !LATENCY_SET.find(before).is_empty();
    named || follows || (!relative && !CALLED_SET.find(before).is_empty())
}
