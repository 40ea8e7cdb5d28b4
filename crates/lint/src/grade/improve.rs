//! What to do next: the change that earns most for one fact, first.

use resume::{Criterion, Penalty};

use super::model::attainment;

/// Most improvements named.
const SHOWN: usize = 5;

/// Improvements in falling order of points.
pub(super) fn next(criteria: &[Criterion], penalties: &[Penalty]) -> Vec<String> {
    let mut steps: Vec<(f64, String)> = Vec::new();
    for criterion in criteria {
        let (Some(need), Some(next)) = (criterion.need, &criterion.next) else { continue };
        let total: f64 = criteria
            .iter()
            .filter(|other| other.axis == criterion.axis && other.need.is_some())
            .map(|other| other.weight)
            .sum();
        let worth = |n: f64| 100.0 * criterion.weight / total * attainment(n, need);
        let gain = worth(criterion.n + 1.0) - worth(criterion.n);
        steps.push((gain, format!("{next} (+{gain:.0} {})", criterion.axis)));
    }
    for penalty in penalties {
        let each = penalty.points;
        steps.push((
            each,
            format!("remove what `{}` points at (+{each:.0} {})", penalty.rule, penalty.axis),
        ));
    }
    steps.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    steps.into_iter().filter(|(gain, _)| *gain >= 0.5).take(SHOWN).map(|(_, step)| step).collect()
}
