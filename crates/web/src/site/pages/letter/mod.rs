//! `/jobs/{id}/letter`: a cover letter for a job, in the look of the resume it goes with.
//!
//! It is kept as a file of the resume, in the format of `vitae letter`, and leaves with it. Only
//! what is known stands in it at first: the company, the day, the title. What it says is written by
//! its author, beside the lines of the resume that show what the job asks for.

mod kept;
mod shown;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use export::Format;
use resume::letter::Letter;
use resume::{Date, Job};
use store::{DocumentId, UserId};
use typeset::Drawing;
use workbench::{Choices, Failure, Otherwise, Rendition, read_back};

use super::tailor::{drawn, page_number};
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::{Fields, address};
use crate::site::material::Material;
use crate::site::person::Person;
use kept::Kept;
use shown::Written;

/// A job and the resume that the letter goes with.
struct Pair {
    job: Material,
    resume: Material,
    resume_id: DocumentId,
}

impl Pair {
    async fn of(site: &Site, user: UserId, job: &str, fields: &Fields) -> Result<Self, Fault> {
        let job = Material::job(site, user, job).await?;
        let resume = fields.get("resume").ok_or_else(|| {
            Fault::bad_request("a letter goes with a resume, and none is named")
                .hint("choose one on the page Match")
        })?;
        let resume = Material::resume(site, user, resume).await?;
        let Some((resume_id, _)) = resume.saved else {
            return Err(Fault::bad_request(
                "a letter is kept with its resume, and this one is not saved",
            )
            .hint("open it in the builder first"));
        };
        if job.saved.is_none() {
            return Err(
                Fault::bad_request("a letter is for a saved job").hint("save the job first")
            );
        }
        Ok(Self { job, resume, resume_id })
    }

    fn address(&self) -> String {
        address(&format!("/jobs/{}/letter", self.job.key), &[("resume", &self.resume.key)])
    }
}

/// The letter beside what the resume shows.
pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path(job): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let pair = Pair::of(&site, user, &job, &fields).await?;
    let kept = Kept::find(&site, user, pair.resume_id, &pair.job.key).await?;
    let (desk, today) = (Desk::of(&site), site.clock.today());
    site.pool.run(move || Written { pair, kept, changed: None }.page(&desk, &today)).await?
}

/// Keeps what was written; lines that were marked become paragraphs of it.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(job): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let pair = Pair::of(&site, user, &job, &fields).await?;
    let kept = Kept::find(&site, user, pair.resume_id, &pair.job.key).await?;
    let letter = written(&fields);
    let base = fields.get("base").unwrap_or_default();
    if kept.as_ref().map_or("", |kept| kept.id.as_str()) != base {
        let (desk, today) = (Desk::of(&site), site.clock.today());
        let written = Written { pair, kept, changed: Some(letter) };
        return site.pool.run(move || written.page(&desk, &today)).await?;
    }
    Kept::keep(&site, user, pair.resume_id, &pair.job.key, &letter).await?;
    Ok(Redirect::to(&pair.address()).into_response())
}

/// The letter as a file or a picture: `letter.pdf`, `letter.txt`, `page-1.svg`.
pub(crate) async fn file(
    State(site): State<Site>,
    Person(user): Person,
    Path((job, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    let pair = Pair::of(&site, user, &job, &fields).await?;
    let kept = Kept::find(&site, user, pair.resume_id, &pair.job.key).await?;
    let letter = kept
        .map(|kept| kept.letter)
        .ok_or_else(|| Fault::not_found("letter").hint("write it and save it first"))?;
    let desk = Desk::of(&site);
    site.pool.run(move || made(&desk, &pair.resume, &letter, &file)).await?
}

fn made(desk: &Desk, resume: &Material, letter: &Letter, file: &str) -> Result<Response, Fault> {
    let mut resume = resume.read(desk, None)?.parsed.resume;
    let look = Choices::default().decide(&mut resume, &Otherwise::default())?;
    let page = letter.page();
    if page.paragraphs.is_empty() {
        return Err(Fault::not_found("letter").hint("it says nothing yet"));
    }
    let set = || typeset::letter(&resume, letter, &look.of_page()).map_err(Failure::from);
    let download = |media_type: &'static str, bytes: Vec<u8>| {
        let name = format!("attachment; filename=\"{file}\"");
        ([(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, name)], bytes)
            .into_response()
    };
    match file {
        "letter.pdf" => {
            let pdf = set()?.pdf().map_err(Failure::from)?;
            read_back("the letter", Rendition::Pdf, &pdf, &page.leaves())?;
            Ok(download("application/pdf", pdf))
        }
        "letter.txt" => {
            let text = export::letter(&resume, letter, &look.of_export());
            read_back("the letter", Rendition::Export(Format::Text), &text, &page.leaves())?;
            Ok(download("text/plain; charset=utf-8", text))
        }
        _ => {
            let number = page_number(file).ok_or_else(|| Fault::not_found("file"))?;
            let picture = set()?.drawings().get(number - 1).map(Drawing::for_screen);
            let picture = picture.ok_or_else(|| Fault::not_found("page"))?;
            Ok(drawn(picture))
        }
    }
}

/// A letter that says what is known, and nothing else.
fn blank(job: &Job, today: &Date) -> Letter {
    let company = job.hiring_organization.as_ref().and_then(|who| who.name.clone());
    Letter {
        recipient: company.into_iter().collect(),
        date: Some(today.to_string()),
        subject: job.title.clone(),
        greeting: Some("Hello,".to_owned()),
        closing: Some("Kind regards,".to_owned()),
        ..Letter::default()
    }
}

/// The letter in the fields of a form.
fn written(fields: &Fields) -> Letter {
    let line = |name: &str| fields.get(name).map(str::to_owned);
    let recipient = fields.text("recipient").unwrap_or_default();
    let recipient = recipient.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut body = fields.text("body").unwrap_or_default().trim().to_owned();
    for quote in fields.all("quote").map(str::trim).filter(|quote| !quote.is_empty()) {
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(quote);
    }
    Letter {
        recipient: recipient.map(str::to_owned).collect(),
        date: line("date"),
        subject: line("subject"),
        greeting: line("greeting"),
        body: Some(body).filter(|body| !body.is_empty()),
        closing: line("closing"),
        ..Letter::default()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use axum::http::header::CONTENT_TYPE;
    use store::Format;

    use crate::site::testing::{Answer, User};

    const YAML: &str = "basics: {name: Ada Kovač}\nwork:\n- name: Northwind\n  position: Backend Engineer\n  startDate: 2021-01\n  highlights:\n  - Moved the ledger to PostgreSQL\n";
    const JOB: &str = "title: Backend Engineer, Rating\nhiringOrganization: {name: Halden Freight}\nmust: [PostgreSQL, Go]\n";

    async fn at(user: &User) -> (String, String) {
        let resume = user.save_resume("Ada", YAML, Format::Yaml).await;
        let job = user.submit_parts("/jobs", &[("text", JOB)]).await;
        (format!("{}/letter", job.location()), resume)
    }

    fn base(page: &Answer) -> String {
        let rest = page.text().split_once("name=\"base\" value=\"").expect("a form").1;
        rest.split_once('"').expect("a value").0.to_owned()
    }

    #[tokio::test]
    async fn a_letter_is_written_set_and_downloaded() {
        let user = User::local().await;
        let (path, resume) = at(&user).await;
        let page = user.get(&format!("{path}?resume={resume}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        for expected in
            ["Halden Freight", "2026-11-01", "Backend Engineer, Rating", "Moved the ledger"]
        {
            assert!(page.text().contains(expected), "{expected}");
        }
        let none = user.get(&format!("{path}/letter.pdf?resume={resume}")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        let fields = [
            ("resume", resume.as_str()),
            ("base", ""),
            ("recipient", "Ms. Okafor\r\nHalden Freight\r\n"),
            ("date", "2026-11-30"),
            ("subject", "Backend Engineer, Rating"),
            ("greeting", "Dear Ms. Okafor,"),
            ("body", "First: # no comment.\r\n\r\nSecond 'one'."),
            ("quote", "Moved the ledger to PostgreSQL"),
            ("closing", "Kind regards,"),
        ];
        let saved = user.submit(&path, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        let text = user.get(&format!("{path}/letter.txt?resume={resume}")).await;
        let text = text.text();
        for expected in [
            "Ada Kovač", "30 November 2026", "First: # no comment.", "Second 'one'.",
            "Moved the ledger",
        ] {
            assert!(text.contains(expected), "{expected}: {text}");
        }
        let pdf = user.get(&format!("{path}/letter.pdf?resume={resume}")).await;
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        let picture = user.get(&format!("{path}/page-1.svg?resume={resume}")).await;
        assert_eq!(picture.headers[CONTENT_TYPE], "image/svg+xml");
        for file in ["page-9.svg", "letter.exe", "..%2Fletter.pdf"] {
            let answer = user.get(&format!("{path}/{file}?resume={resume}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{file}");
        }

        // Another tab still has the empty form.
        let late = user.submit(&path, &[("resume", &resume), ("base", ""), ("body", "Late")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text().contains("Late"));
        let again = base(&late);
        let won =
            user.submit(&path, &[("resume", &resume), ("base", &again), ("body", "Late")]).await;
        assert_eq!(won.status, StatusCode::SEE_OTHER);
        let page = user.get(won.location()).await;
        assert!(page.text().contains("Late") && !page.text().contains("Ms. Okafor"));
    }

    #[tokio::test]
    async fn a_letter_goes_with_a_saved_resume_and_a_saved_job() {
        let user = User::local().await;
        let (path, resume) = at(&user).await;
        for (path, status) in [
            (path.clone(), 400),
            (format!("{path}?resume=x"), 404),
            (format!("/jobs/backend-senior/letter?resume={resume}"), 400),
            (format!("/jobs/x/letter?resume={resume}"), 404),
        ] {
            assert_eq!(user.get(&path).await.status.as_u16(), status, "{path}");
        }
        // A job that asks for nothing has no lines to pick from, and can be written to.
        let job = user.submit_parts("/jobs", &[("text", "title: Engineer\n")]).await;
        let page = user.get(&format!("{}/letter?resume={resume}", job.location())).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("No line of the resume"));
        let odd = "\u{202e}<b>\u{0} \u{1f600} ".repeat(200);
        let path = format!("{}/letter", job.location());
        let fields =
            [("resume", resume.as_str()), ("body", &odd), ("subject", &odd), ("date", "never")];
        let saved = user.submit(&path, &fields).await;
        assert!(saved.status == StatusCode::SEE_OTHER || saved.status.is_client_error());
        let page = user.get(&format!("{path}?resume={resume}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text().contains("<b>\u{1f600}"));
    }
}
