//! The algebra of the grade: attainment, needs by stage, the best stage that counts.

use resume::{Axis, Stage};
use roles::{CriterionSpec, RolePack};

use super::credit::{Ledger, most};

/// An axis at a stage, with the criteria that count for it.
pub(super) struct AxisScore {
    /// 0–100, before penalties.
    pub(super) points: f64,
    /// One per criterion that counts.
    pub(super) parts: Vec<Part>,
}

/// One criterion that counts.
pub(super) struct Part {
    pub(super) id: String,
    pub(super) need: f64,
    /// Points of the axis it earns.
    pub(super) points: f64,
    /// Points that one more fact would earn.
    pub(super) gain: f64,
}

/// The share of its weight that `n` facts earn where `need` meets the bar: 0.8 at the need, 0.96
/// at twice the need, never 1.
pub fn attainment(n: f64, need: f64) -> f64 {
    if need <= 0.0 {
        return 1.0;
    }
    1.0 - libm::pow(0.2, n / need)
}

/// The need of a criterion for a page graded at `stage`: that of the first stage from there on
/// that asks for it. (Needs rise with stages, so this is the smallest that applies; it makes the
/// need itself non-decreasing in the stage.)
fn need(spec: &CriterionSpec, stage: Stage) -> Option<f64> {
    Stage::ALL[stage as usize..]
        .iter()
        .map(|later| spec.need[*later as usize])
        .find(|need| *need >= 0.0)
}

/// The axis at `stage`: the best over the criteria sets of this stage and every later one, so
/// that meeting what a later stage asks for can only help, and the same page never scores higher
/// at a later stage.
pub(super) fn axis_score(
    pack: &RolePack,
    ledger: &Ledger<'_>,
    axis: Axis,
    stage: Stage,
) -> AxisScore {
    Stage::ALL[stage as usize..]
        .iter()
        .map(|set| score_by(pack, ledger, axis, *set, stage))
        .reduce(|best, other| if other.points > best.points { other } else { best })
        .unwrap_or(AxisScore { points: 0.0, parts: Vec::new() })
}

/// The axis over the criteria that `set` asks for, with the needs of `stage`.
fn score_by(
    pack: &RolePack,
    ledger: &Ledger<'_>,
    axis: Axis,
    set: Stage,
    stage: Stage,
) -> AxisScore {
    let counting: Vec<(&CriterionSpec, f64)> = pack
        .needs
        .criterion
        .iter()
        .filter(|spec| spec.axis == axis && spec.need[set as usize] >= 0.0)
        .filter_map(|spec| Some((spec, need(spec, stage)?)))
        .collect();
    let total: f64 = counting.iter().map(|(spec, _)| spec.weight).sum();
    let parts: Vec<Part> = counting
        .into_iter()
        .map(|(spec, need)| {
            let n = ledger.n(&spec.id, stage);
            let worth = |n: f64| 100.0 * spec.weight / total * attainment(n, need);
            Part {
                id: spec.id.clone(),
                need,
                points: worth(n),
                gain: worth((n + 1.0).min(most(&spec.id))) - worth(n),
            }
        })
        .collect();
    AxisScore { points: parts.iter().map(|part| part.points).sum(), parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_need_earns_four_fifths() {
        for need in [0.5, 1.0, 7.0] {
            assert!((attainment(need, need) - 0.8).abs() < 1e-12);
            assert!((attainment(2.0 * need, need) - 0.96).abs() < 1e-12);
            assert!(attainment(0.0, need) == 0.0);
            assert!(attainment(1e9, need) <= 1.0);
        }
    }
}
