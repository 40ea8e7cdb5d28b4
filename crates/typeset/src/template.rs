//! Templates: one folder each under `/templates`, embedded when the program is built.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::fonts::FontSet;

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// How a resume looks: a folder with `template.toml` and `resume.typ`.
#[derive(Debug)]
pub struct Template {
    /// The folder's name, which users write.
    pub name: &'static str,
    /// What it looks like, in one line.
    pub summary: String,
    /// Its license as an SPDX expression.
    pub license: String,
    /// The faces its text is set in.
    pub(crate) fonts: FontSet,
    /// The Typst source, `resume.typ`.
    pub(crate) source: &'static str,
}

/// `template.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declaration {
    summary: String,
    license: String,
    fonts: Vec<String>,
}

impl Template {
    /// Names of the embedded faces its text is set in.
    pub fn faces(&self) -> impl Iterator<Item = &'static str> {
        self.fonts.names()
    }

    fn read(folder: &'static Dir<'static>) -> Result<Self, String> {
        let name = folder.path().to_str().ok_or("a folder name is not text")?;
        let file = |file: &str| {
            folder
                .get_file(folder.path().join(file))
                .and_then(include_dir::File::contents_utf8)
                .ok_or_else(|| format!("templates/{name}/{file} is missing or not UTF-8"))
        };
        let declaration: Declaration = toml::from_str(file("template.toml")?)
            .map_err(|error| format!("templates/{name}/template.toml: {error}"))?;
        Ok(Self {
            name,
            summary: declaration.summary,
            license: declaration.license,
            fonts: FontSet::new(&declaration.fonts)
                .map_err(|face| format!("templates/{name}: no font `{face}`"))?,
            source: file("resume.typ")?,
        })
    }
}

/// All templates, by name.
///
/// # Panics
/// When an embedded template folder is malformed, which a test of this crate rules out.
pub fn templates() -> &'static [Template] {
    static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
        let mut templates: Vec<Template> = FOLDER
            .dirs()
            .map(|folder| Template::read(folder).expect("embedded templates are tested"))
            .collect();
        templates.sort_by_key(|template| template.name);
        templates
    });
    &TEMPLATES
}

/// The template with this name.
pub fn template(name: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.name == name)
}
