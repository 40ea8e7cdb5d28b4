//! Skills that stand on the page and in no line of it: a panel asks about those first.

use std::collections::BTreeSet;

use resume::{FieldPath, Resume};
use roles::{Category, Question, SkillId, Slot, Trigger};
use serde::Serialize;

use crate::choose::Page;
use crate::line::Line;
use crate::{Asked, Desk, fill};

/// A skill that is only listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    /// Where it stands.
    pub path: FieldPath,
    /// As the page writes it.
    pub skill: String,
    /// What a panel asks about it; none where others were asked before and nothing new is left.
    pub question: Option<Asked>,
}

/// Categories in the order in which a panel asks for proof.
const ORDER: [Category; 13] = [
    Category::Language,
    Category::Database,
    Category::Queue,
    Category::Framework,
    Category::Cloud,
    Category::Infrastructure,
    Category::Pattern,
    Category::Security,
    Category::Observability,
    Category::Testing,
    Category::Protocol,
    Category::Library,
    Category::Practice,
];

/// All skills of the lists that no line shows, in the order a panel asks about them.
pub(crate) fn listed<'a>(
    resume: &Resume,
    lines: &[Line<'_>],
    desk: &Desk<'a>,
    page: &mut Page<'a>,
) -> Vec<Listed> {
    let shown = shown(lines, desk);
    let mut found: Vec<(usize, SkillId, FieldPath, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (group, list) in resume.skills.iter().enumerate() {
        for (index, item) in list.keywords.iter().enumerate() {
            let path = FieldPath::root().key("skills").index(group).key("keywords").index(index);
            for mention in desk.pack.vocabulary.mentions_in_list(item) {
                let category = desk.pack.vocabulary.skill(mention.skill).category;
                let Some(rank) = ORDER.iter().position(|one| *one == category) else { continue };
                if !mention.negated && !shown.contains(&mention.skill) && seen.insert(mention.skill)
                {
                    let text = item[mention.range.clone()].to_owned();
                    found.push((rank, mention.skill, path.clone(), text));
                }
            }
        }
    }
    found.sort_by_key(|(rank, ..)| *rank);
    let listed = found.into_iter().map(|(_, skill, path, text)| {
        let category = desk.pack.vocabulary.skill(skill).category;
        let question = question(category, &text, desk, page);
        Listed { path, skill: text, question }
    });
    listed.collect()
}

/// Skills that a line shows, by name or because it could not be done without them.
fn shown(lines: &[Line<'_>], desk: &Desk<'_>) -> BTreeSet<SkillId> {
    let mut shown = BTreeSet::new();
    for mention in lines.iter().flat_map(|line| &line.facts.skills) {
        if shown.insert(mention.skill) {
            shown.extend(desk.pack.vocabulary.implied(mention.skill));
        }
    }
    shown
}

/// The best question about a listed skill that was not asked yet.
pub(crate) fn question<'a>(
    category: Category,
    skill: &str,
    desk: &Desk<'a>,
    page: &mut Page<'a>,
) -> Option<Asked> {
    let fits = |question: &Question| match &question.fires {
        Trigger::Listed(categories) => categories.is_empty() || categories.contains(&category),
        _ => false,
    };
    let next = best(desk, |question| fits(question) && !page.has(question))?;
    let asked = fill::with(next, |slot| (slot == Slot::Skill).then_some(skill))?;
    page.take_id(next);
    Some(asked)
}

/// The question asked earliest among those that `fits`.
pub(crate) fn best<'a>(desk: &Desk<'a>, fits: impl Fn(&Question) -> bool) -> Option<&'a Question> {
    let mut best: Option<(&Question, i16)> = None;
    for question in desk.bank.questions.iter().filter(|question| fits(question)) {
        let Some(weight) = desk.bank.weight(question, desk.stage) else { continue };
        if best.is_none_or(|(_, best)| weight > best) {
            best = Some((question, weight));
        }
    }
    best.map(|(question, _)| question)
}
