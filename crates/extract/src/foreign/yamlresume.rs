//! `YAMLResume`: a file whose `content:` holds a resume close to JSON Resume, with summaries in
//! Markdown.

use std::rc::Rc;

use super::build::{Map, Piece, entries, get, items};
use super::country;
use super::entry::{entry, open_end};
use super::table::How::{Linked, Paragraph, Text};
use super::table::{Field, field, fill, is_blank, unmarked};
use crate::node::{Entry, Node};

const BASICS: &[Field] = &[
    field("name", Text, &["name"]),
    field("label", Text, &["headline", "label"]),
    field("image", Text, &["image"]),
    field("email", Linked, &["email"]),
    field("phone", Text, &["phone"]),
    field("url", Text, &["url"]),
    field("summary", Paragraph, &["summary"]),
];

/// What stands under `content:` and is a list of entries.
const SECTIONS: [&str; 11] = [
    "work", "volunteer", "education", "awards", "certificates", "publications", "skills",
    "languages", "interests", "references", "projects",
];

/// The tree of the resume in the `content:` of a file; `None` when there is none.
///
/// Locale and layouts say how it looks and are left out.
pub(super) fn resume(text: &str, root: &Node) -> Option<Rc<Node>> {
    let content = get(root, "content")?;
    let source = entries(&content.value)?;
    let is_known = |entry: &Entry| *entry.key == *"basics" || SECTIONS.contains(&&*entry.key);
    if get(root, "basics").is_some() || !source.iter().any(is_known) {
        return None;
    }
    let mut map = Map::new(root.span.clone());
    let mut basics = None;
    for entry in source.iter().filter(|entry| !is_blank(&entry.value)) {
        if *entry.key == *"basics"
            && let Some(person) = entries(&entry.value)
        {
            let (mut about, rest) = fill(text, person, entry.value.span.clone(), BASICS);
            for entry in rest {
                about.keep(entry);
            }
            basics = Some((entry.key_span.clone(), about));
        }
    }
    let at = content.key_span.clone();
    let (key_span, mut about) =
        basics.unwrap_or_else(|| (at, Map::new(content.value.span.clone())));
    for (from, to) in [("location", "location"), ("profiles", "profiles")] {
        if let Some(entry) = get(&content.value, from).filter(|entry| !is_blank(&entry.value)) {
            let value =
                if to == "location" { location(&entry.value) } else { Rc::clone(&entry.value) };
            about.put_at(to, entry.key_span.clone(), value);
        }
    }
    if !about.is_empty() {
        map.put_at("basics", key_span, about.node());
    }
    for entry in source.iter().filter(|entry| !is_blank(&entry.value)) {
        match &*entry.key {
            "location" | "profiles" => {}
            "basics" if entries(&entry.value).is_some() => {}
            key if SECTIONS.contains(&key) => {
                let all = items(&entry.value);
                let made = all.iter().filter_map(|item| one(text, key, item)).collect();
                map.extend(key, Some(entry.key_span.clone()), made);
            }
            _ => map.keep(entry),
        }
    }
    for entry in entries(root).unwrap_or_default() {
        if !matches!(&*entry.key, "content" | "locale" | "layouts" | "layout") {
            map.keep(entry);
        }
    }
    Some(map.node())
}

fn one(text: &str, key: &str, item: &Rc<Node>) -> Option<Rc<Node>> {
    let made = entry(text, key, item)?;
    let open = entries(item).and_then(open_end);
    let dated = matches!(key, "work" | "volunteer" | "education" | "projects");
    let Some((key_span, present)) = open.filter(|_| dated) else { return Some(made) };
    let mut map = Map::new(made.span.clone());
    for entry in entries(&made)? {
        map.keep(entry);
        if *entry.key == *"startDate" {
            map.put_at("endDate", key_span.clone(), Rc::clone(&present));
        }
    }
    map.some()
}

/// A place; its country is written in words.
fn location(node: &Rc<Node>) -> Rc<Node> {
    let Some(source) = entries(node) else { return Rc::clone(node) };
    let mut map = Map::new(node.span.clone());
    for entry in source.iter().filter(|entry| !is_blank(&entry.value)) {
        let code = (*entry.key == *"country").then(|| Piece::of(&entry.value)).flatten();
        let code = code.and_then(|piece| Some(Piece::new(country::code(&piece.text)?, piece.span)));
        if let Some(code) = code {
            map.put_at("countryCode", entry.key_span.clone(), code.node());
        } else {
            map.keep(&Entry { value: unmarked(&entry.value), ..entry.clone() });
        }
    }
    map.node()
}
