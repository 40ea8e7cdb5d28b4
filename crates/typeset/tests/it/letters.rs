//! A letter in the look of each template.

use resume::model::{Paper, Resume};
use serde_json::{Value, json};
use typst::foundations::Datetime;

use super::poppler;
use super::reading::{assert_in_order, body, packed};
use super::samples::{in_parallel, own, sample};
use crate::pages::set;
use crate::{Options, Pages, Template, templates};

/// The page of a letter, and its texts in reading order.
fn set_letter(
    resume: &Resume,
    letter: &Value,
    template: &'static Template,
    paper: Paper,
) -> (Pages, Vec<String>) {
    let mut outline = template.outline(resume);
    outline.summary = None;
    outline.sections.clear();
    let mut leaves: Vec<String> = outline.leaves().into_iter().map(str::to_owned).collect();
    for key in ["recipient", "date", "subject", "greeting", "paragraphs", "closing"] {
        match &letter[key] {
            Value::Array(texts) => {
                leaves.extend(texts.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            text => leaves.extend(text.as_str().map(str::to_owned)),
        }
    }
    leaves.extend(outline.name.clone());
    let content = json!({ "outline": outline, "title": "Letter", "letter": letter });
    let texts: Vec<&str> = leaves.iter().map(String::as_str).collect();
    let day = Datetime::from_ymd_hms(2026, 3, 14, 0, 0, 0).expect("a day");
    let pages = set(content, &texts, day, &Options { paper, ..Options::new(template) })
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
        "paragraphs": [
            "Your posting asks for somebody who has moved a routing engine without stopping the \
             trucks. I have done it twice with payments: the payout batch left its monolith while \
             40,000 shops kept settling.",
            "What I would bring first is the way we did it: an outbox table, a replay window of 72 \
             hours and a rehearsal of every step.",
            "I would like to hear how your dispatchers work today, and where the waiting is.",
        ],
        "closing": "Kind regards,",
    });
    check("typical", &letter, Paper::A4);
}

#[test]
fn letters_may_leave_out_all_but_a_paragraph() {
    let letter = json!({
        "recipient": [], "date": null, "subject": null, "greeting": null,
        "paragraphs": ["C++ < & # $ _ * @ \\ – event-driven/request-driven, 99 %."],
        "closing": null,
    });
    check("sparse", &letter, Paper::Letter);
}
