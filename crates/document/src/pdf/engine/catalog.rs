//! What a file says of itself, apart from its pages: description, layers, links, actions.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Rect as Box64, String as PdfString};
use hayro_syntax::page::Page;
use resume::Rect;

use super::xmp;
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
    /// Words of its second description that are not in `metadata`.
    pub more: Vec<String>,
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
    let second = xmp::of(&catalog);
    let language = language.filter(|tag| !tag.trim().is_empty()).or(second.language);
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
        more: second.words,
    }
}

fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default()
}

/// Files of one empty page on behalf of which the pages of this one can be drawn: with all of its
/// layers on, and with all off. None when it has no layers.
pub(super) fn stand_ins(pdf: &Pdf) -> Vec<Pdf> {
    let catalog = catalog(pdf);
    let layers = catalog.get::<Dict<'_>>("OCProperties");
    let Some(all) = layers.and_then(|layers| layers.get::<Array<'_>>("OCGs")) else {
        return Vec::new();
    };
    let places = all.raw_iter().filter_map(|layer| layer.as_obj_ref()).take(LAYERS);
    let places = places.map(|place| format!("{} {} R", place.obj_number, place.gen_number));
    let places = places.collect::<Vec<_>>().join(" ");
    let empty = |catalog: &str| Pdf::new(format!("{EMPTY}{catalog}>>endobj\n{REST}").into_bytes());
    let off = format!("/OCProperties<</OCGs[{places}]/D<</OFF[{places}]>>>>");
    if places.is_empty() {
        return Vec::new();
    }
    ["", &off].into_iter().filter_map(|catalog| empty(catalog).ok()).collect()
}

/// The most layers of a file.
const LAYERS: usize = 1000;
/// A file with one empty page, up to the entries of its catalog and from there on.
const EMPTY: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R";
const REST: &str = "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
%%EOF";

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
    const NAME: &[u8] = b"/Encrypt";
    let mut places = memchr::memmem::find_iter(bytes, NAME);
    let behind = |at: usize| bytes.get(at + NAME.len());
    places.any(|at| matches!(behind(at), Some(b' ' | b'\n' | b'\r' | b'<')))
}

/// The addresses under places of a page.
pub(super) fn links(page: &Page<'_>) -> Vec<Link> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let link = |note: Dict<'_>| {
        if note.get::<Name<'_>>("Subtype").as_deref() != Some(b"Link") {
            return None;
        }
        let action = note.get::<Dict<'_>>("A")?;
        let address = action.get::<PdfString<'_>>("URI")?;
        let address = text_of(address.as_bytes()).trim().to_owned();
        let rect = place_of(page, &note)?;
        (!address.is_empty()).then_some(Link { rect, address })
    };
    notes.iter::<Dict<'_>>().take(LINKS).filter_map(link).collect()
}

/// Where a note or a link lies on its page.
pub(super) fn place_of(page: &Page<'_>, note: &Dict<'_>) -> Option<Rect> {
    let [xx, xy, yx, yy, right, down] = page.initial_transform(true).as_coeffs();
    let place = |x: f64, y: f64| (xx * x + yx * y + right, xy * x + yy * y + down);
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
    sane.then_some(rect)
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
