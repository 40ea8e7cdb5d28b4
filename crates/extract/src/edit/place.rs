//! From the path of a value to the node that holds it, and to what holds that node.

use resume::{FieldPath, Segment};

use super::Source;
use crate::node::{Entry, Node, Value};

/// A value in the tree of a file.
pub(super) struct Place<'a> {
    pub(super) node: &'a Node,
    /// The lists and mappings it stands in with its position there, the outermost first.
    pub(super) inside: Vec<(&'a Node, usize)>,
    /// True when the value has a line or a pair of commas of its own, so that it can be removed.
    pub(super) is_item: bool,
}

impl Source<'_> {
    /// The value at `path`; a list item that could not be read has no path and takes no position.
    pub(super) fn place(&self, path: &FieldPath) -> Option<Place<'_>> {
        let mut place = Place { node: &self.document.root, inside: Vec::new(), is_item: false };
        let mut here = FieldPath::root();
        for segment in path.segments() {
            here = match segment {
                Segment::Key(key) => here.key(key.clone()),
                Segment::Index(index) => here.index(*index),
            };
            place.is_item = true;
            match (segment, &place.node.value) {
                (Segment::Key(key), Value::Mapping { entries, .. }) => {
                    // A key may have been read under its name of today.
                    let named = |entry: &Entry| *entry.key == **key;
                    let span = self.parsed.source_map.get(&here).and_then(|span| span.key.clone());
                    let at = entries.iter().position(named).or_else(|| {
                        entries.iter().position(|entry| Some(&entry.key_span) == span.as_ref())
                    })?;
                    place.inside.push((place.node, at));
                    place.node = &entries[at].value;
                }
                (Segment::Index(index), Value::List(items)) => {
                    let span = self.parsed.source_map.get(&here).map(|span| &span.value);
                    let is_it = |at: &usize| span.is_none_or(|span| items[*at].span == *span);
                    let at = [*index]
                        .into_iter()
                        .filter(|at| *at < items.len())
                        .chain(0..items.len())
                        .find(is_it)?;
                    place.inside.push((place.node, at));
                    place.node = &items[at];
                }
                // A single value where a list or a mapping was meant: it was taken for both.
                (Segment::Index(0), _) | (Segment::Key(_), Value::Scalar(_)) => {
                    place.is_item = false;
                }
                _ => return None,
            }
        }
        Some(place)
    }

    /// The text at `path`, which may stand under the key `text` of a bullet.
    pub(super) fn text_place(&self, path: &FieldPath) -> Option<Place<'_>> {
        let place = self.place(path)?;
        match &place.node.value {
            Value::Mapping { entries, .. } if entries.iter().any(|entry| &*entry.key == "text") => {
                self.place(&path.key("text"))
            }
            _ => Some(place),
        }
    }
}

/// True for a list or mapping in brackets or braces.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    text[node.span.clone()].starts_with(['[', '{'])
        && !matches!(node.value, Value::Mapping { block: true, .. } | Value::Scalar(_))
}
