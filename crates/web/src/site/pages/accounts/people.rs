//! Who has an account, and who is invited; for admins.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::{Invited, User, UserId};

use super::{LONGEST_HANDLE, door, link_to_copy, problem, said};
use crate::site::Site;
use crate::site::accounts::link::{Invitation, Purpose, new_link};
use crate::site::accounts::mail::is_address;
use crate::site::accounts::token::{name_of, named};
use crate::site::accounts::{Accounts, quoted};
use crate::site::clock::day;
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::layout::{Place, layout};
use crate::site::person::{Admin, Member};

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Admin(me): Admin,
    fields: Fields,
) -> Result<Markup, Fault> {
    let done = match fields.get("done") {
        Some("admin") => Some("this was changed"),
        Some("removed") => Some("the account was erased"),
        Some("withdrawn") => Some("the invitation was taken back"),
        _ => None,
    };
    page(&site, &me, done, None).await
}

async fn page(
    site: &Site,
    me: &Member,
    done: Option<&str>,
    wrong: Option<&str>,
) -> Result<Markup, Fault> {
    let people = site.store.users().await?;
    let invited = site.store.tokens(Purpose::Join.word(), site.clock.now()).await?;
    let mails = Accounts::of(site)?.mail.is_some();
    let content = html! {
        div.account-page {
            header {
                h1 { "People" }
                p.quiet { "Nobody sees what others keep here, admins neither." }
            }
            (said(done))
            (problem(wrong))
            section.card aria-labelledby="invite" {
                h2 #invite { "Invite somebody" }
                form method="post" action="/people/invite" {
                    div.field {
                        label for="handle" { "Their e-mail address, or a name to sign in with" }
                        input #handle type="text" name="handle" required maxlength=(LONGEST_HANDLE)
                            autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="how";
                        p.quiet #how {
                            @if mails { "A letter with a link goes to an e-mail address; you see the link, too." }
                            @else { "You get a link to hand over." }
                        }
                    }
                    label.check { input type="checkbox" name="admin" value="yes"; "As an admin, who may invite and remove others" }
                    div.actions { button.primary type="submit" { "Invite" } }
                }
            }
            @if !invited.is_empty() { (waiting(&invited)) }
            section aria-labelledby="accounts" {
                h2 #accounts { "Accounts" }
                ul.people { @for one in &people { (row(one, one.id == me.user.id)) } }
            }
        }
    };
    Ok(layout("People", Place::Account, &content))
}

fn waiting(invited: &[Invited]) -> Markup {
    html! {
        section.card aria-labelledby="waiting" {
            h2 #waiting { "Invited" }
            ul.entries {
                @for one in invited {
                    @let handle = Invitation::read(&one.detail).map_or_else(|_| "somebody".to_owned(), |one| one.handle);
                    li {
                        div { b { (handle) } p.quiet { "until " (day(one.expires_ms)) } }
                        form method="post" action="/people/withdraw" {
                            input type="hidden" name="invitation" value=(name_of(&one.token_hash));
                            button.plain type="submit" aria-label={ "Take back the invitation of " (handle) } { "Take back" }
                        }
                    }
                }
            }
        }
    }
}

fn row(one: &User, is_me: bool) -> Markup {
    let here = format!("/people/{}", one.id);
    let called = if one.name.is_empty() { &one.handle } else { &one.name };
    let (verb, becomes) = if one.admin { ("Make no admin", "no") } else { ("Make admin", "yes") };
    html! {
        li.card {
            div {
                h3 {
                    (called)
                    @if one.admin { " " span.badge { "admin" } }
                    @if is_me { " (you)" }
                }
                p.quiet { (one.handle) ", since " (day(one.created_ms)) }
            }
            div.actions {
                form method="post" action={ (here) "/admin" } {
                    input type="hidden" name="admin" value=(becomes);
                    button.plain type="submit" aria-label={ (verb) ": " (called) } { (verb) }
                }
                @if !is_me {
                    form method="post" action={ (here) "/reset" } {
                        button.plain type="submit" aria-label={ "Link for a new password: " (called) } { "New password" }
                    }
                    a.button href={ (here) "/remove" } aria-label={ "Remove " (called) } { "Remove" }
                }
            }
        }
    }
}

/// Somebody with an account.
async fn somebody(site: &Site, id: &str) -> Result<User, Fault> {
    let missing = || Fault::not_found("account");
    let id: UserId = id.parse().map_err(|_| missing())?;
    let people = site.store.users().await?;
    people.into_iter().find(|one| one.id == id).ok_or_else(missing)
}

/// Invites somebody: a link to hand over, and a letter where there is mail.
pub(crate) async fn invite(
    State(site): State<Site>,
    Admin(me): Admin,
    fields: Fields,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let handle = fields.get("handle").unwrap_or_default().to_owned();
    let known = store::folded(&handle);
    let wrong = if let Err(wrong) = known {
        Some(wrong.to_string())
    } else if site.store.user_by_handle(&handle).await.is_ok() {
        Some("somebody here signs in with this already".to_owned())
    } else {
        None
    };
    if wrong.is_some() {
        let page = page(&site, &me, None, wrong.as_deref()).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let invitation = Invitation { handle, admin: fields.get("admin") == Some("yes") };
    let (by, detail) = (Some(me.user.id), invitation.detail());
    let link = new_link(&site, accounts, Purpose::Join, by, detail).await?;
    let (now, by) = (site.clock.now(), quoted(&me.user.handle));
    accounts.log(now, format_args!("invited: {} by {by}", quoted(&invitation.handle)));
    let from = if me.user.name.is_empty() { &me.user.handle } else { &me.user.name };
    let text = format!(
        "{from} invites you to {}.\n\n\
         Make your account within a week:\n{link}\n\n\
         There you check, write and keep resumes; what you keep is yours alone.\n",
        accounts.origin.as_str()
    );
    let mailed = letter(&site, accounts, &invitation.handle, "An invitation to vitae", &text).await;
    let content = html! {
        (mailed)
        div.card { (link_to_copy(&link, "within a week")) }
        p { a href="/people" { "Back to people" } }
    };
    Ok(door(&format!("{} is invited", invitation.handle), &content).into_response())
}

/// Sends a letter where that is possible, and says what became of it.
async fn letter(site: &Site, accounts: &Accounts, to: &str, subject: &str, text: &str) -> Markup {
    let (Some(mail), true) = (&accounts.mail, is_address(to)) else {
        return html! { p.lead { "Hand this link over, by a way that only they can read." } };
    };
    let now = site.clock.now();
    if !accounts.may_write(to, now) {
        return html! { p.lead { "No letter was sent: there were several to this address just now. Hand the link over yourself." } };
    }
    if accounts.send(mail, to, subject, text, now).await {
        html! { p.lead role="status" { "A letter with the link was sent." } }
    } else {
        html! { p.problem role="alert" { "The letter could not be sent. Hand the link over yourself." } }
    }
}

/// Takes an invitation back.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    Admin(_): Admin,
    fields: Fields,
) -> Result<Redirect, Fault> {
    let token = fields.get("invitation").and_then(named);
    let token = token.ok_or_else(|| Fault::not_found("invitation"))?;
    site.store.delete_tokens(Purpose::Join.word(), Some(token)).await?;
    Ok(Redirect::to("/people?done=withdrawn"))
}

/// Makes somebody an admin, or no admin any more.
pub(crate) async fn set_admin(
    State(site): State<Site>,
    Admin(me): Admin,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Fault> {
    let one = somebody(&site, &id).await?;
    let admin = fields.get("admin") == Some("yes");
    site.store.set_admin(one.id, admin).await?;
    let what = if admin { "admin" } else { "no admin" };
    let (one_is, by) = (quoted(&one.handle), quoted(&me.user.handle));
    Accounts::of(&site)?.log(site.clock.now(), format_args!("{what}: {one_is} by {by}"));
    let to = if one.id == me.user.id { "/account" } else { "/people?done=admin" };
    Ok(Redirect::to(to))
}

/// A link for a new password, for who forgot theirs.
pub(crate) async fn reset(
    State(site): State<Site>,
    Admin(me): Admin,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let accounts = Accounts::of(&site)?;
    let one = somebody(&site, &id).await?;
    let link = new_link(&site, accounts, Purpose::Reset, Some(one.id), String::new()).await?;
    let (one_is, by) = (quoted(&one.handle), quoted(&me.user.handle));
    accounts.log(site.clock.now(), format_args!("link for a new password: {one_is} by {by}"));
    let text = format!(
        "Choose a new password for {} within an hour:\n{link}\n\n\
         Until then the old one stays.\n",
        accounts.origin.as_str()
    );
    let mailed = letter(&site, accounts, &one.handle, "A new password", &text).await;
    let content = html! {
        (mailed)
        div.card { (link_to_copy(&link, "within an hour")) }
        p { a href="/people" { "Back to people" } }
    };
    Ok(door(&format!("A new password for {}", one.handle), &content))
}

/// Asks before removing somebody.
pub(crate) async fn ask_to_remove(
    State(site): State<Site>,
    Admin(_): Admin,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let one = somebody(&site, &id).await?;
    let content = html! {
        p.lead { "Everything they keep here is erased with the account, for good." }
        form.card method="post" action={ "/people/" (one.id) "/remove" } {
            div.actions {
                button.primary type="submit" { "Remove the account" }
                a.button href="/people" { "Keep it" }
            }
        }
    };
    Ok(door(&format!("Remove {}?", one.handle), &content))
}

/// Removes somebody.
pub(crate) async fn remove(
    State(site): State<Site>,
    Admin(me): Admin,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let one = somebody(&site, &id).await?;
    site.store.delete_user(one.id).await?;
    let (one_is, by) = (quoted(&one.handle), quoted(&me.user.handle));
    Accounts::of(&site)?.log(site.clock.now(), format_args!("removed: {one_is} by {by}"));
    Ok(Redirect::to(if one.id == me.user.id { "/" } else { "/people?done=removed" }))
}
