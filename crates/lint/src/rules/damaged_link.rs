//! `damaged-link`: an address with a character that no address has.

use resume::model::Resume;
use resume::{FieldPath, Fix, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// An address holds a dash, a ligature or an invisible character that breaks it.
    ///
    /// ## Why
    /// Word processors turn a hyphen into a dash and leave invisible marks behind. The address
    /// looks right and leads nowhere, and nobody writes to tell you.
    ///
    /// ## What to do
    /// Copy the address from the browser again and open it once from the finished page.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   profiles:
    ///     - {network: LinkedIn, url: "https://www.linkedin.com/in/ilse–haverkamp"}
    /// ```
    /// ```yaml,flagged
    /// basics: {url: "https://haverkamp.dev/of\uFB01ce"}
    /// ```
    /// ```yaml,flagged
    /// projects: [{name: tidewatch, url: "https://tidewatch.dev/ docs"}]
    /// ```
    /// ```yaml,flagged
    /// publications: [{name: Leases, url: "https://tidewatch.dev/very-lo…"}]
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   url: https://ægidius.dk/søren
    ///   profiles:
    ///     - {network: GitHub, username: ilse-h, url: github.com/ilse-h}
    ///     - {network: Mastodon, username: "@ilse@tide.social"}
    /// ```
    "damaged-link", Severity::Warning, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (path, text) in addresses(cx.resume) {
        let text_only = text.trim();
        let Some((at, what)) = damage(text_only) else { continue };
        let start = text.len() - text.trim_start().len();
        let message = format!("\"{text_only}\" holds {what}, which no address has");
        let hint = "copy the address from the browser again";
        let end = text_only[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let range = start + at..start + end;
        let fix = mended(text_only).map(|mended| {
            let title = format!("Write `{mended}`");
            Fix::replace(title, path.clone(), start..start + text_only.len(), mended)
        });
        findings.add_at(path, range, message, hint).fix = fix;
    }
}

/// Every address of the page with its place.
fn addresses<'a>(resume: &'a Resume) -> Vec<(FieldPath, &'a str)> {
    let root = FieldPath::root();
    let mut all: Vec<(FieldPath, Option<&'a String>)> = Vec::new();
    if let Some(basics) = &resume.basics {
        all.push((root.key("basics").key("url"), basics.url.as_ref()));
        for (at, profile) in basics.profiles.iter().enumerate() {
            let path = root.key("basics").key("profiles").index(at);
            all.push((path.key("url"), profile.url.as_ref()));
            // A username on some networks is a name with blanks; an address of it is none.
            let handle = profile.username.as_ref().filter(|name| !name.contains(' '));
            all.push((path.key("username"), handle));
        }
    }
    let mut add = |key: &'static str, urls: Vec<Option<&'a String>>| {
        for (at, url) in urls.into_iter().enumerate() {
            all.push((root.key(key).index(at).key("url"), url));
        }
    };
    add("work", resume.work.iter().map(|entry| entry.url.as_ref()).collect());
    add("volunteer", resume.volunteer.iter().map(|entry| entry.url.as_ref()).collect());
    add("projects", resume.projects.iter().map(|entry| entry.url.as_ref()).collect());
    add("publications", resume.publications.iter().map(|entry| entry.url.as_ref()).collect());
    add("certificates", resume.certificates.iter().map(|entry| entry.url.as_ref()).collect());
    add("education", resume.education.iter().map(|entry| entry.url.as_ref()).collect());
    all.into_iter().filter_map(|(path, text)| Some((path, text?.as_str()))).collect()
}

/// The first character that breaks an address, and its name.
fn damage(text: &str) -> Option<(usize, &'static str)> {
    text.char_indices().find_map(|(at, c)| {
        let what = match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => "a dash instead of a hyphen",
            '\u{FB00}'..='\u{FB06}' => "a ligature",
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {
                "an invisible character"
            }
            '\u{2018}'..='\u{201F}' => "a curly quotation mark",
            '…' => "three dots in one",
            c if c.is_whitespace() => "a blank",
            _ => return None,
        };
        Some((at, what))
    })
}

/// The address without the damage, where only one thing can have been meant.
fn mended(text: &str) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => mended.push('-'),
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            '\u{FB00}' => mended.push_str("ff"),
            '\u{FB01}' => mended.push_str("fi"),
            '\u{FB02}' => mended.push_str("fl"),
            '\u{FB03}' => mended.push_str("ffi"),
            '\u{FB04}' => mended.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => mended.push_str("st"),
            c => mended.push(c),
        }
    }
    damage(&mended).is_none().then_some(mended)
}
