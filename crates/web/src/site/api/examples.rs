//! `GET /examples`: resumes, bullets, and lines told badly and well.

use axum::http::Method;
use resume::Stage;
use roles::{ExampleResume, library};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::{Json, Problem};
use super::openapi::{About, Api};
use super::request::Path;
use crate::site::fault::Fault;

/// All examples. People, companies and figures are invented.
#[derive(Serialize, JsonSchema)]
struct Examples {
    /// Complete pages, by stage.
    resumes: Vec<Page>,
    /// Lines that stand well by themselves.
    bullets: Vec<Bullet>,
    /// The same work told badly and well.
    pairs: Vec<Pair>,
}

/// A complete page without its text.
#[derive(Serialize, JsonSchema)]
struct Page {
    /// Its name in addresses.
    name: &'static str,
    /// The stage whose bar it meets.
    stage: Stage,
    /// Field of business.
    sector: &'static str,
    /// What the person works on.
    title: &'static str,
}

/// A complete page.
#[derive(Serialize, JsonSchema)]
struct WholePage {
    #[serde(flatten)]
    page: Page,
    /// The resume.
    yaml: &'static str,
}

/// A line that stands well by itself.
#[derive(Serialize, JsonSchema)]
struct Bullet {
    /// Its name.
    id: &'static str,
    /// What kind of work it tells of.
    theme: &'static str,
    /// The stage it was written for.
    stage: Stage,
    /// The line.
    text: &'static str,
}

/// One piece of work told badly and well.
#[derive(Serialize, JsonSchema)]
struct Pair {
    /// Its name.
    id: &'static str,
    /// What kind of work it tells of.
    theme: &'static str,
    /// The stage both lines were written for.
    stage: Stage,
    /// As people often write it.
    weak: &'static str,
    /// As a reader can use it.
    strong: &'static str,
    /// Rules that the weak line breaks.
    rules: &'static [String],
}

/// Which example.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct Named {
    /// Its name, e.g. `mid-logistics`.
    name: String,
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::GET,
        "/examples",
        list,
        About {
            tag: "Knowledge",
            id: "listExamples".into(),
            summary: "List example resumes and lines",
            text: "",
            problems: &[],
            example: None,
        },
    )
    .on(
        &Method::GET,
        "/examples/{name}",
        one,
        About {
            tag: "Knowledge",
            id: "getExample".into(),
            summary: "Read an example resume",
            text: "",
            problems: &[],
            example: None,
        },
    )
}

async fn list() -> Result<Json<Examples>, Problem> {
    let library = library();
    let bullets = library.bullets.iter().map(|one| Bullet {
        id: &one.id,
        theme: &one.theme,
        stage: one.stage,
        text: &one.text,
    });
    let pairs = library.pairs.iter().map(|one| Pair {
        id: &one.id,
        theme: &one.theme,
        stage: one.stage,
        weak: &one.weak,
        strong: &one.strong,
        rules: &one.rules,
    });
    Ok(Json::of(&Examples {
        resumes: library.resumes.iter().map(page).collect(),
        bullets: bullets.collect(),
        pairs: pairs.collect(),
    }))
}

async fn one(Path(named): Path<Named>) -> Result<Json<WholePage>, Problem> {
    let found = library().resume(&named.name);
    let found = found.ok_or_else(|| Fault::not_found("example resume of this name"))?;
    Ok(Json::of(&WholePage { page: page(found), yaml: &found.yaml }))
}

fn page(resume: &'static ExampleResume) -> Page {
    Page { name: &resume.name, stage: resume.stage, sector: &resume.sector, title: &resume.title }
}
