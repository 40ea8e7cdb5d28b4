//! What a file says of itself, apart from its pages: description, layers, links, actions.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Rect as Box64, Stream, String as PdfString};
use hayro_syntax::page::Page;
use resume::Rect;

use crate::Metadata;
use crate::pdf::page::Link;

/// The most links of one page.
const LINKS: usize = 500;

/// What a file says of itself.
#[derive(Debug, Default)]
pub(in crate::pdf) struct Description {
    /// Title, author and the like.
    pub metadata: Metadata,
    /// True when it runs a program or opens an address by itself.
    pub active: bool,
    /// True when it is encrypted, but opens without a password.
    pub restricted: bool,
}

/// Reads the description.
pub(super) fn describe(pdf: &Pdf) -> Description {
    let info = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| {
        let text = text_of(bytes.as_deref()?);
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let catalog = catalog(pdf);
    let language = catalog.get::<PdfString<'_>>("Lang").map(|tag| text_of(tag.as_bytes()));
    let language = language.filter(|tag| !tag.trim().is_empty()).or_else(|| xmp_language(&catalog));
    let marked = catalog.get::<Dict<'_>>("MarkInfo").and_then(|info| info.get::<bool>("Marked"));
    let structured = catalog.get::<Dict<'_>>("StructTreeRoot").is_some() && marked.unwrap_or(true);
    Description {
        metadata: Metadata {
            title: text(&info.title),
            author: text(&info.author),
            subject: text(&info.subject),
            keywords: text(&info.keywords),
            creator: text(&info.creator),
            producer: text(&info.producer),
            language,
            structured,
        },
        active: is_active(&catalog),
        restricted: is_encrypted(pdf.data().as_ref()),
    }
}

fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default()
}

/// True when the file has layers and switches one of them off.
pub(super) fn has_layers_off(pdf: &Pdf) -> bool {
    let catalog = catalog(pdf);
    let Some(layers) = catalog.get::<Dict<'_>>("OCProperties") else { return false };
    let Some(usual) = layers.get::<Dict<'_>>("D") else { return false };
    let base_off = usual.get::<Name<'_>>("BaseState").as_deref() == Some(b"OFF");
    base_off || usual.get::<Array<'_>>("OFF").is_some_and(|off| off.raw_iter().next().is_some())
}

fn is_active(catalog: &Dict<'_>) -> bool {
    let action = |dict: Dict<'_>| {
        matches!(
            dict.get::<Name<'_>>("S").as_deref(),
            Some(b"JavaScript" | b"Launch" | b"URI" | b"SubmitForm" | b"ImportData" | b"GoToR")
        )
    };
    let names = catalog.get::<Dict<'_>>("Names");
    let opens = catalog.get::<Dict<'_>>("OpenAction").is_some_and(action);
    opens || names.is_some_and(|names| names.contains_key("JavaScript"))
}

/// Whether a trailer names an `Encrypt` dictionary. Objects may be packed, trailers may not.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name = b"/Encrypt";
    bytes.windows(name.len() + 1).any(|window| {
        window.starts_with(name) && matches!(window[name.len()], b' ' | b'\n' | b'\r' | b'<')
    })
}

/// The addresses under places of a page.
pub(super) fn links(page: &Page<'_>) -> Vec<Link> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let transform = page.initial_transform(true).as_coeffs();
    let place = |x: f64, y: f64| {
        let [a, b, c, d, e, f] = transform;
        (a * x + c * y + e, b * x + d * y + f)
    };
    let link = |note: Dict<'_>| {
        if note.get::<Name<'_>>("Subtype").as_deref() != Some(b"Link") {
            return None;
        }
        let action = note.get::<Dict<'_>>("A")?;
        let address = action.get::<PdfString<'_>>("URI")?;
        let address = text_of(address.as_bytes()).trim().to_owned();
        let bounds = note.get::<Box64>("Rect")?;
        let (one, other) = (place(bounds.x0, bounds.y0), place(bounds.x1, bounds.y1));
        #[expect(clippy::cast_possible_truncation, reason = "a place on a page")]
        let rect = Rect {
            left: one.0.min(other.0) as f32,
            top: one.1.min(other.1) as f32,
            right: one.0.max(other.0) as f32,
            bottom: one.1.max(other.1) as f32,
        };
        let sane = [rect.left, rect.top, rect.right, rect.bottom].into_iter().all(f32::is_finite);
        (sane && !address.is_empty()).then_some(Link { rect, address })
    };
    notes.iter::<Dict<'_>>().take(LINKS).filter_map(link).collect()
}

/// A text of the file: UTF-16 or UTF-8 with their marks, else the first page of Unicode with the
/// few signs that PDF puts elsewhere.
pub(super) fn text_of(bytes: &[u8]) -> String {
    let units = |big: bool, bytes: &[u8]| {
        let unit = |pair: &[u8]| match *pair {
            [one, two] if big => u16::from_be_bytes([one, two]),
            [one, two] => u16::from_le_bytes([one, two]),
            _ => 0,
        };
        let units: Vec<u16> = bytes.chunks_exact(2).map(unit).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => units(true, rest),
        [0xff, 0xfe, rest @ ..] => units(false, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Many programs write UTF-8 without saying so. Bytes of it are hardly ever anything else.
        _ if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() => {
            String::from_utf8_lossy(bytes).into_owned()
        }
        _ => bytes.iter().map(|byte| pdf_doc_char(*byte)).collect(),
    }
}

fn pdf_doc_char(byte: u8) -> char {
    match byte {
        0x80 => '•',
        0x84 => '—',
        0x85 => '–',
        0x8d => '“',
        0x8e => '”',
        0x8f => '‘',
        0x90 => '’',
        0x92 => '™',
        0x93 => 'ﬁ',
        0x94 => 'ﬂ',
        other => char::from(other),
    }
}

/// The language in the file's XMP description.
fn xmp_language(catalog: &Dict<'_>) -> Option<String> {
    let Object::Stream(stream) = catalog.get::<Object<'_>>("Metadata")? else { return None };
    let stream: Stream<'_> = stream;
    let data = stream.decoded_data().ok()?;
    let text = String::from_utf8_lossy(&data);
    let (_, after) = text.split_once("<dc:language>")?;
    let (value, _) = after.split_once("</dc:language>")?;
    let (_, item) = value.split_once("<rdf:li>")?;
    let (tag, _) = item.split_once('<')?;
    let tag = tag.trim();
    let sane = !tag.is_empty() && tag.len() <= 35;
    sane.then(|| tag.to_owned())
}
