//! Templates: one folder each under `/templates`, embedded when the program is built, or a
//! folder of the user's own.

use std::fmt;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};
use resume::model::Accent;
use serde::Deserialize;

use crate::TypesetError;
use crate::fonts::{self, Family, FontSet, Style};

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// The folder of what templates share; a template imports it as `/kit.typ`.
const KIT: &str = "_kit/kit.typ";

/// How a resume looks: a folder with `template.toml` and `resume.typ`.
#[derive(Clone, Debug)]
pub struct Template {
    /// The folder's name, which users write.
    pub name: String,
    /// What it looks like, in one line.
    pub summary: String,
    /// Whom it is for, in one line.
    pub good_for: String,
    /// Its license as an SPDX expression.
    pub license: String,
    /// The family its text is set in, unless the user wants another.
    pub font: &'static Family,
    /// The color of its headings and links, unless the user wants another.
    pub accent: Accent,
    /// Columns of its text: 1 or 2.
    pub columns: u8,
    /// Further families it sets single things in.
    others: Vec<&'static Family>,
    styles: Vec<Style>,
    /// The Typst source, `resume.typ`.
    pub(crate) source: Arc<str>,
}

/// `template.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Declaration {
    summary: String,
    good_for: String,
    license: String,
    font: String,
    #[serde(default)]
    other_fonts: Vec<String>,
    styles: Vec<Style>,
    accent: Accent,
    #[serde(default = "one")]
    columns: u8,
}

fn one() -> u8 {
    1
}

impl Template {
    /// A template from the texts of its two files, `template.toml` and `resume.typ`.
    ///
    /// The source is compiled when a page is set; what is wrong with it is said then.
    pub fn new(name: &str, declaration: &str, source: &str) -> Result<Self, TypesetError> {
        let wrong = |message: &dyn fmt::Display| TypesetError::Template {
            template: name.to_owned(),
            message: format!("template.toml: {message}"),
            advice: None,
        };
        let read: Declaration = toml::from_str(declaration).map_err(|error| wrong(&error))?;
        let family = |name: &str| {
            fonts::family(name).ok_or_else(|| TypesetError::Font { name: name.to_owned() })
        };
        if !matches!(read.columns, 1 | 2) {
            return Err(wrong(&"`columns` is 1 or 2"));
        }
        if !read.styles.contains(&Style::Regular) {
            return Err(wrong(&"`styles` lacks `regular`"));
        }
        Ok(Self {
            name: name.to_owned(),
            summary: read.summary,
            good_for: read.good_for,
            license: read.license,
            font: family(&read.font)?,
            accent: read.accent,
            columns: read.columns,
            others: read.other_fonts.iter().map(|name| family(name)).collect::<Result<_, _>>()?,
            styles: read.styles,
            source: source.into(),
        })
    }

    /// The faces of a page whose text is set in `font`.
    pub(crate) fn font_set(&self, font: &'static Family) -> Arc<FontSet> {
        FontSet::of(font, &self.others, &self.styles)
    }

    fn embedded(folder: &'static Dir<'static>) -> Result<Self, TypesetError> {
        let name = folder.path().to_str().unwrap_or_default();
        let file = |file: &str| {
            text_of(&format!("{name}/{file}")).ok_or_else(|| TypesetError::Template {
                template: name.to_owned(),
                message: format!("{file} is missing or not UTF-8"),
                advice: None,
            })
        };
        Self::new(name, file("template.toml")?, file("resume.typ")?)
    }
}

/// A text file below `/templates`.
fn text_of(path: &str) -> Option<&'static str> {
    FOLDER.get_file(path)?.contents_utf8()
}

/// What templates share.
pub(crate) fn kit() -> &'static str {
    text_of(KIT).unwrap_or_default()
}

/// All shipped templates, by name.
///
/// # Panics
/// When an embedded template folder is malformed, which a test of this crate rules out.
pub fn templates() -> &'static [Template] {
    static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
        let folders = FOLDER.dirs().filter(|folder| !folder.path().starts_with("_kit"));
        let mut templates: Vec<Template> = folders
            .map(|folder| Template::embedded(folder).expect("embedded templates are tested"))
            .collect();
        templates.sort_by(|one, other| one.name.cmp(&other.name));
        templates
    });
    &TEMPLATES
}

/// The shipped template with this name.
pub fn template(name: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.name == name)
}
