//! `missing-contact`: a reader cannot tell who this is or cannot answer.

use resume::{FieldPath, Severity};

use super::fake_contact::is_scraped;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The page has no name, or no e-mail address that works.
    ///
    /// ## Why
    /// A name and an e-mail address are what every application form and every parser looks for.
    /// Without them nobody can answer. Phone, city and profiles are your choice.
    ///
    /// ## What to do
    /// Write `basics.name` and one plain address in `basics.email`: no "at", no second address,
    /// no link.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   name: Ilse Haverkamp
    ///   phone: "+31 20 794 0000"
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   email: ilse@haverkamp-post.net
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   name: Ilse Haverkamp
    ///   email: ilse [at] haverkamp-post.net
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   name: Ilse Haverkamp
    ///   email: ilse@haverkamp-post
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   name: Ilse Haverkamp
    ///   email: ilse+jobs@mail.haverkamp-post.net
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   name: Søren Ægidius
    ///   email: s@ægidius.dk
    /// ```
    "missing-contact", Severity::Error, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let root = FieldPath::root();
    let basics = cx.resume.basics.as_ref();
    let path = if basics.is_some() { root.key("basics") } else { root };
    let name = basics.and_then(|basics| basics.name.as_deref()).map(str::trim);
    if name.is_none_or(str::is_empty) {
        findings.add(path.clone(), "the page has no name", "fill in `basics.name`");
    }
    let email = basics.and_then(|basics| basics.email.as_deref()).map(str::trim);
    match email.filter(|email| !email.is_empty()) {
        None => {
            let hint = "fill in `basics.email` with the address you read";
            findings.add(path, "the page has no e-mail address", hint);
        }
        Some(email) if !is_scraped(email) && !is_address(email) => {
            let message = format!("\"{email}\" is not an e-mail address");
            let hint = "write one plain address: name, `@`, domain with a dot";
            findings.add(path.key("email"), message, hint);
        }
        Some(_) => {}
    }
}

/// `name@domain.tld`, with letters of any script. Quoted names and bare hosts, which the mail
/// standards allow, are refused: application forms refuse them too.
fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let dots = |part: &str| part.split('.').all(|piece| !piece.is_empty());
    let name_character = |c: char| c.is_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
    let domain_character = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let ending = domain.rsplit('.').next().unwrap_or_default();
    dots(name)
        && dots(domain)
        && name.chars().all(name_character)
        && domain.contains('.')
        && domain.chars().all(domain_character)
        && ending.chars().count() >= 2
        && !ending.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_address(text), expected, "{text:?}");
    }

    #[test]
    fn addresses_as_forms_take_them() {
        check("a@b.io", true);
        check("o'neil_x-1@b-c.co.uk", true);
        check("josé@señal.es", true);
        check("a@b", false);
        check("a@b.c", false);
        check("a@10.0.0.1", false);
        check("a@@b.io", false);
        check("a.@b.io", false);
        check("@b.io", false);
        check("a@b..io", false);
        check("a b@c.io", false);
        check("a@b.io, c@d.io", false);
        check("mailto:a@b.io", false);
        check("a.b.io", false);
    }
}
