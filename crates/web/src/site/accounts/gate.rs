//! Every request to a site with accounts passes here: is it meant for this site, did a page of the
//! site make it, who asks, and may they.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request};
use axum::http::header::{
    ACCEPT, AUTHORIZATION, HOST, LOCATION, ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    WWW_AUTHENTICATE,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use store::StoreError;

use super::access::Access;
use super::limits::Wait;
use super::{Accounts, Client, session, token};
use crate::site::Site;
use crate::site::fault::{Fault, Problem};
use crate::site::fields::address;
use crate::site::guard::SEC_FETCH_SITE;
use crate::site::person::{Member, VIEWER, Viewer};

/// Two years, as browsers ask of those who are in their lists.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// With none at all, browsers would not say which site a form comes from.
const OWN_REFERRER: HeaderValue = HeaderValue::from_static("same-origin");

/// Answers a request, or says why not.
pub(crate) async fn gate(
    site: &Site,
    accounts: &Accounts,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let client = Client::of(&parts.headers, &parts.extensions, accounts.trust_proxy);
    let mut response = match admit(site, accounts, client, &parts).await {
        Ok(viewer) => {
            parts.extensions.insert(client);
            parts.extensions.insert(viewer.clone());
            VIEWER.scope(viewer, next.run(Request::from_parts(parts, body))).await
        }
        // What is said to somebody who is not in looks as to a visitor.
        Err(refused) => VIEWER.sync_scope(Viewer::Visitor, || refused.response(&parts)),
    };
    response.headers_mut().insert(REFERRER_POLICY, OWN_REFERRER);
    if accounts.origin.is_secure() {
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, HSTS);
    }
    response
}

/// Why somebody is not let in.
enum Refused {
    /// They may come back.
    Fault(Fault),
    /// They have to say who they are: with a token, or on the page for it and then go on to here.
    Unknown(Option<String>),
    /// Their token opens nothing.
    BadToken,
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Refused {
    fn response(self, parts: &Parts) -> Response {
        let path = parts.uri.path();
        let (fault, challenge) = match self {
            Self::Fault(fault) => (fault, None),
            Self::BadToken => {
                let fault = Fault::new(StatusCode::UNAUTHORIZED, "this token opens nothing");
                let fault = fault.hint("it may have been revoked; make one on your account page");
                (fault, Some("Bearer error=\"invalid_token\""))
            }
            Self::Unknown(None) if is_api(path) => {
                let fault = Fault::new(StatusCode::UNAUTHORIZED, "this needs a token");
                let hint = "make one on your account page, and send it as `Authorization: Bearer`";
                (fault.hint(hint), Some("Bearer"))
            }
            Self::Unknown(None) => (Fault::signed_out(), None),
            Self::Unknown(Some(next)) => {
                return Redirect::to(&address("/sign-in", &[("next", &next)])).into_response();
            }
        };
        // A script of a page understands what the API says, and shows it.
        let accepted = parts.headers.get(ACCEPT).and_then(|value| value.to_str().ok());
        let mut response = if accepted.is_some_and(|accepted| accepted.contains("text/html")) {
            fault.at(path)
        } else {
            Problem::from(fault).into_response()
        };
        if let Some(challenge) = challenge {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        debug_assert!(!response.headers().contains_key(LOCATION));
        response
    }
}

/// Who asks, when they may.
async fn admit(
    site: &Site,
    accounts: &Accounts,
    client: Client,
    parts: &Parts,
) -> Result<Viewer, Refused> {
    let (headers, path) = (&parts.headers, parts.uri.path());
    let text =
        |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap_or_default());
    if !text(HOST).is_some_and(|host| accounts.origin.is_host(host)) {
        let message = format!("this site answers as {} only", accounts.origin.as_str());
        return Err(Fault::new(StatusCode::MISDIRECTED_REQUEST, message).into());
    }
    let cookie = session::of(headers, &accounts.origin);
    let safe = parts.method.is_safe();
    if !safe && !is_from_here(accounts, headers, cookie.is_some()) {
        let message = "another site asked for this, so nothing was done";
        return Err(Fault::new(StatusCode::FORBIDDEN, message).into());
    }
    let route = parts.extensions.get::<MatchedPath>().map(MatchedPath::as_str);
    let access = Access::of(route);
    if access == Access::Same && safe {
        return Ok(Viewer::Visitor);
    }
    let viewer = match text(AUTHORIZATION).filter(|_| is_api(path)) {
        Some(authorization) => by_token(site, authorization).await?,
        None => by_cookie(site, cookie).await?,
    };
    let now = site.clock.now();
    match (&viewer, access) {
        (Viewer::Member(member), _) => {
            accounts.limits.people.take(member.user.id, now).map_err(Fault::from)?;
        }
        (_, Access::Person) => {
            let shown = matches!(parts.method, Method::GET | Method::HEAD) && !is_api(path);
            let next = parts.uri.path_and_query().map(ToString::to_string);
            return Err(Refused::Unknown(next.filter(|_| shown)));
        }
        (_, Access::Work) => accounts.limits.visitors.take(client, now).map_err(Fault::from)?,
        (_, Access::Open | Access::Same) if !safe => {
            accounts.limits.visitors.take(client, now).map_err(Fault::from)?;
        }
        (_, Access::Open | Access::Same) => {}
    }
    Ok(viewer)
}

impl From<Wait> for Fault {
    fn from(Wait(seconds): Wait) -> Self {
        let message = "this was asked for too often";
        let hint = match seconds {
            1 => "try again in a second".to_owned(),
            ..=120 => format!("try again in {seconds} seconds"),
            _ => format!("try again in {} minutes", (seconds + 59) / 60),
        };
        let fault = Self::new(StatusCode::TOO_MANY_REQUESTS, message).hint(hint);
        Self { retry_after: Some(seconds), ..fault }
    }
}

/// The person of `Authorization: Bearer TOKEN`.
async fn by_token(site: &Site, authorization: &str) -> Result<Viewer, Refused> {
    let (scheme, token) = authorization.split_once(' ').unwrap_or_default();
    let hash = token::hash(token.trim()).filter(|_| scheme.eq_ignore_ascii_case("bearer"));
    let hash = hash.ok_or(Refused::BadToken)?;
    match site.store.user_of_api_token(hash, site.clock.now()).await {
        Ok(user) => Ok(Viewer::Member(Arc::new(Member { user, session: None }))),
        Err(StoreError::NotFound) => Err(Refused::BadToken),
        Err(other) => Err(Fault::from(other).into()),
    }
}

/// The person of a session; a visitor when it has ended.
async fn by_cookie(site: &Site, cookie: Option<[u8; 32]>) -> Result<Viewer, Refused> {
    let Some(hash) = cookie else { return Ok(Viewer::Visitor) };
    match site.store.session(hash, session::IDLE, site.clock.now()).await {
        Ok((_, user)) => Ok(Viewer::Member(Arc::new(Member { user, session: Some(hash) }))),
        Err(StoreError::NotFound) => Ok(Viewer::Visitor),
        Err(other) => Err(Fault::from(other).into()),
    }
}

/// True for a request that no page of another site made. Browsers always say where a change comes
/// from; what says nothing and brings a cookie is not trusted.
fn is_from_here(accounts: &Accounts, headers: &HeaderMap, has_cookie: bool) -> bool {
    let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
    let site = headers.get(SEC_FETCH_SITE).map(text);
    let origin = headers.get(ORIGIN).map(text);
    match (site.as_deref(), origin.as_deref()) {
        // An origin that is hidden is that of a page which tells nobody; where it comes from is said.
        (Some("same-origin"), None | Some("null")) => true,
        (Some("same-origin") | None, Some(origin)) => accounts.origin.is_origin(origin),
        (None, None) => !has_cookie,
        _ => false,
    }
}

fn is_api(path: &str) -> bool {
    path.strip_prefix("/api/v1").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
