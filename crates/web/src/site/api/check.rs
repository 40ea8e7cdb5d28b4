//! `POST /check` and `POST /check/job`: what is to be said about a file.

use axum::extract::State;
use axum::http::Method;
use lint::{check_job, settle_job};
use resume::{Date, Readiness, Report, ReportedFinding, Stage};
use roles::{RolePack, job_templates, library};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::{Json, Problem};
use super::openapi::{About, Api};
use super::request::{Query, Sent};
use crate::site::Site;
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;

/// What a request may ask for beside its bytes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Parameters {
    /// What the file is called; its extension helps to read it. A form brings a name of its own.
    file: Option<String>,
    /// The career stage to grade against; otherwise that of the file, otherwise found.
    stage: Option<Stage>,
    /// The day that stands for today; otherwise that of the file, otherwise today in UTC.
    #[schemars(extend("format" = "date"))]
    as_of: Option<String>,
}

/// What a request for a job may ask for beside its bytes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct JobParameters {
    /// What the file is called; its extension helps to read it. A form brings a name of its own.
    file: Option<String>,
    /// The day that stands for today; otherwise today in UTC.
    #[schemars(extend("format" = "date"))]
    as_of: Option<String>,
}

/// What keeps people from applying for a job.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobReport {
    /// The file that was read; `-` when it came without a name.
    file: String,
    /// What the job is called.
    title: Option<String>,
    /// The day that stood for today, as ISO 8601.
    as_of: String,
    /// Findings by level.
    readiness: Readiness,
    /// What was noticed, in the order of the source.
    findings: Vec<ReportedFinding>,
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::POST,
        "/check",
        check,
        About {
            tag: "Files",
            id: "check".into(),
            summary: "Check and grade a resume",
            text: "The same report as `vitae check --format json`. Nothing is stored.",
            problems: &[],
            example: Some(("application/yaml", resume)),
        },
    )
    .on(
        &Method::POST,
        "/check/job",
        check_a_job,
        About {
            tag: "Files",
            id: "checkJob".into(),
            summary: "Check a job",
            text: "What keeps people from applying: pay, requirements, process, wording.",
            problems: &[],
            example: Some(("application/yaml", job)),
        },
    )
}

async fn check(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
    sent: Sent,
) -> Result<Json<Report>, Problem> {
    let as_of = day(parameters.as_of.as_deref())?;
    let asked = Asked { stage: parameters.stage, as_of };
    let file = sent.named(parameters.file);
    let desk = Desk::of(&site);
    let report = site.pool.run(move || Ok::<_, Fault>(Json::of(&desk.check(&file, &asked)?)));
    Ok(report.await??)
}

async fn check_a_job(
    State(site): State<Site>,
    Query(parameters): Query<JobParameters>,
    sent: Sent,
) -> Result<Json<JobReport>, Problem> {
    let as_of = day(parameters.as_of.as_deref())?.unwrap_or_else(|| site.clock.today());
    let file = sent.named(parameters.file);
    let desk = Desk::of(&site);
    let report = site.pool.run(move || {
        let source = desk.source(&file)?;
        let read = source.job()?;
        let mut findings = read.findings.clone();
        findings.extend(check_job(&read.job, RolePack::backend_engineer(), &as_of));
        settle_job(&mut findings, &std::collections::BTreeMap::new());
        let report = JobReport {
            file: source.name.clone(),
            title: read.job.title.clone(),
            as_of: as_of.to_string(),
            readiness: Readiness::of(&findings),
            findings: ReportedFinding::located(&findings, &read.places()),
        };
        Ok::<_, Fault>(Json::of(&report))
    });
    Ok(report.await??)
}

/// A day that somebody names.
pub(crate) fn day(text: Option<&str>) -> Result<Option<Date>, Fault> {
    let read = |text: &str| match Date::parse(text) {
        date @ Date::Day(..) => Ok(date),
        _ => Err(Fault::bad_request(format!("`asOf` is no day: `{text}`"))
            .hint("write it as 2026-11-30")),
    };
    text.map(read).transpose()
}

/// A shipped resume, as YAML.
pub(crate) fn resume() -> Value {
    library().resumes.first().map(|resume| resume.yaml.clone()).into()
}

/// A shipped job, as YAML.
pub(crate) fn job() -> Value {
    job_templates().first().map(|job| job.yaml).into()
}
