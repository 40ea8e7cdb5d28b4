//! The parts of a Word file and the container they lie in.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use resume::outline::Outline;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::paragraph::FIRST_LINK;
use super::xml::escaped;
use crate::look::tag;

/// What the fixed parts leave open.
pub(super) struct Look<'a> {
    /// Color of titles and links, six hexadecimal digits.
    pub accent: String,
    /// Color of rules, six hexadecimal digits.
    pub hairline: String,
    /// Face for letters of East Asia.
    pub eastern: &'a str,
    /// A BCP 47 tag.
    pub language: &'a str,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Parts the text refers to; their numbers are before those of links.
const NEIGHBORS: [(&str, &str); 5] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("footer", "footer.xml"),
];
/// The number of the footer among them, from 1.
pub(super) const FOOTER: usize = 5;

/// The container. Every byte follows from the arguments: parts have a fixed order and date.
pub(super) fn write(document: &str, links: &[String], outline: &Outline, look: &Look) -> Vec<u8> {
    let filled = |part: &str| {
        part.replace("$accent", &look.accent)
            .replace("$hairline", &look.hairline)
            .replace("$eastern", look.eastern)
            .replace("$languages", &languages(look.language))
            .replace("$language", &tag(look.language))
    };
    let parts = [
        ("[Content_Types].xml", include_str!("parts/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("parts/rels.xml").to_owned()),
        ("docProps/core.xml", core(outline, look)),
        ("docProps/app.xml", include_str!("parts/app.xml").to_owned()),
        ("word/document.xml", document.to_owned()),
        ("word/_rels/document.xml.rels", relationships(links)),
        ("word/styles.xml", filled(include_str!("parts/styles.xml"))),
        ("word/numbering.xml", filled(include_str!("parts/numbering.xml"))),
        ("word/settings.xml", include_str!("parts/settings.xml").to_owned()),
        ("word/fontTable.xml", filled(include_str!("parts/font_table.xml"))),
        ("word/footer.xml", include_str!("parts/footer.xml").to_owned()),
    ];
    // Memory takes every write, so no file comes out empty.
    packed(&parts).unwrap_or_default()
}

fn packed(parts: &[(&str, String)]) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, options).ok()?;
        archive.write_all(part.as_bytes()).ok()?;
    }
    archive.finish().ok().map(Cursor::into_inner)
}

/// Title, author and language. Dates are left out: the only true ones would be the clock's.
fn core(outline: &Outline, look: &Look) -> String {
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>\n",
        escaped(&outline.title()),
        escaped(outline.name.as_deref().unwrap_or_default()),
        tag(look.language),
    )
}

fn relationships(links: &[String]) -> String {
    let mut xml = format!("{HEAD}<Relationships xmlns=\"{RELATIONSHIPS}\">");
    for (at, (kind, target)) in NEIGHBORS.iter().enumerate() {
        let id = at + 1;
        let _ = write!(
            xml,
            "<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>",
        );
    }
    for (at, link) in links.iter().enumerate() {
        let _ = write!(
            xml,
            "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" \
             TargetMode=\"External\"/>",
            at + FIRST_LINK,
            escaped(link),
        );
    }
    xml += "</Relationships>\n";
    xml
}

/// Word keeps languages of East Asia and those from right to left apart from all others.
fn languages(language: &str) -> String {
    let tag = tag(language);
    match tag.split('-').next() {
        Some("ja" | "ko" | "zh") => format!(" w:eastAsia=\"{tag}\""),
        Some("ar" | "fa" | "he" | "ur" | "yi") => format!(" w:bidi=\"{tag}\""),
        _ => String::new(),
    }
}
