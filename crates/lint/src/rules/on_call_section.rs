//! `on-call-section`: being on call as a section of its own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{filled, is_exactly, set};

declare_rule! {
    /// On-call work stands in a section of its own.
    ///
    /// ## Why
    /// Being on call belongs to a role: which services, which team, which months. Away from it the
    /// line proves nothing and reads as padding.
    ///
    /// ## What to do
    /// Move each line under the role whose months it falls in, and say what came of it: fewer
    /// pages, a runbook, an incident led.
    ///
    /// ```yaml,flagged
    /// projects:
    ///   - name: On-call
    ///     highlights: [Member of the weekly rotation]
    /// ```
    /// ```yaml,flagged
    /// skills:
    ///   - name: On-call rotation
    ///     keywords: [every sixth week, nights and weekends]
    /// ```
    /// ```yaml,flagged
    /// onCall: Every sixth week for payments
    /// work: [{name: Tollhaven Ferries}]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - {name: Tollhaven Ferries, position: Incident Manager, startDate: 2022-03}
    /// projects:
    ///   - name: on-call-planner
    ///     description: Scheduler that 12 teams plan their weeks with
    /// ```
    /// ```yaml,clean
    /// skills:
    ///   - name: On-call
    ///     keywords: [PagerDuty, Grafana]
    ///   - name: Practices
    ///     keywords: [On-call leadership]
    /// ```
    "on-call-section", Severity::Warning, Topic::Format => check
}

static HEADINGS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "on call",
        "oncall",
        "on call rotation|rotations|rota|duty|duties|experience|support|responsibilities|work",
        "incident response|management|handling",
        "on call and incident response|management",
        "pager duty",
        "production support",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let root = FieldPath::root();
    let mut sections: Vec<(FieldPath, String)> = Vec::new();
    for key in cx.resume.extra.keys() {
        let spaced: String = key
            .chars()
            .flat_map(|c| c.is_uppercase().then_some(' ').into_iter().chain([c]))
            .map(|c| if c == '_' { ' ' } else { c })
            .collect();
        if is_heading(&spaced) {
            sections.push((root.key(key.clone()), key.clone()));
        }
    }
    let titled = |key: &'static str, at: usize, name_key: &'static str, name: &str| {
        (root.key(key).index(at).key(name_key), name.to_owned())
    };
    let with_tools: BTreeSet<FieldPath> = cx
        .skill_items()
        .iter()
        .filter(|item| !item.mentions.is_empty())
        .filter_map(|item| item.path.parent()?.parent())
        .collect();
    for (at, group) in cx.resume.skills.iter().enumerate() {
        let tools = with_tools.contains(&root.key("skills").index(at));
        let told = !group.keywords.is_empty() && !tools;
        let name = filled(group.name.as_ref()).filter(|name| told && is_heading(name));
        if let Some(name) = name {
            sections.push(titled("skills", at, "name", name));
        }
    }
    for (at, project) in cx.resume.projects.iter().enumerate() {
        if let Some(name) = filled(project.name.as_ref()).filter(|name| is_heading(name)) {
            sections.push(titled("projects", at, "name", name));
        }
    }
    for (at, role) in cx.resume.work.iter().enumerate() {
        let untitled = filled(role.position.as_ref()).is_none();
        let name = filled(role.name.as_ref()).filter(|name| untitled && is_heading(name));
        if let Some(name) = name {
            sections.push(titled("work", at, "name", name));
        }
    }
    for (at, role) in cx.resume.volunteer.iter().enumerate() {
        let name = filled(role.organization.as_ref()).filter(|name| is_heading(name));
        if let Some(name) = name {
            sections.push(titled("volunteer", at, "organization", name));
        }
    }
    for (path, name) in sections {
        findings.add(
            path,
            format!("\"{name}\" stands apart from the role it belongs to"),
            "move it under the role where it happened, with what came of it",
        );
    }
}

fn is_heading(name: &str) -> bool {
    is_exactly(&HEADINGS, name)
}
