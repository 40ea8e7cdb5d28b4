//! `missing-education`: a first page without any training.

use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// A page of a first job names no school, course or training.
    ///
    /// ## Why
    /// With little work to show, readers ask where you learned it. Any answer is better than none,
    /// and a degree is only one of them.
    ///
    /// ## What to do
    /// Add the degree, the bootcamp or the courses you took. If you taught yourself, list the two
    /// or three courses or books that you worked through, with what you built.
    ///
    /// ```yaml,flagged,junior
    /// projects: [{name: tidewatch}]
    /// ```
    /// ```yaml,clean,junior
    /// education: [{institution: Quay Street Bootcamp, area: Backend development}]
    /// ```
    /// ```yaml,clean,junior
    /// certificates: [{name: "Databases, online course of Delta University"}]
    /// ```
    /// ```yaml,clean,mid
    /// work: [{name: Tollhaven Ferries}]
    /// ```
    "missing-education", Severity::Warning, Topic::Evidence, stages(Junior, Junior) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let resume = cx.resume;
    let school = resume.education.iter().any(|entry| {
        let texts = [&entry.institution, &entry.area, &entry.study_type];
        texts.into_iter().any(|text| filled(text.as_ref()).is_some()) || !entry.courses.is_empty()
    });
    let certified = resume.certificates.iter().any(|entry| filled(entry.name.as_ref()).is_some());
    if !school && !certified {
        findings.add(
            FieldPath::root(),
            "the page names no school, course or training",
            "add `education`: a degree, a bootcamp, or the courses you worked through",
        );
    }
}
