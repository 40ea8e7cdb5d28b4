//! The algebra of the grade, on pages made of generated facts: what one fact more does, what a
//! later bar does, how axes make a whole.

use std::collections::BTreeSet;

use proptest::prelude::*;
use resume::{Axes, Axis, Grade, Resume, Stage};
use roles::RolePack;

use crate::generate::{Line, Style, for_values, strong_line};
use crate::page::{check, with_bullets};

/// Sets of facts that each statement is tried on.
const SETS: u32 = 60;

/// Grades are rounded to a tenth.
const TENTH: f64 = 0.1;

fn lines() -> impl Strategy<Value = (Vec<Line>, Line, usize)> {
    (proptest::collection::vec(strong_line(), 0..14), strong_line(), 0..4_usize)
}

fn page(lines: &[Line]) -> Resume {
    let texts: Vec<String> = lines.iter().map(|line| line.text(&Style::default())).collect();
    with_bullets(&texts)
}

fn grade(lines: &[Line], stage: Stage) -> Grade {
    check(&page(lines), stage).grade
}

fn is_not_lower(before: &Grade, after: &Grade) -> Result<(), String> {
    let fell = Axis::ALL.iter().any(|axis| after.axes.get(*axis) < before.axes.get(*axis));
    if fell || after.overall < before.overall {
        return Err(format!(
            "{:?} {} -> {:?} {}",
            before.axes, before.overall, after.axes, after.overall
        ));
    }
    Ok(())
}

#[test]
fn one_fact_more_never_lowers() {
    for_values(SETS, &lines(), |(mut lines, extra, stage)| {
        let before = grade(&lines, Stage::ALL[stage]);
        lines.push(extra);
        is_not_lower(&before, &grade(&lines, Stage::ALL[stage]))
    });
}

#[test]
fn every_fact_taken_away_never_raises() {
    for_values(SETS / 4, &lines(), |(lines, _, stage)| {
        let whole = grade(&lines, Stage::ALL[stage]);
        for without in 0..lines.len() {
            let mut fewer = lines.clone();
            fewer.remove(without);
            is_not_lower(&grade(&fewer, Stage::ALL[stage]), &whole)?;
        }
        Ok(())
    });
}

#[test]
fn stages_are_ordered() {
    for_values(SETS, &lines(), |(lines, _, _)| {
        let grades = Stage::ALL.map(|stage| grade(&lines, stage));
        grades.windows(2).try_for_each(|pair| is_not_lower(&pair[1], &pair[0]))
    });
}

#[test]
fn the_whole_is_three_fifths_mean_and_two_fifths_minimum() {
    for_values(SETS, &lines(), |(lines, _, stage)| {
        let grade = grade(&lines, Stage::ALL[stage]);
        let whole = 0.6 * grade.axes.mean() + 0.4 * grade.axes.min();
        let near = (grade.overall - whole).abs() <= TENTH || !grade.caps.is_empty();
        if near { Ok(()) } else { Err(format!("{} is not {whole}", grade.overall)) }
    });
}

#[test]
fn every_number_is_finite_and_within_bounds() {
    for_values(SETS, &lines(), |(lines, _, stage)| {
        let grade = grade(&lines, Stage::ALL[stage]);
        let points = Axis::ALL.map(|axis| grade.axes.get(axis)).into_iter().chain([grade.overall]);
        let bullets = grade.bullets.iter().map(|bullet| bullet.score);
        let criteria = grade.criteria.iter().map(|criterion| criterion.points);
        let all: Vec<f64> = points.chain(bullets).chain(criteria).collect();
        if all.iter().all(|points| points.is_finite() && (0.0..=100.0).contains(points)) {
            Ok(())
        } else {
            Err(format!("{all:?}"))
        }
    });
}

/// The points of the criteria, less what penalties take, are the axis.
#[test]
fn an_axis_is_the_sum_of_its_criteria_less_its_penalties() {
    for_values(SETS, &lines(), |(lines, _, stage)| {
        let grade = grade(&lines, Stage::ALL[stage]);
        for axis in Axis::ALL {
            let parts: Vec<f64> =
                grade.criteria.iter().filter(|c| c.axis == axis).map(|c| c.points).collect();
            let taken: f64 =
                grade.penalties.iter().filter(|p| p.axis == axis).map(|p| p.points).sum();
            let sum = (parts.iter().sum::<f64>() - taken).max(0.0);
            // Each part is rounded by itself.
            let slack = TENTH * (parts.len() as f64 + 1.0);
            if (sum - grade.axes.get(axis)).abs() > slack {
                return Err(format!("{axis}: {sum} {:?}", grade.axes));
            }
        }
        Ok(())
    });
}

/// Meeting the need of a criterion earns four fifths of its weight, twice the need 96 %: nothing
/// is ever full, and each fact is worth less than the one before it.
#[test]
fn gains_diminish() {
    for_values(SETS, &lines(), |(lines, _, stage)| {
        let stage = Stage::ALL[stage];
        let grade = grade(&lines, stage);
        for axis in Axis::ALL {
            let counted = grade.criteria.iter().filter(|c| c.axis == axis && c.need.is_some());
            let total: f64 = counted.clone().map(|criterion| criterion.weight).sum();
            for criterion in counted {
                let need = criterion.need.unwrap_or(1.0);
                let worth = 100.0 * criterion.weight / total;
                let expected = worth * (1.0 - libm::pow(0.2, criterion.n / need));
                // `n` is rounded to a tenth as well.
                let slope = worth * 1.61 / need * TENTH / 2.0;
                if (criterion.points - expected).abs() > TENTH + slope {
                    return Err(format!("{criterion:?}: {expected} expected"));
                }
                if criterion.points >= worth + TENTH {
                    return Err(format!("{criterion:?} is more than full"));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn penalties_are_capped() {
    let lines =
        ["Improved performance", "Responsible for things", "Helped with tasks", "Cut by 40%"];
    for times in [1_usize, 3, 12, 60] {
        let many: Vec<&str> = lines.iter().copied().cycle().take(times * lines.len()).collect();
        let grade = check(&with_bullets(&many), Stage::Mid).grade;
        for penalty in &grade.penalties {
            let rule = lint::rule(&penalty.rule).and_then(|rule| rule.penalty);
            let rule = rule.expect("the rule that took points takes points");
            assert!(penalty.points <= rule.cap, "{penalty:?}");
            let uncapped = rule.points * penalty.count as f64;
            assert!((penalty.points - uncapped.min(rule.cap)).abs() < 1e-9, "{penalty:?}");
        }
        assert!(grade.axes.min() >= 0.0);
    }
}

/// Needs never fall from one stage to a later one that asks for the same.
#[test]
fn needs_rise_with_stages() {
    for criterion in &RolePack::backend_engineer().needs.criterion {
        let asked: Vec<f64> = criterion.need.iter().copied().filter(|need| *need >= 0.0).collect();
        assert!(asked.is_sorted(), "{}: {asked:?}", criterion.id);
    }
}

#[test]
fn weights_of_an_axis_make_a_hundred() {
    let mut sums = Axes::default();
    let mut ids = BTreeSet::new();
    for criterion in &RolePack::backend_engineer().needs.criterion {
        *sums.get_mut(criterion.axis) += criterion.weight;
        assert!(ids.insert(&criterion.id), "{} twice", criterion.id);
    }
    for axis in Axis::ALL {
        assert!((sums.get(axis) - 100.0).abs() < 1e-9, "{axis}: {sums:?}");
    }
}
