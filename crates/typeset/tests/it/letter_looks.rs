//! A letter in the look of each template.

use resume::letter::Letter;
use resume::model::{Paper, Resume};
use resume::outline::Outline;
use serde_json::{Value, json};

use super::poppler;
use super::reading::{assert_in_order, body, packed};
use super::samples::{in_parallel, own, sample};
use crate::{Options, Pages, Template, letter, templates};

/// The page of a letter, and its texts in reading order.
fn set_letter(
    resume: &Resume,
    content: &Value,
    template: &'static Template,
    paper: Paper,
) -> (Pages, Vec<String>) {
    let content: Letter = serde_json::from_value(content.clone()).expect("a letter");
    let head = Outline { summary: None, sections: Vec::new(), ..template.outline(resume) };
    let page = content.page();
    let mut leaves: Vec<String> =
        head.leaves().into_iter().chain(page.leaves()).map(str::to_owned).collect();
    leaves.extend(head.name.clone());
    let pages = letter(resume, &content, &Options { paper, ..Options::new(template) })
        .unwrap_or_else(|error| panic!("{}: {error}", template.name));
    (pages, leaves)
}

#[track_caller]
fn check(sample_name: &str, letter: &Value, paper: Paper) {
    in_parallel(templates().iter().collect(), |template| {
        let (pages, leaves) = set_letter(&sample(sample_name), letter, template, paper);
        assert_eq!(pages.count(), 1, "{}", template.name);
        let pdf = pages.pdf().expect("a PDF");
        let leaves: Vec<&str> = leaves.iter().map(String::as_str).collect();
        let document = own(&pdf);
        assert_eq!(document.hidden, [], "{}", template.name);
        assert_in_order(&template.name, &leaves, &body(&document), packed);
        let Some(text) = poppler::text(&pdf) else { return };
        assert_in_order(&template.name, &leaves, &text, packed);
    });
}

#[test]
fn letters_are_read_back() {
    let letter = json!({
        "recipient": ["Mara Quill", "Fernhill Logistics", "Harbor Street 12", "10000 Zagreb"],
        "date": "14 March 2026",
        "subject": "Senior Backend Engineer, routing platform",
        "greeting": "Dear Ms. Quill,",
        "body": "Your posting asks for somebody who has moved a routing engine without stopping the \
                 trucks. I have done it twice with payments: the payout batch left its monolith while \
                 40,000 shops kept settling.\n\nWhat I would bring first is the way we did it: an \
                 outbox table, a replay window of 72 hours and a rehearsal of every step.\n\nI would \
                 like to hear how your dispatchers work today, and where the waiting is.",
        "closing": "Kind regards,",
    });
    check("typical", &letter, Paper::A4);
}

#[test]
fn letters_may_leave_out_all_but_a_paragraph() {
    let letter = json!({
        "body": "C++ < & # $ _ * @ \\ – event-driven/request-driven, 99 %.",
    });
    check("sparse", &letter, Paper::Letter);
}
