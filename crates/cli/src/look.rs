//! How a page looks: arguments first, then the resume's own settings, then those of `vitae.toml`.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use resume::model::{Paper, Settings};
use resume::{PageFacts, Resume};
use typeset::TypesetError;

use crate::config::Config;
use crate::exit::Failure;
use crate::settings::template_hint;

/// What a page is set with.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct LookArgs {
    /// The template; otherwise the file's `vitae.template`, otherwise that of vitae.toml,
    /// otherwise classic
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// The paper; otherwise the file's `vitae.paper`, otherwise that of vitae.toml, otherwise a4
    #[arg(long, value_parser = paper())]
    paper: Option<Paper>,
}

/// `a4` or `letter`.
fn paper() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new([Paper::A4.as_str(), Paper::Letter.as_str()])
        .map(|word| if word == Paper::Letter.as_str() { Paper::Letter } else { Paper::A4 })
}

impl LookArgs {
    /// The look of a resume with these settings of its own.
    pub(crate) fn options<'a>(
        &self,
        settings: &'a Settings,
        config: &Config,
    ) -> Result<typeset::Options<'a>, Failure> {
        let name = self
            .template
            .as_deref()
            .or(settings.template.as_deref())
            .or(config.template.as_deref())
            .unwrap_or("classic");
        let template = typeset::template(name).ok_or_else(|| {
            Failure::new(format!("there is no template `{name}`")).hint(template_hint(name))
        })?;
        Ok(typeset::Options {
            template,
            paper: self.paper.or(settings.paper).or(config.paper).unwrap_or_default(),
            language: settings.language.as_deref().unwrap_or("en"),
        })
    }
}

/// What rules may know of the page as `vitae build` sets it.
pub(crate) fn page_facts(resume: &Resume, config: &Config) -> Result<PageFacts, Failure> {
    let settings = resume.vitae.clone().unwrap_or_default();
    let options = LookArgs::default().options(&settings, config)?;
    let pages = typeset::pages(resume, &options).map_err(|error| failure(&error))?;
    Ok(pages.facts(resume))
}

/// Why a page cannot be set.
pub(crate) fn failure(error: &TypesetError) -> Failure {
    Failure::new(error.to_string()).hint(error.hint())
}
