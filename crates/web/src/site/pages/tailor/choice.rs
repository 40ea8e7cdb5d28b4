//! Which lines stay for a job: those that vitae chooses, or those that somebody chose.

use axum::http::StatusCode;
use axum::response::Response;
use extract::ReadJob;
use lint::Options;
use resume::coverage::Coverage;
use resume::model::Density;
use resume::{FieldPath, Resume, Segment};
use workbench::{
    Bench, Choices, Look, Otherwise, Tailored, Wanted, tailor, tailor_by_hand, without,
};

use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::material::{Material, ReadResume};
use crate::site::pages::matching::nothing_to_match;

/// Lines that may be marked in one form; a page has fewer.
const MOST_LINES: usize = 400;
/// Pages at most.
pub(super) const MOST_PAGES: usize = 5;

/// What is shown.
pub(super) struct Choice {
    pub(super) resume: Material,
    pub(super) job: Material,
    /// The title in the ad.
    pub(super) title: String,
    /// Pages that were asked for.
    pub(super) pages: usize,
    pub(super) tailored: Tailored,
    pub(super) before: Coverage,
    pub(super) after: Coverage,
}

impl Choice {
    /// Chooses, or takes what `fields` say. The page that says why not, where there is nothing to
    /// compare.
    pub(super) fn of(
        resume: Material,
        job: Material,
        read: &ReadResume,
        read_job: &ReadJob,
        fields: &Fields,
    ) -> Result<Result<Self, Response>, Fault> {
        let parsed = &read.parsed;
        let (shown, look) = look(&parsed.resume)?;
        let wanted = match Wanted::of(&read_job.job, &shown, &read.as_of) {
            Ok(wanted) => wanted,
            Err(why) => return Ok(Err(nothing_to_match(&job, read_job, &why.to_string()))),
        };
        let options = Options { stage: None, as_of: read.as_of.clone(), layout: None };
        let bench = Bench { look: &look, options: &options, job: Some(&wanted) };
        let pages = fields.get("pages").and_then(|pages| pages.parse().ok());
        let pages = pages.unwrap_or(1).clamp(1, MOST_PAGES);
        let tailored = if fields.get("chosen").is_some() {
            let leave = leaving(&parsed.resume, fields);
            let density = fields.get("density").and_then(|word| word.parse::<Density>().ok());
            let density = density.unwrap_or(look.of_page().density);
            tailor_by_hand(parsed, &shown, &bench, &wanted, (&leave, density))?
        } else {
            tailor(parsed, &shown, &bench, &wanted, pages)?.ok_or_else(|| {
                let what = format!(
                    "even without every line that may leave, it takes more than {pages} pages"
                );
                Fault::new(StatusCode::UNPROCESSABLE_ENTITY, what).hint("allow more pages")
            })?
        };
        let leave: Vec<FieldPath> =
            tailored.left_out.iter().map(|line| line.path.clone()).collect();
        let rest = without(&shown, &leave);
        let after = wanted.after(&rest, &read.as_of).unwrap_or_else(|| wanted.before.clone());
        let title = read_job.job.title.clone().unwrap_or_else(|| job.title.clone());
        Ok(Ok(Self { resume, job, title, pages, tailored, before: wanted.before, after }))
    }
}

/// The resume as it is set, in its own look.
pub(super) fn look(resume: &Resume) -> Result<(Resume, Look), Fault> {
    let mut resume = resume.clone();
    let look = Choices::default().decide(&mut resume, &Otherwise::default())?;
    Ok((resume, look))
}

/// What is to leave: bullets and whole sections that are there, each once.
pub(super) fn leaving(resume: &Resume, fields: &Fields) -> Vec<FieldPath> {
    let value = serde_json::to_value(resume).unwrap_or_default();
    let mut leave: Vec<FieldPath> = Vec::new();
    for text in fields.all("leave").take(MOST_LINES) {
        let Ok(path) = text.parse::<FieldPath>() else { continue };
        let is_there = match path.segments() {
            [Segment::Key(section)] => value[&**section].is_array(),
            [
                Segment::Key(section),
                Segment::Index(entry),
                Segment::Key(list),
                Segment::Index(at),
            ] => **list == *"highlights" && !value[&**section][*entry]["highlights"][*at].is_null(),
            _ => false,
        };
        if is_there && !leave.contains(&path) {
            leave.push(path);
        }
    }
    leave
}
