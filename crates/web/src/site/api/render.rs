//! `POST /render`: a resume as PDF, as pictures, and in every other format.

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use resume::model::{Accent, DateFormat, Density, Paper};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use workbench::{Choices, Otherwise, Rendition, read_back, shipped_template};

use super::answer::Problem;
use super::check;
use super::openapi::{About, Api, Operation, Part};
use super::request::{Query, Sent};
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::shelf::Dropped;

/// Pixels of a PNG a point: 144 dots an inch.
const SCALE: f32 = 2.0;

const PAGES: HeaderName = HeaderName::from_static("vitae-pages");

/// How the result is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Parameters {
    /// What the file is called; its extension helps to read it. A form brings a name of its own.
    file: Option<String>,
    /// The format of the result.
    to: To,
    /// Which page, for pictures.
    #[serde(default = "first")]
    #[schemars(range(min = 1))]
    page: usize,
    /// The template; otherwise that of the file, otherwise `classic`.
    #[schemars(schema_with = "names_of_templates")]
    template: Option<String>,
    /// The sheet; otherwise that of the file, otherwise A4.
    paper: Option<Paper>,
    /// The color of headings and links; otherwise that of the file, otherwise that of the template.
    accent: Option<Accent>,
    /// The font; otherwise that of the file, otherwise that of the template.
    #[schemars(schema_with = "names_of_fonts")]
    font: Option<String>,
    /// How tightly the page is set; otherwise as the file says.
    density: Option<Density>,
    /// How dates are worded; otherwise as the file says.
    date_format: Option<DateFormat>,
    /// Plain text in 7-bit ASCII, for forms that damage anything else.
    #[serde(default)]
    ascii: bool,
    /// Reads the result again and refuses it when words are lost.
    #[serde(default = "yes")]
    verify: bool,
}

/// A format of a result.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum To {
    Pdf,
    Png,
    Svg,
    Docx,
    Html,
    Md,
    Txt,
    Ansi,
    Json,
    Jsonld,
    Tex,
}

impl To {
    const ALL: [Self; 11] = [
        Self::Pdf,
        Self::Png,
        Self::Svg,
        Self::Docx,
        Self::Html,
        Self::Md,
        Self::Txt,
        Self::Ansi,
        Self::Json,
        Self::Jsonld,
        Self::Tex,
    ];

    fn rendition(self) -> Rendition {
        match self {
            Self::Pdf => Rendition::Pdf,
            Self::Png => Rendition::Png,
            Self::Svg => Rendition::Svg,
            Self::Docx => Rendition::Export(export::Format::Docx),
            Self::Html => Rendition::Export(export::Format::Html),
            Self::Md => Rendition::Export(export::Format::Markdown),
            Self::Txt => Rendition::Export(export::Format::Text),
            Self::Ansi => Rendition::Export(export::Format::Ansi),
            Self::Json => Rendition::Export(export::Format::JsonResume),
            Self::Jsonld => Rendition::Export(export::Format::JsonLd),
            Self::Tex => Rendition::Export(export::Format::Latex),
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Html => "text/html; charset=utf-8",
            Self::Md => "text/markdown; charset=utf-8",
            Self::Txt | Self::Ansi => "text/plain; charset=utf-8",
            Self::Json => "application/json",
            Self::Jsonld => "application/ld+json",
            Self::Tex => "application/x-tex",
        }
    }
}

fn first() -> usize {
    1
}

fn yes() -> bool {
    true
}

fn names_of_templates(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<&str> = typeset::templates().iter().map(|one| one.name.as_str()).collect();
    json_schema!({ "type": "string", "enum": names })
}

fn names_of_fonts(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<&str> = typeset::FAMILIES.iter().map(|one| one.name).collect();
    json_schema!({ "type": "string", "enum": names })
}

/// The result.
struct Rendered {
    to: To,
    bytes: Vec<u8>,
    /// How many pages there are, where there are pages.
    pages: Option<usize>,
}

impl IntoResponse for Rendered {
    fn into_response(self) -> Response {
        let mut response = ([(CONTENT_TYPE, self.to.media_type())], self.bytes).into_response();
        if let Some(pages) = self.pages {
            response.headers_mut().insert(PAGES, HeaderValue::from(pages));
        }
        response
    }
}

impl Part for Rendered {
    fn describe(operation: &mut Operation<'_>) {
        let content: Map<String, Value> = To::ALL
            .iter()
            .map(|to| {
                let name = to.media_type().split(';').next().unwrap_or_default();
                (name.to_owned(), json!({}))
            })
            .collect();
        let headers = json!({ "Vitae-Pages": {
            "description": "How many pages there are; only where there are pages.",
            "schema": { "type": "integer", "minimum": 1 },
        }});
        let rest = json!({ "headers": headers, "content": content });
        operation.answer(StatusCode::OK, "The file.", rest);
    }
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::POST,
        "/render",
        render,
        About {
            tag: "Files",
            id: "render".into(),
            summary: "Set a resume, or write it in another format",
            text: "Any resume that can be read may come in. Same file, same choices, same bytes out. A picture \
                   shows one page; `Vitae-Pages` says how many there are.",
            problems: &[
                (StatusCode::NOT_FOUND, "The resume has no such page."),
                (StatusCode::UNPROCESSABLE_ENTITY, "The result would lose words of the resume."),
            ],
            example: Some(("application/yaml", check::resume)),
        },
    )
}

async fn render(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
    sent: Sent,
) -> Result<Rendered, Problem> {
    let file = sent.named(parameters.file.clone());
    let desk = Desk::of(&site);
    Ok(site.pool.run(move || rendered(&desk, &file, parameters)).await??)
}

fn rendered(desk: &Desk, file: &Dropped, parameters: Parameters) -> Result<Rendered, Fault> {
    let Parameters { to, page, template, paper, accent, font, density, date_format, .. } =
        parameters;
    let mut resume = desk.source(file)?.open()?.parsed.resume;
    let template = template.as_deref().map(shipped_template).transpose()?;
    let choices = Choices { template, paper, accent, font, density, date_format };
    let look = choices.decide(&mut resume, &Otherwise::default())?;
    let of_page = look.of_page();
    let rendition = to.rendition();
    let (bytes, pages) = if let Rendition::Export(format) = rendition {
        let options = export::Options { ascii: parameters.ascii, ..look.of_export() };
        (export::export(&resume, format, &options), None)
    } else {
        let set = typeset::pages(&resume, &of_page).map_err(workbench::Failure::from)?;
        let bytes = match rendition {
            Rendition::Png => nth(set.png(SCALE).map_err(workbench::Failure::from)?, page)?,
            Rendition::Svg => nth(set.svg(), page)?.into_bytes(),
            _ => set.pdf().map_err(workbench::Failure::from)?,
        };
        (bytes, Some(set.count()))
    };
    if parameters.verify {
        let outline = match rendition {
            Rendition::Export(_) => resume::outline::Outline::of(&resume),
            _ => of_page.template.outline(&resume),
        };
        let read = read_back("the result", rendition, &bytes, &outline.leaves());
        read.map_err(|failure| {
            Fault::from(failure)
                .hint("another template or font may keep it; `verify=false` takes it as it is")
        })?;
    }
    Ok(Rendered { to, bytes, pages })
}

/// The page of that number, from 1.
fn nth<T>(pages: Vec<T>, number: usize) -> Result<T, Fault> {
    let all = pages.len();
    let page = number.checked_sub(1).and_then(|index| pages.into_iter().nth(index));
    page.ok_or_else(|| {
        Fault::new(StatusCode::NOT_FOUND, format!("there is no page {number}"))
            .hint(format!("the resume has {all}"))
    })
}
