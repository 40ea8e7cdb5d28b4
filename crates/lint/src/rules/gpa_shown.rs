//! `gpa-shown`: a grade-point average that helps nobody.

use std::ops::Range;

use resume::{FieldPath, Fix, Severity, Stage};

use crate::career::working_months;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// A grade-point average is shown that is low, or long ago.
    ///
    /// ## Why
    /// Below 3.5 of 4 it raises a question nobody had. After some years of work no panel asks for
    /// it, and it dates the page.
    ///
    /// ## What to do
    /// Take it out. Grades of other scales, honors and classes of degrees are left alone here,
    /// because only readers of your country know what they mean.
    ///
    /// ```yaml,flagged,junior
    /// education: [{institution: Zeeland College, studyType: BSc, score: GPA 2.9}]
    /// ```
    /// ```yaml,flagged
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2019-03}]
    /// education: [{institution: Zeeland College, studyType: BSc, score: 3.9/4.0}]
    /// ```
    /// ```yaml,clean,junior
    /// education: [{institution: Zeeland College, studyType: BSc, score: "GPA: 3.7/4.0"}]
    /// ```
    ///
    /// Other scales are not compared.
    ///
    /// ```yaml,clean,junior
    /// education:
    ///   - {institution: TU Elbe, studyType: BSc, score: "1.3"}
    ///   - {institution: TU Elbe, studyType: MSc, score: GPA 1.3}
    ///   - {institution: Università del Po, studyType: MSc, score: 110/110}
    ///   - {institution: Ganga Institute, studyType: BTech, score: 8.7/10}
    ///   - {institution: Ganga Institute, studyType: BTech, score: CGPA 3.1/5}
    ///   - {institution: Northmoor University, studyType: BSc, score: First}
    /// ```
    "gpa-shown", Severity::Info, Topic::Format => check
}

/// Least average that helps early in a career, of 4.
const HELPS: f64 = 3.5;
/// Work after which nobody asks.
const ENOUGH_MONTHS: i32 = 36;
/// Averages below this are grades of another scale, where 1 is best.
const LOWEST: f64 = 2.0;
const SCALE: f64 = 4.0;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let experienced =
        cx.stage != Stage::Junior && working_months(cx.resume, cx.as_of) >= ENOUGH_MONTHS;
    for (at, school) in cx.resume.education.iter().enumerate() {
        let path = FieldPath::root().key("education").index(at);
        let texts =
            [("score", &school.score), ("studyType", &school.study_type), ("area", &school.area)];
        for (key, text) in texts {
            let Some(text) = filled(text.as_ref()) else { continue };
            let Some(average) = average(text) else { continue };
            let message = if experienced {
                format!("\"{text}\": after years of work nobody asks for it")
            } else if average < HELPS {
                format!("\"{text}\" is below {HELPS} of 4 and raises a question nobody had")
            } else {
                continue;
            };
            let fix = (key == "score").then(|| Fix::remove("Remove the average", path.key(key)));
            findings.add(path.key(key), message, "take it out").fix = fix;
        }
    }
}

/// A grade-point average of the scale that ends at 4; `None` for every other grade.
fn average(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let named = lower.contains("gpa") || lower.contains("grade point");
    let numbers = numbers(&lower);
    let first = numbers.first()?;
    let value: f64 = lower[first.clone()].parse().ok()?;
    let scale = numbers.get(1).filter(|next| {
        let between = lower[first.end..next.start].trim();
        between == "/" || between == "out of" || between == "of"
    });
    let scale: Option<f64> = scale.and_then(|range| lower[range.clone()].parse().ok());
    let american = match scale {
        Some(scale) => (scale - SCALE).abs() < f64::EPSILON,
        None => named && numbers.len() == 1 && lower[first.clone()].contains('.'),
    };
    (american && (LOWEST..=SCALE).contains(&value)).then_some(value)
}

/// Runs of digits with a dot inside.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_ascii_digit() || (c == '.' && start.is_some());
        if inside {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            runs.push(from..at);
        }
    }
    runs.extend(start.map(|from| from..text.len()));
    runs.into_iter()
        .map(|run| run.start..run.start + text[run].trim_end_matches('.').len())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_scale_is_compared() {
        for (text, expected) in [
            ("GPA 2.9", Some(2.9)),
            ("3.4 / 4.0", Some(3.4)),
            ("3.9 out of 4", Some(3.9)),
            ("GPA: 3.7/4.00.", Some(3.7)),
            ("CGPA 8.7/10", None),
            ("GPA 1.3", None),
            ("GPA 5.4", None),
            ("3.2", None),
            ("1,7", None),
            ("110/110 e lode", None),
            ("2:1", None),
            ("First-class honors", None),
            ("GPA 3.1 (top 4 %)", None),
            ("", None),
        ] {
            assert_eq!(average(text), expected, "{text}");
        }
    }
}
