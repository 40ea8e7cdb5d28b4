//! Events to nodes. Aliases share the node they name, and what they would cost when written out
//! is counted before anything is, so that a small file cannot become a large tree.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle, Tag};

use super::{error, merge, range_of};
use crate::node::{Cost, Entry, Node, Scalar, Value};
use crate::scalar::{ScalarType, plain_type};
use crate::words::{quote, size};
use crate::{Limits, ReadError};

/// A list or mapping whose end has not come yet.
struct Open {
    start: usize,
    end: usize,
    anchor: usize,
    tag: Option<String>,
    block: bool,
    cost: Cost,
    inner: Inner,
}

enum Inner {
    List(Vec<Rc<Node>>),
    Mapping { entries: Vec<Entry>, key: Option<Rc<Node>> },
}

/// Builds the tree of one document.
pub(super) struct Builder<'a> {
    text: &'a str,
    limits: &'a Limits,
    open: Vec<Open>,
    /// What each anchor names; `None` while its value is still open.
    anchors: BTreeMap<usize, Option<Rc<Node>>>,
    spent: Cost,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, limits: &'a Limits) -> Self {
        let spent = Cost::default();
        Self { text, limits, open: Vec::new(), anchors: BTreeMap::new(), spent }
    }

    /// Reads events up to the end of the document.
    pub(super) fn document(
        mut self,
        parser: &mut Parser<'a, StrInput<'a>>,
    ) -> Result<Rc<Node>, ReadError> {
        let mut root = None;
        while let Some(event) = parser.next_event() {
            let (event, span) =
                event.map_err(|scan| error::explain(self.text, &scan, self.limits))?;
            let at = range_of(self.text, &span);
            let done = match event {
                Event::Scalar(text, style, anchor, tag) => {
                    Some(self.scalar(&text, style, anchor, tag.as_deref(), at)?)
                }
                Event::SequenceStart(style, anchor, tag) => {
                    self.start(at, style, anchor, tag.as_deref(), Inner::List(Vec::new()))?;
                    None
                }
                Event::MappingStart(style, anchor, tag) => {
                    let inner = Inner::Mapping { entries: Vec::new(), key: None };
                    self.start(at, style, anchor, tag.as_deref(), inner)?;
                    None
                }
                Event::SequenceEnd | Event::MappingEnd => Some(self.end(at)?),
                Event::Alias(anchor) => Some(self.alias(anchor, at)?),
                Event::UnresolvedAlias(name) => {
                    return Err(error::unknown_alias(self.text, &name, at));
                }
                Event::DocumentEnd => break,
                _ => None,
            };
            if let Some(node) = done {
                match self.open.last_mut() {
                    Some(parent) => parent.push(node, self.text),
                    None => root = Some(node),
                }
            }
        }
        Ok(root.unwrap_or_else(|| {
            let text = String::new();
            let scalar = Scalar { text, kind: ScalarType::Null, plain: true, block: false };
            let cost = Cost::scalar(0);
            Rc::new(Node { span: 0..0, value: Value::Scalar(scalar), tag: None, cost })
        }))
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        at: Range<usize>,
    ) -> Result<Rc<Node>, ReadError> {
        let plain = style == ScalarStyle::Plain;
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let raw = &self.text[at.clone()];
        // A block ends at the next token for the parser, and with its last line for a reader.
        let end = if plain || is_block { at.start + raw.trim_end().len() } else { at.end };
        let at = at.start..end;
        let text = if is_block { text.trim_end_matches('\n') } else { text };
        let forced = tag.is_some_and(|tag| tag.is_yaml_core_schema_tag("str") || is_bare(tag));
        let kind = if plain && at.is_empty() {
            ScalarType::Null
        } else if plain && !forced {
            plain_type(text)
        } else {
            ScalarType::Text
        };
        let cost = Cost::scalar(text.len());
        self.spend(cost, &at)?;
        let value = Value::Scalar(Scalar { text: text.to_owned(), kind, plain, block: is_block });
        let node = Rc::new(Node { span: at, value, tag: tag.and_then(unknown_tag), cost });
        self.remember(anchor, Some(&node));
        Ok(node)
    }

    fn start(
        &mut self,
        at: Range<usize>,
        style: StructureStyle,
        anchor: usize,
        tag: Option<&Tag>,
        inner: Inner,
    ) -> Result<(), ReadError> {
        let cost = Cost::container();
        self.spend(cost, &at)?;
        self.remember(anchor, None);
        self.open.push(Open {
            start: at.start,
            end: at.end,
            anchor,
            tag: tag.and_then(unknown_tag),
            block: style == StructureStyle::Block,
            cost,
            inner,
        });
        if self.open.len() > self.limits.depth {
            return Err(error::too_deep(self.text, at, self.limits));
        }
        Ok(())
    }

    fn end(&mut self, at: Range<usize>) -> Result<Rc<Node>, ReadError> {
        let Some(open) = self.open.pop() else {
            return Err(ReadError::at(self.text, at, "a list or mapping ends that never began"));
        };
        // Indentation has no closing character: a block ends with its last child.
        let end = if open.block { open.end } else { at.end };
        let span = open.start..end.max(open.start);
        let mut cost = open.cost;
        let value = match open.inner {
            Inner::List(items) => Value::List(items),
            Inner::Mapping { mut entries, .. } => {
                let merged = merge::merge(&mut entries, |extra| {
                    cost.add(extra);
                    self.spend(extra, &span)
                });
                merged?;
                Value::Mapping { entries, block: open.block }
            }
        };
        let node = Rc::new(Node { span, value, tag: open.tag, cost });
        self.remember(open.anchor, Some(&node));
        Ok(node)
    }

    fn alias(&mut self, anchor: usize, at: Range<usize>) -> Result<Rc<Node>, ReadError> {
        let Some(Some(node)) = self.anchors.get(&anchor) else {
            let message =
                format!("{} refers to the value it is part of", quote(&self.text[at.clone()]));
            return Err(ReadError::at(self.text, at, message)
                .hint("a value cannot contain itself; write out what is meant"));
        };
        let node = Rc::clone(node);
        if self.open.len() + node.cost.height > self.limits.depth {
            return Err(error::too_deep(self.text, at, self.limits));
        }
        self.spend(node.cost, &at)?;
        Ok(node)
    }

    fn remember(&mut self, anchor: usize, node: Option<&Rc<Node>>) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.map(Rc::clone));
        }
    }

    fn spend(&mut self, cost: Cost, at: &Range<usize>) -> Result<(), ReadError> {
        self.spent.nodes = self.spent.nodes.saturating_add(cost.nodes);
        self.spent.bytes = self.spent.bytes.saturating_add(cost.bytes);
        let Limits { nodes, bytes, .. } = *self.limits;
        let message = if self.spent.nodes > nodes {
            format!("here the file passes {nodes} keys and values")
        } else if self.spent.bytes > bytes {
            format!("here the file passes {} of text", size(bytes))
        } else {
            return Ok(());
        };
        Err(ReadError::at(self.text, at.clone(), message)
            .hint("a resume has a few hundred; look for an alias (`*name`) that repeats a lot"))
    }
}

impl Open {
    fn push(&mut self, node: Rc<Node>, text: &str) {
        self.cost.add(node.cost);
        // An alias stands for a node elsewhere; only what is written here moves the end.
        if node.span.start >= self.start {
            self.end = self.end.max(node.span.end);
        }
        match &mut self.inner {
            Inner::List(items) => items.push(node),
            Inner::Mapping { entries, key } => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push(entry(&key, node, text)),
            },
        }
    }
}

fn entry(key: &Node, value: Rc<Node>, text: &str) -> Entry {
    let (name, odd_key) = match &key.value {
        Value::Scalar(scalar) => (scalar.text.as_str(), false),
        Value::List(_) | Value::Mapping { .. } => (&text[key.span.clone()], true),
    };
    Entry { key: name.into(), key_span: key.span.clone(), odd_key, value }
}

/// `!`, which says "not a number, not a truth value".
fn is_bare(tag: &Tag) -> bool {
    tag.original() == "!"
}

/// The tag as written, when it is none of YAML's own.
fn unknown_tag(tag: &Tag) -> Option<String> {
    (!tag.is_yaml_core_schema() && !is_bare(tag)).then(|| tag.original())
}
