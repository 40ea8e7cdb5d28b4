//! A file and what a form says of it, to the file that is meant.

use axum::http::StatusCode;
use extract::{Format, Limits, Origins};
use resume::{Parsed, Resume};

use super::fields::Fields;
use super::wanted::{Wanted, wanted};
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
    let parsed = read(source, format)?;
    let Wanted { resume, origins } = wanted(&parsed.resume, fields)?;
    rewritten(&parsed, format, resume, &origins)
}

/// The file that holds `wanted`, made from `source` as [`apply`] does.
pub(crate) fn write(source: &str, format: Format, wanted: &Resume) -> Result<Applied, Fault> {
    rewritten(&read(source, format)?, format, wanted.clone(), &Origins::new())
}

fn read(source: &str, format: Format) -> Result<Parsed, Fault> {
    extract::read(source.as_bytes(), format, &Limits::default()).map_err(|error| {
        let fault = Fault::new(StatusCode::UNPROCESSABLE_ENTITY, error.message);
        error.hint.into_iter().fold(fault, Fault::hint)
    })
}

fn rewritten(
    parsed: &Parsed,
    format: Format,
    wanted: Resume,
    origins: &Origins,
) -> Result<Applied, Fault> {
    let made = extract::rewrite(parsed, format, &wanted, origins).ok_or_else(|| {
        Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "this file cannot be changed by a form")
            .hint("change its text instead")
    })?;
    Ok(Applied { source: made.text, resume: wanted, lost_comments: made.lost_comments })
}
