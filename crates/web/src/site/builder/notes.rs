//! What the check says, beside the bullet, entry or section that it is about.

use std::collections::BTreeMap;

use maud::{Markup, html};
use resume::{CreditedFact, FieldPath, Report, ReportedFinding};

use super::fix::Change;
use super::shape::field_at;
use crate::prose::sentence;
use crate::report::{Surface, advice, word};

/// Findings beside one part of the form at most; the report has all.
const MOST_FINDINGS: usize = 12;
/// Facts beside one bullet at most.
const MOST_FACTS: usize = 24;

/// The notes of a report by the part of the form they stand beside: a bullet or an entry
/// (`work[0].highlights[1]`), a section (`basics`), or the whole page (the empty path).
#[derive(Debug, Default)]
pub(crate) struct Notes<'a> {
    findings: BTreeMap<String, Vec<&'a ReportedFinding>>,
    facts: BTreeMap<&'a str, &'a [CreditedFact]>,
}

impl<'a> Notes<'a> {
    pub(crate) fn of(report: &'a Report) -> Self {
        let mut notes = Self::default();
        for finding in &report.findings {
            notes.findings.entry(home(&finding.path)).or_default().push(finding);
        }
        for bullet in &report.bullets {
            notes.facts.insert(&bullet.path, &bullet.facts);
        }
        notes
    }

    /// Every part of the form that has a note.
    pub(crate) fn places(&self) -> impl Iterator<Item = &str> {
        let facts = self.facts.keys().copied().filter(|path| !self.findings.contains_key(*path));
        self.findings.keys().map(String::as_str).chain(facts)
    }

    /// The notes beside one part, in an element of their own, which is empty when there are none.
    pub(crate) fn beside(&self, path: &str) -> Markup {
        html! { div.notes data-notes=(path) { (self.content(path)) } }
    }

    /// What [`Notes::beside`] holds.
    pub(crate) fn content(&self, path: &str) -> Markup {
        let findings = self.findings.get(path).map(Vec::as_slice).unwrap_or_default();
        let facts = self.facts.get(path).copied().unwrap_or_default();
        html! {
            @if !facts.is_empty() {
                ul.facts aria-label="What was credited" {
                    @for fact in facts.iter().take(MOST_FACTS) {
                        li { b { (fact.kind) } " " (fact.text) }
                    }
                }
            }
            @if !findings.is_empty() {
                ul.said aria-label="What was noticed" {
                    @for finding in findings.iter().take(MOST_FINDINGS) { (one(finding)) }
                }
            }
            @if findings.len() > MOST_FINDINGS {
                p.more { "and " (findings.len() - MOST_FINDINGS) " more" }
            }
        }
    }
}

fn one(finding: &ReportedFinding) -> Markup {
    let change = Change::of(finding).filter(|change| change.place().is_some());
    html! {
        li.finding.(finding.severity.to_string()) {
            p.message { span.severity { (word(finding.severity)) } " " (sentence(&finding.message)) }
            (advice(finding, Surface::Site, change.as_ref().map(button)))
        }
    }
}

fn button(change: &Change) -> Markup {
    html! {
        button.plain type="submit" name="do" value=(change.asked())
            aria-label={ "Make this change: " (change.title()) } { "Make this change" }
    }
}

/// The part of the form that a value stands in: its bullet or entry, else its section.
pub(super) fn home(path: &str) -> String {
    let Ok(path) = path.parse::<FieldPath>() else { return String::new() };
    let mut here = path.clone();
    loop {
        let is_item = matches!(here.segments().last(), Some(resume::Segment::Index(_)));
        let is_listed = is_item && field_at(&here).is_some_and(|field| field.kind.is_list());
        if is_listed || here.segments().len() == 1 && field_at(&here).is_some() {
            return here.to_string();
        }
        match here.parent() {
            Some(parent) => here = parent,
            None => return String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_beside_the_smallest_part() {
        for (path, expected) in [
            ("work[0].highlights[1]", "work[0].highlights[1]"),
            ("work[0].highlights[1].text", "work[0].highlights[1]"),
            ("work[0].highlights", "work[0]"),
            ("work[0].startDate", "work[0]"),
            ("work", "work"),
            ("skills[2].keywords[1]", "skills[2]"),
            ("basics.location.city", "basics"),
            ("basics.profiles[0].url", "basics.profiles[0]"),
            ("vitae.variants.a.select", "vitae"),
            ("x-own.thing", ""),
            ("", ""),
            ("work[", ""),
        ] {
            assert_eq!(home(path), expected, "{path}");
        }
    }
}
