//! What a worker gives up before it touches its input.

#[cfg(target_os = "linux")]
mod linux;

use serde::{Deserialize, Serialize};

/// The layers that were put on a worker. Each takes the same rights away on its own as far as it
/// goes, so that a hole in one is not yet a hole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confinement {
    /// Landlock: no file can be opened and no TCP port used. The version of its interface in
    /// force, `None` when the kernel has none. From 6 on signals and abstract sockets are
    /// covered, too.
    pub landlock: Option<u8>,
    /// Seccomp: the kernel refuses every call but the few that computing needs.
    pub seccomp: bool,
    /// Limits on memory, processor time, files and core dumps.
    pub limits: bool,
}

impl Confinement {
    /// True when the worker can neither open a file nor a connection, start nothing, and is
    /// bounded in memory and time. Seccomp and the limits do all of it; Landlock is the second wall.
    pub fn holds(self) -> bool {
        self.seccomp && self.limits
    }
}

/// Puts every layer that this system has on the calling process, for good.
///
/// `cpu` is in seconds, `memory` in bytes beyond what the process uses now.
#[cfg(target_os = "linux")]
pub(crate) fn confine(cpu: u64, memory: u64) -> Confinement {
    // Limits need a file of the kernel, Landlock needs calls that the filter refuses.
    let used = linux::address_space();
    Confinement {
        landlock: linux::landlock(),
        limits: linux::limit(cpu, used.saturating_add(memory)),
        seccomp: linux::filter_calls().is_some(),
    }
}

/// Elsewhere a worker is a process of its own with a limit of time, and nothing more.
#[cfg(not(target_os = "linux"))]
pub(crate) fn confine(_cpu: u64, _memory: u64) -> Confinement {
    Confinement::default()
}
