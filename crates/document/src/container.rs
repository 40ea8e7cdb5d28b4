//! ZIP containers: the parts of a Word file, an OpenDocument text or an export of a network.
//!
//! Nothing is written to disk, so names are only keys; still, a name that could leave a folder is
//! no part. What counts against the limits is what really comes out of the decoder, never what the
//! directory of the archive promises.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{DocumentError, Limits};

/// How many times smaller than its content a part of some size may be. Text of real documents
/// stays below 60; a bomb has 1 000.
const RATIO: usize = 400;
/// Parts below this size may have any ratio, in bytes.
const SMALL: usize = 1 << 20;

/// An opened ZIP container whose parts are unpacked on demand, within limits.
pub struct Archive<'a> {
    state: RefCell<State<'a>>,
    names: BTreeMap<String, usize>,
}

struct State<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: usize,
    cut: bool,
    damaged: bool,
}

impl<'a> Archive<'a> {
    /// Reads the directory of a container.
    ///
    /// Errors when the bytes are no ZIP container, or one with more parts than
    /// [`Limits::entries`].
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, DocumentError> {
        let promised = entries(bytes);
        if promised > limits.entries {
            return Err(too_many(limits.entries));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            DocumentError::new(
                "the file is damaged: its ZIP container cannot be opened",
                "save or download it again; a part of the file is missing",
            )
        })?;
        if zip.len() > limits.entries {
            return Err(too_many(limits.entries));
        }
        let mut names = BTreeMap::new();
        for at in 0..zip.len() {
            let Some(Ok(name)) = zip.name_for_index(at) else { continue };
            if let Some(name) = plain(&name) {
                names.entry(name).or_insert(at);
            }
        }
        let state = State { zip, left: limits.unpacked, cut: false, damaged: false };
        Ok(Self { state: RefCell::new(state), names })
    }

    /// Names of the parts in alphabetical order, with `/` between folders.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// True when there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// The content of a part; `None` when there is none of that name, when it is locked with a
    /// password, when it cannot be unpacked at all, or when a limit was reached before it.
    ///
    /// A part that breaks off is given as far as it goes; see [`Archive::is_damaged`] and
    /// [`Archive::is_cut`].
    pub fn part(&self, name: &str) -> Option<Vec<u8>> {
        let at = *self.names.get(name)?;
        let state = &mut *self.state.borrow_mut();
        let Ok(file) = state.zip.by_index(at) else {
            state.damaged = true;
            return None;
        };
        let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
        let most = packed.saturating_mul(RATIO).max(SMALL).min(state.left);
        let mut content = Vec::new();
        let mut unpacked = file.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1));
        if unpacked.read_to_end(&mut content).is_err() {
            state.damaged = true;
        }
        if content.len() > most {
            content.truncate(most);
            state.cut = true;
        }
        state.left -= content.len();
        (!content.is_empty() || !state.damaged).then_some(content)
    }

    /// True when a part had to be cut because it was too large.
    pub fn is_cut(&self) -> bool {
        self.state.borrow().cut
    }

    /// True when a part could not be unpacked to its end.
    pub fn is_damaged(&self) -> bool {
        self.state.borrow().damaged
    }

    /// True when a part of this name is locked with a password.
    pub(crate) fn is_locked(&self, name: &str) -> bool {
        let Some(at) = self.names.get(name) else { return false };
        let state = &mut *self.state.borrow_mut();
        state.zip.by_index_raw(*at).is_ok_and(|file| file.encrypted())
    }
}

fn too_many(most: usize) -> DocumentError {
    DocumentError::new(
        format!("the container has more than {most} parts"),
        "a resume has a few dozen; check that it is the right file",
    )
}

/// The number of parts the end record promises, read before anything is allocated for them.
fn entries(bytes: &[u8]) -> usize {
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    let record = tail.windows(12).rev().find(|window| window.starts_with(b"PK\x05\x06"));
    record.map_or(0, |record| usize::from(u16::from_le_bytes([record[10], record[11]])))
}

/// The name with plain slashes; `None` for folders and for names that point out of the container.
fn plain(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let name = name.strip_prefix("./").unwrap_or(&name);
    let bad = name.is_empty()
        || name.len() > 512
        || name.starts_with('/')
        || name.ends_with('/')
        || name.chars().any(char::is_control)
        || name.as_bytes().get(1) == Some(&b':')
        || name.split('/').any(|folder| folder == "..");
    (!bad).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_stay_inside() {
        assert_eq!(plain("word/document.xml").as_deref(), Some("word/document.xml"));
        assert_eq!(plain("word\\document.xml").as_deref(), Some("word/document.xml"));
        assert_eq!(plain("./mimetype").as_deref(), Some("mimetype"));
        for bad in ["", "/etc/passwd", "../x", "a/../../x", "C:/x", "folder/", "a\0b"] {
            assert_eq!(plain(bad), None, "{bad}");
        }
    }
}
