//! The few styles we use. They carry no meaning that the text does not say as well.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};

/// What matters most on a line.
pub(crate) const STRONG: Style = Style::new().bold();
/// What may be skipped.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// Enough.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Not enough.
pub(crate) const WEAK: Style = AnsiColor::Yellow.on_default();
/// Wrong.
pub(crate) const BAD: Style = AnsiColor::Red.on_default();
/// Names one can type.
pub(crate) const NAME: Style = AnsiColor::Cyan.on_default();

/// `text` in a style.
pub(crate) fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}
