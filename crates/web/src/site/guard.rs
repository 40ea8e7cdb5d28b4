//! Who may ask the site, and what a browser may do with the answer.
//!
//! A request that changes something has to come from a page of the site itself: browsers say where
//! a request comes from (`Sec-Fetch-Site`, `Origin`), and a page elsewhere can change neither. That
//! needs no secret in forms. Programs that are no browsers send neither header, and hold no cookie
//! that another page could use.
//!
//! A site with accounts is reached under its public address and asks who it is: `accounts::gate`.

use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::Site;
use super::accounts::gate;
use super::fault::Fault;
use crate::guard::{is_here, with_headers};

/// A page loads its own files, and pictures that its scripts made of what the site sent.
const POLICY: &str = "default-src 'none'; img-src 'self' blob:; style-src 'self'; \
                      script-src 'self'; connect-src 'self'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Where a browser says that a request comes from.
pub(crate) const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Lets requests through that may be answered.
pub(crate) async fn guard(State(site): State<Site>, request: Request, next: Next) -> Response {
    let response = match &site.accounts {
        Some(accounts) => gate(&site, accounts, request, next).await,
        None => local(request, next).await,
    };
    with_headers(response, POLICY)
}

/// The site of this machine: whoever reaches it is its one person.
async fn local(request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !is_here(headers) {
        let text = "vitae answers under a name of this machine only, such as 127.0.0.1";
        Fault::new(StatusCode::MISDIRECTED_REQUEST, text).at(request.uri().path())
    } else if request.method().is_safe() || is_from_here(headers) {
        next.run(request).await
    } else {
        Fault::new(StatusCode::FORBIDDEN, "another site asked for this, so nothing was done")
            .at(request.uri().path())
    }
}

/// True for a request that no page of another site made.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = text(SEC_FETCH_SITE) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(ORIGIN) else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text(HOST)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(headers: &[(HeaderName, &'static str)], expected: bool) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(name, HeaderValue::from_static(value));
        }
        assert_eq!(is_from_here(&map), expected, "{headers:?}");
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        check(&[], true);
        check(&[(SEC_FETCH_SITE, "same-origin")], true);
        check(&[(SEC_FETCH_SITE, "none")], true);
        check(&[(SEC_FETCH_SITE, "same-site")], false);
        check(&[(SEC_FETCH_SITE, "cross-site")], false);
        check(&[(HOST, "localhost:4000"), (ORIGIN, "http://localhost:4000")], true);
        check(&[(HOST, "localhost:4000"), (ORIGIN, "http://localhost:4001")], false);
        check(&[(HOST, "localhost:4000"), (ORIGIN, "http://evil.example")], false);
        check(&[(HOST, "localhost:4000"), (ORIGIN, "null")], false);
        check(&[(SEC_FETCH_SITE, "cross-site"), (HOST, "a"), (ORIGIN, "http://a")], false);
    }
}
