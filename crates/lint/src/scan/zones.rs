//! The places a reader looks at first.

use resume::model::{Education, Work};
use resume::{Axis, CreditedFact, Date, FieldPath, Resume};
use roles::RolePack;

use super::Zone;
use crate::grade::bullet;
use crate::page::{Page, Part, Unit};

/// The places in the order of reading: the headline and the opening sentence, the current title
/// with its dates and its scope line, the first bullets of the two latest roles (or projects, for
/// those who had fewer jobs), the line of education.
pub(super) fn zones(resume: &Resume, page: &Page, pack: &RolePack) -> Vec<Zone> {
    let root = FieldPath::root();
    let basics = root.key("basics");
    let first = root.key("work").index(0);
    let mut zones = vec![
        of_text("headline", "headline", basics.key("label"), page, pack),
        of_opening(basics.key("summary"), page, pack),
        current_role(resume.work.first(), first.clone()),
        of_text("scope-line", "what the role covers", first.key("summary"), page, pack),
    ];
    let names =
        [("first-bullet", "first bullet"), ("second-role", "first bullet of the entry before")];
    let mut entries = entries(resume);
    for (at, (name, title)) in names.into_iter().enumerate() {
        let entry = entries.next().unwrap_or_else(|| root.key("work").index(at));
        zones.push(of_text(name, title, entry.key("highlights").index(0), page, pack));
    }
    zones.push(education(resume.education.first(), root.key("education").index(0)));
    zones
}

/// Roles, then projects, that have bullets.
fn entries(resume: &Resume) -> impl Iterator<Item = FieldPath> {
    let root = FieldPath::root();
    let with_bullets = |section: &'static str, counts: Vec<usize>| {
        let path = root.key(section);
        let full = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
        full.map(|(index, _)| path.index(index)).collect::<Vec<_>>()
    };
    let work = with_bullets("work", resume.work.iter().map(|role| role.highlights.len()).collect());
    let projects = with_bullets(
        "projects",
        resume.projects.iter().map(|project| project.highlights.len()).collect(),
    );
    work.into_iter().chain(projects)
}

fn of_text(
    zone: &'static str,
    title: &'static str,
    path: FieldPath,
    page: &Page,
    pack: &RolePack,
) -> Zone {
    let unit = page.units.iter().find(|unit| unit.path == path);
    of_unit(zone, title, path, unit, pack)
}

fn of_opening(path: FieldPath, page: &Page, pack: &RolePack) -> Zone {
    let unit = page.units.iter().find(|unit| unit.part == Part::Summary);
    of_unit("opening", "opening sentence", path, unit, pack)
}

fn of_unit(
    zone: &'static str,
    title: &'static str,
    path: FieldPath,
    unit: Option<&Unit>,
    pack: &RolePack,
) -> Zone {
    let mut place = empty(zone, title, path);
    if let Some(unit) = unit {
        place.text = Some(unit.text.clone());
        for fact in bullet(unit, pack).facts {
            match axis(&fact) {
                Some(Axis::Scope) => place.scope.push(fact),
                Some(Axis::Evidence) => place.evidence.push(fact),
                Some(Axis::Depth) => place.depth.push(fact),
                None => {}
            }
        }
        // A headline names a thing without a verb; a bullet is about what its verbs act on.
        for thing in unit.facts.things.iter().filter(|_| !unit.part.is_bullet()) {
            let known =
                |fact: &CreditedFact| fact.start < thing.range.end && thing.range.start < fact.end;
            if !place.scope.iter().any(known) {
                place.scope.push(CreditedFact {
                    kind: "object".to_owned(),
                    text: unit.said(&thing.range).to_owned(),
                    start: thing.range.start,
                    end: thing.range.end,
                });
            }
        }
        place.scope.sort_by_key(|fact| (fact.start, fact.end));
    }
    place
}

/// What a fact speaks for; `None` for those that say little by themselves.
fn axis(fact: &CreditedFact) -> Option<Axis> {
    let kind = fact.kind.split(':').next().unwrap_or_default();
    match kind {
        "object" | "scale" | "reach" => Some(Axis::Scope),
        "change" | "mechanism" | "production" | "proof" | "outcome" => Some(Axis::Evidence),
        "concept" | "skill" | "operations" | "testing" => Some(Axis::Depth),
        _ => None,
    }
}

fn empty(zone: &'static str, title: &'static str, path: FieldPath) -> Zone {
    Zone {
        zone,
        title,
        path,
        line: None,
        text: None,
        scope: Vec::new(),
        evidence: Vec::new(),
        depth: Vec::new(),
    }
}

/// Title and dates of the role at the top.
fn current_role(role: Option<&Work>, path: FieldPath) -> Zone {
    let mut zone = empty("current-role", "current title and dates", path);
    let Some(role) = role else { return zone };
    let title = role.position.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let dates = role.start_date.as_ref().map(|start| {
        let end = role.end_date.as_ref().unwrap_or(&Date::Present);
        format!("{start} to {end}")
    });
    let parts: Vec<String> = title.map(str::to_owned).into_iter().chain(dates).collect();
    zone.text = (!parts.is_empty()).then(|| parts.join(", "));
    zone
}

/// Degree and year. The school is no matter of the page's grade, and is left out.
fn education(school: Option<&Education>, path: FieldPath) -> Zone {
    let mut zone = empty("education", "education", path);
    let Some(school) = school else { return zone };
    let year = school.end_date.as_ref().map(ToString::to_string);
    let parts: Vec<String> = [school.study_type.clone(), school.area.clone(), year]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    zone.text = (!parts.is_empty()).then(|| parts.join(", "));
    zone
}
