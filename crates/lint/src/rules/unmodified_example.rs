//! `unmodified-example`: a line still says what a shipped example says.

use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::shipped;
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
    /// ```bullets,flagged
    /// - Stopped duplicate reports on wards, about 18 a month before, by adding a unique constraint on sender and message ID
    /// - Owned the Kafka cluster behind retail reports, 4.2 billion events a day on 24 brokers for 38 teams
    /// ```
    /// ```bullets,clean
    /// - Stopped duplicate invoices in the ledger, about 40 a month before, by adding a unique constraint on sender and batch
    /// - Owned the Kafka cluster behind parcel tracking, 900 million events a day on 12 brokers for 9 teams
    /// - Cut p95 of the checkout from 11 minutes to 40 seconds
    /// ```
    /// ```yaml,flagged
    /// work: [{name: Calderfen Diagnostics, position: Backend Engineer}]
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer}]
    /// ```
    ///
    /// The example itself, with the name and address of its person, is left in peace.
    ///
    /// ```yaml,clean
    /// basics: {name: Adaeze Okonkwo, email: adaeze@okonkwo-mail.net}
    /// work: [{name: Calderfen Diagnostics, position: Backend Engineer}]
    /// ```
    "unmodified-example", Severity::Error, Topic::Integrity => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let basics = cx.resume.basics.as_ref();
    let name = basics.and_then(|basics| filled(basics.name.as_ref())).unwrap_or_default();
    let email = basics.and_then(|basics| filled(basics.email.as_ref())).unwrap_or_default();
    if shipped::is_example_person(name, email) {
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
        if let Some(words) = shipped::copied(&unit.facts.words) {
            let range = unit.bytes(&words);
            let message = format!("\"{}\" stands in a shipped example", unit.said(&range));
            let hint = "put your own system, figures and mechanism into the line, or delete it";
            findings.add_in(unit, range, message, hint);
        }
    }
}
