//! Our own files hide nothing and break no rule about documents.

use extract::{About, reader_rules};
use resume::Severity;

use super::samples::CASES;

#[test]
fn our_files_are_clean() {
    for case in &*CASES {
        assert_eq!(case.document.hidden, [], "{}", case.name);
        let of_documents = |id: &str| {
            reader_rules().iter().any(|rule| rule.id == id && rule.about == About::Documents)
        };
        for finding in &case.reading.parsed.findings {
            let mild = finding.severity < Severity::Warning || !of_documents(&finding.rule);
            assert!(mild, "{}: {finding:#?}", case.name);
        }
    }
}
