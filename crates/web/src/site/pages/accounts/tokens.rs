//! Tokens with which programs of a person ask the API.

use axum::extract::State;
use axum::response::Redirect;
use maud::{Markup, html};

use super::{door, name};
use crate::site::Site;
use crate::site::accounts::token::{hash, named, new_api_token};
use crate::site::accounts::{Accounts, quoted};
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::person::Signed;

/// Makes a token, and shows it: nobody can read it again.
pub(crate) async fn make(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Markup, Fault> {
    let accounts = Accounts::of(&site)?;
    let called = name(fields.get("name")).unwrap_or_else(|| "A program".to_owned());
    let (token, now) = (new_api_token(), site.clock.now());
    let kept = hash(&token).ok_or_else(Fault::ours)?;
    site.store.create_api_token(member.user.id, kept, &called, now).await?;
    accounts.log(now, format_args!("new token: {}", quoted(&member.user.handle)));
    let content = html! {
        p.lead { "Copy it now: it is not shown again." }
        div.card {
            div.field {
                label for="token" { (called) }
                input #token.secret type="text" value=(token) readonly autofocus;
            }
            p { "Programs send it with each request:" }
            pre tabindex="0" aria-label="The header" { "Authorization: Bearer " (token) }
            p.quiet { "Whoever has it can read and change what is yours. Revoke it on your account page when it is not needed." }
        }
        p { a href="/account" { "Back to your account" } }
    };
    Ok(door("A new token", &content))
}

/// Revokes a token.
pub(crate) async fn revoke(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Redirect, Fault> {
    let token = fields.get("token").and_then(named);
    let token = token.ok_or_else(|| Fault::not_found("token"))?;
    site.store.delete_api_token(member.user.id, token).await?;
    Ok(Redirect::to("/account?done=tokens"))
}
