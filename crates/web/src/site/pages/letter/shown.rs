//! The page of a letter.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use resume::coverage::{Covered, Status};
use resume::letter::Letter;
use resume::{Date, Quote, Segment};
use workbench::{Choices, Comparison, Failure, Otherwise, Whole};

use super::kept::Kept;
use super::{Pair, blank};
use crate::prose::{prose, sentence};
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::address;
use crate::site::layout::{Place, page};
use crate::site::material::{Material, ReadResume};

/// Pictures of pages at most; a letter has one.
const MOST_PAGES: usize = 3;

/// A letter on its way.
pub(super) struct Written {
    pub(super) pair: Pair,
    pub(super) kept: Option<Kept>,
    /// What somebody wrote while another one was saved.
    pub(super) changed: Option<Letter>,
}

impl Written {
    pub(super) fn page(&self, desk: &Desk, today: &Date) -> Result<Response, Fault> {
        let Pair { job, resume, .. } = &self.pair;
        let read = resume.read(desk, None)?;
        let read_job = job.read_job(desk)?;
        let comparison =
            Comparison { parsed: &read.parsed, cut: None, whole: Whole::Own, as_of: &read.as_of };
        let found = comparison.with(&read_job).ok();
        let first = blank(&read_job.job, today);
        let letter = self.changed.as_ref().or(self.kept.as_ref().map(|kept| &kept.letter));
        let content = html! {
            p { a href=(Material::comparison(&resume.key, &job.key, None)) { "What the resume shows of the job" } }
            h1 { "A letter for " (job.title) }
            p.lead { "Name and contact come from " b { (resume.title) } ", and so does the look." }
            @if self.changed.is_some() {
                p.notice role="alert" {
                    "Not saved yet: this letter was saved elsewhere in the meantime. Below is what you wrote; the pages "
                    "show what was saved. Saving replaces it."
                }
            }
            div.tailored {
                form.letter method="post" action=(format!("/jobs/{}/letter", job.key)) {
                    (self.form(letter.unwrap_or(&first)))
                    (proved(found.as_ref().map(|found| found.requirements.as_slice())))
                }
                div.pages { (self.preview(&read)) }
            }
        };
        let status = if self.changed.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
        let content = page(&format!("Letter for {}", job.title), Place::Jobs, &[], &content);
        Ok((status, content).into_response())
    }

    fn form(&self, letter: &Letter) -> Markup {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let line = |name: &str, label: &str, value: &str| {
            html! { label for=(name) { (label) } input id=(name) name=(name) value=(value); }
        };
        html! {
            div.card.fields {
                input type="hidden" name="resume" value=(self.pair.resume.key);
                input type="hidden" name="base" value=(self.kept.as_ref().map_or("", |kept| &kept.id));
                label for="recipient" { "To: name, title, company, address, one a line" }
                textarea #recipient name="recipient" rows="4" autocomplete="off" { "\n" (letter.recipient.join("\n")) }
                (line("date", "Date, as 2026-11-30", &text(&letter.date)))
                (line("subject", "Subject", &text(&letter.subject)))
                (line("greeting", "Greeting", &text(&letter.greeting)))
                label for="body" { "What it says: a blank line begins a new paragraph" }
                textarea #body name="body" rows="14" { "\n" (text(&letter.body)) }
                (line("closing", "Closing, above your name", &text(&letter.closing)))
                div.actions { button.primary type="submit" { "Save and set it" } }
                p.quiet { "The letter is kept with the resume." }
            }
        }
    }

    /// The pages of what is saved, and the files.
    fn preview(&self, read: &ReadResume) -> Markup {
        let Some(kept) =
            self.kept.as_ref().filter(|kept| !kept.letter.page().paragraphs.is_empty())
        else {
            return html! { p.quiet { "The page appears here once the letter says something." } };
        };
        let mut resume = read.parsed.resume.clone();
        let look = Choices::default().decide(&mut resume, &Otherwise::default());
        let pages = look.and_then(|look| {
            let pages = typeset::letter(&resume, &kept.letter, &look.of_page());
            pages.map(|pages| pages.sizes().len()).map_err(Failure::from)
        });
        let fields = [("resume", self.pair.resume.key.as_str()), ("file", &kept.id)];
        let of =
            |file: &str| address(&format!("/jobs/{}/letter/{file}", self.pair.job.key), &fields);
        html! {
            @match pages {
                Ok(pages) => {
                    p.actions {
                        a.button href=(of("letter.pdf")) { "Download PDF" }
                        a.button href=(of("letter.txt")) { "Download text" }
                    }
                    @if pages > 1 { p.quiet { "It takes " (pages) " pages. One is what is read." } }
                    @for number in 1..=pages.min(MOST_PAGES) {
                        div.sheet {
                            img src=(of(&format!("page-{number}.svg"))) alt=(format!("Page {number} of the letter"));
                        }
                    }
                }
                Err(failure) => {
                    p.notice role="alert" {
                        (sentence(&failure.message)) "."
                        @if let Some(hint) = &failure.hint { " " (sentence(hint)) "." }
                    }
                }
            }
        }
    }
}

/// True for a line of the page: a title or a name begins no paragraph.
fn is_line(quote: &Quote) -> bool {
    matches!(quote.path.segments(), [.., Segment::Key(list), Segment::Index(_)] if list == "highlights")
}

/// What the resume shows of the job, to pick from.
fn proved(requirements: Option<&[Covered]>) -> Markup {
    let shown: Vec<&Covered> = requirements
        .unwrap_or_default()
        .iter()
        .filter(|one| {
            matches!(
                one.status,
                Status::Proved | Status::OtherName | Status::Implied | Status::Partly
            ) && !one.quotes.is_empty()
        })
        .collect();
    html! {
        fieldset.card {
            legend { "What you have shown, of what they ask for" }
            @if shown.is_empty() {
                p { "No line of the resume shows a requirement of this job." }
            } @else {
                p.quiet { "Mark lines to start paragraphs from them, then say them in your own words." }
                @for one in shown {
                    h2 { (prose(&one.text)) }
                    ul {
                        @for quote in one.quotes.iter().filter(|quote| is_line(quote)) {
                            li {
                                label {
                                    input type="checkbox" name="quote" value=(quote.text);
                                    span { (quote.text) }
                                }
                            }
                        }
                    }
                }
                div.actions { button.plain type="submit" { "Save, with the marked lines in it" } }
            }
        }
    }
}
