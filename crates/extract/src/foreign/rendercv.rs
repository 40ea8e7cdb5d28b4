//! `RenderCV`: a YAML file whose `cv:` holds a person, and sections with headings of any kind.

use std::rc::Rc;

use super::build::{Map, Piece, entries, get, items, list};
use super::entry::entry;
use super::table::{is_blank, paragraph, unmarked};
use super::{headings, network, place};
use crate::node::{Entry, Node};

/// The tree of the resume in the `cv:` of a file; `None` when there is none.
///
/// Design, locale and settings say how it looks and are left out.
pub(super) fn resume(text: &str, root: &Node) -> Option<Rc<Node>> {
    let cv = get(root, "cv")?;
    let person = entries(&cv.value)?;
    if get(root, "basics").is_some() {
        return None;
    }
    let mut sections = Sections { text, map: Map::new(root.span.clone()), summary: Vec::new() };
    let mut basics = Map::new(cv.value.span.clone());
    let mut found = None;
    for entry in person.iter().filter(|entry| !is_blank(&entry.value)) {
        match &*entry.key {
            "sections" => found = entries(&entry.value),
            "sort_entries" => {}
            _ => about(text, &mut basics, entry),
        }
    }
    for section in found.unwrap_or_default() {
        sections.read(section);
    }
    let summary = std::mem::take(&mut sections.summary);
    basics.text("summary", Piece::sentences(summary));
    let mut map = Map::new(root.span.clone());
    if !basics.is_empty() {
        map.put_at("basics", cv.key_span.clone(), basics.node());
    }
    let rest = sections.map.node();
    for entry in entries(&rest).unwrap_or_default() {
        map.keep(entry);
    }
    for entry in entries(root).unwrap_or_default() {
        if !matches!(&*entry.key, "cv" | "design" | "locale" | "locale_catalog")
            && !matches!(&*entry.key, "settings" | "rendercv_settings")
        {
            map.keep(entry);
        }
    }
    Some(map.node())
}

/// One value about the person.
fn about(text: &str, basics: &mut Map, entry: &Entry) {
    let key = entry.key_span.clone();
    match &*entry.key {
        "name" => basics.put_at("name", key, unmarked(&entry.value)),
        "headline" | "label" => basics.put_at("label", key, unmarked(&entry.value)),
        "photo" => basics.put_at("image", key, Rc::clone(&entry.value)),
        "email" => several(basics, "email", entry, Rc::clone),
        "phone" => several(basics, "phone", entry, phone),
        "website" | "url" => {
            let all = items(&entry.value);
            let Some((first, rest)) = all.split_first() else { return };
            basics.put_at("url", key, Rc::clone(first));
            let more = rest.iter().map(|node| {
                let mut profile = Map::new(node.span.clone());
                profile.put("url", Rc::clone(node));
                profile.node()
            });
            basics.extend("profiles", None, more.collect());
        }
        "location" => match Piece::of(&entry.value) {
            Some(piece) => {
                let piece = Piece::new(super::markup::plain(&piece.text).text, piece.span);
                let raw = text.get(piece.span.clone()).unwrap_or_default();
                if let Some(place) = place::place(&piece, raw) {
                    basics.put_at("location", key, place);
                }
            }
            None => basics.put_at("location", key, Rc::clone(&entry.value)),
        },
        "social_networks" => {
            let profiles = items(&entry.value).iter().filter_map(profile).collect();
            basics.extend("profiles", Some(key), profiles);
        }
        "custom_connections" => {
            let profiles = items(&entry.value).iter().filter_map(connection).collect();
            basics.extend("profiles", Some(key), profiles);
        }
        _ => basics.keep(entry),
    }
}

/// The first of several values; the others are kept beside it.
fn several(basics: &mut Map, key: &str, entry: &Entry, read: impl Fn(&Rc<Node>) -> Rc<Node>) {
    let all: Vec<Rc<Node>> = items(&entry.value).iter().map(read).collect();
    let Some((first, rest)) = all.split_first() else { return };
    basics.put_at(key, entry.key_span.clone(), Rc::clone(first));
    if !rest.is_empty() {
        let more = list(entry.value.span.clone(), rest.to_vec());
        basics.put_at(&format!("more {key}s"), entry.key_span.clone(), more);
    }
}

/// `RenderCV` itself writes numbers back as `tel:+385-…`.
fn phone(node: &Rc<Node>) -> Rc<Node> {
    match Piece::of(node) {
        Some(piece) if piece.text.starts_with("tel:") => {
            Piece::new(piece.text.trim_start_matches("tel:"), piece.span).node()
        }
        _ => Rc::clone(node),
    }
}

/// An account; its address follows from the network and the name, as on `RenderCV`'s own pages.
fn profile(item: &Rc<Node>) -> Option<Rc<Node>> {
    let Some(source) = entries(item) else { return Some(Rc::clone(item)) };
    let mut map = Map::new(item.span.clone());
    for entry in source.iter().filter(|entry| !is_blank(&entry.value)) {
        map.keep(entry);
    }
    if let (Some(name), Some(user)) = (get(item, "network"), get(item, "username"))
        && let (Some(name), Some(user)) = (Piece::of(&name.value), Piece::of(&user.value))
    {
        let url = network::address(&name.text, &user.text);
        map.text("url", url.map(|url| Piece::new(url, user.span)));
    }
    map.some()
}

/// A line of contact with an icon of its own.
fn connection(item: &Rc<Node>) -> Option<Rc<Node>> {
    let Some(source) = entries(item) else { return Some(Rc::clone(item)) };
    let mut map = Map::new(item.span.clone());
    for entry in source.iter().filter(|entry| !is_blank(&entry.value)) {
        match &*entry.key {
            "placeholder" => {
                map.put_at("username", entry.key_span.clone(), Rc::clone(&entry.value));
            }
            "fontawesome_icon" => {}
            _ => map.keep(entry),
        }
    }
    map.some()
}

/// The sections read so far.
struct Sections<'a> {
    text: &'a str,
    map: Map,
    summary: Vec<Piece>,
}

impl Sections<'_> {
    fn read(&mut self, section: &Entry) {
        if is_blank(&section.value) {
            return;
        }
        let all = items(&section.value);
        let key = headings::section(&section.key).or_else(|| kind(&all));
        match key {
            Some("summary") => {
                let said: Vec<Piece> = all.iter().filter_map(|item| self.said(item)).collect();
                self.summary.extend(said);
            }
            Some(key) => {
                let entries = all.iter().filter_map(|item| entry(self.text, key, item)).collect();
                self.map.extend(key, Some(section.key_span.clone()), entries);
            }
            None => self.map.keep(section),
        }
    }

    /// What an entry of a summary says, whatever kind it has.
    fn said(&self, item: &Rc<Node>) -> Option<Piece> {
        let Some(source) = entries(item) else { return paragraph(self.text, item) };
        let parts: Vec<Piece> =
            source.iter().filter_map(|entry| paragraph(self.text, &entry.value)).collect();
        Piece::join(&parts, ": ")
    }
}

/// The section that entries of this kind belong to when its heading says nothing; plain texts and
/// bullets belong to none.
fn kind(all: &[Rc<Node>]) -> Option<&'static str> {
    let first = all.iter().find(|item| entries(item).is_some())?;
    let has = |key: &str| get(first, key).is_some();
    match () {
        () if has("institution") => Some("education"),
        () if has("company") => Some("work"),
        () if has("title") && has("authors") => Some("publications"),
        () if has("name") => Some("projects"),
        () if has("label") && has("details") => Some("skills"),
        () => None,
    }
}
