//! `damaged-document`: parts of the file could not be read.

use document::HazardKind;
use resume::{FieldPath, Finding, Severity};

use super::{Read, region};

pub(crate) fn check(read: &Read<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for hazard in &read.document.hazards {
        let (message, hint) = match hazard.kind {
            HazardKind::Damaged => (
                "the file is damaged; what could be saved was read",
                "export it again from the program it was written with",
            ),
            HazardKind::CutOff => (
                "the file is longer than any resume; the rest was not read",
                "check that this is the right file; a resume has one to three pages",
            ),
            _ => continue,
        };
        let finding = Finding::new("damaged-document", Severity::Error, FieldPath::root(), message);
        findings.push(finding.seen_at(region(hazard.page, hazard.rect)).hint(hint));
    }
    findings
}
