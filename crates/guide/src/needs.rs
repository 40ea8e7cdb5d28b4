//! What one stage asks for that another does not, computed from the needs of the grade.

use resume::{Axis, Stage};
use roles::RolePack;
use serde::Serialize;

/// How a criterion differs between two stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskKind {
    /// The later stage asks for it, the earlier does not.
    New,
    /// It asks for more of it.
    More,
    /// It does not ask for it any more.
    Dropped,
}

/// One criterion that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ask {
    /// Id of the criterion, e.g. `E1`.
    pub id: String,
    /// The axis it counts for.
    pub axis: Axis,
    /// For people.
    pub title: String,
    /// How it differs.
    pub kind: AskKind,
    /// Facts for 80 % of its weight at the earlier stage.
    pub from: Option<f64>,
    /// The same at the later one.
    pub to: Option<f64>,
    /// How many a page has, when one was read.
    pub have: Option<f64>,
    /// What one more fact would look like.
    pub next: String,
}

impl Ask {
    /// How many facts a page lacks for 80 % of the weight; `None` without a page or a need.
    pub fn missing(&self) -> Option<f64> {
        Some((self.to? - self.have?).max(0.0))
    }
}

/// What changes from one stage to the one after it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StageChange {
    /// The earlier stage.
    pub from: Stage,
    /// The later stage.
    pub to: Stage,
    /// Years of dated work at which the later one usually begins.
    pub from_years: f64,
    /// Overall grade that advances, at the earlier and the later stage.
    pub advance: (f64, f64),
    /// Lowest axis that advances, at both.
    pub advance_axis: (f64, f64),
    /// The criteria that differ, in the order of the report.
    pub asks: Vec<Ask>,
}

impl StageChange {
    /// From `stage` to the one after it; `None` after the last. `have` says how many facts of a
    /// criterion a page has.
    pub fn after(
        stage: Stage,
        pack: &RolePack,
        have: impl Fn(&str) -> Option<f64>,
    ) -> Option<Self> {
        let next = stage.next()?;
        let bar = |stage: Stage| pack.bars.iter().find(|bar| bar.stage == stage);
        let (low, high) = (bar(stage)?, bar(next)?);
        let need =
            |needs: &[f64; 4], stage: Stage| Some(needs[stage as usize]).filter(|need| *need > 0.0);
        let asks = pack.needs.criterion.iter().filter_map(|criterion| {
            let (from, to) = (need(&criterion.need, stage), need(&criterion.need, next));
            let kind = match (from, to) {
                (None, Some(_)) => AskKind::New,
                (Some(from), Some(to)) if to > from => AskKind::More,
                (Some(_), None) => AskKind::Dropped,
                _ => return None,
            };
            Some(Ask {
                id: criterion.id.clone(),
                axis: criterion.axis,
                title: criterion.title.clone(),
                kind,
                from,
                to,
                have: have(&criterion.id),
                next: criterion.next.clone(),
            })
        });
        Some(Self {
            from: stage,
            to: next,
            from_years: high.from_years,
            advance: (low.advance, high.advance),
            advance_axis: (low.advance_axis, high.advance_axis),
            asks: asks.collect(),
        })
    }
}
