//! XML that Word 2003 wrote as one file, often under the name `.doc`.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::flow::{Flow, Table};
use crate::{Document, HazardKind, Limits, List, Style, Veil};

/// True when the text is such a file.
pub(super) fn is_word(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(4096)];
    head.contains("<w:wordDocument")
}

/// Reads paragraphs, their looks, lists, links and tables.
pub(super) fn read(text: &str, limits: &Limits) -> Document {
    let mut word = Word::new(limits);
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => word.start(&tag, false),
            Ok(Event::Empty(tag)) => word.start(&tag, true),
            Ok(Event::End(tag)) => word.end(tag.name().as_ref()),
            Ok(Event::Text(text)) => word.text(&text),
            Ok(Event::GeneralRef(reference)) => {
                let known = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = known {
                    word.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => {
                word.flow.hazard(HazardKind::Damaged, "");
                break;
            }
        }
    }
    let mut document = word.flow.finish();
    document.naive = word.naive;
    document
}

struct Word {
    flow: Flow,
    run: Style,
    hidden: bool,
    heading: Option<u8>,
    list: Option<u8>,
    link: Option<String>,
    /// The element whose text is read: `w:t`, `o:Title`.
    inside: String,
    table: Table,
    /// Tables around.
    depth: usize,
    naive: String,
    room: usize,
}

impl Word {
    fn new(limits: &Limits) -> Self {
        Self {
            flow: Flow::new(limits),
            run: Style::default(),
            hidden: false,
            heading: None,
            list: None,
            link: None,
            inside: String::new(),
            table: Table::default(),
            depth: 0,
            naive: String::new(),
            room: limits.characters,
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let name = tag.name().as_ref().to_owned();
        let value = |key: &str| {
            let found = tag.try_get_attribute(key).ok().flatten()?;
            let value = unescape(&found.value).ok()?;
            Some(value.into_owned())
        };
        let on = || value("w:val").is_none_or(|value| !matches!(&*value, "off" | "false" | "0"));
        match name.as_str() {
            "w:p" => (self.heading, self.list) = (None, None),
            "w:r" => (self.run, self.hidden) = (Style { size: 10.0, ..Style::default() }, false),
            "w:b" => self.run.bold = on(),
            "w:i" => self.run.italic = on(),
            "w:vanish" => self.hidden = on(),
            "w:sz" => {
                let size = value("w:val").and_then(|size| size.parse::<f32>().ok());
                self.run.size = size.map_or(10.0, |half| (half / 2.0).clamp(0.0, 1000.0));
            }
            "w:pStyle" => {
                let style = value("w:val").unwrap_or_default().to_ascii_lowercase();
                let level =
                    style.strip_prefix("heading").and_then(|level| level.trim().parse().ok());
                self.heading = level.filter(|level| (1..=9).contains(level));
            }
            "w:listPr" => self.list = Some(0),
            "w:ilvl" if self.list.is_some() => {
                let level = value("w:val").and_then(|level| level.parse().ok());
                self.list = Some(level.unwrap_or(0).min(20));
            }
            "w:hlink" => {
                self.link = value("w:dest").filter(|link| super::leads_out(link).is_some());
            }
            // Tab stops of the paragraph have the same name, and a place.
            "w:tab" if tag.attributes().next().is_none() => self.flow.wide(),
            "w:br" => self.flow.end_line(),
            "w:tbl" => self.depth += 1,
            "w:tc" => self.table.begin(&mut self.flow),
            _ => {}
        }
        if !empty {
            self.inside = name;
        }
    }

    fn end(&mut self, name: &str) {
        self.inside.clear();
        match name {
            "w:p" => {
                self.naive.push('\n');
                if let Some(level) = self.list.take() {
                    self.flow.item(List { level, mark: String::new() });
                }
                self.flow.heading(self.heading.take());
                if self.flow.at_line_start() && self.depth == 0 {
                    self.flow.apart();
                }
                self.flow.end_line();
                self.flow.forget_item();
                self.flow.heading(None);
            }
            "w:hlink" => self.link = None,
            "w:tc" => self.table.end_cell(&mut self.flow),
            "w:tr" => self.table.end_row(&mut self.flow),
            "w:tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.table.end(&mut self.flow);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let metadata = &mut self.flow.document.metadata;
        let place = match self.inside.as_str() {
            "w:t" => {
                let kept = &text[..text.floor_char_boundary(self.room)];
                self.room -= kept.len();
                self.naive.push_str(kept);
                // 2 points is too small to be read.
                if self.hidden {
                    self.flow.hide(text, Veil::Marked);
                } else if self.run.size < 2.0 {
                    self.flow.hide(text, Veil::Tiny);
                } else {
                    self.flow.text(text, self.run, self.link.as_deref());
                }
                return;
            }
            "o:Title" => &mut metadata.title,
            "o:Author" => &mut metadata.author,
            "o:Subject" => &mut metadata.subject,
            "o:Keywords" => &mut metadata.keywords,
            _ => return,
        };
        let text = text.trim();
        if !text.is_empty() {
            *place = Some(text.to_owned());
        }
    }
}
