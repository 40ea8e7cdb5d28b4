//! The page section by section: how much of it there is, and what the grade would lose without it.

use resume::model::Bullet;
use resume::{Axes, BulletGrade, FieldPath, Finding, Resume};
use roles::RolePack;

use super::Section;
use crate::check::Outcome;
use crate::grade;
use crate::page::{Page, Unit};
use crate::similarity::same_stories;

/// Sections whose share of the grade is worked out. Each is a grade of the whole page without it,
/// and no page that is read has more.
const MOST_GRADED: usize = 24;

/// All sections that hold something, in page order.
pub(super) fn sections(
    resume: &Resume,
    page: &Page,
    pack: &RolePack,
    outcome: &Outcome,
) -> Vec<Section> {
    let mut sections = listed(resume);
    for (index, section) in sections.iter_mut().enumerate() {
        let of_section = |bullet: &&BulletGrade| bullet.path.starts_with(&section.path);
        let scores: Vec<f64> =
            outcome.grade.bullets.iter().filter(of_section).map(|bullet| bullet.score).collect();
        if !scores.is_empty() {
            let mean = scores.iter().sum::<f64>() / scores.len() as f64;
            section.score = Some((mean * 10.0).round() / 10.0);
        }
        if index < MOST_GRADED && is_graded(&section.path) {
            section.adds = Some(adds(&section.path, page, pack, outcome));
        }
    }
    sections
}

fn is_graded(path: &FieldPath) -> bool {
    let first = path.to_string();
    ["basics", "work", "projects", "volunteer", "publications"]
        .iter()
        .any(|section| first.starts_with(section))
}

/// What the axes would lose without the texts, dates, proofs and findings below `path`.
fn adds(path: &FieldPath, page: &Page, pack: &RolePack, outcome: &Outcome) -> Axes {
    let outside = |other: &FieldPath| !other.starts_with(path);
    let work = FieldPath::root().key("work");
    let units: Vec<Unit> = page.units.iter().filter(|unit| outside(&unit.path)).cloned().collect();
    let without = Page {
        same_stories: same_stories(&units),
        units,
        periods: (page.periods.iter().enumerate())
            .filter(|(index, _)| outside(&work.index(*index)))
            .map(|(_, period)| period.clone())
            .collect(),
        proofs: page.proofs.iter().filter(|proof| outside(&proof.path)).cloned().collect(),
    };
    let findings: Vec<Finding> =
        outcome.findings.iter().filter(|finding| outside(&finding.path)).cloned().collect();
    let stage = outcome.grade.stage;
    let rest = grade::grade(&without, pack, stage, String::new(), &findings, Vec::new()).axes;
    let all = outcome.grade.axes;
    let lost = |all: f64, rest: f64| ((all - rest) * 10.0).round() / 10.0;
    Axes {
        scope: lost(all.scope, rest.scope),
        evidence: lost(all.evidence, rest.evidence),
        depth: lost(all.depth, rest.depth),
    }
}

/// Sections with their words and bullets, not graded yet.
fn listed(resume: &Resume) -> Vec<Section> {
    let root = FieldPath::root();
    let mut list = Vec::new();
    let mut add = |path: FieldPath, title: String, bullets: usize, texts: &[&str]| {
        let words = texts.iter().map(|text| text.split_whitespace().count()).sum();
        if words > 0 || bullets > 0 {
            list.push(Section { path, title, bullets, words, score: None, adds: None });
        }
    };
    if let Some(person) = &resume.basics {
        let texts =
            [&person.label, &person.summary].map(|text| text.as_deref().unwrap_or_default());
        add(root.key("basics"), "headline and summary".to_owned(), 0, &texts);
    }
    for (index, role) in resume.work.iter().enumerate() {
        let mut texts = bullets(&role.highlights);
        texts.extend(role.summary.as_deref());
        let title = named(role.position.as_deref(), "role", index);
        add(root.key("work").index(index), title, role.highlights.len(), &texts);
    }
    for (index, project) in resume.projects.iter().enumerate() {
        let mut texts = bullets(&project.highlights);
        texts.extend(project.description.as_deref());
        let title = named(project.name.as_deref(), "project", index);
        add(root.key("projects").index(index), title, project.highlights.len(), &texts);
    }
    for (index, role) in resume.volunteer.iter().enumerate() {
        let mut texts = bullets(&role.highlights);
        texts.extend(role.summary.as_deref());
        let title = named(role.position.as_deref(), "unpaid role", index);
        add(root.key("volunteer").index(index), title, role.highlights.len(), &texts);
    }
    for (key, title, texts) in rest(resume) {
        let count = texts.len();
        add(root.key(key), title.to_owned(), count, &texts);
    }
    list
}

/// Sections that are lists of short items.
fn rest(resume: &Resume) -> [(&'static str, &'static str, Vec<&str>); 5] {
    fn texts<'a>(list: impl Iterator<Item = &'a Option<String>>) -> Vec<&'a str> {
        list.filter_map(Option::as_deref).filter(|text| !text.trim().is_empty()).collect()
    }
    let skills = resume.skills.iter().flat_map(|group| &group.keywords).map(String::as_str);
    [
        ("publications", "publications", texts(resume.publications.iter().map(|one| &one.name))),
        ("education", "education", texts(resume.education.iter().map(|one| &one.area))),
        ("skills", "skills", skills.filter(|text| !text.trim().is_empty()).collect()),
        ("certificates", "certificates", texts(resume.certificates.iter().map(|one| &one.name))),
        ("awards", "awards", texts(resume.awards.iter().map(|one| &one.title))),
    ]
}

fn bullets(list: &[Bullet]) -> Vec<&str> {
    list.iter().map(|bullet| bullet.text.as_str()).collect()
}

fn named(title: Option<&str>, kind: &str, index: usize) -> String {
    match title.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => title.to_owned(),
        None => format!("{kind} {}", index + 1),
    }
}
