//! Where paragraphs go: lines, hidden text and hazards of one document.

use std::collections::BTreeSet;

use super::inline::{Inline, Row};
use crate::{
    Document, Gap, Hazard, HazardKind, Hidden, Limits, Line, List, Part, Piece, Veil, marks,
};

/// What a format says about a paragraph as a whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    /// The level of the heading it is.
    pub heading: Option<u8>,
    /// The item it begins.
    pub list: Option<List>,
    /// True when room or a rule is put before it.
    pub apart: bool,
    /// True when room or a rule is put after it.
    pub apart_after: bool,
}

/// A document that is being read.
pub(crate) struct Sink {
    /// Lines so far.
    pub lines: Vec<Line>,
    /// Everything else so far.
    pub document: Document,
    /// Where the next line stands.
    pub part: Part,
    /// The block of the next line.
    pub block: usize,
    /// True when the next line is set apart from the one before it.
    pub apart: bool,
    /// Tables so far.
    pub tables: u16,
    blocks: usize,
    left: usize,
}

impl Sink {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            lines: Vec::new(),
            document: Document::default(),
            part: Part::Body,
            block: 0,
            apart: false,
            tables: 0,
            blocks: 0,
            left: limits.characters,
        }
    }

    /// Begins a block of its own.
    pub(crate) fn new_block(&mut self) {
        self.blocks += 1;
        self.block = self.blocks;
    }

    /// As much of the text as the limit leaves.
    pub(crate) fn within_limit<'a>(&mut self, text: &'a str) -> &'a str {
        let letters = text.chars().count();
        if self.left >= letters {
            self.left -= letters;
            return text;
        }
        let end = text.char_indices().nth(self.left).map_or(text.len(), |(at, _)| at);
        self.left = 0;
        self.hazard_once(HazardKind::CutOff, "");
        &text[..end]
    }

    /// True when no more characters may be read.
    pub(crate) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Notes a hazard with the text it is about.
    pub(crate) fn hazard(&mut self, kind: HazardKind, quote: &str) {
        let quote = quote.chars().take(120).collect();
        self.document.hazards.push(Hazard { kind, page: 0, rect: None, quote });
    }

    /// Notes a hazard unless one of its kind is noted.
    pub(crate) fn hazard_once(&mut self, kind: HazardKind, quote: &str) {
        if self.document.hazards.iter().all(|hazard| hazard.kind != kind) {
            self.hazard(kind, quote);
        }
    }

    /// Notes hidden text.
    pub(crate) fn hide(&mut self, veil: Veil, text: String) {
        let part = self.part;
        self.document.hidden.push(Hidden { text, veil, page: 0, rect: None, part });
    }

    /// Ends a paragraph and adds its lines. Gives false when there are none to see.
    pub(crate) fn end(&mut self, inline: Inline, paragraph: &Paragraph) -> bool {
        let set = inline.finish();
        for (veil, text) in set.hidden {
            self.hide(veil, text);
        }
        let mut apart = self.apart || paragraph.apart;
        let start = self.lines.len();
        for Row { pieces, column } in set.rows {
            if column {
                self.new_block();
            }
            if pieces.is_empty() {
                // A line without letters sets the next one apart, inside a paragraph too.
                apart |= self.lines.len() > start || column;
                continue;
            }
            let line = Line {
                pieces,
                block: self.block,
                part: self.part,
                heading: paragraph.heading,
                whole: true,
                apart,
                ..Line::default()
            };
            apart = false;
            self.lines.push(line);
        }
        let added = &mut self.lines[start..];
        if added.is_empty() {
            // An empty paragraph is how most people put room between two others.
            self.apart = true;
            return false;
        }
        if set.ligatures {
            let quote = added[0].text();
            self.hazard_once(HazardKind::Ligature, &quote);
        }
        let added = &mut self.lines[start..];
        for line in &mut *added {
            line.list = typed_mark(&mut line.pieces);
        }
        if let Some(list) = &paragraph.list {
            // The format's mark counts; one typed behind it is a slip.
            added[0].list = Some(list.clone());
        }
        join_wrapped(added, paragraph.list.is_some());
        self.apart = paragraph.apart_after;
        true
    }

    /// Ends the head or foot of a page. One that says what another `said` is taken out again.
    pub(crate) fn end_frame(
        &mut self,
        start: usize,
        texts: Vec<String>,
        said: &mut BTreeSet<Vec<String>>,
    ) {
        let Some(first) = texts.first() else { return };
        if said.contains(&texts) {
            self.lines.truncate(start);
            return;
        }
        // A page number is no text that could be missed.
        if texts.iter().any(|text| text.chars().count() > 2) {
            let reached = texts.iter().find(|text| text.contains('@') || has_phone(text));
            let quote = reached.unwrap_or(first).clone();
            self.hazard(HazardKind::HeaderFooter, &quote);
        }
        said.insert(texts);
    }

    /// The finished document.
    pub(crate) fn finish(mut self) -> Document {
        self.document.lines = self.lines;
        self.document
    }
}

/// Takes a mark that was typed off the front of a line.
fn typed_mark(pieces: &mut Vec<Piece>) -> Option<List> {
    // Marks are short, so a few letters tell.
    let mut front = String::new();
    for piece in pieces.iter().take(4) {
        if piece.gap != Gap::None && !front.is_empty() {
            front.push(' ');
        }
        front.extend(piece.text.chars().take(8));
        if front.chars().nth(8).is_some() {
            break;
        }
    }
    let (list, rest) = marks::split(&front)?;
    let mut cut = front.len() - rest.len();
    while cut > 0 {
        let piece = pieces.first_mut()?;
        if piece.text.len() > cut {
            piece.text.drain(..cut);
            cut = 0;
        } else {
            cut -= piece.text.len();
            pieces.remove(0);
            let next = pieces.first_mut()?;
            if std::mem::take(&mut next.gap) != Gap::None {
                cut = cut.saturating_sub(1);
            }
        }
    }
    Some(list)
}

/// Says of each line whether its sentence goes on in the next one.
///
/// A line break typed in a paragraph mostly begins something new: the next employer, the next
/// item. Text that came from a PDF has one at the end of each line instead.
fn join_wrapped(lines: &mut [Line], item: bool) {
    for at in 1..lines.len() {
        let (above, below) = (&lines[at - 1], &lines[at]);
        let wraps =
            below.list.is_none() && !below.apart && (item || goes_on(&above.text(), &below.text()));
        if wraps {
            lines[at - 1].whole = false;
            lines[at].whole = false;
        }
    }
}

/// True when a sentence seems to run from one line into the next.
fn goes_on(above: &str, below: &str) -> bool {
    let long = above.chars().count() >= 50;
    let open = above.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == ',');
    long && open && below.starts_with(char::is_lowercase)
}

/// True when there are as many digits as in a phone number, close together.
fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '-' | '.' | '(' | ')' | '+' | '/' => {}
            _ => digits = 0,
        }
        if digits >= 9 {
            return true;
        }
    }
    false
}
