//! `misspelled-word`: a frequent slip of spelling.

use resume::{FieldPath, Fix, Severity};
use roles::Word;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A word is spelled wrong.
    ///
    /// ## Why
    /// One slip is forgiven. Three read as carelessness, on the one page that its author had all
    /// the time in the world to check.
    ///
    /// ## What to do
    /// Take the right spelling. Only frequent slips that are no word of their own are looked for,
    /// so read the page once more yourself; British and American spellings are both right.
    ///
    /// ```bullets,flagged
    /// - Recieved 40k meter readings a second over MQTT
    /// - Reduced the maintainance window of the ledger to 10 minutes
    /// - Wrote the tariff parser in a seperate process
    /// ```
    /// ```skills,flagged
    /// - Go
    /// - Databse design
    /// ```
    /// ```bullets,clean
    /// - Received 40k meter readings a second over MQTT
    /// - Optimised the colour service of a paint shop in Leeds
    /// - Logged the `recieved_at` column of the old schema
    /// - Reported to Manuel Grosse-Enviro in Dresden
    /// - Served /api/v1/enviroment to 40 carriers
    /// ```
    "misspelled-word", Severity::Warning, Topic::Language => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in &cx.page.units {
        slips(cx, &unit.path, unit.offset, &unit.text, &unit.facts.words, findings);
    }
    for (leaf, words) in cx.beside_units() {
        slips(cx, &leaf.path, 0, leaf.text, words, findings);
    }
}

/// Slips of a text that begins `offset` bytes into its value.
fn slips(
    cx: &Context<'_>,
    path: &FieldPath,
    offset: usize,
    text: &str,
    words: &[Word],
    findings: &mut Findings<'_>,
) {
    let spelling = &cx.pack.spelling;
    for found in spelling.typos.find(words) {
        let word = &words[found.words.start];
        let said = &text[word.start..word.end];
        if is_code(text, word.start, word.end) || said.chars().skip(1).any(char::is_uppercase) {
            continue;
        }
        let meant = in_case_of(said, &spelling.corrections[found.value]);
        let range = offset + word.start..offset + word.end;
        let title = format!("Write \"{meant}\"");
        let fix = Fix::replace(title, path.clone(), range.clone(), meant.clone());
        findings
            .add_at(
                path.clone(),
                range,
                format!("\"{said}\" is spelled \"{meant}\""),
                "take the right spelling, and read the page once more",
            )
            .fix = Some(fix);
    }
}

/// Part of a path, an address or an identifier: nothing to be spelled.
pub(super) fn is_code(text: &str, start: usize, end: usize) -> bool {
    let glue = ['_', '/', '@', '`', '\\', '=', '#', '$', '{', '<'];
    let before = text[..start].chars().next_back();
    let mut rest = text[end..].chars();
    let after = rest.next();
    let dotted = rest.next().is_some_and(char::is_alphanumeric);
    before.is_some_and(|c| glue.contains(&c) || c == '.')
        || matches!(after, Some('_' | '@' | '`' | '=' | '('))
        || (matches!(after, Some('.' | '/' | ':')) && dotted)
}

/// `Recieved` → `Received`.
fn in_case_of(said: &str, meant: &str) -> String {
    let mut letters = meant.chars();
    match letters.next() {
        Some(first) if said.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => meant.to_owned(),
    }
}
