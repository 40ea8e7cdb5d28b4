//! The letters of one paragraph to pieces.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::repair::{is_shapeless, message};
use crate::letters::ligature;
use crate::{Gap, Piece, Style, Veil};

/// Spaces in a row that set two things apart on purpose; two stand after a full stop.
const SPREAD: usize = 3;

/// How letters look, where they lead, and whether they can be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Look {
    /// Size, weight, slant and color.
    pub style: Style,
    /// The address they lead to.
    pub link: Option<String>,
    /// How they are hidden.
    pub veil: Option<Veil>,
}

/// One line of a paragraph that is being built.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Its pieces, perhaps none.
    pub pieces: Vec<Piece>,
    /// True when a column ends before it.
    pub column: bool,
}

/// A paragraph that is being built.
#[derive(Clone, Debug)]
pub(crate) struct Inline {
    rows: Vec<Row>,
    gap: Gap,
    spaces: usize,
    shapeless: String,
    hidden: Vec<(Veil, String)>,
    /// True while nothing visible came after the last hidden text.
    hiding: bool,
    ligatures: bool,
    last: char,
}

impl Default for Inline {
    fn default() -> Self {
        Self {
            rows: vec![Row::default()],
            gap: Gap::None,
            spaces: 0,
            shapeless: String::new(),
            hidden: Vec::new(),
            hiding: false,
            ligatures: false,
            last: '\0',
        }
    }
}

/// A finished paragraph.
pub(super) struct Set {
    /// Its lines; the first may be without pieces.
    pub rows: Vec<Row>,
    /// What is hidden in it.
    pub hidden: Vec<(Veil, String)>,
    /// True when letters were joined to one character.
    pub ligatures: bool,
}

impl Inline {
    /// Adds letters of one look.
    pub(crate) fn text(&mut self, text: &str, look: &Look) {
        for c in text.chars() {
            if is_shapeless(c) {
                self.shapeless.push(c);
                continue;
            }
            if !self.shapeless.is_empty() {
                self.end_shapeless();
            }
            if let Some(veil) = look.veil {
                self.hide(c, veil);
            } else if c.is_whitespace() {
                self.space(if c == '\t' { SPREAD } else { 1 });
            } else if let Some(letters) = ligature(c) {
                self.ligatures = true;
                letters.chars().for_each(|c| self.letter(c, look));
            } else if !c.is_control() {
                self.letter(c, look);
            }
            self.last = c;
        }
    }

    /// Adds a tab.
    pub(crate) fn tab(&mut self) {
        self.space(SPREAD);
    }

    /// Ends the line.
    pub(crate) fn end_line(&mut self) {
        self.rows.push(Row::default());
        (self.gap, self.spaces) = (Gap::None, 0);
    }

    /// Ends the line and the column.
    pub(crate) fn end_column(&mut self) {
        self.end_line();
        if let Some(row) = self.rows.last_mut() {
            row.column = true;
        }
    }

    /// True when nothing visible was added yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.pieces.is_empty())
    }

    /// True when the line of the moment has no letters yet.
    pub(crate) fn at_start(&self) -> bool {
        self.rows.last().is_none_or(|row| row.pieces.is_empty())
    }

    /// The letters of the last piece.
    pub(crate) fn tail(&self) -> String {
        let piece = self.rows.last().and_then(|row| row.pieces.last());
        piece.map(|piece| piece.text.clone()).unwrap_or_default()
    }

    fn space(&mut self, wide: usize) {
        self.spaces += wide;
        self.gap = if self.spaces >= SPREAD { Gap::Wide } else { Gap::Space };
    }

    fn letter(&mut self, c: char, look: &Look) {
        self.hiding = false;
        let (gap, style) = (self.gap, look.style);
        (self.gap, self.spaces) = (Gap::None, 0);
        let Some(row) = self.rows.last_mut() else { return };
        if let Some(piece) = row.pieces.last_mut()
            && gap != Gap::Wide
            && piece.style == style
            && piece.link == look.link
        {
            if gap == Gap::Space {
                piece.text.push(' ');
            }
            piece.text.push(c);
            return;
        }
        let gap = if row.pieces.is_empty() { Gap::None } else { gap };
        let link = look.link.clone();
        row.pieces.push(Piece { text: c.to_string(), gap, style, rect: None, link });
    }

    fn hide(&mut self, c: char, veil: Veil) {
        let c = if c.is_whitespace() { ' ' } else { c };
        if self.hiding
            && let Some((last, text)) = self.hidden.last_mut()
            && *last == veil
        {
            text.push(c);
        } else if !c.is_whitespace() {
            self.hidden.push((veil, c.to_string()));
            self.hiding = true;
        }
    }

    fn end_shapeless(&mut self) {
        let run = std::mem::take(&mut self.shapeless);
        // Flags of regions are spelled in tags after a black flag.
        match message(&run, self.last == '🏴') {
            Some(text) => self.hidden.push((Veil::Shapeless, text)),
            // The joiner and the selector are part of an emoji, and nothing else in a page.
            None if run == "\u{200d}" && !self.last.is_ascii() => {
                let piece = self.rows.last_mut().and_then(|row| row.pieces.last_mut());
                if let Some(piece) = piece.filter(|_| self.gap == Gap::None) {
                    piece.text.push('\u{200d}');
                }
            }
            None => {}
        }
    }

    pub(super) fn finish(mut self) -> Set {
        self.end_shapeless();
        for piece in self.rows.iter_mut().flat_map(|row| &mut row.pieces) {
            if !is_nfc(&piece.text) {
                piece.text = piece.text.nfc().collect();
            }
        }
        let said = |text: &str| text.chars().any(char::is_alphanumeric);
        self.hidden.iter_mut().for_each(|(_, text)| text.truncate(text.trim_end().len()));
        self.hidden.retain(|(veil, text)| *veil == Veil::Shapeless || said(text));
        Set { rows: self.rows, hidden: self.hidden, ligatures: self.ligatures }
    }
}
