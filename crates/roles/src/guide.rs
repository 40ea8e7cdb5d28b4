//! The career guide of a role: stages and their duties, skills with anchors, ways on, next steps,
//! and what is known about pay.
//!
//! No part of a [`RolePack`]: a grade never depends on it, and a process that shows none of it
//! does not read it.

mod check;
mod pay;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use resume::Stage;
use serde::{Deserialize, Serialize};

use crate::load::files::Files;
use crate::load::{BACKEND_ENGINEER, embedded, translated};
use crate::{Act, Category, PackError, RolePack, Signal};

pub use pay::{Band, Earlier, Outlook, Pay, Wage};

const STAGES: &str = "guide/stages.toml";
const SKILLS: &str = "guide/skills.toml";
const PATHS: &str = "guide/paths.toml";
const STEPS: &str = "guide/steps.toml";
const PAY: &str = "guide/pay.toml";

/// The whole guide, each list in the order of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// One per career stage, in rising order.
    pub stages: Vec<StageGuide>,
    /// The skills: those of every backend engineer first.
    pub skills: Vec<GuideSkill>,
    /// Neighboring roles.
    pub paths: Vec<CareerPath>,
    /// Next steps of all stages, by stage and in their order.
    pub steps: Vec<Step>,
    /// Pay and outlook.
    pub pay: Pay,
}

/// What one career stage is about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StageGuide {
    /// Which.
    pub stage: Stage,
    /// What one is given and answers for, as `a task inside a service`.
    pub unit: String,
    /// What it is about, a few sentences.
    pub about: String,
    /// How one sees that it is over.
    pub leaves: String,
    /// The duties it adds to those of earlier stages.
    pub work: Vec<Duty>,
}

/// A duty, and how it looks at two levels of help.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Unique in its stage, kebab-case.
    pub id: String,
    /// What there is to do.
    pub title: String,
    /// How it looks with help.
    pub helped: String,
    /// How it looks when done alone.
    pub done: String,
}

/// Who asks for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkillGroup {
    /// Every backend team.
    Core,
    /// Every backend team, and pages of early careers lack it.
    OftenMissing,
    /// Senior and staff work.
    Later,
    /// Neighboring roles.
    Neighbor,
}

/// A skill of the guide. Wider than a product: `caching`, not Redis.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideSkill {
    /// Kebab-case, e.g. `message-queues`. Stays the same: people's files name it.
    pub id: String,
    /// For people.
    pub name: String,
    /// Who asks for it.
    pub group: SkillGroup,
    /// The level usual at junior, mid, senior and staff backend work, 0 to 3.
    pub expect: [u8; 4],
    /// Why it matters, one sentence.
    pub why: String,
    /// What levels 0 to 3 look like.
    pub levels: [String; 4],
    /// How to come by it.
    pub exercise: String,
    /// How one knows that the exercise is done.
    pub done: String,
    /// A line for a page; between `‹` and `›` stands what only its author knows.
    pub skeleton: String,
    /// Naming it in a list of skills is enough.
    #[serde(default)]
    pub listing: bool,
    /// What in a line of work shows it.
    pub shown: Shown,
}

impl GuideSkill {
    /// The level usual at a stage.
    pub fn expected(&self, stage: Stage) -> u8 {
        self.expect[stage as usize]
    }

    /// Backend work of a stage asks for it.
    pub fn is_asked(&self, stage: Stage) -> bool {
        self.group != SkillGroup::Neighbor && self.expected(stage) > 0
    }

    /// The names of the slots of the skeleton, from left to right.
    pub fn slots(&self) -> Vec<&str> {
        let parts = self.skeleton.split('‹').skip(1);
        parts.filter_map(|part| part.split_once('›')).map(|(slot, _)| slot).collect()
    }
}

/// What in a line of work shows a skill; any one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shown {
    /// Ids of [`Concept`](crate::Concept)s.
    pub concepts: Vec<String>,
    /// Ids of [`Skill`](crate::Skill)s; one that implies them counts.
    pub skills: Vec<String>,
    /// Skills of these kinds.
    pub categories: Vec<Category>,
    /// Signals.
    pub signals: Vec<Signal>,
    /// Kinds of act of the verb.
    pub acts: Vec<Act>,
    /// Combinations of facts.
    pub facts: Vec<ShownFact>,
}

/// A combination of facts that shows a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownFact {
    /// Something measured changed, and the line says how.
    ExplainedChange,
    /// A particular thing was designed.
    Design,
    /// A fault was found or fixed.
    Fault,
    /// A count of people or teams took something up.
    Adopted,
}

/// A neighboring role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareerPath {
    /// Kebab-case, e.g. `sre`.
    pub id: String,
    /// For people.
    pub title: String,
    /// What the role does.
    pub about: String,
    /// Whom it suits.
    pub suits: String,
    /// Levels usual at its beginning, by id of [`GuideSkill`].
    pub levels: BTreeMap<String, u8>,
}

/// One next step.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The stage it is for.
    pub stage: Stage,
    /// Unique in its stage, kebab-case.
    pub id: String,
    /// What to do.
    pub title: String,
    /// How, and how far.
    pub text: String,
    /// Ids of the skills it trains.
    pub skills: Vec<String>,
}

/// The embedded guide for backend engineers, read at the first call.
pub fn guide() -> &'static Guide {
    static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
        read(BACKEND_ENGINEER, embedded, translated, RolePack::backend_engineer())
            .expect("the embedded guide is well-formed, as tests/guide.rs proves")
    });
    &GUIDE
}

impl Guide {
    /// Reads and checks the guide of the role `pack`, whose data is `known`. `files` returns the
    /// text of a file by its name inside the data folder, e.g. `backend-engineer/guide/pay.toml`.
    ///
    /// An error names the first file that is missing, has an unknown key, names a skill, concept or
    /// product that does not exist, or leaves a text empty.
    pub fn load(
        pack: &str,
        known: &RolePack,
        files: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, PackError> {
        read(pack, files, |_| None, known)
    }

    /// The skill with this id.
    pub fn skill(&self, id: &str) -> Option<&GuideSkill> {
        self.skills.iter().find(|skill| skill.id == id)
    }

    /// What a stage is about.
    pub fn stage(&self, stage: Stage) -> &StageGuide {
        &self.stages[stage as usize]
    }

    /// The next steps of a stage, in order.
    pub fn steps(&self, stage: Stage) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.stage == stage)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StagesFile {
    stage: Vec<StageGuide>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillsFile {
    skill: Vec<GuideSkill>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathsFile {
    path: Vec<CareerPath>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepsFile {
    step: Vec<Step>,
}

fn read(
    pack: &str,
    source: impl Fn(&str) -> Option<String>,
    translated: fn(&str) -> Option<&'static str>,
    known: &RolePack,
) -> Result<Guide, PackError> {
    let files = Files::open(pack, &[STAGES, SKILLS, PATHS, STEPS, PAY], source, translated)?;
    let guide = Guide {
        stages: files.parse::<StagesFile>(STAGES)?.stage,
        skills: files.parse::<SkillsFile>(SKILLS)?.skill,
        paths: files.parse::<PathsFile>(PATHS)?.path,
        steps: files.parse::<StepsFile>(STEPS)?.step,
        pay: files.parse(PAY)?,
    };
    let checks = [
        (STAGES, check::stages(&guide)),
        (SKILLS, check::skills(&guide, known)),
        (PATHS, check::paths(&guide)),
        (STEPS, check::steps(&guide)),
        (PAY, check::pay(&guide)),
    ];
    for (file, result) in checks {
        result.map_err(|reason| files.invalid(file, reason))?;
    }
    Ok(guide)
}
