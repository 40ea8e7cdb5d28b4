//! What neighboring roles ask for in addition.

use resume::{Assessment, Stage};
use roles::{CareerPath, Guide, GuideSkill};
use serde::Serialize;

use crate::named::LevelOf;

/// What levels a delta is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// What is usual at the stage.
    Usual,
    /// What somebody says of themselves; where they say nothing, what is usual.
    Own,
}

/// A skill of which the role asks for more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Delta {
    /// Id of the skill.
    pub skill: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The level there is.
    pub from: u8,
    /// The level the role begins with, and what it looks like.
    pub to: LevelOf,
}

/// A neighboring role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// Its id, e.g. `sre`.
    pub id: &'static str,
    /// For people.
    pub title: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Whom it suits.
    pub suits: &'static str,
    /// What to learn, the largest step first.
    pub learn: Vec<Delta>,
    /// Skills that are there already, by name.
    pub already: Vec<&'static str>,
    /// Levels to climb, all skills together.
    pub levels: u32,
}

/// All neighboring roles, the nearest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ways {
    /// The stage they are seen from.
    pub stage: Stage,
    /// What the deltas are counted from.
    pub basis: Basis,
    /// The roles.
    pub ways: Vec<Way>,
}

impl Ways {
    /// The ways from backend work of a stage, with the levels somebody says they have.
    pub fn of(stage: Stage, own: &Assessment, guide: &'static Guide) -> Self {
        let level = |skill: &GuideSkill| {
            let own = own.skills.get(&skill.id).and_then(|level| u8::try_from(*level).ok());
            own.unwrap_or_else(|| skill.expected(stage))
        };
        let mut ways: Vec<Way> = guide.paths.iter().map(|path| way(path, guide, level)).collect();
        ways.sort_by_key(|way| way.levels);
        let basis = if own.skills.is_empty() { Basis::Usual } else { Basis::Own };
        Self { stage, basis, ways }
    }
}

fn way(path: &'static CareerPath, guide: &'static Guide, level: impl Fn(&GuideSkill) -> u8) -> Way {
    let (mut learn, mut already) = (Vec::new(), Vec::new());
    // In the order of the guide, which is that of use.
    for skill in &guide.skills {
        let Some(to) = path.levels.get(&skill.id).copied() else { continue };
        let from = level(skill);
        if from >= to {
            already.push(skill.name.as_str());
        } else {
            let to = LevelOf::new(skill, to);
            learn.push(Delta { skill: &skill.id, name: &skill.name, from, to });
        }
    }
    let step = |delta: &Delta| delta.to.level - delta.from;
    learn.sort_by_key(|delta| std::cmp::Reverse(step(delta)));
    let levels = learn.iter().map(|delta| u32::from(step(delta))).sum();
    Way {
        id: &path.id,
        title: &path.title,
        about: &path.about,
        suits: &path.suits,
        learn,
        already,
        levels,
    }
}
