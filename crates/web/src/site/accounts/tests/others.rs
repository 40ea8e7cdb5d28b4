//! People never see what others keep.

use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, IF_MATCH};
use store::Format;

use crate::site::testing::{Answer, User, request};

const NOTHING: StatusCode = StatusCode::NOT_FOUND;

/// Two people of a site: neither is an admin, for whom nothing is different here.
async fn two() -> (User, User) {
    let visitor = User::visitor().await;
    (visitor.joined("ada@example.org", true).await, visitor.joined("bob", false).await)
}

fn yaml() -> &'static str {
    &roles::library().resumes[0].yaml
}

#[tokio::test]
async fn resumes_are_ones_own() {
    let (ada, bob) = two().await;
    let id = ada.save_resume("Main of Ada", yaml(), Format::Yaml).await;
    for (method, path) in [
        ("GET", ""),
        ("GET", "/yaml"),
        ("GET", "/download/resume.pdf"),
        ("GET", "/download/resume.txt"),
        ("GET", "/interview"),
        ("GET", "/variants"),
        ("GET", "/erase"),
        ("GET", "/revisions"),
        ("POST", "/duplicate"),
        ("POST", "/bin"),
        ("POST", "/unbin"),
        ("POST", "/erase"),
        ("POST", "/revisions/1/restore"),
    ] {
        let path = format!("/resumes/{id}{path}");
        assert_eq!(bob.ask(method, &path).await.status, NOTHING, "{method} {path}");
    }
    let fields = [
        ("base", "1"),
        ("title", "x"),
        ("text", "basics: {}"),
        ("yaml", "basics: {}"),
        ("page", "1"),
    ];
    for path in ["", "/preview", "/save", "/yaml", "/rename", "/variants"] {
        let path = format!("/resumes/{id}{path}");
        let answer = bob.submit(&path, &fields).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        assert!(!answer.text().contains("Main of Ada"), "{path}");
        let parts = bob.submit_parts(&path, &fields).await;
        assert!(parts.status.is_client_error(), "{path}: {}", parts.status);
    }
    assert!(!bob.get("/resumes").await.text().contains("Main of Ada"));
    assert!(!bob.get("/match").await.text().contains("Main of Ada"));
    assert_eq!(
        bob.get(&format!("/match?resume={id}")).await.text().matches("Main of Ada").count(),
        0
    );
    assert_eq!(ada.text_of(&id).await, yaml());
    assert!(ada.get("/resumes").await.text().contains("Main of Ada"));
}

#[tokio::test]
async fn jobs_are_ones_own() {
    let (ada, bob) = two().await;
    let job = &roles::job_templates()[0].yaml;
    let made = ada.upload("/jobs", "job.yaml", job.as_bytes()).await;
    let here = made.location().to_owned();
    assert_eq!(ada.get(&here).await.status, StatusCode::OK);
    let mine = bob.save_resume("Mine", yaml(), Format::Yaml).await;
    for path in
        ["", "/revisions", "/revisions/1", "/tailor", "/letter", "/interview", "/files/job.yaml"]
    {
        for path in [format!("{here}{path}"), format!("{here}{path}?resume={mine}")] {
            let answer = bob.get(&path).await;
            assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        }
    }
    for path in ["/bin", "/restore", "/erase"] {
        let path = format!("{here}{path}");
        assert_eq!(bob.submit(&path, &[]).await.status, NOTHING, "{path}");
    }
    assert_eq!(ada.get(&here).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_dropped_is_ones_own() {
    let (ada, bob) = two().await;
    let report = ada.upload("/", "cv.yaml", yaml().as_bytes()).await.location().to_owned();
    let key = report.trim_start_matches("/reports/");
    assert_eq!(ada.get(&report).await.status, StatusCode::OK);
    for other in [&bob, &bob.another()] {
        for path in ["", "/pages/1.svg", "/download/report.json"] {
            let path = format!("{report}{path}");
            assert_eq!(other.get(&path).await.status, NOTHING, "{path}");
        }
        other.submit(&format!("{report}/forget"), &[]).await;
    }
    assert_eq!(bob.submit(&format!("{report}/save"), &[]).await.status, NOTHING);
    assert_eq!(bob.submit("/resumes", &[("from", key)]).await.status, NOTHING);
    assert_eq!(ada.get(&report).await.status, StatusCode::OK);
    let saved = ada.submit(&format!("{report}/save"), &[]).await.location().to_owned();
    assert_eq!(ada.get(&saved).await.status, StatusCode::OK);
    assert_eq!(bob.get(&saved).await.status, NOTHING);
    assert_eq!(bob.get(&format!("{saved}/download/report.json")).await.status, NOTHING);
    assert_eq!(bob.submit(&format!("{saved}/delete"), &[]).await.status, NOTHING);
    assert!(!bob.get("/reports/saved").await.text().contains("cv.yaml"));
}

/// A request of the API with a token.
async fn call(user: &User, token: &str, method: &str, path: &str, body: &str) -> Answer {
    let request = request(method, &format!("/api/v1{path}"))
        .header(AUTHORIZATION, format!("Bearer {token}"))
        .header("content-type", "application/json")
        .header("idempotency-key", "one-key")
        .header(IF_MATCH, "\"1\"");
    user.send(request.body(body.to_owned().into()).expect("a request")).await
}

/// A new token of somebody, as the page shows it.
async fn token(user: &User) -> String {
    let page = user.submit("/account/tokens", &[("name", "script")]).await;
    let at = page.text().find("vitae_").expect("a token");
    page.text()[at..at + 70].to_owned()
}

#[tokio::test]
async fn the_api_knows_whose_token_it_is() {
    let (ada, bob) = two().await;
    let (hers, his) = (token(&ada).await, token(&bob).await);
    // Programs have no cookie.
    let program = ada.another();
    let body = r#"{"title":"Main of Ada","format":"yaml","source":"basics: {}\n"}"#;
    let made = call(&program, &hers, "POST", "/resumes", body).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let path = made.location().trim_start_matches("/api/v1").to_owned();
    // The same key of somebody else is another key.
    let his_own = call(&program, &his, "POST", "/resumes", body).await;
    assert_ne!(his_own.location(), made.location());
    assert_eq!(call(&program, &hers, "GET", &path, "").await.status, StatusCode::OK);
    for (method, path) in [
        ("GET", path.clone()),
        ("DELETE", path.clone()),
        ("GET", format!("{path}/revisions")),
        ("GET", format!("{path}/revisions/1")),
        ("POST", format!("{path}/revisions/1/restore")),
        ("POST", format!("{path}/recover")),
        ("PUT", path.clone()),
    ] {
        let answer = call(&program, &his, method, &path, body).await;
        assert!(
            matches!(answer.status.as_u16(), 404 | 422),
            "{method} {path}: {} {}",
            answer.status,
            answer.text()
        );
        assert!(!answer.text().contains("Main of Ada"));
    }
    assert!(!call(&program, &his, "GET", "/resumes?limit=1", "").await.text().contains(&path[9..]));
    // A token opens the API and no page; a wrong one nothing.
    let page = request("GET", "/account").header(AUTHORIZATION, format!("Bearer {hers}"));
    let page = program.send(page.body(axum::body::Body::empty()).expect("a request")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    for wrong in ["", "vitae_", &hers[..69], &hers.replace("vitae_", "")] {
        let answer = call(&program, wrong, "GET", "/resumes", "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{wrong}");
    }
    // Revoked by its owner and by nobody else.
    let page = ada.get("/account").await.text().to_owned();
    let (_, rest) = page.split_once("name=\"token\" value=\"").expect("a token");
    let name = &rest[..64];
    bob.submit("/account/tokens/revoke", &[("token", name)]).await;
    assert_eq!(call(&program, &hers, "GET", "/resumes", "").await.status, StatusCode::OK);
    ada.submit("/account/tokens/revoke", &[("token", name)]).await;
    let answer = call(&program, &hers, "GET", "/resumes", "").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.headers["www-authenticate"], "Bearer error=\"invalid_token\"");
}

#[tokio::test]
async fn people_are_the_business_of_admins() {
    let (ada, bob) = two().await;
    let people = ada.get("/people").await;
    assert_eq!(people.status, StatusCode::OK);
    let (_, rest) = people.text().split_once("/people/").expect("somebody");
    let (_, rest) = rest.split_once("/people/").expect("a form");
    let id = &rest[..36];
    for (method, path) in [
        ("GET", "/people".to_owned()),
        ("POST", "/people/invite".to_owned()),
        ("POST", "/people/withdraw".to_owned()),
        ("POST", format!("/people/{id}/admin")),
        ("POST", format!("/people/{id}/reset")),
        ("GET", format!("/people/{id}/remove")),
        ("POST", format!("/people/{id}/remove")),
    ] {
        assert_eq!(bob.ask(method, &path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let export = bob.get("/account/export").await;
    assert_eq!(export.status, StatusCode::OK);
    assert!(export.text().contains("\"bob\"") && !export.text().contains("ada@example.org"));
    assert!(export.text().trim_end().ends_with('}') && export.text().contains("\"end\""));
}
