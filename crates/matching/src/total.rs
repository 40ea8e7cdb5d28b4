//! All requirements together: shares, the ceiling, the result.

use facts::requirement::Requirement;
use resume::coverage::{Coverage, Covered, RequirementKind, Status};

use crate::weights;

/// `None` when nothing of it counts.
pub(crate) fn total(
    mut covered: Vec<Covered>,
    requirements: &[Requirement],
    literal: f64,
) -> Option<Coverage> {
    let mut raw: Vec<f64> =
        covered.iter().zip(requirements).map(|(one, asked)| raw(one, asked)).collect();
    let musts = |one: &Covered| one.kind == RequirementKind::Must;
    let of = |is_must: bool| {
        let some = covered.iter().zip(&raw).filter(|(one, _)| musts(one) == is_must);
        some.map(|(_, raw)| raw).sum::<f64>()
    };
    let (must, rest) = (of(true), of(false));
    if must >= weights::LEAST_MUSTS && rest > must {
        for (_, raw) in covered.iter().zip(&mut raw).filter(|(one, _)| !musts(one)) {
            *raw *= must / rest;
        }
    }
    let all: f64 = raw.iter().sum();
    if all <= 0.0 {
        return None;
    }
    for (one, raw) in covered.iter_mut().zip(&raw) {
        one.weight = raw / all;
        if *raw <= 0.0 {
            one.missing = 0.0;
        }
    }
    let sum: f64 = covered.iter().map(|one| one.weight * one.credit).sum();
    let uncapped = 100.0 * sum;
    let missing: f64 = covered.iter().map(|one| one.missing).sum();
    let cap = (missing > 0.0).then(|| 100.0 * libm::pow(weights::MISSING_MUST, missing));
    let missed = covered.iter().filter(|one| one.missing > 0.0);
    let is_capped = cap.is_some_and(|cap| cap < uncapped);
    let capped_by = missed.filter(|_| is_capped).map(|one| one.id.clone()).collect();
    Some(Coverage {
        fit: rounded(cap.map_or(uncapped, |cap| uncapped.min(cap))),
        literal: rounded(100.0 * literal),
        uncapped: rounded(uncapped),
        capped_by,
        cap: cap.map(rounded),
        requirements: covered,
    })
}

/// How much a requirement counts beside others of its kind; 0 for what no page can show.
fn raw(covered: &Covered, requirement: &Requirement) -> f64 {
    if matches!(covered.status, Status::Unverifiable | Status::NotCompared) {
        return 0.0;
    }
    f64::from(requirement.weight) * weights::of_kind(requirement.kind) * covered.weight
}

/// One decimal, downwards, so that 100 means all of it. The small number takes up what sums of
/// fractions lose.
fn rounded(points: f64) -> f64 {
    ((points * 10.0 + 1e-6).floor() / 10.0).clamp(0.0, 100.0)
}
