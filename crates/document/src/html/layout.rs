//! A tree of elements to lines.

use super::css::Sheet;
use super::display::{self, Display};
use super::look::{Frame, Look};
use super::property::declarations;
use super::tree::Tree;
use super::{lists, rows};
use crate::flow::Flow;
use crate::{HazardKind, Part, Veil};

/// Walks the tree once, with the look of each element.
pub(super) struct Layout<'a> {
    pub tree: &'a Tree,
    pub sheet: &'a Sheet,
    pub flow: Flow,
    /// Kinds of the lists around, outermost first: the number of the next item, if they have any.
    pub lists: Vec<Option<usize>>,
    /// Numbers that are given to tables and blocks.
    pub tables: u16,
    pub blocks: usize,
    /// Hidden text that is not ended yet.
    veiled: Option<(Veil, String)>,
    steps: usize,
}

impl<'a> Layout<'a> {
    pub(super) fn new(tree: &'a Tree, sheet: &'a Sheet, flow: Flow) -> Self {
        let (lists, veiled) = (Vec::new(), None);
        Self { tree, sheet, flow, lists, tables: 0, blocks: 0, veiled, steps: 0 }
    }

    /// Lays out the whole page.
    pub(super) fn page(mut self, look: &Look) -> Flow {
        self.children(0, look);
        self.end_veiled();
        self.flow.end_line();
        self.flow
    }

    pub(super) fn children(&mut self, at: usize, look: &Look) {
        for child in &self.tree.nodes[at].children {
            if self.flow.is_full() {
                return;
            }
            self.node(*child, look);
        }
    }

    /// The look of an element inside another.
    pub(super) fn look(&mut self, at: usize, outer: &Look) -> (Look, Frame) {
        let node = &self.tree.nodes[at];
        let own = declarations(node.attribute("style").unwrap_or_default());
        let declared = self.sheet.declared(self.tree, at, &own, &mut self.steps);
        let (mut look, mut frame) = outer.of(node, &declared);
        if node.name == "a"
            && let Some(href) = node.attribute("href").and_then(leads_out)
        {
            look.link = Some(href.to_owned());
        }
        // A cell or a row shown as a block is one; nothing else makes rows of the cells of a table.
        if look.veil.is_some() && frame.display == Display::None {
            frame.display = Display::of(&node.name);
        }
        (look, frame)
    }

    fn node(&mut self, at: usize, outer: &Look) {
        let node = &self.tree.nodes[at];
        if node.name.is_empty() {
            self.text(&node.text, outer);
            return;
        }
        if display::is_dropped(&node.name) || Display::of(&node.name) == Display::None {
            return;
        }
        let (look, frame) = self.look(at, outer);
        self.element(at, &look, &frame);
    }

    /// Lays out one element whose look is known.
    pub(super) fn element(&mut self, at: usize, look: &Look, frame: &Frame) {
        let node = &self.tree.nodes[at];
        match node.name.as_str() {
            "br" => return self.line_break(),
            "hr" => return self.flow.apart(),
            "img" => return self.image(at, look),
            "input" => return self.input(at, look),
            _ => {}
        }
        match frame.display {
            Display::Inline if frame.floats => self.set_apart(at, look),
            Display::Inline | Display::None => self.children(at, look),
            Display::InlineBlock if frame.boxed || frame.floats => self.set_apart(at, look),
            Display::InlineBlock => self.children(at, look),
            Display::Row | Display::TableRow => {
                self.edge(at, frame.above);
                rows::row(self, at, look);
                self.edge(at, frame.below);
            }
            Display::Table => {
                self.edge(at, frame.above);
                rows::table(self, at, look);
                self.edge(at, frame.below);
            }
            Display::Block | Display::Cell => self.block(at, look, frame),
        }
    }

    fn block(&mut self, at: usize, look: &Look, frame: &Frame) {
        let node = &self.tree.nodes[at];
        self.edge(at, frame.above);
        let heading = display::heading(&node.name);
        if heading.is_some() {
            self.flow.heading(heading);
        }
        match node.name.as_str() {
            "ul" | "ol" | "menu" | "dir" => lists::list(self, at, look),
            "li" => lists::item(self, at, look),
            _ => self.children(at, look),
        }
        self.end_veiled();
        self.flow.end_line();
        if heading.is_some() {
            self.flow.heading(None);
        }
        self.edge(at, frame.below);
    }

    /// Ends the line where a block begins or ends, with room when the element has some.
    fn edge(&mut self, at: usize, room: Option<bool>) {
        self.end_veiled();
        let name = self.tree.nodes[at].name.as_str();
        let nested = matches!(name, "ul" | "ol" | "menu" | "dir") && !self.lists.is_empty();
        if room.unwrap_or(display::has_margin(name) && !nested) {
            self.flow.apart();
        } else {
            self.flow.end_line();
        }
    }

    /// A piece that stands apart from the rest of its line.
    fn set_apart(&mut self, at: usize, look: &Look) {
        self.flow.wide();
        self.children(at, look);
        self.flow.wide();
    }

    fn line_break(&mut self) {
        if self.flow.at_line_start() {
            self.flow.apart();
        } else {
            self.end_veiled();
            self.flow.end_line();
        }
    }

    pub(super) fn text(&mut self, text: &str, look: &Look) {
        if let Some(veil) = look.hides() {
            if text.trim().is_empty() && self.veiled.is_none() {
                return;
            }
            match &mut self.veiled {
                Some((last, veiled)) if *last == veil => veiled.push_str(text),
                _ => {
                    self.end_veiled();
                    self.veiled = Some((veil, text.to_owned()));
                }
            }
            return;
        }
        if !text.trim().is_empty() {
            self.end_veiled();
        }
        let link = look.link.as_deref();
        if !look.preformatted {
            self.flow.text(text, look.style(), link);
            return;
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.line_break();
            }
            for (number, cell) in line.split('\t').enumerate() {
                if number > 0 {
                    self.flow.wide();
                }
                self.flow.text(cell, look.style(), link);
            }
        }
    }

    /// Hidden text ends where visible text or a new block begins.
    pub(super) fn end_veiled(&mut self) {
        if let Some((veil, text)) = self.veiled.take() {
            self.flow.hide(&text, veil);
        }
    }

    /// The part of the lines that follow; gives back the one before.
    pub(super) fn enter(&mut self, part: Part) -> Part {
        std::mem::replace(&mut self.flow.part, part)
    }

    fn image(&mut self, at: usize, look: &Look) {
        let node = &self.tree.nodes[at];
        let alt = node.attribute("alt").unwrap_or_default();
        let pixels = |name| {
            let value = node.attribute(name)?.trim_end_matches("px").trim();
            value.parse::<f32>().ok()
        };
        // A line of text set as a picture is wider and higher than any icon or portrait.
        if let (Some(width), Some(height)) = (pixels("width"), pixels("height"))
            && width >= 300.0
            && height >= 100.0
            && look.hides().is_none()
        {
            self.flow.hazard(HazardKind::Picture, alt);
        }
        // A description of a picture is a sentence.
        if alt.len() > 200 {
            self.flow.hide(alt, Veil::Replacement);
        }
    }

    fn input(&mut self, at: usize, look: &Look) {
        let node = &self.tree.nodes[at];
        let value = node.attribute("value").unwrap_or_default();
        match node.attribute("type").unwrap_or("text") {
            "text" | "email" | "tel" | "url" | "button" | "submit" => self.text(value, look),
            "hidden" if value.len() > 200 => self.flow.hide(value, Veil::Marked),
            _ => {}
        }
    }
}

/// An address that leads out of the page.
fn leads_out(href: &str) -> Option<&str> {
    let href = href.trim();
    let scheme = href.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let known = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel" | "sms" | "ftp");
    (known && href.len() > scheme.len() + 1).then_some(href)
}
