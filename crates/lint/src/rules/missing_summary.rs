//! `missing-summary`: nothing introduces the page.

use resume::{FieldPath, Severity};

use crate::page::Part;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// No summary introduces the page.
    ///
    /// ## Why
    /// Two sentences under the name are read before anything else. Without them a reader has to
    /// work out from the roles what you own today.
    ///
    /// ## What to do
    /// Write two or three sentences: the thing you own or built, how big it is, one result. A
    /// headline that names a system and its stack does the same job.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   name: Ilse Haverkamp
    ///   label: Backend Engineer
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   summary: "  "
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   summary: Owns the seat-inventory service of a ferry line, 4,000 bookings an hour.
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   label: Backend Engineer · Go, PostgreSQL · Seat-inventory service
    /// ```
    "missing-summary", Severity::Info, Topic::Scope => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let introduced = cx.page.units.iter().any(|unit| match unit.part {
        Part::Summary => true,
        Part::Label => !unit.facts.things.is_empty() && !unit.facts.skills.is_empty(),
        _ => false,
    });
    if introduced {
        return;
    }
    let root = FieldPath::root();
    let path = if cx.resume.basics.is_some() { root.key("basics") } else { root };
    findings.add(
        path,
        "the page has no summary",
        "add two or three sentences: what you own or built, how big it is, one result",
    );
}
