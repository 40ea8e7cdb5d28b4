//! What reading a document may cost.

use serde::{Deserialize, Serialize};

/// Limits on one document. Beyond them reading stops: with an error when nothing can be shown,
/// otherwise with [`HazardKind::CutOff`](crate::HazardKind::CutOff) and what was read so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Size of the file in bytes. 16 MiB.
    pub bytes: usize,
    /// Bytes of all parts of a ZIP container together, unpacked. 64 MiB.
    pub unpacked: usize,
    /// Parts of a ZIP container. 2 000.
    pub entries: usize,
    /// Elements inside each other in XML or HTML. 128.
    pub depth: usize,
    /// Pages that are read. 60.
    pub pages: usize,
    /// Characters that are read, of all pages together, hidden ones included. 400 000.
    pub characters: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            unpacked: 64 << 20,
            entries: 2000,
            depth: 128,
            pages: 60,
            characters: 400_000,
        }
    }
}
