//! The parts of a Word file and how they refer to each other.

use std::collections::BTreeMap;

use crate::container::Archive;
use crate::xml::{Tree, decode};

/// Where the references of one part lead, by their id.
pub(super) type Relations = BTreeMap<String, Relation>;

/// One reference.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The last word of its type: `hyperlink`, `styles`, `header`.
    pub kind: String,
    /// An address, or the name of a part.
    pub target: String,
    /// True when it leads out of the file.
    pub external: bool,
}

/// The container with the limits of its XML.
pub(super) struct Package<'a> {
    pub archive: Archive<'a>,
    pub depth: usize,
}

impl Package<'_> {
    /// The text of a part; empty when there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.archive.part(name).map(|bytes| decode(&bytes).into_owned()).unwrap_or_default()
    }

    /// The part with the text of the document.
    pub(super) fn main(&self) -> Option<String> {
        let named = self.relations("").into_values().find(|relation| {
            relation.kind == "officeDocument" && self.archive.has(&relation.target)
        });
        let usual = || self.archive.has("word/document.xml").then(|| "word/document.xml".into());
        named.map(|relation| relation.target).or_else(usual)
    }

    /// What a part refers to; the file itself is the part without a name.
    pub(super) fn relations(&self, part: &str) -> Relations {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let join = |folder: &str, rest: &str| {
            if folder.is_empty() { rest.to_owned() } else { format!("{folder}/{rest}") }
        };
        let text = self.text(&join(folder, &format!("_rels/{file}.rels")));
        let tree = Tree::parse(&text, self.depth);
        let relations = tree.root().elements().filter_map(|element| {
            let id = element.attribute("Id")?.to_owned();
            let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
            let target = element.attribute("Target")?.trim();
            let external = element.attribute("TargetMode") == Some("External");
            let target = match (external, target.strip_prefix('/')) {
                (true, _) => target.to_owned(),
                (false, Some(absolute)) => absolute.to_owned(),
                (false, None) => inside(folder, target),
            };
            Some((id, Relation { kind, target, external }))
        });
        relations.collect()
    }
}

/// A path that is given from a folder on, without its dots.
fn inside(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
