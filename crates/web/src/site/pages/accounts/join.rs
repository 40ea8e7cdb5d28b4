//! Making an account: the first one of the site, and those of people who were invited.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use maud::{Markup, html};
use store::{NewUser, StoreError};

use super::{LONGEST_HANDLE, LONGEST_NAME, door, name, new_password, problem};
use crate::site::Site;
use crate::site::accounts::link::{self, Invitation, Purpose};
use crate::site::accounts::password::refusal;
use crate::site::accounts::session::Begun;
use crate::site::accounts::{Accounts, Client, quoted};
use crate::site::fault::Fault;
use crate::site::fields::Fields;

/// Who is invited by a link; the first of all chooses.
fn invited(purpose: Purpose, token: &store::Token) -> Result<Option<Invitation>, Fault> {
    match purpose {
        Purpose::Join => Invitation::read(&token.detail).map(Some),
        _ => Ok(None),
    }
}

/// The form of an account that a link is good for, and making it.
pub(crate) fn by_link(purpose: Purpose) -> MethodRouter<Site> {
    get(move |site, client, token| show(site, client, token, purpose)).post(
        move |site, client, token, headers, fields| {
            join(site, client, token, headers, fields, purpose)
        },
    )
}

async fn show(
    State(site): State<Site>,
    client: Client,
    Path(token): Path<String>,
    purpose: Purpose,
) -> Result<Markup, Fault> {
    let accounts = Accounts::of(&site)?;
    accounts.limits.links.take(client, site.clock.now())?;
    let (_, token) = link::open(&site, &token, purpose).await?;
    Ok(page(invited(purpose, &token)?.as_ref(), "", "", None))
}

fn page(invited: Option<&Invitation>, handle: &str, name: &str, wrong: Option<&str>) -> Markup {
    let content = html! {
        @match invited {
            None => p.lead { "The first account is that of an admin, who invites the others." },
            Some(_) => p.lead { "You were invited. What you keep here is yours alone." },
        }
        (problem(wrong))
        form.card method="post" {
            div.field {
                label for="handle" { "E-mail address or name, to sign in with" }
                @match invited {
                    Some(invited) => input #handle type="text" name="handle" value=(invited.handle)
                        autocomplete="username" readonly;,
                    None => input #handle type="text" name="handle" value=(handle) autofocus required
                        autocomplete="username" autocapitalize="none" spellcheck="false"
                        maxlength=(LONGEST_HANDLE);,
                }
            }
            div.field {
                label for="name" { "Your name" }
                input #name type="text" name="name" value=(name) autocomplete="name"
                    maxlength=(LONGEST_NAME) aria-describedby="name-use";
                p.quiet #name-use { "For other people here. You may leave it empty." }
            }
            (new_password("Password"))
            div.actions { button.primary type="submit" { "Make the account" } }
        }
    };
    door("Your account", &content)
}

async fn join(
    State(site): State<Site>,
    client: Client,
    Path(token): Path<String>,
    headers: HeaderMap,
    fields: Fields,
    purpose: Purpose,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let now = site.clock.now();
    accounts.limits.links.take(client, now)?;
    let (token_hash, token) = link::open(&site, &token, purpose).await?;
    let invited = invited(purpose, &token)?;
    let written = fields.get("handle").unwrap_or_default();
    let (handle, admin) =
        invited.as_ref().map_or((written, true), |invited| (&invited.handle, invited.admin));
    let called = name(fields.get("name")).unwrap_or_default();
    let again = |wrong: &str| {
        let page = page(invited.as_ref(), written, &called, Some(wrong));
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let password = fields.text("password").unwrap_or_default();
    if let Some(wrong) = refusal(&password, handle) {
        return again(wrong);
    }
    let password_hash = Some(accounts.hasher.hash(&site, &password).await?);
    let new = NewUser { handle: handle.to_owned(), name: called.clone(), password_hash, admin };
    let begun = Begun::new(&headers, now);
    let takes_over = purpose == Purpose::SetUp;
    let session = begun.session.clone();
    let word = purpose.word();
    match site.store.join(token_hash, word, new, takes_over, session, now).await {
        Ok(user) => {
            accounts.log(now, format_args!("joined: {} from {}", quoted(&user.handle), client.0));
            Ok(begun.redirect(accounts, "/resumes"))
        }
        Err(StoreError::NotFound) => Err(link::used_up()),
        Err(wrong @ (StoreError::Duplicate(_) | StoreError::Invalid(_))) => {
            again(&wrong.to_string())
        }
        Err(other) => Err(other.into()),
    }
}
