//! `POST /skills`: what one has to know, or knows, by the words of a file.

use axum::extract::State;
use axum::http::Method;
use roles::RolePack;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::answer::{Json, Problem};
use super::openapi::{About, Api};
use super::parse::Parameters;
use super::request::{Query, Sent};
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;

/// The skills that a text names.
#[derive(Serialize, JsonSchema)]
struct Skills {
    /// The text that was searched.
    text: String,
    /// From its start to its end, not overlapping.
    mentions: Vec<Named>,
}

/// A place of a text that names a skill.
#[derive(Serialize, JsonSchema)]
struct Named {
    /// The name its makers give it; the words of the text where it is not in the vocabulary.
    skill: String,
    /// What kind of skill it is; `unlisted` when it is not in the vocabulary.
    category: &'static str,
    /// As it is written.
    text: String,
    /// The first byte in `text`, in UTF-8.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// True when the text denies it: `no Java`.
    negated: bool,
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::POST,
        "/skills",
        skills,
        About {
            tag: "Files",
            id: "skills".into(),
            summary: "Find the skills that a text names",
            text: "A resume, a job ad, or anything else: technologies, practices, subjects, degrees, languages.",
            problems: &[],
            example: Some(("text/plain", || {
                Value::from("We run Kafka and Postgres on k8s; no Java, please.")
            })),
        },
    )
}

async fn skills(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
    sent: Sent,
) -> Result<Json<Skills>, Problem> {
    let file = sent.named(parameters.file);
    let desk = Desk::of(&site);
    let found = site.pool.run(move || {
        let text = desk.source(&file)?.text()?;
        let mentions = mentions(&text);
        Ok::<_, Fault>(Json::of(&Skills { text, mentions }))
    });
    Ok(found.await??)
}

fn mentions(text: &str) -> Vec<Named> {
    let vocabulary = &RolePack::backend_engineer().vocabulary;
    let named = vocabulary.terms(text).into_iter().map(|term| {
        let words = text.get(term.range.clone()).unwrap_or_default().to_owned();
        let skill = term.skill.map(|skill| vocabulary.skill(skill));
        Named {
            skill: skill.map_or_else(|| words.clone(), |skill| skill.name.to_string()),
            category: skill.map_or("unlisted", |skill| skill.category.as_str()),
            text: words,
            start: term.range.start,
            end: term.range.end,
            negated: term.negated,
        }
    });
    named.collect()
}
