//! What crosses the pipes: a small head, its length before it, then bytes as they are.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{Confinement, Refusal};

/// Head of what a worker is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// The job's name.
    pub(crate) job: String,
    /// Seconds of processor time.
    pub(crate) cpu: u64,
    /// Bytes of memory beyond the program itself and its input.
    pub(crate) memory: u64,
    /// True to do nothing when the confinement does not hold.
    pub(crate) strict: bool,
}

/// Head of what a worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reply {
    /// What the worker gave up before it began.
    pub(crate) confinement: Confinement,
    /// How it ended.
    pub(crate) end: End,
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum End {
    /// Done; this many bytes follow.
    Done(u64),
    /// The job looked at its input and said no.
    Refused(Refusal),
    /// Nothing was done: the confinement does not hold here.
    Open,
    /// Nothing was done: the worker has no such job.
    NoSuchJob,
}

/// A head with its length before it, then `body`.
///
/// Heads are made of numbers and texts, which can always be written.
pub(crate) fn pack(head: &impl Serialize, body: &[u8]) -> Vec<u8> {
    let head = postcard::to_allocvec(head).expect("a head can be written");
    let length = u32::try_from(head.len()).expect("a head is small");
    [&length.to_le_bytes(), head.as_slice(), body].concat()
}

/// The head of `frame` and what follows it; `None` when it is not whole.
pub(crate) fn unpack<T: DeserializeOwned>(frame: &[u8]) -> Option<(T, &[u8])> {
    let (length, rest) = frame.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (head, body) = rest.split_at_checked(length)?;
    Some((postcard::from_bytes(head).ok()?, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_nothing_else() {
        let head = Reply { confinement: Confinement::default(), end: End::Done(3) };
        let frame = pack(&head, b"abc");
        assert_eq!(unpack(&frame), Some((head, &b"abc"[..])));
        for cut in 0..frame.len() - 3 {
            assert_eq!(unpack::<Reply>(&frame[..cut]), None, "{cut}");
        }
        for wrong in [&b""[..], b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"Hello, reader of pipes"]
        {
            assert_eq!(unpack::<Reply>(wrong), None, "{wrong:?}");
        }
    }
}
