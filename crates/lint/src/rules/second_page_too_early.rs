//! `second-page-too-early`: two pages for a career that fits on one.

use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::career::{is_learner, rank, title, working_months};
use crate::proof::{has_link, is_used};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{counted, says, set, shortened};

declare_rule! {
    /// The resume takes a second page before there is enough work to fill it.
    ///
    /// ## Why
    /// The second page is seldom opened on a first reading. With less than eight years of work
    /// one page is the norm, and what spills over is usually what says least.
    ///
    /// ## What to do
    /// Cut until it fits: internships to one line, education to one row, two bullets for older
    /// roles, then the weakest bullets. Substantial open source, several senior roles or research
    /// in databases, compilers or security excuse a second page.
    ///
    /// ```yaml,flagged,mid,pages=2
    /// work:
    ///   - {name: Pine Post, position: Backend Engineer, startDate: 2021-08}
    /// ```
    /// ```yaml,clean,mid,pages=1
    /// work:
    ///   - {name: Pine Post, position: Backend Engineer, startDate: 2021-08}
    /// ```
    ///
    /// Roles held at the same time count once; eight years are enough.
    ///
    /// ```yaml,flagged,senior,pages=2
    /// work:
    ///   - {name: Pine Post, position: Backend Engineer, startDate: 2020-01}
    ///   - {name: Elm College, position: Lecturer, startDate: 2020-01}
    /// ```
    /// ```yaml,clean,senior,pages=2
    /// work:
    ///   - {name: Pine Post, position: Backend Engineer, startDate: 2017-01}
    /// ```
    /// ```yaml,clean,mid,pages=2
    /// work:
    ///   - {name: Pine Post, position: Backend Engineer, startDate: 2022-01}
    /// projects:
    ///   - name: tidewatch
    ///     url: https://tidewatch.dev
    ///     highlights: [Maintains the library, 2,400 stars and 31 outside contributors]
    /// ```
    /// ```yaml,clean,senior,pages=2
    /// basics: {label: Senior Engineer · Query engines, Rust}
    /// work:
    ///   - {name: Pine Post, position: Database Engineer, startDate: 2022-01}
    /// ```
    "second-page-too-early", Severity::Warning, Topic::Format, stages(Junior, Senior) => check
}

/// Work that usually fills a second page.
const ENOUGH_MONTHS: i32 = 96;
/// Lines that a few cut words bring back.
const FEW_LINES: usize = 3;
/// Cuts that a hint names.
const NAMED: usize = 3;
/// Bullets that an older role may keep.
const OLDER_BULLETS: usize = 2;

/// Fields whose work is hard to tell in one page.
static SPECIALTIES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "research*",
        "database|storage|query engine|engines|internals",
        "compiler*",
        "kernel",
        "security engineer|engineering|researcher",
        "cryptograph*",
        "distributed systems researcher",
        "query planner|optimizer",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(layout) = cx.layout.filter(|_| applies(cx)) else { return };
    let years = working_months(cx.resume, cx.as_of) / 12;
    let lines = layout.last_page_lines;
    if (1..=FEW_LINES).contains(&lines) {
        let message = format!(
            "{} over one page",
            if lines == 1 { "one line is".to_owned() } else { format!("{lines} lines are") }
        );
        findings.add(FieldPath::root(), message, hint(cx)).severity = Severity::Info;
        return;
    }
    let worked = match years {
        0 => "less than a year".to_owned(),
        _ => counted(usize::try_from(years).unwrap_or_default(), "year"),
    };
    findings.add(
        FieldPath::root(),
        format!("two pages for {worked} of work; the second is seldom opened"),
        hint(cx),
    );
}

/// The page is set on two sheets and nothing excuses the second.
pub(super) fn applies(cx: &Context<'_>) -> bool {
    cx.layout.is_some_and(|layout| layout.pages == 2)
        && RULE.stages.contains(&cx.stage)
        && working_months(cx.resume, cx.as_of) < ENOUGH_MONTHS
        && !is_excused(cx)
}

fn is_excused(cx: &Context<'_>) -> bool {
    let resume = cx.resume;
    let mut projects = resume.projects.iter().enumerate();
    let open_source = projects.any(|(at, project)| has_link(project) && is_used(cx, at, project));
    let senior = resume.work.iter().filter(|role| rank(title(role)) >= Some(4)).count();
    let label = resume.basics.as_ref().and_then(|basics| basics.label.as_deref());
    let mut named = label.into_iter().chain(resume.work.iter().map(title));
    open_source
        || senior >= 2
        || cx.page.proofs.len() >= 2
        || named.any(|text| says(&SPECIALTIES, text))
}

/// What says least, first.
fn hint(cx: &Context<'_>) -> String {
    let mut cuts: Vec<String> = Vec::new();
    let roles = cx.resume.work.iter().enumerate();
    for (at, role) in roles {
        let name = role.name.as_deref().or(role.position.as_deref()).unwrap_or("an early role");
        if is_learner(title(role)) && role.highlights.len() > 1 {
            cuts.push(format!("the internship at {name} to one line"));
        } else if at >= 2 && role.highlights.len() > OLDER_BULLETS {
            cuts.push(format!("{name} to {OLDER_BULLETS} bullets"));
        }
    }
    if cx.resume.education.iter().any(|school| school.courses.len() > 1) {
        cuts.push("courses".to_owned());
    }
    let weakest = cx.bullet_grades.iter().min_by(|a, b| a.score.total_cmp(&b.score));
    if let Some(bullet) = weakest {
        cuts.push(format!("the weakest bullet, \"{}\"", shortened(&bullet.text, 6)));
    }
    cuts.truncate(NAMED);
    if cuts.is_empty() {
        "cut what says least until it fits on one".to_owned()
    } else {
        format!("cut what says least: {}", cuts.join("; "))
    }
}
