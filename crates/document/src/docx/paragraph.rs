//! Paragraphs: their place, their look, and the runs in them.

use super::field::{self, Field};
use super::props::{Block, Run};
use super::reader::Reader;
use super::run::Context;
use crate::office::measure::is_on;
use crate::office::{FAR, Ground, Inline, LEGIBLE, Paragraph, in_reading_order, stuffed};
use crate::xml::{Element, Space};
use crate::{HazardKind, Part, Veil};

/// A paragraph that is not at its end.
pub(super) struct Carried {
    inline: Inline,
    paragraph: Paragraph,
}

impl Reader<'_> {
    /// Reads one paragraph.
    pub(super) fn paragraph(&mut self, element: Element<'_>) {
        let properties = element.child("pPr");
        let id = properties.and_then(|properties| properties.child_value("pStyle"));
        let style = self.styles.paragraph(id).cloned().unwrap_or_default();
        let own = Block::read(properties, &self.theme);
        let block = own.over(&style.block).over(self.styles.block());
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let run = style.run.over(self.styles.run());
        let size = run.size.unwrap_or(super::SIZE);
        let mut paragraph = self.shape(id, &own, &block, size);
        let frame = properties.and_then(|properties| properties.child("framePr"));
        let capital = frame
            .is_some_and(|frame| matches!(frame.attribute("dropCap"), Some("drop" | "margin")));
        let frame = frame.filter(|_| !capital);
        let outside = self.enter_frame(frame.is_some());

        let above = std::mem::take(&mut self.boxes);
        let mut inline = Inline::default();
        if let Some(carried) = self.carried.take() {
            if !carried.inline.is_empty() {
                // A large first letter has no look that counts for the rest.
                paragraph = carried.paragraph;
            }
            inline = carried.inline;
        }
        let context = Context {
            ground: Ground::nearest(block.shade.into_iter().chain([self.ground])),
            veil: self.veil.or_else(|| unseen(&block, frame)),
            run,
            link: None,
        };
        self.runs(element, &context, &mut inline);
        let boxes = std::mem::replace(&mut self.boxes, above);
        self.sink.lines.extend(in_reading_order(boxes));
        // An instruction never runs on into the next paragraph.
        self.fields.retain(|field| field.result);

        let joins = mark.is_some_and(|mark| {
            let mark = Run::read(Some(mark), &self.theme);
            mark.deleted || mark.vanish == Some(true)
        });
        if joins || capital {
            let paragraph = if capital { Paragraph::default() } else { paragraph };
            self.carried = Some(Carried { inline, paragraph });
        } else {
            self.end(inline, &paragraph, frame.is_some());
        }
        self.before = (id.map(str::to_owned), block.rule == Some(true));
        if let Some(section) = properties.and_then(|properties| properties.child("sectPr")) {
            self.section(section);
        }
        self.sink.part = outside;
    }

    /// Ends a paragraph that was waiting for the next one.
    pub(super) fn end_carried(&mut self) {
        if let Some(Carried { inline, paragraph }) = self.carried.take() {
            self.end(inline, &paragraph, false);
        }
    }

    fn end(&mut self, inline: Inline, paragraph: &Paragraph, framed: bool) {
        let start = self.sink.lines.len();
        if self.sink.end(inline, paragraph) {
            self.sink.document.metadata.structured |= paragraph.heading.is_some();
            if framed {
                let quote = self.sink.lines[start].text();
                self.sink.hazard(HazardKind::TextBox, &quote);
            }
        }
    }

    /// Lines in a frame stand apart from the text around them.
    fn enter_frame(&mut self, framed: bool) -> Part {
        let outside = self.sink.part;
        if framed != self.framed {
            self.end_carried();
            self.sink.new_block();
            self.framed = framed;
        }
        if framed {
            self.sink.part = Part::TextBox;
        }
        outside
    }

    /// What the paragraph is: a heading, an item, set apart.
    fn shape(&mut self, id: Option<&str>, own: &Block, block: &Block, size: f32) -> Paragraph {
        let heading = block.outline.filter(|level| *level > 0);
        let list = block.list.as_deref().filter(|list| *list != "0");
        let list = list.and_then(|list| {
            let by_style = || id.and_then(|id| self.numbering.level_of_style(list, id));
            let level = own.level.or_else(by_style).or(block.level).unwrap_or(0);
            self.numbering.next(list, level.min(8))
        });
        let (before, was_ruled) = &self.before;
        let same = before.as_deref() == id;
        let close = block.close == Some(true) && same;
        // Half a line: letters of 10 points stand on lines of about 12.
        let room = block.before.unwrap_or(0.0) >= size * 0.6 && !close;
        let rule = block.rule == Some(true) && !(*was_ruled && same);
        let after = block.after.unwrap_or(0.0) >= size * 1.2 && block.close != Some(true);
        Paragraph {
            heading,
            // Sections may be numbered; that makes them no items.
            list: list.filter(|_| heading.is_none()),
            apart: room || rule,
            apart_after: after || block.rule_below == Some(true),
        }
    }

    /// Reads runs and what holds them.
    pub(super) fn runs(&mut self, parent: Element<'_>, context: &Context, inline: &mut Inline) {
        for child in parent.elements() {
            if child.space() == Space::Compatibility {
                if let Some(choice) = self.chosen(child) {
                    self.runs(choice, context, inline);
                }
                continue;
            }
            if child.space() == Space::Math {
                self.formula(child, context, inline);
                continue;
            }
            match child.name() {
                "r" => self.run(child, context, inline),
                "hyperlink" => {
                    self.note_unseen(child.attribute("tooltip"));
                    let target = child.attribute("id").and_then(|id| self.relations.get(id));
                    let link = target.map(|to| to.target.clone()).or(context.link.clone());
                    self.runs(child, &Context { link, ..context.clone() }, inline);
                }
                "fldSimple" => {
                    let instruction = child.attribute("instr").unwrap_or_default();
                    self.note_field(instruction);
                    let link = field::link(instruction).or(context.link.clone());
                    self.runs(child, &Context { link, ..context.clone() }, inline);
                }
                "ins" | "moveTo" => {
                    self.sink.hazard_once(HazardKind::TrackedChanges, "");
                    self.runs(child, context, inline);
                }
                "del" | "moveFrom" => self.sink.hazard_once(HazardKind::TrackedChanges, ""),
                "sdt" => {
                    if let Some(content) = child.child("sdtContent") {
                        self.runs(content, context, inline);
                    }
                }
                "smartTag" | "customXml" | "sdtContent" | "dir" | "bdo" | "ruby" | "rubyBase" => {
                    self.runs(child, context, inline);
                }
                _ => {}
            }
        }
    }

    /// The letters of a formula, in order.
    fn formula(&mut self, parent: Element<'_>, context: &Context, inline: &mut Inline) {
        for child in parent.elements() {
            if child.is(Space::Math, "t") {
                let text = child.text();
                self.letters(&text, &Run::default(), context, inline);
            } else if child.space() == Space::Math && child.name() != "rPr" {
                self.formula(child, context, inline);
            }
        }
    }

    /// A mark of a field: where it begins, where its result begins, where it ends.
    pub(super) fn field_mark(&mut self, mark: Element<'_>) {
        match mark.attribute("fldCharType") {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(mut field) = self.fields.pop() {
                    self.note_field(&field.instruction);
                    field.link = field::link(&field.instruction);
                    field.result = true;
                    self.fields.push(field);
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop().filter(|field| !field.result) {
                    self.note_field(&field.instruction);
                }
            }
            _ => {}
        }
    }

    /// Notes a text beside the page that is far longer than a name.
    fn note_unseen(&mut self, text: Option<&str>) {
        for text in stuffed(text.into_iter()) {
            let text = self.sink.within_limit(text).to_owned();
            self.sink.hide(Veil::Replacement, text);
        }
    }

    fn note_field(&mut self, instruction: &str) {
        self.note_unseen(Some(instruction));
        if field::is_active(instruction) {
            self.sink.hazard_once(HazardKind::Active, instruction.trim());
        }
    }
}

/// How a paragraph is hidden as a whole.
fn unseen(block: &Block, frame: Option<Element<'_>>) -> Option<Veil> {
    if block.height.is_some_and(|height| height < LEGIBLE) {
        return Some(Veil::Clipped);
    }
    let far = |length: Option<f32>| length.is_some_and(|length| length.abs() > FAR);
    let place = |name: &str| frame.and_then(|frame| frame.attribute(name));
    let away = far(block.indent)
        || far(place("x").and_then(crate::office::measure::twips))
        || far(place("y").and_then(crate::office::measure::twips));
    away.then_some(Veil::OffPage)
}

/// True when a property of the settings is there and on.
pub(super) fn switched_on(parent: Element<'_>, name: &str) -> bool {
    parent.child(name).is_some_and(|property| is_on(property.attribute("val")))
}
