//! Setting a resume, and turning the pages into files.

use std::collections::BTreeSet;

use resume::PageFacts;
use resume::model::{Paper, Resume};
use resume::outline::Outline;
use serde_json::json;
use typst::World;
use typst::diag::{SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::{Datetime, Smart};
use typst::syntax::DiagSpanKind;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::error::Missing;
use crate::geometry;
use crate::language::Language;
use crate::world::Desk;
use crate::{Template, TypesetError};

/// How a page is to look.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The look.
    pub template: &'static Template,
    /// The sheet.
    pub paper: Paper,
    /// The language of the text as a BCP 47 tag.
    pub language: &'a str,
}

/// A resume, set.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
    template: &'static Template,
    date: Datetime,
}

/// How many further jobs Typst's cache keeps what they did not use. A few, so that edits of one
/// resume stay fast; not more, because a server sets a different resume each time.
const CACHE_AGE: usize = 10;

/// Sets a resume.
///
/// A resume without anything to show gives one empty page.
pub fn pages(resume: &Resume, options: &Options) -> Result<Pages, TypesetError> {
    let template = options.template;
    let language = Language::parse(options.language)?;
    let outline = Outline::of(resume);
    let missing = missing_glyphs(&outline, template);
    if !missing.is_empty() {
        return Err(TypesetError::MissingGlyphs { template: template.name, missing });
    }
    let data = json!({
        "outline": outline,
        "title": title(&outline),
        "paper": options.paper.as_str(),
        "language": language.code,
        "country": language.country,
    });
    let desk = Desk::new(template, data.to_string());
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
    comemo::evict(CACHE_AGE);
    let document = output.map_err(|errors| failed(&desk, template, &errors))?;
    // A warning of Typst is a defect of the template; the page must not hide it.
    if !warnings.is_empty() {
        return Err(failed(&desk, template, &warnings));
    }
    Ok(Pages { document, template, date: date(resume) })
}

/// Sets a resume as PDF.
///
/// The file is tagged, declares PDF/UA-1 and PDF/A-2a, and depends on nothing but the arguments.
pub fn pdf(resume: &Resume, options: &Options) -> Result<Vec<u8>, TypesetError> {
    pages(resume, options)?.pdf()
}

/// Sets a resume as PNG pictures, one a page; `scale` is in pixels a point (1/72 inch).
pub fn png(resume: &Resume, options: &Options, scale: f32) -> Result<Vec<Vec<u8>>, TypesetError> {
    pages(resume, options)?.png(scale)
}

impl Pages {
    /// How many pages there are; at least one.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// How the pages look, for rules. `resume` is the one that was set.
    pub fn facts(&self, resume: &Resume) -> PageFacts {
        geometry::facts(&self.document, resume)
    }

    /// The pages as PDF; see [`pdf`].
    pub fn pdf(&self) -> Result<Vec<u8>, TypesetError> {
        let options = PdfOptions {
            creator: Smart::Custom(Some("vitae".to_owned())),
            timestamp: Some(Timestamp::new_utc(self.date)),
            standards: standards(),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.document, &options);
        comemo::evict(CACHE_AGE);
        pdf.map_err(|errors| refused(self.template, None, &errors))
    }

    /// The pages as PNG pictures; see [`png`].
    pub fn png(&self, scale: f32) -> Result<Vec<Vec<u8>>, TypesetError> {
        if !(0.1..=10.0).contains(&scale) {
            return Err(TypesetError::Scale { scale: scale.to_string() });
        }
        let options =
            RenderOptions { pixel_per_pt: f64::from(scale).into(), ..RenderOptions::default() };
        let picture = |page| {
            typst_render::render(page, &options).encode_png().map_err(|error| {
                TypesetError::Template {
                    template: self.template.name,
                    message: format!("no picture: {error}"),
                    advice: None,
                }
            })
        };
        self.document.pages().iter().map(picture).collect()
    }
}

fn standards() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .expect("one archival and one accessibility standard go together")
}

/// The title of the document, as a viewer shows it.
fn title(outline: &Outline) -> String {
    match &outline.name {
        Some(name) => format!("{name} – Resume"),
        None => "Resume".to_owned(),
    }
}

/// The day the file claims as its creation, which PDF/A demands: the day the resume was last
/// changed, the day it is to be read at, or else the first of 2000, but never the clock's.
fn date(resume: &Resume) -> Datetime {
    let changed = resume.meta.as_ref().and_then(|meta| meta.last_modified.as_deref());
    // `2026-03-14T09:26:53`: the day is enough.
    let changed = changed.map(|text| text.split_once('T').map_or(text, |(day, _)| day));
    let read_at = resume.vitae.as_ref().and_then(|settings| settings.as_of.clone());
    let known = changed.map(resume::Date::parse).into_iter().chain(read_at);
    known
        .filter_map(|date| match date {
            resume::Date::Year(year) => Some((year, 1, 1)),
            resume::Date::Month(year, month) => Some((year, month, 1)),
            resume::Date::Day(year, month, day) => Some((year, month, day)),
            resume::Date::Present | resume::Date::Unreadable(_) => None,
        })
        .chain([(2000, 1, 1)])
        .find_map(|(year, month, day)| Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0))
        .expect("the first of 2000 is a day")
}

/// The characters no face of the template can draw, in order of appearance, each once.
fn missing_glyphs(outline: &Outline, template: &Template) -> Vec<Missing> {
    let mut seen = BTreeSet::new();
    let mut missing = Vec::new();
    for text in outline.leaves() {
        for character in text.chars().filter(|character| *character != ' ') {
            let drawn = !is_private(character) && template.fonts.draws(character);
            if seen.insert(character) && !drawn {
                missing.push(Missing { character, text: text.to_owned() });
            }
        }
    }
    missing
}

/// True for code points without a meaning of their own: a font may have a picture there, but a
/// reader of the file gets nothing.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// The first complaint, with its line in the template.
fn failed(
    desk: &Desk,
    template: &'static Template,
    diagnostics: &EcoVec<SourceDiagnostic>,
) -> TypesetError {
    let line = diagnostics.first().and_then(|first| {
        let DiagSpanKind::Number { id, num, sub_range } = first.span.get() else { return None };
        let source = desk.source(id).ok()?;
        Some(source.lines().byte_to_line(source.range(num, sub_range)?.start)? + 1)
    });
    refused(template, line, diagnostics)
}

fn refused(
    template: &'static Template,
    line: Option<usize>,
    diagnostics: &EcoVec<SourceDiagnostic>,
) -> TypesetError {
    let first = diagnostics.first();
    let message = first.map_or("no reason given", |first| first.message.as_str());
    TypesetError::Template {
        template: template.name,
        message: match line {
            Some(line) => format!("resume.typ, line {line}: {message}"),
            None => message.to_owned(),
        },
        advice: first.and_then(|first| first.hints.first()).map(|hint| hint.v.to_string()),
    }
}
