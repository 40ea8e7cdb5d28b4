//! Who may ask, and what a browser may do with the answer.
//!
//! A local server is reachable by every page that the browser shows. Three things keep those away:
//! the name in `Host` has to be one of this machine (a foreign name that was pointed at this
//! machine, DNS rebinding, is refused), no answer allows another origin to read it, and
//! `Cross-Origin-Resource-Policy` keeps pictures from being embedded elsewhere.

use axum::extract::Request;
use axum::http::header::{self, HOST, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Names by which a browser on this machine reaches a loopback address.
const LOCAL: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// What a page of the live view may do: load its own files.
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// A picture is looked at and does nothing, even when somebody opens it alone.
pub(crate) const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// What goes with every answer. Nothing is kept on disk, because a resume is private.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Lets requests to a name of this machine through, and adds headers to what is answered.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let response = if is_here(request.headers()) {
        next.run(request).await
    } else {
        let text = "This server answers under a name of this machine only, such as 127.0.0.1.\n";
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    };
    with_headers(response, POLICY)
}

/// The answer with what browsers have to know. What it says itself stays: a picture has a stricter
/// policy of its own.
pub(crate) fn with_headers(mut response: Response, policy: &'static str) -> Response {
    for (name, value) in HEADERS.into_iter().chain([(header::CONTENT_SECURITY_POLICY, policy)]) {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// True when a request names this machine.
pub(crate) fn is_here(headers: &HeaderMap) -> bool {
    is_local(host(headers))
}

fn host(headers: &HeaderMap) -> Option<&str> {
    headers.get(HOST)?.to_str().ok()
}

/// True for a name of this machine, with or without a port. Any port: a tunnel has one of its own.
fn is_local(host: Option<&str>) -> bool {
    let Some(host) = host else { return false };
    LOCAL.iter().any(|name| {
        let rest = host.get(name.len()..);
        let starts = host.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        starts && rest.is_some_and(|rest| rest.is_empty() || is_port(rest))
    })
}

fn is_port(text: &str) -> bool {
    text.strip_prefix(':').is_some_and(|digits| digits.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, expected: bool) {
        assert_eq!(is_local(Some(host)), expected, "{host}");
    }

    #[test]
    fn only_names_of_this_machine_pass() {
        for host in
            ["127.0.0.1:4000", "127.0.0.1", "localhost:4000", "LocalHost", "[::1]:4000", "[::1]"]
        {
            check(host, true);
        }
        for host in [
            "",
            "example.org",
            "example.org:4000",
            "127.0.0.1.example.org",
            "localhost.example.org:4000",
            "localhost:",
            "localhost:x",
            "localhost:99999",
            "127.0.0.1:4000@example.org",
            "127.0.0.2:4000",
            "0.0.0.0:4000",
            "::1",
            "lokalhost",
            "lócalhost",
        ] {
            check(host, false);
        }
        assert!(!is_local(None));
    }
}
