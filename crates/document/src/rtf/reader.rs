//! Tokens to text: groups, destinations, encodings.

use std::collections::BTreeMap;

use super::look;
use super::state::{Charset, Destination, Info, State};
use super::token::{Token, Tokens};
use super::words;
use crate::flow::{Flow, Table};
use crate::{Color, Document, HazardKind, Limits, List, Part, Veil};

/// Reads the bytes to their end, whatever is in them.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Document {
    let mut reader = Reader::new(limits);
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => reader.bytes(text),
            Token::Hex(byte) => reader.bytes(&[byte]),
            Token::Open => reader.open(),
            Token::Close => reader.close(),
            Token::Word(b"bin", Some(length)) => {
                tokens.leave_out(usize::try_from(length).unwrap_or(0));
            }
            Token::Word(word, number) => {
                reader.flush();
                words::word(&mut reader, word, number);
                reader.first = false;
            }
            Token::Symbol(symbol) => {
                reader.flush();
                words::symbol(&mut reader, symbol);
            }
        }
    }
    reader.finish()
}

#[expect(clippy::struct_excessive_bools, reason = "each is a property of the format")]
pub(super) struct Reader {
    /// The page, and what floats beside it: heads, feet, notes and boxes.
    pub body: Flow,
    pub aside: Flow,
    pub state: State,
    outer: Vec<State>,
    /// Groups that are open beyond the depth that is kept.
    too_deep: usize,
    depth: usize,
    /// True when the group has just begun, and when it began with `\*`.
    pub first: bool,
    pub starred: bool,
    /// Encoding of the file, and of its fonts.
    pub encoding: Charset,
    pub fonts: BTreeMap<i32, Charset>,
    pub font: i32,
    pub colors: Vec<Option<Color>>,
    pub color: [u8; 3],
    pub color_is_set: bool,
    /// Levels of the styles that are headings, and the style that is being defined.
    pub headings: BTreeMap<i32, u8>,
    pub style: i32,
    /// Bytes that wait for their encoding, and the first half of a character.
    pending: Vec<u8>,
    surrogate: Option<u16>,
    /// Characters that stand for one that was given by number.
    pub substitutes: usize,
    /// Text of the destination that is not shown.
    collected: String,
    pub mark: Option<String>,
    pub table: Table,
    /// True when the ground of the page is not white.
    pub background: bool,
    /// Width and height of a picture in twips.
    pub picture: [i32; 2],
    veiled: Option<(Veil, String)>,
    naive: String,
    tracked: bool,
    room: usize,
}

impl Reader {
    fn new(limits: &Limits) -> Self {
        let state = State::default();
        Self {
            body: Flow::new(limits),
            aside: Flow::new(limits),
            encoding: state.encoding,
            state,
            outer: Vec::new(),
            too_deep: 0,
            depth: limits.depth,
            first: false,
            starred: false,
            fonts: BTreeMap::new(),
            font: 0,
            colors: Vec::new(),
            color: [0; 3],
            color_is_set: false,
            headings: BTreeMap::new(),
            style: 0,
            pending: Vec::new(),
            surrogate: None,
            substitutes: 0,
            collected: String::new(),
            mark: None,
            table: Table::default(),
            background: false,
            picture: [0; 2],
            veiled: None,
            naive: String::new(),
            tracked: false,
            room: limits.characters,
        }
    }

    fn open(&mut self) {
        self.flush();
        (self.first, self.starred) = (true, false);
        self.substitutes = 0;
        if self.outer.len() < self.depth {
            self.outer.push(self.state.clone());
        } else {
            self.too_deep += 1;
        }
    }

    fn close(&mut self) {
        self.flush();
        self.substitutes = 0;
        (self.first, self.starred) = (false, false);
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(outer) = self.outer.pop() else { return };
        let inner = std::mem::replace(&mut self.state, outer);
        if inner.destination != self.state.destination {
            self.leave(inner.destination);
        }
    }

    /// A destination ends: what it collected goes where it belongs.
    fn leave(&mut self, destination: Destination) {
        let text = std::mem::take(&mut self.collected);
        let text = text.trim();
        match destination {
            Destination::Mark => self.mark = Some(look::mark(text)),
            Destination::Field => self.state.link = look::hyperlink(text),
            Destination::Header
            | Destination::Footer
            | Destination::Note
            | Destination::TextBox => {
                self.end_veiled();
                self.aside.end_line();
                self.aside.block = self.aside.new_block();
            }
            Destination::Info(info) => {
                let metadata = &mut self.body.document.metadata;
                let place = match info {
                    Info::Title => &mut metadata.title,
                    Info::Author => &mut metadata.author,
                    Info::Subject => &mut metadata.subject,
                    Info::Keywords => &mut metadata.keywords,
                    Info::Producer => &mut metadata.producer,
                };
                if !text.is_empty() {
                    *place = Some(text.to_owned());
                }
            }
            _ => {}
        }
    }

    /// Begins a destination inside the group.
    pub(super) fn enter(&mut self, destination: Destination) {
        self.end_veiled();
        self.state.destination = destination;
        self.collected.clear();
        let (part, hazard) = match destination {
            Destination::Header => (Part::Header, Some(HazardKind::HeaderFooter)),
            Destination::Footer => (Part::Footer, Some(HazardKind::HeaderFooter)),
            Destination::Note => (Part::Note, Some(HazardKind::Comment)),
            Destination::TextBox => (Part::TextBox, Some(HazardKind::TextBox)),
            _ => return,
        };
        self.aside.end_line();
        self.aside.part = part;
        let hazards = &self.aside.document.hazards;
        if let Some(kind) = hazard
            && hazards.iter().all(|hazard| hazard.kind != kind)
        {
            self.aside.hazard(kind, "");
        }
    }

    fn bytes(&mut self, mut bytes: &[u8]) {
        self.first = false;
        if self.substitutes > 0 {
            let skipped = self.substitutes.min(bytes.len());
            self.substitutes -= skipped;
            bytes = &bytes[skipped..];
        }
        self.pending.extend_from_slice(bytes);
    }

    /// A character that is given by number in UTF-16.
    pub(super) fn unit(&mut self, unit: u16) {
        let units = [self.surrogate.take().unwrap_or(unit), unit];
        let from = usize::from(units[0] == unit);
        if (0xD800..0xDC00).contains(&unit) {
            self.surrogate = Some(unit);
        } else {
            let text = String::from_utf16_lossy(&units[from..]);
            self.text(&text);
        }
        self.substitutes = self.state.substitutes;
    }

    /// Gives waiting bytes their characters.
    pub(super) fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        match self.state.encoding {
            Charset::Letters(encoding) => {
                let (text, _) = encoding.decode_without_bom_handling(&bytes);
                self.text(&text);
            }
            Charset::Symbol => {
                let shape = |byte: &u8| match byte {
                    b' ' => ' ',
                    byte => char::from_u32(0xF000 + u32::from(*byte)).unwrap_or(' '),
                };
                let text: String = bytes.iter().map(shape).collect();
                self.text(&text);
            }
        }
        self.pending = bytes;
        self.pending.clear();
    }

    /// Text of the current look and destination.
    pub(super) fn text(&mut self, text: &str) {
        match self.state.destination {
            Destination::Skip | Destination::Fonts => {}
            Destination::Colors => self.color_ends(text),
            Destination::Styles => self.style_is_named(text),
            shown if shown.is_shown() => self.shown(text),
            _ if self.collected.len() < 4000 => self.collected.push_str(text),
            _ => {}
        }
    }

    fn shown(&mut self, text: &str) {
        let kept = &text[..text.floor_char_boundary(self.room)];
        self.room -= kept.len();
        self.naive.push_str(kept);
        if self.state.deleted && !self.tracked {
            self.tracked = true;
            self.body.hazard(HazardKind::TrackedChanges, text);
        }
        if let Some(veil) = look::veil(self) {
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
        let style = look::style(self);
        let link = self.state.link.clone();
        self.flow().text(text, style, link.as_deref());
    }

    fn end_veiled(&mut self) {
        if let Some((veil, text)) = self.veiled.take() {
            self.flow().hide(&text, veil);
        }
    }

    /// Where shown text goes.
    pub(super) fn flow(&mut self) -> &mut Flow {
        match self.state.destination {
            Destination::Body => &mut self.body,
            _ => &mut self.aside,
        }
    }

    /// Room left in the line on purpose.
    pub(super) fn tab(&mut self) {
        if self.state.destination.is_shown() {
            self.naive.push('\t');
            self.flow().wide();
        }
    }

    /// A paragraph ends.
    pub(super) fn end_paragraph(&mut self) {
        if !self.state.destination.is_shown() {
            return;
        }
        self.end_veiled();
        self.naive.push('\n');
        if !self.state.in_table && self.state.destination == Destination::Body {
            self.table.end(&mut self.body);
        }
        let mark = self.mark.take();
        if (mark.is_some() || self.state.list > 0) && self.state.heading.is_none() {
            let level = u8::try_from(self.state.level.clamp(0, 20)).unwrap_or(0);
            self.flow().item(List { level, mark: mark.unwrap_or_default() });
        }
        let heading = self.state.heading;
        let flow = self.flow();
        if flow.at_line_start() {
            flow.apart();
        } else {
            flow.heading(heading);
            flow.end_line();
            flow.heading(None);
        }
        flow.forget_item();
    }

    /// A line ends inside a paragraph.
    pub(super) fn end_line(&mut self) {
        if self.state.destination.is_shown() {
            self.end_veiled();
            self.naive.push('\n');
            self.flow().end_line();
        }
    }

    fn finish(mut self) -> Document {
        self.flush();
        if !self.outer.is_empty() {
            self.body.hazard(HazardKind::Damaged, "");
        }
        self.end_veiled();
        self.body.end_line();
        self.table.end(&mut self.body);
        let mut document = self.body.finish();
        let aside = self.aside.finish();
        // Blocks beside the page have numbers of their own.
        let most = document.lines.iter().map(|line| line.block).max().unwrap_or(0);
        let (head, mut rest): (Vec<_>, Vec<_>) = aside
            .lines
            .into_iter()
            .map(|mut line| {
                line.block += most + 1;
                line
            })
            .partition(|line| line.part == Part::Header);
        document.lines.splice(0..0, head);
        document.lines.append(&mut rest);
        document.hidden.extend(aside.hidden);
        document.hazards.extend(aside.hazards);
        document.naive = self.naive;
        document
    }
}
