//! `project-without-users`: a side project that nobody uses and nobody can see.

use resume::{FieldPath, Severity};

use super::thin_closing_section::is_unnamed;
use crate::career::is_current;
use crate::proof::{has_link, is_used};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// A side project has no users and no link.
    ///
    /// ## Why
    /// Beside paid work a project counts when others use it or can look at it. A portfolio site
    /// that only you have seen tells less than one more bullet about the job.
    ///
    /// ## What to do
    /// Add who uses it, how many, or where it can be seen. If nobody does, give the lines to your
    /// work. While you change careers, keep it.
    ///
    /// ```yaml,flagged
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2022-03}]
    /// projects:
    ///   - name: Portfolio website
    ///     description: Personal site built with a static generator
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2022-03}]
    /// projects:
    ///   - name: tidewatch
    ///     url: https://tidewatch.dev
    ///   - name: quaymap
    ///     description: Tide map, used by 40 harbors
    ///   - name: berthlog
    ///     highlights: [Maintains the parser since 2021]
    /// ```
    /// ```yaml,clean,junior
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer, startDate: 2022-03}]
    /// projects: [{name: Portfolio website}]
    /// ```
    /// ```yaml,clean
    /// work: [{name: Elm College, position: Teacher, startDate: 2012-03}]
    /// projects: [{name: Berth planner}]
    /// ```
    "project-without-users", Severity::Info, Topic::Evidence, stages(Mid, Staff) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let employed = cx.resume.work.iter().any(|role| is_current(role) && is_engineering(role));
    for (at, project) in cx.resume.projects.iter().enumerate().filter(|_| employed) {
        let Some(name) = filled(project.name.as_ref()) else { continue };
        if is_unnamed(project.name.as_ref()) || has_link(project) || is_used(cx, at, project) {
            continue;
        }
        findings.add(
            FieldPath::root().key("projects").index(at),
            format!("\"{name}\" shows no users and no link"),
            "who uses it, and where can it be seen? If nobody and nowhere, give the lines to your work",
        );
    }
}

fn is_engineering(role: &resume::model::Work) -> bool {
    let words = roles::words(crate::career::title(role));
    words.iter().any(|word| {
        ["engineer", "develop", "program", "architect", "sre", "devops", "cto"]
            .iter()
            .any(|stem| word.norm.starts_with(stem))
    })
}
