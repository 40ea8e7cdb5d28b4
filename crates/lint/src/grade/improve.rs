//! What to do next: the change that earns most for one fact, first.

use resume::Penalty;
use roles::RolePack;

use super::model::AxisScore;

/// Most improvements named.
const SHOWN: usize = 5;

/// Improvements in falling order of points.
pub(super) fn next(pack: &RolePack, scores: &[AxisScore; 3], penalties: &[Penalty]) -> Vec<String> {
    let mut steps: Vec<(f64, String)> = Vec::new();
    for part in scores.iter().flat_map(|score| &score.parts) {
        if let Some(spec) = pack.needs.criterion.iter().find(|spec| spec.id == part.id) {
            let gain = part.gain;
            steps.push((gain, format!("{} (+{gain:.0} {})", spec.next, spec.axis)));
        }
    }
    for penalty in penalties {
        let each = penalty.points;
        steps.push((
            each,
            format!(
                "rewrite the lines that `{}` points at (+{each:.0} {})",
                penalty.rule, penalty.axis
            ),
        ));
    }
    steps.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    steps.into_iter().filter(|(gain, _)| *gain >= 0.5).take(SHOWN).map(|(_, step)| step).collect()
}
