//! The tables of a LinkedIn data export, unpacked under limits.

use document::Archive;

use crate::words::size;
use crate::{Limits, ReadError};

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
    let unpacked = document::Limits { unpacked: limits.bytes, ..document::Limits::default() };
    let archive = Archive::open(bytes, &unpacked)
        .map_err(|error| ReadError::whole(error.message, error.hint))?;
    let mut found: Vec<(usize, &str)> = Vec::new();
    for path in archive.names() {
        let name = path.rsplit('/').next().unwrap_or_default();
        let rank = wanted.iter().position(|wanted| name.eq_ignore_ascii_case(wanted));
        found.extend(rank.map(|rank| (rank, path)));
    }
    found.sort_unstable();
    // The same table in two folders is one.
    found.dedup_by_key(|(rank, _)| *rank);
    let mut parts = Vec::new();
    for (rank, path) in found {
        let bytes = archive.part(path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        parts.push(Part { name: wanted[rank].to_owned(), text });
    }
    if archive.is_cut() {
        return Err(ReadError::whole(
            format!("the tables of the archive hold more than {}", size(limits.bytes)),
            "a profile is a few kilobytes of text; check that this is the right file",
        ));
    }
    if archive.is_damaged() {
        return Err(ReadError::whole(
            "the archive is damaged: a table cannot be unpacked",
            "download the export again; it is made under \"Get a copy of your data\"",
        ));
    }
    Ok(parts)
}
