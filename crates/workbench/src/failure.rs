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
    /// What of vitae helps on; every surface has its own way to it, and words for that.
    pub aid: Option<Aid>,
}

/// What of vitae helps on when a file is not what is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aid {
    /// Complete resumes to start from.
    Example,
    /// A letter to start from.
    Letter,
    /// A job to start from.
    Job,
    /// A self-assessment to fill in.
    Assessment,
    /// A resume to edit, made of this file; its name as the user gave it.
    Conversion(String),
    /// A look at what this system lacks.
    Checkup,
    /// The same once more, in a moment.
    Patience,
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
        Self { message: message.into(), hint: None, place: None, aid: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Adds what of vitae helps on.
    #[must_use]
    pub fn aid(self, aid: Aid) -> Self {
        Self { aid: Some(aid), ..self }
    }

    /// What to do, and the words of a surface for what helps on.
    pub fn advice<T: Into<String>>(&self, words: impl FnOnce(&Aid) -> Option<T>) -> Option<String> {
        let aid = self.aid.as_ref().and_then(words).map(Into::into);
        match (&self.hint, aid) {
            (Some(hint), Some(aid)) => Some(format!("{hint}; {aid}")),
            (hint, aid) => hint.clone().or(aid),
        }
    }

    /// Adds what to do, when there is something to say.
    #[must_use]
    pub fn maybe_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}
