//! What a worker may cost, and when it may run at all.

use std::path::PathBuf;
use std::time::Duration;

/// What one job may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Time on the clock of the wall, from the start of the process to its last byte. 20 s: far
    /// above the limit of processor time, because a busy machine stretches it several times.
    pub wall: Duration,
    /// Processor time, rounded up to whole seconds. 5 s.
    pub cpu: Duration,
    /// Bytes of memory beyond the program itself and its input. 512 MiB.
    pub memory: usize,
    /// Bytes of the answer. 32 MiB.
    pub output: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            wall: Duration::from_secs(20),
            cpu: Duration::from_secs(5),
            memory: 512 << 20,
            output: 32 << 20,
        }
    }
}

/// How jobs are run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// What one job may cost.
    pub limits: Limits,
    /// True to run nothing where the system cannot take files, network and programs away from
    /// the worker ([`Confinement::holds`](crate::Confinement::holds)).
    pub strict: bool,
    /// The program to start, which calls [`worker`](crate::worker); this one when `None`.
    pub program: Option<PathBuf>,
}
