//! `years-required`: more years than the stage needs, or than a technology has.

use resume::coverage::RequirementKind;
use resume::{Severity, Stage};

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// More years are required than the stage needs, or than the technology exists.
    ///
    /// ## Why
    /// Years say little about how well somebody works: in studies they predict performance weakly.
    /// They turn away people who learned fast, and "10 years of Rust" shows that nobody who knows it
    /// read the job. More than 2 years for a junior, 5 for mid, 8 for senior and staff are flagged.
    ///
    /// ## What to do
    /// Ask for what somebody has done: "has run a service through a year of on-call".
    ///
    /// ```must,flagged,junior
    /// - 5+ years of experience with Java
    /// - At least three years of backend development experience
    /// ```
    /// ```must,clean,junior
    /// - One or two years of experience with any backend language
    /// - You have built something that others use
    /// ```
    /// ```must,flagged
    /// - 12 years of experience in software engineering
    /// ```
    /// ```must,clean
    /// - 5 years of experience with Go or Java
    /// - You have kept ten years of ledger history readable
    /// - 99.95 % availability over 12 months
    /// - You want to add to our 40 years of experience in freight
    /// ```
    /// ```job,clean
    /// title: Junior Backend Engineer
    /// nice: [4 years of experience with Go]
    /// ```
    "years-required", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let most = match cx.stage {
        Some(Stage::Junior) => 2,
        Some(Stage::Mid) => 5,
        None | Some(Stage::Senior | Stage::Staff) => 8,
    };
    let this_year = cx.today.year().map(u32::from);
    for one in cx.requirements.iter().filter(|one| one.kind == RequirementKind::Must) {
        let Some((years, min)) = one.years.as_ref().and_then(|years| Some((years, years.min?)))
        else {
            continue;
        };
        // The youngest of the names: each alternative could have been asked for alone.
        let youngest = one
            .skills
            .iter()
            .flat_map(|group| &group.0)
            .filter_map(|asked| {
                let skill = cx.pack.vocabulary.skill(asked.skill);
                Some((u32::from(skill.since?), skill))
            })
            .max_by_key(|(since, _)| *since);
        let younger = youngest
            .zip(this_year)
            .filter(|((since, _), now)| since + min > *now)
            .map(|((since, skill), _)| (since, skill));
        if cx.text_at(&one.path).is_some_and(|text| is_of_company(text.text, years.range.start)) {
            continue;
        }
        let message = if let Some((since, skill)) = younger {
            format!("{} is younger than {min} years: it came out in {since}", skill.name)
        } else if min > most {
            match cx.stage {
                Some(stage) => format!("{min} years are more than a {stage} role needs"),
                None => format!("{min} years are more than any role needs"),
            }
        } else {
            continue;
        };
        let hint = "ask for what somebody has done, not for how long";
        findings.add_at(one.path.clone(), years.range.clone(), message, hint);
    }
}

/// True when the years are those of the company: `our 40 years of experience`.
fn is_of_company(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().to_lowercase();
    let mut last = before.split_whitespace().rev().take(3);
    last.any(|word| matches!(word, "our" | "its" | "combined"))
}
