//! Grading a resume for a command: arguments first, then the resume's `vitae:` block, then
//! `vitae.toml`, then what the page itself says.

use lint::Level;
use resume::{Date, PageFacts, Parsed, Report, Resume, Stage};
use roles::{Bar, RolePack};

use crate::config::Config;
use crate::exit::Failure;
use crate::input::{Opened, Source};
use crate::look::{document_facts, page_facts};
use crate::today::today;
use crate::{rules, settings};

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
            .or_else(|| own?.as_of.clone().filter(|date| date.year().is_some()))
            .or_else(|| config.as_of.clone())
            .unwrap_or_else(today);
        let of_config = config.stage.filter(|_| own.is_none_or(|own| own.stage.is_none()));
        lint::Options { stage: self.stage.or(of_config), as_of, layout: None }
    }
}

fn day(text: &str) -> Result<Date, String> {
    match Date::parse(text) {
        Date::Present | Date::Unreadable(_) => {
            Err("not a date; write a day as 2026-11-30, a month as 2026-11".to_owned())
        }
        date => Ok(date),
    }
}

/// A resume with its report.
pub(crate) struct Reviewed {
    /// What was read.
    pub(crate) parsed: Parsed,
    /// What it came to.
    pub(crate) report: Report,
    /// The bar it was measured against.
    pub(crate) bar: Option<&'static Bar>,
}

impl Reviewed {
    /// Reads, checks and grades `source`.
    ///
    /// With `pages` the page is set first, so that rules about pages and lines can speak. A
    /// document with pages has them already.
    pub(crate) fn of(
        source: &Source,
        args: &GradeArgs,
        config: &Config,
        pages: bool,
    ) -> Result<Self, Failure> {
        let Opened { parsed, document, .. } = source.open()?;
        let layout = match &document {
            Some(document) => document_facts(document, &parsed),
            None => pages.then(|| page_facts(&parsed.resume, config)).transpose()?,
        };
        Ok(Self::with_layout(&source.name, parsed, layout.as_ref(), args, config))
    }

    /// Checks and grades what was read from the file `name`; `layout` is how it looks on pages.
    pub(crate) fn with_layout(
        name: &str,
        mut parsed: Parsed,
        layout: Option<&PageFacts>,
        args: &GradeArgs,
        config: &Config,
    ) -> Self {
        parsed.findings.extend(settings::findings(&parsed.resume));
        let options = lint::Options { layout, ..args.options(&parsed.resume, config) };
        let as_of = options.as_of.clone();

        let pack = RolePack::backend_engineer();
        let of_reader = rules::of_reader();
        let policy = lint::Policy { levels: &config.rules, other_rules: &of_reader };
        let mut review = lint::review(&parsed, pack, &options, policy);
        let of_config = args.stage.is_none() && options.stage.is_some();
        if let Some(file) = config.file.as_ref().filter(|_| of_config) {
            review.grade.stage_reason = format!("set in {file}");
        }
        let bar = pack.bars.iter().find(|bar| bar.stage == review.grade.stage);
        let mut report = Report::new(name, &as_of.to_string(), &parsed, review);
        report.config.clone_from(&config.file);
        let off = config.rules.iter().filter(|(_, level)| **level == Level::Off);
        report.off = off.map(|(rule, _)| rule.clone()).collect();
        Self { parsed, report, bar }
    }
}
