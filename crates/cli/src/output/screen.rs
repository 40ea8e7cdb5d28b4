//! What the screen can show: its width and its characters.

use std::env;
use std::io::IsTerminal;

/// Columns of text when nothing is known.
const WIDTH: usize = 80;
/// Columns at least: with fewer, the parts of a line do not fit, and the terminal breaks it.
const LEAST: usize = 60;
/// Columns at most: longer lines are hard to read.
const MOST: usize = 120;

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
        if !stream.is_terminal() {
            return Self::file();
        }
        let width = terminal_size::terminal_size().map(|(width, _)| width.0);
        Self { width: columns(width), unicode: locale_is_utf8() }
    }

    /// A file.
    pub(crate) fn file() -> Self {
        Self { width: WIDTH, unicode: false }
    }
}

/// Columns to use of a terminal that has `width` of them.
fn columns(width: Option<u16>) -> usize {
    width.filter(|width| *width > 0).map_or(WIDTH, |width| usize::from(width).clamp(LEAST, MOST))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_follows_the_terminal_within_reason() {
        for (width, expected) in
            [(None, 80), (Some(0), 80), (Some(20), 60), (Some(100), 100), (Some(300), 120)]
        {
            assert_eq!(columns(width), expected, "{width:?}");
        }
    }
}
