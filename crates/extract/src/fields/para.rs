//! Paragraphs: the lines of a document joined where a sentence was only broken by the margin.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use document::{Document, Gap, Line, Part, Piece, Placed, Style};
use resume::{Date, Rect};

use super::body::is_span;
use crate::recognize::contact;
use crate::recognize::dates::{self, Period};
use crate::recognize::headings;
use crate::recognize::looks;
use crate::recognize::place;

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

    /// The times that date what the paragraph is about: beside a month or a period, a bare year is
    /// part of a name ("FOSDEM 2025 · Feb 2025").
    pub(crate) fn dates(&self) -> impl Iterator<Item = &Period> {
        let precise =
            |time: &Period| !time.single || !matches!(time.start, Some(Date::Year(_)) | None);
        let any = self.times.iter().any(precise);
        self.times.iter().filter(move |time| !any || precise(time))
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

    /// Puts a line before the last cell, whose first cell it goes on.
    fn insert(&mut self, line: &Line, places: &[Range<usize>]) {
        let Some(cell) = self.cells().pop() else { return };
        let runs = std::mem::take(&mut self.runs);
        let text = std::mem::take(&mut self.text);
        let (before, after): (Vec<Run>, Vec<Run>) =
            runs.into_iter().partition(|run| run.range.start < cell.start);
        let again = |para: &mut Self, run: Run| {
            let piece = Piece {
                text: text[run.range.clone()].to_owned(),
                gap: run.gap,
                style: run.style,
                rect: run.rect,
                link: run.link,
            };
            para.push(&piece, &(run.placed..run.placed + run.range.len()));
        };
        for run in before {
            again(self, run);
        }
        self.join(line, places);
        self.lines -= 1;
        for run in after {
            again(self, run);
        }
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
    let mut above: Option<Cow<'_, Line>> = None;
    let body = document.body_size().unwrap_or(0.0);
    for (number, (line, places)) in document.lines.iter().zip(&placed.pieces).enumerate() {
        let margin = margin_note(line);
        let kept = line.pieces.len() - margin;
        let text = if margin == 0 {
            Cow::Borrowed(line)
        } else {
            let note = Line { pieces: line.pieces[kept..].to_vec(), list: None, ..line.clone() };
            let at = paras.len() - usize::from(above.is_some() && line.list.is_none());
            paras.insert(at, Para::of(&note, &places[kept..]));
            Cow::Owned(Line { pieces: line.pieces[..kept].to_vec(), ..line.clone() })
        };
        if let (Some(over), Some(para)) = (&above, paras.last_mut())
            && margin == 0
            && para.lines == 1
            && wraps_beside_date(over, line)
        {
            para.insert(line, places);
            continue;
        }
        let joined = match (&above, paras.last_mut()) {
            (Some(above), Some(para))
                if widths.goes_on(para, above, &text)
                    || (number < 3 && is_rest_of_name(para, above, &text, body)) =>
            {
                para.join(&text, &places[..kept]);
                true
            }
            _ => false,
        };
        if !joined {
            paras.push(Para::of(&text, &places[..kept]));
        }
        above = Some(text);
    }
    paras.retain(|para| !para.text.trim().is_empty());
    for para in &mut paras {
        para.times = dates::periods(&para.text);
    }
    paras
}

/// True when a head line was broken because a date stands at its right: "… at University of" with
/// "Southern California" below it.
fn wraps_beside_date(above: &Line, line: &Line) -> bool {
    let cells: Vec<&[Piece]> = above.cells().collect();
    let ([first, date], Some(over), Some(under)) = (&cells[..], above.rect, line.rect) else {
        return false;
    };
    let (Some(last), Some(begin), Some(next)) = (first.last(), date.first(), line.pieces.first())
    else {
        return false;
    };
    if line.list.is_some() || line.apart || above.page != line.page || above.block != line.block {
        return false;
    }
    let size = last.style.size.max(1.0);
    let style = last.style.bold == next.style.bold
        && (last.style.size - next.style.size).abs() < 0.06 * size;
    let near =
        (over.left - under.left).abs() < 0.35 * size && under.top - over.bottom < 0.75 * size;
    let text: String = date.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    if !style || !near || line.cells().count() > 1 || !dates::is_period(&text) {
        return false;
    }
    let (Some(end), Some(limit)) = (last.rect, begin.rect) else { return false };
    #[expect(clippy::cast_precision_loss, reason = "a line has few letters")]
    let letter = under.width() / line.text().chars().count().max(1) as f32;
    let word = next.text.split(' ').next().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a word has few letters")]
    let room = letter * (word.chars().count() as f32 + 2.0);
    end.right + room >= limit.left && sentence_is_open(&last.text, &line.text())
}

/// How many pieces at the end of a line stand at the margin and belong to the entry, not to the
/// sentence: a length of time beside any line, a date or a place beside an item.
fn margin_note(line: &Line) -> usize {
    let Some(last) = line.cells().last() else { return 0 };
    if last.len() == line.pieces.len()
        || last.iter().map(|piece| piece.text.len()).sum::<usize>() > 40
    {
        return 0;
    }
    let text = last.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    let whole = line.text();
    let words = whole.split_whitespace().count();
    let light = line.pieces.first().is_some_and(|piece| !piece.style.bold);
    let beside_item = light
        && line.list.is_some()
        && words > 7
        && (dates::is_period(&text) || place::place(&text) > 0.6);
    if is_span(&text) || beside_item { last.len() } else { 0 }
}

/// How the lines of each block are set, by page and block.
struct Widths {
    /// The right edge of the widest line.
    edges: BTreeMap<(usize, usize), f32>,
    /// The usual room between two lines, as a share of the size of type.
    gaps: BTreeMap<(usize, usize), f32>,
    /// The blocks whose items go on under their words and not under their marks.
    hanging: BTreeSet<(usize, usize)>,
}

impl Widths {
    fn of(document: &Document) -> Self {
        let mut edges = BTreeMap::<(usize, usize), f32>::new();
        let mut gaps = BTreeMap::<(usize, usize), Vec<f32>>::new();
        let mut under = BTreeMap::<(usize, usize), (usize, usize)>::new();
        let mut above: Option<&Line> = None;
        for line in &document.lines {
            let Some(rect) = line.rect else { continue };
            let key = (line.page, line.block);
            let edge = edges.entry(key).or_default();
            *edge = edge.max(rect.right);
            let over = above.filter(|above| (above.page, above.block) == key);
            let item = over.is_some_and(|above| above.list.is_some()) && line.list.is_none();
            if let Some(over) = over.and_then(|above| above.rect) {
                let offset = (rect.left - over.left) / line.size().max(1.0);
                let (words, mark) = under.entry(key).or_default();
                *words += usize::from(item && (0.45..3.0).contains(&offset));
                *mark += usize::from(item && offset.abs() <= 0.35);
                let gap = (rect.top - over.bottom) / line.size().max(1.0);
                if (0.0..1.4).contains(&gap) {
                    gaps.entry(key).or_default().push(gap);
                }
            }
            above = Some(line);
        }
        // Lines of one paragraph stand closer than paragraphs: a quarter of the way up is theirs.
        let usual = |mut gaps: Vec<f32>| {
            gaps.sort_by(f32::total_cmp);
            gaps.get(gaps.len() / 4).copied().unwrap_or(0.0)
        };
        let hanging = |(_, (words, mark)): &(_, (usize, usize))| *words >= 2 && words * 2 >= *mark;
        Self {
            edges,
            gaps: gaps.into_iter().map(|(key, gaps)| (key, usual(gaps))).collect(),
            hanging: under.into_iter().filter(hanging).map(|(key, _)| key).collect(),
        }
    }

    /// The most room between two lines of one paragraph, in points.
    fn most_gap(&self, page: usize, block: usize, size: f32) -> f32 {
        let usual = self.gaps.get(&(page, block)).copied().unwrap_or(0.0);
        size * (1.25 * usual + 0.1).clamp(0.75, 1.4)
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
        let (Some(last), Some(first)) = (above.pieces.last(), line.pieces.first()) else {
            return false;
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
        let gap = under.top - over.bottom;
        if !next_page && (gap > self.most_gap(above.page, above.block, size) || line.apart) {
            return false;
        }
        if !same_start(para, above, line, size) {
            return false;
        }
        // A date broken in a narrow rail: "Jul 2014 – Aug" above "2016".
        if is_rest_of_date(para, line) {
            return true;
        }
        if opens_with_period(line) {
            return false;
        }
        // A heading goes on with nothing, and two names of groups are two lines.
        let usual = size * self.gaps.get(&(above.page, above.block)).copied().unwrap_or(0.0);
        let roomy = gap > 1.15 * usual + 0.5 || last.style != first.style;
        if (roomy && is_heading(line)) || (has_label(&para.text) && has_label(&line.text())) {
            return false;
        }
        // A date ends the line it stands at the end of.
        let dated = dates::periods(&para.text)
            .last()
            .is_some_and(|time| time.range.end >= para.text.trim_end().len());
        if dated && !line.text().starts_with(char::is_lowercase) {
            return false;
        }
        // Lines of contact details are lists, however full they are.
        let short = line.pieces.iter().map(|piece| piece.text.len()).sum::<usize>() < 90;
        if is_contact(&para.text)
            || is_contact(first.text.split(' ').next().unwrap_or_default())
            || (para.mark.is_none() && short && is_contact(&line.text()))
        {
            return false;
        }
        // Heavy words at the place of the mark begin the next entry; what goes on with an item
        // stands under its words.
        let at_mark = para.lines == 1 && (under.left - over.left).abs() <= 0.35 * size;
        if para.mark.is_some()
            && at_mark
            && ((first.style.bold && !last.style.bold)
                || self.hanging.contains(&(line.page, line.block)))
        {
            return false;
        }
        // So does a name in heavy letters above or below light ones.
        let all_bold = |line: &Line| line.pieces.iter().all(|piece| piece.style.bold);
        if para.mark.is_none()
            && all_bold(above) != all_bold(line)
            && first.style.bold != last.style.bold
            && !para.text.ends_with(['-', ',', '&'])
        {
            return false;
        }
        // "Databases: …" begins a line of its own.
        if first.style.bold && !last.style.bold && begins_with_label(line) {
            return false;
        }
        // Below an item, what stands under its words goes on with it.
        let alike = last.style.bold == first.style.bold && last.style.italic == first.style.italic;
        if para.mark.is_some()
            && alike
            && !next_page
            && (under.left - over.left).abs() <= 0.35 * size
        {
            return true;
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

/// True when the line is the family name below a given name, both in large type.
fn is_rest_of_name(para: &Para, above: &Line, line: &Line, body: f32) -> bool {
    let (Some(over), Some(under)) = (above.rect, line.rect) else { return false };
    let (size, own) = (above.size(), line.size());
    let text = line.text();
    let few = |text: &str| text.split_whitespace().count() <= 2 && !text.contains([',', '|', '@']);
    let near = (over.left - under.left).abs() <= 0.35 * size || centered(over, under, size);
    body > 0.0
        && size >= 1.5 * body
        && (size - own).abs() <= 0.06 * size
        && (above.page, above.block) == (line.page, line.block)
        && para.lines == 1
        && line.pieces.len() == 1
        && above.pieces.len() == 1
        && near
        && under.top - over.bottom < 0.8 * size
        && few(&para.text)
        && few(&text)
        && looks::title(&text) < 0.4
        && looks::person(&format!("{} {text}", para.text)) >= 0.5
}

/// True when a line opens with a period that is set apart from the words behind it, as heads do:
/// "07.2020 – 12.2022: Engineer".
fn opens_with_period(line: &Line) -> bool {
    let Some(first) = line.pieces.first() else { return false };
    let text = first.text.trim_end().trim_end_matches(':');
    let early = text.char_indices().take_while(|(at, _)| *at < 12).any(|(_, c)| c.is_ascii_digit());
    early
        && text.len() <= 40
        && (line.pieces.len() > 1 || first.text.trim_end().ends_with(':'))
        && matches!(&dates::periods(text)[..], [only] if only.start.is_some() && only.end.is_some())
        && dates::is_period(text)
}

/// True when the line is all that a period at the end of a short paragraph lacks.
fn is_rest_of_date(para: &Para, line: &Line) -> bool {
    let rest = line.text();
    if rest.len() > 16 || para.text.len() > 40 || para.lines > 1 || para.is_item() {
        return false;
    }
    let open = para.text.trim_end().ends_with(['–', '-', '—', '/'])
        || para
            .text
            .split_whitespace()
            .next_back()
            .is_some_and(|last| last.chars().all(|c| c.is_alphabetic() || c == '.'));
    let year = rest.trim().bytes().all(|byte| byte.is_ascii_digit());
    open && (year || para.text.trim_end().ends_with(['–', '-', '—']))
        && para.text.contains(|c: char| c.is_ascii_digit())
        && dates::periods(&format!("{} {rest}", para.text)).len() == 1
        && dates::is_period(&format!("{} {rest}", para.text))
}

/// True for one to three words that name a section and nothing else.
fn is_heading(line: &Line) -> bool {
    let text = line.text();
    text.len() <= 40
        && text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 3
        && headings::section(&text).is_some_and(|(_, sure)| sure >= 0.9)
}

/// True when up to four words and a colon begin a text: "Data and messaging: Kafka".
fn has_label(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(": ") else { return false };
    label.len() <= 40
        && !rest.is_empty()
        && label.starts_with(char::is_uppercase)
        && label.split_whitespace().count() <= 4
}

/// True when a text holds an address or a number to call.
fn is_contact(text: &str) -> bool {
    let short = text.len() < 160;
    short
        && (!contact::emails(text).is_empty()
            || !contact::phones(text).is_empty()
            || (text.split(' ').count() < 12
                && contact::links(text).iter().any(|link| link.confidence >= 0.8)))
}

/// True when the first heavy words of a line end with a colon.
fn begins_with_label(line: &Line) -> bool {
    let heavy = line.pieces.iter().take_while(|piece| piece.style.bold);
    heavy.last().is_some_and(|piece| piece.text.trim_end().ends_with(':'))
        || line
            .pieces
            .iter()
            .find(|piece| !piece.style.bold)
            .is_some_and(|piece| piece.text.starts_with(':'))
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
