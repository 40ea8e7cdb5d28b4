//! How a page looks: arguments first, then the resume's own settings, then those of `vitae.toml`.

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use resume::model::{Accent, DateFormat, Density, Paper};
use resume::{PageFacts, Resume};
use typeset::Template;
pub(crate) use workbench::Look;
use workbench::{Choices, Otherwise, shipped_template};

use crate::config::Config;
use crate::exit::Failure;
use crate::input::reason;

/// What a page is set with.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct LookArgs {
    /// The template: a name (`vitae templates` lists them) or a folder of your own, written with
    /// a slash; otherwise the file's `vitae.template`, otherwise that of vitae.toml, otherwise
    /// classic
    #[arg(long, value_name = "NAME|FOLDER")]
    template: Option<String>,
    /// The paper; otherwise the file's `vitae.paper`, otherwise that of vitae.toml, otherwise a4
    #[arg(long, value_parser = words(Paper::ALL, Paper::as_str))]
    paper: Option<Paper>,
    /// The color of headings and links, as #1d4e79; otherwise the file's `vitae.accent`,
    /// otherwise the template's own
    #[arg(long, value_name = "COLOR")]
    accent: Option<Accent>,
    /// The font family; otherwise the file's `vitae.font`, otherwise the template's own
    #[arg(long, value_name = "FAMILY")]
    font: Option<String>,
    /// How tightly the page is set; otherwise the file's `vitae.density`, otherwise regular
    #[arg(long, value_parser = words(Density::ALL, Density::as_str))]
    density: Option<Density>,
    /// How dates are worded; otherwise the file's `vitae.dateFormat`, otherwise short (Mar 2021)
    #[arg(long, value_parser = words(DateFormat::ALL, DateFormat::as_str))]
    date_format: Option<DateFormat>,
}

/// One of the words of a choice.
pub(crate) fn words<T>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + FromStr + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(move |value| word(*value)))
        .map(move |word| word.parse().unwrap_or(all[0]))
}

impl LookArgs {
    /// The folder of a template of one's own, when the arguments name one.
    pub(crate) fn template_folder(&self) -> Option<&Path> {
        self.template.as_deref().filter(|name| is_folder(name)).map(Path::new)
    }

    /// The look of a resume with these settings of its own.
    pub(crate) fn decide(&self, resume: &mut Resume, config: &Config) -> Result<Look, Failure> {
        let choices = Choices {
            template: self.template.as_deref().map(find_template).transpose()?,
            paper: self.paper,
            accent: self.accent,
            font: self.font.clone(),
            density: self.density,
            date_format: self.date_format,
        };
        let template = config.template.as_deref();
        let otherwise = Otherwise { template, paper: config.paper, find: find_template };
        choices.decide(resume, &otherwise)
    }
}

fn is_folder(template: &str) -> bool {
    template.contains(['/', '\\'])
}

/// A shipped template by name, or that of a folder when the name is a path.
fn find_template(name: &str) -> Result<Cow<'static, Template>, Failure> {
    if !is_folder(name) {
        return shipped_template(name);
    }
    let folder = Path::new(name);
    let file = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).map_err(|error| {
            Failure::new(format!("`{}` cannot be read: {}", path.display(), reason(&error)))
                .hint("a template is a folder with `template.toml` and `resume.typ`")
        })
    };
    let last = folder.file_name().map_or_else(|| name.into(), |last| last.to_string_lossy());
    Template::new(&last, &file("template.toml")?, &file("resume.typ")?)
        .map(Cow::Owned)
        .map_err(Failure::from)
}

/// What rules may know of the page as `vitae build` sets it.
pub(crate) fn page_facts(resume: &Resume, config: &Config) -> Result<PageFacts, Failure> {
    let mut resume = resume.clone();
    let look = LookArgs::default().decide(&mut resume, config)?;
    look.page_facts(&resume)
}
