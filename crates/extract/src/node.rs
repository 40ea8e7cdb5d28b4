//! The tree between a parser and the domain types: every key and value with its place.

use std::ops::Range;
use std::rc::Rc;

use crate::scalar::ScalarType;

/// One value of a file.
#[derive(Debug)]
pub(crate) struct Node {
    /// Where it stands, quotes and brackets included.
    pub(crate) span: Range<usize>,
    /// What it is.
    pub(crate) value: Value,
    /// A YAML tag that means nothing to us, as written.
    pub(crate) tag: Option<String>,
    /// What it costs when every alias below it is written out.
    pub(crate) cost: Cost,
}

/// What kind of value a [`Node`] is.
#[derive(Debug)]
pub(crate) enum Value {
    /// A single value.
    Scalar(Scalar),
    /// Values in order. Shared, because an alias stands for the same value again.
    List(Vec<Rc<Node>>),
    /// Keys and values in order, duplicates included.
    Mapping {
        /// Its keys and values.
        entries: Vec<Entry>,
        /// True when written by indentation alone, without braces.
        block: bool,
    },
}

/// A single value.
#[derive(Debug)]
pub(crate) struct Scalar {
    /// The text after unquoting and unfolding; a number as its author wrote it.
    pub(crate) text: String,
    /// Its type for programs that read the file as data.
    pub(crate) kind: ScalarType,
    /// True for a YAML scalar without quotes or block header.
    pub(crate) plain: bool,
    /// True for a YAML block (`|`, `>`); its span begins behind the header.
    pub(crate) block: bool,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The key; the source text when it is not a scalar.
    pub(crate) key: Rc<str>,
    /// Where the key stands.
    pub(crate) key_span: Range<usize>,
    /// True when the key is a list or a mapping.
    pub(crate) odd_key: bool,
    /// The value.
    pub(crate) value: Rc<Node>,
}

/// What a value costs when written out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Keys and values.
    pub(crate) nodes: usize,
    /// Bytes of text.
    pub(crate) bytes: usize,
    /// Lists and mappings inside each other, this one included; 0 for a scalar.
    pub(crate) height: usize,
}

impl Cost {
    /// The cost of a scalar or key of `bytes` bytes.
    pub(crate) fn scalar(bytes: usize) -> Self {
        Self { nodes: 1, bytes, height: 0 }
    }

    /// The cost of an empty list or mapping.
    pub(crate) fn container() -> Self {
        Self { nodes: 1, bytes: 0, height: 1 }
    }

    /// Adds a child.
    pub(crate) fn add(&mut self, child: Self) {
        self.nodes = self.nodes.saturating_add(child.nodes);
        self.bytes = self.bytes.saturating_add(child.bytes);
        self.height = self.height.max(child.height + 1);
    }
}

impl Node {
    /// True for nothing at all, and for a written `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.kind == ScalarType::Null)
    }

    /// The scalar, unless it is a list, a mapping or nothing.
    pub(crate) fn scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Value::Scalar(scalar) if scalar.kind != ScalarType::Null => Some(scalar),
            _ => None,
        }
    }
}

/// A parsed file.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its value.
    pub(crate) root: Rc<Node>,
    /// Where a second YAML document begins, which is not read.
    pub(crate) second: Option<Range<usize>>,
}
