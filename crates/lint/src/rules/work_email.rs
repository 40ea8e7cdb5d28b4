//! `work-email`: the e-mail address belongs to an employer.

use resume::{FieldPath, Severity};

use crate::career::title;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// The e-mail address belongs to an employer of yours.
    ///
    /// ## Why
    /// Answers arrive where your employer may read them, and stop arriving on your last day there.
    /// Readers also wonder on whose time the page was written.
    ///
    /// ## What to do
    /// Use a private address that you will keep.
    ///
    /// ```yaml,flagged
    /// basics: {email: ilse@tollhaven-ferries.nl}
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer}]
    /// ```
    /// ```yaml,flagged
    /// basics: {email: i.haverkamp@mail.brackwater.com}
    /// work: [{name: Brackwater Data GmbH, position: Backend Engineer}]
    /// ```
    /// ```yaml,clean
    /// basics: {email: ilse@haverkamp-post.net}
    /// work: [{name: Tollhaven Ferries, position: Backend Engineer}]
    /// ```
    /// ```yaml,clean
    /// basics: {email: ilse@proton.me}
    /// work: [{name: Proton, position: Backend Engineer}]
    /// ```
    ///
    /// Your own firm is yours.
    ///
    /// ```yaml,clean
    /// basics: {name: Ilse Haverkamp, email: ilse@haverkamp-software.nl}
    /// work: [{name: Haverkamp Software, position: Freelance Backend Engineer}]
    /// ```
    "work-email", Severity::Info, Topic::Format => check
}

/// Employers whose domain anybody can have an address in.
const PROVIDERS: [&str; 22] = [
    "gmail", "google", "googlemail", "proton", "protonmail", "fastmail", "yahoo", "hotmail",
    "outlook", "microsoft", "icloud", "apple", "gmx", "web", "mail", "zoho", "yandex", "hey",
    "tuta", "posteo", "mailbox", "aol",
];

/// Words of a company's name that its domain leaves out.
const LEGAL_FORMS: [&str; 16] = [
    "gmbh", "ag", "se", "inc", "ltd", "llc", "plc", "bv", "nv", "sa", "sas", "srl", "spa", "ab",
    "oy", "corp",
];

/// Shortest name of one word that is compared.
const SHORTEST: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(basics) = &cx.resume.basics else { return };
    let Some(email) = filled(basics.email.as_ref()) else { return };
    let Some(owner) = email.split_once('@').and_then(|(_, domain)| owner(domain)) else { return };
    if PROVIDERS.contains(&owner.as_str()) {
        return;
    }
    let person = roles::words(basics.name.as_deref().unwrap_or_default());
    let own = |name: &str| {
        roles::words(name).iter().any(|word| person.iter().any(|part| part.norm == word.norm))
    };
    let employer = cx.resume.work.iter().find_map(|role| {
        let name = filled(role.name.as_ref())?;
        let theirs = has_domain(name, &owner) && !own(name) && !is_own_boss(title(role));
        theirs.then_some(name)
    });
    if let Some(name) = employer {
        findings.add(
            FieldPath::root().key("basics").key("email"),
            format!("\"{email}\" is an address at {name}"),
            "use a private address that you will keep",
        );
    }
}

/// `tollhavenferries` of `mail.tollhaven-ferries.co.uk`.
fn owner(domain: &str) -> Option<String> {
    let mut labels: Vec<&str> = domain.split('.').collect();
    labels.pop()?;
    let second_level = |label: &&str| matches!(*label, "co" | "com" | "org" | "net" | "ac" | "gov");
    if labels.len() > 1 && labels.last().is_some_and(second_level) {
        labels.pop();
    }
    labels.pop().map(|label| label.replace('-', "").to_lowercase())
}

/// All words of the name make the domain, or its first word alone does.
fn has_domain(name: &str, owner: &str) -> bool {
    let words: Vec<String> = roles::words(name)
        .into_iter()
        .map(|word| name[word.start..word.end].to_lowercase())
        .filter(|word| !LEGAL_FORMS.contains(&word.as_str()))
        .collect();
    words.concat() == owner
        || words.first().is_some_and(|first| first.len() >= SHORTEST && first == owner)
}

fn is_own_boss(title: &str) -> bool {
    let words = roles::words(title);
    let own = ["freelance", "freelancer", "founder", "cofounder", "owner", "self", "independent"];
    words.iter().any(|word| own.contains(&word.norm.as_str()))
}
