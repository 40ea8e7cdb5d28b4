//! `mixed-tense`: a role that has ended is told in the present.

use std::ops::Range;

use facts::{Position, VerbUse};
use resume::{Date, FieldPath, Fix, Severity};
use roles::{RolePack, Verb, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet of a role that has ended stands in the present tense.
    ///
    /// ## Why
    /// "Manage the API" under a role that ended in 2019 reads as copied from an old page, or as a
    /// list of duties. The past tense says that it was done.
    ///
    /// ## What to do
    /// Past tense for what is finished; the present only for what you still own.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     startDate: 2019-03
    ///     endDate: 2021-05
    ///     highlights:
    ///       - Manage the fare API of 12 ferry lines
    ///       - Built the seat map in Go
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     startDate: 2019-03
    ///     endDate: 2021-05
    ///     highlights:
    ///       - Cut p99 of the seat search from 900 ms to 120 ms
    ///       - Set the retry budget of the fare API
    ///       - Lead time of fare changes fell from 9 days to 2
    ///       - Two patches to pgx, merged upstream
    ///       - Build system for 40 repositories, 3 minutes a run
    /// ```
    ///
    /// What you own today may stand in the present.
    ///
    /// ```bullets,clean
    /// - Own the seat inventory of 12 ferry lines
    /// - Moved it from MySQL to PostgreSQL without downtime
    /// ```
    "mixed-tense", Severity::Info, Topic::Language => check
}

/// Words that follow a verb and no noun.
const DETERMINERS: WordList<10> =
    WordList::new(["the", "a", "an", "our", "its", "their", "all", "each", "every", "several"]);

/// Words that follow a noun and no verb.
const AFTER_NOUN: WordList<8> =
    WordList::new(["time", "times", "of", "for", "and", "to", "in", "with"]);

/// Verbs that are nouns as well.
const NOUNS: [&str; 38] = [
    "build", "test", "design", "release", "support", "work", "report", "research", "study", "plan",
    "run", "code", "log", "cache", "load", "benchmark", "patch", "fix", "port", "audit", "lead",
    "scale", "model", "document", "program", "prototype", "schedule", "query", "review", "launch",
    "ship", "change", "move", "monitor", "present", "process", "host", "interface",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(today) = cx.as_of.first_month(cx.as_of) else { return };
    for (at, role) in cx.resume.work.iter().enumerate() {
        let ended = role.end_date.as_ref().filter(|end| **end != Date::Present);
        let ended = ended.and_then(|end| end.last_month(cx.as_of));
        if ended.is_none_or(|end| end >= today) {
            continue;
        }
        let path = FieldPath::root().key("work").index(at);
        for unit in cx.units_of(&path).iter().filter(|unit| unit.part.is_bullet()) {
            let opening = unit.facts.verbs.first();
            let opening = opening.filter(|verb| verb.position == Position::Opening);
            let Some((verb, past)) =
                opening.and_then(|verb| present(unit, verb, verb.entry(cx.pack)))
            else {
                continue;
            };
            let said = unit.said(&verb.range);
            let past = as_written(said, past);
            let message = format!("\"{said}\" is present tense in a role that has ended");
            let range = unit.offset + verb.range.start..unit.offset + verb.range.end;
            // One verb of two in the past would be worse than none.
            let (hint, fix) = if goes_on(unit, &verb.range, cx.pack) {
                (format!("write \"{past}\", and the verbs after it in the past as well"), None)
            } else {
                let title = format!("Write \"{past}\"");
                let fix = Fix::replace(title, unit.path.clone(), range, past.clone());
                (format!("write \"{past}\""), Some(fix))
            };
            findings.add_in(unit, verb.range.clone(), message, hint).fix = fix;
        }
    }
}

/// A verb in the present tense with its past form; `None` where both look alike.
fn present<'a>(unit: &Unit, used: &'a VerbUse, verb: &'a Verb) -> Option<(&'a VerbUse, &'a str)> {
    let said = unit.said(&used.range).to_lowercase();
    let next = unit.facts.words.iter().find(|word| word.start >= used.range.end);
    let next = next.map_or("", |word| word.norm.as_str());
    let glued = unit.said(&(used.range.end..unit.text.len())).starts_with('-');
    // "Lead time", "Build system", "Test of": the same word as a noun.
    let determined =
        roles::is_one_of(next, &DETERMINERS) || next.starts_with(|c: char| c.is_ascii_digit());
    let noun = glued || roles::is_one_of(next, &AFTER_NOUN) || is_noun(&verb.lemma) && !determined;
    let lemma = verb.lemma.to_lowercase();
    let third = |form: &str| is_third(&lemma, form);
    let past = verb.forms.iter().find(|form| {
        let form = form.to_lowercase();
        form != lemma && !third(&form) && !form.ends_with("ing")
    })?;
    let plain = past.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    let is_present = said == lemma || third(&said);
    (is_present && !noun && plain && !lemma.contains(' ')).then_some((used, past.as_str()))
}

/// `deploys` of `deploy`.
fn is_third(lemma: &str, form: &str) -> bool {
    let stem = lemma.strip_suffix('y').and_then(|stem| form.strip_prefix(stem));
    form.strip_prefix(lemma).is_some_and(|end| matches!(end, "s" | "es")) || stem == Some("ies")
}

/// `Deploy scripts and monitor dashboards`: what may be a verb in the present follows `and`, a
/// comma or the like.
fn goes_on(unit: &Unit, opening: &Range<usize>, pack: &RolePack) -> bool {
    let words = &unit.facts.words;
    let first = words.partition_point(|word| word.start < opening.end).max(1);
    let mut joined = false;
    for at in first..words.len() {
        let word = &words[at];
        let between = unit.said(&(words[at - 1].end..word.start));
        joined |= between.contains([',', ';', '&', '/', '+', '.', ':']);
        if matches!(word.norm.as_str(), "and" | "or" | "then" | "also") {
            joined = true;
            continue;
        }
        if joined && word.norm.ends_with("ly") {
            continue;
        }
        let verb = pack.verb_forms.match_at(words, at).filter(|_| joined);
        if let Some(verb) = verb.map(|found| &pack.verbs[found.value]) {
            let lemma = verb.lemma.to_lowercase();
            if word.norm == lemma || is_third(&lemma, &word.norm) {
                return true;
            }
        }
        joined = false;
    }
    false
}

fn is_noun(lemma: &str) -> bool {
    NOUNS.contains(&lemma.to_lowercase().as_str())
}

/// With the capital of the word it replaces.
fn as_written(said: &str, past: &str) -> String {
    let mut letters = past.chars();
    match letters.next() {
        Some(first) if said.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => past.to_owned(),
    }
}
