//! The first page: drop or paste a resume, or look at the report of an example.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::Redirect;
use maud::{Markup, html};
use resume::Stage;
use roles::{ExampleResume, library};

use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::person::Viewer;
use crate::site::shelf::Dropped;
use crate::site::upload::Upload;

/// What the dialog of the system offers; whatever comes is read by its content.
const ACCEPTED: &str = ".pdf,.docx,.odt,.rtf,.doc,.html,.htm,.md,.txt,.yaml,.yml,.json,.xml,.zip";

/// The stages of the examples that are offered.
const STAGES: [Stage; 3] = [Stage::Junior, Stage::Senior, Stage::Staff];

pub(crate) async fn show() -> Markup {
    let content = html! {
        div.home {
            section.welcome aria-labelledby="welcome" {
                h1 #welcome { "Does your resume show what you built?" }
                p.lead {
                    "vitae reads any resume and grades its engineering content as a backend panel "
                    "does: how much you owned, what changed, and how it works. Every point is quoted "
                    "from your page."
                }
                (target())
                p.privacy {
                    @if matches!(Viewer::now(), Viewer::Local) { "Nothing leaves this machine" }
                    @else { "Nothing leaves this site" }
                    ": the file stays in memory for an hour, and is not saved. "
                    a href="/privacy" { "Privacy" }
                }
            }
            (examples())
            (steps())
            p.quiet { a href="/reports/saved" { "Saved reports" } }
        }
    };
    page("Check a resume", Place::Check, &["drop.js"], &content)
}

/// Where a file goes.
fn target() -> Markup {
    html! {
        form.drop #drop method="post" action="/" enctype="multipart/form-data" {
            div.target {
                label for="file" { "Choose a file, or drop or paste one anywhere on this page" }
                input #file type="file" name="file" accept=(ACCEPTED) aria-describedby="kinds";
                p.quiet #kinds { "PDF, Word, OpenDocument, RTF, HTML, Markdown, text, JSON Resume, YAML, LinkedIn export" }
            }
            details {
                summary { "Or paste text" }
                label for="text" { "The text of a resume" }
                textarea #text name="text" rows="12" spellcheck="false" {}
            }
            div.actions {
                button.primary type="submit" { "Check" }
                p #progress.quiet role="status" {}
            }
        }
    }
}

/// Reports to look at without a file.
fn examples() -> Markup {
    let offered = STAGES
        .iter()
        .filter_map(|stage| library().resumes.iter().find(|resume| resume.stage == *stage));
    html! {
        section.examples-of aria-labelledby="examples" {
            h2 #examples { "No file at hand? Look at the report of an example" }
            form method="post" action="/" enctype="multipart/form-data" {
                ul {
                    @for ExampleResume { name, stage, title, sector, .. } in offered {
                        li {
                            button.plain type="submit" name="example" value=(name) {
                                b { (stage) } span { (title) } span.quiet { (sector) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What happens to a file.
fn steps() -> Markup {
    html! {
        section.steps aria-labelledby="steps" {
            h2 #steps { "What happens" }
            ol {
                li {
                    h3 { "It is read" }
                    p { "As programs read that take applications, by a process that can do nothing but compute." }
                }
                li {
                    h3 { "It is graded" }
                    p { "On scope, evidence and depth, against the bar of your stage. Name, school and employers are no input." }
                }
                li {
                    h3 { "You see why" }
                    p { "The first eight seconds, each finding at its place, each point with its words, and what to improve first." }
                }
            }
        }
    }
}

/// Takes a file and leads to its report.
pub(crate) async fn drop(
    State(site): State<Site>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Fault> {
    let form = form?;
    let upload = Upload::read(form).await?;
    let file = match upload.field("example") {
        Some(name) => Some(example(name)?),
        None => upload.into_dropped("text"),
    };
    let file = file.ok_or_else(|| {
        Fault::bad_request("there was nothing to read")
            .hint("choose a file that is not empty, or paste its text")
    })?;
    let key = site.shelf.put(file, site.clock.now());
    Ok(Redirect::to(&format!("/reports/{key}")))
}

fn example(name: &str) -> Result<Dropped, Fault> {
    let resume = library().resume(name).ok_or_else(|| Fault::not_found("example"))?;
    let bytes = resume.yaml.clone().into_bytes();
    Ok(Dropped { name: format!("{}.yaml", resume.name), bytes })
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::header::ACCEPT_ENCODING;

    use crate::site::testing::{User, request};

    /// Bytes of an answer as it travels to a browser.
    async fn weight(user: &User, path: &str) -> usize {
        let request = request("GET", path).header(ACCEPT_ENCODING, "gzip");
        let answer = user.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(answer.status.as_u16(), 200, "{path}");
        answer.bytes.len()
    }

    #[tokio::test]
    async fn it_is_light_with_everything_it_loads() {
        let user = User::local().await;
        let answer = user.get("/").await;
        let page = answer.text();
        let mut whole = weight(&user, "/").await;
        let assets: Vec<&str> =
            page.split('"').filter(|word| word.starts_with("/assets/")).collect();
        assert!(assets.len() >= 3, "{assets:?}");
        for asset in assets {
            whole += weight(&user, asset).await;
        }
        assert!(whole <= 60_000, "{whole} bytes");
    }
}
