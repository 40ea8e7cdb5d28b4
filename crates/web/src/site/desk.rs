//! The work on one file, as every page and the API have it done. It takes the processor: have it
//! done on the pool.

use std::collections::BTreeMap;
use std::sync::Arc;

use document::{Document, Kind};
use extract::Decision;
use lint::{Options, Scan};
use resume::{Date, FieldPath, Grade, PageFacts, Region, Report, Resume, Stage};
use roles::RolePack;
use typeset::Drawing;
use workbench::{
    Choices, Failure, Form, Opened, Otherwise, Reviewed, Source, Variant, document_facts,
    shipped_template,
};

use super::Site;
use super::readers::{Reader, Readers};
use super::shelf::Dropped;

/// Width of the picture of a page: sharp beside the findings on a screen of twice the pixels.
const PIXELS: u16 = 1240;

/// Reads and checks files.
#[derive(Clone, Debug)]
pub(crate) struct Desk {
    today: Date,
    readers: Arc<Readers>,
}

/// What somebody asks of a check.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// The career stage to grade against; otherwise that of the file, otherwise found.
    pub(crate) stage: Option<Stage>,
    /// The day that stands for today; otherwise that of the file, otherwise today.
    pub(crate) as_of: Option<Date>,
}

/// Pages as they will be printed, or why there are none.
#[derive(Debug, Default)]
pub(crate) struct Set {
    pub(crate) drawings: Vec<Drawing>,
    /// Where paragraphs stand on them.
    pub(crate) regions: BTreeMap<FieldPath, Vec<Region>>,
    /// What rules may know of them.
    pub(crate) facts: Option<PageFacts>,
    pub(crate) failure: Option<Failure>,
}

impl Set {
    /// Width and height of the pages, in points (1/72 inch).
    pub(crate) fn sizes(&self) -> Vec<(f64, f64)> {
        self.drawings.iter().map(|one| (one.width, one.height)).collect()
    }
}

/// A file that was read and checked.
#[derive(Debug)]
pub(crate) struct Examined {
    pub(crate) reviewed: Reviewed,
    /// How the file holds its resume.
    pub(crate) form: Form,
    /// The lines of a document; `None` for data.
    pub(crate) document: Option<Document>,
    /// Why the fields of a document hold what they hold.
    pub(crate) decisions: Vec<Decision>,
    /// The pages that vitae makes of data; a document has its own, of which only the facts stand
    /// here.
    pub(crate) set: Set,
}

impl Examined {
    /// Width and height of its pages, in points; none for a document that has none of its own.
    pub(crate) fn pages(&self) -> Vec<(f64, f64)> {
        if self.form != Form::Document(Kind::Pdf) {
            return self.set.sizes();
        }
        let sheets = self.document.iter().flat_map(|document| &document.sheets);
        sheets.map(|sheet| (sheet.width.into(), sheet.height.into())).collect()
    }
}

impl Desk {
    pub(crate) fn of(site: &Site) -> Self {
        Self { today: site.clock.today(), readers: Arc::clone(&site.readers) }
    }

    /// A desk on the day of tests.
    #[cfg(test)]
    pub(crate) fn for_test() -> Self {
        let readers = Arc::new(Readers::new(sandbox::Policy::default(), 1));
        Self { today: Date::Day(2026, 11, 1), readers }
    }

    /// What is in a file of somebody. A document meets its parsers in a process of its own.
    pub(crate) fn source(&self, file: &Dropped) -> Result<Source, Failure> {
        let source = Source::new(file.name.clone(), file.bytes.clone())?;
        Ok(match source.form() {
            // Read by code of ours alone.
            Form::Data(_) | Form::Document(Kind::Text) => source,
            Form::Document(_) => source.read_by(Arc::new(Reader(Arc::clone(&self.readers)))),
        })
    }

    /// Reads and checks a file, and sets its pages when it is data, so that rules about pages can
    /// speak.
    pub(crate) fn examine(&self, file: &Dropped, asked: &Asked) -> Result<Examined, Failure> {
        let source = self.source(file)?;
        let form = source.form();
        let Opened { parsed, decisions, document } = source.open()?;
        let set = match &document {
            None => set(&parsed.resume),
            Some(document) => Set { facts: document_facts(document, &parsed), ..Set::default() },
        };
        let options = self.options(&parsed.resume, asked, set.facts.as_ref());
        let reviewed = Reviewed::of(&source.name, parsed, None, &options, &BTreeMap::new());
        Ok(Examined { reviewed, form, document, decisions, set })
    }

    /// What a reader of an examined file sees in the first seconds.
    pub(crate) fn scan(&self, examined: &Examined, asked: &Asked) -> Scan {
        let parsed = &examined.reviewed.parsed;
        let options = self.options(&parsed.resume, asked, examined.set.facts.as_ref());
        let mut scan = lint::scan(&parsed.resume, RolePack::backend_engineer(), &options);
        scan.locate(&parsed.source_map);
        scan
    }

    /// Draws a page of somebody's PDF, from 1, as PNG. The file meets its parsers in a process of
    /// its own.
    pub(crate) fn picture(&self, file: &Dropped, page: u32) -> Result<Vec<u8>, Failure> {
        let picture = self.readers.picture(&file.bytes, page, PIXELS);
        picture.map_err(|error| Failure::new(error.to_string()).hint(error.hint()))
    }

    /// The report of a file, as `vitae check` makes it: pages of data are not set.
    pub(crate) fn check(&self, file: &Dropped, asked: &Asked) -> Result<Report, Failure> {
        let source = self.source(file)?;
        let Opened { parsed, document, .. } = source.open()?;
        let facts = document.as_ref().and_then(|document| document_facts(document, &parsed));
        let options = self.options(&parsed.resume, asked, facts.as_ref());
        Ok(Reviewed::of(&source.name, parsed, None, &options, &BTreeMap::new()).report)
    }

    /// The report of a variant of a file; everything it says points into the whole.
    pub(crate) fn check_variant(&self, file: &Dropped, name: &str) -> Result<Report, Failure> {
        let source = self.source(file)?;
        let parsed = source.open()?.parsed;
        let cut = workbench::cut(&parsed.resume, &source.name, name)?;
        let options = self.options(&parsed.resume, &Asked::default(), None);
        let variant = Some(Variant { name, cut: &cut });
        Ok(Reviewed::of(&source.name, parsed, variant, &options, &BTreeMap::new()).report)
    }

    /// The day that stands for today: that of the resume itself, otherwise today.
    pub(crate) fn as_of(&self, resume: &Resume) -> Date {
        resume.as_of().unwrap_or_else(|| self.today.clone())
    }

    /// The grade of a resume at another stage than its own.
    pub(crate) fn graded(&self, resume: &Resume, stage: Stage) -> Grade {
        let asked = Asked { stage: Some(stage), as_of: None };
        let options = self.options(resume, &asked, None);
        lint::check(resume, RolePack::backend_engineer(), &options).grade
    }

    /// The pages of data in a template, each as SVG.
    pub(crate) fn pages(&self, file: &Dropped, template: &str) -> Result<Vec<String>, Failure> {
        let mut resume = self.source(file)?.open()?.parsed.resume;
        let template = Some(shipped_template(template)?);
        let look = Choices { template, ..Choices::default() };
        let look = look.decide(&mut resume, &Otherwise::default())?;
        let pages = typeset::pages(&resume, &look.of_page())?;
        Ok(pages.drawings().iter().map(Drawing::for_screen).collect())
    }

    /// Against what a resume is graded, and with which pages.
    pub(crate) fn options<'a>(
        &self,
        resume: &Resume,
        asked: &Asked,
        layout: Option<&'a PageFacts>,
    ) -> Options<'a> {
        let as_of = asked.as_of.clone().unwrap_or_else(|| self.as_of(resume));
        Options { stage: asked.stage, as_of, layout }
    }
}

/// Sets a resume in its own look.
pub(crate) fn set(resume: &Resume) -> Set {
    let mut resume = resume.clone();
    let look = Choices::default().decide(&mut resume, &Otherwise::default());
    let pages = look.and_then(|look| Ok(typeset::pages(&resume, &look.of_page())?));
    match pages {
        Ok(pages) => Set {
            drawings: pages.drawings(),
            regions: pages.regions(&resume),
            facts: Some(pages.facts(&resume)),
            failure: None,
        },
        // What is wrong with the words is worth knowing without a page.
        Err(failure) => Set { failure: Some(failure), ..Set::default() },
    }
}
