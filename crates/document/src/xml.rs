//! XML to a tree, safely: no document types, no entities but the five of XML, bounded depth and
//! size. What is not well formed ends the tree; what stood before it is kept.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// Nodes of one tree. A page of Word has about 2 000.
const NODES: usize = 400_000;
/// Attributes of one element that are looked at.
const ATTRIBUTES: usize = 64;

/// Namespaces that decide what an element means. Elements are named alike in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// `WordprocessingML`.
    Word,
    /// Word's own additions of 2010 and later.
    WordMore,
    /// `DrawingML` and its shapes.
    Drawing,
    /// Vector Markup Language and the Office additions to it.
    Vml,
    /// Markup compatibility: `mc:AlternateContent`.
    Compatibility,
    /// Formulas.
    Math,
    /// `OpenDocument`'s `text:`.
    Text,
    /// `OpenDocument`'s `table:`.
    Table,
    /// `OpenDocument`'s `draw:`.
    Draw,
    /// `OpenDocument`'s `style:`.
    Style,
    /// `OpenDocument`'s `office:`.
    Office,
    /// Everything else: relationships, properties, Dublin Core.
    Other,
}

impl Space {
    fn of(address: &str) -> Self {
        if let Some(name) = address.strip_prefix("urn:oasis:names:tc:opendocument:xmlns:") {
            return match name.split(':').next() {
                Some("text") => Self::Text,
                Some("table") => Self::Table,
                Some("drawing") => Self::Draw,
                Some("style") => Self::Style,
                Some("office") => Self::Office,
                _ => Self::Other,
            };
        }
        // Both spellings of Office Open XML: transitional and strict.
        let name = address
            .strip_prefix("http://schemas.openxmlformats.org/")
            .or_else(|| address.strip_prefix("http://purl.oclc.org/ooxml/"));
        if let Some(name) = name {
            return match name.split('/').next() {
                Some("wordprocessingml") => Self::Word,
                Some("drawingml") => Self::Drawing,
                Some("markup-compatibility") => Self::Compatibility,
                _ if name.starts_with("officeDocument/") && name.ends_with("/math") => Self::Math,
                _ => Self::Other,
            };
        }
        match address.strip_prefix("http://schemas.microsoft.com/office/") {
            Some(name) if name.starts_with("word/") && name.contains("Shape") => Self::Drawing,
            Some(name) if name.starts_with("word/") && name.contains("Group") => Self::Drawing,
            Some(name) if name.starts_with("word/") && name.contains("Canvas") => Self::Drawing,
            Some(name) if name.starts_with("word/") => Self::WordMore,
            _ if address.starts_with("urn:schemas-microsoft-com:") => Self::Vml,
            _ => Self::Other,
        }
    }
}

/// A parsed part.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    attributes: Vec<(&'a str, Cow<'a, str>)>,
    /// True when the text was not well formed to its end.
    pub(crate) damaged: bool,
    /// True when a limit was reached.
    pub(crate) cut: bool,
}

#[derive(Debug)]
struct Node<'a> {
    space: Space,
    /// Empty for text.
    name: &'a str,
    text: Cow<'a, str>,
    attributes: (usize, usize),
    first: usize,
    next: usize,
}

/// One element or text of a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

/// The text of a part: UTF-8, or UTF-16 with its mark.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let letters = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        Cow::Owned(letters.collect())
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)),
    }
}

impl<'a> Tree<'a> {
    /// Parses a text. Elements deeper than `depth` are left out.
    pub(crate) fn parse(source: &'a str, depth: usize) -> Self {
        let root = Node {
            space: Space::Other,
            name: "",
            text: Cow::Borrowed(""),
            attributes: (0, 0),
            first: 0,
            next: 0,
        };
        let mut tree =
            Self { nodes: vec![root], attributes: Vec::new(), damaged: false, cut: false };
        tree.fill(source, depth);
        tree
    }

    fn fill(&mut self, source: &'a str, most: usize) {
        let mut reader = NsReader::from_str(source);
        reader.config_mut().allow_dangling_amp = true;
        reader.config_mut().check_comments = false;
        // The open elements, each with the child that was last put into it.
        let mut open = vec![(0, 0)];
        let mut too_deep = 0_usize;
        loop {
            if self.nodes.len() >= NODES {
                self.cut = true;
                return;
            }
            let Ok((resolved, event)) = reader.read_resolved_event() else {
                self.damaged = true;
                return;
            };
            match event {
                Event::Start(_) if open.len() > most => {
                    too_deep += 1;
                    self.cut = true;
                }
                Event::End(_) if too_deep > 0 => too_deep -= 1,
                _ if too_deep > 0 && !matches!(event, Event::Eof) => {}
                Event::Start(start) => {
                    let at = self.element(source, &resolved, &start, &mut open);
                    open.push((at, 0));
                }
                Event::Empty(start) => {
                    self.element(source, &resolved, &start, &mut open);
                }
                Event::End(_) => {
                    if open.len() > 1 {
                        open.pop();
                    }
                }
                Event::Text(text) => self.text(text.xml10_content(), &mut open),
                Event::CData(text) => self.text(text.xml10_content(), &mut open),
                Event::GeneralRef(name) => {
                    let letter = match &*name {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => name.resolve_char_ref().ok().flatten(),
                    };
                    match letter {
                        Some(letter) => self.text(Cow::Owned(letter.to_string()), &mut open),
                        None => self.damaged = true,
                    }
                }
                // A document type can only be there to do harm: Office never writes one.
                Event::DocType(_) => {
                    self.damaged = true;
                    return;
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof => {
                    self.damaged |= open.len() > 1;
                    return;
                }
            }
        }
    }

    fn element(
        &mut self,
        source: &'a str,
        resolved: &ResolveResult<'_>,
        start: &BytesStart<'_>,
        open: &mut [(usize, usize)],
    ) -> usize {
        let space = match resolved {
            ResolveResult::Bound(address) => Space::of(address.0),
            _ => Space::Other,
        };
        let first = self.attributes.len();
        for attribute in start.attributes().with_checks(false).take(ATTRIBUTES).flatten() {
            let name = attribute.key.local_name().into_inner();
            // Revision numbers are half of all attributes of a Word file and mean nothing here.
            if name.starts_with("rsid") || attribute.key.0.starts_with("xmlns") {
                continue;
            }
            let value = if attribute.value.contains('&') {
                Cow::Owned(unescape(&attribute.value))
            } else {
                Cow::Borrowed(within(source, &attribute.value))
            };
            self.attributes.push((within(source, name), value));
        }
        let name = within(source, start.local_name().into_inner());
        let attributes = (first, self.attributes.len());
        let text = Cow::Borrowed("");
        self.add(Node { space, name, text, attributes, first: 0, next: 0 }, open)
    }

    fn text(&mut self, text: Cow<'a, str>, open: &mut [(usize, usize)]) {
        if !text.is_empty() {
            let space = Space::Other;
            self.add(Node { space, name: "", text, attributes: (0, 0), first: 0, next: 0 }, open);
        }
    }

    fn add(&mut self, node: Node<'a>, open: &mut [(usize, usize)]) -> usize {
        let at = self.nodes.len();
        self.nodes.push(node);
        if let Some((parent, last)) = open.last_mut() {
            if *last == 0 {
                self.nodes[*parent].first = at;
            } else {
                self.nodes[*last].next = at;
            }
            *last = at;
        }
        at
    }

    /// The outermost element; an element without a name and children when there is none.
    pub(crate) fn root(&'a self) -> Element<'a> {
        let top = Element { tree: self, at: 0 };
        top.elements().next().unwrap_or(top)
    }
}

/// The same text as a part of the source, so that it lives as long; empty when it is none.
fn within<'a>(source: &'a str, part: &str) -> &'a str {
    let start = (part.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
    start.checked_add(part.len()).and_then(|end| source.get(start..end)).unwrap_or_default()
}

fn unescape(value: &str) -> String {
    quick_xml::escape::unescape(value)
        .map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned)
}

impl<'t> Element<'t> {
    fn node(self) -> &'t Node<'t> {
        &self.tree.nodes[self.at]
    }

    /// Its name without the prefix; empty for text.
    pub(crate) fn name(self) -> &'t str {
        self.node().name
    }

    /// Its namespace.
    pub(crate) fn space(self) -> Space {
        self.node().space
    }

    /// True when it is this element.
    pub(crate) fn is(self, space: Space, name: &str) -> bool {
        self.node().space == space && self.node().name == name
    }

    /// Its letters, when it is text.
    pub(crate) fn letters(self) -> Option<&'t str> {
        self.name().is_empty().then_some(&*self.node().text)
    }

    /// The first attribute of this name, whatever its prefix.
    pub(crate) fn attribute(self, name: &str) -> Option<&'t str> {
        let (first, end) = self.node().attributes;
        let found = self.tree.attributes[first..end].iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| &**value)
    }

    /// What stands in it: elements and texts.
    pub(crate) fn children(self) -> impl Iterator<Item = Element<'t>> + use<'t> {
        let tree = self.tree;
        let first = Some(self.node().first).filter(|at| *at != 0);
        std::iter::successors(first, move |at| Some(tree.nodes[*at].next).filter(|at| *at != 0))
            .map(move |at| Element { tree, at })
    }

    /// The elements in it.
    pub(crate) fn elements(self) -> impl Iterator<Item = Element<'t>> + use<'t> {
        self.children().filter(|child| !child.name().is_empty())
    }

    /// The first element of this name in it, of any namespace.
    pub(crate) fn child(self, name: &str) -> Option<Element<'t>> {
        self.elements().find(|child| child.name() == name)
    }

    /// The value of attribute `val` of the child of this name.
    pub(crate) fn child_value(self, name: &str) -> Option<&'t str> {
        self.child(name)?.attribute("val")
    }

    /// All letters directly in it.
    pub(crate) fn text(self) -> String {
        self.children().filter_map(Element::letters).collect()
    }

    /// Everything below it, in document order, itself first.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Element<'t>> + use<'t> {
        // Nodes are stored in document order: those below one end where its next relative begins.
        let tree = self.tree;
        let mut last = self.at;
        let mut below = self.at;
        while tree.nodes[below].first != 0 {
            below = tree.nodes[below].first;
            while tree.nodes[below].next != 0 {
                below = tree.nodes[below].next;
            }
            last = below;
        }
        (self.at..=last).map(move |at| Element { tree, at })
    }
}
