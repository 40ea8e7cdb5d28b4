//! `high-school-listed`: a secondary school beside a degree.

use std::sync::LazyLock;

use resume::model::Education;
use resume::{FieldPath, Fix, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{filled, says, set};

declare_rule! {
    /// A secondary school is listed beside a degree.
    ///
    /// ## Why
    /// The degree implies the school before it. The line tells readers mainly your age and where
    /// you grew up.
    ///
    /// ## What to do
    /// Take it out. Without a degree it may stay.
    ///
    /// ```yaml,flagged
    /// education:
    ///   - {institution: Zeeland Polytechnic, studyType: BSc}
    ///   - {institution: Harbor High School, endDate: "2009"}
    /// ```
    /// ```yaml,flagged
    /// education:
    ///   - {institution: TU Elbe, studyType: MSc}
    ///   - {institution: Gymnasium am Hafen, studyType: Abitur}
    /// ```
    /// ```yaml,clean
    /// education:
    ///   - {institution: Harbor High School, endDate: "2009"}
    /// ```
    /// ```yaml,clean
    /// education:
    ///   - {institution: Higher School of Economics, studyType: MSc}
    ///   - {institution: Hochschule am Hafen, studyType: BSc}
    ///   - {institution: High School Teachers' College, studyType: BEd}
    /// ```
    "high-school-listed", Severity::Info, Topic::Format, stages(Mid, Staff) => check
}

static SECONDARY: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "high school",
        "high school diploma",
        "secondary school|education",
        "grammar school",
        "sixth form",
        "gymnasium",
        "abitur|matura|gcse|gcses|lyceum|lycee|lycée|liceo|bachillerato",
        "a level|levels",
        "leaving certificate",
        "higher secondary",
        "junior high school",
    ])
});

/// Degrees, so that a school with one is none of the above.
static DEGREES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "bachelor|bachelors|master|masters|bsc|msc|ba|ma|bs|ms|beng|meng|btech|mtech|phd|mba|bed|be",
        "b|m sc|s|a|eng|tech|ed",
        "bachelor's|master's",
        "diploma of higher education",
        "doctor*",
        "associate degree",
        "licence|laurea|diplom|magister|engineer|ingénieur|ingenieur|dr",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let education = &cx.resume.education;
    if !education.iter().any(|entry| !is_secondary(entry) && has_degree(entry)) {
        return;
    }
    for (at, entry) in education.iter().enumerate().filter(|(_, entry)| is_secondary(entry)) {
        let name = filled(entry.institution.as_ref()).or(filled(entry.study_type.as_ref()));
        let name = name.unwrap_or("a secondary school");
        let path = FieldPath::root().key("education").index(at);
        let fix = Fix::remove(format!("Remove {name}"), path.clone());
        let message = format!("the degree implies \"{name}\"");
        findings.add(path, message, "take it out").fix = Some(fix);
    }
}

fn is_secondary(entry: &Education) -> bool {
    let texts = [&entry.institution, &entry.study_type, &entry.area];
    let named =
        texts.into_iter().any(|text| filled(text.as_ref()).is_some_and(|t| says(&SECONDARY, t)));
    named && !has_degree(entry)
}

fn has_degree(entry: &Education) -> bool {
    let degree = filled(entry.study_type.as_ref());
    degree.is_some_and(|degree| says(&DEGREES, degree) && !says(&SECONDARY, degree))
}
