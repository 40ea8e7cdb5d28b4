//! How a page looks, once all has been decided.

use std::borrow::Cow;

use resume::model::{Accent, DateFormat, Density, Paper, Settings};
use resume::{PageFacts, Resume};
use typeset::{Template, TypesetError};

use crate::Failure;
use crate::settings::template_hint;

/// What somebody chose of a look. What is `None` is left to the resume, then to the template.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The template.
    pub template: Option<Cow<'static, Template>>,
    /// The sheet.
    pub paper: Option<Paper>,
    /// The color of headings and links.
    pub accent: Option<Accent>,
    /// The family of the text, by name.
    pub font: Option<String>,
    /// How tightly the page is set.
    pub density: Option<Density>,
    /// How dates are worded.
    pub date_format: Option<DateFormat>,
}

impl Choices {
    /// The look of a resume with these settings of its own; what neither says is as in
    /// `otherwise`. How its dates are worded becomes one of its settings, where every format finds
    /// it.
    pub fn decide(self, resume: &mut Resume, otherwise: &Otherwise<'_>) -> Result<Look, Failure> {
        if self.date_format.is_some() {
            resume.vitae.get_or_insert_default().date_format = self.date_format;
        }
        let own = resume.vitae.as_ref();
        let own = own.map_or_else(|| Cow::Owned(Settings::default()), Cow::Borrowed);
        let template = if let Some(template) = self.template {
            template
        } else {
            let name = own.template.as_deref().or(otherwise.template).unwrap_or("classic");
            (otherwise.find)(name)?
        };
        Ok(Look {
            template,
            paper: self.paper.or(own.paper).or(otherwise.paper).unwrap_or_default(),
            language: own.language.clone().unwrap_or_else(|| "en".to_owned()),
            accent: self.accent.or(own.accent),
            font: self.font.or_else(|| own.font.clone()),
            density: self.density.or(own.density).unwrap_or_default(),
        })
    }
}

/// What holds where nobody chose.
#[derive(Clone, Copy, Debug)]
pub struct Otherwise<'a> {
    /// The name of a template.
    pub template: Option<&'a str>,
    /// The sheet.
    pub paper: Option<Paper>,
    /// Finds a template by the name that a resume has.
    pub find: fn(&str) -> Result<Cow<'static, Template>, Failure>,
}

impl Default for Otherwise<'_> {
    fn default() -> Self {
        Self { template: None, paper: None, find: shipped_template }
    }
}

/// A template that is part of the program.
pub fn shipped_template(name: &str) -> Result<Cow<'static, Template>, Failure> {
    let shipped = typeset::template(name).map(Cow::Borrowed);
    shipped.ok_or_else(|| {
        Failure::new(format!("there is no template `{name}`")).hint(template_hint(name))
    })
}

/// A look that all has been decided of.
#[derive(Clone, Debug)]
pub struct Look {
    template: Cow<'static, Template>,
    paper: Paper,
    language: String,
    accent: Option<Accent>,
    font: Option<String>,
    density: Density,
}

impl Look {
    /// What a page is typeset with.
    pub fn of_page(&self) -> typeset::Options<'_> {
        typeset::Options {
            template: &self.template,
            paper: self.paper,
            language: &self.language,
            accent: self.accent,
            font: self.font.as_deref(),
            density: self.density,
        }
    }

    /// What other formats are written with.
    pub fn of_export(&self) -> export::Options<'_> {
        export::Options {
            paper: self.paper,
            language: &self.language,
            accent: self.accent,
            ..export::Options::default()
        }
    }

    /// What rules may know of the page as it is set.
    pub fn page_facts(&self, resume: &Resume) -> Result<PageFacts, Failure> {
        let pages = typeset::pages(resume, &self.of_page())?;
        Ok(pages.facts(resume))
    }
}

impl From<TypesetError> for Failure {
    /// Why a page cannot be set.
    fn from(error: TypesetError) -> Self {
        Self::new(error.to_string()).hint(error.hint())
    }
}
