//! The whole check: every rule, then the grade.

use resume::{Date, Finding, Grade, PageFacts, Resume, Stage};
use roles::RolePack;

use crate::memory::Memory;
use crate::page::Page;
use crate::rewrite::add_rewrites;
use crate::rule::{Cache, Context, Findings};
use crate::{grade, precedence, rules, stage};

/// What the caller decides.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The bar to grade against; found from dated work when `None`.
    pub stage: Option<Stage>,
    /// The day that stands for "today".
    pub as_of: Date,
    /// How the page looks when set. Rules about geometry are silent without it.
    pub layout: Option<&'a PageFacts>,
}

/// The result of a check.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The grade.
    pub grade: Grade,
    /// What the rules noticed, rule by rule.
    pub findings: Vec<Finding>,
}

/// Runs every rule and grades the page.
///
/// The stage is `options.stage`, else the one the resume's `vitae:` block names, else the one its
/// dated work suggests. Fixes are proposals until [`crate::verify_fixes`] has tried them.
pub fn check(resume: &Resume, pack: &RolePack, options: &Options<'_>) -> Outcome {
    let memory = Memory::default();
    check_page(resume, &Page::with(resume, pack, &memory), &memory, pack, options)
}

/// As [`check`], for a page that was read already; `memory` is what is known of texts.
pub(crate) fn check_page(
    resume: &Resume,
    page: &Page,
    memory: &Memory,
    pack: &RolePack,
    options: &Options<'_>,
) -> Outcome {
    let mut outcome = judge(resume, page, memory, pack, options);
    add_rewrites(page, pack, &mut outcome.findings);
    outcome
}

/// As [`check_page`], without lines to write anew.
pub(crate) fn judge(
    resume: &Resume,
    page: &Page,
    memory: &Memory,
    pack: &RolePack,
    options: &Options<'_>,
) -> Outcome {
    let named = resume.vitae.as_ref().and_then(|settings| settings.stage);
    let (stage, reason) = match (options.stage, named) {
        (Some(stage), _) => (stage, "asked for".to_owned()),
        (None, Some(stage)) => (stage, "set in the file".to_owned()),
        (None, None) => stage::detect(&page.periods, &options.as_of, pack),
    };
    let as_of = &options.as_of;
    let bullets = grade::bullet_grades(page, pack);
    let context = Context {
        resume,
        pack,
        stage,
        as_of,
        page,
        layout: options.layout,
        bullet_grades: &bullets,
        memory,
        cache: Cache::default(),
    };
    let mut findings = Vec::new();
    for rule in rules::ALL.iter().filter(|rule| rule.stages.contains(&stage)) {
        let (id, severity) = (rule.id, rule.severity);
        (rule.check)(&context, &mut Findings { id, severity, list: &mut findings });
    }
    precedence::keep_most_specific(&mut findings);
    let grade = grade::grade(page, pack, stage, reason, &findings, bullets);
    Outcome { grade, findings }
}
