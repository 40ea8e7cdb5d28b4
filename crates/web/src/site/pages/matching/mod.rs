//! `/match`: a resume and a job, and what the one shows of the other.

mod choice;
mod result;

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::{Fields, address};
use crate::site::material::Material;
use crate::site::person::Person;
use crate::site::upload::Upload;

pub(crate) use choice::templates;
pub(crate) use result::nothing_to_match;

/// The comparison when both are named, otherwise the choice of what is missing.
pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    fields: Fields,
) -> Result<Response, Fault> {
    let resume = match fields.get("resume") {
        Some(key) => Some(Material::resume(&site, user, key).await?),
        None => None,
    };
    let job = match fields.get("job") {
        Some(key) => Some(Material::job(&site, user, key).await?),
        None => None,
    };
    let (Some(resume), Some(job)) = (&resume, &job) else {
        let choice = choice::Choice::of(&site, user, resume, job).await?;
        return Ok(choice.page().into_response());
    };
    let desk = Desk::of(&site);
    let asked = result::Asked {
        resume: resume.clone(),
        job: job.clone(),
        variant: fields.get("variant").map(str::to_owned),
        only: fields.get("show").and_then(result::status),
        saved: fields.get("saved").is_some(),
    };
    site.pool.run(move || asked.page(&desk)).await?
}

/// Takes what was chosen, dropped and pasted, and leads to the comparison.
pub(crate) async fn choose(
    State(site): State<Site>,
    Person(user): Person,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Fault> {
    let form = form?;
    let mut upload = Upload::read(form).await?;
    let mut keys = Vec::new();
    for (what, file, text) in
        [("resume", "resume-file", "resume-text"), ("job", "job-file", "job-text")]
    {
        let key = match upload.take(file, text) {
            Some(dropped) => Some(site.shelf.put(dropped, site.clock.now())),
            None => upload.field(what).map(str::to_owned),
        };
        keys.extend(key.map(|key| (what, key)));
    }
    // What is not there any more is said now, before the rest is asked for.
    for (what, key) in &keys {
        match *what {
            "resume" => drop(Material::resume(&site, user, key).await?),
            _ => drop(Material::job(&site, user, key).await?),
        }
    }
    if keys.is_empty() {
        return Err(Fault::bad_request("there was nothing to compare")
            .hint("choose a resume and a job, or paste their text"));
    }
    let fields: Vec<(&str, &str)> = keys.iter().map(|(what, key)| (*what, key.as_str())).collect();
    Ok(Redirect::to(&address("/match", &fields)))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use roles::library;
    use store::Format;

    use crate::site::testing::User;

    /// An ad as somebody pastes it.
    const AD: &str = "Backend Engineer\n\nRequirements\n- 3+ years with Go\n- PostgreSQL\n- Experience with COBOL\n\nBenefits\n- A bicycle\n";

    async fn pasted(user: &User, resume: &str, job: &str) -> String {
        let fields = [("resume-text", resume), ("job-text", job)];
        let answer = user.submit_parts("/match", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location().to_owned()
    }

    #[tokio::test]
    async fn a_pasted_resume_is_compared_with_a_pasted_ad() {
        let user = User::local().await;
        let page = user.get("/match").await;
        assert!(page.status == StatusCode::OK && page.text().contains("Come with vitae"));
        let resume = &library().resumes[0];
        let address = pasted(&user, &resume.yaml, AD).await;
        let page = user.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        for expected in
            ["A reader finds", "Ceiling", "COBOL", "not stated", "A bicycle", "Save the job"]
        {
            assert!(page.text().contains(expected), "{expected}: {}", page.text());
        }
        let filtered = user.get(&format!("{address}&show=not-stated")).await;
        assert!(filtered.text().contains("The page does not say"));
        assert!(!filtered.text().contains("blockquote"), "{}", filtered.text());
        // A word that is no status filters nothing.
        let all = user.get(&format!("{address}&show=%3Cscript%3E")).await;
        assert!(all.status == StatusCode::OK && !all.text().contains("<script"));
    }

    #[tokio::test]
    async fn saved_resumes_have_places_and_variants() {
        let user = User::local().await;
        let yaml = "basics: {name: Ada Kovač}\nwork:\n- name: Northwind\n  position: Backend Engineer\n  startDate: 2021-01\n  highlights:\n  - {id: a, text: Moved the ledger to PostgreSQL}\n  - {id: b, text: Wrote the fare service in Go}\nvitae:\n  variants:\n    short & sweet: {omit: [b]}\n";
        let id = user.save_resume("Ada", yaml, Format::Yaml).await;
        let job = user.submit_parts("/jobs", &[("text", AD)]).await;
        let job = job.location().strip_prefix("/jobs/").expect("a job").to_owned();
        let page = user.get(&format!("/match?resume={id}&job={job}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains(&format!("/resumes/{id}#work[0].highlights[1]")));
        assert!(page.text().contains("variant=short%20%26%20sweet"));
        let cut =
            user.get(&format!("/match?resume={id}&job={job}&variant=short%20%26%20sweet")).await;
        assert!(cut.text().contains("not in this variant"), "{}", cut.text());
        let unknown = user.get(&format!("/match?resume={id}&job={job}&variant=x")).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        assert!(unknown.text().contains("short &amp; sweet"));
        // A job is no resume.
        assert_eq!(
            user.get(&format!("/match?resume={job}&job={job}")).await.status,
            StatusCode::NOT_FOUND
        );
    }

    #[tokio::test]
    async fn what_is_missing_is_asked_for() {
        let user = User::local().await;
        let only_job = user.submit_parts("/match", &[("job", "backend-senior")]).await;
        assert_eq!(only_job.location(), "/match?job=backend-senior");
        let page = user.get(only_job.location()).await;
        assert!(page.status == StatusCode::OK && page.text().contains("selected"));
        let check = async |fields: &[(&str, &str)], status: u16| {
            assert_eq!(
                user.submit_parts("/match", fields).await.status.as_u16(),
                status,
                "{fields:?}"
            );
        };
        check(&[], 400).await;
        check(&[("resume", "nobody")], 404).await;
        check(&[("job", "../../etc")], 404).await;
        check(&[("resume-text", "   ")], 400).await;
        let odd = user.get("/match?resume=%00%FF&job=%2e%2e").await;
        assert_eq!(odd.status, StatusCode::NOT_FOUND);
        let form = user.submit("/match", &[("resume", "a")]).await;
        assert!(form.status.is_client_error());
    }

    #[tokio::test]
    async fn a_job_that_asks_for_nothing_gets_no_number() {
        let user = User::local().await;
        let resume = &library().resumes[0].yaml;
        for ad in [
            "We are a company.\n\nWe have an office and a cat.\n",
            "Backend Engineer\n\nRequirements\n- You are passionate and a team player\n",
            "title: Engineer\n",
        ] {
            let page = user.get(&pasted(&user, resume, ad).await).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{ad}");
            assert!(page.text().contains("Nothing the job asks for could be found"), "{ad}");
            assert!(!page.text().contains(" of 100"), "{ad}");
        }
    }

    #[tokio::test]
    async fn hostile_texts_are_text() {
        let user = User::local().await;
        let resume = "basics: {name: '<script>alert(1)</script>'}\nwork:\n- position: x\n  highlights: ['Wrote <img src=x onerror=alert(1)> in Go']\n";
        let ad = "<b>Engineer</b> \u{202e}\n\nRequirements\n- Go <script>alert(2)</script>\n";
        let page = user.get(&pasted(&user, resume, ad).await).await;
        assert!(!page.text().contains("<script>alert"), "{}", page.text());
        assert!(!page.text().contains("<img src=x"), "{}", page.text());
        let long = "Requirements\n".to_owned() + &"- Go and PostgreSQL and Kafka\n".repeat(3000);
        let page = user.get(&pasted(&user, resume, &long).await).await;
        assert!(page.status == StatusCode::OK || page.status.is_client_error());
    }
}
