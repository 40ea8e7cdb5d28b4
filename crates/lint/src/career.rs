//! The roles of a page in time and rank: how long somebody worked, and as what.

use resume::model::Work;
use resume::{Date, Resume};
use roles::words;

use crate::page::Period;
use crate::stage::months_of_work;
use crate::wording::filled;

/// True for the title of somebody who is there to learn: an internship, an apprenticeship.
pub(crate) fn is_learner(title: &str) -> bool {
    let words = words(title);
    let learner = |word: &str| {
        matches!(
            word,
            "intern"
                | "interns"
                | "internship"
                | "trainee"
                | "apprentice"
                | "apprenticeship"
                | "placement"
                | "student"
                | "werkstudent"
        )
    };
    words.iter().any(|word| learner(&word.norm))
        || words.windows(2).any(|pair| pair[0].norm == "co" && pair[1].norm == "op")
}

/// Months of dated work without internships, overlapping roles counted once.
pub(crate) fn working_months(resume: &Resume, as_of: &Date) -> i32 {
    let roles = resume.work.iter().filter(|role| !is_learner(title(role)));
    let periods: Vec<Period> = roles
        .map(|role| Period { start: role.start_date.clone(), end: role.end_date.clone() })
        .collect();
    months_of_work(&periods, as_of)
}

/// The title of a role, or nothing.
pub(crate) fn title(role: &Work) -> &str {
    role.position.as_deref().unwrap_or_default().trim()
}

/// Two roles at one named employer.
pub(crate) fn same_employer(a: &Work, b: &Work) -> bool {
    filled(a.name.as_ref())
        .zip(filled(b.name.as_ref()))
        .is_some_and(|(a, b)| a == b || a.to_lowercase() == b.to_lowercase())
}

/// The role goes on.
pub(crate) fn is_current(role: &Work) -> bool {
    matches!(role.end_date, None | Some(Date::Present))
}

/// Where a title of an engineer stands on the usual ladder; `None` for titles beside it, such as
/// those of managers.
pub(crate) fn rank(title: &str) -> Option<u8> {
    let words = words(title);
    let has = |names: &[&str]| words.iter().any(|word| names.contains(&word.norm.as_str()));
    if has(&["manager", "director", "head", "president", "founder", "cto", "owner", "consultant"]) {
        return None;
    }
    let ladder: [(&[&str], u8); 8] = [
        (&["fellow", "distinguished"], 8),
        (&["principal"], 7),
        (&["staff"], 6),
        (&["lead", "leader"], 5),
        (&["senior", "sr"], 4),
        (&["iii"], 3),
        (&["junior", "jr", "associate", "graduate"], 0),
        (&["ii"], 2),
    ];
    let step = ladder.iter().find(|(names, _)| has(names)).map(|(_, step)| *step);
    (!words.is_empty()).then(|| step.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learners() {
        for (text, expected) in [
            ("Backend Engineering Intern", true),
            ("Software Engineer (Co-op)", true),
            ("Working student", true),
            ("International Payments Engineer", false),
            ("Internal Tools Engineer", false),
            ("", false),
        ] {
            assert_eq!(is_learner(text), expected, "{text}");
        }
    }

    #[test]
    fn titles_have_a_rank() {
        for (lower, higher) in [
            ("Junior Backend Engineer", "Backend Engineer"),
            ("Software Engineer I", "Software Engineer II"),
            ("Backend Engineer", "Senior Backend Engineer"),
            ("Senior Engineer", "Lead Engineer"),
            ("Senior Engineer", "Staff Engineer"),
            ("Staff Engineer", "Principal Engineer"),
        ] {
            assert!(rank(lower) < rank(higher), "{lower} / {higher}");
        }
        assert_eq!(rank("Engineering Manager"), None);
        assert_eq!(rank(" "), None);
    }
}
