//! `large-file`: some applicant systems refuse the file for its size.

use resume::{FieldPath, Finding, Severity};

use super::Read;

/// Greenhouse does not parse attachments above 2.5 MB (its help page on resume parsing).
const MOST_BYTES: usize = 2_500_000;

pub(crate) fn check(read: &Read<'_>) -> Option<Finding> {
    let bytes = read.document.bytes;
    (bytes > MOST_BYTES).then(|| {
        let mb = f64::from(u32::try_from(bytes / 100_000).unwrap_or(u32::MAX)) / 10.0;
        let message =
            format!("the file has {mb} MB; a widely used system reads no more than 2.5 MB");
        Finding::new("large-file", Severity::Warning, FieldPath::root(), message)
            .hint("take out pictures, or export it again with smaller ones")
    })
}
