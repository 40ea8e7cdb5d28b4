//! Bytes of a page to its lines: what stands where, in which look, and what is hidden.
//!
//! [`read`] opens a PDF, a Word file, a page of HTML or a plain text and gives one [`Document`]:
//! lines in the order a person reads them, each piece with its look, its place and its link. It
//! knows nothing of resumes. What a machine would read and a person would not see is no part of the
//! lines; it is listed in [`Document::hidden`], with how it was hidden.

mod container;
mod detect;
mod difference;
mod docx;
#[cfg(test)]
mod dump;
mod error;
mod flow;
#[cfg(test)]
mod hostile;
mod html;
mod letters;
mod limits;
mod lookalike;
mod losses;
mod markdown;
mod marks;
mod model;
mod odt;
mod office;
mod pdf;
mod rtf;
mod text;
mod xml;

pub use container::Archive;
pub use error::DocumentError;
pub use limits::Limits;
pub use losses::Loss;
pub use model::{
    Color, Document, Gap, Hazard, HazardKind, Hidden, Kind, Line, List, Metadata, Part, Piece,
    Placed, Sheet, Style, Veil,
};

impl Kind {
    /// The kind by what the bytes say, else by the extension of the name, else plain text.
    pub fn detect(file_name: Option<&str>, bytes: &[u8]) -> Self {
        detect::kind(file_name, bytes)
    }
}

/// Draws page `page` of a PDF, numbered from 1, as PNG, as wide as `width` pixels; less for a page
/// that would be very high.
pub fn picture(bytes: &[u8], page: usize, width: u16) -> Result<Vec<u8>, DocumentError> {
    pdf::picture(bytes, page, width)
}

/// Reads a document of a known kind.
///
/// Total: any bytes give a document or one error. What was damaged or left out stands in
/// [`Document::hazards`].
pub fn read(bytes: &[u8], kind: Kind, limits: &Limits) -> Result<Document, DocumentError> {
    if bytes.len() > limits.bytes {
        let mib = limits.bytes >> 20;
        return Err(DocumentError::new(
            format!("the file is larger than {mib} MiB"),
            "a resume is a few hundred kilobytes; take out pictures or check that it is the right file",
        ));
    }
    let document = match kind {
        Kind::Pdf => pdf::read(bytes, limits),
        Kind::Docx => docx::read(bytes, limits),
        Kind::Odt => odt::read(bytes, limits),
        Kind::Rtf => rtf::read(bytes, limits),
        Kind::Html => html::read(bytes, limits),
        Kind::Markdown => markdown::read(bytes, limits),
        Kind::Text => text::read(bytes, limits),
    };
    document.map(|mut document| {
        document.hazards.extend(lookalike::find(&document.lines));
        Document { kind, bytes: bytes.len(), ..document }
    })
}
