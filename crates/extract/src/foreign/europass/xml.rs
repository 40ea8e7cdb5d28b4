//! XML to a tree of elements with the places of their texts, under limits.

use std::ops::Range;

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::foreign::build::Piece;
use crate::words::clip;
use crate::{Limits, ReadError};

/// An element. Prefixes of names are left out: the names that count are unique without them.
#[derive(Debug, Default)]
pub(super) struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    span: Range<usize>,
    children: Vec<Element>,
}

impl Element {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// From its first byte inside to the last.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The elements directly inside.
    pub(super) fn children(&self) -> &[Element] {
        &self.children
    }

    /// Those of this name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element at a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Element> {
        let mut here = self;
        for name in path {
            here = here.children.iter().find(|child| child.name == *name)?;
        }
        Some(here)
    }

    /// The elements at a path of names, under the first of every level but the last two.
    pub(super) fn list<'a>(&'a self, path: &[&str], item: &'a str) -> Vec<&'a Element> {
        self.at(path).map(|list| list.all(item).collect()).unwrap_or_default()
    }

    /// Its own text, trimmed.
    pub(super) fn piece(&self) -> Option<Piece> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| Piece::new(text, self.span.clone()))
    }

    /// The text of the element at a path.
    pub(super) fn text(&self, path: &[&str]) -> Option<Piece> {
        self.at(path)?.piece()
    }

    /// The value of an attribute, or the text of a child of the same name in any case.
    pub(super) fn part(&self, name: &str) -> Option<String> {
        let attribute = self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        let child = || self.children.iter().find(|child| child.name.eq_ignore_ascii_case(name));
        let text = attribute
            .map(|(_, value)| value.trim().to_owned())
            .or_else(|| Some(child()?.text.trim().to_owned()))?;
        (!text.is_empty()).then_some(text)
    }
}

/// The root element of `text`.
///
/// Entities that the file declares itself are refused: nothing a resume needs, and a known way to
/// blow one up.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let before = position(&reader);
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX).min(text.len());
            // What the parser says may quote the file, with its line breaks.
            let said = clip(&error.to_string(), 80);
            ReadError::at(text, at..at, format!("this is not XML: {said}"))
                .hint("export the file again; it was cut off or changed by hand")
        })?;
        let after = position(&reader);
        match event {
            Event::Start(start) => {
                open.push(element(&start, after..after));
                count += 1;
            }
            Event::Empty(start) => {
                count += 1;
                close(element(&start, before..before), &mut open, &mut root);
            }
            Event::End(_) => {
                if let Some(mut element) = open.pop() {
                    element.span.end = before.max(element.span.start);
                    close(element, &mut open, &mut root);
                }
            }
            Event::Text(part) => push(&mut open, &part.xml10_content()),
            Event::CData(part) => push(&mut open, &part.into_inner()),
            Event::GeneralRef(part) => {
                let c = part.resolve_char_ref().ok().flatten().filter(|c| !c.is_control());
                match (c, resolve_xml_entity(&part)) {
                    (Some(c), _) => push(&mut open, c.encode_utf8(&mut [0; 4])),
                    (None, Some(known)) => push(&mut open, known),
                    (None, None) => push(&mut open, &format!("&{};", &*part)),
                }
            }
            Event::DocType(_) => {
                return Err(ReadError::at(
                    text,
                    before..after,
                    "the file brings its own document type",
                )
                .hint("a resume exported by Europass has none; delete this line"));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if open.len() > limits.depth || count > limits.nodes {
            let what = if count > limits.nodes { "elements" } else { "levels of elements" };
            let most = if count > limits.nodes { limits.nodes } else { limits.depth };
            return Err(ReadError::at(
                text,
                before..after,
                format!("here the file passes {most} {what}"),
            )
            .hint("check that this is the right file"));
        }
    }
    root.ok_or_else(|| {
        ReadError::at(text, text.len()..text.len(), "the file ends before its content does")
            .hint("export the file again; it was cut off")
    })
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn element(start: &BytesStart<'_>, span: Range<usize>) -> Element {
    let attributes = start.attributes().flatten().map(|attribute| {
        let value = unescape(&attribute.value).unwrap_or_default().into_owned();
        (attribute.key.local_name().into_inner().to_owned(), value)
    });
    Element {
        name: start.local_name().into_inner().to_owned(),
        attributes: attributes.collect(),
        span,
        ..Element::default()
    }
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None => {
            root.get_or_insert(element);
        }
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}
