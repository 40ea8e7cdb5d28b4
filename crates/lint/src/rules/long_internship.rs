//! `long-internship`: an internship takes the room of a job.

use resume::{FieldPath, Severity};

use crate::career::{is_learner, title, working_months};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{counted, filled};

declare_rule! {
    /// An internship has several bullets although you have worked for years since.
    ///
    /// ## Why
    /// What you did as an intern says little once there are jobs to judge you by, and its lines
    /// are taken from them.
    ///
    /// ## What to do
    /// Keep one line, the one that still impresses, and give the others to your last two roles.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - {name: Tollhaven Ferries, position: Backend Engineer, startDate: 2020-03}
    ///   - name: Brackwater Data
    ///     position: Engineering Intern
    ///     startDate: 2019-06
    ///     endDate: 2019-09
    ///     highlights:
    ///       - Wrote the retry queue of the label printer
    ///       - Tested the importer for three tariff formats
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven Ferries, position: Backend Engineer, startDate: 2020-03}
    ///   - name: Brackwater Data
    ///     position: Engineering Intern
    ///     startDate: 2019-06
    ///     endDate: 2019-09
    ///     highlights: [Wrote the retry queue of the label printer]
    ///   - name: Elm Exchange
    ///     position: International Settlement Engineer
    ///     startDate: 2018-06
    ///     endDate: 2019-05
    ///     highlights: [Wrote the cutoff calendar, Wrote the fee import]
    /// ```
    ///
    /// In and right after the first job, internships count.
    ///
    /// ```yaml,clean,mid
    /// work:
    ///   - {name: Tollhaven Ferries, position: Backend Engineer, startDate: 2025-06}
    ///   - name: Brackwater Data
    ///     position: Engineering Intern
    ///     startDate: 2024-06
    ///     endDate: 2024-09
    ///     highlights: [Wrote the retry queue of the printer, Tested the tariff importer]
    /// ```
    "long-internship", Severity::Info, Topic::Format, stages(Mid, Staff) => check
}

/// Work after which an internship is history.
const ENOUGH_MONTHS: i32 = 24;
const MOST: usize = 1;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if working_months(cx.resume, cx.as_of) < ENOUGH_MONTHS {
        return;
    }
    for (at, role) in cx.resume.work.iter().enumerate().filter(|(_, role)| is_learner(title(role)))
    {
        let count = role.highlights.iter().filter(|bullet| !bullet.text.trim().is_empty()).count();
        if count <= MOST {
            continue;
        }
        let name = filled(role.name.as_ref()).map_or(String::new(), |name| format!(" at {name}"));
        let path = FieldPath::root().key("work").index(at).key("highlights").index(MOST);
        findings.add(
            path,
            format!("the internship{name} takes {}", counted(count, "bullet")),
            "keep the one that still impresses, and give the room to your last two roles",
        );
    }
}
