//! The eight-second view: what a reader sees before deciding to read on, what each place
//! establishes, what is missing there, and what every section adds to the grade.

mod checklist;
mod sections;
mod zones;

use resume::{CreditedFact, FieldPath, Resume, SourceMap, Stage};
use roles::RolePack;
use serde::Serialize;

use crate::check::{Options, check_page};
use crate::memory::Memory;
use crate::page::Page;

/// What a page shows at first sight, and section by section.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scan {
    /// The bar the page is measured against.
    pub stage: Stage,
    /// The places a reader looks at first, in the order of reading.
    pub zones: Vec<Zone>,
    /// What these places must tell together.
    pub checklist: Vec<Asked>,
    /// The whole page by section.
    pub sections: Vec<Section>,
}

/// A place a reader looks at first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Zone {
    /// E.g. `headline`, `opening`, `current-role`.
    pub zone: &'static str,
    /// For people.
    pub title: &'static str,
    /// Where it stands, or would stand.
    pub path: FieldPath,
    /// One-based line in the file; `null` before [`Scan::locate`] set it.
    pub line: Option<usize>,
    /// What stands there; `null` when nothing does.
    pub text: Option<String>,
    /// What was owned and how big it was.
    pub scope: Vec<CreditedFact>,
    /// What changed and how anybody knows.
    pub evidence: Vec<CreditedFact>,
    /// Techniques and products.
    pub depth: Vec<CreditedFact>,
}

/// Something the first places must tell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Asked {
    /// E.g. `system`, `quantity`.
    pub item: &'static str,
    /// For people.
    pub title: &'static str,
    /// The words that tell it; `null` when none of the places do.
    pub quote: Option<String>,
    /// Where the words stand; where they stand too late, when no quote is given.
    pub path: Option<FieldPath>,
    /// One-based line in the file; `null` before [`Scan::locate`] set it.
    pub line: Option<usize>,
    /// What to do when it is missing.
    pub hint: Option<String>,
}

/// A section of the page, one role or project at a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Where it stands.
    pub path: FieldPath,
    /// For people: the section, or the title of a role.
    pub title: String,
    /// Bullets, or items of a list.
    pub bullets: usize,
    /// Words, dates left out.
    pub words: usize,
    /// The mean score of its bullets, 0–100; `null` without bullets.
    pub score: Option<f64>,
    /// Points that the page would lose without it, by axis; `null` for sections that are not
    /// graded, and beyond the first entries of a very long page.
    pub adds: Option<resume::Axes>,
}

impl Scan {
    /// Gives every value the place it has elsewhere: in the file that a variant was cut from.
    pub fn point(&mut self, place: impl Fn(&FieldPath) -> FieldPath) {
        let asked = self.checklist.iter_mut().filter_map(|asked| asked.path.as_mut());
        let zones = self.zones.iter_mut().map(|zone| &mut zone.path);
        let sections = self.sections.iter_mut().map(|section| &mut section.path);
        for path in zones.chain(asked).chain(sections) {
            *path = place(path);
        }
    }
}

/// Looks at a resume as a reader does in the first seconds, then section by section.
pub fn scan(resume: &Resume, pack: &RolePack, options: &Options<'_>) -> Scan {
    let memory = Memory::default();
    let page = Page::with(resume, pack, &memory);
    let outcome = check_page(resume, &page, &memory, pack, options);
    let zones = zones::zones(resume, &page, pack);
    let checklist = checklist::checklist(resume, &page, &memory, pack, &zones);
    let sections = sections::sections(resume, &page, pack, &outcome);
    Scan { stage: outcome.grade.stage, zones, checklist, sections }
}

impl Scan {
    /// Sets the lines, from where the values of the resume stand in its file.
    pub fn locate(&mut self, map: &SourceMap) {
        let line = |path: &FieldPath| Some(map.locate(path, "", None).line);
        for zone in self.zones.iter_mut().filter(|zone| zone.text.is_some()) {
            zone.line = line(&zone.path);
        }
        for asked in &mut self.checklist {
            asked.line = asked.path.as_ref().and_then(line);
        }
    }
}
