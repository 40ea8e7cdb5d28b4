//! `role-as-paragraph`: a role or project told in prose.

use resume::{FieldPath, Severity};

use crate::printed::words;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// A role or project is told in a paragraph where bullets belong.
    ///
    /// ## Why
    /// On a first pass readers look for the beginnings of lines. A paragraph has one, so all but
    /// its first claim are missed.
    ///
    /// ## What to do
    /// Give each claim a bullet of its own, and keep one line about the scope of the role.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     summary: >-
    ///       I worked on the booking service, where I moved the seat inventory from MySQL to
    ///       PostgreSQL, wrote the outbox that tells the ticket printers about each sale, cut the
    ///       time of the seat search to a tenth, taught two colleagues how to read query plans, and
    ///       kept the fare import running through three summers
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     summary: Owns seat inventory and fares for 12 ferry lines in a team of 5, on call every sixth week
    ///     highlights: [Moved the seat inventory from MySQL to PostgreSQL]
    /// ```
    /// ```yaml,clean
    /// projects:
    ///   - name: tidewatch
    ///     description: Warns skippers by text message when the water under a quay gets low
    /// ```
    "role-as-paragraph", Severity::Warning, Topic::Format => check
}

/// Words of a scope line that still reads at a glance.
const MOST: usize = 45;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let root = FieldPath::root();
    let work = cx.resume.work.iter().enumerate().flat_map(|(at, role)| {
        [("work", at, "summary", &role.summary), ("work", at, "description", &role.description)]
    });
    let projects = cx.resume.projects.iter().enumerate();
    let projects =
        projects.map(|(at, project)| ("projects", at, "description", &project.description));
    let volunteer = cx.resume.volunteer.iter().enumerate();
    let volunteer = volunteer.map(|(at, role)| ("volunteer", at, "summary", &role.summary));
    for (section, at, key, text) in work.chain(projects).chain(volunteer) {
        let Some(count) = filled(text.as_ref()).map(words).filter(|count| *count > MOST) else {
            continue;
        };
        findings.add(
            root.key(section).index(at).key(key),
            format!("a paragraph of {count} words; readers look for the beginnings of lines"),
            "give each claim a bullet of its own, and keep one line about the scope",
        );
    }
}
