//! Reading, checking and grading in one, as every surface does it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use lint::Level;
use resume::variant::Cut;
use resume::{Parsed, Report};
use roles::{Bar, RolePack};

use crate::{rules, settings};

/// A resume with its report.
#[derive(Debug)]
pub struct Reviewed {
    /// What was read.
    pub parsed: Parsed,
    /// What it came to.
    pub report: Report,
    /// The bar it was measured against.
    pub bar: Option<&'static Bar>,
}

/// A variant that is graded instead of the whole.
#[derive(Clone, Copy, Debug)]
pub struct Variant<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it shows.
    pub cut: &'a Cut,
}

impl Reviewed {
    /// Checks and grades what was read from the file `name`, or a variant of it; everything that is
    /// said of a variant points into the file. `options` say against what and how it looks on
    /// pages, `levels` have rules that are not at their own level.
    pub fn of(
        name: &str,
        mut parsed: Parsed,
        variant: Option<Variant<'_>>,
        options: &lint::Options<'_>,
        levels: &BTreeMap<String, Level>,
    ) -> Self {
        parsed.findings.extend(settings::findings(&parsed.resume));
        let checked = shown(&parsed, variant.map(|variant| variant.cut));
        let pack = RolePack::backend_engineer();
        let of_reader = rules::of_reader();
        let policy = lint::Policy { levels, other_rules: &of_reader };
        let mut review = lint::review(&checked, pack, options, policy);
        if let Some(Variant { cut, .. }) = variant {
            // An allowance may be about a bullet that this cut leaves out.
            review.findings.retain(|finding| finding.rule != "unused-allow");
            cut.point_into_source(&mut review);
        }
        let bar = pack.bars.iter().find(|bar| bar.stage == review.grade.stage);
        let mut report = Report::new(name, &options.as_of.to_string(), &parsed, review);
        report.variant = variant.map(|variant| variant.name.to_owned());
        let off = levels.iter().filter(|(_, level)| **level == Level::Off);
        report.off = off.map(|(rule, _)| rule.clone()).collect();
        Self { parsed, report, bar }
    }
}

/// What is checked: the resume, or the cut of it.
pub fn shown<'a>(parsed: &'a Parsed, cut: Option<&Cut>) -> Cow<'a, Parsed> {
    cut.map_or(Cow::Borrowed(parsed), |cut| Cow::Owned(cut.parsed(parsed)))
}
