//! Rich Text Format to lines.
//!
//! Crates for RTF read well-formed files of one code page and stop at the first fault; resumes
//! come from every word processor of thirty years.

mod look;
mod reader;
mod state;
mod token;
mod words;

use crate::{Document, DocumentError, Limits};

/// Reads one document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    if !bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Err(DocumentError::new(
            "the file is not in Rich Text Format",
            "save it again in the program it was written with",
        ));
    }
    Ok(reader::read(bytes, limits))
}

#[cfg(test)]
mod tests;
