//! `contradictory-level`: title and stage say one level, duties or requirements another.

use std::sync::LazyLock;

use resume::coverage::RequirementKind;
use resume::{FieldPath, Severity, Stage};
use roles::PhraseSet;

use crate::job::{JobContext, Kind, declare_job_rule, stage_of_title};
use crate::rule::Findings;
use crate::wording::set;

/// Years that nobody has who begins.
const NO_BEGINNER: u32 = 5;

declare_job_rule! {
    /// Title and stage say one level, duties or requirements another.
    ///
    /// ## Why
    /// A junior who leads the team is a senior on a junior's pay. Candidates see that at once; those
    /// who apply all the same are not the ones you meant.
    ///
    /// ## What to do
    /// Decide for whom the job is, and make title, stage, duties, requirements and pay agree.
    ///
    /// ```job,flagged
    /// title: Junior Backend Engineer
    /// responsibilities: [Lead the team of the billing service]
    /// ```
    /// ```job,flagged
    /// title: Junior Backend Engineer
    /// must: [5+ years of experience with Java]
    /// ```
    /// ```job,flagged
    /// title: Senior Backend Engineer
    /// stage: junior
    /// ```
    /// ```job,flagged
    /// title: Junior Platform Engineer
    /// must: [Expert knowledge of Kubernetes]
    /// ```
    /// ```job,clean
    /// title: Junior Backend Engineer
    /// responsibilities:
    ///   - Review changes with the lead engineer who mentors you
    ///   - Measure the lead time of a change
    /// must: [One year of experience with any backend language]
    /// ```
    /// ```job,clean
    /// title: Senior Backend Engineer
    /// stage: senior
    /// responsibilities: [Lead the move of the ledger to PostgreSQL 16, Mentor a junior colleague]
    /// must: [6 years of experience]
    /// ```
    "contradictory-level", Severity::Error => check
}

/// How duties of somebody begin who leads others.
static SENIOR_DUTIES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "lead|leads|leading|manage|managing|mentor|mentoring|coach|coaching a|the|our|other|junior|team|teams|engineers|developers|projects|several|and",
        "lead|leads architecture|architectural|design|development|technical",
        "mentor|coach",
        "architect",
        "architect the|our|and",
        "own|owns|owning the|our roadmap|architecture|strategy|vision",
        "own|define|set|drive|shape the|our|long .. roadmap|strategy|vision",
        "define|set|drive technical direction|strategy|vision",
        "set the technical|engineering",
        "hire|build and lead|hire a|the|our team",
        "be responsible for the architecture|team|roadmap",
    ])
});

/// What is asked of somebody who has done it for long.
static SENIOR_NEEDS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "expert",
        "expert level",
        "expertise in",
        "deep expertise",
        "mastery of|in",
        "extensive experience",
        "proven track record",
        "proven leadership",
        "seasoned",
        "leadership experience",
        "experience leading|managing|mentoring",
    ])
});

/// Duties of somebody who begins.
static JUNIOR_DUTIES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "under close|direct|the supervision|guidance",
        "under supervision|guidance",
        "entry level",
        "no experience needed|required|necessary",
        "assist senior|experienced engineers|developers|colleagues",
        "assist more senior|experienced",
    ])
});

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let title = cx.job.title.as_deref().unwrap_or_default();
    let named = stage_of_title(title);
    let hint = "decide for whom the job is, and make title, stage, duties and pay agree";
    if let (Some(stage), Some(named)) = (cx.job.stage, named)
        && apart(stage, named)
    {
        let message = format!("the title says {named}, the stage {stage}");
        findings.add(FieldPath::root().key("title"), message, hint);
    }
    match cx.stage {
        Some(Stage::Junior) => junior(cx, findings, hint),
        Some(stage @ (Stage::Senior | Stage::Staff)) => {
            for text in cx.of_kinds(&[Kind::Duty, Kind::Must, Kind::Qualification, Kind::Summary]) {
                if let Some(found) = JUNIOR_DUTIES.find(&text.words).first() {
                    let range = text.bytes(&found.words);
                    let message =
                        format!("\"{}\" does not go with a {stage} role", text.said(&range));
                    findings.add_said(text, range, message, hint);
                }
            }
        }
        _ => {}
    }
}

fn junior(cx: &JobContext<'_>, findings: &mut Findings<'_>, hint: &str) {
    for text in cx.of_kinds(&[Kind::Duty, Kind::Outcome]) {
        // What somebody does stands first; later on others may lead.
        if let Some(found) = SENIOR_DUTIES.opens(&text.words) {
            let range = text.bytes(&found.words);
            let message = format!("\"{}\" is no duty of a junior role", text.said(&range));
            findings.add_said(text, range, message, hint);
        }
    }
    for text in cx.of_kinds(&Kind::REQUIRED) {
        if let Some(found) = SENIOR_NEEDS.find(&text.words).first() {
            let range = text.bytes(&found.words);
            let message = format!("\"{}\" is nothing a junior has", text.said(&range));
            findings.add_said(text, range, message, hint);
        }
    }
    for one in cx.requirements.iter().filter(|one| one.kind == RequirementKind::Must) {
        let Some((years, min)) = one.years.as_ref().and_then(|years| Some((years, years.min?)))
        else {
            continue;
        };
        if min >= NO_BEGINNER {
            let message = format!("a junior role does not ask for {min} years");
            findings.add_at(one.path.clone(), years.range.clone(), message, hint);
        }
    }
}

/// A lead may be a senior or a staff engineer; mid is often not said.
fn apart(stage: Stage, named: Stage) -> bool {
    let high = |stage| matches!(stage, Stage::Senior | Stage::Staff);
    stage != named && !(high(stage) && high(named))
}
