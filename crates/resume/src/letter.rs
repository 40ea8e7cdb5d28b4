//! A cover letter: a short file of its own that goes with a resume.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Date;
use crate::model::record;
use crate::outline::text;

record! {
    /// A cover letter that goes with a resume and looks like it: name and ways to reach you come
    /// from the resume, everything else stands here.
    Letter {
        /// The resume it goes with: a path as seen from this file, and after an `@` the variant, if
        /// one is meant: `resume.yaml@payments`.
        resume: Option<String>,
        /// Whom it is for, line by line: name, title, company, address.
        recipient: Vec<String>,
        /// The day it is written, as `2026-11-30`; any other wording is printed as it is.
        date: Option<String>,
        /// What it is about, in one line.
        subject: Option<String>,
        /// How it begins: `Dear Ms. Okafor,`.
        greeting: Option<String>,
        /// What it says. A blank line begins a new paragraph.
        body: Option<String>,
        /// How it ends, above your name: `Kind regards,`.
        closing: Option<String>,
    }
}

/// A letter as a page shows it, beside the head of the [`Outline`](crate::outline::Outline).
///
/// Texts have single blanks only and hold no characters that nobody sees. This is the `letter` a
/// template finds in its data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LetterPage {
    /// Whom it is for, line by line.
    pub recipient: Vec<String>,
    /// The day in words.
    pub date: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// How it begins.
    pub greeting: Option<String>,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// How it ends.
    pub closing: Option<String>,
}

impl Letter {
    /// What a page shows of it.
    pub fn page(&self) -> LetterPage {
        // A recipient that was written as one text has its lines, too.
        let lines = self.recipient.iter().flat_map(|line| line.lines());
        let day = self.day().map(|date| in_words(&date));
        LetterPage {
            recipient: lines.filter_map(|line| text(Some(&line.to_owned()))).collect(),
            date: day.or_else(|| text(self.date.as_ref())),
            subject: text(self.subject.as_ref()),
            greeting: text(self.greeting.as_ref()),
            paragraphs: paragraphs(self.body.as_deref().unwrap_or_default()),
            closing: text(self.closing.as_ref()),
        }
    }

    /// The day it is written, when it stands as `2026-11-30`.
    pub fn day(&self) -> Option<Date> {
        let date = self.date.as_deref()?.trim();
        let parsed = Date::parse(date);
        let is_iso = matches!(parsed, Date::Day(..)) && parsed.to_string() == date;
        is_iso.then_some(parsed)
    }
}

impl LetterPage {
    /// Every text in reading order.
    pub fn leaves(&self) -> Vec<&str> {
        let Self { recipient, date, subject, greeting, paragraphs, closing } = self;
        let mut leaves: Vec<&str> = Vec::new();
        leaves.extend(date.as_deref());
        leaves.extend(recipient.iter().map(String::as_str));
        leaves.extend(subject.as_deref());
        leaves.extend(greeting.as_deref());
        leaves.extend(paragraphs.iter().map(String::as_str));
        leaves.extend(closing.as_deref());
        leaves
    }
}

/// `30 November 2026`.
fn in_words(date: &Date) -> String {
    let month = date.display_as(crate::model::DateFormat::Long);
    match date {
        Date::Day(_, _, day) => format!("{day} {month}"),
        _ => month.into_owned(),
    }
}

/// What blank lines set apart.
fn paragraphs(body: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in body.lines() {
        match paragraphs.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                last.push_str(line);
                last.push('\n');
            }
            Some(last) if !last.is_empty() => paragraphs.push(String::new()),
            _ => {}
        }
    }
    paragraphs.iter().filter_map(|paragraph| text(Some(paragraph))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(letter: serde_json::Value, expected: &serde_json::Value) {
        let letter: Letter = serde_json::from_value(letter).expect("a letter");
        let page = serde_json::to_value(letter.page()).expect("JSON");
        let shown = page.as_object().expect("an object").iter();
        let shown: serde_json::Map<_, _> = shown
            .filter(|(_, value)| !value.is_null() && **value != json!([]))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        assert_eq!(&serde_json::Value::Object(shown), expected);
    }

    #[test]
    fn paragraphs_stand_apart() {
        check(json!({}), &json!({}));
        check(
            json!({ "body": "One.\nStill one.\n\nTwo." }),
            &json!({ "paragraphs": ["One. Still one.", "Two."] }),
        );
        check(
            json!({ "body": "\n\n One.\n \t\n\n\nTwo.\n\n" }),
            &json!({ "paragraphs": ["One.", "Two."] }),
        );
        check(json!({ "body": "a\r\n\r\nb" }), &json!({ "paragraphs": ["a", "b"] }));
        check(json!({ "body": " \n " }), &json!({}));
    }

    #[test]
    fn days_are_worded_and_other_dates_stay() {
        check(json!({ "date": "2026-11-30" }), &json!({ "date": "30 November 2026" }));
        check(json!({ "date": "2026-11-03" }), &json!({ "date": "3 November 2026" }));
        check(json!({ "date": "November 30, 2026" }), &json!({ "date": "November 30, 2026" }));
        check(
            json!({ "date": "Zagreb, 30. studenoga 2026." }),
            &json!({ "date": "Zagreb, 30. studenoga 2026." }),
        );
        check(json!({ "date": "2026-02-30" }), &json!({ "date": "2026-02-30" }));
        check(json!({ "date": "2026-11" }), &json!({ "date": "2026-11" }));
    }

    #[test]
    fn texts_are_cleaned_like_those_of_a_page() {
        check(
            json!({
                "recipient": ["Ms. Okafor\n  Northwind", " ", "12 Pier Rd"],
                "greeting": " Dear  Ms.\u{ad} Okafor, ",
                "closing": "",
            }),
            &json!({
                "recipient": ["Ms. Okafor", "Northwind", "12 Pier Rd"],
                "greeting": "Dear Ms. Okafor,",
            }),
        );
    }

    #[test]
    fn the_data_of_a_template_has_every_key() {
        let page = serde_json::to_value(LetterPage::default()).expect("JSON");
        let keys: Vec<&String> = page.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["recipient", "date", "subject", "greeting", "paragraphs", "closing"]);
    }
}
