//! What a resume has to be before anything is made of it: nothing of its file may be missing from
//! the page without a word.

use resume::model::{Education, Project, Work};
use resume::variant::Cut;
use resume::{Finding, Resume, Segment, Severity};
use serde_json::Value;

use crate::source::shown_name;
use crate::{Failure, nearest};

/// Makes warnings of errors in the shape of values that were `read` nevertheless, and of settings,
/// which are no part of the page.
pub fn spare_what_was_read(findings: &mut [Finding], read: &Value) {
    for finding in findings {
        let steps = finding.path.segments();
        let setting = matches!(steps, [Segment::Key(first), _, ..] if first == "vitae");
        let value = steps.iter().try_fold(read, |value, step| match step {
            Segment::Key(key) => value.get(&**key),
            Segment::Index(index) => value.get(*index),
        });
        let kept = !steps.is_empty() && value.is_some_and(|value| !value.is_null());
        if finding.severity == Severity::Error && (kept || setting) {
            finding.severity = Severity::Warning;
        }
    }
}

/// Refuses a job, project or school whose keys are all unknown, which would be missing from the
/// page: `company`, `title`, `bullets` instead of `name`, `position`, `highlights`.
pub fn refuse_unknown_entries(resume: &Resume) -> Result<(), Failure> {
    let sections = [
        ("work", resume.work.iter().position(Work::has_only_unknown_keys)),
        ("projects", resume.projects.iter().position(Project::has_only_unknown_keys)),
        ("education", resume.education.iter().position(Education::has_only_unknown_keys)),
    ];
    match sections.into_iter().find_map(|(section, index)| Some((section, index?))) {
        Some((section, index)) => Err(Failure::new(format!(
            "`{section}[{index}]` has no key that a page shows, so nothing was built"
        ))
        .hint("rename its keys as shown above; without that it would be missing from the page")),
        None => Ok(()),
    }
}

/// The variant `name` of a resume, which was read from `file`.
pub fn cut(resume: &Resume, file: &str, name: &str) -> Result<Cut, Failure> {
    resume.cut(name).map_err(|error| {
        let known = || error.known.iter().map(String::as_str);
        let hint = match nearest(name, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if error.known.is_empty() => {
                "describe one in the resume: `vitae: {variants: {NAME: {select: [TAG]}}}`"
                    .to_owned()
            }
            None => format!("there are: {}", known().collect::<Vec<_>>().join(", ")),
        };
        Failure::new(format!("{} has no variant `{name}`", shown_name(file))).hint(hint)
    })
}
