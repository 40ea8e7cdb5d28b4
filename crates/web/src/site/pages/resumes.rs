//! Resumes that are kept: making one, and the list of them with what can be done to each.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, Query, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use store::{Cursor, Document, DocumentId, Draft, Format, Kind, NewDocument, Page, Shelf, UserId};
use workbench::{Failure, Form as Written, Opened, Source, editable};

use crate::site::Site;
use crate::site::clock::day;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::person::Person;
use crate::site::shelf::Dropped;

/// Resumes on one page of the list.
const ON_A_PAGE: usize = 50;

/// Characters of a title at most.
const LONGEST_TITLE: usize = 200;

/// A resume with nothing in it.
const BLANK: &str = "\
# Your resume. The builder, any editor and every tool for JSON Resume can work on this file.
vitae:
  version: 1
";

/// What a resume is made of; nothing makes an empty one.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct New {
    /// The key of a file that was dropped.
    from: Option<String>,
    /// The name of an example.
    example: Option<String>,
    /// What it is to be called.
    title: Option<String>,
}

/// Makes a resume and leads to its builder.
pub(crate) async fn create(
    State(site): State<Site>,
    Person(user): Person,
    form: Result<Form<New>, FormRejection>,
) -> Result<Redirect, Fault> {
    let Form(new) = form?;
    let now = site.clock.now();
    let (made, called) = if let Some(key) = new.from.filter(|key| !key.is_empty()) {
        let file = site.shelf.get(&key, now).ok_or_else(|| {
            Fault::not_found("file").hint("files are forgotten after an hour: drop it again")
        })?;
        let desk = Desk::of(&site);
        site.pool.run(move || made_of(&desk, &file)).await??
    } else if let Some(name) = new.example.filter(|name| !name.is_empty()) {
        let example = roles::library().resume(&name);
        let example = example.ok_or_else(|| Fault::not_found("example"))?;
        (draft(example.yaml.clone(), Format::Yaml, "from an example"), example.title.clone())
    } else {
        (draft(BLANK.to_owned(), Format::Yaml, "empty"), "My resume".to_owned())
    };
    let title = title(new.title.as_deref()).unwrap_or(called);
    let new = NewDocument { kind: Kind::Resume, title, company: String::new(), draft: made };
    let document = site.store.create_document(user, new, now).await?;
    Ok(Redirect::to(&format!("/resumes/{}", document.id)))
}

/// The text to keep of a file, and what to call it. A file in our own format stays as it is; of any
/// other the resume is written down, with a comment above every value worth a second look.
fn made_of(desk: &Desk, file: &Dropped) -> Result<(Draft, String), Fault> {
    let source = desk.source(file)?;
    let opened = source.open()?;
    if opened.parsed.resume == resume::Resume::default() {
        return Err(Failure::new("nothing of a resume was found in this file").into());
    }
    let called = called(&source, &opened);
    let format = match source.form() {
        Written::Data(extract::Format::Json) => Some(Format::Json),
        Written::Data(extract::Format::Yaml) => Some(Format::Yaml),
        _ => None,
    };
    let kept = format.filter(|_| opened.parsed.origin.is_editable());
    let (text, format) = match kept {
        Some(format) => (opened.parsed.source_map.text().to_owned(), format),
        None => (editable::yaml(&source.name, &opened), Format::Yaml),
    };
    Ok((draft(text, format, "from a file"), called))
}

/// The name of the file without its extension, otherwise that of the person.
fn called(source: &Source, opened: &Opened) -> String {
    let stem = source.name.rsplit_once('.').map_or(source.name.as_str(), |(stem, _)| stem);
    let person = opened.parsed.resume.basics.as_ref().and_then(|basics| basics.name.as_deref());
    let stem = title(Some(stem)).filter(|stem| stem != "-");
    stem.or_else(|| title(person)).unwrap_or_else(|| "My resume".to_owned())
}

/// A title in one line; none when nothing is left of it.
pub(crate) fn title(text: Option<&str>) -> Option<String> {
    let words: Vec<&str> = text?.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let title: String = words.join(" ").chars().take(LONGEST_TITLE).collect();
    (!title.is_empty()).then_some(title)
}

/// Where in the list somebody is.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Where {
    after: Option<String>,
}

/// The list, and the bin below it.
pub(crate) async fn list(
    State(site): State<Site>,
    Person(user): Person,
    Query(place): Query<Where>,
) -> Result<Markup, Fault> {
    let after: Option<Cursor> = place.after.map(|after| after.parse()).transpose()?;
    let of = async |shelf, after| {
        site.store.documents(user, Kind::Resume, shelf, after, ON_A_PAGE).await
    };
    let current = of(Shelf::Current, after).await?;
    let bin = of(Shelf::Bin, None).await?;
    Ok(listed(&current, &bin))
}

fn listed(current: &Page<Document>, bin: &Page<Document>) -> Markup {
    let content = html! {
        div.resumes {
            h1 { "Your resumes" }
            div.actions {
                form method="post" action="/resumes" { button.primary type="submit" { "New resume" } }
                a.button href="/" { "From a file" }
                a.button href="/examples" { "From an example" }
            }
            @if current.items.is_empty() {
                p { "None yet. Begin with an empty one, with a file, or with an example." }
            } @else {
                ol.documents { @for one in &current.items { (row(one)) } }
            }
            @if let Some(next) = &current.next { p { a href={ "/resumes?after=" (next) } { "Older ones" } } }
            @if !bin.items.is_empty() {
                section aria-labelledby="bin" {
                    h2 #bin { "Bin" }
                    p.quiet { "They stay here until you erase them." }
                    ol.documents { @for one in &bin.items { (binned(one)) } }
                }
            }
        }
    };
    layout("Your resumes", Place::Resumes, &content)
}

fn row(one: &Document) -> Markup {
    let here = format!("/resumes/{}", one.id);
    html! {
        li.card {
            h2 { a href=(here) { (one.title) } }
            p.quiet { "saved " time { (day(one.updated_ms)) } ", revision " (one.head) }
            div.actions {
                a.button href={ (here) "/revisions" } { "Revisions" }
                (button(&here, "duplicate", "Duplicate", &one.title))
                (button(&here, "bin", "Put in the bin", &one.title))
                details {
                    summary { "Rename" }
                    form.actions method="post" action={ (here) "/rename" } {
                        label for={ "title-" (one.id) } { "Name" }
                        input id={ "title-" (one.id) } name="title" value=(one.title)
                            maxlength=(LONGEST_TITLE) required;
                        button.plain type="submit" { "Rename" }
                    }
                }
            }
        }
    }
}

fn binned(one: &Document) -> Markup {
    let here = format!("/resumes/{}", one.id);
    html! {
        li.card {
            h3 { (one.title) }
            div.actions {
                (button(&here, "unbin", "Take out of the bin", &one.title))
                a.button href={ (here) "/erase" } aria-label={ "Erase for good: " (one.title) } { "Erase for good" }
            }
        }
    }
}

fn button(here: &str, verb: &str, label: &str, title: &str) -> Markup {
    html! {
        form method="post" action={ (here) "/" (verb) } {
            button.plain type="submit" aria-label={ (label) ": " (title) } { (label) }
        }
    }
}

/// A document that is a resume, also in the bin.
async fn found(site: &Site, user: UserId, id: &str) -> Result<store::Opened, Fault> {
    let id: DocumentId = id.parse().map_err(|_| Fault::not_found("resume"))?;
    let opened = site.store.document(user, id).await?;
    let is_resume = opened.document.kind == Kind::Resume;
    if is_resume { Ok(opened) } else { Err(Fault::not_found("resume")) }
}

pub(crate) async fn rename(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    form: Result<Form<New>, FormRejection>,
) -> Result<Redirect, Fault> {
    let Form(new) = form?;
    let title = title(new.title.as_deref()).ok_or_else(|| {
        Fault::bad_request("a resume needs a name").hint("write one, and try again")
    })?;
    let document = found(&site, user, &id).await?.document;
    site.store.rename_document(user, document.id, &title, &document.company).await?;
    Ok(Redirect::to("/resumes"))
}

/// Makes a second resume of the newest revision of one.
pub(crate) async fn duplicate(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let store::Opened { document, revision } = found(&site, user, &id).await?;
    let called = title(Some(&format!("Copy of {}", document.title))).unwrap_or_default();
    let draft = draft(revision.source, revision.summary.format, "a copy");
    let new = NewDocument { kind: Kind::Resume, title: called, company: document.company, draft };
    let made = site.store.create_document(user, new, site.clock.now()).await?;
    Ok(Redirect::to(&format!("/resumes/{}", made.id)))
}

pub(crate) async fn bin(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let id = found(&site, user, &id).await?.document.id;
    site.store.bin_document(user, id, site.clock.now()).await?;
    Ok(Redirect::to("/resumes"))
}

pub(crate) async fn unbin(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let id = found(&site, user, &id).await?.document.id;
    site.store.unbin_document(user, id).await?;
    Ok(Redirect::to("/resumes"))
}

/// Asks once more before a resume is erased.
pub(crate) async fn ask_to_erase(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let document = found(&site, user, &id).await?.document;
    let content = html! {
        div.resumes {
            h1 { "Erase " q { (document.title) } " for good?" }
            p { "It goes with its " (document.head) " revisions, its reports and its files. Nobody can bring it back." }
            form.actions method="post" action={ "/resumes/" (document.id) "/erase" } {
                button.primary type="submit" { "Erase for good" }
                a.button href="/resumes" { "Keep it" }
            }
        }
    };
    Ok(layout("Erase a resume", Place::Resumes, &content))
}

pub(crate) async fn erase(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let document = found(&site, user, &id).await?.document;
    if document.deleted_ms.is_none() {
        return Err(Fault::new(
            axum::http::StatusCode::CONFLICT,
            "only what is in the bin is erased",
        )
        .hint("put it in the bin first"));
    }
    site.store.erase_document(user, document.id).await?;
    Ok(Redirect::to("/resumes"))
}

fn draft(source: String, format: Format, note: &str) -> Draft {
    Draft { source, format, note: note.to_owned() }
}
