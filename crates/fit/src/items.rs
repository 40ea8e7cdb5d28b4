//! What may be left out of a page, and what that costs.

use resume::model::Bullet;
use resume::{FieldPath, Grade, PageFacts, Resume};

use crate::solve::{Group, Item};

/// Roles that keep a bullet: what somebody did lately is what a panel reads first.
const RECENT_ROLES: usize = 3;
/// One credited fact in the currency of [`Item::cost`]. A whole bullet without a fact costs at
/// most as much.
pub(crate) const FACT: u64 = 100;

/// Something of a resume that may be left out as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) path: FieldPath,
    pub(crate) lines: usize,
    pub(crate) cost: u64,
}

/// Parts that belong together, e.g. the bullets of a role, and how many have to stay.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) parts: Vec<Part>,
    keep: usize,
}

/// All that may be left out of `resume`, set as `facts` tell.
///
/// That is each bullet, by the facts it is credited with, and the sections `interests` and
/// `references`, which no panel of engineers grades. Everything else (employers, titles, dates,
/// schools, skills) says who somebody is, and stays.
pub(crate) fn parts(resume: &Resume, facts: &PageFacts, grade: &Grade) -> Vec<Parts> {
    let root = FieldPath::root();
    let mut found = Vec::new();
    let work = resume.work.iter().enumerate();
    for (at, role) in work {
        let keep = usize::from(at < RECENT_ROLES);
        found.push(bullets(&root.key("work").index(at), &role.highlights, keep, facts, grade));
    }
    for (at, project) in resume.projects.iter().enumerate() {
        // A name without a word on it says nothing.
        let keep = usize::from(project.description.is_none());
        let path = root.key("projects").index(at);
        found.push(bullets(&path, &project.highlights, keep, facts, grade));
    }
    for (at, role) in resume.volunteer.iter().enumerate() {
        let path = root.key("volunteer").index(at);
        found.push(bullets(&path, &role.highlights, 0, facts, grade));
    }
    let sections = [("interests", resume.interests.len()), ("references", resume.references.len())];
    for (section, entries) in sections.into_iter().filter(|(_, entries)| *entries > 0) {
        // Its heading is a line too.
        let part = Part { path: root.key(section), lines: entries + 1, cost: 1 };
        found.push(Parts { parts: vec![part], keep: 0 });
    }
    found.retain(|group| group.parts.len() > group.keep);
    found
}

fn bullets(
    entry: &FieldPath,
    bullets: &[Bullet],
    keep: usize,
    facts: &PageFacts,
    grade: &Grade,
) -> Parts {
    let list = entry.key("highlights");
    let parts = (0..bullets.len()).filter_map(|at| {
        let path = list.index(at);
        // What was not found on the page frees no line.
        let lines = facts.paragraphs.get(&path)?.lines;
        let graded = grade.bullets.iter().find(|bullet| bullet.path == path);
        let cost = graded.map_or(0, |bullet| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let score = bullet.score.clamp(0.0, 100.0) as u64;
            FACT * bullet.facts.len() as u64 + score
        });
        // Even an empty claim was somebody's work: among equals, fewer bullets leave.
        Some(Part { path, lines, cost: cost + 1 })
    });
    Parts { parts: parts.collect(), keep }
}

/// The groups of the solver; `extra` is what a part costs beyond its facts.
pub(crate) fn groups(parts: &[Parts], extra: &dyn Fn(&FieldPath) -> u64) -> Vec<Group> {
    let items = |group: &Parts| {
        let item = |part: &Part| Item { lines: part.lines, cost: part.cost + extra(&part.path) };
        group.parts.iter().map(item).collect()
    };
    parts.iter().map(|group| Group { items: items(group), keep: group.keep }).collect()
}
