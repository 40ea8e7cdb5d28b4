//! The state of reading one OpenDocument text, and its blocks.

use std::collections::BTreeSet;

use super::lists::Lists;
use super::styles::{Fill, Style, Styles};
use crate::office::{Inline, Paragraph, Sink};
use crate::xml::{Element, Space};
use crate::{HazardKind, Limits, Line, List, Part, Veil};

/// Below this height nothing of a line is left, in points.
const FLAT: f32 = 2.0;
/// Farther than this from the text nothing is on paper any more, in points.
pub(super) const FAR: f32 = 1000.0;

/// Everything that is known while a part is read.
pub(super) struct Reader<'t> {
    pub styles: Styles,
    pub lists: Lists,
    pub sink: Sink,
    /// What is behind the paragraphs of the moment.
    pub ground: Fill,
    /// How everything of the moment is hidden.
    pub veil: Option<Veil>,
    /// Notes and comments, to be read after the body.
    pub notes: Vec<Element<'t>>,
    /// The styles of the lists that are open.
    open: Vec<String>,
    /// The item that the next paragraph begins.
    item: Option<List>,
    painted: bool,
    before: (Option<String>, bool),
}

impl<'t> Reader<'t> {
    pub(super) fn new(limits: &Limits, (styles, lists): (Styles, Lists), ground: Fill) -> Self {
        Self {
            styles,
            lists,
            sink: Sink::new(limits),
            ground,
            veil: None,
            notes: Vec::new(),
            open: Vec::new(),
            item: None,
            painted: false,
            before: (None, false),
        }
    }

    /// Changes to the styles of another part and gives those of before.
    pub(super) fn swap_styles(&mut self, styles: (Styles, Lists)) -> (Styles, Lists) {
        let (styles, lists) = styles;
        let styles = std::mem::replace(&mut self.styles, styles);
        (styles, std::mem::replace(&mut self.lists, lists))
    }

    /// White letters on something dark that is drawn are seen.
    pub(super) fn notice_paint(&mut self, root: Element<'t>) {
        if !self.painted && self.paints(root) {
            self.painted = true;
            self.ground = Fill::Unknown;
        }
    }

    /// Reads the body.
    pub(super) fn body(&mut self, body: Element<'t>) {
        self.sink.part = Part::Body;
        self.sink.new_block();
        self.blocks(body);
    }

    /// Reads notes and comments, those in them too.
    pub(super) fn notes(&mut self) {
        self.sink.part = Part::Note;
        self.sink.new_block();
        let mut at = 0;
        while let Some(note) = self.notes.get(at).copied() {
            self.sink.apart = false;
            self.blocks(note);
            at += 1;
        }
    }

    /// Heads or feet of pages; one that says the same as one before it is left out.
    pub(super) fn frames(&mut self, masters: &[Element<'t>], part: Part) {
        let names = match part {
            Part::Header => ["header-first", "header", "header-left"],
            _ => ["footer-first", "footer", "footer-left"],
        };
        let mut said = BTreeSet::new();
        for master in masters {
            for name in names {
                let Some(frame) = master.child(name) else { continue };
                if frame.attribute("display") == Some("false") {
                    continue;
                }
                let start = self.sink.lines.len();
                self.sink.part = part;
                self.sink.new_block();
                self.sink.apart = false;
                self.blocks(frame);
                let texts: Vec<String> = self.sink.lines[start..].iter().map(Line::text).collect();
                self.sink.end_frame(start, texts, &mut said);
            }
        }
        self.sink.apart = false;
    }

    /// Leaves the lists that are open, for a text that is no part of them.
    pub(super) fn leave_lists(&mut self) -> (Vec<String>, Option<List>) {
        (std::mem::take(&mut self.open), self.item.take())
    }

    /// Returns to the lists that were left.
    pub(super) fn enter_lists(&mut self, (open, item): (Vec<String>, Option<List>)) {
        (self.open, self.item) = (open, item);
    }

    /// Reads the paragraphs of a shape, without the shapes in it.
    pub(super) fn texts(&mut self, shape: Element<'t>) {
        for child in shape.elements() {
            match child.name() {
                "p" if child.space() == Space::Text => self.paragraph(child, None),
                "list" => self.list(child),
                _ => {}
            }
        }
    }

    /// Reads what stands below each other.
    pub(super) fn blocks(&mut self, parent: Element<'t>) {
        for child in parent.elements() {
            if self.sink.is_full() {
                return;
            }
            match (child.space(), child.name()) {
                (Space::Text, "p") => self.paragraph(child, None),
                (Space::Text, "h") => {
                    let level = child.attribute("outline-level").and_then(|l| l.parse().ok());
                    self.paragraph(child, Some(level.unwrap_or(1)));
                }
                (Space::Text, "list") => self.list(child),
                (Space::Text, "section") => self.section(child),
                (Space::Text, "tracked-changes") => {
                    if child.elements().next().is_some() {
                        self.sink.hazard_once(HazardKind::TrackedChanges, "");
                    }
                }
                (
                    Space::Text,
                    "table-of-content" | "index-body" | "index-title" | "numbered-paragraph"
                    | "alphabetical-index" | "user-index" | "bibliography" | "illustration-index"
                    | "table-index" | "object-index" | "note-body",
                ) => self.blocks(child),
                (Space::Table, "table") => self.table(child),
                (Space::Draw, _) => self.shape(child),
                _ => {}
            }
        }
    }

    fn section(&mut self, section: Element<'t>) {
        let style = self.styles.get("section", section.attribute("style-name"));
        let columns = style.columns.is_some_and(|columns| columns > 1);
        if columns {
            self.sink.hazard_once(HazardKind::Columns, "");
            self.sink.new_block();
        }
        let veil = self.veil;
        if section.attribute("display") == Some("none") {
            self.veil = veil.or(Some(Veil::Marked));
        }
        self.blocks(section);
        self.veil = veil;
        if columns {
            self.sink.new_block();
        }
    }

    fn list(&mut self, list: Element<'t>) {
        let level = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
        let named = list.attribute("style-name").map(str::to_owned);
        let style = named.or_else(|| self.open.last().cloned()).unwrap_or_default();
        let goes_on = list.attribute("continue-numbering") == Some("true")
            || list.attribute("continue-list").is_some();
        if !goes_on {
            self.lists.begin(&style, level);
        }
        self.open.push(style.clone());
        for item in list.elements() {
            match item.name() {
                "list-item" => {
                    // An item that only holds a list has no mark of its own.
                    let begins = item.elements().next().is_some_and(|first| first.name() != "list");
                    if begins {
                        let start = item.attribute("start-value").and_then(|n| n.parse().ok());
                        self.item = Some(self.lists.next(&style, level, start));
                    }
                    self.blocks(item);
                    self.item = None;
                }
                "list-header" => self.blocks(item),
                _ => {}
            }
        }
        self.open.pop();
    }

    fn paragraph(&mut self, element: Element<'t>, heading: Option<u8>) {
        let name = element.attribute("style-name");
        let style = self.styles.get("paragraph", name);
        if style.column == Some(true) {
            self.sink.new_block();
        }
        let hidden = style.hidden == Some(true);
        let outside = self.veil;
        self.veil = outside.or_else(|| unseen(&style)).or(hidden.then_some(Veil::Marked));
        let ground = self.ground;
        if let Some(Some(color)) = style.ground {
            self.ground = Fill::Plain(color);
        }
        let mut inline = Inline::default();
        let base = Style { behind: None, ..style.clone() };
        self.letters(element, &base, None, &mut inline);
        (self.veil, self.ground) = (outside, ground);

        let heading = heading.or(style.outline).filter(|level| *level > 0);
        let item = self.item.take().or_else(|| self.styled_item(&style));
        let same = self.before.0.as_deref() == name;
        let size = style.points();
        let room = style.before.unwrap_or(0.0) >= size * 0.6;
        let rule = style.rule == Some(true) && !(self.before.1 && same);
        let paragraph = Paragraph {
            heading,
            list: item.filter(|_| heading.is_none()),
            apart: room || rule,
            apart_after: style.after.unwrap_or(0.0) >= size * 1.2 || style.rule_below == Some(true),
        };
        if self.sink.end(inline, &paragraph) {
            self.sink.document.metadata.structured |= heading.is_some();
        }
        self.before = (name.map(str::to_owned), style.rule == Some(true));
    }

    /// The item that the style of a paragraph makes it, outside of any list.
    fn styled_item(&mut self, style: &Style) -> Option<List> {
        let list = style.list.as_deref().filter(|list| !list.is_empty())?;
        if !self.open.is_empty() {
            return None;
        }
        Some(self.lists.next(list, 0, None))
    }
}

/// How a paragraph is hidden as a whole.
fn unseen(style: &Style) -> Option<Veil> {
    if style.height.is_some_and(|height| height < FLAT) {
        return Some(Veil::Clipped);
    }
    style.indent.is_some_and(|indent| indent.abs() > FAR).then_some(Veil::OffPage)
}
