//! Lines of formats that have no places: text flows in, pieces and lines come out.

mod repair;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::{
    Document, Gap, Hazard, HazardKind, Hidden, Limits, Line, List, Part, Piece, Style, Veil, marks,
};

pub(crate) use repair::letters;

/// Collects text with its look and breaks it into lines where it is told to.
pub(crate) struct Flow {
    /// What was collected; lines, hidden text, hazards.
    pub document: Document,
    /// Where the next lines stand.
    pub part: Part,
    /// The block of the next lines.
    pub block: usize,
    line: Line,
    gap: Gap,
    apart: bool,
    list: Option<List>,
    heading: Option<u8>,
    room: usize,
}

impl Flow {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            document: Document::default(),
            part: Part::Body,
            block: 0,
            line: Line::default(),
            gap: Gap::None,
            apart: false,
            list: None,
            heading: None,
            room: limits.characters,
        }
    }

    /// Adds visible text. White space becomes one space; three no-break spaces and more, or a tab
    /// that is no white space of the markup, are a wide gap: see [`Flow::wide`].
    pub(crate) fn text(&mut self, text: &str, style: Style, link: Option<&str>) {
        let repaired = self.repaired(text);
        let text = repaired.as_deref().unwrap_or(text);
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
            if start > 0 {
                self.space(&rest[..start]);
            }
            rest = &rest[start..];
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let word = self.take(&rest[..end]);
            self.word(word, style, link);
            rest = &rest[end..];
        }
        self.space(rest);
    }

    /// Composed, without ligatures and characters that have no shape; `None` when it is already.
    fn repaired(&mut self, text: &str) -> Option<String> {
        if text.is_ascii() {
            return None;
        }
        let repaired = letters(text);
        if let Some(told) = repaired.told {
            self.hide(&told, Veil::Shapeless);
        }
        if let Some(quote) = repaired.ligature {
            self.hazard(HazardKind::Ligature, &quote);
        }
        let text = repaired.text.as_deref().unwrap_or(text);
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            return repaired.text;
        }
        Some(text.nfc().collect())
    }

    fn space(&mut self, space: &str) {
        if space.is_empty() {
            return;
        }
        let fixed = space.chars().filter(|c| matches!(c, '\u{a0}' | '\u{2003}' | '\u{3000}'));
        if fixed.count() >= 3 {
            self.wide();
        } else if self.gap == Gap::None {
            self.gap = Gap::Space;
        }
    }

    fn word(&mut self, word: &str, style: Style, link: Option<&str>) {
        if word.is_empty() {
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        if let Some(last) = self.line.pieces.last_mut()
            && gap != Gap::Wide
            && last.style == style
            && last.link.as_deref() == link
        {
            if gap == Gap::Space {
                last.text.push(' ');
            }
            last.text.push_str(word);
            return;
        }
        let gap = if self.line.pieces.is_empty() { Gap::None } else { gap };
        let link = link.map(str::to_owned);
        self.line.pieces.push(Piece { text: word.to_owned(), gap, style, rect: None, link });
    }

    /// As much of the text as there is room for; says once when there is no more.
    fn take<'a>(&mut self, text: &'a str) -> &'a str {
        if text.len() <= self.room {
            self.room -= text.len();
            return text;
        }
        let kept = &text[..text.floor_char_boundary(self.room)];
        if self.room > 0 {
            self.room = 0;
            self.cut_off();
        }
        kept
    }

    /// Notes once that what follows is not read.
    pub(crate) fn cut_off(&mut self) {
        let kind = HazardKind::CutOff;
        if self.document.hazards.iter().all(|hazard| hazard.kind != kind) {
            self.hazard(kind, "");
        }
    }

    /// True when nothing more is taken.
    pub(crate) fn is_full(&self) -> bool {
        self.room == 0
    }

    /// True when the current line has no letters yet.
    pub(crate) fn at_line_start(&self) -> bool {
        self.line.pieces.is_empty()
    }

    /// A tab, or room left on purpose.
    pub(crate) fn wide(&mut self) {
        self.gap = Gap::Wide;
    }

    /// The next line begins an item of a list.
    pub(crate) fn item(&mut self, list: List) {
        self.list = Some(list);
    }

    /// No item begins here after all.
    pub(crate) fn forget_item(&mut self) {
        self.list = None;
    }

    /// Every line until told otherwise is a heading of this level.
    pub(crate) fn heading(&mut self, level: Option<u8>) {
        self.heading = level;
    }

    /// An empty line or a rule stands here.
    pub(crate) fn apart(&mut self) {
        self.end_line();
        self.apart = true;
    }

    /// Ends the line; nothing happens when it has no letters.
    pub(crate) fn end_line(&mut self) {
        self.gap = Gap::None;
        let mut line = std::mem::take(&mut self.line);
        if line.pieces.is_empty() {
            return;
        }
        line.list = self.list.take();
        if self.heading.is_none()
            && let Some(printed) = split_mark(&mut line)
        {
            line.list.get_or_insert_default().mark = printed.mark;
        }
        line.block = self.block;
        line.part = self.part;
        line.heading = self.heading;
        line.whole = true;
        line.apart = std::mem::take(&mut self.apart) && !self.document.lines.is_empty();
        self.document.lines.push(line);
    }

    /// Adds text that cannot be seen.
    pub(crate) fn hide(&mut self, text: &str, veil: Veil) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = self.take(&text);
        if text.is_empty() {
            return;
        }
        let part = self.part;
        self.document.hidden.push(Hidden {
            text: text.to_owned(),
            veil,
            page: 0,
            rect: None,
            part,
        });
    }

    /// Notes what makes other readers fail; the quote is cut to a line.
    pub(crate) fn hazard(&mut self, kind: HazardKind, quote: &str) {
        let quote = quote[..quote.floor_char_boundary(120)].to_owned();
        self.document.hazards.push(Hazard { kind, page: 0, rect: None, quote });
    }
}

/// Takes the mark of a list off the first piece, where it may stand alone.
pub(crate) fn split_mark(line: &mut Line) -> Option<List> {
    let first = line.pieces.first()?;
    if let Some((list, rest)) = marks::split(&first.text) {
        line.pieces[0].text = rest.to_owned();
        return Some(list);
    }
    let next = line.pieces.get(1)?;
    // Alone in its piece, a mark is recognized by what `split` says of it with any text behind it.
    let room = if next.gap == Gap::None { "" } else { " " };
    if first.text.len() > 4 {
        return None;
    }
    let (list, rest) = marks::split(&format!("{}{room}x", first.text))
        .map(|(list, rest)| (list, rest.to_owned()))?;
    if rest != "x" {
        return None;
    }
    line.pieces.remove(0);
    line.pieces[0].gap = Gap::None;
    Some(list)
}
