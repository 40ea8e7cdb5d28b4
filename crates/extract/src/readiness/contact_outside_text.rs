//! `contact-outside-text`: an e-mail address or a phone number that only the running head, the
//! foot or a text box shows.

use document::Part;
use resume::{FieldPath, Finding, Severity};

use super::{Read, quoted, region};
use crate::recognize::contact;

pub(crate) fn check(read: &Read<'_>) -> Vec<Finding> {
    let lines = &read.document.lines;
    let outside = |part: Part| match part {
        Part::Header => Some("the header"),
        Part::Footer => Some("the footer"),
        Part::TextBox => Some("a text box"),
        _ => None,
    };
    let details = |text: &str| {
        let emails = contact::emails(text).into_iter().map(|email| email.address);
        emails
            .chain(contact::phones(text).into_iter().map(|phone| phone.number))
            .collect::<Vec<_>>()
    };
    let inside: Vec<String> = lines
        .iter()
        .filter(|line| outside(line.part).is_none())
        .flat_map(|line| details(&line.text()))
        .collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for line in lines {
        let Some(place) = outside(line.part) else { continue };
        for detail in details(&line.text()) {
            if inside.contains(&detail) || seen.contains(&detail) {
                continue;
            }
            let message = format!("{} stands in {place} only", quoted(&detail, 60));
            findings.push(
                Finding::new("contact-outside-text", Severity::Error, FieldPath::root(), message)
                    .seen_at(region(line.page, line.rect))
                    .hint("several applicant systems skip that part of a page: put it into the text, under your name"),
            );
            seen.push(detail);
        }
    }
    findings
}
