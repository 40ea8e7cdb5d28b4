//! Who is in: a cookie in the browser, its SHA-256 in the store.

use axum::http::header::{COOKIE, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use store::NewSession;

use super::agent::described;
use super::token::{hash, new_token};
use super::{Accounts, Origin};

/// A session ends after so long without a visit, in milliseconds: two weeks.
pub(crate) const IDLE: i64 = 14 * DAY;
/// A session ends after so long whatever happens, in milliseconds: a quarter of a year.
const LONGEST: i64 = 90 * DAY;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The name of the cookie. Browsers take one with `__Host-` from this very host only, over TLS, and
/// send it nowhere else; a site on this machine has no TLS.
fn name(origin: &Origin) -> &'static str {
    if origin.is_secure() { "__Host-vitae" } else { "vitae" }
}

/// What is kept of the cookie of a request.
pub(crate) fn of(headers: &HeaderMap, origin: &Origin) -> Option<[u8; 32]> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        pairs.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
    let (_, token) = pairs.find(|(found, _)| found.trim() == name(origin))?;
    hash(token.trim())
}

/// A new session, and the cookie that brings it.
pub(crate) struct Begun {
    pub(crate) session: NewSession,
    cookie: String,
}

impl Begun {
    /// For the browser that asks.
    pub(crate) fn new(headers: &HeaderMap, now: i64) -> Self {
        let cookie = new_token();
        let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
        let session = NewSession {
            token_hash: hash(&cookie).unwrap_or_default(),
            expires_ms: now.saturating_add(IDLE),
            until_ms: now.saturating_add(LONGEST),
            browser: described(agent.unwrap_or_default()),
        };
        Self { session, cookie }
    }

    /// Leads to a page of the site, signed in.
    pub(crate) fn redirect(&self, accounts: &Accounts, to: &str) -> Response {
        with_cookie(accounts, to, &self.cookie, LONGEST / 1000)
    }
}

/// Leads to a page of the site, signed out.
pub(crate) fn redirect_without(accounts: &Accounts, to: &str) -> Response {
    with_cookie(accounts, to, "", 0)
}

fn with_cookie(accounts: &Accounts, to: &str, value: &str, seconds: i64) -> Response {
    let origin = &accounts.origin;
    let secure = if origin.is_secure() { "; Secure" } else { "" };
    let cookie = format!(
        "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
        name(origin)
    );
    let mut response = Redirect::to(to).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Where to go after signing in: a page of this site, or the list of resumes.
pub(crate) fn next(wanted: Option<&str>) -> &str {
    let own = |path: &&str| {
        let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        plain && path.starts_with('/') && !path.starts_with("//") && path.len() <= 2000
    };
    wanted.filter(own).unwrap_or("/resumes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for path in ["/", "/jobs", "/jobs/1?a=b&c=%20", "/a//b"] {
            assert_eq!(next(Some(path)), path);
        }
        for path in [
            "", "jobs", "//evil.example", "https://evil.example", "/\\evil.example",
            "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "/é", " //evil.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(next(Some(path)), "/resumes", "{path:?}");
        }
        assert_eq!(next(None), "/resumes");
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let origin = Origin::parse("https://hire.example.org").expect("an origin");
        let token = new_token();
        for (cookie, expected) in [
            (format!("__Host-vitae={token}"), true),
            (format!("a=b; __Host-vitae={token}; c"), true),
            (format!("vitae={token}"), false),
            (format!("__Host-vitae2={token}"), false),
            ("__Host-vitae=".to_owned(), false),
            (String::new(), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, HeaderValue::from_str(&cookie).expect("a header"));
            assert_eq!(of(&headers, &origin).is_some(), expected, "{cookie}");
        }
    }
}
