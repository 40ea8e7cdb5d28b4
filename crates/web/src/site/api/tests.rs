//! The API as a program meets it.

use std::path::PathBuf;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderName, StatusCode};
use serde_json::{Value, json};

use super::{DOCUMENT, check};
use crate::site::testing::{Answer, User, request};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// A request with a JSON body and headers.
async fn send(
    user: &User,
    method: &str,
    path: &str,
    headers: &[(HeaderName, &str)],
    body: Option<Value>,
) -> Answer {
    let mut request = request(method, path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let body = match body {
        Some(body) => {
            request = request.header(CONTENT_TYPE, "application/json");
            Body::from(body.to_string())
        }
        None => Body::empty(),
    };
    user.send(request.body(body).expect("a request")).await
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).unwrap_or_else(|_| panic!("no JSON: {answer:?}"))
}

fn mark(answer: &Answer) -> &str {
    answer.headers[ETAG].to_str().expect("a mark")
}

#[track_caller]
fn check_problem(answer: &Answer, status: u16) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
    assert_eq!(answer.headers[CONTENT_TYPE], "application/problem+json");
    let problem = json_of(answer);
    assert_eq!(problem["status"], status);
    assert!(!problem["detail"].as_str().unwrap_or_default().is_empty(), "{problem}");
}

/// `docs/openapi.json`; `cargo xtask codegen` rewrites it through this test.
#[test]
#[expect(clippy::disallowed_methods, reason = "the published document is a file")]
fn published_document() {
    let page = serde_json::to_string_pretty(&*DOCUMENT).expect("JSON") + "\n";
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    if std::env::var_os("VITAE_BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &page).expect("docs/openapi.json can be written");
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(current == page, "docs/openapi.json is not up to date; run `cargo xtask codegen`");
}

#[test]
fn operations_have_names_of_their_own_and_schemas_that_are_there() {
    let mut names = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            names.push(operation["operationId"].as_str().expect("a name"));
            let declared: Vec<&str> = (operation["parameters"].as_array().into_iter().flatten())
                .filter(|parameter| parameter["in"] == "path")
                .filter_map(|parameter| parameter["name"].as_str())
                .collect();
            let used: Vec<&str> =
                path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
            assert_eq!(declared, used, "{method} {path}");
        }
    }
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    let text = DOCUMENT.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(DOCUMENT.pointer(reference).is_some(), "{reference}");
    }
    assert!(!text.contains("$defs"));
}

#[tokio::test]
async fn whatever_goes_wrong_is_a_problem_document() {
    let user = User::local().await;
    let octets = "application/octet-stream";
    check_problem(&user.get("/api/v1/nothing").await, 404);
    check_problem(&user.get("/api/v1").await, 404);
    check_problem(&user.get("/api/v1/rules/no-such-rule").await, 404);
    check_problem(&user.get("/api/v1/resumes/none").await, 404);
    let refused = user.get("/api/v1/check").await;
    check_problem(&refused, 405);
    assert_eq!(refused.headers["allow"], "POST");
    check_problem(&user.post("/api/v1/resumes", octets, "{}").await, 415);
    check_problem(&user.post("/api/v1/resumes", "application/json", "{").await, 400);
    check_problem(&user.post("/api/v1/resumes", "application/json", "{}").await, 422);
    check_problem(&user.post("/api/v1/check", octets, vec![b' '; (17 << 20) + 1]).await, 413);
    check_problem(&user.post("/api/v1/check?stage=chief", octets, "a: b").await, 400);
    check_problem(&user.post("/api/v1/check?asOf=soon", octets, "a: b").await, 400);
    check_problem(&user.post("/api/v1/check?colour=red", octets, "a: b").await, 400);
    check_problem(&user.post("/api/v1/check?file=cv.yaml", octets, "work: [").await, 422);
    check_problem(&user.post("/api/v1/check", "multipart/form-data", "").await, 400);
    check_problem(&user.post("/api/v1/check", octets, "").await, 400);
    let elsewhere = request("POST", "/api/v1/check").header("sec-fetch-site", "cross-site");
    check_problem(&user.send(elsewhere.body(Body::empty()).expect("a request")).await, 403);
    let elsewhere = axum::http::Request::get("/api/v1/rules").header("host", "evil.example");
    check_problem(&user.send(elsewhere.body(Body::empty()).expect("a request")).await, 421);
}

#[tokio::test]
async fn files_are_read_checked_set_and_matched() {
    let user = User::local().await;
    let yaml = check::resume().as_str().expect("a text").to_owned();
    let post = async |path: &str, body: &str| {
        let answer = user.post(path, "application/yaml", body.to_owned()).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{path}: {}",
            String::from_utf8_lossy(&answer.bytes)
        );
        answer
    };
    let report =
        json_of(&post("/api/v1/check?file=cv.yaml&asOf=2026-11-01&stage=mid", &yaml).await);
    assert_eq!((&report["format"], &report["stage"]), (&json!("vitae-report/1"), &json!("mid")));
    let form =
        user.upload("/api/v1/check?asOf=2026-11-01&stage=mid", "cv.yaml", yaml.as_bytes()).await;
    assert_eq!(json_of(&form), report);

    let read = json_of(&post("/api/v1/parse?file=cv.yaml", "basics: {name: Ada Quill}\n").await);
    assert_eq!(read["resume"]["basics"]["name"], "Ada Quill");
    // Documents are read by another process, which a test has not.
    check_problem(&user.post("/api/v1/parse?file=cv.md", "text/plain", "# Ada\n").await, 422);

    for (to, start) in [
        ("pdf", "%PDF-"),
        ("docx", "PK"),
        ("html", "<!"),
        ("svg", "<svg"),
        ("json", "{"),
        ("txt", ""),
    ] {
        let file = post(&format!("/api/v1/render?to={to}"), &yaml).await;
        assert!(file.bytes.starts_with(start.as_bytes()), "{to}");
    }
    let beyond = user.post("/api/v1/render?to=svg&page=9", "text/plain", yaml.clone()).await;
    check_problem(&beyond, 404);

    let job = check::job();
    let found = json_of(&post("/api/v1/check/job", job.as_str().expect("a text")).await);
    assert_eq!(found["readiness"]["ready"], true);
    let both = json!({ "resume": { "text": yaml }, "job": { "text": job } });
    let matched = send(&user, "POST", "/api/v1/match", &[], Some(both)).await;
    assert_eq!(matched.status, StatusCode::OK, "{}", matched.text());
    assert_eq!(json_of(&matched)["format"], "vitae-match/1");

    let skills = json_of(&post("/api/v1/skills", "Kafka on k8s, no Java.").await);
    let names: Vec<_> = skills["mentions"].as_array().expect("a list").iter().collect();
    assert_eq!(names[0]["skill"], "Kafka", "{skills}");
}

#[tokio::test]
async fn entries_that_nothing_would_come_of_are_refused() {
    let user = User::local().await;
    let form = |fields: &[&str]| -> String {
        let part = |name: &&str| {
            format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\nbasics: {{name: A}}\r\n"
            )
        };
        fields.iter().map(part).collect::<String>() + "--edge--\r\n"
    };
    let multipart = "multipart/form-data; boundary=edge";
    let text = json!({ "text": "must: [Go]" });
    for (path, media_type, body, status, named) in [
        ("/render?to=txt", multipart, form(&["text"]), 200, "A"),
        ("/render?to=txt", multipart, form(&["text", "template"]), 400, "template"),
        ("/check", multipart, form(&["text", "stage"]), 400, "stage"),
        ("/parse", multipart, form(&["text", "x"]), 400, "x"),
        ("/render?to=txt&colour=1", "text/plain", "basics: {name: A}".into(), 400, "colour"),
        ("/match", multipart, form(&["resume", "job", "asOf"]), 400, "asOf"),
        ("/match", multipart, form(&["resume", "job", "job"]), 400, "job"),
        (
            "/match",
            "application/json",
            json!({ "resume": text, "job": { "text": "must: [Go]", "stage": 1 } }).to_string(),
            422,
            "stage",
        ),
        (
            "/match",
            "application/json",
            json!({ "resume": text, "job": text, "options": {} }).to_string(),
            422,
            "options",
        ),
        (
            "/resumes",
            "application/json",
            json!({ "title": "A", "source": "", "x": 1 }).to_string(),
            422,
            "x",
        ),
        (
            "/reports",
            "application/json",
            json!({ "resume": "x", "axes": 1 }).to_string(),
            422,
            "axes",
        ),
    ] {
        let answer = user.post(&format!("/api/v1{path}"), media_type, body).await;
        assert_eq!(answer.status.as_u16(), status, "{path} {named}: {}", answer.text());
        assert!(answer.text().contains(named), "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn what_is_known_can_be_listed() {
    let user = User::local().await;
    let get = async |path: &str| json_of(&user.get(path).await);
    let rules = get("/api/v1/rules").await;
    let first = rules["rules"][0]["id"].as_str().expect("a rule");
    assert!(get(&format!("/api/v1/rules/{first}")).await["text"].is_string());
    let examples = get("/api/v1/examples").await;
    let first = examples["resumes"][0]["name"].as_str().expect("an example");
    assert!(get(&format!("/api/v1/examples/{first}")).await["yaml"].is_string());
    assert!(get("/api/v1/templates").await["templates"][0]["name"].is_string());
    assert_eq!(get("/api/v1/openapi.json").await["openapi"], "3.1.0");
    let page = user.get("/api").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("openapi.json") && !page.text().contains("http://www"));
}

#[tokio::test]
async fn two_who_change_the_same_never_overwrite_each_other() {
    let user = User::local().await;
    for (path, company) in [("/api/v1/resumes", ""), ("/api/v1/jobs", "Larkspur")] {
        let draft = |source: &str| json!({ "title": "One", "company": company, "source": source });
        let made = send(&user, "POST", path, &[], Some(draft("a: 1"))).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let at = made.location().to_owned();
        assert_eq!(json_of(&made)["createdAt"], "2026-11-01T12:00:00.000Z");
        let put = async |mark: &str, source: &str| {
            send(&user, "PUT", &at, &[(IF_MATCH, mark)], Some(draft(source))).await
        };
        let saved = put(mark(&made), "a: 2").await;
        assert_eq!((saved.status, &json_of(&saved)["revision"]), (StatusCode::OK, &json!(2)));
        let stale = put(mark(&made), "a: 3").await;
        check_problem(&stale, 412);
        assert_eq!(json_of(&stale)["revision"], 2);
        // An answer that was lost is given again.
        assert_eq!(put("\"1\"", "a: 2").await.status, StatusCode::OK);
        check_problem(&send(&user, "PUT", &at, &[], Some(draft("a: 4"))).await, 428);
        check_problem(&put("2", "a: 4").await, 400);

        let seen = send(&user, "GET", &at, &[(IF_NONE_MATCH, mark(&saved))], None).await;
        assert_eq!((seen.status, seen.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        let newer = send(&user, "GET", &at, &[(IF_NONE_MATCH, mark(&made))], None).await;
        assert_eq!(json_of(&newer)["source"], "a: 2");

        let revisions = json_of(&user.get(&format!("{at}/revisions?limit=1")).await);
        assert_eq!((&revisions["items"][0]["number"], &revisions["next"]), (&json!(2), &json!(2)));
        let restore = format!("{at}/revisions/1/restore");
        let back = send(&user, "POST", &restore, &[(IF_MATCH, "\"2\"")], None).await;
        assert_eq!(
            (&json_of(&back)["source"], &json_of(&back)["revision"]),
            (&json!("a: 1"), &json!(3))
        );
        let first = json_of(&user.get(&format!("{at}/revisions/1")).await);
        assert_eq!(first["source"], "a: 1");
        check_problem(&user.get(&format!("{at}/revisions/9")).await, 404);
    }
}

#[tokio::test]
async fn what_is_deleted_is_in_the_bin_until_it_is_erased() {
    let user = User::local().await;
    let draft = json!({ "title": "One", "source": "" });
    let made = send(&user, "POST", "/api/v1/resumes", &[], Some(draft.clone())).await;
    let at = made.location().to_owned();
    let count = async |query: &str| {
        let list = json_of(&user.get(&format!("/api/v1/resumes{query}")).await);
        list["items"].as_array().map_or(0, Vec::len)
    };
    let seen = [(IF_MATCH, "\"1\"")];
    let erase = format!("{at}?erase=true");
    check_problem(&send(&user, "DELETE", &erase, &seen, None).await, 409);
    check_problem(&send(&user, "DELETE", &at, &[], None).await, 428);
    check_problem(&send(&user, "DELETE", &at, &[(IF_MATCH, "\"2\"")], None).await, 412);
    assert_eq!(send(&user, "DELETE", &at, &seen, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!((count("").await, count("?bin=true").await), (0, 1));
    check_problem(&send(&user, "PUT", &at, &seen, Some(draft)).await, 409);
    let recovered = send(&user, "POST", &format!("{at}/recover"), &seen, None).await;
    assert_eq!(json_of(&recovered)["deletedAt"], Value::Null);
    send(&user, "DELETE", &at, &seen, None).await;
    assert_eq!(send(&user, "DELETE", &erase, &seen, None).await.status, StatusCode::NO_CONTENT);
    check_problem(&user.get(&at).await, 404);
    check_problem(&user.get(&at.replace("resumes", "jobs")).await, 404);
}

#[tokio::test]
async fn a_request_with_a_key_is_done_once() {
    let user = User::local().await;
    let draft = json!({ "title": "One", "source": "a: 1" });
    let key = [(KEY, "k-1")];
    let first = send(&user, "POST", "/api/v1/resumes", &key, Some(draft.clone())).await;
    let again = send(&user, "POST", "/api/v1/resumes", &key, Some(draft.clone())).await;
    assert_eq!(first.status, StatusCode::CREATED);
    assert_eq!((again.status, &again.bytes), (first.status, &first.bytes));
    assert_eq!((again.location(), mark(&again)), (first.location(), mark(&first)));
    let other = json!({ "title": "Two", "source": "a: 1" });
    check_problem(&send(&user, "POST", "/api/v1/resumes", &key, Some(other.clone())).await, 422);
    let long = "k".repeat(256);
    check_problem(&send(&user, "POST", "/api/v1/resumes", &[(KEY, &long)], Some(other)).await, 400);
    // What failed may be sent again, corrected.
    let missing = json!({ "resume": "01939d5e-3c00-7000-8000-000000000000" });
    let key = [(KEY, "k-2")];
    check_problem(&send(&user, "POST", "/api/v1/reports", &key, Some(missing)).await, 404);
    let id = json_of(&first)["id"].clone();
    let made = send(&user, "POST", "/api/v1/reports", &key, Some(json!({ "resume": id }))).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let kept = json_of(&user.get(made.location()).await);
    assert_eq!(
        (&kept["revision"], &kept["report"]["format"]),
        (&json!(1), &json!("vitae-report/1"))
    );
    let list = json_of(&user.get("/api/v1/reports").await);
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    let gone = send(&user, "DELETE", made.location(), &[], None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    check_problem(&user.get(made.location()).await, 404);
}

#[tokio::test]
async fn long_lists_come_a_page_at_a_time() {
    let user = User::local().await;
    for title in ["One", "Two", "Three"] {
        let draft = json!({ "title": title, "source": "" });
        send(&user, "POST", "/api/v1/resumes", &[], Some(draft)).await;
    }
    let (mut seen, mut path) = (0, "/api/v1/resumes?limit=2".to_owned());
    loop {
        let list = json_of(&user.get(&path).await);
        seen += list["items"].as_array().map_or(0, Vec::len);
        let Some(next) = list["next"].as_str() else { break };
        path = format!("/api/v1/resumes?limit=2&after={next}");
    }
    assert_eq!(seen, 3);
    check_problem(&user.get("/api/v1/resumes?after=x").await, 400);
    for limit in ["0", "201", "900", "many"] {
        check_problem(&user.get(&format!("/api/v1/resumes?limit={limit}")).await, 400);
    }
}
