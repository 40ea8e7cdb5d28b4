//! Makes small files and prints documents in short.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use document::{Document, Gap, HazardKind, Kind, Limits, Line, Part, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs parts into a ZIP container.
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    pack_with(parts, SimpleFileOptions::default())
}

/// Puts parts into a ZIP container as they are, which is much faster.
pub(crate) fn store(parts: &[(&str, &[u8])]) -> Vec<u8> {
    pack_with(parts, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
}

fn pack_with(parts: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, options).expect("a name");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml""#;

/// A Word file: its body, and other parts by name, whose references are numbered by the name.
///
/// Parts in `word/` are wrapped in a root of their name. `http…` names are addresses.
pub(crate) fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut relations = String::from("<Relationships>");
    let mut files: Vec<(String, String)> = Vec::new();
    let mut roots = format!(
        r#"<Relationships><Relationship Id="d" Type="{kind}/officeDocument" Target="word/document.xml"/>"#
    );
    for (name, content) in parts {
        let stem = name.trim_end_matches(".xml").trim_end_matches(char::is_numeric);
        if name.contains(':') {
            let what = if content.is_empty() { "hyperlink" } else { content };
            let _ = write!(
                relations,
                r#"<Relationship Id="{}" Type="{kind}/{what}" Target="{name}" TargetMode="External"/>"#,
                name.len()
            );
        } else if let Some(name) = name.strip_prefix("docProps/") {
            let what = name.trim_end_matches(".xml");
            let _ = write!(
                roots,
                r#"<Relationship Id="{what}" Type="{kind}/{what}-properties" Target="docProps/{name}"/>"#
            );
            files.push((format!("docProps/{name}"), format!("<properties>{content}</properties>")));
        } else if stem.len() < name.len() && name.contains(".xml") {
            let root = match stem {
                "header" => "hdr",
                "footer" => "ftr",
                other => other,
            };
            let _ = write!(
                relations,
                r#"<Relationship Id="{name}" Type="{kind}/{stem}" Target="{name}"/>"#
            );
            let content = if stem == "theme" {
                format!(r"<a:theme {WORD}>{content}</a:theme>")
            } else {
                format!("<w:{root} {WORD}>{content}</w:{root}>")
            };
            files.push((format!("word/{name}"), content));
        } else {
            let _ = write!(
                relations,
                r#"<Relationship Id="{name}" Type="{kind}/aFChunk" Target="{name}"/>"#
            );
            files.push((format!("word/{name}"), (*content).to_owned()));
        }
    }
    let document =
        format!("<?xml version=\"1.0\"?><w:document {WORD}><w:body>{body}</w:body></w:document>");
    files.push(("word/document.xml".into(), document));
    files.push(("word/_rels/document.xml.rels".into(), relations + "</Relationships>"));
    files.push(("_rels/.rels".into(), roots + "</Relationships>"));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    pack(&files)
}

const OPEN: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#;

/// An OpenDocument text: automatic styles, body, the content of `styles.xml`, of `meta.xml`.
pub(crate) fn odt(styles: &str, body: &str, look: &str, meta: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let look = format!("<office:document-styles {OPEN}>{look}</office:document-styles>");
    let meta = format!(
        "<office:document-meta {OPEN}><office:meta>{meta}</office:meta></office:document-meta>"
    );
    pack(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", look.as_bytes()),
        ("meta.xml", meta.as_bytes()),
    ])
}

/// Reads bytes that must be readable.
#[track_caller]
pub(crate) fn document(bytes: &[u8], kind: Kind) -> Document {
    read(bytes, kind, &Limits::default()).expect("a document")
}

/// The kinds of hazard, each once, in order.
pub(crate) fn hazards(document: &Document) -> Vec<HazardKind> {
    let mut kinds: Vec<_> = document.hazards.iter().map(|hazard| hazard.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Lines and hidden texts, one a row: part, heading, mark, letters with their look.
pub(crate) fn dump(document: &Document) -> String {
    let mut rows: Vec<String> = document.lines.iter().map(row).collect();
    for hidden in &document.hidden {
        rows.push(format!("({:?}: {})", hidden.veil, hidden.text));
    }
    rows.join("\n")
}

fn row(line: &Line) -> String {
    let mut row = match line.part {
        Part::Body => String::new(),
        Part::Header => "header: ".to_owned(),
        Part::Footer => "footer: ".to_owned(),
        Part::TextBox => "box: ".to_owned(),
        Part::Cell { row, column, .. } => format!("{row}/{column}: "),
        Part::Note => "note: ".to_owned(),
    };
    if let Some(level) = line.heading {
        row.push_str(&"#".repeat(usize::from(level)));
        row.push(' ');
    }
    if let Some(list) = &line.list {
        row.push_str(&"  ".repeat(usize::from(list.level)));
        row.push_str(if list.mark.is_empty() { "(item)" } else { &list.mark });
        row.push(' ');
    }
    for piece in &line.pieces {
        row.push_str(match piece.gap {
            Gap::None => "",
            Gap::Space => " ",
            Gap::Wide => " | ",
        });
        let mut text = piece.text.clone();
        if piece.style.italic {
            text = format!("*{text}*");
        }
        if piece.style.bold {
            text = format!("**{text}**");
        }
        if let Some(link) = &piece.link {
            text = format!("[{text}]({link})");
        }
        row.push_str(&text);
    }
    if !line.whole {
        row.push_str(" ~");
    }
    row
}
