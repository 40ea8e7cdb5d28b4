//! A file changed so that it holds another resume, with as much of it kept as can be.
//!
//! The old values and the new are compared from the root down. What is the same keeps its bytes. A
//! text is changed inside its quoting, a key leaves or comes with its lines, items of a list move
//! with their comments. Where that is not possible the smallest part around is written anew. As
//! everywhere here the result is read again, and must say what was meant.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

use resume::model::Texts;
use resume::{FieldPath, Parsed, Resume};
use serde_json::{Map, Value};

use super::emit::Emitter;
use super::lines::{after, start_of};
use super::place::is_flow;
use super::rows::{Part, Rows};
use super::{Care, Source, TextEdit, apply, in_order, pair, remove, scalar};
use crate::node::{self, Node};
use crate::{Format, Limits, json, yaml};

/// A file that holds another resume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// Its text, without a byte order mark.
    pub text: String,
    /// True when comments, or values that no resume has, could not be kept.
    pub lost_comments: bool,
}

/// For lists, by their path in the old resume: which item each new one was made from; none for one
/// that is new.
pub type Origins = BTreeMap<FieldPath, Vec<Option<usize>>>;

/// The text of a file that reads as `wanted`, made from a file that reads as `parsed`. Values that
/// stay the same keep their bytes; comments stay, unless [`Rewritten::lost_comments`] says
/// otherwise. Those inside of an item or a key that leaves go with it.
///
/// Which item became which is taken from `origins` where it is known, and found by what items say
/// where it is not.
///
/// `None` for a format that is never edited, and for values that no file can hold.
pub fn rewrite(
    parsed: &Parsed,
    format: Format,
    wanted: &Resume,
    origins: &Origins,
) -> Option<Rewritten> {
    let text = parsed.source_map.text();
    if parsed.resume == *wanted {
        return Some(Rewritten { text: text.to_owned(), lost_comments: false });
    }
    let old = serde_json::to_value(&parsed.resume).ok()?;
    let new = serde_json::to_value(wanted).ok()?;
    let document = match format {
        Format::Yaml => yaml::parse(text, &Limits::default()).ok()?,
        Format::Json => json::parse(text, &Limits::default()).ok()?,
        Format::Europass | Format::LinkedInExport => return None,
    };
    let source = Source { text, format, parsed, document: &document };
    let reads = |text: &str| {
        let again = crate::read(text.as_bytes(), format, &Limits::default());
        again.is_ok_and(|again| again.resume == *wanted)
    };
    if parsed.origin.is_editable() {
        for care in [Care::Keep, Care::Quote] {
            let rewriter = Rewriter::new(&source, origins, care);
            let edits = rewriter.value(&FieldPath::root(), &old, &new).and_then(in_order);
            if let Some(text) = edits.map(|edits| apply(text, &edits)).filter(|text| reads(text)) {
                return Some(Rewritten { text, lost_comments: rewriter.lost.get() });
            }
        }
    }
    let emitter = Emitter::of(&source, false);
    let anew = match format {
        Format::Json => emitter.inline(&new, 0) + emitter.end,
        _ => emitter.behind(&new, 0).trim_start().to_owned() + emitter.end,
    };
    if document.root.is_null() {
        // Nothing but comments so far.
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { emitter.end };
        let both = format!("{text}{gap}{anew}");
        if reads(&both) {
            return Some(Rewritten { text: both, lost_comments: false });
        }
    }
    let lost_comments = remove::has_comment(text, 0..text.len(), Some(&document.root));
    reads(&anew).then_some(Rewritten { text: anew, lost_comments })
}

/// Finds the edits of one file.
struct Rewriter<'a> {
    source: &'a Source<'a>,
    texts: Texts,
    origins: &'a Origins,
    care: Care,
    lost: Cell<bool>,
}

impl<'a> Rewriter<'a> {
    fn new(source: &'a Source<'a>, origins: &'a Origins, care: Care) -> Self {
        let texts = Texts::of(&source.parsed.resume);
        Self { source, texts, origins, care, lost: Cell::new(false) }
    }

    /// Which old item of a list each new one was made from.
    fn pairs(&self, path: &FieldPath, old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
        let fits = |known: &&Vec<Option<usize>>| {
            known.len() == new.len() && known.iter().flatten().all(|from| *from < old.len())
        };
        let known = self.origins.get(path).filter(fits).cloned();
        known.unwrap_or_else(|| pair::pair(old, new))
    }

    /// The edits that make `new` of the value at `path`; `None` when it has to be written anew.
    fn value(&self, path: &FieldPath, old: &Value, new: &Value) -> Option<Vec<TextEdit>> {
        if old == new {
            return Some(Vec::new());
        }
        let place = self.source.place(path)?;
        let bullet = |text: &str| Map::from_iter([("text".to_owned(), Value::from(text))]);
        match (old, new) {
            (Value::String(_), Value::String(text)) => {
                let change = [(None, text.as_str())];
                scalar::rewrite(self.source, &self.texts, path, &change, self.care)
                    .map(|edit| vec![edit])
            }
            (Value::Array(old), Value::Array(new)) => self.list(path, place.node, old, new),
            (Value::Object(old), Value::Object(new)) => self.mapping(path, place.node, old, new),
            // A bullet may be a text or a mapping.
            (Value::Object(old), Value::String(text)) => {
                self.mapping(path, place.node, old, &bullet(text))
            }
            (Value::String(text), Value::Object(new)) => {
                self.mapping(path, place.node, &bullet(text), new)
            }
            _ => None,
        }
    }

    fn list(
        &self,
        path: &FieldPath,
        node: &Node,
        old: &[Value],
        new: &[Value],
    ) -> Option<Vec<TextEdit>> {
        let node::Value::List(items) = &node.value else { return None };
        (items.len() == old.len() && !new.is_empty()).then_some(())?;
        let pairs = self.pairs(path, old, new);
        let in_place =
            old.len() == new.len() && pairs.iter().enumerate().all(|(at, from)| *from == Some(at));
        let made: Vec<Option<Vec<TextEdit>>> = pairs
            .iter()
            .zip(new)
            .map(|(from, new)| from.and_then(|from| self.value(&path.index(from), &old[from], new)))
            .collect();
        if in_place && made.iter().all(Option::is_some) {
            return Some(made.into_iter().flatten().flatten().collect());
        }
        let rows = Rows::of(self.source.text, node)?;
        let emitter = Emitter::of(self.source, is_flow(self.source.text, node));
        let mut parts = Vec::with_capacity(new.len());
        for ((from, edits), value) in pairs.iter().zip(made).zip(new) {
            parts.push(match (from, edits) {
                (Some(from), Some(edits)) => Part::Kept(*from, edits),
                (Some(from), None) => {
                    self.note_loss(rows.range(*from), &items[*from]);
                    Part::Anew(*from, rows.item(&emitter, value))
                }
                (None, _) => Part::New(rows.item(&emitter, value)),
            });
        }
        let roomy = path.segments().len() == 1 && new.iter().any(is_large);
        rows.rebuilt(&parts, emitter.end, roomy).map(|edit| vec![edit])
    }

    fn mapping(
        &self,
        path: &FieldPath,
        node: &Node,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
    ) -> Option<Vec<TextEdit>> {
        let node::Value::Mapping { entries, .. } = &node.value else { return None };
        let text = self.source.text;
        let rows = Rows::of(text, node)?;
        let in_flow = is_flow(text, node);
        let emitter = Emitter::of(self.source, in_flow);
        let mut edits = Vec::new();
        let mut gone = Vec::new();
        for (key, before) in old {
            let at = self.entry(path, node, key)?;
            let Some(after) = new.get(key) else {
                gone.push(at);
                continue;
            };
            if let Some(made) = self.value(&path.key(key.clone()), before, after) {
                edits.extend(made);
            } else {
                edits.push(self.anew(&rows, &emitter, &entries[at], at, after)?);
            }
        }
        // A new key stands before the next that is there already, in the order of the format.
        let mut added: Vec<(Option<usize>, String)> = Vec::new();
        let mut next = None;
        for (key, value) in new.iter().rev() {
            let written = self.entry(path, node, key);
            if let Some(at) = written.filter(|_| !old.contains_key(key)) {
                // It holds nothing yet: `skills: []`.
                edits.push(self.anew(&rows, &emitter, &entries[at], at, value)?);
                next = Some(at);
            } else if !old.contains_key(key) {
                added.push((next, rows.pair(&emitter, &emitter.key(key), value)));
            } else {
                next = Some(written?);
            }
        }
        added.reverse();
        if gone.is_empty() && added.is_empty() {
            return Some(edits);
        }
        (gone.len() < entries.len() || !added.is_empty()).then_some(())?;
        if in_flow {
            let mut parts: Vec<Part> = Vec::new();
            let news = |before: Option<usize>| {
                let here = added.iter().filter(move |(at, _)| *at == before);
                here.map(|(_, text)| Part::New(text.clone()))
            };
            for at in 0..entries.len() {
                parts.extend(news(Some(at)));
                if !gone.contains(&at) {
                    let range = rows.range(at);
                    let own = |edit: &&TextEdit| {
                        range.start <= edit.range.start && edit.range.end <= range.end
                    };
                    parts.push(Part::Kept(at, edits.iter().filter(own).cloned().collect()));
                }
            }
            parts.extend(news(None));
            return rows.rebuilt(&parts, emitter.end, false).map(|edit| vec![edit]);
        }
        edits.extend(rows.without(&gone)?);
        for (before, pair) in added {
            edits.push(rows.with(before, &gone, &pair, emitter.end)?);
        }
        Some(edits)
    }

    /// The edit that writes a value under its key anew.
    fn anew(
        &self,
        rows: &Rows<'_>,
        emitter: &Emitter<'_>,
        entry: &node::Entry,
        at: usize,
        value: &Value,
    ) -> Option<TextEdit> {
        self.note_loss(rows.range(at), &entry.value);
        let range = entry.key_span.start..rows.range(at).end;
        let key = self.source.text.get(entry.key_span.clone())?;
        Some(TextEdit { range, text: rows.pair(emitter, key, value) })
    }

    /// Where a mapping of the file holds the value of a key.
    fn entry(&self, path: &FieldPath, node: &Node, key: &str) -> Option<usize> {
        let place = self.source.place(&path.key(key.to_owned()))?;
        let (holder, at) = place.inside.last()?;
        (place.is_item && std::ptr::eq(*holder, node)).then_some(*at)
    }

    /// What is written anew keeps no comments.
    fn note_loss(&self, range: Range<usize>, node: &Node) {
        let text = self.source.text;
        let range = start_of(text, range.start)..after(text, range.end).max(range.end);
        if self.source.format == Format::Yaml && remove::has_comment(text, range, Some(node)) {
            self.lost.set(true);
        }
    }
}

/// An entry of some lines.
fn is_large(item: &Value) -> bool {
    item.as_object().is_some_and(|entry| entry.len() > 3)
}
