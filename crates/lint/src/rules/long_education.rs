//! `long-education`: courses on the page of somebody who has worked for years.

use resume::{FieldPath, Fix, Severity};

use crate::career::working_months;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{counted, filled};

declare_rule! {
    /// Education takes more than a line although you have worked for years since.
    ///
    /// ## Why
    /// School, degree and year are all a panel looks for once there is work. A list of courses
    /// beside seven years of jobs looks like filling.
    ///
    /// ## What to do
    /// Keep one line a degree. A doctoral thesis in the field may stay.
    ///
    /// ```yaml,flagged
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2019-03}]
    /// education:
    ///   - institution: Zeeland Polytechnic
    ///     studyType: BSc
    ///     courses: [Algorithms, Databases, Calculus]
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2019-03}]
    /// education:
    ///   - {institution: Zeeland Polytechnic, studyType: BSc, endDate: "2018"}
    ///   - {institution: Delta University, studyType: MSc, endDate: "2020"}
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2019-03}]
    /// education:
    ///   - institution: Delta University
    ///     studyType: PhD
    ///     courses: ["Thesis: leases for caches", Teaching databases]
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2025-09}]
    /// education:
    ///   - institution: Zeeland Polytechnic
    ///     courses: [Algorithms, Databases, Calculus]
    /// ```
    "long-education", Severity::Info, Topic::Format, stages(Mid, Staff) => check
}

/// Work after which courses are history.
const ENOUGH_MONTHS: i32 = 36;
/// One course, a thesis perhaps, does not make a list.
const MOST: usize = 1;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if working_months(cx.resume, cx.as_of) < ENOUGH_MONTHS {
        return;
    }
    for (at, school) in cx.resume.education.iter().enumerate() {
        let doctoral = filled(school.study_type.as_ref()).is_some_and(is_doctoral);
        if school.courses.len() <= MOST || doctoral {
            continue;
        }
        let path = FieldPath::root().key("education").index(at).key("courses");
        // A course may be the only line that shows a skill.
        let plain = school
            .courses
            .iter()
            .all(|course| cx.pack.vocabulary.mentions_in_list(course).is_empty());
        let fix = plain.then(|| Fix::remove("Remove the courses", path.clone()));
        let message = format!(
            "{}; after years of work one line a degree is enough",
            counted(school.courses.len(), "course")
        );
        findings.add(path, message, "keep school, degree and year").fix = fix;
    }
}

fn is_doctoral(degree: &str) -> bool {
    let degree = degree.to_lowercase().replace('.', "");
    ["phd", "dphil", "doctor", "dr "].iter().any(|title| degree.contains(title)) || degree == "dr"
}
