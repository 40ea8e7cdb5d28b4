//! Grading a resume for a command: arguments first, then the resume's `vitae:` block, then
//! `vitae.toml`, then what the page itself says.

use resume::{Date, PageFacts, Parsed, Resume, Stage};
use workbench::{Reviewed, Variant, document_facts, shown};

use crate::config::Config;
use crate::exit::Failure;
use crate::input::{Opened, Source};
use crate::look::page_facts;
use crate::today::today;
use crate::variant;

/// What a page is graded against.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct GradeArgs {
    /// The career stage to grade against; otherwise the file's `vitae.stage`, otherwise that of
    /// vitae.toml, otherwise found from the dates of the work
    #[arg(long, value_parser = crate::commands::stage())]
    pub(crate) stage: Option<Stage>,
    /// The day that stands for "today", as 2026-11-30; otherwise the file's `vitae.asOf`,
    /// otherwise that of vitae.toml, otherwise the current day in UTC
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
}

impl GradeArgs {
    /// What `resume` is graded against: these arguments, its own settings, those of a
    /// `vitae.toml`, the clock.
    pub(crate) fn options(&self, resume: &Resume, config: &Config) -> lint::Options<'static> {
        let own = resume.vitae.as_ref();
        let as_of = self
            .as_of
            .clone()
            .or_else(|| resume.as_of())
            .or_else(|| config.as_of.clone())
            .unwrap_or_else(today);
        let of_config = config.stage.filter(|_| own.is_none_or(|own| own.stage.is_none()));
        lint::Options { stage: self.stage.or(of_config), as_of, layout: None }
    }
}

/// A day, as an argument.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    match Date::parse(text) {
        Date::Present | Date::Unreadable(_) => {
            Err("not a date; write a day as 2026-11-30, a month as 2026-11".to_owned())
        }
        date => Ok(date),
    }
}

/// Reads, checks and grades `source`.
///
/// With `pages` the page is set first, so that rules about pages and lines can speak. A document
/// with pages has them already. With `variant` that cut is graded; everything that is said of it
/// points into the file.
pub(crate) fn review(
    source: &Source,
    variant: Option<&str>,
    args: &GradeArgs,
    config: &Config,
    pages: bool,
) -> Result<Reviewed, Failure> {
    let Opened { parsed, document, .. } = source.open()?;
    let cut = variant.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    let checked = shown(&parsed, cut.as_ref());
    let layout = match &document {
        Some(document) => document_facts(document, &checked),
        None => pages.then(|| page_facts(&checked.resume, config)).transpose()?,
    };
    drop(checked);
    let variant = variant.zip(cut.as_ref()).map(|(name, cut)| Variant { name, cut });
    Ok(review_set(&source.name, parsed, variant, layout.as_ref(), args, config))
}

/// Checks and grades what was read from the file `name`, or a variant of it; `layout` is how that
/// looks on pages.
pub(crate) fn review_set(
    name: &str,
    parsed: Parsed,
    variant: Option<Variant<'_>>,
    layout: Option<&PageFacts>,
    args: &GradeArgs,
    config: &Config,
) -> Reviewed {
    let checked = shown(&parsed, variant.map(|variant| variant.cut));
    let options = lint::Options { layout, ..args.options(&checked.resume, config) };
    drop(checked);
    let mut reviewed = Reviewed::of(name, parsed, variant, &options, &config.rules);
    let of_config = args.stage.is_none() && options.stage.is_some();
    if let Some(file) = config.file.as_ref().filter(|_| of_config) {
        reviewed.report.stage_reason = format!("set in {file}");
    }
    reviewed.report.config.clone_from(&config.file);
    reviewed
}
