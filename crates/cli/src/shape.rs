//! What a mistake in the shape of a file means for a page: a page is set when nothing of the file
//! would be missing from it.

use resume::{Parsed, Severity};
pub(crate) use workbench::spare_what_was_read;

use crate::exit::Failure;
use crate::output;

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
