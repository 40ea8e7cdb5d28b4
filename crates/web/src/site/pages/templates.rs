//! How each template looks: a small picture of the first page of an example.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use extract::{Format, Limits};
use resume::{Resume, Stage};
use typeset::{Options, Template};

use crate::site::Site;
use crate::site::fault::Fault;

/// Pixels a point (1/72 inch): a page is some 330 wide.
const SCALE: f32 = 0.55;

/// Changes with the program, as pictures do.
const MARK: &str = env!("CARGO_PKG_VERSION");

/// The pictures that were asked for.
static PICTURES: LazyLock<Mutex<BTreeMap<&'static str, Png>>> = LazyLock::new(Mutex::default);

/// The bytes of a picture.
type Png = Arc<Vec<u8>>;

/// Where a page finds the picture of a template.
pub(crate) fn address(template: &Template) -> String {
    format!("/templates/{}/preview.png?{MARK}", template.name)
}

/// The picture of one template.
pub(crate) async fn preview(
    State(site): State<Site>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    let template = typeset::template(&name).ok_or_else(|| Fault::not_found("template"))?;
    let kept = move || {
        let pictures = PICTURES.lock().unwrap_or_else(PoisonError::into_inner);
        pictures.get(template.name.as_str()).cloned()
    };
    let picture = match kept() {
        Some(picture) => picture,
        None => site.pool.run(move || kept().map_or_else(|| made(template), Ok)).await??,
    };
    let keep = match query.as_deref() {
        Some(MARK) => "public, max-age=31536000, immutable",
        _ => "no-cache",
    };
    let headers = [(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, keep)];
    Ok((headers, picture.as_ref().clone()).into_response())
}

fn made(template: &'static Template) -> Result<Arc<Vec<u8>>, Fault> {
    let pages = typeset::png(&example(), &Options::new(template), SCALE);
    let first = pages.map_err(workbench::Failure::from)?.into_iter().next();
    let picture = Arc::new(first.ok_or_else(Fault::ours)?);
    let mut pictures = PICTURES.lock().unwrap_or_else(PoisonError::into_inner);
    pictures.insert(&template.name, Arc::clone(&picture));
    Ok(picture)
}

/// The resume that the pictures show.
fn example() -> Resume {
    let examples = &roles::library().resumes;
    let one = examples.iter().find(|one| one.stage == Stage::Mid).or_else(|| examples.first());
    let read = one.map(|one| extract::read(one.yaml.as_bytes(), Format::Yaml, &Limits::default()));
    let parsed = read.and_then(Result::ok).unwrap_or_default();
    parsed.resume
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::testing::User;

    #[tokio::test]
    async fn every_template_has_a_picture_that_stays() {
        let user = User::local().await;
        for template in typeset::templates() {
            let answer = user.get(&address(template)).await;
            assert_eq!(answer.headers[CONTENT_TYPE], "image/png", "{}", template.name);
            let keep = answer.headers[CACHE_CONTROL].to_str().expect("text");
            assert!(keep.ends_with("immutable"), "{keep}");
            assert!(answer.bytes.starts_with(b"\x89PNG") && answer.bytes.len() < 120_000);
        }
        let name = &typeset::templates()[0].name;
        let other = user.get(&format!("/templates/{name}/preview.png?0")).await;
        assert_eq!(other.headers[CACHE_CONTROL], "no-cache");
        for name in ["none", "..%2f_kit", "_job", "%00"] {
            let answer = user.get(&format!("/templates/{name}/preview.png")).await;
            assert_eq!(answer.status.as_u16(), 404, "{name}");
        }
    }
}
