//! `GET /rules`: what is looked for, and why.

use std::sync::LazyLock;

use axum::http::Method;
use resume::{Severity, Stage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::{Json, Problem};
use super::openapi::{About, Api};
use super::request::Path;
use crate::site::fault::Fault;

/// All rules.
#[derive(Serialize, JsonSchema)]
struct Rules {
    /// By id.
    rules: Vec<Rule>,
}

/// A rule.
#[derive(Clone, Serialize, JsonSchema)]
struct Rule {
    /// Its id in kebab case.
    id: &'static str,
    /// How much it matters.
    severity: Severity,
    /// The axis or the part of readiness it speaks about; `job` for jobs, `file` for the reader.
    topic: &'static str,
    /// The stages at which it speaks, from the first to the last.
    stages: [Stage; 2],
    /// One sentence.
    summary: &'static str,
}

/// A rule with what `vitae explain` says of it.
#[derive(Serialize, JsonSchema)]
struct Explained {
    #[serde(flatten)]
    rule: Rule,
    /// Why it matters, what to do, and examples, in Markdown.
    text: String,
}

/// Which rule.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct Named {
    /// Its id, e.g. `vague-object`.
    id: String,
}

/// The texts are put together from examples, once.
static RULES: LazyLock<Vec<Explained>> = LazyLock::new(|| {
    let docs = workbench::rules::docs().into_iter().map(|doc| Explained {
        rule: Rule {
            id: doc.id,
            severity: doc.severity,
            topic: doc.topic,
            stages: [*doc.stages.start(), *doc.stages.end()],
            summary: doc.summary,
        },
        text: doc.text,
    });
    docs.collect()
});

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::GET,
        "/rules",
        list,
        About {
            tag: "Knowledge",
            id: "listRules".into(),
            summary: "List all rules",
            text: "",
            problems: &[],
            example: None,
        },
    )
    .on(
        &Method::GET,
        "/rules/{id}",
        one,
        About {
            tag: "Knowledge",
            id: "getRule".into(),
            summary: "Explain a rule",
            text: "The same text as `vitae explain RULE`.",
            problems: &[],
            example: None,
        },
    )
}

async fn list() -> Result<Json<Rules>, Problem> {
    Ok(Json::of(&Rules { rules: RULES.iter().map(|one| one.rule.clone()).collect() }))
}

async fn one(Path(named): Path<Named>) -> Result<Json<Explained>, Problem> {
    let rule = RULES.iter().find(|one| one.rule.id == named.id);
    let rule = rule.ok_or_else(|| Fault::not_found("rule of this name"))?;
    Ok(Json::of(rule))
}
