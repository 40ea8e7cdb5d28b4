//! Reading an earlier report to compare with.

use std::fs;
use std::path::Path;

use resume::{Baseline, BaselineError};

use crate::exit::Failure;
use crate::input::reason;

/// Reads the report at `path`.
pub(crate) fn read(path: &Path) -> Result<Baseline, Failure> {
    let name = path.display();
    let hint = "write one with `vitae check --format json --output old.json`";
    let text = fs::read_to_string(path).map_err(|error| {
        Failure::new(format!("`{name}` cannot be read: {}", reason(&error))).hint(hint)
    })?;
    Baseline::read(&text).map_err(|error| match error {
        BaselineError::Unreadable(why) => {
            Failure::new(format!("`{name}` is not a report of `vitae check`: {why}")).hint(hint)
        }
        BaselineError::Format(format) => Failure::new(format!(
            "`{name}` has the form `{format}`, which this vitae cannot compare"
        ))
        .hint(hint),
    })
}
