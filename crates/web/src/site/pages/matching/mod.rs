//! `/match`: a resume and a job, and what the one shows of the other.

mod choice;
mod result;

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::{Fields, address};
use crate::site::material::Material;
use crate::site::person::Person;
use crate::site::upload::Upload;

pub(crate) use choice::templates;
pub(crate) use result::nothing_to_match;

/// The comparison when both are named, otherwise the choice of what is missing.
pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    fields: Fields,
) -> Result<Response, Fault> {
    let resume = match fields.get("resume") {
        Some(key) => Some(Material::resume(&site, user, key).await?),
        None => None,
    };
    let job = match fields.get("job") {
        Some(key) => Some(Material::job(&site, user, key).await?),
        None => None,
    };
    let (Some(resume), Some(job)) = (&resume, &job) else {
        let choice = choice::Choice::of(&site, user, resume, job).await?;
        return Ok(choice.page().into_response());
    };
    let desk = Desk::of(&site);
    let asked = result::Asked {
        resume: resume.clone(),
        job: job.clone(),
        variant: fields.get("variant").map(str::to_owned),
        only: fields.get("show").and_then(result::status),
    };
    site.pool.run(move || asked.page(&desk)).await?
}

/// Takes what was chosen, dropped and pasted, and leads to the comparison.
pub(crate) async fn choose(
    State(site): State<Site>,
    Person(user): Person,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Fault> {
    let form = form.map_err(|error| Fault::new(error.status(), error.body_text()))?;
    let mut upload = Upload::read(form).await?;
    let mut keys = Vec::new();
    for (what, file, text) in
        [("resume", "resume-file", "resume-text"), ("job", "job-file", "job-text")]
    {
        let key = match upload.take(file, text) {
            Some(dropped) => Some(site.shelf.put(dropped, site.clock.now())),
            None => upload.field(what).map(str::to_owned),
        };
        keys.extend(key.map(|key| (what, key)));
    }
    // What is not there any more is said now, before the rest is asked for.
    for (what, key) in &keys {
        match *what {
            "resume" => drop(Material::resume(&site, user, key).await?),
            _ => drop(Material::job(&site, user, key).await?),
        }
    }
    if keys.is_empty() {
        return Err(Fault::bad_request("there was nothing to compare")
            .hint("choose a resume and a job, or paste their text"));
    }
    let fields: Vec<(&str, &str)> = keys.iter().map(|(what, key)| (*what, key.as_str())).collect();
    Ok(Redirect::to(&address("/match", &fields)))
}
