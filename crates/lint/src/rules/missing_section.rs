//! `missing-section`: the page has no work or no skills.

use resume::{FieldPath, Resume, Severity, Stage};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The page has no work experience or no skills.
    ///
    /// ## Why
    /// Readers jump to these two sections, and parsers fill forms from them. A skill that stands
    /// only inside a bullet is easily missed.
    ///
    /// ## What to do
    /// Add the section. Before the first job, projects stand in for work. List as skills only what
    /// the rest of the page shows.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights:
    ///       - Moved the seat inventory from MySQL to PostgreSQL
    /// ```
    /// ```yaml,flagged
    /// projects:
    ///   - name: tidewatch
    /// skills:
    ///   - name: Languages
    ///     keywords: [Go]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    /// skills:
    ///   - name: PostgreSQL
    ///     level: daily use
    /// ```
    /// ```yaml,clean,junior
    /// projects:
    ///   - name: tidewatch
    /// skills:
    ///   - name: Languages
    ///     keywords: [Go]
    /// ```
    "missing-section", Severity::Error, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Resume { work, projects, volunteer, skills, .. } = cx.resume;
    let stands_in = cx.stage == Stage::Junior && !(projects.is_empty() && volunteer.is_empty());
    if work.is_empty() && !stands_in {
        let hint = if cx.stage == Stage::Junior {
            "add `work`, internships included, or `projects` with what you built"
        } else {
            "add `work` with employer, title, dates and bullets"
        };
        findings.add(FieldPath::root(), "the page has no work experience", hint);
    }
    let named = skills.iter().any(|group| {
        let texts = group.keywords.iter().chain(&group.name);
        texts.into_iter().any(|text| !text.trim().is_empty())
    });
    if !named {
        let root = FieldPath::root();
        let path = if skills.is_empty() { root } else { root.key("skills") };
        findings.add(
            path,
            "the page lists no skills",
            "add `skills`: a few groups with the languages, data stores and tools your bullets show",
        );
    }
}
