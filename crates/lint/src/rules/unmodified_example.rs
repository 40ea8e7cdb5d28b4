//! `unmodified-example`: a line still says what a shipped example says.

use resume::{FieldPath, Severity};
use roles::shipped;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// A line still carries the facts of a shipped example.
    ///
    /// ## Why
    /// The examples are public. A reader who meets the same figures on a second page knows that
    /// one of the two never happened, and will not find out which.
    ///
    /// ## What to do
    /// Keep the shape of the line and put your own system, figures and mechanism into it, or
    /// delete it before you send the page.
    ///
    /// ```yaml,flagged
    /// basics: {name: Ilse Haverkamp}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights:
    ///       - Owned the Kafka cluster behind retail reports, 4.2 billion events a day on 24 brokers for 38 teams
    /// ```
    /// ```yaml,flagged
    /// basics: {name: Ilse Haverkamp}
    /// work: [{name: Calderfen Diagnostics, position: Backend Engineer}]
    /// ```
    /// ```yaml,clean
    /// basics: {name: Ilse Haverkamp}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights:
    ///       - Owned the Kafka cluster behind parcel tracking, 900 million events a day on 12 brokers
    ///       - Stopped duplicate invoices in the ledger, about 40 a month before, by adding a unique constraint on sender and batch
    ///       - Cut p95 of the checkout from 11 minutes to 40 seconds
    /// ```
    ///
    /// The example itself, with the name and address of its person, and lines without a name above
    /// them are left in peace: somebody is trying things out.
    ///
    /// ```yaml,clean
    /// basics: {name: Adaeze Okonkwo, email: adaeze@okonkwo-mail.net}
    /// work: [{name: Calderfen Diagnostics, position: Backend Engineer}]
    /// ```
    /// ```bullets,clean
    /// - Owned the Kafka cluster behind retail reports, 4.2 billion events a day on 24 brokers for 38 teams
    /// ```
    "unmodified-example", Severity::Error, Topic::Integrity => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let basics = cx.resume.basics.as_ref();
    let name = basics.and_then(|basics| filled(basics.name.as_ref())).unwrap_or_default();
    let email = basics.and_then(|basics| filled(basics.email.as_ref())).unwrap_or_default();
    if name.is_empty() || shipped::is_example_person(name, email) {
        return;
    }
    let root = FieldPath::root();
    let work = cx.resume.work.iter().map(|role| &role.name).enumerate();
    let work = work.map(|(at, name)| ("work", at, name));
    let projects = cx.resume.projects.iter().map(|project| &project.name).enumerate();
    let projects = projects.map(|(at, name)| ("projects", at, name));
    for (key, at, name) in work.chain(projects) {
        let Some(name) = filled(name.as_ref()).filter(|name| shipped::is_example_name(name)) else {
            continue;
        };
        let message = format!("\"{name}\" is a name from a shipped example");
        findings.add(root.key(key).index(at).key("name"), message, "put your own in its place");
    }
    for unit in &cx.page.units {
        if let Some(range) = shipped::copied(&unit.text) {
            let message = format!("\"{}\" stands in a shipped example", unit.said(&range));
            let hint = "put your own system, figures and mechanism into the line, or delete it";
            findings.add_in(unit, range, message, hint);
        }
    }
}
