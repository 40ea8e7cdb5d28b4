//! `GET /templates`: how a resume can look.

use axum::http::Method;
use resume::model::{Accent, DateFormat, Density, Paper};
use schemars::JsonSchema;
use serde::Serialize;

use super::answer::{Json, Problem};
use super::openapi::{About, Api};

/// How a resume can look.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Looks {
    /// By name.
    templates: Vec<Template>,
    /// Names of fonts.
    fonts: Vec<&'static str>,
    /// Sheets.
    papers: &'static [Paper],
    /// How tightly a page is set.
    densities: &'static [Density],
    /// How dates are worded.
    date_formats: &'static [DateFormat],
}

/// A template.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Template {
    /// What `template` takes.
    name: &'static str,
    /// What it looks like, in one line.
    summary: &'static str,
    /// Whom it is for, in one line.
    good_for: &'static str,
    /// Its license as an SPDX expression.
    license: &'static str,
    /// The font of its text, unless another one is asked for.
    font: &'static str,
    /// The color of its headings and links, unless another one is asked for.
    accent: Accent,
    /// Columns of its text.
    #[schemars(range(min = 1, max = 2))]
    columns: u8,
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::GET,
        "/templates",
        list,
        About {
            tag: "Knowledge",
            id: "listTemplates".into(),
            summary: "List templates, fonts and papers",
            text: "",
            problems: &[],
            example: None,
        },
    )
}

async fn list() -> Result<Json<Looks>, Problem> {
    let templates = typeset::templates().iter().map(|template| Template {
        name: &template.name,
        summary: &template.summary,
        good_for: &template.good_for,
        license: &template.license,
        font: template.font.name,
        accent: template.accent,
        columns: template.columns,
    });
    Ok(Json::of(&Looks {
        templates: templates.collect(),
        fonts: typeset::FAMILIES.iter().map(|family| family.name).collect(),
        papers: Paper::ALL,
        densities: Density::ALL,
        date_formats: DateFormat::ALL,
    }))
}
