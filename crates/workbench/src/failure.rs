//! Why something could not be done: what is wrong, where, and what to do.

use resume::Location;

/// Why something could not be done: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where in a file, when it is about a file's content.
    pub place: Option<Box<Place>>,
}

/// A place in a source text.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The file's name as the user gave it.
    pub file: String,
    /// The whole text.
    pub source: String,
    /// Where in it.
    pub location: Location,
}

impl Failure {
    /// A failure without hint or place.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, place: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Adds what to do, when there is something to say.
    #[must_use]
    pub fn maybe_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}
