//! Skill by skill: what the page proves, what is only named, what is not stated, and what to do.

use resume::{Assessment, Resume, Stage};
use roles::{Guide, GuideSkill, RolePack, SkillGroup};
use serde::Serialize;

use crate::named::{Exercise, LevelOf};
use crate::page::{Page, Shows, Standing};

/// What to do about a skill. Ordered by how soon it pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Situation {
    /// You can do it and the page does not say so: write the line.
    Untold,
    /// The page names it without saying what you did: say it.
    Named,
    /// Neither you nor the page say: decide which of the two it is.
    Open,
    /// You say that you are below what is usual: practice.
    ToLearn,
    /// A line of the page shows it.
    Shown,
}

/// One skill.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// Who asks for it.
    pub group: SkillGroup,
    /// Why it matters.
    pub why: &'static str,
    /// What to do about it.
    pub situation: Situation,
    /// The level usual at the stage.
    pub usual: LevelOf,
    /// What you say of yourself.
    pub own: Option<LevelOf>,
    /// Your own note.
    pub note: Option<String>,
    /// What the page shows of it, with the words.
    pub page: Shows,
    /// You rate yourself lower than the line you wrote sounds: be ready to be asked.
    pub below_own_page: bool,
    /// Name, exercise and the line it may become.
    #[serde(flatten)]
    pub exercise: Exercise,
}

/// The skills of a stage, what to do first at the top.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gaps {
    /// The stage.
    pub stage: Stage,
    /// The page tells of no work.
    pub empty_page: bool,
    /// How many skills have a level of your own.
    pub assessed: usize,
    /// The skills the stage asks for; those of neighboring roles stand in [`crate::Ways`].
    pub skills: Vec<Gap>,
    /// Skills you assessed that the guide does not know.
    pub unknown: Vec<String>,
}

impl Gaps {
    /// Compares a resume, and what its author says, with what is usual at a stage.
    pub fn of(
        resume: &Resume,
        own: &Assessment,
        stage: Stage,
        guide: &'static Guide,
        pack: &RolePack,
    ) -> Self {
        let page = Page::of(resume, pack);
        let asked = guide.skills.iter().filter(|skill| skill.is_asked(stage));
        let mut skills: Vec<Gap> = asked.map(|skill| gap(skill, own, stage, &page)).collect();
        // Of what is to be learned, what is nearest comes first.
        let distance = |gap: &Gap| match (&gap.own, gap.situation) {
            (Some(own), Situation::ToLearn) => gap.usual.level.saturating_sub(own.level),
            _ => 0,
        };
        skills.sort_by_key(|gap| (gap.situation, distance(gap)));
        Self {
            stage,
            empty_page: page.is_empty(),
            assessed: skills.iter().filter(|gap| gap.own.is_some()).count(),
            skills,
            unknown: unknown(own, guide),
        }
    }

    /// The skills of one situation.
    pub fn in_situation(&self, situation: Situation) -> impl Iterator<Item = &Gap> {
        self.skills.iter().filter(move |gap| gap.situation == situation)
    }
}

fn gap(skill: &'static GuideSkill, own: &Assessment, stage: Stage, page: &Page<'_>) -> Gap {
    let usual = skill.expected(stage);
    let own_level = own.skills.get(&skill.id).and_then(|level| u8::try_from(*level).ok());
    let shows = page.shows(skill);
    let situation = match (shows.standing, own_level) {
        (Standing::Shown, _) => Situation::Shown,
        (_, Some(level)) if level < usual => Situation::ToLearn,
        (Standing::Mentioned | Standing::Listed, _) => Situation::Named,
        (Standing::NotStated, Some(_)) => Situation::Untold,
        (Standing::NotStated, None) => Situation::Open,
    };
    Gap {
        group: skill.group,
        why: &skill.why,
        situation,
        usual: LevelOf::new(skill, usual),
        own: own_level.map(|level| LevelOf::new(skill, level)),
        note: own.notes.get(&skill.id).cloned(),
        below_own_page: situation == Situation::Shown && own_level.is_some_and(|own| own < usual),
        page: shows,
        exercise: Exercise::of(skill),
    }
}

fn unknown(own: &Assessment, guide: &Guide) -> Vec<String> {
    let named = own.skills.keys().chain(own.notes.keys());
    let mut unknown: Vec<String> = named.filter(|id| guide.skill(id).is_none()).cloned().collect();
    unknown.sort();
    unknown.dedup();
    unknown
}
