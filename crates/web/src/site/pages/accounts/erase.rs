//! Erasing one's own account.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use store::StoreError;

use super::account::proven;
use super::{door, problem};
use crate::site::Site;
use crate::site::accounts::link::invite_the_first;
use crate::site::accounts::{Accounts, quoted, session};
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::person::Signed;

/// Asks for it.
pub(crate) async fn show(Signed(_): Signed) -> Markup {
    page(None)
}

fn page(wrong: Option<&str>) -> Markup {
    let content = html! {
        p.lead {
            "Everything you keep here goes with it, for good: resumes with every revision, jobs, reports. "
            a href="/account/export" { "Export it first" } "."
        }
        (problem(wrong))
        form.card method="post" action="/account/erase" {
            div.field {
                label for="current" { "Your password" }
                input #current type="password" name="current" autocomplete="current-password" required;
            }
            div.actions {
                button.primary type="submit" { "Erase everything" }
                a.button href="/account" { "Keep it" }
            }
        }
    };
    door("Erase the account", &content)
}

/// Erases it.
pub(crate) async fn erase(
    State(site): State<Site>,
    Signed(member): Signed,
    fields: Fields,
) -> Result<Response, Fault> {
    let accounts = Accounts::of(&site)?;
    let again = |wrong: &str| (StatusCode::UNPROCESSABLE_ENTITY, page(Some(wrong))).into_response();
    if !proven(&site, &member, &fields.text("current").unwrap_or_default()).await? {
        return Ok(again("the password is wrong"));
    }
    match site.store.delete_user(member.user.id).await {
        Ok(()) => {}
        Err(wrong @ StoreError::LastAdmin) => return Ok(again(&wrong.to_string())),
        Err(other) => return Err(other.into()),
    }
    accounts.log(site.clock.now(), format_args!("erased: {}", quoted(&member.user.handle)));
    // When nobody is left, somebody may begin anew.
    invite_the_first(&site, accounts).await?;
    Ok(session::redirect_without(accounts, "/"))
}
