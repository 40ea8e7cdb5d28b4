//! Parts that several results share.

use roles::GuideSkill;
use serde::Serialize;

/// A level of a skill, with what it looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelOf {
    /// 0 to 3.
    pub level: u8,
    /// What it looks like.
    pub looks: &'static str,
}

impl LevelOf {
    /// A level of `skill`; levels above the highest are the highest.
    pub(crate) fn new(skill: &'static GuideSkill, level: u8) -> Self {
        let level = level.min(3);
        Self { level, looks: &skill.levels[usize::from(level)] }
    }
}

/// How to come by a skill, and the line it may become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exercise {
    /// Id of the skill.
    pub skill: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What to do.
    pub exercise: &'static str,
    /// How one knows that it is done.
    pub done: &'static str,
    /// The line to fill; between `‹` and `›` stands what only its author knows.
    pub skeleton: &'static str,
    /// The names of its slots.
    pub slots: Vec<&'static str>,
}

impl Exercise {
    pub(crate) fn of(skill: &'static GuideSkill) -> Self {
        Self {
            skill: &skill.id,
            name: &skill.name,
            exercise: &skill.exercise,
            done: &skill.done,
            skeleton: &skill.skeleton,
            slots: skill.slots(),
        }
    }
}
