//! The three-axis grade: credits → criteria → axes → verdict.
//!
//! Every fact is credited once per page, by a key that repeating, padding or listing cannot
//! multiply. Axes are sums of rising, saturating functions of credits minus capped penalties: a
//! true fact more never lowers anything.

mod bullets;
mod credit;
mod depth;
mod engaged;
mod evidence;
mod improve;
mod model;
mod scope;
mod vague;

use resume::{
    Axes, Axis, BulletGrade, Cap, Criterion, Finding, Grade, Penalty, Quote, Rubric, Stage, Verdict,
};
use roles::RolePack;

use crate::page::Page;
use crate::rules;
pub(crate) use bullets::bullet;
pub(crate) use bullets::grade as bullet_grades;
use credit::Ledger;
pub(crate) use credit::{ClaimFacts, claims};
pub(crate) use evidence::is_consistent;
use model::AxisScore;
pub use model::attainment;
pub(crate) use scope::is_scale;

/// The highest overall grade while a breach of integrity stands on the page.
const CAPPED_OVERALL: f64 = 40.0;

/// Most quotes shown for one criterion.
const QUOTES_SHOWN: usize = 12;

/// Grades a page against the bar of `stage`; `bullets` are the grades of its bullets.
pub(crate) fn grade(
    page: &Page,
    pack: &RolePack,
    stage: Stage,
    stage_reason: String,
    findings: &[Finding],
    bullets: Vec<BulletGrade>,
) -> Grade {
    let ledger = Ledger::of(page, pack);
    let penalties = penalties(findings);
    let caps = caps(findings);
    let scores = Axis::ALL.map(|axis| model::axis_score(pack, &ledger, axis, stage));
    let axes = axes(&scores, &penalties);
    let mut overall = overall(axes);
    for cap in &caps {
        overall = overall.min(cap.overall);
    }
    let criteria = criteria(pack, &ledger, stage, &scores);
    Grade {
        rubric: Rubric {
            version: format!("{} {}", pack.id, pack.version),
            fingerprint: crate::fingerprint(pack),
        },
        stage,
        stage_reason,
        overall: round(overall),
        axes: Axes {
            scope: round(axes.scope),
            evidence: round(axes.evidence),
            depth: round(axes.depth),
        },
        verdict: verdict(pack, stage, overall, axes, &caps),
        next: improve::next(pack, &scores, &penalties),
        criteria,
        penalties,
        caps,
        bullets,
    }
}

/// One decimal is more than the model can tell apart.
fn round(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

/// Facts are counted in quarters at least, so two decimals say all.
fn hundredths(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}

fn overall(axes: Axes) -> f64 {
    0.6 * axes.mean() + 0.4 * axes.min()
}

fn axes(scores: &[AxisScore; 3], penalties: &[Penalty]) -> Axes {
    let mut axes = Axes::default();
    for (axis, score) in Axis::ALL.into_iter().zip(scores) {
        let taken: f64 = penalties.iter().filter(|p| p.axis == axis).map(|p| p.points).sum();
        *axes.get_mut(axis) = (score.points - taken).max(0.0);
    }
    axes
}

fn penalties(findings: &[Finding]) -> Vec<Penalty> {
    let mut penalties = Vec::new();
    for rule in rules::ALL {
        let Some(penalty) = rule.penalty else { continue };
        let count = findings.iter().filter(|finding| finding.rule == rule.id).count();
        if count > 0 {
            penalties.push(Penalty {
                rule: rule.id.to_owned(),
                axis: penalty.axis,
                count,
                points: (penalty.points * count as f64).min(penalty.cap),
            });
        }
    }
    penalties
}

fn caps(findings: &[Finding]) -> Vec<Cap> {
    let breached = rules::ALL.iter().filter(|rule| {
        let count = findings.iter().filter(|finding| finding.rule == rule.id).count();
        rule.is_breached(count)
    });
    breached.map(|rule| Cap { rule: rule.id.to_owned(), overall: CAPPED_OVERALL }).collect()
}

fn verdict(pack: &RolePack, stage: Stage, overall: f64, axes: Axes, caps: &[Cap]) -> Verdict {
    if !caps.is_empty() {
        return Verdict::FixFirst;
    }
    let Some(bar) = pack.bars.iter().find(|bar| bar.stage == stage) else {
        return Verdict::NotYet;
    };
    if overall >= bar.advance && axes.min() >= bar.advance_axis {
        Verdict::Advance
    } else if overall >= bar.maybe {
        Verdict::Maybe
    } else {
        Verdict::NotYet
    }
}

fn criteria(
    pack: &RolePack,
    ledger: &Ledger<'_>,
    stage: Stage,
    scores: &[AxisScore; 3],
) -> Vec<Criterion> {
    let mut criteria = Vec::new();
    for (axis, score) in Axis::ALL.into_iter().zip(scores) {
        for spec in pack.needs.criterion.iter().filter(|spec| spec.axis == axis) {
            let part = score.parts.iter().find(|part| part.id == spec.id);
            let credits = ledger.credits(&spec.id, stage);
            let quotes = credits.filter(|credit| !credit.text.is_empty()).take(QUOTES_SHOWN);
            criteria.push(Criterion {
                id: spec.id.clone(),
                axis,
                title: spec.title.clone(),
                weight: spec.weight,
                n: hundredths(ledger.n(&spec.id, stage)),
                need: part.map(|part| part.need),
                points: part.map_or(0.0, |part| round(part.points)),
                gain: part.map_or(0.0, |part| round(part.gain)),
                quotes: quotes
                    .map(|credit| Quote {
                        path: credit.path.clone().into_owned(),
                        range: credit.range.clone(),
                        text: credit.text.clone().into_owned(),
                        line: None,
                    })
                    .collect(),
                next: part.filter(|part| part.gain > 0.05).map(|_| spec.next.clone()),
            });
        }
    }
    criteria
}
