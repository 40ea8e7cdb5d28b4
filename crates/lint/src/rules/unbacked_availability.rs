//! `unbacked-availability`: nines without a period, or against the outages of the same role.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Dimension, Quantity, Signal};
use resume::Severity;
use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// An availability of four nines or more stands without a period, or beside outages that forbid it.
    ///
    /// ## Why
    /// 99.999 % leaves 26 seconds a month. Panels know the sum, and ask over which period it was
    /// measured and by whom; a line without that reads as a slogan. One that names an outage a
    /// month contradicts itself.
    ///
    /// ## What to do
    /// Say over which period, at which traffic, or what keeps it up. If it was the target, say
    /// "objective".
    ///
    /// ```bullets,flagged
    /// - Maintained 99.999% uptime for the booking API
    /// - Achieved 99.99 % availability of the seat map
    /// - Kept 99.999% uptime over 12 months with an outage a month of the booking API
    /// ```
    /// ```bullets,clean
    /// - Kept 99.99 % availability of the seat map over 14 months, measured at the edge
    /// - Kept 99.995 % availability at 2,000 requests a second with 3 replicas in 2 zones
    /// - Raised availability of the seat map from 99.2 % to 99.95 % by removing a shared lock
    /// - Set an objective of 99.99 % availability for checkout and alerted on its burn rate
    /// - Served 99.2 % of tiles from memory
    /// ```
    "unbacked-availability", Severity::Warning, Topic::Evidence => check
}

/// From here on a month leaves less than five minutes.
const FOUR_NINES: f64 = 99.99;

/// From here on one outage a month is more than the budget.
const FIVE_NINES: f64 = 99.999;

static AVAILABILITY: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&["availability", "uptime", "available", "up time", "sla", "reliability"])
});

static OUTAGES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "monthly|weekly|daily outages|outage|incident|incidents|downtime",
        "outage|outages|incident|incidents a|per|each|every month|week|day",
    ])
});

/// What says how anybody knows.
static BACKED: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "measured", "over", "for the last|past", "last|past year|quarter", "since", "slo*",
        "objective*", "target*", "error budget*", "burn rate", "months|quarters|years", "through",
        "during", "probe*", "failover*", "replica*", "zones|regions",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets().chain(cx.summary()) {
        let Some(quantity) = nines(unit) else { continue };
        let said = unit.said(&quantity.range).to_owned();
        let outage = OUTAGES.find(&unit.facts.words).into_iter().next();
        if let Some(outage) = outage.filter(|_| quantity.value >= FIVE_NINES) {
            let outage = unit.bytes(&outage.words);
            let message =
                format!("{said} leaves 26 seconds a month; \"{}\" is more", unit.said(&outage));
            findings.add_in(
                unit,
                span(&quantity.range, &outage),
                message,
                "correct one of the two",
            );
        } else if !is_backed(unit, quantity) {
            findings.add_in(
                unit,
                quantity.range.clone(),
                format!("{said} over which period, and measured how?"),
                "say the period, the traffic, or what keeps it up; call a target an objective",
            );
        }
    }
}

fn nines(unit: &Unit) -> Option<&Quantity> {
    let words = &unit.facts.words;
    (!AVAILABILITY.find(words).is_empty()).then_some(())?;
    unit.facts.measured().find(|quantity| {
        quantity.dimension == Dimension::Percent && (FOUR_NINES..100.0).contains(&quantity.value)
    })
}

fn is_backed(unit: &Unit, nines: &Quantity) -> bool {
    let facts = &unit.facts;
    // Five nines ask for more than a load beside them.
    (nines.value < FIVE_NINES && facts.measured().any(|other| other.range != nines.range))
        || facts.changes.iter().any(facts::Change::has_both_ends)
        || facts.mechanisms.iter().any(|mechanism| mechanism.concrete)
        || facts.has(Signal::Operations)
        || !BACKED.find(&facts.words).is_empty()
}

fn span(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}
