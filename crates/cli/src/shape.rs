//! What a mistake in the shape of a file means for a page: a page is set when nothing of the file
//! would be missing from it.

use resume::{Finding, Parsed, Segment, Severity};
use serde_json::Value;

use crate::exit::Failure;
use crate::output;

/// Makes warnings of errors in the shape of values that were `read` nevertheless, and of settings,
/// which are no part of the page.
pub(crate) fn spare_what_was_read(findings: &mut [Finding], read: &Value) {
    for finding in findings {
        let steps = finding.path.segments();
        let setting = matches!(steps, [Segment::Key(first), _, ..] if first == "vitae");
        let value = steps.iter().try_fold(read, |value, step| match step {
            Segment::Key(key) => value.get(&**key),
            Segment::Index(index) => value.get(*index),
        });
        let kept = !steps.is_empty() && value.is_some_and(|value| !value.is_null());
        if finding.severity == Severity::Error && (kept || setting) {
            finding.severity = Severity::Warning;
        }
    }
}

/// Shows what the reader noticed in the file called `name`; errors end the run.
pub(crate) fn refuse_broken(name: &str, parsed: &Parsed) -> Result<(), Failure> {
    output::findings_of_reader(name, parsed, false, Severity::Warning);
    let errors =
        parsed.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    match errors {
        0 => Ok(()),
        _ => Err(Failure::new(format!(
            "`{}` has {errors} error{} in its shape, so nothing was built",
            output::shown_name(name),
            if errors == 1 { "" } else { "s" }
        ))
        .hint("repair what is shown above; parts of the page would be missing")),
    }
}
