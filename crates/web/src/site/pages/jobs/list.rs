//! The list of saved jobs, and the bin.

use axum::extract::State;
use maud::{Markup, html};
use store::{Cursor, Document, Kind, Page, Shelf};

use crate::site::Site;
use crate::site::clock::day;
use crate::site::fault::Fault;
use crate::site::fields::{Fields, address};
use crate::site::layout::{Place, page};
use crate::site::pages::matching::templates;
use crate::site::person::Person;

/// Jobs on a page.
const MOST: usize = 50;

pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    fields: Fields,
) -> Result<Markup, Fault> {
    let found =
        site.store.documents(user, Kind::Job, Shelf::Current, after(&fields)?, MOST).await?;
    let content = html! {
        h1 { "Jobs" }
        p.lead { "Save an ad, see what it asks for and what it does not tell you, and compare your resume with it." }
        (listed(&found, "/jobs", &|document| html! {
            a href=(format!("/jobs/{}", document.id)) { (named(document)) }
            p.quiet {
                @if !document.company.is_empty() { (document.company) " · " }
                "saved " (day(document.updated_ms))
            }
        }))
        (add_form())
        p { a href="/jobs/bin" { "Bin" } }
    };
    Ok(page("Jobs", Place::Jobs, &[], &content))
}

/// Jobs in the bin.
pub(crate) async fn binned(
    State(site): State<Site>,
    Person(user): Person,
    fields: Fields,
) -> Result<Markup, Fault> {
    let found = site.store.documents(user, Kind::Job, Shelf::Bin, after(&fields)?, MOST).await?;
    let content = html! {
        p { a href="/jobs" { "Jobs" } }
        h1 { "Jobs in the bin" }
        @if found.items.is_empty() { p { "The bin is empty." } }
        (listed(&found, "/jobs/bin", &|document| html! {
            b { (named(document)) }
            @if !document.company.is_empty() { p.quiet { (document.company) } }
            div.actions {
                form method="post" action=(format!("/jobs/{}/restore", document.id)) {
                    button.plain type="submit" { "Take out of the bin" }
                }
                form method="post" action=(format!("/jobs/{}/erase", document.id)) {
                    button.plain type="submit" { "Erase for good" }
                }
            }
        }))
    };
    Ok(page("Jobs in the bin", Place::Jobs, &[], &content))
}

fn after(fields: &Fields) -> Result<Option<Cursor>, Fault> {
    Ok(fields.get("after").map(str::parse).transpose()?)
}

fn named(document: &Document) -> &str {
    if document.title.is_empty() { "Job without a title" } else { &document.title }
}

fn listed(found: &Page<Document>, path: &str, row: &dyn Fn(&Document) -> Markup) -> Markup {
    let next = found.next.map(|next| address(path, &[("after", &next.to_string())]));
    html! {
        @if !found.items.is_empty() {
            ul.documents { @for document in &found.items { li.card { (row(document)) } } }
        }
        @if let Some(next) = next { p { a href=(next) { "Older ones" } } }
    }
}

fn add_form() -> Markup {
    html! {
        section.card aria-labelledby="add" {
            h2 #add { "Add a job" }
            form.fields method="post" action="/jobs" enctype="multipart/form-data" {
                label for="text" { "Paste the ad" }
                textarea #text name="text" rows="8" spellcheck="false" {}
                label for="file" { "Or a file: PDF, Word, HTML, text, JSON-LD, YAML" }
                input #file type="file" name="file";
                label for="template" { "Or one that comes with vitae" }
                select #template name="template" { option value="" { "None" } (templates()) }
                div.actions { button.primary type="submit" { "Save the job" } }
            }
        }
    }
}
