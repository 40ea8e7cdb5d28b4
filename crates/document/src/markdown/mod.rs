//! Markdown to lines.

mod breaks;
mod front;
mod inline;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use self::breaks::Breaks;
use crate::flow::Flow;
use crate::text::decode::decode;
use crate::{Document, DocumentError, HazardKind, Limits, List, Part, Style, Veil, html};

/// Letters of a cell that make it a line of its own when the one before it is as long.
const LONG: usize = 90;

/// Reads one document.
#[expect(clippy::unnecessary_wraps, reason = "every reader has this shape")]
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    let decoded = decode(bytes, None);
    let mut document = read_text(&decoded.text, limits);
    if decoded.damaged {
        document.hazards.push(crate::Hazard {
            kind: HazardKind::Damaged,
            page: 0,
            rect: None,
            quote: String::new(),
        });
    }
    Ok(document)
}

/// Reads a text in Markdown.
pub(crate) fn read_text(text: &str, limits: &Limits) -> Document {
    let mut flow = Flow::new(limits);
    let mut source = text;
    if source.len() > limits.characters {
        source = &source[..source.floor_char_boundary(limits.characters)];
        flow.cut_off();
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader {
        source,
        breaks: Breaks::of(source),
        limits,
        flow,
        look: Style::default(),
        bold: 0,
        italic: 0,
        links: Vec::new(),
        images: 0,
        lists: Vec::new(),
        raw: None,
        cell: (0, 0, 0),
    };
    // `[text][name]` whose name is defined nowhere is meant as a link all the same.
    let mut undefined = |link: BrokenLink<'_>| {
        matches!(link.link_type, LinkType::Reference).then(|| ("".into(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(source, options, Some(&mut undefined));
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    let mut document = reader.flow.finish();
    source.clone_into(&mut document.naive);
    document
}

/// What a block collects instead of showing it.
enum Raw {
    Html(String),
    Front(String),
}

struct Reader<'a> {
    source: &'a str,
    breaks: Breaks,
    limits: &'a Limits,
    flow: Flow,
    look: Style,
    bold: usize,
    italic: usize,
    /// Links around, and whether they lead out of the page.
    links: Vec<Option<String>>,
    images: usize,
    /// Lists around: the number of the next item, if they have any.
    lists: Vec<Option<u64>>,
    raw: Option<Raw>,
    /// Table, row and column.
    cell: (u16, u16, u16),
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.raw {
                Some(Raw::Front(front)) => front.push_str(&text),
                _ => self.text(&text),
            },
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Html(html) => match &mut self.raw {
                Some(Raw::Html(block)) => block.push_str(&html),
                _ => self.inline_html(&html),
            },
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::SoftBreak if self.breaks.is_meant(self.source, range.start) => self.flow.wide(),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.flow.end_line(),
            Event::Rule => self.flow.apart(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) => self.flow.apart(),
            Tag::Heading { level, .. } => {
                self.flow.apart();
                self.flow.heading(Some(number(level)));
            }
            Tag::HtmlBlock => {
                self.flow.end_line();
                self.raw = Some(Raw::Html(String::new()));
            }
            Tag::MetadataBlock(_) => self.raw = Some(Raw::Front(String::new())),
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.flow.apart();
                }
                self.flow.end_line();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flow.end_line();
                let level = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
                let number = self.lists.last_mut().and_then(Option::as_mut);
                let mark = number.map(|number| {
                    let mark = format!("{number}.");
                    *number = number.saturating_add(1);
                    mark
                });
                self.flow.item(List { level, mark: mark.unwrap_or_default() });
            }
            Tag::Table(_) => {
                self.flow.apart();
                self.cell = (self.cell.0, 0, 0);
                let quote = self.source[range].lines().next().unwrap_or_default();
                self.flow.hazard(HazardKind::Table, quote.trim_matches(['|', ' ']));
            }
            Tag::TableCell => {
                let (table, row, column) = self.cell;
                if column > 0 && range.len() > LONG && self.flow.line_length() > LONG {
                    self.flow.end_line();
                } else if column > 0 {
                    self.flow.wide();
                }
                if self.flow.at_line_start() {
                    self.flow.part = Part::Cell { table, row, column };
                }
            }
            Tag::Emphasis => self.italic += 1,
            Tag::TableHead | Tag::Strong => self.bold += 1,
            Tag::Link { link_type, dest_url, .. } => {
                let mail = matches!(link_type, LinkType::Email);
                let url = if mail { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                self.links.push(html::leads_out(&url).map(str::to_owned));
            }
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::CodeBlock => self.flow.end_line(),
            TagEnd::Heading(_) => {
                self.flow.end_line();
                self.flow.heading(None);
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::MetadataBlock(_) => {
                if let Some(Raw::Front(front)) = self.raw.take() {
                    self.flow.document.metadata = front::metadata(&front);
                }
            }
            TagEnd::List(_) => {
                self.flow.end_line();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.flow.apart();
                }
            }
            TagEnd::Item => {
                self.flow.end_line();
                self.flow.forget_item();
            }
            TagEnd::Table => {
                self.cell.0 = self.cell.0.saturating_add(1);
                self.flow.part = Part::Body;
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.flow.end_line();
                self.cell = (self.cell.0, self.cell.1.saturating_add(1), 0);
                if tag == TagEnd::TableHead {
                    self.bold -= 1;
                }
            }
            TagEnd::TableCell => self.cell.2 = self.cell.2.saturating_add(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::Image => self.images -= 1,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // The description of a picture is not seen; a list of attributes is no text.
        if self.images > 0 || (text.starts_with("{:") && text.trim_end().ends_with('}')) {
            return;
        }
        self.look.bold = self.bold > 0;
        self.look.italic = self.italic > 0;
        let link = self.links.last().and_then(Option::as_deref);
        // Code keeps its lines.
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.flow.end_line();
            }
            for (at, cell) in line.split('\t').enumerate() {
                if at > 0 {
                    self.flow.wide();
                }
                self.flow.text(cell, self.look, link);
            }
        }
    }

    fn inline_html(&mut self, html: &str) {
        if let Some(comment) = inline::comment(html) {
            self.flow.hide(comment, Veil::Marked);
            return;
        }
        let tag = inline::tag(html);
        match (tag.name.as_str(), tag.closes) {
            ("br", _) => self.flow.end_line(),
            ("b" | "strong", false) => self.bold += 1,
            ("b" | "strong", true) => self.bold = self.bold.saturating_sub(1),
            ("i" | "em", false) => self.italic += 1,
            ("i" | "em", true) => self.italic = self.italic.saturating_sub(1),
            ("a", false) => {
                self.links.push(tag.href.as_deref().and_then(html::leads_out).map(str::to_owned));
            }
            ("a", true) => {
                self.links.pop();
            }
            ("span" | "div", false) if tag.moved => self.flow.wide(),
            _ => {}
        }
    }

    /// Shows a block of HTML as a browser would; its comments are seen by machines alone.
    fn html_block(&mut self) {
        let Some(Raw::Html(block)) = self.raw.take() else { return };
        let mut rest = block.as_str();
        while let Some((_, after)) = rest.split_once("<!--") {
            let (comment, after) = after.split_once("-->").unwrap_or((after, ""));
            self.flow.hide(comment, Veil::Marked);
            rest = after;
        }
        html::inside(&block, &mut self.flow, self.limits);
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests;
