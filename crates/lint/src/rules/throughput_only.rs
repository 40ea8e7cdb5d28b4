//! `throughput-only`: volume without a limit that was held.

use facts::{Dimension, Quantity, Role, Signal};
use resume::Severity;
use roles::RolePack;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A role has figures of volume and none of latency, errors, cost or change.
    ///
    /// ## Why
    /// Volume comes with the employer; what an engineer adds is the limit that held under it. A
    /// panel at this level asks for that second figure first.
    ///
    /// ## What to do
    /// Pair the volume with what you kept or moved: p99, error rate, lag, cost for each request.
    ///
    /// ```bullets,flagged,senior
    /// - Ran the fare search in Go behind Envoy, 2M requests/day
    /// ```
    /// ```bullets,clean,senior
    /// - Ran the fare search in Go behind Envoy, 2M requests/day, p99 under 80 ms
    /// ```
    /// ```bullets,clean,senior
    /// - Ran the fare search in Go behind Envoy, 2M requests/day
    /// - Cut its error rate from 2 % to 0.1 % with hedged reads
    /// ```
    /// ```bullets,clean,senior
    /// - Built the meter stream in Flink, 40k events/s, at most 3 s behind the meters
    /// ```
    /// ```bullets,clean
    /// - Ran the fare search in Go behind Envoy, 2M requests/day
    /// ```
    "throughput-only", Severity::Info, Topic::Evidence, stages(Senior, Staff) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (_, units) in cx.roles() {
        let volume = units.iter().filter(|unit| unit.part.is_bullet()).find_map(|unit| {
            let rate = |quantity: &&Quantity| quantity.dimension == Dimension::Rate;
            Some((unit, unit.facts.measured().find(rate)?))
        });
        let Some((unit, quantity)) = volume else { continue };
        if units.iter().any(|unit| has_result(unit, cx.pack)) {
            continue;
        }
        let said = unit.said(&quantity.range);
        findings.add_in(
            unit,
            quantity.range.clone(),
            format!("\"{said}\" is volume; no line of this role says what held under it"),
            "pair it with a limit you kept or moved: p99, error rate, lag, cost",
        );
    }
}

/// A figure, an outcome or a technique beside the volume.
fn has_result(unit: &Unit, pack: &RolePack) -> bool {
    let facts = &unit.facts;
    let limit = |quantity: &Quantity| match quantity.dimension {
        Dimension::Time => quantity.role != Role::Duration || quantity.value < 3_600.0,
        Dimension::Percent | Dimension::Points | Dimension::Money | Dimension::Ratio => true,
        _ => false,
    };
    let deep = |concept: &facts::ConceptUse| {
        concept.entry(pack).counts.iter().any(|counts| counts == "D2" || counts == "D3")
    };
    !facts.changes.is_empty()
        || facts.measured().any(limit)
        || facts.has(Signal::Outcome)
        || facts.concepts.iter().any(deep)
        || unit.has_word(&["no", "without", "zero", "removed", "saved", "avoided"])
}
