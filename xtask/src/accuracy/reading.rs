//! Reading one document as the command does, with the time it takes.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use document::{Kind, Limits};
use extract::Mention;
use serde_json::Value;

/// What came out of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    /// Its fields; `null` when it could not be read.
    pub(crate) fields: Value,
    /// Every place that names something.
    pub(crate) mentions: Vec<Mention>,
    /// Why it could not be read.
    pub(crate) error: Option<String>,
    /// Bytes to lines.
    pub(crate) lines: Duration,
    /// Lines to fields.
    pub(crate) deciding: Duration,
}

impl Read {
    /// What another reader found.
    pub(crate) fn given(fields: Option<&Value>) -> Self {
        Self { fields: fields.cloned().unwrap_or_default(), ..Self::default() }
    }

    /// Reads a file.
    pub(crate) fn from_file(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| path.display().to_string())?;
        let name = path.file_name().and_then(|name| name.to_str());
        Ok(Self::of(Kind::detect(name, &bytes), &bytes))
    }

    /// Reads bytes of a known kind. A panic is one document lost and no end of the table.
    pub(crate) fn of(kind: Kind, bytes: &[u8]) -> Self {
        catch_unwind(|| read(kind, bytes)).unwrap_or_else(|_| failed("panicked".to_owned()))
    }
}

fn read(kind: Kind, bytes: &[u8]) -> Read {
    let start = Instant::now();
    let document = match document::read(bytes, kind, &Limits::default()) {
        Ok(document) => document,
        Err(error) => return failed(error.to_string()),
    };
    let lines = start.elapsed();
    let start = Instant::now();
    let reading = extract::read_document(&document);
    let deciding = start.elapsed();
    let fields = export::fields(&reading.parsed.resume);
    let mentions = extract::mentions(&document, &reading);
    Read { fields, mentions, error: None, lines, deciding }
}

fn failed(error: String) -> Read {
    Read { error: Some(error), ..Read::default() }
}
