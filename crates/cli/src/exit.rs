//! How a run ends: the exit code, and the one message of a run that could not do its work.

use std::process::ExitCode;

use resume::Location;

/// What the exit code says to scripts. Part of the command's contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: done, and nothing at or above the gate.
    Clean,
    /// 1: done, and the page does not pass the gate.
    Findings,
    /// 2: could not be done; standard error says why.
    CannotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a run could not do its work: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Failure {
    /// What is wrong: one sentence, no full stop.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hint: Option<String>,
    /// Where in a file, when it is about a file's content.
    pub(crate) place: Option<Box<Place>>,
}

/// A place in a source text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    /// The file's name as the user gave it.
    pub(crate) file: String,
    /// The whole text.
    pub(crate) source: String,
    /// Where in it.
    pub(crate) location: Location,
}

impl Failure {
    /// A failure without hint or place.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, place: None }
    }

    /// Adds what to do.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Adds what to do, when there is something to say.
    pub(crate) fn maybe_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}
