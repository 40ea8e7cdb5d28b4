//! What a request has to say of itself.

use axum::body::Body;
use axum::http::header::{COOKIE, HOST, ORIGIN, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderName, StatusCode};
use store::Store;

use crate::site::testing::{NOW, PASSWORD, User, log, pass, request};

#[tokio::test]
async fn the_site_answers_under_its_name_only() {
    let user = User::visitor().await;
    for (host, expected) in [
        ("hire.example.org", StatusCode::OK),
        ("hire.example.org:443", StatusCode::OK),
        ("localhost", StatusCode::MISDIRECTED_REQUEST),
        ("127.0.0.1", StatusCode::MISDIRECTED_REQUEST),
        ("evil.example", StatusCode::MISDIRECTED_REQUEST),
    ] {
        let asked = request("GET", "/").body(Body::empty());
        let mut asked = asked.expect("a request");
        asked.headers_mut().insert(HOST, host.parse().expect("a header"));
        let answer = user.send(asked).await;
        assert_eq!(answer.status, expected, "{host}");
        assert!(answer.headers.contains_key(STRICT_TRANSPORT_SECURITY), "{host}");
        assert_eq!(answer.headers["x-frame-options"], "DENY");
        assert_eq!(answer.headers["referrer-policy"], "same-origin");
    }
}

#[tokio::test]
async fn only_pages_of_the_site_change_anything() {
    const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
    let visitor = User::visitor().await;
    let ada = visitor.joined("ada", true).await;
    let cookie = ada.cookie.as_ref().expect("a cookie").lock().expect("a lock").clone();
    let check = async |headers: &[(HeaderName, &str)], with_cookie: bool, expected: bool| {
        let mut asked = request("POST", "/account/name").header(HOST, "hire.example.org");
        for (name, value) in headers {
            asked = asked.header(name, *value);
        }
        if with_cookie {
            asked = asked.header(COOKIE, &cookie);
        }
        let mut asked = asked.body(Body::empty()).expect("a request");
        asked.headers_mut().insert(HOST, "hire.example.org".parse().expect("a header"));
        let answer = ada.plain().send(asked).await;
        let refused = answer.status == StatusCode::FORBIDDEN;
        assert_eq!(!refused, expected, "{headers:?} {with_cookie} {}", answer.status);
    };
    check(&[(ORIGIN, "https://hire.example.org")], true, true).await;
    check(&[(SITE, "same-origin")], true, true).await;
    check(&[(SITE, "same-origin"), (ORIGIN, "https://hire.example.org")], true, true).await;
    check(&[(SITE, "same-origin"), (ORIGIN, "null")], true, true).await;
    check(&[], true, false).await;
    check(&[], false, true).await;
    check(&[(SITE, "none")], true, false).await;
    check(&[(SITE, "same-site")], true, false).await;
    check(&[(SITE, "cross-site"), (ORIGIN, "https://hire.example.org")], true, false).await;
    check(&[(SITE, "same-origin"), (ORIGIN, "https://evil.example")], true, false).await;
    check(&[(ORIGIN, "http://hire.example.org")], true, false).await;
    check(&[(ORIGIN, "https://evil.example")], true, false).await;
    check(&[(ORIGIN, "https://evil.example")], false, false).await;
    check(&[(ORIGIN, "null")], true, false).await;
}

#[tokio::test]
async fn cookies_are_of_this_host_alone_and_new_at_each_sign_in() {
    let visitor = User::visitor().await;
    let ada = visitor.joined("ada", true).await;
    let cookie = || ada.cookie.as_ref().expect("a cookie").lock().expect("a lock").clone();
    let first = cookie();
    let answer = ada.sign_in("ADA", PASSWORD).await;
    let set = answer.headers["set-cookie"].to_str().expect("a cookie");
    assert!(set.starts_with("__Host-vitae="), "{set}");
    for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=7776000"] {
        assert!(set.split("; ").any(|found| found == part), "{set}");
    }
    assert!(!set.contains("Domain"), "{set}");
    let second = cookie();
    assert_ne!(first, second);
    assert_eq!(ada.get("/resumes").await.status, StatusCode::OK);
    // The one before ended with it.
    *ada.cookie.as_ref().expect("a cookie").lock().expect("a lock") = first;
    assert_eq!(ada.get("/resumes").await.status, StatusCode::SEE_OTHER);
    *ada.cookie.as_ref().expect("a cookie").lock().expect("a lock") = second.clone();
    // Nothing that opens anything is kept or said.
    let token = second.split_once('=').expect("a value").1.to_owned();
    let kept = ada.site.store.export(Vec::new()).await.expect("exports");
    let kept = String::from_utf8(kept).expect("text");
    assert!(!kept.contains(&token) && !kept.contains(PASSWORD));
    let said = log().join("\n");
    assert!(said.contains("signed in: \"ada\""), "{said}");
    assert!(!said.contains(&token) && !said.contains(PASSWORD), "{said}");
    assert_eq!(ada.submit("/sign-out", &[]).await.location(), "/");
    *ada.cookie.as_ref().expect("a cookie").lock().expect("a lock") = second;
    assert_eq!(ada.get("/resumes").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_lasts_while_it_is_used_and_ends_at_last() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let visitor = User::visitor().await;
    let (ada, bob) = (visitor.joined("ada", true).await, visitor.joined("bob", false).await);
    pass(13 * DAY);
    assert_eq!(ada.get("/account").await.status, StatusCode::OK);
    pass(2 * DAY);
    assert_eq!(ada.get("/account").await.status, StatusCode::OK);
    assert_eq!(bob.get("/account").await.status, StatusCode::SEE_OTHER);
    for _ in 0..7 {
        pass(10 * DAY);
        assert_eq!(ada.get("/account").await.status, StatusCode::OK);
    }
    pass(5 * DAY);
    assert_eq!(ada.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_in_leads_to_where_one_wanted_to_go() {
    let visitor = User::visitor().await;
    visitor.joined("ada", true).await;
    let away = visitor.get("/resumes?after=x&y=%20").await;
    assert_eq!(away.location(), "/sign-in?next=%2Fresumes%3Fafter%3Dx%26y%3D%2520");
    let form = visitor.get(away.location()).await;
    assert!(form.text().contains("value=\"/resumes?after=x&amp;y=%20\""), "{}", form.text());
    for (next, expected) in
        [("/jobs", "/jobs"), ("//evil.example", "/resumes"), ("https://evil.example", "/resumes")]
    {
        let fields = [("handle", "ada"), ("password", PASSWORD), ("next", next)];
        assert_eq!(visitor.another().submit("/sign-in", &fields).await.location(), expected);
    }
}

#[tokio::test]
async fn a_site_on_this_machine_needs_no_tls() {
    use crate::site::{Clock, Origin, Setup, Site, Team};
    let store = Store::open("sqlite::memory:").await.expect("memory is there");
    let team = Team {
        origin: Origin::parse("http://localhost:8080").expect("an origin"),
        trust_proxy: false,
        mail: None,
        log: |_| (),
    };
    let clock = Clock::new(|| NOW);
    let (sandbox, database) = (sandbox::Policy::default(), String::new());
    let site = Site::new(Setup { database, clock, sandbox, workers: 1, team: Some(team) }, store);
    let accounts = site.accounts.as_ref().expect("accounts");
    let begun = super::super::session::Begun::new(&axum::http::HeaderMap::new(), NOW);
    let answer = begun.redirect(accounts, "/");
    let set = answer.headers()["set-cookie"].to_str().expect("a cookie");
    assert!(set.starts_with("vitae=") && !set.contains("Secure"), "{set}");
}
