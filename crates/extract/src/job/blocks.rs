//! Paragraphs of a posting under their headings.

use std::ops::Range;

use document::Part as Where;

use super::names::{self, Part};
use super::tokens::tokens;
use crate::fields::make::Cut;
use crate::fields::para::Para;

/// Something a posting says: an item of a list or a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Where it stands.
    pub(super) cut: Cut,
    /// True for an item of a list.
    pub(super) item: bool,
    /// How deep its list is nested.
    pub(super) depth: u8,
}

/// A part of a posting.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// What its heading says it is; `None` without a heading that is known.
    pub(super) part: Option<Part>,
    /// The heading.
    pub(super) heading: Option<Cut>,
    /// What stands under it.
    pub(super) said: Vec<Said>,
}

/// A heading or label at the beginning of a paragraph.
struct Opening {
    part: Option<Part>,
    heading: Range<usize>,
    /// What follows on the same line.
    rest: Option<Range<usize>>,
}

/// The parts of a posting in order; the first one has no heading. The paragraphs in `skip` are
/// left out.
pub(super) fn blocks(paras: &[Para], skip: &[usize]) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    for (at, para) in paras.iter().enumerate() {
        if skip.contains(&at) || matches!(para.part, Where::Header | Where::Footer | Where::Note) {
            continue;
        }
        let filed = blocks.last().is_some_and(|block| block.part.is_some());
        // `Databases: PostgreSQL` is an item of the part it stands in.
        let opening = opening(paras, at)
            .filter(|opening| !(para.is_item() && filed && opening.rest.is_some()));
        let said = |range: Range<usize>| Said {
            cut: Cut { para: at, range },
            item: para.is_item(),
            depth: para.depth,
        };
        if let Some(Opening { part, heading, rest }) = opening {
            let heading = Some(Cut { para: at, range: heading });
            let mut block = Block { part, heading, said: Vec::new() };
            let is_field = part.is_some_and(|part| {
                part.is_field() || matches!(part, Part::Team | Part::Pay | Part::Tools)
            });
            let inline = rest.is_some();
            block.said.extend(rest.map(said));
            blocks.push(block);
            // A fact behind its label is complete.
            if inline && is_field {
                blocks.push(Block::default());
            }
        } else {
            let next_is_new = blocks.last().is_some_and(|block| {
                let full = block.part.is_some_and(Part::is_field) && !block.said.is_empty();
                let listed = block.said.iter().all(|said| said.item) && para.is_item();
                full && !listed
            });
            if next_is_new {
                blocks.push(Block::default());
            }
            if let Some(block) = blocks.last_mut() {
                block.said.push(said(0..para.text.len()));
            }
        }
    }
    blocks.retain(|block| block.heading.is_some() || !block.said.is_empty());
    blocks
}

/// The heading or label a paragraph is or begins with.
fn opening(paras: &[Para], at: usize) -> Option<Opening> {
    let para = &paras[at];
    let text = para.text.trim_end();
    let whole = |part| Some(Opening { part, heading: 0..text.len(), rest: None });
    let next = paras.get(at + 1);
    if para.heading.is_some() {
        return labeled(para, text).or_else(|| whole(names::named(text)));
    }
    if let Some(opening) = labeled(para, text) {
        return Some(opening);
    }
    let has_colon = text.ends_with(':') || text.ends_with("：");
    if para.is_item() {
        // An item may head the items below it.
        let heads = has_colon && next.is_some_and(|next| next.is_item() && next.depth > para.depth);
        let part = names::exact(text).filter(|_| heads || (has_colon && para.is_bold()))?;
        return whole(Some(part));
    }
    let words = text.split_whitespace().count();
    if words > 12 || text.len() > 100 || text.ends_with(['.', ',', ';']) {
        return None;
    }
    let strong = para.is_bold() || (para.is_caps() && words <= 8) || has_colon;
    if let Some(part) = names::exact(text) {
        // One word alone is a value as often as a heading: `Remote`, `Experience`.
        let alone = words == 1 && !strong && part.is_field();
        return if alone { None } else { whole(Some(part)) };
    }
    let below = next.is_some_and(|next| next.is_item() && !para.is_item());
    let first = tokens(text).into_iter().next().unwrap_or_default();
    let asks = text.ends_with('?')
        || (words <= 8 && matches!(&*first, "what" | "who" | "why" | "how") && words >= 3);
    if (strong || asks || below)
        && let Some(part) = names::named(text)
    {
        return whole(Some(part));
    }
    // Words nobody knows head what follows when they are set so.
    let set_so = para.is_bold() || (para.is_caps() && words > 1);
    let follows = next.is_some_and(|next| !next.is_bold() || next.is_item());
    (at > 0 && set_so && words <= 9 && follows && !text.contains([',', '|', '·']))
        .then_some(Opening { part: None, heading: 0..text.len(), rest: None })
}

/// `Requirements: five years of Go`, and the same with the label in heavy letters.
fn labeled(para: &Para, text: &str) -> Option<Opening> {
    let (colon, after) = if let Some(at) = text.find([':', '：']) {
        (at, at + text[at..].chars().next().map_or(1, char::len_utf8))
    } else {
        let bold = para.runs.iter().take_while(|run| run.style.bold).last()?;
        (bold.range.end, bold.range.end)
    };
    let label = text.get(..colon)?;
    let rest = text.get(after..)?;
    if rest.trim().is_empty() || label.len() > 60 || rest.starts_with("//") {
        return None;
    }
    let words = tokens(label).len();
    let part = names::exact(label)?;
    let long = rest.split_whitespace().count() > 14;
    // `Position: …` and a whole paragraph is no fact behind a label.
    if words > 7 || (part.is_field() && long && part != Part::Place) {
        return None;
    }
    let start = after + (rest.len() - rest.trim_start().len());
    Some(Opening { part: Some(part), heading: 0..colon, rest: Some(start..text.len()) })
}
