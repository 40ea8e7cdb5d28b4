//! Choosing a resume and a job.

use maud::{Markup, html};
use roles::job_templates;
use store::{Document, Kind, Shelf, UserId};

use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::material::{Material, template_title};

/// Saved documents to choose from, the last saved first; `/resumes` and `/jobs` list all.
const MOST: usize = 100;

/// What there is to choose from, and what was chosen already.
pub(super) struct Choice {
    resume: Option<Material>,
    job: Option<Material>,
    resumes: Vec<Document>,
    jobs: Vec<Document>,
}

impl Choice {
    pub(super) async fn of(
        site: &Site,
        user: UserId,
        resume: Option<Material>,
        job: Option<Material>,
    ) -> Result<Self, Fault> {
        let list = async |kind| site.store.documents(user, kind, Shelf::Current, None, MOST).await;
        let (resumes, jobs) = (list(Kind::Resume).await?.items, list(Kind::Job).await?.items);
        Ok(Self { resume, job, resumes, jobs })
    }

    pub(super) fn page(&self) -> Markup {
        let content = html! {
            h1 { "What does your resume show of a job?" }
            p.lead {
                "Requirement by requirement, in your own words: what is proved, what is only listed, "
                "and what is not stated. A name in a list is half; work told in a line is whole."
            }
            form.matching method="post" action="/match" enctype="multipart/form-data" {
                div.sides {
                    fieldset.card {
                        legend { "Your resume" }
                        (choose("resume", "A saved resume", self.resume.as_ref(), &self.resumes, None))
                        (bring("resume", "Or a file", "Or paste its text"))
                    }
                    fieldset.card {
                        legend { "The job" }
                        (choose("job", "A saved job, or one that comes with vitae", self.job.as_ref(), &self.jobs, Some(&templates())))
                        (bring("job", "Or a file: PDF, Word, HTML, text", "Or paste the ad"))
                    }
                }
                button.primary type="submit" { "Compare" }
                p.quiet { "Files and pasted text stay in memory for an hour, unless you save them." }
            }
        };
        page("Match", Place::Match, &[], &content)
    }
}

/// Jobs that come with vitae.
pub(crate) fn templates() -> Markup {
    html! {
        optgroup label="Come with vitae" {
            @for template in job_templates() {
                option value=(template.name) { (template_title(template.family, template.stage)) }
            }
        }
    }
}

/// A list of saved documents, with the one that was chosen.
fn choose(
    what: &str,
    label: &str,
    chosen: Option<&Material>,
    saved: &[Document],
    more: Option<&Markup>,
) -> Markup {
    let is_saved = |key: &str| saved.iter().any(|document| document.id.to_string() == key);
    let other = chosen.filter(|chosen| !is_saved(&chosen.key));
    html! {
        @if other.is_some() || more.is_some() || !saved.is_empty() {
            label for=(what) { (label) }
            select id=(what) name=(what) {
                option value="" { "None" }
                @if let Some(other) = other {
                    option value=(other.key) selected { (other.title) }
                }
                @for document in saved {
                    @let id = document.id.to_string();
                    option value=(id) selected[chosen.is_some_and(|one| one.key == id)] {
                        (document.title)
                        @if !document.company.is_empty() { ", " (document.company) }
                    }
                }
                @if let Some(more) = more { (more) }
            }
        }
    }
}

/// A file, or text.
fn bring(what: &str, file: &str, text: &str) -> Markup {
    html! {
        label for=(format!("{what}-file")) { (file) }
        input id=(format!("{what}-file")) type="file" name=(format!("{what}-file"));
        label for=(format!("{what}-text")) { (text) }
        textarea id=(format!("{what}-text")) name=(format!("{what}-text")) rows="8" spellcheck="false" {}
    }
}
