//! `/jobs/{id}/interview` and `/resumes/{id}/interview`: what a panel will ask, for the candidate.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use lint::Options;
use maud::{Markup, html};
use workbench::{Block, Item, Panel, Sheet};

use super::matching::nothing_to_match;
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::{Fields, address};
use crate::site::layout::{Place, page};
use crate::site::material::Material;
use crate::site::person::Person;

/// Questions about a resume, and about what a job asks for and no line shows.
pub(crate) async fn for_job(
    State(site): State<Site>,
    Person(user): Person,
    Path(job): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let job = Material::job(&site, user, &job).await?;
    let resume = fields.get("resume").ok_or_else(|| {
        Fault::bad_request("the questions are about a resume, and none is named")
            .hint("choose one on the page Match")
    })?;
    let resume = Material::resume(&site, user, resume).await?;
    answer(&site, Asked { resume, job: Some(job), fields }).await
}

/// Questions about a resume.
pub(crate) async fn for_resume(
    State(site): State<Site>,
    Person(user): Person,
    Path(resume): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let resume = Material::resume(&site, user, &resume).await?;
    answer(&site, Asked { resume, job: None, fields }).await
}

async fn answer(site: &Site, asked: Asked) -> Result<Response, Fault> {
    let desk = Desk::of(site);
    site.pool.run(move || asked.page(&desk)).await?
}

/// What is asked about.
struct Asked {
    resume: Material,
    job: Option<Material>,
    fields: Fields,
}

impl Asked {
    fn page(&self, desk: &Desk) -> Result<Response, Fault> {
        let read = self.resume.read(desk, self.fields.get("variant"))?;
        let options = Options { stage: None, as_of: read.as_of.clone(), layout: None };
        let mut panel =
            Panel { parsed: &read.parsed, cut: read.cut.as_ref(), options: &options, job: None };
        let sought = match &self.job {
            Some(job) => {
                let read_job = job.read_job(desk)?;
                match panel.seek(&read_job) {
                    Ok(sought) => Some(sought),
                    Err(why) => return Ok(nothing_to_match(job, &read_job, &why.to_string())),
                }
            }
            None => None,
        };
        panel.job = sought.as_ref();
        let (stage, reason) = panel.stage();
        let found = panel.for_candidate(stage, self.is_all());
        let sheet = Sheet::of_preparation(&self.resume.title, &found);
        Ok(self.shown(&sheet, &format!("Stage {stage}: {reason}.")).into_response())
    }

    fn is_all(&self) -> bool {
        self.fields.get("all").is_some()
    }

    fn shown(&self, sheet: &Sheet, stage: &str) -> Markup {
        let path = match &self.job {
            Some(job) => format!("/jobs/{}/interview", job.key),
            None => format!("/resumes/{}/interview", self.resume.key),
        };
        let mut fields: Vec<(&str, &str)> = Vec::new();
        fields.extend(self.job.is_some().then_some(("resume", self.resume.key.as_str())));
        fields.extend(self.fields.get("variant").map(|variant| ("variant", variant)));
        let few = address(&path, &fields);
        fields.push(("all", "1"));
        let all = address(&path, &fields);
        let current = |is: bool| is.then_some("true");
        let content = html! {
            article.interview aria-labelledby="interview" {
                header {
                    h1 #interview { (sheet.title) }
                    p.lead { (sheet.about) }
                    p.quiet { (stage) " Your notes are yours: no other page and no file that you send shows them." }
                    nav.choices aria-label="Questions shown" {
                        a href=(few) aria-current=[current(!self.is_all())] { "Asked first" }
                        a href=(all) aria-current=[current(self.is_all())] { "All that fit" }
                    }
                }
                @for part in &sheet.pages {
                    section {
                        h2 { (part.title) }
                        @if !part.about.is_empty() { p { (part.about) } }
                        @for block in &part.blocks { (questions(block)) }
                    }
                }
            }
        };
        let place = if self.job.is_some() { Place::Jobs } else { Place::Resumes };
        page(&sheet.title, place, &[], &content)
    }
}

fn questions(block: &Block) -> Markup {
    html! {
        div.block {
            @if let Some(requirement) = &block.requirement { p.wanted { "Wanted: " (requirement) } }
            @if let Some(quote) = &block.quote {
                blockquote {
                    p { (quote) }
                    @if let Some(place) = &block.place { footer { (place) } }
                }
            }
            @if let Some(note) = &block.note { p.note { b { "Your note" } " " (note) } }
            ul { @for item in &block.items { li { (question(item)) } } }
        }
    }
}

fn question(item: &Item) -> Markup {
    html! {
        h3 { @if item.alternative { "Or: " } (item.question) }
        p.quiet { "A good answer shows: " (item.shows) }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use store::Format;

    use crate::site::testing::User;

    const YAML: &str = "basics: {name: Ada Kovač}\nwork:\n- name: Northwind\n  position: Backend Engineer\n  startDate: 2021-01\n  highlights:\n  - {id: a, text: Cut p99 of checkout from 480 ms to 92 ms by caching tariffs, evidence: dashboard <rates> of March}\nvitae: {variants: {none: {omit: [a]}}}\n";

    #[tokio::test]
    async fn a_candidate_sees_questions_notes_and_gaps() {
        let user = User::local().await;
        let id = user.save_resume("Ada", YAML, Format::Yaml).await;
        let page = user.get(&format!("/resumes/{id}/interview")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("dashboard &lt;rates&gt; of March"));
        assert!(page.text().contains("A good answer shows"));
        let count = |page: &str| page.matches("A good answer shows").count();
        let all = user.get(&format!("/resumes/{id}/interview?all=1")).await;
        assert!(count(all.text()) > count(page.text()));
        let with_job = user.get(&format!("/jobs/backend-senior/interview?resume={id}")).await;
        assert!(with_job.text().contains("What the job asks for"), "{}", with_job.text());
        let cut = user.get(&format!("/resumes/{id}/interview?variant=none")).await;
        assert!(!cut.text().contains("dashboard"), "{}", cut.text());
    }

    #[tokio::test]
    async fn what_cannot_be_asked_about_is_said() {
        let user = User::local().await;
        let id = user.save_resume("Ada", "basics: {name: Ada}\n", Format::Yaml).await;
        let page = user.get(&format!("/resumes/{id}/interview")).await;
        assert!(page.text().contains("gives a panel anything to ask about"), "{}", page.text());
        let job = user.submit_parts("/jobs", &[("text", "title: Engineer\n")]).await;
        for (path, status) in [
            ("/resumes/x/interview".to_owned(), 404),
            (format!("/resumes/{id}/interview?variant=x"), 404),
            ("/jobs/backend-senior/interview".to_owned(), 400),
            (format!("{}/interview?resume={id}", job.location()), 422),
        ] {
            assert_eq!(user.get(&path).await.status.as_u16(), status, "{path}");
        }
    }
}
