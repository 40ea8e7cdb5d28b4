//! The builder of one resume: showing it and saving what its form says.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use store::{DocumentId, Draft, Kind, Opened, Revision, StoreError, UserId};

use crate::site::Site;
use crate::site::builder::{Fields, Side, Step, View, apply, choices, merge, page, take, write};
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::person::Person;
use crate::site::shelf::Dropped;

/// What an address may ask of the page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wish {
    /// The list that shows one more empty entry.
    add: Option<String>,
}

/// A resume of a person that is in use.
pub(crate) async fn open(site: &Site, user: UserId, id: &str) -> Result<Opened, Fault> {
    let id: DocumentId = id.parse().map_err(|_| Fault::not_found("resume"))?;
    let opened = site.store.document(user, id).await.map_err(|error| match error {
        store::StoreError::NotFound => Fault::not_found("resume"),
        error => error.into(),
    })?;
    if opened.document.kind != Kind::Resume {
        return Err(Fault::not_found("resume"));
    }
    if opened.document.deleted_ms.is_some() {
        return Err(Fault::from(store::StoreError::InBin).hint("the bin is below your resumes"));
    }
    Ok(opened)
}

pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    Query(wish): Query<Wish>,
) -> Result<Markup, Fault> {
    let opened = open(&site, user, &id).await?;
    let desk = Desk::of(&site);
    site.pool.run(move || shown(&desk, &opened, &wish)).await?
}

fn shown(desk: &Desk, opened: &Opened, wish: &Wish) -> Result<Markup, Fault> {
    let revision = &opened.revision;
    let file = dropped(&revision.source, revision.summary.format);
    let examined = desk.examine(&file, &Asked::default())?;
    Ok(page(&View {
        id: opened.document.id,
        title: &opened.document.title,
        base: revision.summary.number,
        examined: &examined,
        add: wish.add.as_deref(),
        note: None,
    }))
}

/// A stored text as a file.
pub(crate) fn dropped(source: &str, format: store::Format) -> Dropped {
    Dropped { name: format!("resume.{}", format.as_str()), bytes: source.as_bytes().to_vec() }
}

/// The format of a stored text, as the reader names it.
pub(crate) fn read_as(format: store::Format) -> extract::Format {
    match format {
        store::Format::Yaml => extract::Format::Yaml,
        store::Format::Json => extract::Format::Json,
    }
}

/// How often saving is tried when others save at the same time.
const MOST_TRIES: usize = 3;

/// Saves what the form says, takes the step its button asks for, and leads back to the page. What
/// somebody saved in the meantime is merged; what both changed is asked for.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(pairs) = form?;
    let sent = Arc::new(Sent::of(pairs)?);
    let mut tries = 0;
    loop {
        let newest = open(&site, user, &id).await?;
        let id = newest.document.id;
        let head = newest.revision.summary.number;
        let base = site.store.revision(user, id, sent.base).await?;
        let format = newest.revision.summary.format;
        let form = Arc::clone(&sent);
        let desk = Desk::of(&site);
        let made = move || form.outcome(&desk, id, &base, &newest.revision);
        let outcome = site.pool.run(made).await??;
        let (source, step) = match outcome {
            Outcome::Ask(page) => return Ok(page.into_response()),
            Outcome::Save(source, step) => (source, step),
        };
        let draft = Draft { source, format, note: String::new() };
        tries += 1;
        match site.store.save_revision(user, id, head, draft, site.clock.now()).await {
            Ok(_) => return Ok(Redirect::to(&address(id, &step)).into_response()),
            Err(StoreError::Conflict { .. }) if tries < MOST_TRIES => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// What comes of a form.
enum Outcome {
    /// A text to save.
    Save(String, Step),
    /// A page that asks something first.
    Ask(Markup),
}

/// A form as it was sent.
struct Sent {
    /// The revision that the form was made from.
    base: i64,
    /// What its button asks for.
    asked: String,
    /// True when comments may be lost.
    may_lose: bool,
    /// Which side is taken of what others changed, too.
    chosen: BTreeMap<String, Side>,
    /// Its fields.
    fields: Vec<(String, String)>,
}

impl Sent {
    fn of(pairs: Vec<(String, String)>) -> Result<Self, Fault> {
        let (asked, chosen, fields) = (String::new(), BTreeMap::new(), Vec::new());
        let mut sent = Self { base: 0, asked, may_lose: false, chosen, fields };
        for (name, value) in pairs {
            match (name.as_str(), name.strip_prefix("choose:")) {
                ("base", _) => sent.base = value.parse().unwrap_or(0),
                ("do", _) => sent.asked = value,
                ("lose", _) => sent.may_lose = value == "comments",
                (_, Some(path)) => {
                    let side = if value == "mine" { Side::Mine } else { Side::Theirs };
                    sent.chosen.insert(path.to_owned(), side);
                }
                _ => sent.fields.push((name, value)),
            }
        }
        if sent.base < 1 {
            return Err(Fault::bad_request(
                "the form does not say which revision it was made from",
            )
            .hint("nothing was saved; load the page again"));
        }
        Ok(sent)
    }

    fn outcome(
        &self,
        desk: &Desk,
        id: DocumentId,
        base: &Revision,
        newest: &Revision,
    ) -> Result<Outcome, Fault> {
        let format = |revision: &Revision| read_as(revision.summary.format);
        let pairs = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut fields = Fields::read(pairs)?;
        let before = apply(&base.source, format(base), &Fields::default())?;
        let step = take(&before.resume, &mut fields, &self.asked)?;
        let mut applied = apply(&base.source, format(base), &fields)?;
        if newest.summary.number != base.summary.number {
            let theirs = apply(&newest.source, format(newest), &Fields::default())?;
            let merged = merge(&before.resume, &theirs.resume, &applied.resume, &self.chosen);
            let (merged, open) = merged.ok_or_else(Fault::ours)?;
            if !open.is_empty() {
                return Ok(Outcome::Ask(self.ask(id, "Saved elsewhere", &html! {
                    p { "This resume was saved elsewhere while you were changing it. What only one of you changed is put together already. Both of you changed this:" }
                    (choices(&open))
                })));
            }
            applied = write(&newest.source, format(newest), &merged)?;
        }
        if let Step::Fix(change) = &step {
            let format = newest.summary.format;
            let file = dropped(&applied.source, format);
            let examined = desk.examine(&file, &Asked::default())?;
            applied = change.make(&examined.reviewed.report, applied, read_as(format))?;
        }
        if applied.lost_comments && !self.may_lose {
            return Ok(Outcome::Ask(self.ask(id, "Some comments cannot be kept", &html! {
                p { "To save this, a part of the file has to be written anew, and the comments in that part go. Every revision before keeps them." }
                input type="hidden" name="lose" value="comments";
            })));
        }
        Ok(Outcome::Save(applied.source, step))
    }

    /// A page that asks something, and sends the same form again with the answer.
    fn ask(&self, id: DocumentId, title: &str, question: &Markup) -> Markup {
        let content = html! {
            form.resumes method="post" action={ "/resumes/" (id) } {
                h1 { (title) }
                (question)
                input type="hidden" name="base" value=(self.base);
                @for (name, value) in &self.fields {
                    // A field of one line would lose line ends.
                    textarea name=(name) hidden { "\n" (value) }
                }
                @for (path, side) in &self.chosen {
                    input type="hidden" name={ "choose:" (path) }
                        value=(if *side == Side::Mine { "mine" } else { "theirs" });
                }
                div.actions {
                    button.primary type="submit" name="do" value=(self.asked) { "Save" }
                    a.button href={ "/resumes/" (id) } { "Leave it as it is saved" }
                }
            }
        };
        layout(title, Place::Resumes, &content)
    }
}

/// Where a step is seen.
fn address(id: DocumentId, step: &Step) -> String {
    let encoded =
        |path: &resume::FieldPath| path.to_string().replace('[', "%5B").replace(']', "%5D");
    match step {
        Step::Save => format!("/resumes/{id}"),
        Step::Show(path) => format!("/resumes/{id}#{}", encoded(path)),
        Step::Fix(change) => address(id, &change.place().map_or(Step::Save, Step::Show)),
        Step::Add(list) => format!("/resumes/{id}?add={0}#{0}", encoded(list)),
    }
}
