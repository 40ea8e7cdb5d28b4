//! A resume cut down for one job and a number of pages: which lines stay, and what for.

use std::collections::BTreeMap;

use facts::requirement::{self, Requirement};
use fit::{Desk, Goal};
use matching::{Evidence, NothingToMatch, Worth};
use resume::coverage::Coverage;
use resume::model::{Density, Texts};
use resume::{Date, Edit, FieldPath, Grade, Job, PageFacts, Parsed, Resume};
use roles::RolePack;
use serde::Serialize;

use crate::{Failure, Look, one_line};

/// Credited facts that weigh as much as a point of what is shown of a job.
const FACTS_A_POINT: f64 = 10.0;

/// A job, and what the whole resume shows of it.
#[derive(Clone, Debug)]
pub struct Wanted {
    requirements: Vec<Requirement>,
    /// What the whole resume shows.
    pub before: Coverage,
    /// What each value of the resume is worth for the job.
    pub worth: BTreeMap<FieldPath, Worth>,
}

impl Wanted {
    /// Compares a resume with a job; `as_of` is the day that stands for today.
    ///
    /// # Errors
    /// When the job asks for nothing that a page could show.
    pub fn of(job: &Job, resume: &Resume, as_of: &Date) -> Result<Self, NothingToMatch> {
        let pack = RolePack::backend_engineer();
        let requirements = requirement::read(job, pack);
        let page = Evidence::of(resume, pack, as_of);
        let before = matching::cover(&page, &requirements, pack, None)?;
        let worth = matching::worth(&before);
        Ok(Self { requirements, before, worth })
    }

    /// What is shown by what is left.
    pub fn after(&self, resume: &Resume, as_of: &Date) -> Option<Coverage> {
        let pack = RolePack::backend_engineer();
        let page = Evidence::of(resume, pack, as_of);
        matching::cover(&page, &self.requirements, pack, None).ok()
    }

    /// The fit of what is left, 0-100.
    pub fn fit_of(&self, resume: &Resume, as_of: &Date) -> f64 {
        self.after(resume, as_of).map_or(0.0, |found| found.fit)
    }
}

/// Sets with a look, grades with a role pack.
#[derive(Clone, Copy, Debug)]
pub struct Bench<'a> {
    /// The look of the page.
    pub look: &'a Look,
    /// What it is graded against.
    pub options: &'a lint::Options<'static>,
    /// The job whose requirements count, too.
    pub job: Option<&'a Wanted>,
}

impl Desk for Bench<'_> {
    type Error = Failure;

    fn set(&self, resume: &Resume, density: Density) -> Result<PageFacts, Failure> {
        let options = typeset::Options { density, ..self.look.of_page() };
        let pages = typeset::pages(resume, &options).map_err(Failure::from)?;
        Ok(pages.facts(resume))
    }

    fn grade(&self, resume: &Resume) -> Grade {
        lint::check(resume, RolePack::backend_engineer(), self.options).grade
    }

    fn worth(&self, path: &FieldPath) -> u64 {
        let points = self.job.and_then(|job| job.worth.get(path)).map_or(0.0, |one| one.points);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
        let facts = (points * FACTS_A_POINT).clamp(0.0, 1000.0).ceil() as u64;
        facts
    }
}

/// The choices for one job, with their reasons.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tailored {
    /// Pages of what is left.
    pub pages: usize,
    /// How tightly it has to be set.
    pub density: Density,
    /// What is shown of the job before, 0-100.
    pub fit_before: f64,
    /// And after.
    pub fit_after: f64,
    /// The overall grade before, 0-100.
    pub grade_before: f64,
    /// And after.
    pub grade_after: f64,
    /// Lines that stay, in the order of the page.
    pub kept: Vec<Chosen>,
    /// Lines and sections that leave.
    pub left_out: Vec<Chosen>,
}

/// A line of the resume with why it stays or leaves.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chosen {
    /// Which value it is.
    pub path: FieldPath,
    /// Its line in the source, from 1.
    #[serde(rename = "line")]
    pub number: usize,
    /// Its text; of a section its key.
    pub text: String,
    /// Ids of the requirements of the job that it shows best.
    pub shows: Vec<String>,
    /// Facts that the grade credits it with.
    pub credited_facts: usize,
}

/// Chooses the lines of a resume for one job and at most `pages` pages: what shows most of the job
/// stays first, then what holds most credited facts. `None` when even all that may leave is not
/// enough. `parsed` is where `resume` was read from; `resume` may have a look of its own by now.
pub fn tailor(
    parsed: &Parsed,
    resume: &Resume,
    bench: &Bench<'_>,
    wanted: &Wanted,
    pages: usize,
) -> Result<Option<Tailored>, Failure> {
    let goal = Goal {
        pages,
        density: bench.look.of_page().density,
        may_tighten: true,
        // The job decides; what the grade loses is shown.
        most_loss: 100.0,
    };
    let found = fit::fit(resume, &goal, &Bench { job: Some(wanted), ..*bench })?;
    let Some(plan) = &found.plan else { return Ok(None) };
    let rest = resume.edited(&plan.edits()).unwrap_or_else(|| resume.clone());
    let leave: Vec<FieldPath> = plan.removed.iter().map(|removed| removed.path.clone()).collect();
    let (kept, left_out) = lines(parsed, &found.grade_before, wanted, &leave);
    Ok(Some(Tailored {
        pages: plan.after.pages,
        density: plan.density,
        fit_before: wanted.before.fit,
        fit_after: wanted.fit_of(&rest, &bench.options.as_of),
        grade_before: found.grade_before.overall,
        grade_after: plan.grade_after.overall,
        kept,
        left_out,
    }))
}

/// As [`tailor`], with lines that somebody chose to leave out: what that shows, and on how many
/// pages. Paths of values that are not there leave nothing out.
pub fn tailor_by_hand(
    parsed: &Parsed,
    resume: &Resume,
    bench: &Bench<'_>,
    wanted: &Wanted,
    (leave, density): (&[FieldPath], Density),
) -> Result<Tailored, Failure> {
    let rest = without(resume, leave);
    let grade_before = bench.grade(resume);
    let (kept, left_out) = lines(parsed, &grade_before, wanted, leave);
    Ok(Tailored {
        pages: bench.set(&rest, density)?.pages,
        density,
        fit_before: wanted.before.fit,
        fit_after: wanted.fit_of(&rest, &bench.options.as_of),
        grade_before: grade_before.overall,
        grade_after: bench.grade(&rest).overall,
        kept,
        left_out,
    })
}

/// The resume without the values at `leave`.
pub fn without(resume: &Resume, leave: &[FieldPath]) -> Resume {
    let edits: Vec<Edit> = leave.iter().map(|path| Edit::Remove { path: path.clone() }).collect();
    resume.edited(&edits).unwrap_or_else(|| resume.clone())
}

/// Lines that stay, in the order of the page, and values that leave.
fn lines(
    parsed: &Parsed,
    grade: &Grade,
    wanted: &Wanted,
    leave: &[FieldPath],
) -> (Vec<Chosen>, Vec<Chosen>) {
    let texts = Texts::of(&parsed.resume);
    let places = parsed.places();
    let line = |path: &FieldPath| {
        let graded = grade.bullets.iter().find(|bullet| bullet.path == *path);
        Chosen {
            path: path.clone(),
            number: places.at(path, None).line,
            text: texts.get(path).map_or_else(|| path.to_string(), one_line),
            shows: wanted.worth.get(path).map(|worth| worth.shows.clone()).unwrap_or_default(),
            credited_facts: graded.map_or(0, |bullet| bullet.facts.len()),
        }
    };
    let bullets = grade.bullets.iter().map(|bullet| &bullet.path);
    let kept = bullets.filter(|path| !leave.contains(path)).map(line).collect();
    (kept, leave.iter().map(line).collect())
}
