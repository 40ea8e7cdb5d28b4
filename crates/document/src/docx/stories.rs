//! The texts of a document in the order a person meets them: head, body, notes, foot.

use std::collections::BTreeSet;

use super::paragraph::switched_on;
use super::props::Ground;
use super::reader::Reader;
use crate::xml::{Element, Tree};
use crate::{HazardKind, Part};

impl Reader<'_> {
    /// Reads all texts.
    pub(super) fn stories(&mut self, root: Element<'_>, settings: Element<'_>) {
        let heads = self.pages(root, settings, "header");
        let feet = self.pages(root, settings, "footer");
        self.notice_paint(root);
        for name in &heads {
            let text = self.package.text(name);
            self.notice_paint(Tree::parse(&text, self.limits.depth).root());
        }
        self.frame_texts(&heads, Part::Header);
        self.sink.part = Part::Body;
        self.sink.new_block();
        self.blocks(root.child("body").unwrap_or(root));
        for kind in ["footnotes", "endnotes", "comments"] {
            self.notes(kind);
        }
        self.frame_texts(&feet, Part::Footer);
    }

    /// White letters on something dark that is drawn are seen.
    fn notice_paint(&mut self, root: Element<'_>) {
        if !self.painted && self.paints(root) {
            self.painted = true;
            self.ground = Ground::Unknown;
        }
    }

    /// Names of the parts that are printed at the head or foot of some page.
    fn pages(&self, root: Element<'_>, settings: Element<'_>, what: &str) -> Vec<String> {
        let even = switched_on(settings, "evenAndOddHeaders");
        let reference = format!("{what}Reference");
        let mut names = Vec::new();
        let mut seen = BTreeSet::new();
        for section in root.descendants().filter(|element| element.name() == "sectPr") {
            let first = switched_on(section, "titlePg");
            // The head of the first page goes before that of the others.
            for kind in ["first", "default", "even"] {
                if (kind == "first" && !first) || (kind == "even" && !even) {
                    continue;
                }
                let of_kind = |element: &Element<'_>| {
                    element.name() == reference
                        && element.attribute("type").unwrap_or("default") == kind
                };
                let found = section.elements().find(of_kind).and_then(|to| to.attribute("id"));
                let target = found.and_then(|id| self.relations.get(id));
                if let Some(target) = target.filter(|target| seen.insert(target.target.clone())) {
                    names.push(target.target.clone());
                }
            }
        }
        names
    }

    /// Heads or feet; one that says the same as one before it is left out.
    fn frame_texts(&mut self, names: &[String], part: Part) {
        let mut said = BTreeSet::new();
        for name in names {
            let start = self.sink.lines.len();
            self.sink.part = part;
            self.sink.new_block();
            self.sink.apart = false;
            self.story(name, None);
            let texts = self.sink.lines[start..].iter().map(crate::Line::text).collect();
            self.sink.end_frame(start, texts, &mut said);
        }
        self.sink.apart = false;
    }

    /// Footnotes, endnotes or comments.
    fn notes(&mut self, kind: &str) {
        let relation = self.relations.values().find(|relation| relation.kind == kind);
        let Some(name) = relation.map(|relation| relation.target.clone()) else { return };
        self.sink.part = Part::Note;
        self.sink.new_block();
        self.sink.apart = false;
        self.story(&name, Some(&["footnote", "endnote", "comment"]));
    }

    /// Reads a part; when `children` are named, each of them is a text of its own.
    fn story(&mut self, name: &str, children: Option<&[&str]>) {
        let text = self.package.text(name);
        let tree = Tree::parse(&text, self.limits.depth);
        let mut relations = self.package.relations(name);
        std::mem::swap(&mut self.relations, &mut relations);
        match children {
            None => self.blocks(tree.root()),
            Some(names) => {
                for note in tree.root().elements().filter(|note| names.contains(&note.name())) {
                    // The line above notes is stored as a note.
                    let rule = note.attribute("type").is_some_and(|kind| kind != "normal");
                    if !rule {
                        self.blocks(note);
                    }
                }
            }
        }
        std::mem::swap(&mut self.relations, &mut relations);
        if tree.damaged && !text.is_empty() {
            self.sink.hazard_once(HazardKind::Damaged, "");
        }
    }
}
