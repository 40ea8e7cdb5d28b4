//! What the task is asked for.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::documents::Document;

/// Arguments of the task.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// The folder of the sets.
    pub(crate) fixtures: PathBuf,
    /// Only documents whose name or layout holds this.
    pub(crate) layout: Option<String>,
    /// List what was wrong instead of counting it.
    pub(crate) misses: bool,
    /// Only misses of fields whose name begins so.
    pub(crate) field: Option<String>,
    /// Print tables as Markdown.
    pub(crate) markdown: bool,
    /// Where to write what was read, for other programs to score.
    pub(crate) predictions: Option<PathBuf>,
    /// Score this file of predictions instead of reading the documents.
    pub(crate) scored: Option<PathBuf>,
}

impl Options {
    pub(crate) fn of(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            let mut value =
                || arguments.next().with_context(|| format!("`{argument}` needs a value"));
            match argument.as_str() {
                "--fixtures" => options.fixtures = value()?.into(),
                "--layout" => options.layout = Some(value()?),
                "--field" => options.field = Some(value()?),
                "--predictions" => options.predictions = Some(value()?.into()),
                "--scored" => options.scored = Some(value()?.into()),
                "--misses" => options.misses = true,
                "--markdown" => options.markdown = true,
                other => bail!("there is no option `{other}`"),
            }
        }
        if options.fixtures.as_os_str().is_empty() {
            bail!("where are the sets? `--fixtures DIR`");
        }
        Ok(options)
    }

    /// True when a document is asked for.
    pub(crate) fn wants(&self, document: &Document) -> bool {
        self.layout.as_ref().is_none_or(|part| {
            document.name.contains(part.as_str()) || document.layout.contains(part.as_str())
        })
    }

    /// True when a field is asked for.
    pub(crate) fn wants_field(&self, field: &str) -> bool {
        self.field.as_ref().is_none_or(|start| field.starts_with(start.as_str()))
    }

    /// True when the sets of skills in plain text are asked for; `--layout skills` asks for
    /// nothing else.
    pub(crate) fn skills(&self) -> bool {
        self.scored.is_none() && self.layout.as_ref().is_none_or(|part| part == "skills")
    }

    /// True when the set of plain texts is asked for.
    pub(crate) fn texts(&self) -> bool {
        self.scored.is_none() && self.layout.as_ref().is_none_or(|part| part.contains("dotin"))
    }
}
