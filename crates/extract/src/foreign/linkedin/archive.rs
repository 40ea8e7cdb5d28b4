//! The tables of a LinkedIn data export, unpacked under limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::words::size;
use crate::{Limits, ReadError};

/// Parts of an archive at most; an export has some fifty.
const MOST_PARTS: usize = 2000;

/// A table of the export.
pub(super) struct Part {
    /// Its file name without folder, in lower case.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
}

/// True for bytes that are a ZIP archive with tables of an export. Names stand unpacked at the end.
pub(super) fn is_export(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(256 << 10)..];
    let has = |name: &[u8]| tail.windows(name.len()).any(|window| window == name);
    bytes.starts_with(b"PK\x03\x04")
        && (has(b"Profile.csv") || has(b"Positions.csv") || has(b"Connections.csv"))
}

/// The parts whose names are `wanted`, in the order of that list.
pub(super) fn parts(
    bytes: &[u8],
    wanted: &[&str],
    limits: &Limits,
) -> Result<Vec<Part>, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_PARTS {
        return Err(ReadError::whole(
            format!("the archive holds more than {MOST_PARTS} files"),
            "give the export as LinkedIn sent it",
        ));
    }
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index) else { continue };
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
        if let Some(rank) = wanted.iter().position(|wanted| *wanted == name)
            && found.iter().all(|(_, _, held)| *held != name)
        {
            found.push((rank, index, name));
        }
    }
    found.sort();
    let mut left = limits.bytes;
    let mut parts = Vec::new();
    for (_, index, name) in found {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        // What the archive says of its sizes is not believed.
        let read = part.take(left as u64 + 1).read_to_end(&mut bytes);
        if bytes.len() > left {
            return Err(ReadError::whole(
                format!("the tables of the archive hold more than {}", size(limits.bytes)),
                "a profile is a few kilobytes of text; check that this is the right file",
            ));
        }
        read.map_err(|error| damaged(&error.into()))?;
        left -= bytes.len();
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        parts.push(Part { name, text });
    }
    Ok(parts)
}

fn damaged(error: &zip::result::ZipError) -> ReadError {
    let said = error.to_string();
    let said = said.lines().next().unwrap_or_default();
    ReadError::whole(
        format!("the archive is damaged: {said}"),
        "download the export again; it is made under \"Get a copy of your data\"",
    )
}
