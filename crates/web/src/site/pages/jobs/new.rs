//! Saving a job.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::Redirect;
use export::yaml;
use extract::Format as Written;
use resume::job::JobOrigin;
use store::{Draft, Format, Kind, NewDocument, NewFile, StoreError};

use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::material::{FILES, Material, short_title};
use crate::site::person::Person;
use crate::site::shelf::Dropped;
use crate::site::upload::Upload;

/// A job as it will be saved.
struct Saved {
    title: String,
    company: String,
    draft: Draft,
    /// The ad as it came, where that is not what was saved.
    original: Option<Dropped>,
}

/// Saves an ad that was pasted or dropped here, dropped before, or comes with vitae.
pub(crate) async fn add(
    State(site): State<Site>,
    Person(user): Person,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Fault> {
    let form = form?;
    let mut upload = Upload::read(form).await?;
    let file =
        match (upload.take("file", "text"), upload.field("from").or(upload.field("template"))) {
            (Some(file), _) => file,
            (None, Some(key)) => Material::job(&site, user, key).await?.file,
            (None, None) => {
                return Err(Fault::bad_request("there was no job to save")
                    .hint("paste the ad, or choose a file"));
            }
        };
    let resume = match upload.field("resume") {
        Some(key) => Some(Material::resume(&site, user, key).await?),
        None => None,
    };
    let desk = Desk::of(&site);
    let Saved { title, company, draft, original } =
        site.pool.run(move || Saved::of(&desk, file)).await??;
    let now = site.clock.now();
    let new = NewDocument { kind: Kind::Job, title, company, draft };
    let document = site.store.create_document(user, new, now).await?;
    if let Some(original) = original {
        let new = NewFile {
            document: Some(document.id),
            name: original.name,
            media_type: "application/octet-stream".to_owned(),
            bytes: original.bytes,
        };
        match site.store.add_file(user, new, FILES, now).await {
            // What was read of it is saved; there is no more room for the rest.
            Ok(_) | Err(StoreError::TooLarge { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let id = document.id.to_string();
    Ok(Redirect::to(&match resume {
        Some(resume) => Material::comparison(&resume.key, &id, None),
        None => format!("/jobs/{id}"),
    }))
}

impl Saved {
    /// Data of vitae stays as it is written, everything else becomes such data.
    fn of(desk: &Desk, file: Dropped) -> Result<Self, Fault> {
        let source = desk.source(&file)?;
        let read = source.job()?;
        let title = short_title(read.job.title.as_deref().unwrap_or_default());
        let company = read.job.hiring_organization.as_ref().and_then(|who| who.name.as_deref());
        let company = short_title(company.unwrap_or_default());
        let own = match (read.origin, source.format()) {
            (JobOrigin::Vitae, Some(Written::Yaml)) => Some(Format::Yaml),
            (JobOrigin::Vitae, Some(Written::Json)) => Some(Format::Json),
            _ => None,
        };
        let (format, text, original) = if let Some(format) = own {
            (format, read.source_map.text().to_owned(), None)
        } else {
            let name = if file.name == "-" { "ad.txt".to_owned() } else { file.name };
            let original = Dropped { name: short_title(&name), bytes: file.bytes };
            (Format::Yaml, yaml(&read.job, &|_| None), Some(original))
        };
        let draft = Draft { source: text, format, note: "Saved".to_owned() };
        Ok(Self { title, company, draft, original })
    }
}
