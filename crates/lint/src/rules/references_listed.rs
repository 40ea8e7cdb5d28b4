//! `references-listed`: references stand on the page.

use std::sync::LazyLock;

use resume::{FieldPath, Fix, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{says, set};

declare_rule! {
    /// The page has references.
    ///
    /// ## Why
    /// Nobody calls a reference before an interview, and everybody knows that you have some. The
    /// lines are missing where your work should stand, and names of others are not yours to print.
    ///
    /// ## What to do
    /// Take the section out and keep a list at hand for the day they ask.
    ///
    /// ```yaml,flagged
    /// references:
    ///   - reference: Available upon request
    /// ```
    /// ```yaml,flagged
    /// references:
    ///   - name: Marit Solberg, engineering manager
    ///     reference: Calm in every incident.
    /// ```
    /// ```yaml,clean
    /// references: []
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Removed 140 dead cross-references from the runbooks]
    /// ```
    ///
    /// The same words inside a text are `filler-phrase`.
    ///
    /// ```summary,clean
    /// Runs the seat map of a ferry line, 4,000 bookings an hour. References available on request.
    /// ```
    "references-listed", Severity::Info, Topic::Format => check
}

static ON_REQUEST: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&["on|upon request", "when|if asked|requested", "available", "can be provided|given"])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let references = &cx.resume.references;
    if references.is_empty() {
        return;
    }
    let texts = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let empty = references.iter().all(|entry| {
        let (name, reference) = (texts(&entry.name), texts(&entry.reference));
        (reference.is_empty() || says(&ON_REQUEST, &reference))
            && (name.is_empty() || reference.is_empty() && says(&ON_REQUEST, &name))
    });
    let path = FieldPath::root().key("references");
    if empty {
        let hint = "take the section out";
        let fix = Fix::remove("Remove the references", path.clone());
        findings.add(path, "references on request go without saying", hint).fix = Some(fix);
    } else {
        findings.add(
            path,
            "references take room from your work, and nobody calls them before an interview",
            "take them out, and send them when somebody asks",
        );
    }
}
