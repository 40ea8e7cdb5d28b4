//! `/jobs`: jobs that a person saved. The text of each is a file in YAML that can be edited, with
//! every revision; an ad that came in another form is kept beside it as it came.

mod edit;
mod history;
mod list;
mod new;
mod one;

pub(crate) use edit::{bin, erase, rename, restore, save};
pub(crate) use history::{bring_back, original, revision, revisions};
pub(crate) use list::{binned, show as list};
pub(crate) use new::add;
pub(crate) use one::show;

use store::{DocumentId, Kind, Opened, UserId};

use crate::site::Site;
use crate::site::fault::Fault;

/// The job with this id, also out of the bin.
async fn find(site: &Site, user: UserId, id: &str) -> Result<(DocumentId, Opened), Fault> {
    let id: DocumentId = id.parse().map_err(|_| Fault::not_found("job"))?;
    let opened = site.store.document(user, id).await?;
    if opened.document.kind == Kind::Job { Ok((id, opened)) } else { Err(Fault::not_found("job")) }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use axum::http::header::CONTENT_DISPOSITION;

    use crate::site::testing::{Answer, User};

    const AD: &str = "Backend Engineer\n\nRequirements\n- 3+ years with Go\n- PostgreSQL\n";

    async fn saved(user: &User, ad: &str) -> String {
        let answer = user.submit_parts("/jobs", &[("text", ad)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location().to_owned()
    }

    fn between<'a>(page: &'a Answer, before: &str, after: &str) -> &'a str {
        let rest = page.text().split_once(before).expect("it is there").1;
        rest.split_once(after).expect("it ends").0
    }

    #[tokio::test]
    async fn an_ad_is_saved_with_what_it_was_and_what_it_does_not_say() {
        let user = User::local().await;
        let job = saved(&user, AD).await;
        let page = user.get(&job).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        for expected in
            ["Backend Engineer", "What this ad does not tell you", "PostgreSQL", "ad.txt"]
        {
            assert!(page.text().contains(expected), "{expected}");
        }
        let file = format!("{job}/files/{}", between(&page, &format!("{job}/files/"), "\""));
        let original = user.get(&file).await;
        assert_eq!(original.text(), AD);
        assert!(
            original.headers[CONTENT_DISPOSITION]
                .to_str()
                .is_ok_and(|text| text.starts_with("attachment"))
        );
        let list = user.get("/jobs").await;
        assert!(list.text().contains(&job) && list.text().contains("2026-11-01"));
        // The file belongs to this job only.
        let other = saved(&user, AD).await;
        let elsewhere = file.replace(&job, &other);
        assert_eq!(user.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn an_edit_is_a_revision_and_two_tabs_lose_nothing() {
        let user = User::local().await;
        let job = saved(&user, AD).await;
        let save = async |base: &str, text: &str| {
            user.submit(&job, &[("base", base), ("text", text)]).await
        };
        let id = job.strip_prefix("/jobs/").expect("an id");
        assert_eq!(save("1", "title: One\r\nmust: [Go]\r\n").await.location(), job);
        assert_eq!(user.text_of(id).await, "title: One\nmust: [Go]\n");
        let second = save("1", "title: Two\nmust: [Rust]\n").await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.text().contains("title: One") && second.text().contains("title: Two"));
        let base = between(&second, "name=\"base\" value=\"", "\"").to_owned();
        assert_eq!(save(&base, "title: Two\nmust: [Rust]\n").await.status, StatusCode::SEE_OTHER);
        let broken = save("3", "title: [").await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(broken.text().contains("title: ["), "what was written is still there");
        assert_eq!(
            user.get(&format!("{job}/revisions")).await.text().matches("Revision ").count(),
            3
        );
        assert!(user.get(&format!("{job}/revisions/2")).await.text().contains("title: One"));
        assert_eq!(user.submit(&format!("{job}/revisions/2"), &[]).await.location(), job);
        assert_eq!(user.text_of(id).await, "title: One\nmust: [Go]\n");
        for path in ["revisions/99", "revisions/x", "files/x"] {
            assert_eq!(
                user.get(&format!("{job}/{path}")).await.status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
    }

    #[tokio::test]
    async fn a_job_is_renamed_deleted_and_restored() {
        let user = User::local().await;
        let job = saved(&user, AD).await;
        let name = [("title", " Rating <b> team "), ("company", "Northwind")];
        assert_eq!(user.submit(&format!("{job}/name"), &name).await.location(), job);
        assert!(user.get(&job).await.text().contains("Rating &lt;b&gt; team"));
        let nameless = user.submit(&format!("{job}/name"), &[("title", "")]).await;
        assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(user.submit(&format!("{job}/bin"), &[]).await.location(), "/jobs");
        assert!(!user.get("/jobs").await.text().contains(&job));
        assert_eq!(user.get(&job).await.status, StatusCode::CONFLICT);
        let edit = user.submit(&job, &[("base", "1"), ("text", "title: x\n")]).await;
        assert_eq!(edit.status, StatusCode::CONFLICT);
        assert!(user.get("/jobs/bin").await.text().contains("Rating"));
        assert_eq!(user.submit(&format!("{job}/restore"), &[]).await.location(), job);
        assert_eq!(user.get(&job).await.status, StatusCode::OK);
        user.submit(&format!("{job}/bin"), &[]).await;
        assert_eq!(user.submit(&format!("{job}/erase"), &[]).await.location(), "/jobs/bin");
        assert_eq!(user.get(&job).await.status, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn odd_requests_change_nothing() {
        let user = User::local().await;
        for (fields, status) in [
            (&[][..], 400),
            (&[("text", " ")], 400),
            (&[("from", "nothing")], 404),
            (&[("template", "backend-senior")], 303),
            (&[("text", "title: Own\nmust: [Go]\n# a comment\n")], 303),
        ] {
            let answer = user.submit_parts("/jobs", fields).await;
            assert_eq!(answer.status.as_u16(), status, "{fields:?}: {}", answer.text());
        }
        for path in ["/jobs/x", "/jobs/%00", "/jobs/00000000-0000-7000-8000-000000000000"] {
            assert_eq!(user.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let job = saved(&user, AD).await;
        assert_eq!(
            user.submit(&job, &[("text", "title: x")]).await.status,
            StatusCode::BAD_REQUEST
        );
        assert!(user.get("/jobs?after=x").await.status.is_client_error());
        // A resume has no page among the jobs.
        let resume = user.save_resume("Ada", "basics: {name: Ada}\n", store::Format::Yaml).await;
        assert_eq!(user.get(&format!("/jobs/{resume}")).await.status, StatusCode::NOT_FOUND);
    }
}
