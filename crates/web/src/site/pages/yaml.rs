//! The text of a resume, to be edited as it is: with line numbers, what is wrong and where, and the
//! pages beside it.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use store::{Draft, StoreError};

use crate::prose::sentence;
use crate::site::Site;
use crate::site::builder::grade;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::person::Person;
use crate::site::preview::{Drawing, Fit, Kept, Written, diagnostics, draw, section};

/// Lines of the text that are numbered at most, so that a text of nothing but lines stays small.
const MOST_LINES: usize = 20_000;

/// What a save brings.
#[derive(Debug, Deserialize)]
pub(crate) struct Edit {
    source: String,
    /// The revision that the text was made from.
    base: i64,
    /// The newest revision, when its author wants this text instead of it.
    over: Option<i64>,
}

/// Why a text was not saved.
#[derive(Debug)]
struct Refusal {
    fault: Fault,
    /// The newest revision, when somebody saved in the meantime.
    head: Option<i64>,
}

/// The newest text.
pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let kept = Kept::find(&site, user, &id, None).await?;
    let written = kept.written();
    shown(&site, kept, written, None).await
}

/// Saves a text, unless it cannot be read or somebody else saved since.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    edit: Result<Form<Edit>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(edit) = edit?;
    let base = edit.over.unwrap_or(edit.base);
    let kept = Kept::find(&site, user, &id, None).await?;
    let format = kept.revision.summary.format;
    let written = Written::sent(&edit.source, format);
    let text = written.clone();
    let read = site.pool.run(move || text.source()?.parse("vitae saves").map(drop)).await?;
    let refusal = if let Err(failure) = read {
        Refusal { fault: failure.into(), head: None }
    } else {
        let draft = Draft { source: written.text.clone(), format, note: String::new() };
        let (document, now) = (kept.document.id, site.clock.now());
        match site.store.save_revision(user, document, base, draft, now).await {
            Ok(_) => return Ok(Redirect::to(&format!("/resumes/{id}/yaml")).into_response()),
            Err(error @ StoreError::Conflict { head }) => {
                Refusal { fault: error.into(), head: Some(head) }
            }
            Err(error) => return Err(error.into()),
        }
    };
    let status = refusal.fault.status;
    // Who is told of a conflict goes on from the text as it was when they began.
    let kept = Kept::find(&site, user, &id, Some(edit.base)).await.unwrap_or(kept);
    Ok((status, shown(&site, kept, written, Some(refusal)).await?).into_response())
}

/// The page of `written`, which was made from what is kept.
async fn shown(
    site: &Site,
    kept: Kept,
    written: Written,
    refusal: Option<Refusal>,
) -> Result<Markup, Fault> {
    let desk = Desk::of(site);
    site.pool
        .run(move || {
            let drawing = draw(&desk, &written, None).map_err(Fault::from);
            view(&kept, &written, refusal.as_ref(), &drawing)
        })
        .await
}

fn view(
    kept: &Kept,
    written: &Written,
    refusal: Option<&Refusal>,
    drawing: &Result<Drawing, Fault>,
) -> Markup {
    let id = kept.document.id.to_string();
    let title = if kept.document.title.is_empty() { "Resume" } else { &kept.document.title };
    let changed = written.text != kept.revision.source;
    let lines = written.text.split('\n').count().min(MOST_LINES);
    let content = html! {
        article.source-view aria-labelledby="title" {
            header.view-head {
                h1 #title { (title) }
                nav aria-label="This resume" {
                    ul.actions {
                        li { a href={ "/resumes/" (id) } { "Form" } }
                        li { a href={ "/resumes/" (id) "/yaml" } aria-current="page" { (written.kind()) } }
                        li { a href={ "/resumes/" (id) "/revisions" } { "Revisions" } }
                    }
                }
            }
            @if let Some(refusal) = refusal { (refused(&id, refusal)) }
            div.columns {
                form #editor method="post" action={ "/resumes/" (id) "/yaml" }
                    data-resume=(id) data-base=(kept.number()) data-unsaved[changed] {
                    input type="hidden" name="base" value=(kept.number());
                    label.visually-hidden for="source" { "The text of this resume, " (written.kind()) }
                    div.text {
                        pre #gutter.gutter aria-hidden="true" {
                            @for number in 1..=lines { (number) "\n" }
                        }
                        // A parser of HTML drops the first line break.
                        textarea #source name="source" wrap="off" spellcheck="false"
                            autocomplete="off" autocapitalize="off" rows=(lines.clamp(12, 2_000)) {
                            "\n" (written.text)
                        }
                    }
                    div.actions {
                        button.primary type="submit" { "Save" }
                        @if let Some(head) = refusal.and_then(|refusal| refusal.head) {
                            button.plain type="submit" name="over" value=(head) {
                                "Save this text instead"
                            }
                        }
                        p #state.state role="status" {}
                    }
                    section.findings aria-labelledby="diagnostics-title" {
                        h2 #diagnostics-title { "What vitae says" }
                        div #diagnostics {
                            @match drawing {
                                Ok(drawing) => (diagnostics(&drawing.reviewed.report)),
                                Err(fault) => p { (sentence(&fault.message)) "." },
                            }
                        }
                    }
                }
                div.beside {
                    aside #grade aria-label="Grade" tabindex="0" {
                        @if let Ok(drawing) = drawing {
                            (grade(&drawing.reviewed.report, drawing.set.facts.as_ref().map(Fit::of)))
                        }
                    }
                    (section(&id, kept.number(), None, &sizes(drawing.as_ref().ok())))
                }
            }
        }
    };
    page(title, Place::Resumes, &["editor.js"], &content)
}

fn sizes(drawing: Option<&Drawing>) -> Vec<(f64, f64)> {
    drawing.map(|drawing| drawing.set.sizes()).unwrap_or_default()
}

/// Why a text was not saved, and what to do.
fn refused(id: &str, refusal: &Refusal) -> Markup {
    let Refusal { fault, head } = refusal;
    html! {
        section.fault role="alert" {
            h2 { "Not saved" }
            p { (sentence(&fault.message)) "." }
            @if let Some(hint) = &fault.hint { p { (sentence(hint)) "." } }
            @if head.is_some() {
                p {
                    "Your text is below. "
                    a href={ "/resumes/" (id) "/revisions" } { "See what was saved in the meantime" }
                    ", or save this text instead: nothing is lost, both stay among the revisions."
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use store::Format;

    use crate::site::testing::User;

    const SOURCE: &str = "# mine\nbasics: {name: Ada <b> Byron}\nwork: []\n";

    #[tokio::test]
    async fn the_text_is_shown_saved_and_never_overwritten() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        let path = format!("/resumes/{id}/yaml");
        let page = user.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.text()
                .contains("># mine\nbasics: {name: Ada &lt;b&gt; Byron}\nwork: []\n</textarea>")
                || page.text().contains(
                    "\n# mine\nbasics: {name: Ada &lt;b&gt; Byron}\nwork: []\n</textarea>"
                ),
            "{}",
            page.text()
        );
        assert!(page.text().contains("1\n2\n3\n4\n</pre>"), "{}", page.text());

        // A browser ends lines its own way; the text keeps its own.
        let sent = SOURCE.replace("Ada", "Eva").replace('\n', "\r\n");
        let saved = user.submit(&path, &[("source", &sent), ("base", "1")]).await;
        assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, path.as_str()));
        let download = user.get(&format!("/resumes/{id}/download/cv.yaml")).await;
        assert_eq!(download.text(), SOURCE.replace("Ada", "Eva"));

        let late = SOURCE.replace("Ada", "Ida");
        let conflict = user.submit(&path, &[("source", &late), ("base", "1")]).await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        assert!(conflict.text().contains("Ida &lt;b&gt;"), "the text is still there");
        assert!(conflict.text().contains("name=\"over\" value=\"2\""), "{}", conflict.text());
        assert!(conflict.text().contains("data-base=\"1\""), "{}", conflict.text());
        let fields = [("source", late.as_str()), ("base", "1"), ("over", "2")];
        assert_eq!(user.submit(&path, &fields).await.status, StatusCode::SEE_OTHER);
    }

    #[tokio::test]
    async fn a_text_that_cannot_be_read_is_not_saved_and_not_lost() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, Format::Yaml).await;
        let path = format!("/resumes/{id}/yaml");
        let wild = "\u{0}<script>alert(1)</script>";
        for broken in ["work: [", "a: b: c", wild, &"[".repeat(5000), "- 1\n"] {
            let answer = user.submit(&path, &[("source", broken), ("base", "1")]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{broken:.40}");
            assert!(answer.text().contains("Not saved"), "{broken:.40}");
            assert!(!answer.text().contains("<script>"), "{broken:.40}");
        }
        assert_eq!(user.get(&format!("/resumes/{id}/download/a.yaml")).await.text(), SOURCE);
        for (fields, status) in [
            (&[("source", "a: b")][..], 422),
            (&[("base", "1")], 422),
            (&[("source", "a: b"), ("base", "one")], 422),
        ] {
            assert_eq!(user.submit(&path, fields).await.status.as_u16(), status, "{fields:?}");
        }
        for id in ["none", "00000000-0000-0000-0000-000000000000", "%00"] {
            let path = format!("/resumes/{id}/yaml");
            assert_eq!(user.get(&path).await.status, StatusCode::NOT_FOUND, "{id}");
        }
    }
}
