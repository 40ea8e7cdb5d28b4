//! Questions of a panel as sheets, see [`workbench::Sheet`]: every format for people is written from
//! one, data from what was found.

pub(crate) mod html;
pub(crate) mod human;
pub(crate) mod markdown;

use serde::Serialize;
pub(crate) use workbench::{Block, Item, Sheet};

/// What `--format json` prints. Keys are only ever added.
#[derive(Serialize)]
pub(crate) struct Wire<'a> {
    /// Name and version of the wire form.
    format: &'static str,
    file: &'a str,
    job: Option<&'a str>,
    /// Who reads it.
    #[serde(rename = "for")]
    reader: &'static str,
    #[serde(rename = "stageReason")]
    stage_reason: &'a str,
}

/// A [`Wire`] with the keys of what was found.
#[derive(Serialize)]
pub(crate) struct Filled<'a, T> {
    #[serde(flatten)]
    wire: Wire<'a>,
    #[serde(flatten)]
    found: &'a T,
}

impl<'a> Wire<'a> {
    pub(crate) fn new(
        file: &'a str,
        job: Option<&'a str>,
        reader: &'static str,
        stage_reason: &'a str,
    ) -> Self {
        Self { format: "vitae-prepare/1", file, job, reader, stage_reason }
    }

    pub(crate) fn with<T>(self, found: &'a T) -> Filled<'a, T> {
        Filled { wire: self, found }
    }
}
