//! Lines of a document to a resume.
//!
//! The way of a page: lines are joined to paragraphs (`para`), paragraphs are put under their
//! headings (`sections`), the lines of a section become entries (`entries`), the heads of entries
//! segments (`segments`, `refine`), and segments fields (`labels`). Nothing is invented: a field
//! that is not seen is absent, and every value keeps the bytes it was read from. Each choice is
//! kept with what it was chosen from ([`Decision`]).

mod body;
mod dated;
mod education;
mod entries;
mod header;
mod labels;
mod lists;
pub(crate) mod make;
mod named;
pub(crate) mod para;
mod refine;
pub(crate) mod sections;
mod segments;
mod tags;
mod work;

use document::{Document, Part};
use resume::{FieldPath, Origin, Parsed, Region, Resume, SourceMap, Span};

pub use make::{Action, Candidate, Decision};

use crate::readiness;
use crate::recognize::contact;
use crate::recognize::headings::Section;
use crate::recognize::memory;
use make::Maker;
use para::Para;
use sections::Stretch;

/// A resume read from a document.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The resume, with places in the document's text (`Document::placed`).
    pub parsed: Parsed,
    /// Why each field holds what it holds, in the order of the page.
    pub decisions: Vec<Decision>,
}

/// Reads the fields of a document. Total: any document gives a resume, possibly an empty one.
pub fn read_document(document: &Document) -> Reading {
    memory::forget();
    let placed = document.placed();
    let paras = para::paragraphs(document, &placed);
    let body_size = document.body_size().unwrap_or(0.0);
    let stretches = sections::split(document, &paras);
    let mut maker = Maker::new(&paras);
    let mut resume = Resume::default();
    let taken = basics(&mut maker, &stretches, &mut resume);
    for stretch in &stretches {
        section(&mut maker, stretch, &taken, body_size, &mut resume);
    }
    let Maker { spans, decisions, .. } = maker;
    let source_map = located(document, placed, spans);
    let findings = readiness::findings(&readiness::Read { document, decisions: &decisions });
    let origin = Origin::Document;
    Reading { parsed: Parsed { resume, source_map, findings, origin }, decisions }
}

/// Where values stand: bytes of the document's text, which have their places on paper.
pub(crate) fn located(
    document: &Document,
    placed: document::Placed,
    spans: Vec<(FieldPath, std::ops::Range<usize>)>,
) -> SourceMap {
    let regions = regions(document, &placed);
    let mut source_map = SourceMap::new(placed.text).with_regions(regions);
    for (path, value) in spans {
        // The list and the entry a value belongs to are where their first value is.
        let mut above = path.parent();
        while let Some(path) = above.filter(|path| *path != FieldPath::root()) {
            source_map.insert(path.clone(), Span { key: None, value: value.clone() });
            above = path.parent();
        }
        source_map.insert(path, Span { key: None, value });
    }
    source_map
}

/// Where each piece of the document's text is seen.
fn regions(
    document: &Document,
    placed: &document::Placed,
) -> Vec<(std::ops::Range<usize>, Region)> {
    let mut regions = Vec::new();
    for (line, places) in document.lines.iter().zip(&placed.pieces) {
        for (piece, place) in line.pieces.iter().zip(places) {
            if let Some(rect) = piece.rect.or(line.rect) {
                regions.push((place.clone(), Region { page: line.page + 1, rect }));
            }
        }
    }
    regions
}

/// The contact block: the top of the page, sections that say so, the running head, and the lines
/// around an address that stands anywhere else. Gives the lines it took out of other sections.
fn basics(maker: &mut Maker<'_>, stretches: &[Stretch], resume: &mut Resume) -> Vec<usize> {
    let of_body = |at: &&usize| !matches!(maker.paras[**at].part, Part::Footer | Part::Note);
    let top: Vec<usize> = stretches
        .iter()
        .filter(|stretch| stretch.heading.is_none())
        .flat_map(|stretch| stretch.paras.iter().filter(of_body).copied())
        .collect();
    let named = stretches
        .iter()
        .filter(|stretch| stretch.heading.is_some() && stretch.kind == Some(Section::Basics))
        .flat_map(|stretch| stretch.paras.iter().copied());
    let mut lines: Vec<usize> = top.iter().copied().chain(named).collect();
    let mut taken = Vec::new();
    let has_contact = |at: usize| {
        let text = &maker.paras[at].text;
        !contact::emails(text).is_empty() || !contact::phones(text).is_empty()
    };
    if !lines.iter().any(|&at| has_contact(at)) {
        let elsewhere = stretches.iter().find_map(|stretch| {
            let at = stretch
                .paras
                .iter()
                .position(|&at| !contact::emails(&maker.paras[at].text).is_empty())?;
            Some((stretch, at))
        });
        if let Some((stretch, at)) = elsewhere {
            taken = around(maker.paras, &stretch.paras, at);
            lines.extend(&taken);
        }
    }
    resume.basics = header::read(maker, &lines);
    taken
}

/// The short lines around a contact detail, in the same block.
fn around(paras: &[Para], lines: &[usize], at: usize) -> Vec<usize> {
    let center = &paras[lines[at]];
    let belongs = |&&line: &&usize| {
        let para = &paras[line];
        let beside = para.page == center.page && para.block == center.block;
        beside && !para.is_item() && para.text.chars().count() <= 90 && para.times.is_empty()
    };
    let before: Vec<usize> =
        lines[..at].iter().rev().take_while(belongs).take(6).copied().collect();
    let after = lines[at + 1..].iter().take_while(belongs).take(6).copied();
    before.into_iter().rev().chain([lines[at]]).chain(after).collect()
}

fn section(
    maker: &mut Maker<'_>,
    stretch: &Stretch,
    taken: &[usize],
    size: f32,
    resume: &mut Resume,
) {
    let paras = maker.paras;
    let is_text =
        |at: &&usize| !matches!(paras[**at].part, Part::Header | Part::Footer | Part::Note);
    let lines: Vec<usize> =
        stretch.paras.iter().filter(is_text).filter(|at| !taken.contains(at)).copied().collect();
    let kind = stretch.kind.or_else(|| lists::guess(paras, stretch.heading, &lines));
    let (Some(kind), false) = (kind, lines.is_empty()) else { return };
    let of_programs = kind == Section::Languages && lists::are_of_programs(paras, &lines);
    let kind = if of_programs { Section::Skills } else { kind };
    match kind {
        Section::Basics | Section::Other => {}
        Section::Summary => summary(maker, &lines, resume),
        Section::Work => {
            let jobs = work::read(maker, &lines, size, resume.work.len());
            resume.work.extend(jobs);
        }
        Section::Volunteer => {
            let roles = named::volunteer(maker, &lines, size, resume.volunteer.len());
            resume.volunteer.extend(roles);
        }
        Section::Education => {
            let courses = education::read(maker, &lines, size, resume.education.len());
            resume.education.extend(courses);
        }
        Section::Awards => {
            let awards = named::awards(maker, &lines, size, resume.awards.len());
            resume.awards.extend(awards);
        }
        Section::Certificates => {
            let certificates = named::certificates(maker, &lines, size, resume.certificates.len());
            resume.certificates.extend(certificates);
        }
        Section::Publications => {
            let publications = named::publications(maker, &lines, size, resume.publications.len());
            resume.publications.extend(publications);
        }
        Section::Skills => {
            // The heading of a group without a heading above it is its name.
            let named = stretch.heading.filter(|_| stretch.kind.is_none() || of_programs);
            let rows: Vec<usize> = named.into_iter().chain(lines).collect();
            let groups = lists::skills(maker, &rows, resume.skills.len());
            resume.skills.extend(groups);
        }
        Section::Languages => {
            let spoken = lists::languages(maker, &lines, resume.languages.len());
            resume.languages.extend(spoken);
        }
        Section::Interests => {
            let interests = lists::interests(maker, &lines, resume.interests.len());
            resume.interests.extend(interests);
        }
        Section::References => {
            let references = named::references(maker, &lines, size, resume.references.len());
            resume.references.extend(references);
        }
        Section::Projects => {
            let projects = named::projects(maker, &lines, size, resume.projects.len());
            resume.projects.extend(projects);
        }
    }
}

fn summary(maker: &mut Maker<'_>, lines: &[usize], resume: &mut Resume) {
    let path = FieldPath::root().key("basics").key("summary");
    let text = maker.take_paras(path, lines);
    let basics = resume.basics.get_or_insert_default();
    basics.summary = basics.summary.take().or(text);
}
