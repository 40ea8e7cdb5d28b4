//! The state of reading one Word file, and its blocks: paragraphs, controls, inserted files.

use std::collections::BTreeSet;

use super::field::Field;
use super::numbering::Numbering;
use super::package::{Package, Relations};
use super::paragraph::Carried;
use super::styles::Styles;
use super::theme::Theme;
use crate::office::{Floating, Ground, Sink};
use crate::xml::{Element, Space};
use crate::{HazardKind, Kind, Limits, Veil};

/// Everything that is known while a part is read.
pub(super) struct Reader<'p> {
    pub package: &'p Package<'p>,
    pub limits: &'p Limits,
    pub theme: Theme,
    pub styles: Styles,
    pub numbering: Numbering,
    pub sink: Sink,
    /// References of the part that is read.
    pub relations: Relations,
    /// Fields that have begun.
    pub fields: Vec<Field>,
    /// A paragraph whose end is hidden or removed: the next one goes on with it.
    pub carried: Option<Carried>,
    /// What is behind the paragraphs of the moment.
    pub ground: Ground,
    /// How everything of the moment is hidden: by the row or box it stands in.
    pub veil: Option<Veil>,
    /// True when something dark is drawn somewhere: what is behind white letters is not known.
    pub painted: bool,
    /// Boxes that hang on the paragraph of the moment.
    pub boxes: Vec<Floating>,
    /// True while paragraphs stand in a frame.
    pub framed: bool,
    /// The style and the rule of the paragraph before.
    pub before: (Option<String>, bool),
    /// True while a file inside the file is read.
    pub inner: bool,
}

/// Words another alternative may have of its own.
const OTHER: usize = 2;
/// Letters of an alternative that are compared.
const COMPARED: usize = 10_000;

/// The text in an element, without the runs around it.
fn letters(element: Element<'_>) -> String {
    let mut text = String::new();
    for part in element.descendants().filter(|part| part.name() == "t") {
        if text.len() > COMPARED {
            break;
        }
        text.push_str(&part.text());
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The alternative of `mc:AlternateContent` that programs of today read.
fn chosen(element: Element<'_>) -> Option<Element<'_>> {
    let choice = element.child("Choice").filter(|choice| choice.elements().next().is_some());
    choice.or_else(|| element.child("Fallback"))
}

impl Reader<'_> {
    /// The alternative that is shown; what another one says beyond it is noted as hidden.
    pub(super) fn chosen<'x>(&mut self, element: Element<'x>) -> Option<Element<'x>> {
        let shown = chosen(element)?;
        if let Some(other) = element.child("Fallback").filter(|_| shown.name() == "Choice") {
            let (text, other) = (letters(shown), letters(other));
            let words: BTreeSet<&str> = text.split_whitespace().collect();
            let of_its_own = other.split_whitespace().filter(|word| !words.contains(word)).count();
            // The same text in another form has the same words, up to a number or a sign.
            if of_its_own > OTHER && !other.is_empty() {
                let text = self.sink.within_limit(&other).to_owned();
                self.sink.hide(Veil::Replacement, text);
            }
        }
        Some(shown)
    }

    /// Reads what stands below each other: a body, a cell, a box, a note.
    pub(super) fn blocks(&mut self, parent: Element<'_>) {
        self.blocks_in(parent);
        self.end_carried();
        self.fields.clear();
    }

    fn blocks_in(&mut self, parent: Element<'_>) {
        for child in parent.elements() {
            if self.sink.is_full() {
                return;
            }
            if child.space() == Space::Compatibility {
                if let Some(choice) = self.chosen(child) {
                    self.blocks_in(choice);
                }
                continue;
            }
            match child.name() {
                "p" if child.space() == Space::Word => self.paragraph(child),
                "tbl" => self.table(child),
                "sdt" => {
                    if let Some(content) = child.child("sdtContent") {
                        self.blocks_in(content);
                    }
                }
                "ins" | "moveTo" => {
                    self.sink.hazard_once(HazardKind::TrackedChanges, "");
                    self.blocks_in(child);
                }
                "del" | "moveFrom" => self.sink.hazard_once(HazardKind::TrackedChanges, ""),
                "customXml" | "smartTag" | "sdtContent" => self.blocks_in(child),
                "altChunk" => self.inserted(child),
                "sectPr" => self.section(child),
                _ => {}
            }
        }
    }

    /// The end of a section: how many columns it had.
    pub(super) fn section(&mut self, section: Element<'_>) {
        let Some(columns) = section.child("cols") else { return };
        let number = columns.attribute("num").and_then(|number| number.parse::<u32>().ok());
        let listed = columns.elements().filter(|column| column.name() == "col").nth(1).is_some();
        if listed || number.is_some_and(|number| number > 1) {
            self.sink.hazard_once(HazardKind::Columns, "");
        }
    }

    /// A file of another kind that Word shows as if it were part of this one.
    fn inserted(&mut self, chunk: Element<'_>) {
        let target = chunk.attribute("id").and_then(|id| self.relations.get(id));
        let Some(name) = target.filter(|to| !to.external).map(|to| to.target.clone()) else {
            return;
        };
        let Some(bytes) = self.package.archive.part(&name) else { return };
        let kind = Kind::detect(Some(&name), &bytes);
        // A file in a file in a file is no resume.
        let nested = matches!(kind, Kind::Docx | Kind::Odt);
        let read = match kind {
            Kind::Docx if !self.inner => super::read_inner(&bytes, self.limits),
            _ if nested => return self.sink.hazard(HazardKind::CutOff, &name),
            _ => crate::read(&bytes, kind, self.limits),
        };
        let Ok(document) = read else {
            return self.sink.hazard(HazardKind::Damaged, &name);
        };
        let part = self.sink.part;
        self.sink.new_block();
        let mut before = None;
        for mut line in document.lines {
            let text: usize = line.pieces.iter().map(|piece| piece.text.len()).sum();
            if self.sink.within_limit(&" ".repeat(text)).len() < text {
                break;
            }
            if before.is_some_and(|before| before != line.block) {
                self.sink.new_block();
            }
            before = Some(line.block);
            line.block = self.sink.block;
            line.part = part;
            (line.page, line.rect) = (0, None);
            self.sink.lines.push(line);
        }
        self.sink.document.hidden.extend(document.hidden);
        self.sink.document.hazards.extend(document.hazards);
        self.sink.new_block();
    }
}
