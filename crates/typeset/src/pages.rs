//! Setting a resume, and turning the pages into files.

use std::collections::{BTreeMap, BTreeSet};

use resume::letter::Letter;
use resume::model::{Accent, Density, Paper, Resume};
use resume::outline::Outline;
use resume::{FieldPath, PageFacts, Region};
use serde_json::{Value, json};
use typst::World;
use typst::diag::{SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::{Datetime, Smart};
use typst::syntax::DiagSpanKind;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::error::Missing;
use crate::fonts::{self, FAMILIES, Family, FontSet};
use crate::geometry;
use crate::language::Language;
use crate::svg::Drawing;
use crate::world::Desk;
use crate::{Template, TypesetError};

/// How a page is to look.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The look.
    pub template: &'a Template,
    /// The sheet.
    pub paper: Paper,
    /// The language of the text as a BCP 47 tag.
    pub language: &'a str,
    /// The color of headings and links; the template's own when absent.
    pub accent: Option<Accent>,
    /// The family of the text, by name; the template's own when absent.
    pub font: Option<&'a str>,
    /// How tightly the page is set.
    pub density: Density,
}

impl<'a> Options<'a> {
    /// The look of a template as it was drawn, on A4, in English.
    pub fn new(template: &'a Template) -> Self {
        Self {
            template,
            paper: Paper::A4,
            language: "en",
            accent: None,
            font: None,
            density: Density::Regular,
        }
    }
}

/// A resume, a letter or a job, set.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
    template: String,
    date: Datetime,
}

/// How many further jobs Typst's cache keeps what they did not use. A few, so that edits of one
/// resume stay fast; not more, because a server sets a different resume each time.
const CACHE_AGE: usize = 10;

/// Sets a resume.
///
/// A resume without anything to show gives one empty page.
pub fn pages(resume: &Resume, options: &Options) -> Result<Pages, TypesetError> {
    let outline = options.template.outline(resume);
    let content = json!({ "outline": outline, "title": outline.title(), "letter": null });
    set(content, &outline.leaves(), date(resume), options)
}

/// Sets a cover letter under the head of the resume it goes with.
pub fn letter(resume: &Resume, letter: &Letter, options: &Options) -> Result<Pages, TypesetError> {
    let head = Outline { summary: None, sections: Vec::new(), ..options.template.outline(resume) };
    let page = letter.page();
    let subject = page.subject.as_deref().unwrap_or("Letter");
    let title = match &head.name {
        Some(name) => format!("{name} – {subject}"),
        None => subject.to_owned(),
    };
    let content = json!({ "outline": head, "title": title, "letter": page });
    let mut leaves = head.leaves();
    leaves.extend(page.leaves());
    let day = letter.day().as_ref().and_then(first_of).unwrap_or_else(|| date(resume));
    let pages = set(content, &leaves, day, options)?;
    // The ends of what it says stand for the whole: nothing else would print them.
    let drawn = pages.text();
    let printed = |text: &String| {
        let word = text.split(' ').next().unwrap_or_default();
        drawn.contains(word)
    };
    if page.paragraphs.first().is_none_or(printed) && page.paragraphs.last().is_none_or(printed) {
        Ok(pages)
    } else {
        Err(TypesetError::NoLetter { template: options.template.name.clone() })
    }
}

/// Sets `content`, the data of a template, whose texts are `leaves`.
pub(crate) fn set(
    mut content: Value,
    leaves: &[&str],
    date: Datetime,
    options: &Options,
) -> Result<Pages, TypesetError> {
    let template = options.template;
    let language = Language::parse(options.language)?;
    let font = match options.font {
        Some(name) => {
            fonts::family(name).ok_or_else(|| TypesetError::Font { name: name.to_owned() })?
        }
        None => template.font,
    };
    let accent = readable(options.accent.unwrap_or(template.accent))?;
    let faces = template.font_set(font);
    let missing = missing_glyphs(leaves, &faces);
    if !missing.is_empty() {
        let better = |family: &&'static Family| {
            let faces = template.font_set(family);
            missing.iter().all(|one| drawn(one.character, &faces))
        };
        let better = FAMILIES.iter().filter(better).map(|family| family.name).collect();
        return Err(TypesetError::MissingGlyphs { font: font.name, better, missing });
    }
    let is_text = |at| content.pointer(at).is_some_and(Value::is_string);
    let named = is_text("/outline/name") || is_text("/job/title");
    let look = json!({
        "paper": options.paper,
        "language": language.code,
        "country": language.country,
        "font": font.inner_names(),
        "accent": accent,
        "size": options.density.size(),
        "spacing": options.density.spacing(),
        "section-level": if named { 2 } else { 1 },
    });
    let look_file = look.to_string();
    content["side"] = json!(template.side);
    content["look"] = look;
    let desk = Desk::new(template, faces, content.to_string(), look_file);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
    comemo::evict(CACHE_AGE);
    let document = output.map_err(|errors| failed(&desk, template, &errors))?;
    // A warning of Typst is a defect of the template; the page must not hide it.
    if !warnings.is_empty() {
        return Err(failed(&desk, template, &warnings));
    }
    Ok(Pages { document, template: template.name.clone(), date })
}

/// The color, when text in it can be read (WCAG 2.2, 1.4.3).
fn readable(accent: Accent) -> Result<Accent, TypesetError> {
    const ENOUGH: f64 = 4.5;
    let contrast = accent.contrast();
    if contrast >= ENOUGH {
        return Ok(accent);
    }
    let mut darker = accent;
    while darker.contrast() < ENOUGH {
        darker.rgb = darker.rgb.map(|channel| channel - channel.div_ceil(20));
    }
    Err(TypesetError::Contrast { accent, contrast: format!("{contrast:.1}"), darker })
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

    /// All text of the pages without blanks, in drawing order.
    pub(crate) fn text(&self) -> String {
        geometry::text(&self.document)
    }

    /// How the pages look, for rules. `resume` is the one that was set.
    pub fn facts(&self, resume: &Resume) -> PageFacts {
        geometry::facts(&self.document, resume)
    }

    /// Where the paragraphs of the resume that was set stand, one box for each page that a
    /// paragraph stands on.
    pub fn regions(&self, resume: &Resume) -> BTreeMap<FieldPath, Vec<Region>> {
        geometry::regions(&self.document, resume)
    }

    /// Width and height of each page, in points (1/72 inch).
    pub fn sizes(&self) -> Vec<(f64, f64)> {
        let sizes = self.document.pages().iter().map(|page| page.frame.size());
        sizes.map(|size| (size.x.to_pt(), size.y.to_pt())).collect()
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
        pdf.map_err(|errors| refused(&self.template, None, &errors))
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
                    template: self.template.clone(),
                    message: format!("no picture: {error}"),
                    advice: None,
                }
            })
        };
        self.document.pages().iter().map(picture).collect()
    }

    /// The pages as SVG pictures with letters as outlines, one a page; each outline is there once.
    pub fn svg(&self) -> Vec<String> {
        self.drawings().into_iter().map(|drawing| drawing.svg).collect()
    }

    /// As [`Pages::svg`], for a screen.
    pub fn drawings(&self) -> Vec<Drawing> {
        let options = SvgOptions::default();
        let svg = self.document.pages().iter().map(|page| typst_svg::svg(page, &options));
        let sized = svg.zip(self.sizes());
        sized.map(|(svg, (width, height))| Drawing { svg, width, height }).collect()
    }
}

fn standards() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .expect("one archival and one accessibility standard go together")
}

/// The day the file claims as its creation, which PDF/A demands: the day the resume was last
/// changed, the day it is to be read at, or else [`no_date`], but never the clock's.
fn date(resume: &Resume) -> Datetime {
    let changed = resume.meta.as_ref().and_then(|meta| meta.last_modified.as_deref());
    // `2026-03-14T09:26:53`: the day is enough.
    let changed = changed.map(|text| text.split_once('T').map_or(text, |(day, _)| day));
    let read_at = resume.vitae.as_ref().and_then(|settings| settings.as_of.clone());
    let mut known = changed.map(resume::Date::parse).into_iter().chain(read_at);
    known.find_map(|date| first_of(&date)).unwrap_or_else(no_date)
}

/// The first of 2000: the day of what has none.
pub(crate) fn no_date() -> Datetime {
    first_of(&resume::Date::Year(2000)).expect("the first of 2000 is a day")
}

/// The first day that a date can mean.
pub(crate) fn first_of(date: &resume::Date) -> Option<Datetime> {
    let (year, month, day) = match date {
        resume::Date::Year(year) => (*year, 1, 1),
        resume::Date::Month(year, month) => (*year, *month, 1),
        resume::Date::Day(year, month, day) => (*year, *month, *day),
        resume::Date::Present | resume::Date::Unreadable(_) => return None,
    };
    Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)
}

/// The characters no face of the template can draw, in order of appearance, each once.
fn missing_glyphs(leaves: &[&str], faces: &FontSet) -> Vec<Missing> {
    let mut seen = BTreeSet::new();
    let mut missing = Vec::new();
    for text in leaves {
        for character in text.chars().filter(|character| *character != ' ') {
            if seen.insert(character) && !drawn(character, faces) {
                missing.push(Missing { character, text: (*text).to_owned() });
            }
        }
    }
    missing
}

fn drawn(character: char, faces: &FontSet) -> bool {
    !is_private(character) && faces.draws(character)
}

/// True for code points without a meaning of their own: a font may have a picture there, but a
/// reader of the file gets nothing.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// The first complaint, with its file and line in the template.
fn failed(
    desk: &Desk,
    template: &Template,
    diagnostics: &EcoVec<SourceDiagnostic>,
) -> TypesetError {
    let place = diagnostics.first().and_then(|first| {
        let DiagSpanKind::Number { id, num, sub_range } = first.span.get() else { return None };
        let source = desk.source(id).ok()?;
        let line = source.lines().byte_to_line(source.range(num, sub_range)?.start)? + 1;
        Some(format!("{}, line {line}", Desk::name_of(template, id)))
    });
    refused(&template.name, place, diagnostics)
}

fn refused(
    template: &str,
    place: Option<String>,
    diagnostics: &EcoVec<SourceDiagnostic>,
) -> TypesetError {
    let first = diagnostics.first();
    let message = first.map_or("no reason given", |first| first.message.as_str());
    TypesetError::Template {
        template: template.to_owned(),
        message: match place {
            Some(place) => format!("{place}: {message}"),
            None => message.to_owned(),
        },
        advice: first.and_then(|first| first.hints.first()).map(|hint| hint.v.to_string()),
    }
}
