//! Why a job gave no result, for the people whose file it was.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What a job says of an input it cannot work on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The job said no to its input: the file is not what it should be.
    Refused(Refusal),
    /// The limit of time was reached, on the wall or of the processor; the limit.
    Timeout(Duration),
    /// The limit of memory was reached; the limit in bytes.
    Memory(usize),
    /// The answer grew beyond its limit in bytes.
    Output(usize),
    /// The worker broke; where, as far as it could say.
    Crashed(String),
    /// So many jobs wait for a worker that this one was not taken.
    Busy,
    /// The system cannot confine a worker, and the policy wants it confined.
    Unconfined,
    /// No worker could be started or spoken to; why.
    Unavailable(String),
}

impl Failure {
    /// True when the system lacks something, whatever the file is.
    pub fn is_of_system(&self) -> bool {
        matches!(self, Self::Unconfined | Self::Unavailable(_))
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        let hint = match self {
            Self::Refused(refusal) => return refusal.hint.clone(),
            Self::Timeout(_) | Self::Memory(_) | Self::Output(_) => {
                "a resume needs a small part of that; open the file in the program it was written \
                 with, save it again, and take out pictures and attachments"
            }
            Self::Crashed(_) => {
                "nothing else was touched; save the file in another format, and report this line \
                 so that the reader can be mended"
            }
            Self::Busy => "try again in a moment",
            Self::Unconfined => "whoever looks after this system can allow what confines it",
            Self::Unavailable(_) => "try again; the file is not at fault",
        };
        hint.to_owned()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => f.write_str(&refusal.message),
            Self::Timeout(limit) if limit.subsec_millis() == 0 => {
                write!(f, "reading was stopped: it took longer than {} s", limit.as_secs())
            }
            Self::Timeout(limit) => {
                write!(f, "reading was stopped: it took longer than {} ms", limit.as_millis())
            }
            Self::Memory(limit) => {
                write!(f, "reading was stopped: it asked for more than {} of memory", size(*limit))
            }
            Self::Output(limit) => {
                write!(f, "reading was stopped: what it gave is larger than {}", size(*limit))
            }
            Self::Crashed(at) => write!(f, "the reader broke on this file ({at})"),
            Self::Busy => f.write_str("nothing was read: too many files wait to be read"),
            Self::Unconfined => {
                f.write_str("nothing was read: this system cannot confine the process that reads")
            }
            Self::Unavailable(why) => write!(f, "no process to read in could be used: {why}"),
        }
    }
}

impl std::error::Error for Failure {}

fn size(bytes: usize) -> String {
    if bytes < 1 << 20 { format!("{} KiB", bytes >> 10) } else { format!("{} MiB", bytes >> 20) }
}
