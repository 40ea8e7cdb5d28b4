//! Which paragraphs are headings, and what stands below each.

use std::collections::BTreeMap;

use document::{Document, Part};
use resume::Rect;

use super::dated::dated;
use super::para::Para;
use crate::recognize::headings::{self, Section};
use crate::recognize::looks;

/// A stretch of the page under one heading.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// What the heading names; `None` for a heading nobody knows.
    pub(crate) kind: Option<Section>,
    /// The paragraph that is the heading; `None` before the first one.
    pub(crate) heading: Option<usize>,
    /// The paragraphs below it, in reading order.
    pub(crate) paras: Vec<usize>,
}

/// What makes a line look like a heading, as one number to compare and one look to recognize.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    /// The format's own word for it: 9 less the level of the heading; 0 without.
    level: u8,
    /// Size in quarters of the body's size.
    size: u16,
    caps: bool,
    bold: bool,
    colored: bool,
}

/// Splits paragraphs at their headings.
pub(crate) fn split(document: &Document, paras: &[Para]) -> Vec<Stretch> {
    let body = document.body_size().unwrap_or(0.0);
    let looks: Vec<Look> = paras.iter().map(|para| look(para, body)).collect();
    let mut named: Vec<Option<(Section, f32)>> = paras.iter().map(name).collect();
    for (name, para) in named.iter_mut().zip(paras).take(TITLE_LINES) {
        if is_document_title(&para.text) {
            *name = None;
        }
    }
    marked_headings(paras, &looks, &mut named);
    let headings = choose(paras, &looks, &named);
    gather(paras, &named, &headings)
}

/// Headings that carry a mark: "1. Education", "◆ Experience". Items of a list are no headings,
/// so there have to be several, heavier than the text, and one of them has to open the jobs or
/// the schools.
fn marked_headings(paras: &[Para], looks: &[Look], named: &mut [Option<(Section, f32)>]) {
    let found: Vec<(usize, Section, f32)> = paras
        .iter()
        .enumerate()
        .filter(|(at, para)| {
            let look = &looks[*at];
            para.is_item()
                && para.lines == 1
                && para.cells().len() == 1
                && para.text.chars().count() <= 60
                && (look.bold || look.caps || look.size > 8 || look.level > 0)
        })
        .filter_map(|(at, para)| {
            let (section, sure) = headings::section(&para.text)?;
            (sure >= 0.85).then_some((at, section, sure))
        })
        .collect();
    let has = |section: Section| found.iter().any(|(_, other, _)| *other == section);
    if found.len() >= 2 && (has(Section::Work) || has(Section::Education)) {
        for (at, section, sure) in found {
            named[at] = Some((section, sure));
        }
    }
}

/// How many lines at the top may say what kind of document this is.
const TITLE_LINES: usize = 4;

/// True for words that name the document and none of its sections.
pub(super) fn is_document_title(text: &str) -> bool {
    let titles = [
        "lebenslauf",
        "tabellarischerlebenslauf",
        "curriculumvitae",
        "curriculum",
        "resume",
        "résumé",
        "cv",
        "hojadevida",
        "currículum",
        "currículumvítae",
        "currículo",
        "życiorys",
        "cvitae",
        "vita",
    ];
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).take(40).collect();
    titles.contains(&letters.to_lowercase().as_str())
}

fn look(para: &Para, body: f32) -> Look {
    let style = para.style();
    let size = if body > 0.0 { (para.size() / body * 8.0).round() } else { 8.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let size = size.clamp(0.0, 800.0) as u16;
    let color = style.color;
    let gray = color.red.abs_diff(color.green) < 24 && color.green.abs_diff(color.blue) < 24;
    Look {
        level: para.heading.map_or(0, |level| 9 - level.min(8)),
        size,
        caps: para.is_caps(),
        bold: para.is_bold(),
        colored: !gray || color.red > 96,
    }
}

/// What a paragraph names if it is a heading, by its words alone.
fn name(para: &Para) -> Option<(Section, f32)> {
    let short = para.lines == 1 && para.text.chars().count() <= 60 && !para.is_item();
    let plain = !matches!(para.part, Part::Header | Part::Footer | Part::Note);
    if !short || !plain || para.cells().len() > 1 {
        return None;
    }
    headings::section(&para.text)
}

/// The paragraphs that are headings of sections.
fn choose(paras: &[Para], looks: &[Look], named: &[Option<(Section, f32)>]) -> Vec<usize> {
    let plain = most_common(paras, looks);
    // Each name counts once for a look: "Highlights" under every employer is no section.
    let mut votes = BTreeMap::<Look, BTreeMap<Section, usize>>::new();
    for (at, found) in named.iter().enumerate() {
        if let Some((section, sure)) = found
            && *sure >= 0.6
        {
            *votes.entry(looks[at]).or_default().entry(*section).or_default() += 1;
        }
    }
    let weight = |look: &Look| votes.get(look).map_or(0, BTreeMap::len);
    let best = votes.keys().copied().max_by_key(|look| (weight(look), *look));
    let Some(best) = best else { return Vec::new() };
    let alike = |look: &Look| {
        look.level == best.level
            && look.size.abs_diff(best.size) <= 1
            && look.caps == best.caps
            && look.bold == best.bold
    };
    let total =
        looks.iter().zip(paras).filter(|(look, para)| alike(look) && para.lines == 1).count();
    let known =
        named.iter().zip(looks).filter(|(found, look)| found.is_some() && alike(look)).count();
    // A look that headings share with half of the page says nothing about unknown names.
    let telling =
        best.level > 0 || (!alike_plain(best, plain) && known * 10 >= total * 7 && known >= 2);
    let lines_of_look = |look: &Look| {
        let same = looks
            .iter()
            .zip(paras)
            .filter(|(other, para)| *other == look && para.lines == 1 && !para.is_item());
        same.count()
    };
    let first_known =
        named.iter().zip(looks).position(|(found, look)| found.is_some() && alike(look));
    let headings: Vec<usize> = (0..paras.len())
        .filter(|&at| {
            let look = &looks[at];
            match named[at] {
                Some((_, sure)) if alike(look) => sure >= 0.5,
                // Another look, such as a sidebar's own: as heavy as the main one, or the only
                // thing a plain page has.
                Some((_, sure)) => {
                    sure >= 0.75
                        && rank(*look) + 1 >= rank(best)
                        && stands_apart(paras, at)
                        && lines_of_look(look) < 2 * weight(look)
                }
                None => {
                    telling
                        && !names_entry(paras, looks, at)
                        && alike(look)
                        && first_known.is_some_and(|first| first < at)
                        && is_unknown_heading(&paras[at])
                }
            }
        })
        .collect();
    without_entries(named, headings)
}

/// Takes out unknown headings that begin entries: where the heading of a section is followed by
/// another line of its look, its entries are set like sections.
fn without_entries(named: &[Option<(Section, f32)>], headings: Vec<usize>) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    let mut entries = false;
    for at in headings {
        if named[at].is_some() {
            entries = false;
            kept.push(at);
            continue;
        }
        let above = kept.last().copied();
        let right_below = above.is_some_and(|above| above + 1 == at && named[above].is_some());
        let of_entries = above.and_then(|above| named[above]).is_some_and(|(section, _)| {
            !matches!(section, Section::Basics | Section::Summary | Section::Other)
        });
        entries |= right_below && of_entries;
        if !entries {
            kept.push(at);
        }
    }
    kept
}

/// How heavy a look is, in steps.
fn rank(look: Look) -> u16 {
    u16::from(look.level > 0)
        + look.size.saturating_sub(8).min(8)
        + u16::from(look.caps)
        + u16::from(look.bold)
}

fn alike_plain(look: Look, plain: Look) -> bool {
    (look.level, look.size, look.caps, look.bold)
        == (plain.level, plain.size, plain.caps, plain.bold)
}

/// The look of most letters.
fn most_common(paras: &[Para], looks: &[Look]) -> Look {
    let mut letters = BTreeMap::<Look, usize>::new();
    for (para, look) in paras.iter().zip(looks) {
        *letters.entry(*look).or_default() += para.text.len();
    }
    let plain = letters.into_iter().max_by_key(|(_, n)| *n).map(|(look, _)| look);
    plain.unwrap_or(Look { level: 0, size: 8, caps: false, bold: false, colored: false })
}

/// True when nothing of the same paragraph flow touches it: there is room above, or it opens a
/// block or a page.
fn stands_apart(paras: &[Para], at: usize) -> bool {
    let para = &paras[at];
    let Some(above) = at.checked_sub(1).map(|above| &paras[above]) else { return true };
    para.apart || para.heading.is_some() || above.block != para.block || above.page != para.page
}

/// True when it may be a heading although nobody knows its words: a few words, no sentence.
fn is_unknown_heading(para: &Para) -> bool {
    let words = para.text.split_whitespace().count();
    let plain = para.text.chars().all(|c| {
        c.is_alphabetic() || c.is_whitespace() || matches!(c, '&' | '/' | '-' | '\'' | '’' | ',')
    });
    let entry = looks::title(&para.text) >= 0.5 || looks::degree(&para.text) >= 0.5;
    (1..=5).contains(&words)
        && !entry
        && para.lines == 1
        && plain
        && !para.is_item()
        && para.cells().len() == 1
}

/// True when a date follows before the next line of the same look: the line names an entry.
fn names_entry(paras: &[Para], looks: &[Look], at: usize) -> bool {
    let strong = |at: usize| dated(&paras[at]).is_some_and(|when| when.strong);
    let mut below = (at + 1..paras.len().min(at + 6))
        .take_while(|&next| looks[next] != looks[at] || strong(next));
    below.any(strong) || dated(&paras[at]).is_some()
}

/// Puts every paragraph under its heading.
fn gather(paras: &[Para], named: &[Option<(Section, f32)>], headings: &[usize]) -> Vec<Stretch> {
    let mut stretches = vec![Stretch { kind: None, heading: None, paras: Vec::new() }];
    let mut lanes = Lanes { extents: extents(paras), ..Lanes::default() };
    let mut is_heading = vec![false; paras.len()];
    for &at in headings {
        is_heading[at] = true;
    }
    let mut current = 0;
    let mut block = None;
    for (at, para) in paras.iter().enumerate() {
        let here = (para.page, para.block);
        let opened = stretches[current].heading.is_some() && stretches[current].paras.is_empty();
        if block.is_some_and(|before| before != here) && !opened && !is_heading[at] {
            current = lanes.resume(paras, headings, at).unwrap_or(current);
        }
        block = Some(here);
        if is_heading[at] {
            let kind = named[at].map(|(section, _)| section);
            stretches.push(Stretch { kind, heading: Some(at), paras: Vec::new() });
            current = stretches.len() - 1;
        } else {
            stretches[current].paras.push(at);
        }
        lanes.leave(para, current);
    }
    stretches
}

/// Points a block must be high to count as a column: about eight lines.
const MIN_COLUMN: f32 = 90.0;

/// Which stretch each column was in when the page ended.
#[derive(Default)]
struct Lanes {
    /// By page and block: what was read of the block so far, and its last stretch.
    last: BTreeMap<(usize, usize), (Rect, usize)>,
    /// By page and block: the box around all of it.
    extents: BTreeMap<(usize, usize), Rect>,
}

impl Lanes {
    fn leave(&mut self, para: &Para, stretch: usize) {
        let rect = para.rect.unwrap_or_default();
        let entry = self.last.entry((para.page, para.block)).or_insert((rect, stretch));
        *entry = (entry.0.union(rect), stretch);
    }

    /// The stretch that goes on where a block begins without a heading: that of the column above
    /// it on the page before, or the top of the page when a column begins beside another one.
    fn resume(&self, paras: &[Para], headings: &[usize], at: usize) -> Option<usize> {
        let para = &paras[at];
        let rect = *self.extents.get(&(para.page, para.block))?;
        let shared = |other: Rect| rect.right.min(other.right) - rect.left.max(other.left);
        // Below something that was read on this page, reading just goes on; cells of a grid are no
        // columns.
        let above = self.last.iter().any(|((page, block), (other, _))| {
            *page == para.page
                && *block != para.block
                && shared(*other) > 0.0
                && other.bottom <= rect.top + 1.0
        });
        if above || rect.height() < MIN_COLUMN {
            return None;
        }
        if para.page > 0 {
            let before = self.last.iter().filter(|((page, _), _)| *page + 1 == para.page);
            let lane = before
                .filter(|(_, (other, _))| shared(*other) > 0.5 * rect.width().min(other.width()))
                .max_by(|(_, (one, _)), (_, (two, _))| one.bottom.total_cmp(&two.bottom));
            return lane.map(|(_, (_, stretch))| *stretch);
        }
        let beside = self.last.iter().any(|((page, block), (other, _))| {
            *page == 0
                && *block != para.block
                && shared(*other) <= 0.0
                && other.top < rect.bottom
                && rect.top < other.bottom
        });
        let has_heading = headings.iter().any(|&heading| {
            paras[heading].page == 0 && paras[heading].block == para.block && heading > at
        });
        (beside && has_heading).then_some(0)
    }
}

/// The box around each block of each page.
fn extents(paras: &[Para]) -> BTreeMap<(usize, usize), Rect> {
    let mut extents = BTreeMap::<(usize, usize), Rect>::new();
    for para in paras {
        if let Some(rect) = para.rect {
            let all = extents.entry((para.page, para.block)).or_insert(rect);
            *all = all.union(rect);
        }
    }
    extents
}
