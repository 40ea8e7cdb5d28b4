//! `/jobs/{id}/tailor`: the lines of a resume chosen for a job and a number of pages, each choice
//! with its reason. What was chosen stands in the addresses of the pictures and in the form, so
//! that nothing is saved before somebody says so.

mod choice;
mod shown;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use resume::model::Density;
use store::{Draft, StoreError};
use typeset::Drawing;
use workbench::{with_variant, with_variant_anew, without};

use crate::guard::PICTURE_POLICY;
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::{Fields, address};
use crate::site::material::{Material, ReadResume};
use crate::site::person::Person;
use choice::{Choice, leaving, look};
use shown::page;

/// The page: what vitae would choose, or what somebody chose.
pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path(job): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let job = Material::job(&site, user, &job).await?;
    let Some(resume) = fields.get("resume") else {
        return Ok(Redirect::to(&address("/match", &[("job", &job.key)])).into_response());
    };
    let resume = Material::resume(&site, user, resume).await?;
    let desk = Desk::of(&site);
    site.pool.run(move || shown(&desk, resume, job, &fields)).await?
}

fn shown(desk: &Desk, resume: Material, job: Material, fields: &Fields) -> Result<Response, Fault> {
    let read = resume.read(desk, None)?;
    let read_job = job.read_job(desk)?;
    match Choice::of(resume, job, &read, &read_job, fields)? {
        Ok(choice) => Ok(page(&choice, &read).into_response()),
        Err(why) => Ok(why),
    }
}

/// A picture of a page of what is left: `page-1.svg`.
pub(crate) async fn picture(
    State(site): State<Site>,
    Person(user): Person,
    Path((_, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    let number = page_number(&file).ok_or_else(|| Fault::not_found("page"))?;
    let resume = fields.get("resume").ok_or_else(|| Fault::not_found("resume"))?;
    let resume = Material::resume(&site, user, resume).await?;
    let desk = Desk::of(&site);
    let picture = site.pool.run(move || {
        let read = resume.read(&desk, None)?;
        let (mut resume, look) = look(&read.parsed.resume)?;
        resume = without(&resume, &leaving(&read.parsed.resume, &fields));
        let density = fields.get("density").and_then(|word| word.parse::<Density>().ok());
        let mut options = look.of_page();
        options.density = density.unwrap_or(options.density);
        let pages = typeset::pages(&resume, &options).map_err(workbench::Failure::from)?;
        Ok::<_, Fault>(pages.drawings().get(number - 1).map(Drawing::for_screen))
    });
    let picture = picture.await??.ok_or_else(|| Fault::not_found("page"))?;
    Ok(drawn(picture))
}

/// The answer that is a picture of a page.
pub(super) fn drawn(picture: String) -> Response {
    let headers = [(CONTENT_TYPE, "image/svg+xml"), (CONTENT_SECURITY_POLICY, PICTURE_POLICY)];
    (headers, picture).into_response()
}

/// The number in `page-1.svg`, from 1.
pub(super) fn page_number(file: &str) -> Option<usize> {
    let number = file.strip_prefix("page-")?.strip_suffix(".svg")?.parse().ok()?;
    (number > 0).then_some(number)
}

/// Writes the choice into the resume, as a variant.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(job): Path<String>,
    fields: Fields,
) -> Result<Redirect, Fault> {
    let job = Material::job(&site, user, &job).await?;
    let resume = fields.get("resume").ok_or_else(|| Fault::not_found("resume"))?;
    let resume = Material::resume(&site, user, resume).await?;
    let Some((id, head)) = resume.saved else {
        return Err(Fault::bad_request("this resume is not saved, so it has no variants")
            .hint("open it in the builder first"));
    };
    let base = fields.get("base").and_then(|base| base.parse().ok());
    if base != Some(head) {
        return Err(StoreError::Conflict { head }.into());
    }
    let name = fields.get("name").unwrap_or_default().to_owned();
    let desk = Desk::of(&site);
    let key = resume.key.clone();
    let (variant, format) = (name.clone(), resume.format());
    let text = site.pool.run(move || {
        let read = resume.read(&desk, None)?;
        let leave = leaving(&read.parsed.resume, &fields);
        written(&read, &variant, &leave)
    });
    let draft = Draft {
        source: text.await??,
        format,
        note: format!("Variant {name}, tailored to {}", job.title),
    };
    site.store.save_revision(user, id, head, draft, site.clock.now()).await?;
    let fields = [("resume", key.as_str()), ("job", &job.key), ("variant", &name), ("saved", "1")];
    Ok(Redirect::to(&address("/match", &fields)))
}

/// The text with the variant in it: beside everything as it stands, or where its form has no place
/// for that, written anew. What was before stays a revision.
fn written(read: &ReadResume, name: &str, leave: &[resume::FieldPath]) -> Result<String, Fault> {
    if leave.is_empty() {
        return Err(Fault::bad_request("nothing leaves, so there is no variant to save")
            .hint("mark a line to leave out, or choose fewer pages"));
    }
    let (source, parsed) = (&read.source, &read.parsed);
    let changed = with_variant(source, parsed, name, leave)
        .or_else(|_| with_variant_anew(source, parsed, name, leave))?;
    Ok(String::from_utf8_lossy(changed.bytes()).trim_start_matches('\u{feff}').to_owned())
}

/// A notice on the comparison that is shown next.
pub(crate) fn saved(variant: &str) -> Markup {
    maud::html! {
        p.notice role="status" {
            "Saved as the variant " b { (variant) } ". It leaves out lines and changes no word; the whole "
            "resume stays as it is."
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use axum::http::header::CONTENT_TYPE;
    use store::Format;

    use super::page_number;
    use crate::site::testing::User;

    /// A resume of one page and a line that the job asks for.
    const YAML: &str = "# mine\nbasics: {name: Ada Kovač}\nwork:\n- name: Northwind\n  position: Backend Engineer\n  startDate: 2021-01\n  highlights:\n  - Moved the ledger to PostgreSQL\n  - Watered the plants # every day\n";

    #[tokio::test]
    async fn lines_are_chosen_shown_and_saved_as_a_variant() {
        let user = User::local().await;
        let id = user.save_resume("Ada", YAML, Format::Yaml).await;
        let page = user.get(&format!("/jobs/backend-senior/tailor?resume={id}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("Everything fits"));
        assert!(page.text().contains("/jobs/backend-senior/tailor/page-1.svg?"));
        let leave = "leave=work%5B0%5D.highlights%5B1%5D";
        let chosen =
            format!("/jobs/backend-senior/tailor?resume={id}&chosen=1&{leave}&leave=basics.name");
        let page = user.get(&chosen).await;
        assert!(page.text().contains("Leaves (1)"), "{}", page.text());
        let picture =
            user.get(&format!("/jobs/backend-senior/tailor/page-1.svg?resume={id}&{leave}")).await;
        assert_eq!(picture.headers[CONTENT_TYPE], "image/svg+xml");

        let fields = [
            ("resume", id.as_str()),
            ("base", "1"),
            ("name", "ledger"),
            ("leave", "work[0].highlights[1]"),
        ];
        let saved = user.submit("/jobs/backend-senior/tailor", &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        let text = user.text_of(&id).await;
        assert!(text.starts_with("# mine\n") && text.contains("# every day"), "{text}");
        let read = |text: &str| {
            extract::read(text.as_bytes(), extract::Format::Yaml, &extract::Limits::default())
                .expect("YAML")
                .resume
        };
        let cut = read(&text).cut("ledger").expect("the variant").resume;
        let words: Vec<&str> =
            cut.work[0].highlights.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(words, ["Moved the ledger to PostgreSQL"]);
        let notice = user.get(saved.location()).await;
        assert!(notice.text().contains("changes no word"), "{}", notice.text());
        // The same once more: the resume is another one by now.
        let again = user.submit("/jobs/backend-senior/tailor", &fields).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    }

    #[tokio::test]
    async fn a_form_without_a_place_for_a_variant_is_written_anew() {
        let user = User::local().await;
        let flow = format!("{YAML}vitae: {{stage: mid}}\n");
        let json =
            r#"{"work": [{"name": "N", "position": "E", "highlights": ["Wrote Go", "Slept"]}]}"#;
        for (source, format) in [(flow.as_str(), Format::Yaml), (json, Format::Json)] {
            let id = user.save_resume("Ada", source, format).await;
            let fields = [
                ("resume", id.as_str()),
                ("base", "1"),
                ("name", "short"),
                ("leave", "work[0].highlights[1]"),
            ];
            let saved = user.submit("/jobs/backend-mid/tailor", &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
            assert!(user.text_of(&id).await.contains("short"));
        }
    }

    #[tokio::test]
    async fn what_cannot_be_done_is_said() {
        let user = User::local().await;
        let id = user.save_resume("Ada", YAML, Format::Yaml).await;
        let check = async |fields: &[(&str, &str)], status: u16| {
            let answer = user.submit("/jobs/backend-senior/tailor", fields).await;
            assert_eq!(answer.status.as_u16(), status, "{fields:?}: {}", answer.text());
        };
        let line = ("leave", "work[0].highlights[1]");
        check(&[], 404).await;
        check(&[("resume", &id), line, ("name", "x")], 409).await;
        check(&[("resume", &id), ("base", "1"), ("name", "x")], 400).await;
        check(&[("resume", &id), ("base", "1"), ("name", "x"), ("leave", "basics.name")], 400)
            .await;
        check(&[("resume", &id), ("base", "1"), ("name", "x: {"), line], 422).await;
        check(&[("resume", &id), ("base", "1"), line], 422).await;
        assert_eq!(user.text_of(&id).await, YAML);
        let first = user.get("/jobs/backend-senior/tailor").await;
        assert_eq!(first.location(), "/match?job=backend-senior");
        for file in ["page-0.svg", "page-99.svg", "page-.svg", "x", "page-1.png"] {
            let answer = user.get(&format!("/jobs/backend-senior/tailor/{file}?resume={id}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{file}");
        }
        let nothing = user.submit_parts("/jobs", &[("text", "title: Engineer\n")]).await;
        let page = user.get(&format!("{}/tailor?resume={id}", nothing.location())).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    #[tokio::test]
    async fn two_pages_are_cut_to_one() {
        let user = User::local().await;
        let lines = "  - Answered the question of a colleague about a table and kept the answer\n";
        let id =
            user.save_resume("Long", &(YAML.to_owned() + &lines.repeat(90)), Format::Yaml).await;
        let page = user.get(&format!("/jobs/backend-senior/tailor?resume={id}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("Leaves ("), "{}", page.text());
        assert!(page.text().contains("1 page, set"));
        assert!(page.text().contains("Save as a variant"));
    }

    #[test]
    fn pages_count_from_one() {
        for (file, expected) in [
            ("page-1.svg", Some(1)),
            ("page-12.svg", Some(12)),
            ("page-0.svg", None),
            ("page--1.svg", None),
            ("x", None),
        ] {
            assert_eq!(page_number(file), expected, "{file}");
        }
    }
}
