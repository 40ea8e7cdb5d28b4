//! The skills section as rules see it: every item with the skills it names, and what the rest of
//! the page shows of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use resume::{FieldPath, Resume};
use roles::{Mention, RolePack, SkillId, Word};

use crate::memory::Memory;
use crate::page::{Page, Part, Unit};

/// Most steps from a skill to one it implies: `Spring Data JPA` → `Spring` → `Java`.
const IMPLIED_STEPS: usize = 4;

/// An item of the skills section.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    /// Which value.
    pub(crate) path: FieldPath,
    /// As written.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) words: Arc<[Word]>,
    /// The skills it names.
    pub(crate) mentions: Arc<[Mention]>,
}

impl Item<'_> {
    /// The one skill the item is about: `Python 3.12`, but not `AWS (EKS, RDS)`.
    pub(crate) fn sole(&self) -> Option<SkillId> {
        let [mention] = &*self.mentions else { return None };
        let before = self.text.get(..mention.range.start)?;
        let after = self.text.get(mention.range.end..)?;
        let is_version = |c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '+' | 'v' | 'x');
        (before.trim().is_empty() && after.chars().all(is_version)).then_some(mention.skill)
    }
}

/// Every item of the skills section in page order. A group without keywords is an item itself.
pub(crate) fn items<'a>(resume: &'a Resume, memory: &Memory, pack: &RolePack) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let item = |path: FieldPath, text: &'a str| Item {
        path,
        text,
        words: memory.words(text),
        mentions: memory.listed(text, pack),
    };
    for (index, group) in resume.skills.iter().enumerate() {
        let path = FieldPath::root().key("skills").index(index);
        for (position, keyword) in group.keywords.iter().enumerate() {
            items.push(item(path.key("keywords").index(position), keyword));
        }
        if let Some(name) = group.name.as_deref().filter(|_| group.keywords.is_empty()) {
            items.push(item(path.key("name"), name));
        }
    }
    items.retain(|item| !item.text.trim().is_empty());
    items
}

/// Skills that the page shows outside the skills section: named in a bullet, the summary, a
/// project, a course or a certificate, or implied by one that is.
pub(crate) fn shown(
    resume: &Resume,
    page: &Page,
    memory: &Memory,
    pack: &RolePack,
) -> BTreeSet<SkillId> {
    shown_by(resume, &page.units, |_| true, memory, pack)
}

/// As [`shown`], the headline and the summary left out; titles of roles count.
pub(crate) fn shown_below(
    resume: &Resume,
    page: &Page,
    memory: &Memory,
    pack: &RolePack,
) -> BTreeSet<SkillId> {
    let below = |unit: &Unit| !matches!(unit.part, Part::Label | Part::Summary);
    let mut shown = shown_by(resume, &page.units, below, memory, pack);
    let titles = resume.work.iter().filter_map(|role| role.position.as_ref());
    shown.extend(titles.flat_map(|title| pack.vocabulary.mentions(title)).map(|m| m.skill));
    shown
}

fn shown_by(
    resume: &Resume,
    units: &[Unit],
    counts: impl Fn(&Unit) -> bool,
    memory: &Memory,
    pack: &RolePack,
) -> BTreeSet<SkillId> {
    let units = units.iter().filter(|unit| counts(unit));
    let mut shown: BTreeSet<SkillId> =
        units.flat_map(|unit| &unit.facts.skills).map(|mention| mention.skill).collect();
    let keywords = resume.projects.iter().flat_map(|project| &project.keywords);
    let courses = resume.education.iter().flat_map(|school| &school.courses);
    let certificates =
        resume.certificates.iter().filter_map(|certificate| certificate.name.as_ref());
    let publications =
        resume.publications.iter().filter_map(|publication| publication.name.as_ref());
    for text in keywords.chain(courses).chain(certificates).chain(publications) {
        shown.extend(memory.listed(text, pack).iter().map(|mention| mention.skill));
    }
    for _ in 0..IMPLIED_STEPS {
        let implied: Vec<SkillId> = shown
            .iter()
            .flat_map(|skill| pack.vocabulary.skill(*skill).implies.iter())
            .copied()
            .collect();
        shown.extend(implied);
    }
    shown
}
