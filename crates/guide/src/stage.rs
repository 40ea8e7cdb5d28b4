//! One stage: what it is about, its duties and skills, what changes before and after it.

use resume::{Assessment, Stage};
use roles::{Duty, Guide, RolePack, SkillGroup, Step};
use serde::Serialize;

use crate::named::LevelOf;
use crate::needs::StageChange;
use crate::ways::{Way, Ways};

/// A skill at the level usual at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Usual {
    /// Id of the skill.
    pub skill: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Who asks for it.
    pub group: SkillGroup,
    /// The usual level.
    #[serde(flatten)]
    pub level: LevelOf,
    /// The level usual at the stage before; `None` at the first.
    pub before: Option<u8>,
}

/// A stage, whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StageView {
    /// Which.
    pub stage: Stage,
    /// Years of dated work at which it usually begins.
    pub from_years: f64,
    /// What one is given and answers for.
    pub unit: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// How one sees that it is over.
    pub leaves: &'static str,
    /// The duties it adds.
    pub duties: &'static [Duty],
    /// Duties of earlier stages, which stay; by title.
    pub earlier: Vec<&'static str>,
    /// The skills with their usual level.
    pub skills: Vec<Usual>,
    /// What to do next, in order.
    pub steps: Vec<&'static Step>,
    /// What changes at the stage after it.
    pub change: Option<StageChange>,
    /// Neighboring roles, the nearest first.
    pub ways: Vec<Way>,
}

impl StageView {
    /// The stage as the guide and the needs of the grade describe it.
    pub fn of(stage: Stage, guide: &'static Guide, pack: &RolePack) -> Self {
        let entry = guide.stage(stage);
        let before = Stage::ALL.into_iter().rev().find(|other| *other < stage);
        let earlier = guide.stages.iter().filter(|other| other.stage < stage);
        let skills = guide.skills.iter().filter(|skill| skill.is_asked(stage));
        let bar = pack.bars.iter().find(|bar| bar.stage == stage);
        Self {
            stage,
            from_years: bar.map_or(0.0, |bar| bar.from_years),
            unit: &entry.unit,
            about: &entry.about,
            leaves: &entry.leaves,
            duties: &entry.work,
            earlier: earlier
                .flat_map(|other| &other.work)
                .map(|duty| duty.title.as_str())
                .collect(),
            skills: skills
                .map(|skill| Usual {
                    skill: &skill.id,
                    name: &skill.name,
                    group: skill.group,
                    level: LevelOf::new(skill, skill.expected(stage)),
                    before: before.map(|before| skill.expected(before)),
                })
                .collect(),
            steps: guide.steps(stage).collect(),
            change: StageChange::after(stage, pack, |_| None),
            ways: Ways::of(stage, &Assessment::default(), guide).ways,
        }
    }
}
