//! Which lines belong to one paragraph.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use document::{Document, Gap, Line, Placed};

use super::Para;
use super::cues::{
    begins_with_label, has_label, is_contact, is_heading, is_rest_of_date, is_rest_of_name,
    opens_with_period, same_start, sentence_is_open, tail,
};
use super::margin::{margin_note, wraps_beside_date};
use crate::recognize::dates::{self};

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

/// How the lines of each block are set, by page and block.
struct Widths {
    /// The right edge of the widest line.
    edges: BTreeMap<(usize, usize), f32>,
    /// The usual room between two lines, as a share of the size of type.
    gaps: BTreeMap<(usize, usize), f32>,
    /// The blocks whose items go on under their words and not under their marks; true for items
    /// with numbers, whose boxes hold the number where those of signs do not hold the sign.
    hanging: BTreeSet<(usize, usize, bool)>,
}

impl Widths {
    fn of(document: &Document) -> Self {
        let mut edges = BTreeMap::<(usize, usize), f32>::new();
        let mut gaps = BTreeMap::<(usize, usize), Vec<f32>>::new();
        let mut under = BTreeMap::<(usize, usize, bool), (usize, usize)>::new();
        let mut above: Option<&Line> = None;
        for line in &document.lines {
            let Some(rect) = line.rect else { continue };
            let key = (line.page, line.block);
            let edge = edges.entry(key).or_default();
            *edge = edge.max(rect.right);
            let over = above.filter(|above| (above.page, above.block) == key);
            let item = over.is_some_and(|above| above.list.is_some()) && line.list.is_none();
            let numbered = over.is_some_and(is_numbered);
            if let Some(over) = over.and_then(|above| above.rect) {
                let offset = (rect.left - over.left) / line.size().max(1.0);
                let (words, mark) = under.entry((key.0, key.1, numbered)).or_default();
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
        let end = tail(para.text.trim_end());
        let dated = dates::periods(end).last().is_some_and(|time| time.range.end >= end.len());
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
                || self.hanging.contains(&(line.page, line.block, is_numbered(above))))
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

/// True when a line begins with the number or letter of an item.
fn is_numbered(line: &Line) -> bool {
    line.list.as_ref().is_some_and(|list| list.mark.contains(char::is_alphanumeric))
}
