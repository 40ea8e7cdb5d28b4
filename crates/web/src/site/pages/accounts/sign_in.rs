//! Coming in with a password, and going out.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::StoreError;

use super::{LONGEST_HANDLE, door, problem};
use crate::site::Site;
use crate::site::accounts::session::{self, Begun};
use crate::site::accounts::{Accounts, Client, quoted};
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::person::Viewer;

/// The form; who is in already goes on.
pub(crate) async fn show(State(site): State<Site>, fields: Fields) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let next = fields.get("next");
    if matches!(Viewer::now(), Viewer::Member(_)) {
        return Ok(Redirect::to(session::next(next)).into_response());
    }
    Ok(page(accounts, next, "", None).into_response())
}

fn page(accounts: &Accounts, next: Option<&str>, handle: &str, wrong: Option<&str>) -> Markup {
    let content = html! {
        @if next.is_some() && wrong.is_none() { p.lead { "This is for people with an account." } }
        (problem(wrong))
        form.card method="post" action="/sign-in" {
            @if let Some(next) = next { input type="hidden" name="next" value=(next); }
            div.field {
                label for="handle" { "E-mail address or name" }
                input #handle type="text" name="handle" value=(handle) autocomplete="username"
                    autocapitalize="none" spellcheck="false" maxlength=(LONGEST_HANDLE) required
                    autofocus[handle.is_empty()];
            }
            div.field {
                label for="password" { "Password" }
                input #password type="password" name="password" autocomplete="current-password"
                    required autofocus[!handle.is_empty()];
            }
            div.actions { button.primary type="submit" { "Sign in" } }
        }
        @if accounts.mail.is_some() {
            p { a href="/forgot" { "Forgot your password?" } }
        } @else {
            p.quiet { "Forgot your password? An admin can give you a link for a new one." }
        }
    };
    door("Sign in", &content)
}

/// Signs in: a new session, whatever there was before.
pub(crate) async fn sign_in(
    State(site): State<Site>,
    client: Client,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let (handle, password) = (fields.get("handle"), fields.text("password"));
    let (handle, password) = (handle.unwrap_or_default(), password.unwrap_or_default());
    let now = site.clock.now();
    // As the store compares them: another spelling is no other name to guess at.
    let folded = store::folded(handle).unwrap_or_default();
    let limits = &accounts.limits;
    limits.sign_in_from.take(client, now)?;
    limits.mistakes.attempt((&folded, client), now)?;
    limits.sign_in_as.take(&folded, now)?;
    let user = match site.store.user_by_handle(handle).await {
        Ok(user) => Some(user),
        Err(StoreError::NotFound) => None,
        Err(other) => return Err(other.into()),
    };
    let hash = user.as_ref().and_then(|user| user.password_hash.clone());
    let right = accounts.hasher.matches(&site, &password, hash).await?;
    let Some(user) = user.filter(|_| right) else {
        accounts.log(now, format_args!("not signed in: {} from {}", quoted(handle), client.0));
        let wrong = "the name or the password is wrong";
        let page = page(accounts, fields.get("next"), handle, Some(wrong));
        return Ok((StatusCode::UNAUTHORIZED, page).into_response());
    };
    limits.mistakes.right((&folded, client));
    if let Some(before) = session::of(&headers, &accounts.origin) {
        site.store.delete_session(before).await?;
    }
    let begun = Begun::new(&headers, now);
    site.store.create_session(user.id, begun.session.clone(), now).await?;
    accounts.log(now, format_args!("signed in: {} from {}", quoted(&user.handle), client.0));
    Ok(begun.redirect(accounts, session::next(fields.get("next"))))
}

/// Ends the session of this browser.
pub(crate) async fn sign_out(
    State(site): State<Site>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    if let Some(session) = session::of(&headers, &accounts.origin) {
        site.store.delete_session(session).await?;
    }
    Ok(session::redirect_without(accounts, "/"))
}
