//! A table of texts, as both forms of input are read first.

use crate::sample::short;

/// Why a table cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ReadError {
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// The line of the file, from 1, when it is about one of CSV; the number of the entry for JSON.
    pub line: Option<u64>,
}

impl ReadError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, line: None }
    }

    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    pub(crate) fn line(self, line: Option<u64>) -> Self {
        Self { line, ..self }
    }
}

/// Rows of cells under named columns.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Record>,
}

/// One row.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) line: Option<u64>,
    pub(crate) cells: Vec<String>,
}

impl Record {
    /// The text of a cell; empty when the row ends before.
    pub(crate) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    pub(crate) fn error(&self, message: String) -> ReadError {
        ReadError::new(message).line(self.line)
    }
}

impl Records {
    /// The position of a column, by its name in any case.
    pub(crate) fn column(&self, name: &str) -> Result<usize, ReadError> {
        let fits = |column: &String| column.to_lowercase() == name.trim().to_lowercase();
        let exact = self.columns.iter().position(|column| column == name.trim());
        exact.or_else(|| self.columns.iter().position(fits)).ok_or_else(|| self.missing(name))
    }

    /// The error that there is no such column, with those there are.
    pub(crate) fn missing(&self, name: &str) -> ReadError {
        let names: Vec<String> =
            self.columns.iter().take(30).map(|name| format!("`{}`", short(name))).collect();
        ReadError::new(format!("there is no column `{}`", short(name)))
            .hint(format!("there are: {}", names.join(", ")))
    }
}
