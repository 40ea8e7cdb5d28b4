//! Head lines cut into segments: the pieces that each may be a title, an employer, a place …

use std::ops::Range;

use document::Gap;

use super::body;
use super::make::Cut;
use super::para::{Para, Run};

/// A piece of a head line that says one thing.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    /// The paragraph.
    pub(crate) para: usize,
    /// Its bytes in the paragraph's text, without separators around it.
    pub(crate) range: Range<usize>,
    /// Where it stands and how it looks, to compare it with the segments of other entries.
    pub(crate) slot: Slot,
}

impl Segment {
    /// Its bytes, to make a value of.
    pub(crate) fn cut(&self) -> Cut {
        Cut { para: self.para, range: self.range.clone() }
    }
}

/// The place of a segment in its entry, as templates make it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
pub(crate) struct Slot {
    /// The cell of its line, from the left; the last one counts from the right.
    pub(crate) cell: usize,
    /// Its number inside the cell.
    pub(crate) part: usize,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) caps: bool,
    pub(crate) size: f32,
    /// True when its line carries the time.
    pub(crate) dated: bool,
    /// The number of its line in the head.
    pub(crate) line: usize,
}

impl Slot {
    /// 0–1: how sure it is that two segments fill the same slot of a template.
    pub(crate) fn likeness(&self, other: &Self) -> f32 {
        let mut score = 1.0;
        let mut lower = |same: bool, by: f32| {
            if !same {
                score -= by;
            }
        };
        lower(self.bold == other.bold, 0.4);
        lower(self.italic == other.italic, 0.4);
        lower(self.caps == other.caps, 0.15);
        lower((self.size - other.size).abs() <= 0.06 * self.size.max(1.0), 0.4);
        lower(self.cell == other.cell, 0.35);
        lower(self.part == other.part, 0.35);
        lower(self.dated == other.dated, 0.3);
        lower(self.line == other.line, 0.3);
        if score < 0.0 { 0.0 } else { score }
    }
}

/// Cuts the head lines of one entry.
pub(crate) fn segments(paras: &[Para], heads: &[usize]) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (line, &at) in heads.iter().enumerate() {
        let para = &paras[at];
        if body::is_label(&para.text) || body::is_span(&para.text) {
            continue;
        }
        let times: Vec<Range<usize>> = para.dates().map(|time| time.range.clone()).collect();
        let cells = para.cells();
        for (cell, range) in cells.iter().enumerate() {
            for (part, piece) in pieces(para, range, &times).into_iter().enumerate() {
                let style = style_at(para, piece.start);
                let caps = is_caps(&para.text[piece.clone()]);
                let slot = Slot {
                    cell: if cell > 0 && cell + 1 == cells.len() { usize::MAX } else { cell },
                    part,
                    bold: style.bold,
                    italic: style.italic,
                    caps,
                    size: style.size,
                    dated: !times.is_empty(),
                    line,
                };
                segments.push(Segment { para: at, range: piece, slot });
            }
        }
    }
    segments
}

/// All parts of a line: cells, cut where the look changes and at strong separators.
pub(crate) fn parts(para: &Para) -> Vec<Range<usize>> {
    para.cells().iter().flat_map(|cell| pieces(para, cell, &[])).collect()
}

fn is_caps(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 5 && letters.all(|c| !c.is_lowercase())
}

fn style_at(para: &Para, at: usize) -> document::Style {
    let run = para.runs.iter().rev().find(|run| run.range.start <= at);
    run.map(|run| run.style).unwrap_or_default()
}

/// The parts of one cell: times taken out, cut where the look changes and at strong separators.
fn pieces(para: &Para, cell: &Range<usize>, times: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut start = cell.start;
    for time in times.iter().filter(|time| time.start >= cell.start && time.end <= cell.end) {
        if time.start > start {
            cuts.push(start..time.start);
        }
        start = time.end.max(start);
    }
    if start < cell.end {
        cuts.push(start..cell.end);
    }
    let mut pieces = Vec::new();
    for cut in cuts {
        for piece in by_style(para, &cut) {
            pieces.extend(by_separator(&para.text, &piece));
        }
    }
    let trimmed = pieces.into_iter().map(|piece| trim(&para.text, piece));
    trimmed.filter(|piece| para.text[piece.clone()].chars().any(char::is_alphanumeric)).collect()
}

/// Where the look of letters changes between words, one thing ends and another begins.
fn by_style(para: &Para, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut last: Option<&Run> = None;
    for run in &para.runs {
        let (start, end) = (run.range.start.max(range.start), run.range.end.min(range.end));
        if start >= end {
            continue;
        }
        let same = last.is_some_and(|last| {
            let (one, two) = (last.style, run.style);
            let close = (one.size - two.size).abs() <= 0.06 * one.size.max(1.0);
            one.bold == two.bold && one.italic == two.italic && close
        });
        // A look that changes inside a word is decoration.
        let inside = run.gap == Gap::None
            && last
                .is_some_and(|last| para.text[last.range.clone()].ends_with(char::is_alphanumeric))
            && para.text[run.range.clone()].starts_with(char::is_alphanumeric);
        match parts.last_mut() {
            Some(part) if same || inside => part.end = end,
            _ => parts.push(start..end),
        }
        last = Some(run);
    }
    parts
}

/// Signs that stand between things and seldom inside one.
fn by_separator(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let part = &text[range.clone()];
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut chars = part.char_indices().peekable();
    let mut before = ' ';
    let mut depth = 0_u32;
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let spaced = before.is_whitespace() && after.is_whitespace();
        let cuts = match c {
            '|' | '•' | '·' | '●' | '◦' | '∙' | '⋅' | '■' | '▪' | '◆' | '♦' | '⋄' | '¦' => {
                true
            }
            '–' | '—' | '-' | '/' | '~' | '@' | '→' | ':' => spaced,
            _ => false,
        };
        if cuts && depth == 0 {
            pieces.push(range.start + start..range.start + at);
            start = at + c.len_utf8();
        }
        before = c;
    }
    pieces.push(range.start + start..range.end);
    pieces
}

/// Takes separators, blanks and unpaired brackets off both ends.
pub(crate) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let idle = |c: char| {
        c.is_whitespace()
            || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '—' | '·' | '•' | '/' | '@' | '~')
    };
    let first = range.start;
    let (mut start, mut end) = (range.start, range.end);
    let mut opens = text[range.clone()].matches('(').count();
    let mut closes = text[range].matches(')').count();
    // Each turn takes a bracket off, so that a text of brackets ends, too.
    loop {
        let part = &text[start..end];
        let inner = part.trim_start_matches(idle);
        start += part.len() - inner.len();
        let inner = inner.trim_end_matches(idle);
        end = start + inner.len();
        if inner.is_empty() {
            return first..first;
        }
        if inner.len() > 1
            && inner.starts_with('(')
            && inner.ends_with(')')
            && (opens, closes) == (1, 1)
        {
            start += 1;
            end -= 1;
            (opens, closes) = (0, 0);
        } else if inner.starts_with('(') && opens > closes {
            start += 1;
            opens -= 1;
        } else if inner.ends_with('(') {
            end -= 1;
            opens -= 1;
        } else if inner.starts_with(')') {
            start += 1;
            closes -= 1;
        } else if inner.ends_with(')') && closes > opens {
            end -= 1;
            closes -= 1;
        } else {
            return start..end;
        }
    }
}
