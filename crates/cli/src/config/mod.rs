//! `vitae.toml`: settings of a folder of resumes. The command line and a resume's own `vitae:`
//! block win over it.

mod find;
mod keys;
mod read;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lint::Level;
use resume::model::Paper;
use resume::{Date, Stage};

use crate::exit::Failure;
use crate::gate::Gate;
use crate::input::reason;
pub(crate) use keys::schema;

/// The file's name.
const NAME: &str = "vitae.toml";

/// Where settings come from.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct ConfigArgs {
    /// Read settings from this file instead of the vitae.toml beside the resume or above it
    #[arg(long, value_name = "FILE", help_heading = "Settings")]
    config: Option<PathBuf>,
    /// Read no vitae.toml
    #[arg(long, conflicts_with = "config", help_heading = "Settings")]
    no_config: bool,
}

/// What a `vitae.toml` says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Config {
    /// The file as people call it; `None` when there is none.
    pub(crate) file: Option<String>,
    /// The career stage.
    pub(crate) stage: Option<Stage>,
    /// The day that stands for "today".
    pub(crate) as_of: Option<Date>,
    /// The level that fails a run.
    pub(crate) deny: Option<Gate>,
    /// The least overall grade.
    pub(crate) min_score: Option<u8>,
    /// The template of `vitae build`.
    pub(crate) template: Option<String>,
    /// The paper of `vitae build`.
    pub(crate) paper: Option<Paper>,
    /// Levels of rules.
    pub(crate) rules: BTreeMap<String, Level>,
}

impl Config {
    /// The settings that hold for the resume at `resume`, `-` for standard input.
    pub(crate) fn load(args: &ConfigArgs, resume: &Path) -> Result<Self, Failure> {
        if args.no_config {
            return Ok(Self::default());
        }
        let (path, shown) = match &args.config {
            Some(path) => (path.clone(), path.display().to_string()),
            None => match find::nearest(resume) {
                Some(found) => found,
                None => return Ok(Self::default()),
            },
        };
        let text = fs::read(&path).map_err(|error| {
            Failure::new(format!("`{shown}` cannot be read: {}", reason(&error)))
                .hint("`--config FILE` names the settings to read, `--no-config` reads none")
        })?;
        let text = String::from_utf8(text)
            .map_err(|_| Failure::new(format!("`{shown}` is not UTF-8 text")))?;
        read::config(&shown, &text)
    }
}
