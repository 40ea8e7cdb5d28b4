//! Questions about what a job asks for and the page does not show, or shows of long ago, or only
//! in a list. No line of the page fires them.

use resume::coverage::{Coverage, Covered, RequirementKind, SkillCoverage, Status};
use roles::{Category, Question, RolePack, Shape, Slot, Trigger};
use serde::Serialize;

use crate::choose::Page;
use crate::listed::best;
use crate::{Asked, Desk, fill};

/// A requirement that no line shows as it is asked for, and what a panel asks about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// Id of the requirement in the job.
    pub id: String,
    /// The requirement in the words of the job.
    pub requirement: String,
    /// How much it matters.
    pub kind: RequirementKind,
    /// What the page shows of it.
    pub status: Status,
    /// What a panel asks; none where all that fits was asked about other requirements.
    pub question: Option<Asked>,
}

/// What a candidate for a job will be asked beside the lines of the page: one question for each
/// requirement that no line shows, must-haves first.
pub fn gaps(coverage: &Coverage, desk: &Desk<'_>) -> Vec<Gap> {
    let mut page = Page::default();
    let open = in_order(coverage).into_iter().filter(|covered| !is_shown(covered));
    open.map(|covered| Gap {
        id: covered.id.clone(),
        requirement: covered.text.clone(),
        kind: covered.kind,
        status: covered.status,
        question: open_question(covered, desk, &mut page),
    })
    .collect()
}

/// True where a line of work shows the requirement.
pub(crate) fn is_shown(covered: &Covered) -> bool {
    let shown = matches!(covered.status, Status::Proved | Status::OtherName | Status::Implied);
    shown && !covered.quotes.is_empty()
}

/// Must-haves first, then duties, then the rest; inside each the heaviest first.
pub(crate) fn in_order(coverage: &Coverage) -> Vec<&Covered> {
    let rank = |kind: RequirementKind| match kind {
        RequirementKind::Must => 0,
        RequirementKind::Duty => 1,
        RequirementKind::Nice => 2,
    };
    let mut all: Vec<&Covered> = coverage.requirements.iter().collect();
    all.sort_by(|one, other| {
        rank(one.kind).cmp(&rank(other.kind)).then(other.weight.total_cmp(&one.weight))
    });
    all
}

/// The best question about a requirement without a line of the page.
pub(crate) fn open_question<'a>(
    covered: &Covered,
    desk: &Desk<'a>,
    page: &mut Page<'a>,
) -> Option<Asked> {
    if asks_for_years(&covered.text) {
        return None;
    }
    let skill = weakest(covered);
    let name = skill.map(|skill| skill.name.as_str());
    let categories = categories(covered, skill, desk.pack);
    // No panel of engineers finds out about a language people speak, or a degree.
    if !categories.is_empty() && !categories.iter().any(|one| one.is_engineering()) {
        return None;
    }
    // What the page has instead: the other name, or the words that come close.
    let instead = skill
        .and_then(|skill| {
            let quoted = || skill.quotes.first().map(|quote| quote.text.as_str());
            skill.shown_as.as_deref().or_else(quoted)
        })
        .or_else(|| covered.quotes.first().map(|quote| quote.text.as_str()));
    let fill = |slot: Slot| match slot {
        Slot::Requirement => Some(covered.text.as_str()),
        Slot::Skill => name,
        Slot::Words => instead,
        _ => None,
    };
    for triggers in triggers(covered) {
        let fits = |question: &Question| {
            triggers.fits(&question.fires, &categories)
                && !page.has(question)
                && fill::with(question, fill).is_some()
        };
        if let Some(question) = best(desk, fits) {
            page.take_id(question);
            return fill::with(question, fill);
        }
    }
    None
}

/// Years are read from the dates of the page; no question finds them out.
fn asks_for_years(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ["years", "yrs", "year"].iter().any(|one| word.eq_ignore_ascii_case(one)))
}

/// What may fire a question about a requirement.
#[derive(Clone, Copy)]
enum Open {
    /// This shape.
    Shape(Shape),
    /// A skill that is only listed.
    Listed,
    /// A skill of a category that the page does not show.
    Category,
    /// Any requirement.
    Any,
}

impl Open {
    fn fits(self, trigger: &Trigger, categories: &[Category]) -> bool {
        let any_of = |wanted: &[Category]| categories.iter().any(|one| wanted.contains(one));
        match (self, trigger) {
            (Self::Shape(shape), Trigger::Shape(wanted)) => shape == *wanted,
            (Self::Listed, Trigger::Listed(wanted)) => wanted.is_empty() || any_of(wanted),
            (Self::Category, Trigger::Requirement(wanted)) => any_of(wanted),
            (Self::Any, Trigger::Requirement(wanted)) => wanted.is_empty(),
            _ => false,
        }
    }
}

/// In which order questions are looked for.
fn triggers(covered: &Covered) -> Vec<Open> {
    let mut all = match covered.status {
        Status::Stale => vec![Open::Shape(Shape::Stale)],
        Status::Related => vec![Open::Shape(Shape::Related)],
        Status::ListedOnly => vec![Open::Listed],
        Status::Unverifiable => return vec![Open::Shape(Shape::Trait)],
        _ => Vec::new(),
    };
    if covered.kind == RequirementKind::Duty {
        all.push(Open::Shape(Shape::JobDuty));
    }
    all.extend([Open::Category, Open::Any]);
    all
}

/// The skill of a requirement that is shown worst; a question is about that one.
fn weakest(covered: &Covered) -> Option<&SkillCoverage> {
    let like = covered.skills.iter().find(|skill| skill.status == covered.status);
    like.or_else(|| covered.skills.iter().max_by_key(|skill| skill.status))
}

/// The category of that skill, or those of all that the words of the requirement name.
fn categories(covered: &Covered, skill: Option<&SkillCoverage>, pack: &RolePack) -> Vec<Category> {
    let vocabulary = &pack.vocabulary;
    if let Some(id) = skill.and_then(|skill| vocabulary.by_id(&skill.skill)) {
        return vec![vocabulary.skill(id).category];
    }
    let terms = vocabulary.terms(&covered.text);
    let known = terms.iter().filter_map(|term| term.skill);
    known.map(|skill| vocabulary.skill(skill).category).collect()
}
