//! A file and what a form says of it, to the file that is meant.

use extract::{Format, Limits};
use resume::Resume;

use super::fields::Fields;
use super::wanted::wanted;
use crate::site::fault::Fault;

/// What a form made of a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Applied {
    /// The text of the file.
    pub(crate) source: String,
    /// The resume it holds.
    pub(crate) resume: Resume,
    /// True when comments of the file could not be kept.
    pub(crate) lost_comments: bool,
}

/// The file that a form means, which was made from `source`. Values that the form leaves alone,
/// keys it does not know, comments and order stay as they are; unchanged fields change no byte.
pub(crate) fn apply(source: &str, format: Format, fields: &Fields) -> Result<Applied, Fault> {
    let parsed = extract::read(source.as_bytes(), format, &Limits::default())
        .map_err(|error| Fault::new(axum::http::StatusCode::UNPROCESSABLE_ENTITY, error.message))?;
    let wanted = wanted(&parsed.resume, fields)?;
    let rewritten = extract::rewrite(&parsed, format, &wanted).ok_or_else(Fault::ours)?;
    Ok(Applied { source: rewritten.text, resume: wanted, lost_comments: rewritten.lost_comments })
}
