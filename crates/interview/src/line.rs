//! The lines of a resume that a panel asks about.

use facts::Facts;
use resume::model::Bullet;
use resume::{FieldPath, Resume};
use serde::Serialize;

use crate::Desk;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The summary.
    Summary,
    /// The line under the title of a role or project.
    ScopeLine,
    /// A bullet.
    Bullet,
    /// Something published.
    Publication,
}

/// A line with what was read from it.
pub(crate) struct Line<'a> {
    /// Which value it is.
    pub(crate) path: FieldPath,
    /// Where it stands.
    pub(crate) part: Part,
    /// What it stands under: position and employer, or the name of a project.
    pub(crate) heading: Option<String>,
    /// How many roles are more recent; questions thin out with distance.
    pub(crate) distance: usize,
    /// The text.
    pub(crate) text: &'a str,
    /// The private note of its author.
    pub(crate) note: Option<&'a str>,
    /// What it says.
    pub(crate) facts: Facts,
}

/// Projects and unpaid work are asked about as much as the second role.
const BESIDE_WORK: usize = 1;

/// All lines in page order.
pub(crate) fn lines<'a>(resume: &'a Resume, desk: &Desk<'_>) -> Vec<Line<'a>> {
    let mut page = Page { desk, lines: Vec::new() };
    let root = FieldPath::root();
    if let Some(basics) = &resume.basics {
        let path = root.key("basics").key("summary");
        page.add(path, Part::Summary, None, 0, basics.summary.as_deref());
    }
    for (index, role) in resume.work.iter().enumerate() {
        let path = root.key("work").index(index);
        let heading = heading([role.position.as_deref(), role.name.as_deref()]);
        page.add(
            path.key("summary"),
            Part::ScopeLine,
            heading.as_deref(),
            index,
            role.summary.as_deref(),
        );
        page.bullets(&path, heading.as_deref(), index, &role.highlights);
    }
    for (index, project) in resume.projects.iter().enumerate() {
        let path = root.key("projects").index(index);
        let heading = heading([project.name.as_deref(), None]);
        let description = project.description.as_deref();
        page.add(
            path.key("description"),
            Part::ScopeLine,
            heading.as_deref(),
            BESIDE_WORK,
            description,
        );
        page.bullets(&path, heading.as_deref(), BESIDE_WORK, &project.highlights);
    }
    for (index, role) in resume.volunteer.iter().enumerate() {
        let path = root.key("volunteer").index(index);
        let heading = heading([role.position.as_deref(), role.organization.as_deref()]);
        page.add(
            path.key("summary"),
            Part::ScopeLine,
            heading.as_deref(),
            BESIDE_WORK,
            role.summary.as_deref(),
        );
        page.bullets(&path, heading.as_deref(), BESIDE_WORK, &role.highlights);
    }
    for (index, publication) in resume.publications.iter().enumerate() {
        let path = root.key("publications").index(index).key("name");
        let heading = heading([publication.publisher.as_deref(), None]);
        page.add(
            path,
            Part::Publication,
            heading.as_deref(),
            BESIDE_WORK,
            publication.name.as_deref(),
        );
    }
    page.lines
}

struct Page<'a, 'd> {
    desk: &'d Desk<'d>,
    lines: Vec<Line<'a>>,
}

impl<'a> Page<'a, '_> {
    fn add(
        &mut self,
        path: FieldPath,
        part: Part,
        heading: Option<&str>,
        distance: usize,
        text: Option<&'a str>,
    ) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            let facts = Facts::read(text, self.desk.pack);
            let heading = heading.map(str::to_owned);
            self.lines.push(Line { path, part, heading, distance, text, note: None, facts });
        }
    }

    fn bullets(
        &mut self,
        role: &FieldPath,
        heading: Option<&str>,
        distance: usize,
        bullets: &'a [Bullet],
    ) {
        for (index, bullet) in bullets.iter().enumerate() {
            let path = role.key("highlights").index(index);
            let before = self.lines.len();
            self.add(path, Part::Bullet, heading, distance, Some(&bullet.text));
            if let Some(line) = self.lines.get_mut(before) {
                line.note = bullet.evidence.as_deref().filter(|note| !note.trim().is_empty());
            }
        }
    }
}

fn heading(parts: [Option<&str>; 2]) -> Option<String> {
    let parts: Vec<&str> =
        parts.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
