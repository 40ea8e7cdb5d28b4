//! Resumes that are kept: the list of them, and making one.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::response::Redirect;
use serde::Deserialize;
use store::{Draft, Format, Kind, NewDocument};
use workbench::{Failure, Form as Written, Opened, Source, editable};

use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::person::Person;
use crate::site::shelf::Dropped;

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
    let Form(new) = form.map_err(|error| Fault::new(error.status(), error.body_text()))?;
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

fn draft(source: String, format: Format, note: &str) -> Draft {
    Draft { source, format, note: note.to_owned() }
}
