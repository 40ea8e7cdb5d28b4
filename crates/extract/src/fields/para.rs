//! Paragraphs: the lines of a document joined where a sentence was only broken by the margin.

use std::ops::Range;

use document::{Document, Gap, Line, Part, Piece, Placed, Style};
use resume::Rect;

use crate::recognize::dates::{self, Period};

/// A heading, an item of a list, or a run of prose, with the place of each of its bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Para {
    /// Its text; one space between words, four for a wide gap.
    pub(crate) text: String,
    /// The pieces of one look it is made of, in order.
    pub(crate) runs: Vec<Run>,
    /// How many lines it takes on the page.
    pub(crate) lines: usize,
    /// The page, from 0.
    pub(crate) page: usize,
    /// The column or box it stands in.
    pub(crate) block: usize,
    /// Which part of the document it belongs to.
    pub(crate) part: Part,
    /// The box around it.
    pub(crate) rect: Option<Rect>,
    /// Set when the format says that it is a heading: its level, from 1.
    pub(crate) heading: Option<u8>,
    /// The mark it begins with as an item of a list; empty when only the format says so.
    pub(crate) mark: Option<String>,
    /// How deep the list is nested.
    pub(crate) depth: u8,
    /// True when there is clearly more room above it than inside a paragraph.
    pub(crate) apart: bool,
    /// The times in its text.
    pub(crate) times: Vec<Period>,
}

/// Letters of one look inside a paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Where they stand in the paragraph's text.
    pub(crate) range: Range<usize>,
    /// Where they begin in the document's text.
    pub(crate) placed: usize,
    /// Their look.
    pub(crate) style: Style,
    /// What stands before them.
    pub(crate) gap: Gap,
    /// Where they lead.
    pub(crate) link: Option<String>,
    /// Where they are seen.
    pub(crate) rect: Option<Rect>,
}

impl Para {
    /// The bytes of the document's text that show `range` of this paragraph.
    pub(crate) fn placed(&self, range: &Range<usize>) -> Range<usize> {
        let run_at = |at: usize| self.runs.iter().rev().find(|run| run.range.start <= at);
        let place = |at: usize| {
            run_at(at).map_or(0, |run| run.placed + (at - run.range.start).min(run.range.len()))
        };
        let end = range.end.max(range.start + 1) - 1;
        let last = self.text[..range.end].char_indices().next_back().map_or(end, |(at, _)| at);
        place(range.start)..place(last) + (range.end - last)
    }

    /// The cells of its text: what stands between wide gaps.
    pub(crate) fn cells(&self) -> Vec<Range<usize>> {
        let mut cells: Vec<Range<usize>> = Vec::new();
        for run in &self.runs {
            match cells.last_mut() {
                Some(cell) if run.gap != Gap::Wide => cell.end = run.range.end,
                _ => cells.push(run.range.clone()),
            }
        }
        cells
    }

    /// The look of its first letters.
    pub(crate) fn style(&self) -> Style {
        self.runs.first().map(|run| run.style).unwrap_or_default()
    }

    /// Its largest size of type, in points; 0 when unknown.
    pub(crate) fn size(&self) -> f32 {
        self.runs.iter().map(|run| run.style.size).fold(0.0, f32::max)
    }

    /// True when all of it is heavy.
    pub(crate) fn is_bold(&self) -> bool {
        !self.runs.is_empty() && self.runs.iter().all(|run| run.style.bold)
    }

    /// True when it has letters and none of them is a small one.
    pub(crate) fn is_caps(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }

    /// True when it is an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        self.mark.is_some()
    }

    fn push(&mut self, piece: &Piece, placed: &Range<usize>) {
        match piece.gap {
            _ if self.text.is_empty() => {}
            Gap::None => {}
            Gap::Space => self.text.push(' '),
            Gap::Wide => self.text.push_str("    "),
        }
        let start = self.text.len();
        self.text.push_str(&piece.text);
        self.runs.push(Run {
            range: start..self.text.len(),
            placed: placed.start,
            style: piece.style,
            gap: if start == 0 { Gap::None } else { piece.gap },
            link: piece.link.clone(),
            rect: piece.rect,
        });
    }

    /// A paragraph of one line.
    fn of(line: &Line, places: &[Range<usize>]) -> Self {
        let mut para = Self {
            lines: 1,
            page: line.page,
            block: line.block,
            part: line.part,
            rect: line.rect,
            heading: line.heading,
            mark: line.list.as_ref().map(|list| list.mark.clone()),
            depth: line.list.as_ref().map_or(0, |list| list.level),
            apart: line.apart,
            ..Self::default()
        };
        for (piece, placed) in line.pieces.iter().zip(places) {
            para.push(piece, placed);
        }
        para
    }

    /// Adds a line that goes on where the last one was broken.
    fn join(&mut self, line: &Line, places: &[Range<usize>]) {
        for (number, (piece, placed)) in line.pieces.iter().zip(places).enumerate() {
            if number == 0 {
                let glued = Gap::None;
                let gap =
                    if ends_with_broken_word(&self.text, &piece.text) { glued } else { Gap::Space };
                self.push(&Piece { gap, ..piece.clone() }, placed);
            } else {
                self.push(piece, placed);
            }
        }
        self.lines += 1;
        self.rect = match (self.rect, line.rect) {
            (Some(own), Some(other)) if self.page == line.page => Some(own.union(other)),
            (own, _) => own,
        };
    }
}

/// True when the margin broke a compound or an address, so that nothing belongs between the parts.
fn ends_with_broken_word(text: &str, next: &str) -> bool {
    let mut before = text.chars().rev();
    let hyphen = matches!(before.next(), Some('-' | '‐' | '/' | '\u{ad}'));
    hyphen
        && before.next().is_some_and(char::is_alphanumeric)
        && next.chars().next().is_some_and(char::is_alphanumeric)
}

/// The paragraphs of a document, in reading order.
pub(crate) fn paragraphs(document: &Document, placed: &Placed) -> Vec<Para> {
    let mut paras: Vec<Para> = Vec::new();
    let widths = Widths::of(document);
    let mut above: Option<&Line> = None;
    for (line, places) in document.lines.iter().zip(&placed.pieces) {
        let joined = match (above, paras.last_mut()) {
            (Some(above), Some(para)) if widths.goes_on(para, above, line) => {
                para.join(line, places);
                true
            }
            _ => false,
        };
        if !joined {
            paras.push(Para::of(line, places));
        }
        above = Some(line);
    }
    paras.retain(|para| !para.text.trim().is_empty());
    for para in &mut paras {
        para.times = dates::periods(&para.text);
    }
    paras
}

/// How far to the right the lines of each block reach.
struct Widths {
    /// Block, page and the right edge of its widest line.
    edges: std::collections::BTreeMap<(usize, usize), f32>,
}

impl Widths {
    fn of(document: &Document) -> Self {
        let mut edges = std::collections::BTreeMap::<(usize, usize), f32>::new();
        for line in &document.lines {
            if let Some(rect) = line.rect {
                let edge = edges.entry((line.page, line.block)).or_default();
                *edge = edge.max(rect.right);
            }
        }
        Self { edges }
    }

    /// True when `line` is the rest of the sentence that `above`, the last line of `para`, begins.
    fn goes_on(&self, para: &Para, above: &Line, line: &Line) -> bool {
        if above.whole || line.whole || line.list.is_some() {
            return false;
        }
        if above.heading.is_some() || line.heading.is_some() || above.part != line.part {
            return false;
        }
        let (Some(over), Some(under)) = (above.rect, line.rect) else { return false };
        let next_page = line.page != above.page;
        if above.block != line.block && !next_page {
            return false;
        }
        let (last, first) = match (above.pieces.last(), line.pieces.first()) {
            (Some(last), Some(first)) => (last, first),
            _ => return false,
        };
        // A date at the margin ends its line, and a line of cells is a row, not a sentence.
        let has_cells = |line: &Line| line.pieces.iter().any(|piece| piece.gap == Gap::Wide);
        if has_cells(above) || has_cells(line) {
            return false;
        }
        let size = last.style.size.max(1.0);
        if (last.style.size - first.style.size).abs() > 0.12 * size {
            return false;
        }
        if !next_page && (under.top - over.bottom > 0.75 * size || line.apart) {
            return false;
        }
        if !same_start(para, above, line, size) {
            return false;
        }
        let edge = self.edges.get(&(above.page, above.block)).copied().unwrap_or(over.right);
        let text = line.text();
        let word = text.split(' ').next().unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "a word has few letters")]
        let letter = under.width() / text.chars().count().max(1) as f32;
        #[expect(clippy::cast_precision_loss, reason = "a word has few letters")]
        let room = letter * (word.chars().count() as f32 + 1.0);
        let full = over.right + room >= edge - 0.5 * size;
        let open = sentence_is_open(&para.text, &text);
        match (full, open) {
            (true, _) => true,
            // Ragged lines of narrow boxes break early; a sentence that goes on decides.
            (false, true) => over.right - over.left > 0.6 * (edge - over.left),
            (false, false) => false,
        }
    }
}

/// True when the line begins where text of the paragraph began: at the left edge of its letters,
/// or, for a list, under the letters of its first line.
fn same_start(para: &Para, above: &Line, line: &Line, size: f32) -> bool {
    let (Some(over), Some(under)) = (above.rect, line.rect) else { return false };
    let near = |left: f32| (under.left - left).abs() <= 0.35 * size;
    if line.page != above.page && para.lines == 1 && para.mark.is_none() {
        return near(over.left);
    }
    match &para.mark {
        // The mark may or may not be part of the box of the first line.
        Some(_) if para.lines == 1 => {
            under.left >= over.left - 0.35 * size && under.left <= over.left + 3.0 * size
        }
        _ => near(over.left) || centered(over, under, size),
    }
}

fn centered(over: Rect, under: Rect, size: f32) -> bool {
    let middle = |rect: Rect| f32::midpoint(rect.left, rect.right);
    (middle(over) - middle(under)).abs() <= 0.3 * size
}

/// True when `text` cannot end here or `next` cannot begin a sentence.
fn sentence_is_open(text: &str, next: &str) -> bool {
    let begins_small = next.chars().next().is_some_and(char::is_lowercase);
    let last = text.split(' ').next_back().unwrap_or_default();
    let hanging =
        ["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"];
    begins_small || text.ends_with([',', '&', '-', '/']) || hanging.contains(&last)
}
