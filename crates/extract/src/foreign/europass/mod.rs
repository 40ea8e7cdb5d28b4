//! Europass XML: the Skills Passport of version 3 and the Candidate of today's editor.
//!
//! Birth date, gender, nationality and photo stay unread: they belong on no engineering resume.

mod candidate;
mod language;
mod passport;
mod xml;

use std::rc::Rc;

use resume::{Origin, Parsed};

use super::build::{Map, Piece};
use super::html;
use super::markup::blocks;
use super::network;
use crate::node::{Document, Node};
use crate::{Format, Limits, ReadError, decode, shape};
use xml::Element;

/// True for the beginning of an XML file of Europass.
pub(crate) fn is_europass(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    let body = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    body.starts_with(b"<")
        && (has(b"<SkillsPassport") || has(b"europass.cedefop") || has(b"<Candidate"))
}

/// Reads a file of Europass, or what its PDF carries as an attachment.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Parsed, ReadError> {
    let text = decode::decode(bytes, limits)?;
    let root = xml::parse(text, limits)?;
    let reader = Europass { text };
    let tree = match root.name() {
        "Candidate" => candidate::resume(&reader, &root),
        _ => match root.at(&["LearnerInfo"]) {
            Some(learner) => passport::resume(&reader, &root, learner),
            None => {
                return Err(ReadError::at(text, root.span(), "this XML is no resume of Europass")
                    .hint("the root of one is `SkillsPassport` or `Candidate`"));
            }
        },
    };
    let document = Document { root: tree, second: None };
    shape::resume_of(text, Format::Europass, &document, Origin::Europass)
}

/// What both forms need.
struct Europass<'a> {
    text: &'a str,
}

impl Europass<'_> {
    /// A description: its paragraphs under `to`, its list as `highlights`.
    fn body(&self, map: &mut Map, to: &str, piece: Option<Piece>) {
        let Some(piece) = piece else { return };
        let found = self.blocks(&piece);
        map.text(to, Piece::join(&found.paragraphs, " "));
        map.extend("highlights", None, found.items.into_iter().map(Piece::node).collect());
    }

    /// A description in one paragraph.
    fn paragraph(&self, piece: Option<Piece>) -> Option<Piece> {
        self.blocks(&piece?).paragraph()
    }

    fn blocks(&self, piece: &Piece) -> super::markup::Blocks {
        let raw = self.text.get(piece.span.clone()).unwrap_or_default();
        blocks(&html::lines(&piece.text), raw, piece.span.start)
    }

    /// The things a description lists: its items, or what stands between its commas.
    fn listed(&self, piece: Option<Piece>) -> Vec<Rc<Node>> {
        let Some(piece) = piece else { return Vec::new() };
        let found = self.blocks(&piece);
        if !found.items.is_empty() {
            return found.items.into_iter().map(Piece::node).collect();
        }
        let plain = found.paragraphs.into_iter().map(Piece::node);
        plain.flat_map(|node| super::table::words(self.text, &node)).collect()
    }
}

/// A country's code as ISO writes it; Europass says `UK` and `EL`.
fn country(piece: Option<Piece>) -> Option<Piece> {
    let piece = piece?;
    let code = match piece.text.to_uppercase().as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code if code.len() == 2 => code.to_owned(),
        _ => super::country::code(&piece.text)?.to_owned(),
    };
    Some(Piece::new(code, piece.span))
}

/// A site of the person's: the first becomes `url`, networks become profiles.
fn site(basics: &mut Map, site: Piece) {
    let known = network::network(&site.text);
    if known.is_none() && basics.get("url").is_none() {
        basics.text("url", Some(site));
        return;
    }
    let mut profile = Map::new(site.span.clone());
    profile.text("network", known.map(|known| Piece::new(known, site.span.clone())));
    profile.text("url", Some(site));
    basics.extend("profiles", None, vec![profile.node()]);
}

/// A level for several skills: `B2`, or `B1 – C1` when they differ.
fn levels(mut found: Vec<Piece>) -> Option<Piece> {
    found.sort_by(|one, other| one.text.cmp(&other.text));
    let (first, last) = (found.first()?, found.last()?);
    let text = if first.text == last.text {
        first.text.clone()
    } else {
        format!("{} – {}", first.text, last.text)
    };
    Some(Piece::new(text, first.span.clone()))
}

/// The texts at paths below `element`, as one with commas.
fn joined(element: &Element, paths: &[&[&str]]) -> Option<Piece> {
    let found: Vec<Piece> = paths.iter().filter_map(|path| element.text(path)).collect();
    Piece::join(&found, ", ")
}
