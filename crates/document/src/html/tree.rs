//! Tags to a tree, with the ends that HTML lets people leave out.

use std::convert::Infallible;

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

/// A page as a tree; node 0 is its root and no element of the page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    /// True when a limit was reached.
    pub cut_off: bool,
}

/// An element or a text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Name in lower case; empty for a text.
    pub name: String,
    /// The text of a text.
    pub text: String,
    /// Attributes that may matter, first of a name first.
    pub attributes: Vec<(String, String)>,
    pub children: Vec<usize>,
    pub parent: usize,
}

impl Node {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = &str> {
        self.attribute("class").unwrap_or_default().split_ascii_whitespace()
    }
}

/// Bytes of an attribute that are kept.
const MOST_IN_ATTRIBUTE: usize = 2000;

/// Builds the tree. Elements deeper than `depth` become siblings; after `most` nodes the rest is
/// not read.
pub(super) fn parse(html: &str, depth: usize, most: usize) -> Tree {
    let mut builder = Builder {
        tree: Tree { nodes: vec![Node::default()], cut_off: false },
        open: vec![0],
        tag: None,
        depth,
        most,
    };
    let mut emitter = CallbackEmitter::<_, Infallible>::new(
        |event: CallbackEvent<'_>, _: html5gum::Span<()>| -> Option<Infallible> {
            builder.event(&event);
            None
        },
    );
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    builder.tree
}

struct Builder {
    tree: Tree,
    /// The elements that are open, outermost first.
    open: Vec<usize>,
    tag: Option<Node>,
    depth: usize,
    most: usize,
}

impl Builder {
    fn event(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Node { name: lossy(name), ..Node::default() });
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(tag) = &mut self.tag
                    && tag.attributes.len() < 64
                {
                    tag.attributes.push((lossy(name), String::new()));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(tag) = &mut self.tag
                    && let Some((_, last)) = tag.attributes.last_mut()
                {
                    *last = lossy(value);
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(mut tag) = self.tag.take() {
                    tag.attributes.retain(|(name, _)| matters(name));
                    for (_, value) in &mut tag.attributes {
                        value.truncate(value.floor_char_boundary(MOST_IN_ATTRIBUTE));
                    }
                    self.start(tag, *self_closing);
                }
            }
            CallbackEvent::EndTag { name } => self.end(&lossy(name)),
            CallbackEvent::String { value } => {
                self.add(Node { text: lossy(value), ..Node::default() });
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Node, self_closing: bool) {
        match tag.name.as_str() {
            // A second one adds its attributes to the first in browsers; none here.
            "html" | "body" if self.open.iter().any(|at| self.tree.nodes[*at].name == tag.name) => {
                return;
            }
            "body" => self.close("head", &[]),
            "li" => self.close("li", &["ul", "ol", "menu"]),
            "dt" | "dd" => {
                self.close("dt", &["dl"]);
                self.close("dd", &["dl"]);
            }
            "tr" => self.close("tr", &["table"]),
            "td" | "th" => {
                self.close("td", &["table", "tr"]);
                self.close("th", &["table", "tr"]);
            }
            "thead" | "tbody" | "tfoot" => {
                for section in ["tr", "thead", "tbody", "tfoot"] {
                    self.close(section, &["table"]);
                }
            }
            "option" => self.close("option", &["select"]),
            _ => {}
        }
        if closes_paragraph(&tag.name) {
            self.close("p", &["button", "table", "td", "th", "caption", "object"]);
        }
        let open = !is_void(&tag.name) && !(self_closing && tag.name.contains(':'));
        let Some(at) = self.add(tag) else { return };
        // Beyond the depth the element stands empty, and its content goes to the last that fits.
        if open && self.open.len() < self.depth {
            self.open.push(at);
        }
    }

    /// Closes the innermost open element of a name and all in it, up to one of the borders.
    fn close(&mut self, name: &str, borders: &[&str]) {
        for (place, at) in self.open.iter().enumerate().skip(1).rev() {
            let open = self.tree.nodes[*at].name.as_str();
            if open == name {
                self.open.truncate(place);
                return;
            }
            if borders.contains(&open) {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" | "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" => {
                let borders: &[&str] = if name == "table" { &[] } else { &["table"] };
                self.close(name, borders);
            }
            "body" | "html" => {}
            // `</h2>` closes a heading of any level.
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let heading =
                    self.open.iter().rev().map(|at| &self.tree.nodes[*at].name).find(|open| {
                        matches!(open.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
                    });
                if let Some(heading) = heading.cloned() {
                    self.close(&heading, &["td", "th", "table"]);
                }
            }
            "br" => {
                self.add(Node { name: "br".to_owned(), ..Node::default() });
            }
            _ => self.close(name, &["td", "th", "table"]),
        }
    }

    fn add(&mut self, node: Node) -> Option<usize> {
        let at = self.tree.nodes.len();
        if at >= self.most {
            self.tree.cut_off = true;
            return None;
        }
        let parent = *self.open.last()?;
        self.tree.nodes.push(Node { parent, ..node });
        self.tree.nodes[parent].children.push(at);
        Some(at)
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Elements without content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that a paragraph cannot hold.
fn closes_paragraph(name: &str) -> bool {
    super::display::is_block(name) && !matches!(name, "body" | "html" | "head" | "td" | "th" | "tr")
}

fn matters(name: &str) -> bool {
    matches!(
        name,
        "id" | "class"
            | "style"
            | "hidden"
            | "href"
            | "rel"
            | "align"
            | "alt"
            | "bgcolor"
            | "color"
            | "size"
            | "width"
            | "height"
            | "name"
            | "content"
            | "property"
            | "lang"
            | "type"
            | "value"
            | "colspan"
            | "start"
            | "open"
            | "http-equiv"
            | "charset"
            | "media"
    )
}
