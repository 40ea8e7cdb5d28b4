//! `unnamed-transition`: the latest title is of another field, and no word says so.

use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{PhraseSet, words};

use crate::career::title;
use crate::page::Part;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The latest role was in another field, and the summary does not mention the change.
    ///
    /// ## Why
    /// A reader who finds "Frontend Developer" under a backend application looks for the reason.
    /// A clause that names the change answers it, and panels take candor well.
    ///
    /// ## What to do
    /// Say it in a few words: "two years of backend work, previously frontend". Name the backend
    /// work you did in the old role.
    ///
    /// ```yaml,flagged
    /// basics: {summary: Owns the seat-map API of a ferry line in Go.}
    /// work: [{name: Tollhaven Ferries, position: Frontend Developer, startDate: 2022-03}]
    /// ```
    /// ```yaml,flagged,junior
    /// basics: {summary: Wrote a tide-table API in Kotlin with 60 tests.}
    /// work: [{name: Elm College, position: Math teacher, startDate: 2019-03}]
    /// ```
    /// ```yaml,clean
    /// basics: {summary: Owns the seat-map API of a ferry line in Go; previously frontend.}
    /// work: [{name: Tollhaven Ferries, position: Frontend Developer, startDate: 2022-03}]
    /// ```
    /// ```yaml,clean
    /// basics: {summary: Owns the seat-map API of a ferry line in Go.}
    /// work:
    ///   - {name: Tollhaven Ferries, position: Software Developer, startDate: 2022-03}
    ///   - {name: Brackwater Data, position: QA Engineer, startDate: 2019-03, endDate: 2022-02}
    /// ```
    /// ```yaml,clean
    /// basics: {summary: Owns the netcode of a racing game in C++.}
    /// work: [{name: Elmstage Games, position: Gameplay Programmer, startDate: 2022-03}]
    /// ```
    "unnamed-transition", Severity::Info, Topic::Integrity, stages(Junior, Senior) => check
}

/// Titles of other fields.
static FIELDS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "frontend|ui|ux",
        "front end",
        "full stack|fullstack",
        "fullstack",
        "web designer",
        "mobile|ios|android developer|engineer",
        "qa",
        "tester",
        "test|quality engineer",
        "sdet",
        "quality assurance",
        "data|business|financial analyst",
        "data scientist",
        "bi developer",
        "support engineer|specialist|technician|agent",
        "technical support",
        "help|service desk",
        "system|systems|network administrator",
        "sysadmin",
        "designer",
        "project|product manager",
        "scrum master",
        "teacher",
        "lecturer",
        "nurse",
        "accountant",
        "lawyer",
        "journalist",
        "translator",
        "chef",
        "sales|marketing manager|representative|specialist|assistant",
        "pharmacist",
        "mechanic",
        "electrician",
        "paramedic",
    ])
});

/// Words by which people name a change.
static CHANGES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "previously|formerly|before|earlier|originally",
        "transition*",
        "moving|moved|move from|into|to",
        "switching|switched|switch",
        "turned",
        "retrained|retraining",
        "career change*|changer",
        "changing careers",
        "after .. years",
        "came|come|coming from",
        "former|ex",
        "background",
        "now",
        "self taught",
        "since moving",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(latest) = cx.resume.work.first().map(title) else { return };
    let title_words = words(latest);
    let Some(field) = FIELDS.find(&title_words).into_iter().next() else { return };
    if cx.summary().next().is_none() {
        return;
    }
    let top = cx.page.units.iter().filter(|unit| matches!(unit.part, Part::Label | Part::Summary));
    for unit in top {
        let words = &unit.facts.words;
        if !CHANGES.find(words).is_empty() || !FIELDS.find(words).is_empty() {
            return;
        }
    }
    let (first, last) = (&title_words[field.words.start], &title_words[field.words.end - 1]);
    let said = &latest[first.start..last.end];
    findings.add(
        FieldPath::root().key("basics").key("summary"),
        format!(
            "the latest role is \"{latest}\", and the summary does not say that you change fields"
        ),
        format!(
            "name it in a clause, e.g. \"previously {}\", and say since when you do backend work",
            said.to_lowercase()
        ),
    );
}
