//! `fake-contact`: contact data that was made up or hidden.

use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{is_exactly, set};

declare_rule! {
    /// Contact data looks made up.
    ///
    /// ## Why
    /// Sample data survives more often than one would think: an address at example.com, a phone
    /// number from films, "First Last". Parsers drop such values and readers stop trusting the
    /// page.
    ///
    /// ## What to do
    /// Write the real value, or remove the field. Only a name and an e-mail address are needed.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   email: ilse@example.com
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   email: "[email protected]"
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   name: First Last
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   phone: +1 (212) 555-0147
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   profiles:
    ///     - network: GitHub
    ///       url: https://github.com/your-username
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   name: Ilse Haverkamp
    ///   email: ilse@example-bakery.net
    ///   phone: +1 415 555 2671
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   name: Johnny Doering
    ///   email: johnny@doering-test.net
    ///   phone: "+44 20 5550 1234"
    ///   url: https://doering-test.net/example
    ///   profiles:
    ///     - network: GitHub
    ///       username: username-collector
    /// ```
    "fake-contact", Severity::Error, Topic::Format => check
}

/// Domains reserved for examples, and those of well-known sample addresses.
const SAMPLE_DOMAINS: &[&str] = &[
    "example.com", "example.org", "example.net", "domain.com", "email.com", "yourdomain.com",
    "yoursite.com", "yourwebsite.com",
];

/// Top-level domains that never lead anywhere (RFC 2606).
const RESERVED_ENDINGS: &[&str] = &[".example", ".test", ".invalid", ".localhost"];

/// Names of forms and of nobody.
static SAMPLE_NAMES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "first last", "first name last name", "firstname lastname", "name surname", "your name",
        "your full name", "full name", "john doe", "jane doe", "max mustermann",
        "erika mustermann",
    ])
});

/// Account names that stand for one, without separators.
const SAMPLE_ACCOUNTS: &[&str] = &[
    "username", "yourusername", "yourname", "yourprofile", "yourhandle", "yourlinkedin",
    "yourgithub", "johndoe", "janedoe",
];

/// What gives a made-up value away.
type Tell = fn(&str) -> Option<&'static str>;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(basics) = &cx.resume.basics else { return };
    let path = FieldPath::root().key("basics");
    let mut fields: Vec<(FieldPath, &Option<String>, Tell)> = vec![
        (path.key("name"), &basics.name, name),
        (path.key("email"), &basics.email, email),
        (path.key("phone"), &basics.phone, phone),
        (path.key("url"), &basics.url, address),
    ];
    for (index, profile) in basics.profiles.iter().enumerate() {
        let path = path.key("profiles").index(index);
        fields.push((path.key("username"), &profile.username, account));
        fields.push((path.key("url"), &profile.url, address));
    }
    for (path, value, tell) in fields {
        let text = value.as_deref().map(str::trim).unwrap_or_default();
        if let Some(what) = tell(text) {
            let message = format!("\"{text}\" is {what}");
            findings.add(path, message, "write the real value, or remove the field");
        }
    }
}

/// What web pages show instead of an address to keep it from robots.
pub(super) fn is_scraped(email: &str) -> bool {
    let letters: String = email.chars().filter(|c| c.is_alphabetic()).collect();
    matches!(letters.to_lowercase().as_str(), "emailprotected" | "emailhidden")
}

fn name(text: &str) -> Option<&'static str> {
    is_exactly(&SAMPLE_NAMES, text).then_some("the name of a sample")
}

fn email(text: &str) -> Option<&'static str> {
    if is_scraped(text) {
        return Some("what a web page shows to hide an address");
    }
    let (_, domain) = text.rsplit_once('@')?;
    is_sample_domain(domain).then_some("an address for examples")
}

/// Numbers of films (555-01xx in North America), counted-up digits, one digit repeated, letters.
fn phone(text: &str) -> Option<&'static str> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let foreign = text.starts_with('+') && !text.starts_with("+1");
    let national = digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits);
    let exchange = national.len().checked_sub(7).map_or("", |at| &national[at..]);
    let film = !foreign && matches!(national.len(), 7 | 10) && exchange.starts_with("55501");
    let repeated = digits.as_bytes().windows(7).any(|run| run.iter().all(|digit| *digit == run[0]));
    let counted = ["123456789", "1234567890", "0123456789"].iter().any(|end| digits.ends_with(end));
    let letters = text.to_lowercase().contains("xxx");
    (film || repeated || counted || letters).then_some("a number that reaches nobody")
}

fn address(text: &str) -> Option<&'static str> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let mut parts = rest.trim_end_matches('/').split('/');
    let domain = parts.next().unwrap_or_default().trim_start_matches("www.");
    if is_sample_domain(domain) {
        return Some("an address for examples");
    }
    parts.next_back().and_then(account)
}

fn account(text: &str) -> Option<&'static str> {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let sample = SAMPLE_ACCOUNTS.contains(&letters.to_lowercase().as_str());
    sample.then_some("a stand-in for an account name")
}

fn is_sample_domain(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    let below = |sample: &&str| {
        domain.strip_suffix(*sample).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    SAMPLE_DOMAINS.iter().any(below)
        || RESERVED_ENDINGS.iter().any(|ending| domain.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tell: Tell, fake: &[&str], real: &[&str]) {
        for text in fake {
            assert!(tell(text).is_some(), "{text:?} is fake");
        }
        for text in real {
            assert_eq!(tell(text), None, "{text:?} is real");
        }
    }

    #[test]
    fn numbers_that_reach_nobody() {
        check(
            phone,
            &["+1 (212) 555-0147", "1-415-555-0100", "555-0199", "123-456-7890", "+49 123456789"],
            &["+1 415 555 2671", "+44 20 5550 1234", "+49 30 5550147", "+385 91 234 5678"],
        );
        check(phone, &["(XXX) XXX-XXXX", "000-000-0000"], &["", "+31 20 794 0000", "ext. 4"]);
    }

    #[test]
    fn addresses_of_examples() {
        check(
            email,
            &[
                "a@example.com", "a@mail.example.org", "a@b.test", "[email protected]",
                "[email\u{a0}protected]",
            ],
            &["a@example.io", "a@my-example.com", "a@testing.com", "protected@mail.net", ""],
        );
        check(
            address,
            &["https://example.com/me", "www.example.net", "linkedin.com/in/yourprofile/"],
            &["https://ilse.dev", "github.com/ilse", "https://ilse.dev/example", ""],
        );
    }

    #[test]
    fn names_of_nobody() {
        check(name, &["First Last", "[Your Name]", "JOHN DOE"], &["John Doerr", "Jane", ""]);
        check(account, &["your-username", "johndoe"], &["john-doerr", "username-collector", ""]);
    }
}
