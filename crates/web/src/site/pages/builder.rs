//! The builder of one resume: showing it and saving what its form says.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, Query, State};
use axum::response::Redirect;
use maud::Markup;
use serde::Deserialize;
use store::{DocumentId, Draft, Kind, Opened, UserId};

use crate::site::Site;
use crate::site::builder::{Applied, Fields, Step, View, apply, page, take};
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;
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

/// Saves what the form says, takes the step its button asks for, and leads back to the page.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Redirect, Fault> {
    let Form(pairs) = form.map_err(|error| Fault::new(error.status(), error.body_text()))?;
    let sent = Sent::of(pairs)?;
    let id = open(&site, user, &id).await?.document.id;
    let base = site.store.revision(user, id, sent.base).await?;
    let format = base.summary.format;
    let (applied, step) =
        site.pool.run(move || sent.apply(&base.source, read_as(format))).await??;
    let draft = Draft { source: applied.source, format, note: String::new() };
    site.store.save_revision(user, id, base.summary.number, draft, site.clock.now()).await?;
    Ok(Redirect::to(&address(id, &step)))
}

/// A form as it was sent.
struct Sent {
    /// The revision that the form was made from.
    base: i64,
    /// What its button asks for.
    asked: String,
    /// Its fields.
    fields: Vec<(String, String)>,
}

impl Sent {
    fn of(pairs: Vec<(String, String)>) -> Result<Self, Fault> {
        let mut sent = Self { base: 0, asked: String::new(), fields: Vec::new() };
        for (name, value) in pairs {
            match name.as_str() {
                "base" => sent.base = value.parse().unwrap_or(0),
                "do" => sent.asked = value,
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

    fn apply(&self, source: &str, format: extract::Format) -> Result<(Applied, Step), Fault> {
        let pairs = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut fields = Fields::read(pairs)?;
        let before = apply(source, format, &Fields::default())?;
        let step = take(&before.resume, &mut fields, &self.asked)?;
        Ok((apply(source, format, &fields)?, step))
    }
}

/// Where a step is seen.
fn address(id: DocumentId, step: &Step) -> String {
    let encoded =
        |path: &resume::FieldPath| path.to_string().replace('[', "%5B").replace(']', "%5D");
    match step {
        Step::Save => format!("/resumes/{id}"),
        Step::Show(path) => format!("/resumes/{id}#{}", encoded(path)),
        Step::Add(list) => format!("/resumes/{id}?add={0}#{0}", encoded(list)),
    }
}
