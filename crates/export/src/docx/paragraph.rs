//! Paragraphs of a Word file and the runs in them.

use std::fmt::Write;

use super::xml::push_text;
use crate::address::href;
use crate::script;

/// The number of the first link among the relationships; lower ones are parts of the file.
pub(super) const FIRST_LINK: usize = 6;

/// The look of letters in a paragraph.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// As the paragraph's style says.
    Plain,
    /// A label.
    Strong,
    /// A title.
    Emphasis,
    /// What matters less: place, period, separators.
    Aside,
    /// What stands behind the name in a heading: not bold.
    Behind,
    /// A part of that which matters less.
    BehindAside,
}

impl Look {
    fn properties(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "<w:rStyle w:val=\"Strong\"/>",
            Self::Emphasis => "<w:rStyle w:val=\"Emphasis\"/>",
            Self::Aside => "<w:rStyle w:val=\"Aside\"/>",
            Self::Behind => "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>",
            Self::BehindAside => {
                "<w:rStyle w:val=\"Aside\"/><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>"
            }
        }
    }

    /// The same look as a link.
    fn linked(self) -> &'static str {
        match self {
            Self::Behind | Self::BehindAside => {
                "<w:rStyle w:val=\"Hyperlink\"/><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>"
            }
            _ => "<w:rStyle w:val=\"Hyperlink\"/>",
        }
    }
}

/// One paragraph while it is put together.
pub(super) struct Paragraph {
    style: &'static str,
    keep_next: Option<bool>,
    before: Option<u16>,
    right_to_left: Option<bool>,
    runs: String,
}

impl Paragraph {
    /// An empty paragraph of a style, by the style's id.
    pub(super) fn new(style: &'static str) -> Self {
        Self { style, keep_next: None, before: None, right_to_left: None, runs: String::new() }
    }

    /// Whether it stays on one page with the next one, whatever its style says.
    pub(super) fn keep_next(mut self, keep: bool) -> Self {
        self.keep_next = Some(keep);
        self
    }

    /// Room above it other than the style's, in twentieths of a point.
    pub(super) fn before(mut self, twips: Option<u16>) -> Self {
        self.before = twips;
        self
    }

    /// True when nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Appends letters of one look.
    pub(super) fn text(&mut self, look: Look, text: &str) {
        self.run(look.properties(), text);
    }

    /// Appends `separator` when something stands before, then letters of one look.
    pub(super) fn part(&mut self, separator: &str, look: Look, text: &str) {
        self.separate(separator, look);
        self.text(look, text);
    }

    /// Appends `separator` when something stands before.
    pub(super) fn separate(&mut self, separator: &str, look: Look) {
        if !self.is_empty() {
            let look = match look {
                Look::Behind | Look::BehindAside => Look::BehindAside,
                _ => Look::Aside,
            };
            self.text(look, separator);
        }
    }

    /// Appends letters that lead to an address, or letters alone where it leads nowhere.
    pub(super) fn link(
        &mut self,
        look: Look,
        text: &str,
        address: Option<&str>,
        links: &mut Vec<String>,
    ) {
        match address.and_then(href) {
            Some(address) => {
                let number = links.len() + FIRST_LINK;
                let _ = write!(self.runs, "<w:hyperlink r:id=\"rId{number}\" w:history=\"1\">");
                self.run(look.linked(), text);
                self.runs.push_str("</w:hyperlink>");
                links.push(address);
            }
            None => self.text(look, text),
        }
    }

    fn run(&mut self, properties: &str, text: &str) {
        if self.right_to_left.is_none() {
            self.right_to_left = script::begins_right_to_left(text);
        }
        for (range, right_to_left) in script::segments(text) {
            let rtl = if right_to_left { "<w:rtl/>" } else { "" };
            self.runs.push_str("<w:r>");
            if !(properties.is_empty() && rtl.is_empty()) {
                self.runs.extend(["<w:rPr>", properties, rtl, "</w:rPr>"]);
            }
            self.runs.push_str("<w:t xml:space=\"preserve\">");
            push_text(&mut self.runs, &text[range]);
            self.runs.push_str("</w:t></w:r>");
        }
    }

    /// Appends the paragraph to the text of a document; an empty one is left out.
    pub(super) fn end(self, xml: &mut String) {
        if self.is_empty() {
            return;
        }
        let _ = write!(xml, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style);
        if let Some(keep) = self.keep_next {
            xml.push_str(if keep { "<w:keepNext/>" } else { "<w:keepNext w:val=\"0\"/>" });
        }
        if self.right_to_left == Some(true) {
            xml.push_str("<w:bidi/>");
        }
        if let Some(before) = self.before {
            let _ = write!(xml, "<w:spacing w:before=\"{before}\"/>");
        }
        xml.push_str("</w:pPr>");
        xml.push_str(&self.runs);
        xml.push_str("</w:p>\n");
    }
}
