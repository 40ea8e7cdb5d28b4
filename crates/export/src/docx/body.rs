//! The text of a Word file: the outline as paragraphs.

use resume::model::Paper;
use resume::outline::{Contact, Entry, Outline, Position, Row, Section};

use super::package::FOOTER;
use super::paragraph::{Look, Paragraph};
use crate::Options;
use crate::line::{self, has_body, is_one_line, reach_and_pages, where_and_when};

/// Between things of equal rank on one line.
const DOT: &str = " · ";
/// Between a name and what it is.
const DASH: &str = " – ";

/// Room above an entry at the top of its section, in twentieths of a point.
const FIRST: u16 = 40;
/// Room above one of several entries of one line each.
const CLOSE: u16 = 40;

/// The main part, and where its links lead.
pub(super) fn write(outline: &Outline, options: &Options) -> (String, Vec<String>) {
    let mut body = Body { xml: String::new(), links: Vec::new() };
    body.head(outline);
    for section in &outline.sections {
        body.section(section);
    }
    (framed(&body.xml, options.paper), body.links)
}

/// The paragraphs with what is around them: namespaces, paper and margins.
fn framed(paragraphs: &str, paper: Paper) -> String {
    let (width, height) = match paper {
        Paper::A4 => (11_906, 16_838),
        Paper::Letter => (12_240, 15_840),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <w:body>\n{paragraphs}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId{FOOTER}\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"822\" w:right=\"1021\" \
         w:bottom=\"794\" w:left=\"1021\" w:header=\"454\" w:footer=\"454\" w:gutter=\"0\"/>\
         <w:titlePg/></w:sectPr></w:body></w:document>\n"
    )
}

struct Body {
    xml: String,
    links: Vec<String>,
}

impl Body {
    fn add(&mut self, paragraph: Paragraph) {
        paragraph.end(&mut self.xml);
    }

    /// A paragraph of one text in one style.
    fn say(&mut self, style: &'static str, text: &str) {
        let mut paragraph = Paragraph::new(style);
        paragraph.text(Look::Plain, text);
        self.add(paragraph);
    }

    fn head(&mut self, outline: &Outline) {
        if let Some(name) = &outline.name {
            self.say("Title", name);
        }
        if let Some(label) = &outline.label {
            self.say("Subtitle", label);
        }
        let (reach, pages) = reach_and_pages(&outline.contact);
        self.contact(reach);
        self.contact(pages);
        if let Some(summary) = &outline.summary {
            self.say("Profile", summary);
        }
    }

    fn contact(&mut self, contacts: &[Contact]) {
        let mut line = Paragraph::new("Contact");
        for contact in contacts {
            line.separate("  ·  ", Look::Aside);
            if let Some(label) = &contact.label {
                line.text(Look::Aside, label);
                line.text(Look::Plain, " ");
            }
            line.link(Look::Plain, &contact.text, contact.url.as_deref(), &mut self.links);
        }
        self.add(line);
    }

    fn section(&mut self, section: &Section) {
        self.say("Heading1", section.title);
        let close = section.entries.iter().all(is_one_line);
        for (at, entry) in section.entries.iter().enumerate() {
            let before = if at == 0 {
                Some(FIRST)
            } else if close {
                Some(CLOSE)
            } else {
                None
            };
            if section.id == "work" {
                self.employer(before, entry);
            } else {
                self.item(before, entry);
            }
        }
        self.rows(&section.rows);
    }

    /// An employer, and below it each role with a line of its own.
    fn employer(&mut self, before: Option<u16>, entry: &Entry) {
        let head = self.name(entry).before(before);
        let mut named = !head.is_empty();
        self.add(head);
        for position in &entry.positions {
            let style = if named { "Role" } else { "FurtherRole" };
            let mut role = Paragraph::new(style).keep_next(has_body(position));
            if let Some(title) = &position.title {
                role.text(Look::Emphasis, title);
            }
            for part in where_and_when(position) {
                role.part(DOT, Look::Aside, part);
            }
            self.add(role);
            self.position(position);
            named = false;
        }
    }

    /// A school, project or prize: all that is said of it by name and date in one heading.
    fn item(&mut self, before: Option<u16>, entry: &Entry) {
        for (at, position) in entry.positions.iter().enumerate() {
            let mut head = if at == 0 { self.name(entry) } else { Paragraph::new("Role") };
            let named = !head.is_empty();
            if !named {
                head = Paragraph::new("Role");
            }
            let (title, aside) = if named {
                (Look::Behind, Look::BehindAside)
            } else {
                (Look::Emphasis, Look::Aside)
            };
            if let Some(text) = &position.title {
                head.part(DOT, title, text);
            }
            for part in where_and_when(position) {
                head.part(DOT, aside, part);
            }
            let before = before.filter(|_| at == 0);
            self.add(head.before(before).keep_next(has_body(position)));
            self.position(position);
        }
    }

    /// `Name – context – address` as a heading.
    fn name(&mut self, entry: &Entry) -> Paragraph {
        let mut head = Paragraph::new("Heading2");
        if let Some(heading) = &entry.heading {
            head.link(Look::Plain, heading, entry.url.as_deref(), &mut self.links);
        }
        if let Some(context) = &entry.context {
            head.part(DASH, Look::Behind, context);
        }
        if let Some(address) = &entry.address {
            head.separate(DASH, Look::Behind);
            head.link(Look::Behind, address, entry.url.as_deref(), &mut self.links);
        }
        head
    }

    /// What is said of a position.
    fn position(&mut self, position: &Position) {
        if let Some(summary) = &position.summary {
            let more = !position.bullets.is_empty();
            let mut paragraph = Paragraph::new("BodyText").keep_next(more);
            paragraph.text(Look::Plain, summary);
            self.add(paragraph);
        }
        for bullet in &position.bullets {
            self.say("ListBullet", bullet);
        }
        if !position.keywords.is_empty() {
            self.say("Keywords", &position.keywords.join(", "));
        }
    }

    /// A line for each list; those without items share one.
    fn rows(&mut self, rows: &[Row]) {
        for lines in rows.chunk_by(|one, next| one.items.is_empty() && next.items.is_empty()) {
            let mut line = Paragraph::new("Row");
            for row in lines {
                line.separate("  ·  ", Look::Aside);
                write_row(&mut line, row);
            }
            self.add(line);
        }
    }
}

/// `Label (note): item, item`
fn write_row(line: &mut Paragraph, row: &Row) {
    let row = line::Row::of(row);
    line.text(Look::Strong, &row.label);
    line.text(Look::Plain, &row.rest);
}
