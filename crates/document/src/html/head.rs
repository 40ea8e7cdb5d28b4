//! What the head of a page says: encoding, styles, title.

use super::css::Sheet;
use super::tree::Tree;
use crate::flow::Flow;
use crate::{Metadata, Veil};

/// The encoding that a `meta` tag or an XML declaration names in the first bytes.
pub(super) fn charset(bytes: &[u8]) -> Option<&[u8]> {
    let head = &bytes[..bytes.len().min(2048)];
    let lower = head.to_ascii_lowercase();
    let after = |word: &[u8]| {
        lower.windows(word.len()).position(|window| window == word).map(|at| at + word.len())
    };
    let start = after(b"charset").or_else(|| after(b"encoding"))?;
    let rest = head.get(start..)?;
    let skipped = rest.iter().take_while(|b| matches!(**b, b' ' | b'=' | b'"' | b'\'')).count();
    let name = rest.get(skipped..)?;
    let end = name.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_:".contains(b)))?;
    Some(&name[..end])
}

/// The style sheets of the page.
pub(super) fn sheet(tree: &Tree) -> Sheet {
    let mut sheet = Sheet::default();
    for node in &tree.nodes {
        if node.name == "link" {
            let is_style = node
                .attribute("rel")
                .is_some_and(|rel| rel.to_ascii_lowercase().contains("stylesheet"));
            sheet.incomplete |=
                is_style && !brings_fonts(node.attribute("href").unwrap_or_default());
        }
        let print = node.attribute("media").is_some_and(|media| media.trim() == "print");
        if node.name == "style" && !print {
            for child in &node.children {
                sheet.add(&tree.nodes[*child].text);
            }
        }
    }
    sheet
}

/// Sheets of fonts and icons, which lay no ground under a text.
fn brings_fonts(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    ["font", "icon"].iter().any(|word| href.contains(word))
}

/// A description is a sentence or two, and keywords are a line.
const LONGEST_DESCRIPTION: usize = 400;

/// Title, author, description.
pub(super) fn metadata(tree: &Tree, flow: &mut Flow) -> Metadata {
    let mut metadata = Metadata::default();
    let said = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    };
    for node in &tree.nodes {
        match node.name.as_str() {
            "html" => metadata.language = node.attribute("lang").and_then(said),
            "title" if metadata.title.is_none() => {
                let inside = node.children.first().map(|child| tree.nodes[*child].text.as_str());
                metadata.title = inside.and_then(said);
            }
            "meta" => {
                let name = node.attribute("name").or_else(|| node.attribute("property"));
                let content = node.attribute("content").unwrap_or_default();
                if content.len() > LONGEST_DESCRIPTION {
                    flow.hide(content, Veil::Metadata);
                }
                let place = match name.unwrap_or_default().to_ascii_lowercase().as_str() {
                    "author" => &mut metadata.author,
                    "description" => &mut metadata.subject,
                    "keywords" => &mut metadata.keywords,
                    "generator" => &mut metadata.creator,
                    _ => continue,
                };
                *place = said(content);
            }
            _ => {}
        }
    }
    metadata
}
