//! The job of the painter: a page of a PDF to a picture.

use serde::{Deserialize, Serialize};

use crate::{Failure, Policy, Refusal, frame, parent};

/// Its name.
pub(crate) const NAME: &str = "picture";

/// What the painter has to know beside the bytes.
#[derive(Serialize, Deserialize)]
struct Head {
    page: u32,
    width: u16,
}

/// Draws a page of a PDF, numbered from 1, as [`document::picture`] does, in a worker.
///
/// The parsers meet the bytes in there; out here come pixels as PNG, with the size of
/// `policy.limits.output` at most. Whoever shows them to a browser has them decoded once more.
pub fn picture(bytes: &[u8], page: u32, width: u16, policy: &Policy) -> Result<Vec<u8>, Failure> {
    let input = frame::pack(&Head { page, width }, bytes);
    parent::run(NAME, input, policy).map(|answer| answer.bytes)
}

/// What the worker does.
pub(crate) fn work(input: &[u8]) -> Result<Vec<u8>, Refusal> {
    let Some((Head { page, width }, bytes)) = frame::unpack(input) else {
        return Err(Refusal {
            message: "the painter was asked in a form it does not know".to_owned(),
            hint: "start it through the command, not by hand".to_owned(),
        });
    };
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    document::picture(bytes, page, width)
        .map_err(|error| Refusal { message: error.message, hint: error.hint.to_owned() })
}
