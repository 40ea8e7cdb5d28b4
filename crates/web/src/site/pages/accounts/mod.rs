//! Pages of accounts: coming in, one's own account, and those of others. Only where a site has them.

pub(crate) mod account;
pub(crate) mod erase;
pub(crate) mod export;
pub(crate) mod join;
pub(crate) mod people;
pub(crate) mod reset;
pub(crate) mod sign_in;
pub(crate) mod tokens;

use maud::{Markup, html};

use crate::prose::sentence;
use crate::site::accounts::password::{LONGEST, SHORTEST};
use crate::site::layout::{Place, layout};

/// Characters of a handle at most, as the store has it.
const LONGEST_HANDLE: usize = 254;
/// Characters of a name at most.
const LONGEST_NAME: usize = 100;

/// A page with one form on it: nothing else to look at.
fn door(title: &str, content: &Markup) -> Markup {
    let content = html! {
        article.door aria-labelledby="door" {
            h1 #door { (title) }
            (content)
        }
    };
    layout(title, Place::Account, &content)
}

/// What was wrong with a form, above it.
fn problem(message: Option<&str>) -> Markup {
    html! {
        @if let Some(message) = message {
            p.problem role="alert" { (sentence(message)) "." }
        }
    }
}

/// What was done, above what there is to do.
fn said(done: Option<&str>) -> Markup {
    html! {
        @if let Some(done) = done { p.done role="status" { (sentence(done)) "." } }
    }
}

/// A field for a new password.
fn new_password(label: &str) -> Markup {
    html! {
        div.field {
            label for="password" { (label) }
            input #password type="password" name="password" autocomplete="new-password" required
                minlength=(SHORTEST) maxlength=(LONGEST) aria-describedby="password-rule";
            p.quiet #password-rule { "10 characters or more. A few words of your own make a good one." }
        }
    }
}

/// A link to hand over. It cannot be shown again.
fn link_to_copy(link: &str, until: &str) -> Markup {
    html! {
        div.field {
            label for="link" { "The link" }
            input #link.secret type="text" value=(link) readonly;
            p.quiet { "It works once, " (until) ", for whoever has it. It is not shown again." }
        }
    }
}

/// A name in one line, without what does anything; none when nothing is left.
fn name(text: Option<&str>) -> Option<String> {
    let words: Vec<&str> = text?.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    (!name.is_empty()).then_some(name)
}
