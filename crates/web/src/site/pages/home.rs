//! The first page: drop or paste a resume.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::upload::Upload;

/// What the dialog of the system offers; whatever comes is read by its content.
const ACCEPTED: &str = ".pdf,.docx,.odt,.rtf,.doc,.html,.htm,.md,.txt,.yaml,.yml,.json,.xml,.zip";

pub(crate) async fn show() -> Markup {
    let content = html! {
        section.welcome aria-labelledby="welcome" {
            h1 #welcome { "Does your resume show what you built?" }
            p.lead {
                "vitae reads any resume and grades its engineering content as a backend panel does: "
                "how much you owned, what changed, and how it works. Every point is quoted from your page."
            }
            form.drop #drop method="post" action="/" enctype="multipart/form-data" {
                div.target {
                    label for="file" { "Choose a file, or drop one anywhere on this page" }
                    input #file type="file" name="file" accept=(ACCEPTED);
                    p.quiet { "PDF, Word, OpenDocument, RTF, HTML, Markdown, text, JSON Resume, YAML, LinkedIn export" }
                }
                details {
                    summary { "Or paste text" }
                    label for="text" { "The text of a resume" }
                    textarea #text name="text" rows="12" spellcheck="false" {}
                }
                button.primary type="submit" { "Check" }
                p.quiet { "The file stays in memory on this machine for an hour, and is not saved." }
            }
        }
    };
    page("Check a resume", Place::Check, &["drop.js"], &content)
}

/// Takes a file and leads to its report.
pub(crate) async fn drop(
    State(site): State<Site>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Fault> {
    let form = form.map_err(|error| Fault::new(error.status(), error.body_text()))?;
    let file = Upload::read(form).await?.into_dropped("text");
    let file = file.ok_or_else(|| {
        Fault::bad_request("there was nothing to read").hint("choose a file, or paste its text")
    })?;
    let key = site.shelf.put(file, site.clock.now());
    Ok(Redirect::to(&format!("/reports/{key}")))
}
