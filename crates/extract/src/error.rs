//! The one error of this crate: nothing can be taken from the bytes, and why.

use std::fmt;
use std::ops::Range;

use resume::{Location, SourceMap};

/// Why a file cannot be read at all, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadError {
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where; `None` when it is about the file as a whole.
    pub location: Option<Box<Location>>,
    /// The text as far as it could be decoded, so that the place can be shown.
    pub source: String,
    /// True when the file holds nothing to start from: a complete example helps more than a hint.
    pub nothing: bool,
}

impl ReadError {
    /// An error about the whole file, with no text to show.
    pub(crate) fn whole(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: Some(hint.into()),
            location: None,
            source: String::new(),
            nothing: false,
        }
    }

    /// An error about a file that holds nothing.
    pub(crate) fn nothing(message: impl Into<String>) -> Self {
        Self { nothing: true, ..Self::whole(message, "write something into it first") }
    }

    /// An error at `range`, bytes of `text`.
    pub(crate) fn at(text: &str, range: Range<usize>, message: impl Into<String>) -> Self {
        let location = SourceMap::new(text.to_owned()).at(range);
        Self {
            message: message.into(),
            hint: None,
            location: Some(Box::new(location)),
            source: text.to_owned(),
            nothing: false,
        }
    }

    /// Says that the file holds nothing to start from.
    #[must_use]
    pub(crate) fn of_nothing(self) -> Self {
        Self { nothing: true, ..self }
    }

    /// Adds what to do.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(at) => write!(f, "{}:{}: {}", at.line, at.column, self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for ReadError {}
