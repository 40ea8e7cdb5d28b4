//! `POST /check`: the report of a resume.

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use resume::{Date, Stage};
use serde::Deserialize;

use crate::site::Site;
use crate::site::desk::{Asked, Desk};
use crate::site::fault::{Fault, Problem};
use crate::site::shelf::Dropped;

/// What a request may ask for beside its bytes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Parameters {
    /// What the file is called; its extension helps to read it.
    file: Option<String>,
    /// The career stage to grade against.
    stage: Option<String>,
    /// The day that stands for today.
    as_of: Option<String>,
}

/// The body is the file itself, of any kind that vitae reads.
pub(crate) async fn check(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let asked = asked(&parameters)?;
    let name = parameters.file.filter(|name| !name.is_empty()).unwrap_or_else(|| "-".to_owned());
    let file = Dropped { name, bytes: bytes.to_vec() };
    let desk = Desk::of(&site);
    let report = site
        .pool
        .run(move || {
            let report = desk.check(&file, &asked)?;
            Ok::<_, Fault>(serde_json::to_vec(&report).unwrap_or_default())
        })
        .await??;
    Ok(([(CONTENT_TYPE, "application/json")], report).into_response())
}

fn asked(parameters: &Parameters) -> Result<Asked, Fault> {
    let stage = parameters.stage.as_deref().map(|stage| {
        stage.parse::<Stage>().map_err(|_| {
            Fault::bad_request(format!("there is no stage `{stage}`"))
                .hint("there are: junior, mid, senior, staff")
        })
    });
    let as_of = parameters.as_of.as_deref().map(|text| match Date::parse(text) {
        Date::Present | Date::Unreadable(_) => {
            Err(Fault::bad_request(format!("`{text}` is no date"))
                .hint("write a day as 2026-11-30, a month as 2026-11"))
        }
        date => Ok(date),
    });
    Ok(Asked { stage: stage.transpose()?, as_of: as_of.transpose()? })
}
