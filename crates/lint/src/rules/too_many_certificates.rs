//! `too-many-certificates`: certificates take the room of work.

use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// The page lists more certificates than a panel reads.
    ///
    /// ## Why
    /// A certificate shows that somebody learned for an exam. Next to work it weighs little, and a
    /// long list of them looks like a substitute for work.
    ///
    /// ## What to do
    /// Keep the two or three the job asks for, the recent ones. Consultancies and public tenders
    /// may want all of them; then keep them.
    ///
    /// ```yaml,flagged
    /// certificates:
    ///   - {name: AWS Cloud Practitioner}
    ///   - {name: AWS Developer Associate}
    ///   - {name: Scrum Master I}
    ///   - {name: Docker Foundations}
    ///   - {name: SQL Basics}
    /// ```
    /// ```yaml,clean
    /// certificates:
    ///   - {name: Certified Kubernetes Administrator}
    ///   - {name: AWS Solutions Architect Professional}
    /// ```
    "too-many-certificates", Severity::Info, Topic::Evidence => check
}

const MOST: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let certificates = &cx.resume.certificates;
    let count = certificates.iter().filter(|entry| filled(entry.name.as_ref()).is_some()).count();
    if count > MOST {
        findings.add(
            FieldPath::root().key("certificates").index(MOST),
            format!("{count} certificates; beside work a panel reads two or three"),
            "keep those the job asks for",
        );
    }
}
