//! Grading a resume for a command: arguments first, then the resume's `vitae:` block, then
//! `vitae.toml`, then what the page itself says.

use std::borrow::Cow;

use lint::Level;
use resume::variant::Cut;
use resume::{Date, PageFacts, Parsed, Report, Resume, Stage};
use roles::{Bar, RolePack};

use crate::config::Config;
use crate::exit::Failure;
use crate::input::{Opened, Source};
use crate::look::{document_facts, page_facts};
use crate::today::today;
use crate::{rules, settings, variant};

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

/// A day, as an argument.
pub(crate) fn day(text: &str) -> Result<Date, String> {
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
    /// document with pages has them already. With `variant` that cut is graded; everything that
    /// is said of it points into the file.
    pub(crate) fn of(
        source: &Source,
        variant: Option<&str>,
        args: &GradeArgs,
        config: &Config,
        pages: bool,
    ) -> Result<Self, Failure> {
        let Opened { parsed, document, .. } = source.open()?;
        let cut = variant.map(|name| variant::cut(&parsed.resume, &source.name, name));
        let cut = cut.transpose()?;
        let checked = shown(&parsed, cut.as_ref());
        let layout = match &document {
            Some(document) => document_facts(document, &checked),
            None => pages.then(|| page_facts(&checked.resume, config)).transpose()?,
        };
        drop(checked);
        let cut = variant.zip(cut.as_ref());
        Ok(Self::with_layout(&source.name, parsed, cut, layout.as_ref(), args, config))
    }

    /// Checks and grades what was read from the file `name`, or a variant of it; `layout` is how
    /// that looks on pages.
    pub(crate) fn with_layout(
        name: &str,
        mut parsed: Parsed,
        cut: Option<(&str, &Cut)>,
        layout: Option<&PageFacts>,
        args: &GradeArgs,
        config: &Config,
    ) -> Self {
        parsed.findings.extend(settings::findings(&parsed.resume));
        let checked = shown(&parsed, cut.map(|(_, cut)| cut));
        let options = lint::Options { layout, ..args.options(&checked.resume, config) };
        let as_of = options.as_of.clone();

        let pack = RolePack::backend_engineer();
        let of_reader = rules::of_reader();
        let policy = lint::Policy { levels: &config.rules, other_rules: &of_reader };
        let mut review = lint::review(&checked, pack, &options, policy);
        if let Some((_, cut)) = cut {
            // An allowance may be about a bullet that this cut leaves out.
            review.findings.retain(|finding| finding.rule != "unused-allow");
            cut.point_into_source(&mut review);
        }
        let of_config = args.stage.is_none() && options.stage.is_some();
        if let Some(file) = config.file.as_ref().filter(|_| of_config) {
            review.grade.stage_reason = format!("set in {file}");
        }
        let bar = pack.bars.iter().find(|bar| bar.stage == review.grade.stage);
        let mut report = Report::new(name, &as_of.to_string(), &parsed, review);
        report.variant = cut.map(|(variant, _)| variant.to_owned());
        report.config.clone_from(&config.file);
        let off = config.rules.iter().filter(|(_, level)| **level == Level::Off);
        report.off = off.map(|(rule, _)| rule.clone()).collect();
        Self { parsed, report, bar }
    }
}

/// What is checked: the resume, or the cut of it.
fn shown<'a>(parsed: &'a Parsed, cut: Option<&Cut>) -> Cow<'a, Parsed> {
    cut.map_or(Cow::Borrowed(parsed), |cut| Cow::Owned(cut.parsed(parsed)))
}
