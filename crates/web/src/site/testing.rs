//! A site in memory, and somebody who uses it: each request goes through the whole router.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderMap, Request, StatusCode};
use store::{Draft, Format, Kind, NewDocument, Store};
use tower::ServiceExt;

use super::router::router;
use super::{Clock, Setup, Site};

/// The time in tests: 2026-11-01, noon in UTC.
pub(crate) const NOW: i64 = 1_793_534_400_000;

/// A browser without memory.
#[derive(Clone)]
pub(crate) struct User {
    router: Router,
    site: Site,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl User {
    /// The one person of a new site.
    pub(crate) async fn local() -> Self {
        let store = Store::open("sqlite::memory:").await.expect("memory is there");
        // A test is no program that could be its own worker, so documents are read with none.
        let sandbox =
            sandbox::Policy { program: Some("/nonexistent".into()), ..Default::default() };
        let setup =
            Setup { database: String::new(), clock: Clock::new(|| NOW), sandbox, workers: 2 };
        let site = Site::new(setup, store);
        Self { router: router(site.clone()), site }
    }

    /// Saves a resume, and returns its id.
    pub(crate) async fn save_resume(&self, title: &str, source: &str, format: Format) -> String {
        let me = self.site.store.local_user(NOW).await.expect("the person of this machine").id;
        let draft = Draft { source: source.to_owned(), format, note: String::new() };
        let new = NewDocument {
            kind: Kind::Resume,
            title: title.to_owned(),
            company: String::new(),
            draft,
        };
        self.site.store.create_document(me, new, NOW).await.expect("it is saved").id.to_string()
    }

    /// The newest text of a saved document.
    pub(crate) async fn text_of(&self, id: &str) -> String {
        let me = self.site.store.local_user(NOW).await.expect("the person of this machine").id;
        let id = id.parse().expect("an id");
        self.site.store.document(me, id).await.expect("it is there").revision.source
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("routes do not fail");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 64 << 20).await.expect("a body").to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(request("GET", path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a body of some media type.
    pub(crate) async fn post(&self, path: &str, media_type: &str, body: impl Into<Body>) -> Answer {
        let request = request("POST", path).header(CONTENT_TYPE, media_type);
        self.send(request.body(body.into()).expect("a request")).await
    }

    /// Sends a form of fields: pairs of name and value.
    pub(crate) async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| -> String {
            text.bytes()
                .map(|byte| match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                    _ => format!("%{byte:02X}"),
                })
                .collect()
        };
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| encode(name) + "=" + &encode(value)).collect();
        self.post(path, "application/x-www-form-urlencoded", pairs.join("&")).await
    }

    /// Sends a form that may hold files, with fields only.
    pub(crate) async fn submit_parts(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let part = |(name, value): &(&str, &str)| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body = fields.iter().map(part).collect::<String>() + "--edge--\r\n";
        self.post(path, "multipart/form-data; boundary=edge", body).await
    }

    /// Sends a form with one file, as dropping it does.
    pub(crate) async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
        self.post(path, "multipart/form-data; boundary=edge", body).await
    }
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("UTF-8")
    }

    /// Where it leads to.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        let location = self.headers.get(LOCATION).expect("it leads somewhere");
        location.to_str().expect("an address")
    }
}

/// A request from this machine.
pub(crate) fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(HOST, "127.0.0.1:4000")
}

#[tokio::test]
async fn a_file_is_dropped_and_its_report_read() {
    let user = User::local().await;
    assert_eq!(user.get("/").await.status, StatusCode::OK);
    let resume = &roles::library().resumes[0];
    let answer = user.upload("/", "cv.yaml", resume.yaml.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let report = user.get(answer.location()).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.text().contains("Ready to send"), "{}", report.text());
    assert_eq!(user.get("/reports/none").await.status, StatusCode::NOT_FOUND);
    assert_eq!(user.upload("/", "cv.yaml", b"").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_api_checks_and_explains_what_it_cannot() {
    let user = User::local().await;
    let resume = &roles::library().resumes[0];
    let check = async |path: &str, body: &str| {
        user.post(path, "application/octet-stream", body.to_owned()).await
    };
    let report = check("/api/v1/check?file=cv.yaml", &resume.yaml).await;
    assert_eq!(report.status, StatusCode::OK);
    let report: serde_json::Value = serde_json::from_slice(&report.bytes).expect("JSON");
    assert_eq!(report["format"], "vitae-report/1");
    for (path, body, status) in [
        ("/api/v1/check?file=cv.yaml", "work: [", 422),
        ("/api/v1/check?stage=chief", "a: b", 400),
        ("/api/v1/check?asOf=soon", "a: b", 400),
    ] {
        let problem = check(path, body).await;
        assert_eq!(problem.status.as_u16(), status, "{path}");
        assert_eq!(problem.headers[CONTENT_TYPE], "application/problem+json");
    }
}
