//! Word files: Office Open XML to lines.
//!
//! `package` follows the references between parts; `styles`, `numbering` and `theme` say what a
//! name means; `reader`, `paragraph`, `run`, `table` and `drawing` walk through the text.

mod about;
mod drawing;
mod field;
mod naive;
mod numbering;
mod package;
mod paragraph;
mod props;
mod reader;
mod run;
mod stories;
mod styles;
mod table;
mod theme;

use crate::container::Archive;
use crate::office::Sink;
use crate::xml::Tree;
use crate::{Document, DocumentError, HazardKind, Limits};

use numbering::Numbering;
use package::Package;
use props::Ground;
use reader::Reader;
use styles::Styles;
use theme::Theme;

/// The size of letters of which nobody says anything, in points.
const SIZE: f32 = 10.0;
/// How a file of the old binary kind begins; a file with a password is wrapped in one.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// Reads one document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    read_file(bytes, limits, false)
}

/// Reads a document that stands in another one.
fn read_inner(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    read_file(bytes, limits, true)
}

fn read_file(bytes: &[u8], limits: &Limits, inner: bool) -> Result<Document, DocumentError> {
    if bytes.starts_with(&COMPOUND) {
        return Err(compound(bytes));
    }
    let package = Package { archive: Archive::open(bytes, limits)?, depth: limits.depth };
    let Some(main) = package.main() else {
        if package.archive.has("content.xml") {
            return crate::odt::read(bytes, limits);
        }
        return Err(no_document(&package));
    };
    let text = package.text(&main);
    let tree = Tree::parse(&text, limits.depth);
    let relations = package.relations(&main);
    let part = |kind: &str| {
        let relation = relations.values().find(|relation| relation.kind == kind);
        relation.map(|relation| package.text(&relation.target)).unwrap_or_default()
    };
    if text.is_empty() {
        return Err(if package.archive.is_locked(&main) {
            locked()
        } else {
            DocumentError::new(
                "the file is damaged: its text cannot be unpacked",
                "open it in Word, save it again and try that file",
            )
        });
    }

    let theme = part("theme");
    let theme = Theme::read(Tree::parse(&theme, limits.depth).root());
    let styles = part("styles");
    let styles = Tree::parse(&styles, limits.depth);
    let language = about::language(styles.root());
    let styles = Styles::read(styles.root(), &theme);
    let numbering = part("numbering");
    let numbering = Numbering::read(Tree::parse(&numbering, limits.depth).root(), &theme);
    let settings = part("settings");
    let settings = Tree::parse(&settings, limits.depth);

    let ground = Ground::Plain(about::page_color(tree.root(), settings.root(), &theme));
    let mut reader = Reader {
        package: &package,
        limits,
        theme,
        styles,
        numbering,
        sink: Sink::new(limits),
        relations,
        fields: Vec::new(),
        carried: None,
        ground,
        veil: None,
        painted: false,
        framed: false,
        before: (None, false),
        inner,
    };
    reader.stories(tree.root(), settings.root());
    reader.about(&main, settings.root());
    let mut document = reader.sink.finish();
    document.naive = naive::text(tree.root(), limits.characters);
    document.metadata.language = document.metadata.language.or(language);
    if tree.damaged || package.archive.is_damaged() {
        note(&mut document, HazardKind::Damaged);
    }
    if tree.cut || package.archive.is_cut() {
        note(&mut document, HazardKind::CutOff);
    }
    Ok(document)
}

fn note(document: &mut Document, kind: HazardKind) {
    if document.hazards.iter().all(|hazard| hazard.kind != kind) {
        let quote = String::new();
        document.hazards.push(crate::Hazard { kind, page: 0, rect: None, quote });
    }
}

fn locked() -> DocumentError {
    DocumentError::new(
        "the file is locked with a password",
        "open it in Word, take the password off (File, Info, Protect Document) and save it",
    )
}

/// Why a file in the old container cannot be read: a password or its age.
fn compound(bytes: &[u8]) -> DocumentError {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return locked();
    }
    DocumentError::new(
        "the file is a Word document of the kind used before 2007",
        "open it in Word or LibreOffice and save it as .docx or PDF",
    )
}

/// Why a container without a text is none of ours.
fn no_document(package: &Package<'_>) -> DocumentError {
    let kinds = [("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("Index/", "a Pages file")];
    let begins = |folder: &str| package.archive.names().any(|name| name.starts_with(folder));
    let found = kinds.iter().find(|(folder, _)| begins(folder));
    let message = match found {
        Some((_, what)) => format!("the file is {what}, no Word document"),
        None => "the file is a ZIP container without a Word document".to_owned(),
    };
    DocumentError::new(message, "save the resume as .docx or PDF and try that file")
}
