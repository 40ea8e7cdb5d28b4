//! `duplicate-skill`: the same skill twice, perhaps under two names.

use std::collections::BTreeMap;

use resume::{Fix, Segment, Severity};
use roles::SkillId;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The skills list has the same skill twice.
    ///
    /// ## Why
    /// Search tools treat K8s and Kubernetes as one, so the second name finds nothing new. A reader
    /// sees padding.
    ///
    /// ## What to do
    /// Keep the name that postings use. Languages that share a slash, such as C/C++, are two: give
    /// each its own place, or keep the one you know.
    ///
    /// ```skills,flagged
    /// - Kubernetes
    /// - Docker
    /// - K8s
    /// ```
    /// ```skills,flagged
    /// - Postgres
    /// - PostgreSQL 16
    /// ```
    /// ```skills,clean
    /// - Kubernetes (K8s)
    /// - C
    /// - C++
    /// - Java
    /// - JavaScript
    /// - AWS
    /// - AWS Lambda
    /// - CI/CD
    /// - TCP/IP
    /// ```
    "duplicate-skill", Severity::Info, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    let mut by_skill: BTreeMap<SkillId, &str> = BTreeMap::new();
    let mut by_text: BTreeMap<String, &str> = BTreeMap::new();
    for item in items {
        let text = item.text.trim();
        let earlier = match item.sole() {
            Some(skill) => by_skill.insert(skill, text),
            None => by_text.insert(text.to_lowercase(), text),
        };
        let Some(earlier) = earlier else { continue };
        let same = earlier.eq_ignore_ascii_case(text);
        let message = if same {
            format!("\"{text}\" is listed twice")
        } else {
            format!("\"{text}\" and \"{earlier}\" are the same skill")
        };
        let hint = match item.sole() {
            Some(skill) => format!("keep one: {}", cx.pack.vocabulary.skill(skill).name),
            None => "keep one".to_owned(),
        };
        let finding = findings.add_at(item.path.clone(), 0..item.text.len(), message, hint);
        // Which of two names to keep is a matter of taste; a group is more than its name.
        let is_item = matches!(item.path.segments().last(), Some(Segment::Index(_)));
        finding.fix = (same && is_item)
            .then(|| Fix::remove(format!("Remove the second \"{text}\""), item.path.clone()));
    }
}
