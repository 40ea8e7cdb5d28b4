//! What makes other readers fail on a PDF.

use resume::Rect;

use super::engine::Opened;
use super::page::{Glyph, Letters, Page, Paint};
use super::segments::{Mark, Segment};
use super::{Column, Turned};
use crate::letters::{self, Sort};
use crate::{Document, Hazard, HazardKind, Hidden, Metadata, Part, Veil};

/// Characters of a quote.
const QUOTE: usize = 80;
/// Share of a sheet from which on a picture can hold text.
const PICTURE: f32 = 0.05;
/// Signs without a meaning that a page may have: one before each line of a head, or each bullet.
const PICTURES: usize = 24;
/// Lines two columns must have beside each other.
const BESIDE: usize = 6;

/// Adds the hazards of a file to its document.
pub(super) fn find(opened: &Opened, prepared: &[Turned], document: &mut Document) {
    let hazards = &mut document.hazards;
    let mut plain = |kind, page| add(hazards, kind, page, None, String::new());
    if opened.cut_off || opened.pages.iter().any(|page| page.cut_off) {
        plain(HazardKind::CutOff, 0);
    }
    if opened.description.active {
        plain(HazardKind::Active, 0);
    }
    if opened.description.restricted {
        plain(HazardKind::Restricted, 0);
    }
    for (number, page) in opened.pages.iter().enumerate() {
        if page.damaged {
            plain(HazardKind::Damaged, number);
        }
    }
    for (number, page) in opened.pages.iter().enumerate() {
        for note in page.notes.iter().filter(|note| !note.hidden) {
            let quote = note.text.chars().take(QUOTE).collect();
            add(hazards, HazardKind::Comment, number, note.rect, quote);
        }
    }
    for (number, (page, turned)) in opened.pages.iter().zip(prepared).enumerate() {
        of_page(number, page, turned, hazards);
    }
}

fn of_page(number: usize, page: &Page, turned: &Turned, hazards: &mut Vec<Hazard>) {
    let sheet = page.width * page.height;
    let pictures = page.shapes.iter().filter(|shape| shape.paint == Paint::Picture);
    let large = pictures.filter(|shape| shape.rect.width() * shape.rect.height() > PICTURE * sheet);
    let large: Vec<Rect> = large.map(|shape| shape.rect).collect();
    let letters = page.glyphs.iter().filter(|glyph| glyph.chars().any(char::is_alphanumeric));
    if letters.count() < 3 && (!large.is_empty() || page.shapes.len() > 100) {
        add(hazards, HazardKind::Scanned, number, None, String::new());
        return;
    }
    for rect in large.into_iter().take(8) {
        add(hazards, HazardKind::Picture, number, Some(rect), String::new());
    }
    let segments = || turned.iter().flatten();
    if let Some(segment) = segments().find(|segment| segment.letter_spaced) {
        let quote = quote(segment);
        add(hazards, HazardKind::LetterSpaced, number, Some(segment.rect), quote);
    }
    of_glyphs(number, page, turned, hazards);
}

/// Hazards that single glyphs are: the first segment of each kind stands for all.
fn of_glyphs(number: usize, page: &Page, turned: &Turned, hazards: &mut Vec<Hazard>) {
    let first = |is: Test, least: usize| -> Option<&Segment> {
        let mut count = 0;
        let mut found = None;
        for segment in turned.iter().flatten() {
            let own = segment.marks.iter().filter(|mark| is(&page.glyphs[mark.glyph])).count();
            if own > 0 {
                count += own;
                found = found.or(Some(segment));
            }
        }
        found.filter(|_| count >= least)
    };
    let kinds: [(HazardKind, Test, usize); 3] = [
        (HazardKind::Ligature, is_ligature, 1),
        (HazardKind::FontWithoutMap, |glyph| glyph.guessed && !glyph.picture, 3),
        (HazardKind::Unreadable, |glyph| glyph.text == Letters::Unknown && !glyph.picture, 3),
    ];
    for (kind, is, least) in kinds {
        if let Some(segment) = first(is, least) {
            add(hazards, kind, number, Some(segment.rect), quote(segment));
        }
    }
    // Segments without a single letter are taken for pictures; many of them are a text.
    let told = |hazard: &Hazard| (hazard.page, hazard.kind) == (number, HazardKind::Unreadable);
    let unknown = |glyph: &&Glyph| glyph.text == Letters::Unknown && !glyph.picture && glyph.ink;
    if !hazards.iter().any(told) && page.glyphs.iter().filter(unknown).nth(PICTURES).is_some() {
        let rect = page.glyphs.iter().filter(unknown).map(Glyph::rect).reduce(Rect::union);
        add(hazards, HazardKind::Unreadable, number, rect, String::new());
    }
}

/// Tells whether a glyph is one of a kind.
type Test = fn(&Glyph) -> bool;

fn is_ligature(glyph: &Glyph) -> bool {
    glyph.chars().any(|c| letters::sort(c) == Sort::Ligature)
}

/// Columns beside each other, and whether the file stores their lines mixed.
pub(super) fn of_columns(page: usize, columns: &[Column], hazards: &mut Vec<Hazard>) {
    // Columns of one page are few; a page cut into many cells is a table and no columns.
    const MANY: usize = 24;
    let columns = &columns[..columns.len().min(MANY)];
    let boxes = |column: &Column| column.iter().map(|(rect, _)| *rect).reduce(Rect::union);
    for (at, left) in columns.iter().enumerate() {
        for right in &columns[at + 1..] {
            let Some((one, other)) = boxes(left).zip(boxes(right)) else { continue };
            let (top, bottom) = (one.top.max(other.top), one.bottom.min(other.bottom));
            let within = |column: &Column| -> Vec<u32> {
                let lines = column
                    .iter()
                    .filter(|(rect, _)| rect.top >= top - 1.0 && rect.bottom <= bottom + 1.0);
                lines.map(|(_, order)| *order).collect()
            };
            let (lefts, rights) = (within(left), within(right));
            let apart = one.right <= other.left + 1.0 || other.right <= one.left + 1.0;
            if !apart || lefts.len() < BESIDE || rights.len() < BESIDE {
                continue;
            }
            let rect = Some(one.union(other));
            add(hazards, HazardKind::Columns, page, rect, String::new());
            if is_torn(&lefts, &rights) {
                add(hazards, HazardKind::TornColumns, page, rect, String::new());
            }
            return;
        }
    }
}

/// True when the order of drawing goes from one column to the other and back, again and again.
fn is_torn(lefts: &[u32], rights: &[u32]) -> bool {
    let sides = lefts.iter().map(|order| (*order, true));
    let mut drawn: Vec<(u32, bool)> =
        sides.chain(rights.iter().map(|order| (*order, false))).collect();
    drawn.sort_unstable();
    let switches = drawn.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    switches >= 4 && switches * 2 >= lefts.len().min(rights.len())
}

/// Descriptions that are far longer than a description.
pub(super) fn stuffed(metadata: &Metadata, more: &[String]) -> Vec<Hidden> {
    const LONG: usize = 400;
    const WORDS: usize = 50;
    let fields = [&metadata.title, &metadata.author, &metadata.subject, &metadata.keywords];
    let mut said: Vec<&String> = fields.into_iter().flatten().collect();
    for text in more {
        // The second description mostly repeats the first.
        if !said.iter().any(|other| other.contains(&**text)) {
            said.push(text);
        }
    }
    let long = said.into_iter().filter(|text| {
        text.chars().count() > LONG
            || text.split([' ', ',', ';']).filter(|w| !w.is_empty()).count() > WORDS
    });
    long.map(|text| Hidden {
        text: text.clone(),
        veil: Veil::Metadata,
        page: 0,
        rect: None,
        part: Part::Body,
    })
    .collect()
}

/// True when the end of the file is missing.
pub(super) fn is_cut_short(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    !tail.windows(9).any(|window| window == b"startxref")
}

/// Adds a hazard.
pub(super) fn add(
    hazards: &mut Vec<Hazard>,
    kind: HazardKind,
    page: usize,
    rect: Option<Rect>,
    quote: String,
) {
    hazards.push(Hazard { kind, page, rect, quote });
}

/// The text of a segment as other readers see it, at most a line.
fn quote(segment: &Segment) -> String {
    let mut quote = String::new();
    for mark in segment.marks.iter().take(QUOTE) {
        let space = if segment.letter_spaced { mark.spaced } else { mark.begins };
        if space && !quote.is_empty() {
            quote.push(' ');
        }
        push(&mut quote, mark);
    }
    quote
}

fn push(quote: &mut String, mark: &Mark) {
    match &mark.text {
        Letters::One(c) => quote.push(*c),
        Letters::Many(many) => quote.push_str(many),
        Letters::Unknown => quote.push('\u{fffd}'),
    }
}
