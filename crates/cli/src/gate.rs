//! Which findings fail a run.

use clap::ValueEnum;
use resume::Severity;

/// The level of findings that fails a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Gate {
    /// Only errors
    #[default]
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Info,
    /// No finding
    None,
}

impl Gate {
    /// True for a level that fails the run.
    pub(crate) fn denies(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Info => severity >= Severity::Info,
            Self::None => false,
        }
    }
}
