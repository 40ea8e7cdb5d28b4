//! `experience-not-dominant`: most of the page is not about work.

use resume::{FieldPath, Severity, Stage};

use crate::printed::{TOP, words_by_section};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Work takes less than half of the page.
    ///
    /// ## Why
    /// After the first job a panel grades what you did for an employer. When skills, courses and
    /// certificates outweigh it, the page looks as if there was little to tell.
    ///
    /// ## What to do
    /// Trim the section named here: skills to names, education to a line, certificates to the two
    /// that matter. Or say more about your last two roles.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     highlights:
    ///       - Moved the seat inventory from MySQL to PostgreSQL
    ///       - Wrote the outbox of the booking service
    /// projects:
    ///   - name: tidewatch
    ///     description: >-
    ///       A small program that reads tide tables of forty harbors and warns skippers by text
    ///       message when the water under a quay gets too low for their boat, which was written
    ///       over three summers and is still being extended with harbors as people ask for them
    ///     highlights:
    ///       - Wrote the parser for the nine formats that port offices publish their tables in
    ///       - Wrote the small scheduler that decides when a warning is early enough to be useful
    ///       - Drew the map, which shows the water level of each quay in the color of its risk
    ///       - Keeps a list of harbors that changed their format, and how the parser was repaired
    ///       - Answers the letters of skippers who want their own harbor to be added to the map
    ///       - Translated all the messages into four languages with the help of three skippers
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights:
    ///       - Moved the seat inventory from MySQL to PostgreSQL
    /// skills:
    ///   - keywords: [Go, PostgreSQL, MySQL, Kafka]
    /// ```
    ///
    /// Before and in the first job, projects may fill the page.
    ///
    /// ```yaml,clean,junior
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Intern
    ///     highlights: [Wrote the outbox of the booking service]
    /// projects:
    ///   - name: tidewatch
    ///     highlights:
    ///       - Wrote the parser for the nine formats that port offices publish their tables in
    ///       - Wrote the small scheduler that decides when a warning is early enough to be useful
    /// ```
    "experience-not-dominant", Severity::Warning, Topic::Scope, stages(Mid, Staff) => check
}

/// Fewest words of a page whose balance says something.
const FEWEST_WORDS: usize = 120;
/// Least share of work, in percent.
const LEAST: usize = 45;
/// The same beside publications at the staff stage.
const LEAST_BESIDE_PUBLICATIONS: usize = 35;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.resume.work.iter().all(|role| role.highlights.is_empty()) {
        return;
    }
    let sections = words_by_section(cx.resume);
    let all: usize = sections.iter().map(|(_, count)| count).sum();
    if all < FEWEST_WORDS {
        return;
    }
    let words = |id: &str| sections.iter().find(|(key, _)| *key == id).map_or(0, |(_, n)| *n);
    let published = cx.stage == Stage::Staff && words("publications") > 0;
    let least = if published { LEAST_BESIDE_PUBLICATIONS } else { LEAST };
    let share = 100 * words("work") / all;
    let others = sections.iter().filter(|(id, _)| !matches!(*id, "work" | TOP));
    let Some((other, count)) = others.max_by_key(|(_, count)| *count) else { return };
    if share >= least {
        return;
    }
    findings.add(
        FieldPath::root().key("work"),
        format!("work takes {share} % of the words; a panel expects about half or more"),
        format!(
            "trim `{other}`, which takes {} %, or say more about your last two roles",
            100 * count / all
        ),
    );
}
