//! OpenDocument text to lines.
//!
//! `styles` and `lists` say what a name means; `reader`, `letters`, `table` and `shapes` walk
//! through the text; `about` reads what the file says of itself.

mod about;
mod letters;
mod lists;
mod reader;
mod shapes;
mod styles;
mod table;

use crate::container::Archive;
use crate::xml::{Element, Tree, decode};
use crate::{Color, Document, DocumentError, Hazard, HazardKind, Limits, Part};

use lists::Lists;
use reader::Reader;
use styles::{Fill, Styles};

/// The size of letters of which nobody says anything, in points.
const SIZE: f32 = 12.0;

/// Reads one document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    let archive = Archive::open(bytes, limits)?;
    let text = |name: &str| {
        archive.part(name).map(|bytes| decode(&bytes).into_owned()).unwrap_or_default()
    };
    let manifest = text("META-INF/manifest.xml");
    if manifest.contains("encryption-data") || archive.is_locked("content.xml") {
        return Err(DocumentError::new(
            "the file is locked with a password",
            "open it, save it again without \"Save with password\" and try that file",
        ));
    }
    let content = text("content.xml");
    if content.is_empty() {
        return Err(DocumentError::new(
            "the file has no text that can be unpacked",
            "open it in LibreOffice, save it again and try that file",
        ));
    }
    let content = Tree::parse(&content, limits.depth);
    let look = text("styles.xml");
    let look = Tree::parse(&look, limits.depth);
    let meta = text("meta.xml");
    let settings = text("settings.xml");

    let mut common = (Styles::default(), Lists::default());
    add(&mut common, look.root().child("styles"));
    let mut framing = common.clone();
    add(&mut framing, look.root().child("automatic-styles"));
    let mut own = common;
    add(&mut own, content.root().child("automatic-styles"));

    let ground = Fill::Plain(page_color(look.root()));
    let mut reader = Reader::new(limits, own, ground);
    let body = content.root().child("body").and_then(|body| body.child("text"));
    let body = body.unwrap_or(content.root());
    let masters = used_masters(look.root(), content.root());
    reader.notice_paint(body);
    let own = reader.swap_styles(framing);
    for master in &masters {
        reader.notice_paint(*master);
    }
    reader.frames(&masters, Part::Header);
    let framing = reader.swap_styles(own);
    reader.body(body);
    reader.notes();
    reader.swap_styles(framing);
    reader.frames(&masters, Part::Footer);
    let names = archive.names();
    reader.about(
        Tree::parse(&meta, limits.depth).root(),
        Tree::parse(&settings, limits.depth).root(),
        look.root(),
        names,
    );
    let mut document = reader.sink.finish();
    document.naive = letters::naive(body, limits.characters);
    if content.damaged || archive.is_damaged() {
        note(&mut document, HazardKind::Damaged);
    }
    if content.cut || archive.is_cut() {
        note(&mut document, HazardKind::CutOff);
    }
    Ok(document)
}

fn add((styles, lists): &mut (Styles, Lists), parent: Option<Element<'_>>) {
    styles.add(parent);
    lists.add(parent);
}

fn note(document: &mut Document, kind: HazardKind) {
    if document.hazards.iter().all(|hazard| hazard.kind != kind) {
        let quote = String::new();
        document.hazards.push(Hazard { kind, page: 0, rect: None, quote });
    }
}

/// The color of the page.
fn page_color(look: Element<'_>) -> Color {
    let layouts = look.child("automatic-styles").into_iter().flat_map(Element::elements);
    let mut layouts = layouts.filter(|style| style.name() == "page-layout");
    let color = layouts.find_map(|layout| {
        let color = layout.child("page-layout-properties")?.attribute("background-color")?;
        crate::office::measure::hex(color)
    });
    color.unwrap_or(Color::WHITE)
}

/// The pages that are used: the first one, those that a paragraph asks for, and those that follow.
fn used_masters<'t>(look: Element<'t>, content: Element<'t>) -> Vec<Element<'t>> {
    let masters = look.child("master-styles").into_iter().flat_map(Element::elements);
    let masters: Vec<_> =
        masters.filter(|master| master.name() == "master-page").take(64).collect();
    let styles = content.child("automatic-styles").into_iter().flat_map(Element::elements);
    let mut used: Vec<&str> =
        styles.filter_map(|style| style.attribute("master-page-name")).take(64).collect();
    used.push("Standard");
    for _ in 0..8 {
        let followed = |master: &&Element<'t>| {
            master.attribute("name").is_some_and(|name| used.contains(&name))
        };
        let next = masters.iter().filter(followed).filter_map(|m| m.attribute("next-style-name"));
        let next: Vec<&str> = next.filter(|name| !used.contains(name)).collect();
        if next.is_empty() {
            break;
        }
        used.extend(next);
    }
    let first = masters.first().and_then(|master| master.attribute("name"));
    let asked = |name: &str| used.contains(&name) || (used.len() == 1 && first == Some(name));
    let of_use = |master: &Element<'t>| master.attribute("name").is_some_and(asked);
    masters.into_iter().filter(of_use).collect()
}
