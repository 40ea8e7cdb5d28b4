//! A site in memory, and somebody who uses it: each request goes through the whole router.

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{
    CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN as ORIGIN_HEADER, SET_COOKIE,
};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};
use store::{Draft, Format, Kind, NewDocument, NewUser, Store, UserId};
use tower::ServiceExt;

use super::percent::encoded;
use super::router::router;
use super::{Clock, Mail, Origin, Setup, Site, Team};

/// The time in tests: 2026-11-01, noon in UTC.
pub(crate) const NOW: i64 = 1_793_534_400_000;

thread_local! {
    /// How much later it is on the thread of this test, in milliseconds.
    static LATER: Cell<i64> = const { Cell::new(0) };
    /// What sites with accounts said to who runs them.
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Lets time pass.
pub(crate) fn pass(ms: i64) {
    LATER.set(LATER.get() + ms);
}

/// The clock of tests.
pub(crate) fn now() -> i64 {
    NOW + LATER.get()
}

/// What was said to who runs a site since it was asked for last.
pub(crate) fn log() -> Vec<String> {
    LOG.take()
}

/// The public address of sites with accounts.
pub(crate) const ORIGIN: &str = "https://hire.example.org";

/// The password of everybody.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A browser: in local mode without memory, otherwise with its cookie.
#[derive(Clone)]
pub(crate) struct User {
    router: Router,
    pub(crate) site: Site,
    /// The cookie, where there are accounts.
    pub(crate) cookie: Option<Arc<Mutex<String>>>,
    /// Whose browser it is, where that is known.
    id: Option<UserId>,
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
        Self::of(store, None)
    }

    /// A visitor of a new site with accounts, of which there are none yet.
    pub(crate) async fn visitor() -> Self {
        let store = Store::open("sqlite::memory:").await.expect("memory is there");
        Self::visitor_of(store, None)
    }

    /// A visitor of a site with accounts.
    pub(crate) fn visitor_of(store: Store, mail: Option<Mail>) -> Self {
        let origin = Origin::parse(ORIGIN).expect("an origin");
        let log = |line: &str| LOG.with_borrow_mut(|log| log.push(line.to_owned()));
        Self::of(store, Some(Team { origin, trust_proxy: true, mail, log }))
    }

    fn of(store: Store, team: Option<Team>) -> Self {
        // A test is no program that could be its own worker, so documents are read with none.
        let sandbox =
            sandbox::Policy { program: Some("/nonexistent".into()), ..Default::default() };
        let cookie = team.as_ref().map(|_| Arc::default());
        let clock = Clock::new(now);
        let setup = Setup { database: String::new(), clock, sandbox, workers: 2, team };
        let site = Site::new(setup, store);
        Self { router: router(site.clone()), site, cookie, id: None }
    }

    /// Another browser on the same site, where nobody is signed in.
    pub(crate) fn another(&self) -> Self {
        let cookie = self.cookie.as_ref().map(|_| Arc::default());
        Self { cookie, id: None, ..self.clone() }
    }

    /// Somebody with an account and another browser, signed in.
    pub(crate) async fn joined(&self, handle: &str, admin: bool) -> Self {
        let accounts = self.site.accounts.as_ref().expect("accounts");
        let hash = accounts.hasher.hash(&self.site, PASSWORD).await.expect("hashes");
        let (handle, name) = (handle.to_owned(), String::new());
        let new = NewUser { handle: handle.clone(), name, password_hash: Some(hash), admin };
        let id = self.site.store.create_user(new, now()).await.expect("is new").id;
        let user = Self { id: Some(id), ..self.another() };
        assert_eq!(user.sign_in(&handle, PASSWORD).await.status, StatusCode::SEE_OTHER);
        user
    }

    /// The same without anything that a browser adds by itself.
    pub(crate) fn plain(&self) -> Self {
        Self { cookie: None, ..self.clone() }
    }

    /// Tries to sign in.
    pub(crate) async fn sign_in(&self, handle: &str, password: &str) -> Answer {
        self.submit("/sign-in", &[("handle", handle), ("password", password)]).await
    }

    async fn me(&self) -> UserId {
        match self.id {
            Some(id) => id,
            None => self.site.store.local_user(NOW).await.expect("the person of this machine").id,
        }
    }

    /// Saves a resume, and returns its id.
    pub(crate) async fn save_resume(&self, title: &str, source: &str, format: Format) -> String {
        let me = self.me().await;
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
        let me = self.me().await;
        let id = id.parse().expect("an id");
        self.site.store.document(me, id).await.expect("it is there").revision.source
    }

    /// Sends a request as it is.
    ///
    /// Where there are accounts, it comes under the public address and from a page of it, unless it
    /// says otherwise, with the cookie that the site set.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            let unsafe_ = !request.method().is_safe();
            let headers = request.headers_mut();
            if headers.get(HOST).is_some_and(|host| host == HERE) {
                headers.insert(HOST, HeaderValue::from_static("hire.example.org"));
            }
            if unsafe_ && !headers.contains_key(ORIGIN_HEADER) {
                headers.insert(ORIGIN_HEADER, HeaderValue::from_static(ORIGIN));
            }
            let cookie = cookie.lock().expect("a lock").clone();
            if !cookie.is_empty() {
                headers.insert(COOKIE, HeaderValue::from_str(&cookie).expect("a cookie"));
            }
        }
        let response = self.router.clone().oneshot(request).await.expect("routes do not fail");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 64 << 20).await.expect("a body").to_vec();
        if let (Some(cookie), Some(set)) = (&self.cookie, parts.headers.get(SET_COOKIE)) {
            let set = set.to_str().expect("a cookie").split(';').next().unwrap_or_default();
            *cookie.lock().expect("a lock") = set.to_owned();
        }
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// Tries a method without a body.
    pub(crate) async fn ask(&self, method: &str, path: &str) -> Answer {
        self.send(request(method, path).body(Body::empty()).expect("a request")).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path).await
    }

    /// Sends a body of some media type.
    pub(crate) async fn post(&self, path: &str, media_type: &str, body: impl Into<Body>) -> Answer {
        let request = request("POST", path).header(CONTENT_TYPE, media_type);
        self.send(request.body(body.into()).expect("a request")).await
    }

    /// Sends a form of fields: pairs of name and value.
    pub(crate) async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| encoded(name) + "=" + &encoded(value)).collect();
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

/// The name of a local site.
const HERE: &str = "127.0.0.1:4000";

/// A request from this machine.
pub(crate) fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(HOST, HERE)
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
