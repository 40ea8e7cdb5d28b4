//! Building the tree of a resume from values that stand elsewhere, each keeping its place.

use std::ops::Range;
use std::rc::Rc;

use crate::node::{Cost, Entry, Node, Scalar, Value};
use crate::scalar::ScalarType;

/// A text with the place it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The text.
    pub(super) text: String,
    /// Bytes of the source.
    pub(super) span: Range<usize>,
}

impl Piece {
    pub(super) fn new(text: impl Into<String>, span: Range<usize>) -> Self {
        Self { text: text.into(), span }
    }

    /// The text of a single value that is not empty.
    pub(super) fn of(node: &Node) -> Option<Self> {
        let text = node.scalar()?.text.trim();
        (!text.is_empty()).then(|| Self::new(text, node.span.clone()))
    }

    /// Pieces as one, `between` them; the place of the first when they stand far apart.
    pub(super) fn join(pieces: &[Self], between: &str) -> Option<Self> {
        let first = pieces.first()?;
        let text: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let end = pieces.last().map_or(first.span.end, |last| last.span.end);
        let end = if end < first.span.start { first.span.end } else { end };
        Some(Self::new(text.join(between), first.span.start..end))
    }

    /// Pieces as one paragraph: each gets a full stop where it has none, because the line that kept
    /// it apart from the next is gone.
    pub(super) fn sentences(mut pieces: Vec<Self>) -> Option<Self> {
        if pieces.len() > 1 {
            for piece in &mut pieces {
                if piece.text.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
                    piece.text.push('.');
                }
            }
        }
        Self::join(&pieces, " ")
    }

    /// The tree of this text.
    pub(super) fn node(self) -> Rc<Node> {
        let scalar = Scalar { text: self.text, kind: ScalarType::Text, plain: false, block: false };
        node(self.span, Value::Scalar(scalar))
    }
}

/// A list.
pub(super) fn list(span: Range<usize>, items: Vec<Rc<Node>>) -> Rc<Node> {
    node(span, Value::List(items))
}

/// The tree is counted before it is rebuilt; what is built from it is no larger.
fn node(span: Range<usize>, value: Value) -> Rc<Node> {
    Rc::new(Node { span, value, tag: None, cost: Cost::default() })
}

/// A mapping that is being put together; the first value of a key stays.
#[derive(Debug)]
pub(super) struct Map {
    span: Range<usize>,
    entries: Vec<Entry>,
}

impl Map {
    /// An empty mapping for what stands at `span`.
    pub(super) fn new(span: Range<usize>) -> Self {
        Self { span, entries: Vec::new() }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Rc<Node>> {
        self.entries.iter().find(|entry| *entry.key == *key).map(|entry| &entry.value)
    }

    /// True when nothing was put in.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds a value that has no key of its own in the source.
    pub(super) fn put(&mut self, key: &str, value: Rc<Node>) {
        let at = value.span.start;
        self.put_at(key, at..at, value);
    }

    /// Adds a value and the place of what names it.
    pub(super) fn put_at(&mut self, key: &str, key_span: Range<usize>, value: Rc<Node>) {
        if self.get(key).is_none() {
            self.entries.push(Entry { key: key.into(), key_span, odd_key: false, value });
        }
    }

    /// Adds a text, if there is one.
    pub(super) fn text(&mut self, key: &str, piece: Option<Piece>) {
        if let Some(piece) = piece {
            self.put(key, piece.node());
        }
    }

    /// Adds items to a list; an empty list is none.
    pub(super) fn extend(
        &mut self,
        key: &str,
        key_span: Option<Range<usize>>,
        items: Vec<Rc<Node>>,
    ) {
        let Some(first) = items.first() else { return };
        let held = self.entries.iter_mut().find(|entry| *entry.key == *key);
        if let Some(entry) = held {
            let mut all = match &entry.value.value {
                Value::List(held) => held.clone(),
                _ => vec![Rc::clone(&entry.value)],
            };
            let span = entry.value.span.clone();
            all.extend(items);
            entry.value = list(span, all);
            return;
        }
        let end = items.last().map_or(first.span.end, |last| last.span.end).max(first.span.end);
        let span = first.span.start..end;
        let at = key_span.unwrap_or(first.span.start..first.span.start);
        self.put_at(key, at, list(span, items));
    }

    /// Keeps an entry outside the format under its own key.
    pub(super) fn keep(&mut self, entry: &Entry) {
        if self.get(&entry.key).is_none() {
            self.entries.push(entry.clone());
        }
    }

    /// The mapping; nothing when nothing was put in.
    pub(super) fn some(self) -> Option<Rc<Node>> {
        (!self.is_empty()).then(|| self.node())
    }

    /// The mapping.
    pub(super) fn node(self) -> Rc<Node> {
        node(self.span, Value::Mapping { entries: self.entries, block: false })
    }
}

/// The keys and values of a mapping.
pub(super) fn entries(node: &Node) -> Option<&[Entry]> {
    match &node.value {
        Value::Mapping { entries, .. } => Some(entries),
        _ => None,
    }
}

/// The value of a key.
pub(super) fn get<'a>(node: &'a Node, key: &str) -> Option<&'a Entry> {
    entries(node)?.iter().find(|entry| *entry.key == *key)
}

/// The items of a list; a single value is its own only item, and nothing is none.
pub(super) fn items(node: &Rc<Node>) -> Vec<Rc<Node>> {
    match &node.value {
        Value::List(items) => items.clone(),
        _ if node.is_null() => Vec::new(),
        _ => vec![Rc::clone(node)],
    }
}
