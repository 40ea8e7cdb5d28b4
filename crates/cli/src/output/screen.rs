//! What the screen can show: its width and its characters.

use std::env;
use std::io::IsTerminal;

/// Columns of text when nothing is known, and at most: longer lines are hard to read.
const WIDTH: usize = 80;

/// A screen, or a file or pipe that stands for one.
///
/// Output that is not a terminal always has the same form, so that it can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    /// Columns to use.
    pub(crate) width: usize,
    /// True when more than ASCII can be drawn.
    pub(crate) unicode: bool,
}

impl Screen {
    /// What `stream` can show.
    pub(crate) fn of(stream: &impl IsTerminal) -> Self {
        Self { width: WIDTH, unicode: stream.is_terminal() && locale_is_utf8() }
    }
}

/// The first of these variables that says something decides, as in POSIX.
fn locale_is_utf8() -> bool {
    ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(env::var_os)
        .find(|value| !value.is_empty())
        .is_some_and(|value| {
            let value = value.to_string_lossy().to_lowercase();
            value.contains("utf-8") || value.contains("utf8")
        })
}
