//! Templates: one folder each under `/templates`, embedded when the program is built, or a
//! folder of the user's own.

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use include_dir::{Dir, include_dir};
use resume::model::{Accent, Resume};
use resume::outline::{Outline, SECTIONS};
use serde::Deserialize;
use typst::syntax::{FileId, Source};

use crate::TypesetError;
use crate::fonts::{self, Family, FontSet, Style};

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// The folder of what templates share; they import it as `/kit.typ`.
const KIT: &str = "_kit";

/// The folder of how jobs look.
const JOB: &str = "_job";

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
    /// Sections of its narrow column by key; they come first in reading order.
    pub side: Vec<String>,
    /// Its order of sections by key, where a resume asks for none; others follow as usual.
    pub sections: Vec<String>,
    /// Further families it sets single things in.
    others: Vec<&'static Family>,
    styles: Vec<Style>,
    /// The Typst source.
    source: Arc<str>,
    /// The name of its file, for messages.
    file: &'static str,
    parsed: OnceLock<Source>,
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
    #[serde(default)]
    side: Vec<String>,
    #[serde(default)]
    sections: Vec<String>,
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
        let mut named = read.side.iter().chain(&read.sections);
        if let Some(unknown) = named.find(|key| !SECTIONS.contains(&key.as_str())) {
            return Err(wrong(&format_args!("there is no section `{unknown}`")));
        }
        Ok(Self {
            name: name.to_owned(),
            summary: read.summary,
            good_for: read.good_for,
            license: read.license,
            font: family(&read.font)?,
            accent: read.accent,
            columns: read.columns,
            side: read.side,
            sections: read.sections,
            others: read.other_fonts.iter().map(|name| family(name)).collect::<Result<_, _>>()?,
            styles: read.styles,
            source: source.into(),
            file: "resume.typ",
            parsed: OnceLock::new(),
        })
    }

    /// What it shows of a resume, in the order in which a reader of the file finds it.
    pub fn outline(&self, resume: &Resume) -> Outline {
        let mut outline = Outline::of(resume);
        let settings = resume.vitae.as_ref();
        if settings.is_none_or(|settings| settings.sections.is_empty()) {
            let last = self.sections.len();
            outline.sections.sort_by_key(|section| {
                self.sections.iter().position(|key| key == section.id).unwrap_or(last)
            });
        }
        let beside = |id: &str| self.side.iter().any(|key| key == id);
        outline.sections.sort_by_key(|section| !beside(section.id));
        outline
    }

    /// The faces of a page whose text is set in `font`.
    pub(crate) fn font_set(&self, font: &'static Family) -> Arc<FontSet> {
        FontSet::of(font, &self.others, &self.styles)
    }

    /// The name of the file of its source.
    pub(crate) fn file(&self) -> &'static str {
        self.file
    }

    /// The source, parsed when a page needs it, once; `id` is the same each time.
    pub(crate) fn source(&self, id: FileId) -> Source {
        self.parsed.get_or_init(|| Source::new(id, self.source.to_string())).clone()
    }

    /// The template in a folder, whose source is in `source`.
    fn embedded(folder: &str, source: &'static str) -> Result<Self, TypesetError> {
        let name = folder.trim_start_matches('_');
        let file = |file: &str| {
            text_of(&format!("{folder}/{file}")).ok_or_else(|| TypesetError::Template {
                template: name.to_owned(),
                message: format!("{file} is missing or not UTF-8"),
                advice: None,
            })
        };
        let template = Self::new(name, file("template.toml")?, file(source)?)?;
        Ok(Self { file: source, ..template })
    }
}

/// A text file below `/templates`.
fn text_of(path: &str) -> Option<&'static str> {
    FOLDER.get_file(path)?.contents_utf8()
}

/// Names and texts of the files that templates share.
pub(crate) fn kit() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = FOLDER.get_dir(KIT).into_iter().flat_map(Dir::files);
    files.filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
}

/// All shipped templates of resumes and letters, by name.
///
/// # Panics
/// When an embedded template folder is malformed, which a test of this crate rules out.
pub fn templates() -> &'static [Template] {
    static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
        let names = FOLDER.dirs().filter_map(|folder| folder.path().to_str());
        let mut templates: Vec<Template> = names
            .filter(|name| !name.starts_with('_'))
            .map(|name| {
                Template::embedded(name, "resume.typ").expect("embedded templates are tested")
            })
            .collect();
        templates.sort_by(|one, other| one.name.cmp(&other.name));
        templates
    });
    &TEMPLATES
}

/// How a job looks, for [`job`](crate::job()). It shows no resume.
///
/// # Panics
/// When its embedded folder is malformed, which a test of this crate rules out.
pub fn job_template() -> &'static Template {
    static TEMPLATE: LazyLock<Template> = LazyLock::new(|| {
        Template::embedded(JOB, "job.typ").expect("the embedded template is tested")
    });
    &TEMPLATE
}

/// The shipped template with this name.
pub fn template(name: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: &str, asked: &str, expected: &[&str]) {
        let declaration = format!(
            "summary = ''\ngood-for = ''\nlicense = ''\nfont = 'Inter'\nstyles = ['regular']\n\
             accent = '#000000'\n{settings}"
        );
        let resume = format!(
            r#"{{ "work": [{{ "name": "Pine" }}], "skills": [{{ "name": "Go" }}],
                "education": [{{ "area": "Law" }}], "awards": [{{ "title": "Oar" }}],
                "vitae": {{ "sections": [{asked}] }} }}"#
        );
        let resume: Resume = serde_json::from_str(&resume).expect("a resume");
        let order = Template::new("mine", &declaration, "").map(|template| {
            template.outline(&resume).sections.iter().map(|section| section.id).collect::<Vec<_>>()
        });
        let order = order.map_err(|error| error.to_string());
        assert_eq!(order.as_deref().map_err(String::as_str), Ok(expected), "{settings} {asked}");
    }

    #[test]
    fn sections_stand_in_the_order_of_whoever_asks() {
        check("", "", &["work", "skills", "education", "awards"]);
        check("sections = ['awards', 'education']", "", &["awards", "education", "work", "skills"]);
        check("sections = ['awards']", "\"skills\"", &["skills", "work", "education", "awards"]);
        let side = "side = ['education', 'skills']";
        check(side, "", &["skills", "education", "work", "awards"]);
        check(side, "\"awards\", \"education\"", &["education", "skills", "awards", "work"]);
    }

    #[test]
    fn a_section_that_is_none_is_refused() {
        let declaration = "summary = ''\ngood-for = ''\nlicense = ''\nfont = 'Inter'\n\
                           styles = ['regular']\naccent = '#000000'\nside = ['hobbies']";
        let error = Template::new("mine", declaration, "").expect_err("no such section");
        assert!(error.to_string().contains("there is no section `hobbies`"), "{error}");
    }
}
