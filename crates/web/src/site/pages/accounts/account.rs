//! One's own account: name, password, where one is signed in, tokens for programs, data.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::{ApiToken, Session};

use super::{LONGEST_NAME, name, new_password, problem, said};
use crate::site::Site;
use crate::site::accounts::link::Purpose;
use crate::site::accounts::password::refusal;
use crate::site::accounts::token::{name_of, named};
use crate::site::accounts::{Accounts, quoted};
use crate::site::clock::{day, rfc3339};
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::layout::{Place, layout};
use crate::site::person::{Member, Signed};

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Markup, Fault> {
    let done = match fields.get("done") {
        Some("name") => Some("your name was changed"),
        Some("password") => {
            Some("your password was changed, and you are signed out everywhere else")
        }
        Some("sessions") => Some("you are signed out there"),
        Some("tokens") => Some("the token opens nothing any more"),
        _ => None,
    };
    page(&site, &member, done, None).await
}

async fn page(
    site: &Site,
    member: &Member,
    done: Option<&str>,
    wrong: Option<&str>,
) -> Result<Markup, Fault> {
    let now = site.clock.now();
    let sessions = site.store.sessions(member.user.id, now).await?;
    let programs = site.store.api_tokens(member.user.id).await?;
    let content = html! {
        div.account-page {
            header {
                h1 { "Your account" }
                p.quiet { "You sign in as " b { (member.user.handle) } "." }
                div.actions {
                    form method="post" action="/sign-out" { button.plain type="submit" { "Sign out" } }
                    @if member.user.admin { a.button href="/people" { "People" } }
                }
            }
            (said(done))
            (your_name(&member.user.name))
            (password(wrong))
            (signed_in(&sessions, member.session))
            (programs_of(&programs))
            (data())
        }
    };
    Ok(layout("Your account", Place::Account, &content))
}

fn your_name(name: &str) -> Markup {
    html! {
        section.card aria-labelledby="your-name" {
            h2 #your-name { "Name" }
            form.line method="post" action="/account/name" {
                div.field {
                    label for="name" { "What others here call you" }
                    input #name type="text" name="name" value=(name) autocomplete="name" maxlength=(LONGEST_NAME);
                }
                button.plain type="submit" { "Change the name" }
            }
        }
    }
}

fn password(wrong: Option<&str>) -> Markup {
    html! {
        section.card aria-labelledby="your-password" {
            h2 #your-password { "Password" }
            (problem(wrong))
            form method="post" action="/account/password" {
                div.field {
                    label for="current" { "Current password" }
                    input #current type="password" name="current" autocomplete="current-password" required;
                }
                (new_password("New password"))
                div.actions { button.plain type="submit" { "Change the password" } }
            }
        }
    }
}

fn signed_in(sessions: &[Session], here: Option<[u8; 32]>) -> Markup {
    let is_here = |session: &Session| here == Some(session.token_hash);
    html! {
        section.card aria-labelledby="signed-in" {
            h2 #signed-in { "Where you are signed in" }
            ul.entries {
                @for session in sessions {
                    li {
                        div {
                            b { (session.browser) }
                            @if is_here(session) { " (this browser)" }
                            p.quiet { "since " (day(session.created_ms)) ", last seen " (minute(session.seen_ms)) }
                        }
                        @if !is_here(session) {
                            form method="post" action="/account/sessions" {
                                input type="hidden" name="session" value=(name_of(&session.token_hash));
                                button.plain type="submit" aria-label={ "Sign out: " (session.browser) } { "Sign out" }
                            }
                        }
                    }
                }
            }
            @if sessions.len() > 1 {
                form method="post" action="/account/sessions" {
                    button.plain type="submit" { "Sign out everywhere else" }
                }
            }
        }
    }
}

fn programs_of(programs: &[ApiToken]) -> Markup {
    html! {
        section.card aria-labelledby="programs" {
            h2 #programs { "Programs" }
            p { "A token lets a program of yours use the " a href="/api" { "API" } " as you." }
            @if !programs.is_empty() {
                ul.entries {
                    @for token in programs {
                        li {
                            div {
                                b { (token.name) }
                                p.quiet {
                                    "made " (day(token.created_ms)) ", "
                                    @match token.used_ms {
                                        Some(used) => { "last used " (minute(used)) },
                                        None => "not used yet",
                                    }
                                }
                            }
                            form method="post" action="/account/tokens/revoke" {
                                input type="hidden" name="token" value=(name_of(&token.token_hash));
                                button.plain type="submit" aria-label={ "Revoke: " (token.name) } { "Revoke" }
                            }
                        }
                    }
                }
            }
            form.line method="post" action="/account/tokens" {
                div.field {
                    label for="token-name" { "What the token is for" }
                    input #token-name type="text" name="name" required maxlength=(LONGEST_NAME);
                }
                button.plain type="submit" { "Make a token" }
            }
        }
    }
}

fn data() -> Markup {
    html! {
        section.card aria-labelledby="data" {
            h2 #data { "Your data" }
            p { "Everything you keep here, with every revision, as lines of JSON." }
            div.actions {
                a.button href="/account/export" download { "Export" }
                a.button href="/account/erase" { "Erase the account" }
            }
        }
    }
}

/// A time to the minute, in UTC: `2026-11-01 12:00 UTC`.
fn minute(ms: i64) -> String {
    let time = rfc3339(ms);
    let (date, clock) = time.split_once('T').unwrap_or((time.as_str(), ""));
    format!("{date} {} UTC", clock.get(..5).unwrap_or_default())
}

/// Changes the name.
pub(crate) async fn rename(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Redirect, Fault> {
    let called = name(fields.get("name")).unwrap_or_default();
    site.store.rename_user(member.user.id, &called).await?;
    Ok(Redirect::to("/account?done=name"))
}

/// Changes the password, and ends all sessions but this one.
pub(crate) async fn change_password(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let (user, now) = (&member.user, site.clock.now());
    let text = |name| fields.text(name).unwrap_or_default();
    let (current, password) = (text("current"), text("password"));
    let wrong = if proven(&site, &member, &current).await? {
        refusal(&password, &user.handle)
    } else {
        Some("the current password is wrong")
    };
    if wrong.is_some() {
        let page = page(&site, &member, None, wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hash = accounts.hasher.hash(&site, &password).await?;
    site.store.set_password_hash(user.id, Some(&hash)).await?;
    site.store.delete_sessions(user.id, member.session).await?;
    site.store.delete_tokens_of(user.id, Purpose::Reset.word()).await?;
    accounts.log(now, format_args!("new password: {}", quoted(&user.handle)));
    Ok(Redirect::to("/account?done=password").into_response())
}

/// Whether somebody who is signed in knows their password, too. Guessing gets slow.
pub(super) async fn proven(site: &Site, member: &Member, password: &str) -> Result<bool, Fault> {
    let accounts = Accounts::of(site)?;
    accounts.limits.mistakes.attempt(member.user.id, site.clock.now())?;
    let hash = member.user.password_hash.clone();
    let right = accounts.hasher.matches(site, password, hash).await?;
    if right {
        accounts.limits.mistakes.right(member.user.id);
    }
    Ok(right)
}

/// Ends the session that is named, otherwise all but this one.
pub(crate) async fn end_sessions(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Redirect, Fault> {
    match fields.get("session") {
        Some(session) => {
            let session = named(session).ok_or_else(|| Fault::not_found("session"))?;
            site.store.end_session(member.user.id, session).await?;
        }
        None => drop(site.store.delete_sessions(member.user.id, member.session).await?),
    }
    Ok(Redirect::to("/account?done=sessions"))
}
