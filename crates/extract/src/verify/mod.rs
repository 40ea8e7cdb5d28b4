//! Whether a page that was written can be read back: every text whole, and in its place.
//!
//! The way of a text: what stands in the page once is looked up and the heaviest chain of texts in
//! their order is kept (`chain`), so that one torn word cannot put a whole page out of order.
//! Everything else must stand between its neighbors of the chain. What does not is looked for
//! elsewhere, then without regard to white space and hyphens (`page`).

mod chain;
mod page;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

use document::{Document, Kind, Line, Part};

use self::page::{Page, normal};

/// A text that a reader of the page does not find as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss<'a> {
    /// The text, as it was expected.
    pub leaf: &'a str,
    /// What became of it.
    pub kind: LossKind,
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossKind {
    /// It is not there.
    Missing,
    /// Its letters are there, but white space or hyphens in it or around it are not as they were:
    /// a word is broken in two, or two words became one.
    Torn,
    /// It is there, but not between what stands before it and what stands behind it.
    OutOfOrder,
}

/// A match that begins further away than this says nothing of where the next text stands, unless
/// the text is [`LONG`]. Bytes.
const NEAR: usize = 256;
/// Bytes of a text that hardly stands in a page twice by chance.
const LONG: usize = 24;

/// The texts that are lost between `leaves`, everything a page shows in reading order
/// (`Outline::leaves`), and `text`, what a reader made of the page; in the order of `leaves`.
///
/// White space is compared as one space, composed letters as equal to decomposed ones; everything
/// else counts. A text is found where no word goes on before or behind it: `Go` is no part of
/// `Google`, `Go-kit` or `Go.`-something. What stands in the text besides the leaves does not
/// matter. A text that is expected several times must be there as often.
///
/// Takes time in proportion to the text where most leaves are in their place. However disordered a
/// page is, searching ends after about a second; what was not found until then counts as missing.
pub fn verify<'a>(leaves: &[&'a str], text: &str) -> Vec<Loss<'a>> {
    let mut page = Page::new(text);
    let wanted: Vec<String> = leaves.iter().map(|leaf| normal(leaf)).collect();
    let mut found = anchors(&wanted, &mut page);
    between(&wanted, &mut found, &mut page);
    for place in found.iter().flatten() {
        page.claim(place.clone());
    }
    let mut losses = Vec::new();
    for (at, leaf) in leaves.iter().enumerate() {
        if found[at].is_some() || wanted[at].is_empty() {
            continue;
        }
        let kind = if page.claim_whole(&wanted[at]) {
            LossKind::OutOfOrder
        } else if page.claim_torn(&wanted[at]) {
            LossKind::Torn
        } else {
            LossKind::Missing
        };
        losses.push(Loss { leaf, kind });
    }
    losses
}

/// The texts that are lost between `leaves` and a page as [`document::read`] read it.
///
/// Running heads and feet stand behind everything else, as they may stand in the middle of a
/// sentence. A plain text is taken as it stands in the file: its reader takes `**kwargs**` for bold
/// letters, as people write them, and what vitae writes there means itself.
pub fn verify_document<'a>(leaves: &[&'a str], document: &Document) -> Vec<Loss<'a>> {
    if document.kind == Kind::Text {
        return verify(leaves, &document.naive);
    }
    let runs = |line: &&Line| matches!(line.part, Part::Header | Part::Footer);
    let (running, body): (Vec<&Line>, Vec<&Line>) = document.lines.iter().partition(runs);
    let lines = body.into_iter().chain(running).cloned().collect();
    verify(leaves, &Document { lines, ..Document::default() }.placed().text)
}

/// Where texts stand that are expected once, as far as they are in order.
fn anchors(wanted: &[String], page: &mut Page) -> Vec<Option<Range<usize>>> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for leaf in wanted {
        *times.entry(leaf).or_default() += 1;
    }
    let mut cursor = 0;
    let mut found = vec![None; wanted.len()];
    for (leaf, found) in wanted.iter().zip(&mut found) {
        if leaf.is_empty() || times[leaf.as_str()] > 1 {
            continue;
        }
        let behind = page.find(leaf, cursor..page.len());
        *found = behind.or_else(|| page.find(leaf, 0..(cursor + leaf.len()).min(page.len())));
        if let Some(place) = found
            && (leaf.len() >= LONG || place.start.abs_diff(cursor) <= NEAR)
        {
            cursor = place.end;
        }
    }
    chain::keep_heaviest(&mut found);
    found
}

/// Looks for the other texts between their neighbors.
fn between(wanted: &[String], found: &mut [Option<Range<usize>>], page: &mut Page) {
    let mut ends = vec![page.len(); wanted.len()];
    let mut end = page.len();
    for (at, place) in found.iter().enumerate().rev() {
        ends[at] = end;
        end = place.as_ref().map_or(end, |place| place.start);
    }
    let mut cursor = 0;
    for (at, leaf) in wanted.iter().enumerate() {
        if found[at].is_none() && !leaf.is_empty() {
            found[at] = page.find(leaf, cursor..ends[at]);
        }
        cursor = found[at].as_ref().map_or(cursor, |place| place.end);
    }
}
