//! The sets of documents that come with their truth.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Kinds of documents that are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Pdf,
    Docx,
    /// Every other format.
    Other,
    /// PDFs that were made to be hard.
    Hard,
}

/// One document with its truth.
pub(crate) struct Document {
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) group: Group,
    /// The template it was made with.
    pub(crate) layout: String,
    pub(crate) truth: Value,
}

/// All documents below `fixtures`, by set and name.
pub(crate) fn all(fixtures: &Path) -> Result<Vec<Document>> {
    let (mut documents, mut set) = (Vec::new(), fixtures.join("parse-pdf-docx-source-truth/dev"));
    for line in text(&set.join("manifest.jsonl"))?.lines() {
        let entry: Value = serde_json::from_str(line).context("manifest.jsonl")?;
        let field = |key: &str| {
            let value = entry.get(key).and_then(Value::as_str);
            value.with_context(|| format!("manifest.jsonl: an entry without `{key}`"))
        };
        let path = set.join(field("file")?);
        let group = match path.extension().and_then(|extension| extension.to_str()) {
            Some("pdf") => Group::Pdf,
            Some("docx") => Group::Docx,
            _ => Group::Other,
        };
        let truth = set.join(field("truth")?);
        documents.push(Document::new(path, group, field("layout")?, &truth)?);
    }
    documents.sort_by(|a, b| a.name.cmp(&b.name));

    set = fixtures.join("offlinecv-layout-truth/dev");
    let folder = set.join("truth_common");
    let mut truths: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| folder.display().to_string())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    truths.sort();
    for truth in truths {
        let Some(name) = truth.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let path = set.join("with_truth").join(name);
        documents.push(Document::new(path, Group::Hard, "offlinecv", &truth)?);
    }
    ensure!(!documents.is_empty(), "no documents below {}", fixtures.display());
    Ok(documents)
}

impl Document {
    fn new(path: PathBuf, group: Group, layout: &str, truth: &Path) -> Result<Self> {
        let name = path.file_name().and_then(|name| name.to_str()).context("a name is not text")?;
        let truth = serde_json::from_str(&text(truth)?).with_context(|| name.to_owned())?;
        Ok(Self { name: name.to_owned(), path, group, layout: layout.to_owned(), truth })
    }
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}
