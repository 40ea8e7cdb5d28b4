//! Rich Text Format to lines.

use crate::{Document, DocumentError, Limits};

/// Reads one document.
pub(crate) fn read(_bytes: &[u8], _limits: &Limits) -> Result<Document, DocumentError> {
    Err(DocumentError::new("this format is not read yet", "save it as YAML"))
}
