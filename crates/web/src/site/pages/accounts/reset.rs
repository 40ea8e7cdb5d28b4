//! A new password for who forgot theirs.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::StoreError;

use super::{LONGEST_HANDLE, door, new_password, problem};
use crate::site::Site;
use crate::site::accounts::link::{self, Purpose};
use crate::site::accounts::mail::is_address;
use crate::site::accounts::password::refusal;
use crate::site::accounts::{Accounts, Client, quoted};
use crate::site::fault::Fault;
use crate::site::fields::Fields;

/// Accounts of a site that sends letters.
fn mailing(site: &Site) -> Result<&Accounts, Fault> {
    let accounts = Accounts::of(site)?;
    let missing =
        || Fault::not_found("page").hint("this site sends no mail: an admin can give you a link");
    if accounts.mail.is_some() { Ok(accounts) } else { Err(missing()) }
}

/// Where somebody asks for a letter.
pub(crate) async fn show_forgot(State(site): State<Site>) -> Result<Markup, Fault> {
    mailing(&site)?;
    let content = html! {
        p.lead { "You get a letter with a link. It works for an hour." }
        form.card method="post" action="/forgot" {
            div.field {
                label for="handle" { "Your e-mail address" }
                input #handle type="email" name="handle" autocomplete="username" required autofocus
                    maxlength=(LONGEST_HANDLE);
            }
            div.actions { button.primary type="submit" { "Send the letter" } }
        }
    };
    Ok(door("A new password", &content))
}

/// Sends the letter where somebody has this address. The answer is the same, and as quick, where
/// nobody has.
pub(crate) async fn forgot(
    State(site): State<Site>,
    client: Client,
    fields: Fields,
) -> Result<Markup, Fault> {
    let accounts = mailing(&site)?;
    let handle = fields.get("handle").unwrap_or_default().to_owned();
    accounts.limits.letters_from.take(client, site.clock.now())?;
    let sender = site.clone();
    tokio::spawn(async move { send(&sender, &handle).await });
    let content = html! {
        p.lead role="status" {
            "If somebody here signs in with this address, a letter is on its way. Look into your mail."
        }
        p { a href="/sign-in" { "Sign in" } }
    };
    Ok(door("A new password", &content))
}

/// Sends a link to who signs in with this address, when somebody does.
async fn send(site: &Site, handle: &str) {
    let Ok(accounts) = mailing(site) else { return };
    let Some(mail) = accounts.mail.as_ref() else { return };
    let Ok(user) = site.store.user_by_handle(handle).await else { return };
    let now = site.clock.now();
    if !is_address(&user.handle) || !accounts.may_write(&user.handle, now) {
        return;
    }
    let Ok(link) =
        link::new_link(site, accounts, Purpose::Reset, Some(user.id), String::new()).await
    else {
        return;
    };
    let text = format!(
        "Somebody, probably you, asked for a new password for {}.\n\n\
         Choose it here within an hour:\n{link}\n\n\
         If it was not you, do nothing: the old password stays.\n",
        accounts.origin.as_str()
    );
    accounts.send(mail, &user.handle, "A new password", &text, now).await;
}

/// Where the new password is chosen.
pub(crate) async fn show(
    State(site): State<Site>,
    client: Client,
    Path(token): Path<String>,
) -> Result<Markup, Fault> {
    let accounts = Accounts::of(&site)?;
    accounts.limits.links.take(client, site.clock.now())?;
    let (_, token) = link::open(&site, &token, Purpose::Reset).await?;
    let user = site.store.user(token.user.ok_or_else(link::used_up)?).await?;
    Ok(page(&user.handle, None))
}

fn page(handle: &str, wrong: Option<&str>) -> Markup {
    let content = html! {
        p.lead { "Everywhere else you are signed out with it." }
        (problem(wrong))
        form.card method="post" {
            div.field {
                label for="handle" { "Whose it is" }
                input #handle type="text" value=(handle) autocomplete="username" readonly;
            }
            (new_password("New password"))
            div.actions { button.primary type="submit" { "Take this password" } }
        }
    };
    door("A new password", &content)
}

/// Takes the new password and ends all sessions.
pub(crate) async fn reset(
    State(site): State<Site>,
    client: Client,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let now = site.clock.now();
    accounts.limits.links.take(client, now)?;
    let (token_hash, token) = link::open(&site, &token, Purpose::Reset).await?;
    let user = site.store.user(token.user.ok_or_else(link::used_up)?).await?;
    let password = fields.text("password").unwrap_or_default();
    if let Some(wrong) = refusal(&password, &user.handle) {
        let page = page(&user.handle, Some(wrong));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hash = accounts.hasher.hash(&site, &password).await?;
    match site.store.reset_password(token_hash, Purpose::Reset.word(), &hash, now).await {
        Ok(_) => {
            accounts
                .log(now, format_args!("new password: {} from {}", quoted(&user.handle), client.0));
            Ok(Redirect::to("/sign-in").into_response())
        }
        Err(StoreError::NotFound) => Err(link::used_up()),
        Err(other) => Err(other.into()),
    }
}
