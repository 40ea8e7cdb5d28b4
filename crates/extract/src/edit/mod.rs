//! Edits of values to edits of the file's bytes, so that comments and formatting survive.
//!
//! A text is changed inside the quoting its author chose ([`scalar`]), an item leaves with its own
//! lines unless a comment speaks of it ([`remove`]), a key that was missing gets a line of its own
//! ([`insert`]), a list is sorted by moving whole items ([`reorder`]). None of
//! these is trusted: the file is read again, and an edit that does not give exactly what the
//! model says is none.

mod emit;
mod insert;
mod lines;
mod pair;
mod place;
mod quoting;
mod remove;
mod reorder;
mod rewrite;
mod rows;
mod scalar;
mod unquote;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use resume::model::Texts;
use resume::{Edit, FieldPath, Finding, Parsed, Resume};

use crate::node::Document;
use crate::{Format, Limits, json, yaml};
pub use pair::pair;
use place::Place;
pub use rewrite::{Origins, Rewritten, rewrite};

/// Some bytes of a source and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// Bytes of the source.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
}

impl TextEdit {
    fn delete(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }

    fn insert(at: usize, text: &str) -> Self {
        Self { range: at..at, text: text.to_owned() }
    }
}

/// The source with all edits applied. They stand in order and do not overlap, as [`text_edits`]
/// gives them; one that does not fit is left out.
pub fn apply(source: &str, edits: &[TextEdit]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for edit in edits {
        if let Some(kept) = source.get(from..edit.range.start)
            && source.get(edit.range.clone()).is_some()
        {
            out += kept;
            out += &edit.text;
            from = edit.range.end;
        }
    }
    out + &source[from..]
}

/// What to change in the source so that reading it again gives `parsed.resume.edited(edits)`.
///
/// The edits stand in order and do not overlap; nothing else of the file changes. `None` when
/// they cannot be made in this file: the model refuses them, a value is shared by an alias, a
/// comment speaks of what is to be removed, or the result would not read back as what was meant.
///
/// A file in the format of another tool is never edited ([`Origin::is_editable`](resume::Origin)):
/// its own tool would no longer understand it.
pub fn text_edits(parsed: &Parsed, format: Format, edits: &[Edit]) -> Option<Vec<TextEdit>> {
    if !parsed.origin.is_editable() {
        return None;
    }
    let wanted = parsed.resume.edited(edits)?;
    let text = parsed.source_map.text();
    let document = match format {
        Format::Yaml => yaml::parse(text, &Limits::default()).ok()?,
        Format::Json => json::parse(text, &Limits::default()).ok()?,
        Format::Europass | Format::LinkedInExport => return None,
    };
    let source = Source { text, format, parsed, document: &document };
    let made = |care: &dyn Fn(&FieldPath) -> Care| {
        let planned = source.plan(edits, care)?;
        source.reads_back(&planned, &wanted).then_some(planned)
    };
    made(&|_| Care::Keep)
        .or_else(|| {
            let awkward = source.awkward(edits);
            (!awkward.is_empty()).then_some(())?;
            made(&|path| if awkward.contains(path) { Care::Quote } else { Care::Keep })
        })
        .or_else(|| made(&|_| Care::Quote))
}

/// How often a file is read to find the values whose style cannot be kept.
const MOST_READS: usize = 32;

/// How a changed text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    /// In the style and the lines it has.
    Keep,
    /// In double quotes, which can hold any text.
    Quote,
}

/// A file that is to be edited.
struct Source<'a> {
    text: &'a str,
    format: Format,
    parsed: &'a Parsed,
    document: &'a Document,
}

impl Source<'_> {
    /// The texts that do not read back in the style they have, found by halves; on a file that
    /// has many, some of the others are among them.
    fn awkward(&self, edits: &[Edit]) -> BTreeSet<FieldPath> {
        let mut texts: BTreeMap<&FieldPath, Vec<Edit>> = BTreeMap::new();
        for edit in edits {
            if let Edit::Replace { path, .. } = edit {
                texts.entry(path).or_default().push(edit.clone());
            }
        }
        let texts: Vec<(&FieldPath, Vec<Edit>)> = texts.into_iter().collect();
        let mut found = BTreeSet::new();
        let mut open = vec![&texts[..]];
        let mut reads = 0;
        while let Some(part) = open.pop() {
            reads += 1;
            let edits: Vec<Edit> = part.iter().flat_map(|(_, edits)| edits.clone()).collect();
            if reads <= MOST_READS && self.keeps(&edits) {
                continue;
            }
            if part.len() < 2 || reads > MOST_READS {
                found.extend(part.iter().map(|(path, _)| (*path).clone()));
                continue;
            }
            let (first, second) = part.split_at(part.len() / 2);
            open.extend([second, first]);
        }
        found
    }

    /// True when these edits alone read back with every style kept.
    fn keeps(&self, edits: &[Edit]) -> bool {
        let planned = self.plan(edits, &|_| Care::Keep);
        let wanted = self.parsed.resume.edited(edits);
        planned.zip(wanted).is_some_and(|(planned, wanted)| self.reads_back(&planned, &wanted))
    }

    fn plan(&self, edits: &[Edit], care: &dyn Fn(&FieldPath) -> Care) -> Option<Vec<TextEdit>> {
        let mut texts: BTreeMap<FieldPath, Vec<scalar::Change<'_>>> = BTreeMap::new();
        let mut removed: BTreeMap<FieldPath, Vec<Place<'_>>> = BTreeMap::new();
        let mut out = Vec::new();
        for edit in edits {
            match edit {
                Edit::Replace { path, range, text } => {
                    texts.entry(path.clone()).or_default().push((range.clone(), text));
                }
                Edit::Remove { path } => {
                    removed.entry(path.parent()?).or_default().push(self.place(path)?);
                }
                Edit::Insert { path, text } => out.push(insert::insert(self, path, text)?),
                Edit::Reorder { path, order } => {
                    out.extend(reorder::reorder(self.text, self.place(path)?.node, order)?);
                }
            }
        }
        let values = Texts::of(&self.parsed.resume);
        for (path, changes) in &texts {
            out.push(scalar::rewrite(self, &values, path, changes, care(path))?);
        }
        for places in removed.values() {
            out.extend(remove::remove(self.text, places)?);
        }
        in_order(out)
    }

    /// True when the edited file gives exactly what is wanted, and nothing new to complain about.
    fn reads_back(&self, edits: &[TextEdit], wanted: &Resume) -> bool {
        let after = apply(self.text, edits);
        let Ok(again) = crate::read(after.as_bytes(), self.format, &Limits::default()) else {
            return false;
        };
        let count = |findings: &[Finding], rule: &str| {
            findings.iter().filter(|finding| finding.rule == rule).count()
        };
        let before = &self.parsed.findings;
        let worse = |finding: &Finding| {
            count(&again.findings, &finding.rule) > count(before, &finding.rule)
        };
        again.resume == *wanted && !again.findings.iter().any(worse)
    }
}

/// Sorted, with deletions that touch made one; `None` when anything else overlaps.
fn in_order(mut edits: Vec<TextEdit>) -> Option<Vec<TextEdit>> {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out: Vec<TextEdit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match out.last_mut() {
            Some(last) if edit.range.start < last.range.end => {
                (last.text.is_empty() && edit.text.is_empty()).then_some(())?;
                last.range.end = last.range.end.max(edit.range.end);
            }
            _ => out.push(edit),
        }
    }
    Some(out)
}
