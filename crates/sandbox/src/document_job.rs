//! The job of the reader: bytes of a document to its lines.

use document::{Document, Kind};
use serde::{Deserialize, Serialize};

use crate::{Failure, Policy, Refusal, frame, parent};

/// Its name.
pub(crate) const NAME: &str = "document";

/// What the reader has to know beside the bytes.
#[derive(Serialize, Deserialize)]
struct Head {
    kind: Kind,
    limits: document::Limits,
}

/// Reads a document as [`document::read`] does, in a worker.
///
/// The parsers meet the bytes in there; out here comes only what they understood, with the size of
/// `policy.limits.output` at most.
pub fn read(
    bytes: &[u8],
    kind: Kind,
    limits: &document::Limits,
    policy: &Policy,
) -> Result<Document, Failure> {
    let input = frame::pack(&Head { kind, limits: *limits }, bytes);
    let answer = parent::run(NAME, input, policy)?;
    postcard::from_bytes(&answer.bytes)
        .map_err(|_| Failure::Crashed("its answer is no document".to_owned()))
}

/// What the worker does.
pub(crate) fn work(input: &[u8]) -> Result<Vec<u8>, Refusal> {
    let Some((Head { kind, limits }, bytes)) = frame::unpack(input) else {
        return Err(Refusal {
            message: "the reader was asked in a form it does not know".to_owned(),
            hint: "start it through the command, not by hand".to_owned(),
        });
    };
    let document = document::read(bytes, kind, &limits)
        .map_err(|error| Refusal { message: error.message, hint: error.hint.to_owned() })?;
    Ok(postcard::to_allocvec(&document).expect("a document can be written"))
}
