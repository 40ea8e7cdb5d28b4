//! `POST /parse`: what a machine reads in a file.

use axum::extract::State;
use axum::http::Method;
use extract::{Action, Decision, Format};
use resume::{ReportedFinding, Resume};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use workbench::{Form, Opened};

use super::answer::{Json, Problem};
use super::check;
use super::openapi::{About, Api};
use super::request::{Query, Sent};
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;

/// What a request may say beside its bytes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Parameters {
    /// What the file is called; its extension helps to read it. A form brings a name of its own.
    pub(crate) file: Option<String>,
}

/// What was read.
#[derive(Serialize, JsonSchema)]
struct Read {
    /// Always `vitae-parse/1`.
    format: &'static str,
    /// The file; `-` when it came without a name.
    file: String,
    /// What kind of file it is, e.g. `PDF`.
    kind: String,
    /// Everything that was read, in JSON Resume with the additions of vitae.
    resume: Resume,
    /// The flat record of contact, jobs, schools and skills that a form asks for.
    fields: Map<String, Value>,
    /// Why the fields of a document hold what they hold; empty for data.
    decisions: Vec<Weighed>,
    /// What the reader noticed.
    findings: Vec<ReportedFinding>,
}

/// Why a field holds what it holds.
#[derive(Serialize, JsonSchema)]
struct Weighed {
    /// The field, e.g. `work[0].position`.
    path: String,
    /// How sure it is, 0–1.
    confidence: f32,
    /// What to do with the value.
    action: Advice,
    /// What was weighed, the chosen one first.
    candidates: Vec<Weight>,
}

/// What a confidence asks of the person who takes a value over.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Advice {
    /// Take it.
    Use,
    /// Look at the page first.
    Review,
}

/// Something that might have been the value of a field.
#[derive(Serialize, JsonSchema)]
struct Weight {
    /// Its text.
    text: String,
    /// 0–1.
    score: f32,
    /// What speaks for and against it, in a few words each.
    reasons: Vec<String>,
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::POST,
        "/parse",
        parse,
        About {
            tag: "Files",
            id: "parse".into(),
            summary: "Read the fields of a resume",
            text: "Nothing is invented: a field that was not seen is absent. Nothing is stored.",
            problems: &[],
            example: Some(("application/yaml", check::resume)),
        },
    )
}

async fn parse(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
    sent: Sent,
) -> Result<Json<Read>, Problem> {
    let file = sent.named(parameters.file);
    let desk = Desk::of(&site);
    let read = site.pool.run(move || {
        let source = desk.source(&file)?;
        let kind = match source.form() {
            Form::Data(format) => named(format),
            Form::Document(kind) => kind.name(),
        };
        let Opened { parsed, decisions, .. } = source.open()?;
        let findings = ReportedFinding::located(&parsed.findings, &parsed.places());
        let fields = match export::fields(&parsed.resume) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        let read = Read {
            format: "vitae-parse/1",
            file: source.name.clone(),
            kind: kind.to_owned(),
            resume: parsed.resume,
            fields,
            decisions: decisions.into_iter().map(weighed).collect(),
            findings,
        };
        Ok::<_, Fault>(Json::of(&read))
    });
    Ok(read.await??)
}

fn named(format: Format) -> &'static str {
    match format {
        Format::Yaml => "YAML",
        Format::Json => "JSON",
        Format::Europass => "Europass",
        Format::LinkedInExport => "LinkedIn export",
    }
}

fn weighed(decision: Decision) -> Weighed {
    let action = match decision.action() {
        Action::Use => Advice::Use,
        Action::Review => Advice::Review,
    };
    let candidates = decision.candidates.into_iter();
    Weighed {
        path: decision.path.to_string(),
        confidence: decision.confidence,
        action,
        candidates: candidates
            .map(|one| Weight { text: one.text, score: one.score, reasons: one.reasons })
            .collect(),
    }
}
