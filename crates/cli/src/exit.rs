//! How a run ends: the exit code, and the one message of a run that could not do its work.

use std::process::ExitCode;

pub(crate) use workbench::{Failure, Place};

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
