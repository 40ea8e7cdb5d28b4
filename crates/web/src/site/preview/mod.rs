//! The live preview: a text that somebody is writing, as the pages it will be printed on, what is
//! noticed about it, and its grade. Nothing is saved.
//!
//! A script asks at every change, one request at a time, and says which parts of them it has. Of what a
//! page asks for, only the newest is worth the work (`turns`). `drawing` does what `vitae build`
//! and `vitae check` do; `answer` is what the script is told.

mod answer;
mod diagnostics;
mod drawing;
mod fitting;
mod kept;
mod looks;
mod saving;
mod section;
mod turns;

use std::collections::BTreeSet;

use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use answer::Answer;
pub(crate) use diagnostics::diagnostics;
pub(crate) use drawing::{Drawing, Written, draw};
pub(crate) use fitting::Fit;
pub(crate) use kept::Kept;
pub(crate) use looks::looks;
pub(crate) use saving::save;
pub(crate) use section::section;
pub(crate) use turns::Turns;

use super::Site;
use super::builder::{self, apply};
use super::desk::Desk;
use super::fault::{Fault, Problem};
use super::pages::builder::read_as;
use super::person::Person;

/// The fields of a form, in its order.
pub(crate) type Fields = Vec<(String, String)>;

/// What is asked for, beside the fields.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Asked {
    /// The revision that the fields were made from; otherwise the newest.
    base: Option<i64>,
    /// The variant to show; otherwise the whole.
    variant: Option<String>,
    /// The open page that asks, by a name of its own choice.
    view: String,
    /// The parts of pages it has, by name, with commas.
    have: String,
}

/// The newest text as pages, findings and grade. A text that cannot be read has an answer, too.
pub(crate) async fn preview(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    asked: Result<Query<Asked>, QueryRejection>,
    fields: Result<Form<Fields>, FormRejection>,
) -> Result<Response, Problem> {
    let Query(asked) = asked.map_err(|error| Fault::bad_request(error.body_text()))?;
    let Form(fields) = fields?;
    let kept = Kept::find(&site, user, &id, asked.base).await?;
    let turn = site.turns.next(&id, &asked.view);
    let desk = Desk::of(&site);
    let answer = site
        .pool
        .run(move || {
            // Somebody waits for the one behind it.
            (!turn.is_overtaken()).then(|| made(&desk, &kept, &asked, &fields))
        })
        .await?
        .transpose()?;
    // Packing takes longer than it saves on the way to this machine.
    let headers = [(CONTENT_TYPE, "application/json"), (CONTENT_ENCODING, "identity")];
    Ok(match answer {
        Some(json) => (headers, json).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    })
}

fn made(desk: &Desk, kept: &Kept, asked: &Asked, fields: &Fields) -> Result<Vec<u8>, Fault> {
    let have: BTreeSet<&str> = asked.have.split(',').collect();
    let (written, is_text) = written(kept, fields)?;
    let answer = match draw(desk, &written, asked.variant.as_deref()) {
        Ok(drawing) => Answer::of(drawing, &have, is_text),
        Err(failure) => Answer::broken(&failure),
    };
    Ok(serde_json::to_vec(&answer).unwrap_or_default())
}

/// The text that the fields make of what is kept; true when the text itself was sent.
fn written(kept: &Kept, fields: &Fields) -> Result<(Written, bool), Fault> {
    let Written { text, format } = kept.written();
    if let Some((_, sent)) = fields.iter().find(|(name, _)| name == SOURCE) {
        return Ok((Written::sent(sent, format), true));
    }
    let values = fields.iter().filter(|(name, _)| !ABOUT_THE_FORM.contains(&name.as_str()));
    let values = values.map(|(name, value)| (name.as_str(), value.as_str()));
    let fields = builder::Fields::read(values)?;
    Ok((Written { text: apply(&text, read_as(format), &fields)?.source, format }, false))
}

/// The field that holds a whole text.
const SOURCE: &str = "source";

/// Fields that say something of the form itself.
const ABOUT_THE_FORM: [&str; 3] = ["base", "head", "do"];

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use store::Format;

    use super::*;
    use crate::site::testing::{Answer as Got, User};

    const SOURCE: &str = "\
basics: {name: Ada Kovač}
work:
- name: Pine
  highlights:
  - Responsible for various backend tasks
  - Cut p99 of checkout from 480 ms to 92 ms
vitae: {asOf: 2026-11-01}
";

    async fn ask(user: &User, id: &str, query: &str, source: &str) -> Got {
        user.submit(&format!("/resumes/{id}/preview?{query}"), &[("source", source)]).await
    }

    #[track_caller]
    fn json(answer: &Got) -> Value {
        assert_eq!(answer.status, StatusCode::OK);
        serde_json::from_slice(&answer.bytes).expect("JSON")
    }

    #[tokio::test]
    async fn only_lines_that_changed_travel() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        let first = json(&ask(&user, &id, "view=1", SOURCE).await);
        let page = &first["pages"][0];
        let drawn = first["drawn"].as_object().expect("lines");
        let parts = page["parts"].as_array().expect("parts");
        assert!(parts.len() >= 5, "{page}");
        for part in parts {
            let svg = part[0].as_str().and_then(|name| drawn.get(name)).and_then(Value::as_str);
            assert!(svg.is_some_and(|svg| svg.starts_with('<')), "{part}");
            assert!(part[1].is_f64() && part[2].is_f64(), "{part}");
        }
        assert!(page["width"].as_f64().is_some_and(|width| width > 500.0), "{page}");
        assert_eq!(first["fit"]["pages"], 1);
        assert!(first["gradeHtml"].as_str().is_some_and(|html| html.contains("<dl")), "{first}");
        let boxes = first["boxes"].as_array().expect("boxes");
        let duty = boxes.iter().find(|one| one["path"] == "work[0].highlights[0]");
        assert_eq!(duty.map(|one| &one["severity"]), Some(&Value::from("error")), "{boxes:?}");

        let have: Vec<&str> = drawn.keys().map(String::as_str).collect();
        let have = have.join(",");
        let again = json(&ask(&user, &id, &format!("have=x,{have}"), SOURCE).await);
        assert_eq!(again["pages"], first["pages"]);
        assert_eq!(again["drawn"].as_object().map(serde_json::Map::len), Some(0));
        let other = SOURCE.replace("Ada", "Eva");
        let other = json(&ask(&user, &id, &format!("have={have}"), &other).await);
        assert_ne!(other["pages"][0]["id"], page["id"]);
        assert_eq!(other["drawn"].as_object().map(serde_json::Map::len), Some(1), "the name");
        // Nothing was saved.
        assert_eq!(user.get(&format!("/resumes/{id}/download/a.yaml")).await.text(), SOURCE);
    }

    #[tokio::test]
    async fn a_text_without_pages_says_why() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        for (source, problem, checked) in [
            ("work: [", "Line 1", false),
            ("basics: {name: Ada}\nvitae: {accent: \"#eeeeee\"}", "", true),
            ("basics: {name: \"\\uE000\"}", "", true),
            ("basics: {name: A}\nvitae: {template: <script>}", "&lt;script&gt;", true),
        ] {
            let answer = json(&ask(&user, &id, "", source).await);
            let said = answer["problemHtml"].as_str().unwrap_or_default();
            assert!(said.contains(problem), "{source}: {said}");
            assert_eq!(answer["pages"].is_null(), answer["problemHtml"].is_string(), "{source}");
            assert_eq!(answer["gradeHtml"].is_string(), checked, "{source}");
        }
        let wide = "&".repeat(100_000);
        json(&ask(&user, &id, "", &wide).await);
        let deep = "[".repeat(100_000);
        json(&ask(&user, &id, "", &deep).await);
    }

    #[tokio::test]
    async fn requests_that_mean_nothing_are_refused() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        for (id, query, status) in [
            (id.as_str(), "base=1", 200),
            (id.as_str(), "base=7", 404),
            (id.as_str(), "base=x", 400),
            (id.as_str(), "colour=red", 400),
            (id.as_str(), "variant=none", 200),
            ("none", "", 404),
            ("00000000-0000-0000-0000-000000000000", "", 404),
        ] {
            let answer = ask(&user, id, query, SOURCE).await;
            assert_eq!(answer.status.as_u16(), status, "{id} {query}");
        }
        let path = format!("/resumes/{id}/preview");
        for body in ["%", "\u{0}=\u{0}", "a=b&a=b", "source"] {
            let answer = user.post(&path, "application/x-www-form-urlencoded", body).await;
            assert_ne!(answer.status.as_u16(), 500, "{body:?}");
        }
        assert_eq!(user.post(&path, "text/plain", "x").await.status.as_u16(), 415);
    }

    #[tokio::test]
    async fn saves_know_what_they_were_made_from() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        let save = format!("/resumes/{id}/save");
        let second = SOURCE.replace("Ada", "Eva");
        let saved = user.submit(&save, &[("source", &second), ("base", "1")]).await;
        assert_eq!(json(&saved)["revision"], 2);
        // Twice the same is once.
        let saved = user.submit(&save, &[("source", &second), ("base", "1")]).await;
        assert_eq!(json(&saved)["revision"], 2);
        for (fields, status) in [
            (&[("source", SOURCE), ("base", "1")][..], 409),
            (&[("source", SOURCE), ("base", "1"), ("head", "1")], 409),
            (&[("source", "work: ["), ("base", "2")], 422),
            (&[("source", SOURCE)], 400),
            (&[("source", SOURCE), ("base", "x")], 400),
            (&[("source", SOURCE), ("base", "1"), ("head", "x")], 400),
            (&[("source", SOURCE), ("base", "9")], 404),
            (&[("basics.nickname", "Ada"), ("base", "2")], 400),
            (&[("basics.name", "Ida"), ("base", "1"), ("head", "2")], 200),
        ] {
            assert_eq!(user.submit(&save, fields).await.status.as_u16(), status, "{fields:?}");
        }
        let text = user.get(&format!("/resumes/{id}/download/a.yaml")).await;
        assert!(text.text().contains("Ida") && text.text().contains("backend tasks"));
    }

    #[tokio::test]
    async fn fields_are_shown_as_the_form_saves_them() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        let path = format!("/resumes/{id}/preview?base=1");
        let fields = [
            ("work[0].highlights", "1,0"),
            ("work[0].highlights[1].text", "Responsible for various storage tasks"),
        ];
        let answer = json(&user.submit(&path, &fields).await);
        let notes = answer["notes"].as_object().expect("notes");
        let first = notes.get("work[0].highlights[0]").and_then(Value::as_str);
        assert!(first.is_some_and(|html| html.contains("duty-not-work")), "{notes:?}");
        assert!(answer["diagnosticsHtml"].is_null());
        for (name, status) in [("basics.nickname", 400), ("work[0]", 400), ("base", 200)] {
            let answer = user.submit(&path, &[(name, "1")]).await;
            assert_eq!(answer.status.as_u16(), status, "{name}");
        }
    }
}
