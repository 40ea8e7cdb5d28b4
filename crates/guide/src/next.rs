//! What to do next: the steps of a stage beside what a page shows of them, and what the next stage
//! asks for in addition.

use resume::{Resume, Stage};
use roles::{Guide, RolePack, Step};
use serde::Serialize;

use crate::named::Exercise;
use crate::needs::StageChange;
use crate::page::{Page, Shows, Standing};

/// One step of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// What to do.
    #[serde(flatten)]
    pub step: &'static Step,
    /// What the page shows of the skills it trains, the weakest of them.
    pub page: Shows,
    /// Of the skills it trains those that no line shows, each with the line it may become.
    pub open: Vec<Exercise>,
}

/// The next steps of somebody at a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Next {
    /// The stage the page was read as.
    pub stage: Stage,
    /// What changes at the stage after it; nothing after the last.
    pub change: Option<StageChange>,
    /// The steps, in order.
    pub steps: Vec<NextStep>,
}

impl Next {
    /// The steps of `stage`, and what comes after it. `have` says how many facts of a criterion
    /// (`E1` …) the page has when it is read as the next stage.
    pub fn of(
        resume: &Resume,
        stage: Stage,
        have: impl Fn(&str) -> Option<f64>,
        guide: &'static Guide,
        pack: &RolePack,
    ) -> Self {
        let page = Page::of(resume, pack);
        let steps = guide.steps(stage).map(|step| {
            let skills = step.skills.iter().filter_map(|id| guide.skill(id));
            let shown: Vec<_> = skills.map(|skill| (skill, page.shows(skill))).collect();
            let open = shown.iter().filter(|(_, shows)| shows.standing != Standing::Shown);
            let open = open.map(|(skill, _)| Exercise::of(skill)).collect();
            let weakest = shown
                .into_iter()
                .map(|(_, shows)| shows)
                .reduce(|weak, other| if other.standing > weak.standing { other } else { weak });
            let nothing = Shows { standing: Standing::NotStated, quotes: Vec::new() };
            NextStep { step, page: weakest.unwrap_or(nothing), open }
        });
        Self { stage, change: StageChange::after(stage, pack, have), steps: steps.collect() }
    }
}
