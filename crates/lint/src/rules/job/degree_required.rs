//! `degree-required`: a degree as a condition, with nothing that may stand for it.

use std::sync::LazyLock;

use resume::Severity;
use resume::coverage::RequirementKind;
use roles::{PhraseSet, words};

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;
use crate::wording::set;

declare_job_rule! {
    /// A degree is a condition, and nothing may stand for it.
    ///
    /// ## Why
    /// Good backend engineers come from boot camps, other fields and their own terminals. A degree
    /// that is asked for without an alternative turns them away and predicts little of how somebody
    /// does the job.
    ///
    /// ## What to do
    /// Add "or equivalent practical experience", move it to what is nice to have, or leave it out.
    ///
    /// ```must,flagged
    /// - BSc in computer science required
    /// - Bachelor's or Master's degree in engineering
    /// ```
    /// ```must,clean
    /// - Bachelor's degree in computer science or equivalent practical experience
    /// - You can work as a Scrum Master for your own team
    /// - You merge to the master branch several times a day
    /// - A high degree of autonomy in planning your own work
    /// - A degree in computer science is a plus
    /// ```
    /// ```job,clean
    /// nice: [MSc in distributed systems]
    /// ```
    /// ```job,clean
    /// title: PhD Student in Distributed Systems
    /// qualifications: [Master's degree in computer science, You help to teach undergraduate students]
    /// ```
    "degree-required", Severity::Warning => check
}

/// Jobs of universities.
static ACADEMIC: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "phd|ph",
        "doctoral",
        "postdoc*",
        "post doc",
        "post doctoral",
        "professor*",
        "lecturer",
        "research fellow|assistant|associate",
        "scholarship*",
    ])
});

/// Words after a degree that make it no condition.
const STUDIES: [&str; 14] = [
    "student", "students", "program", "programs", "programme", "programmes", "thesis", "theses",
    "project", "projects", "certificate", "certificates", "diploma", "diplomas",
];

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    // A degree is what such a job is about, or what a law asks for.
    let title = words(cx.job.title.as_deref().unwrap_or_default());
    if ACADEMIC.find(&title).first().is_some() {
        return;
    }
    for one in &cx.requirements {
        let Some(degree) = &one.degree else { continue };
        if one.kind != RequirementKind::Must || degree.or_equivalent {
            continue;
        }
        let Some(text) = cx.text_at(&one.path) else { continue };
        let after = text.words.iter().find(|word| word.start >= degree.range.end);
        // Those who are taught, and what they are taught in.
        if after.is_some_and(|word| STUDIES.contains(&word.norm.as_str())) {
            continue;
        }
        findings.add_at(
            one.path.clone(),
            degree.range.clone(),
            "a degree is required, and nothing may stand for it",
            "add \"or equivalent practical experience\", or leave it out",
        );
    }
}
