//! `passive-style`: a line hides its verb in a noun or in the passive voice.

use facts::Position;
use resume::{Fix, Severity};
use roles::{RolePack, Strength, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet puts its act into a noun or the passive voice.
    ///
    /// ## Why
    /// "Implementation of the importer" and "the importer was rewritten" leave open who did it.
    /// A reader who skims for verbs finds none.
    ///
    /// ## What to do
    /// Begin with the verb: "implemented the importer", "rewrote the importer", if that was you.
    ///
    /// ```bullets,flagged
    /// - Implementation of the tariff importer for 40 carriers
    /// - Development of an alerting service in Go
    /// - The seat map was rewritten in Rust
    /// - Writing of SQL queries for the tariff report
    /// - Performance tuning of the tariff report
    /// ```
    /// ```bullets,clean
    /// - Implemented the tariff importer for 40 carriers
    /// - Design of the ledger passed two audits without findings
    /// - Ran the payments backend until the company was acquired
    /// - Halved the latency of a service that was built in 2009
    /// - Two merged patches to pgx that stop a connection leak
    /// - Shortened indexing of the catalog from 40 minutes to 3
    /// - Good understanding of the seat map
    /// - Load testing of the seat map found 3 race conditions
    /// ```
    "passive-style", Severity::Info, Topic::Language => check
}

/// Nouns for an act, with the verb they hide.
const NOUNS: [(&str, &str); 16] = [
    ("implementation", "Implemented"),
    ("development", "Developed"),
    ("creation", "Created"),
    ("design", "Designed"),
    ("maintenance", "Maintained"),
    ("migration", "Migrated"),
    ("integration", "Integrated"),
    ("optimization", "Optimized"),
    ("deployment", "Deployed"),
    ("configuration", "Configured"),
    ("installation", "Installed"),
    ("administration", "Administered"),
    ("documentation", "Documented"),
    ("automation", "Automated"),
    ("refactoring", "Refactored"),
    ("introduction", "Introduced"),
];

/// Verbs that make a sentence of the noun: `Design of the ledger passed two audits`.
const FINITE: WordList<16> = WordList::new([
    "is", "was", "were", "has", "had", "passed", "survived", "won", "led", "became", "went",
    "fell", "rose", "took", "saved", "reduced",
]);

/// The same for nouns of an act in progress: `Load testing of the seat map found …`.
const FOUND: WordList<9> =
    WordList::new(["found", "showed", "revealed", "caught", "cut", "runs", "takes", "now", "that"]);

/// Words of a sentence that may stand before its verb.
const SUBJECT: usize = 8;

/// Verbs that companies, not authors, are the object of.
const EVENTS: [&str; 6] = ["acquired", "merged", "founded", "promoted", "awarded", "sold"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        if !nominal(unit, cx, findings) {
            passive(unit, cx, findings);
        }
    }
}

/// `Implementation of …`, with no verb after it.
fn nominal(unit: &Unit, cx: &Context<'_>, findings: &mut Findings<'_>) -> bool {
    let words = &unit.facts.words;
    let [first, second, rest @ ..] = words.as_slice() else { return false };
    let noun = NOUNS.iter().find(|(noun, _)| *noun == first.norm);
    let Some((_, verb)) = noun.filter(|_| second.norm == "of") else {
        return gerund(unit, cx.pack, findings);
    };
    let finite = rest.iter().any(|word| roles::is_one_of(&word.norm, &FINITE));
    let sentence = finite || unit.facts.verbs.iter().any(|verb| verb.position == Position::Result);
    if sentence {
        return false;
    }
    let range = first.start..second.end;
    let fix = Fix::replace(
        format!("Write \"{verb}\""),
        unit.path.clone(),
        unit.offset + range.start..unit.offset + range.end,
        *verb,
    );
    let said = unit.said(&range).to_owned();
    findings
        .add_in(
            unit,
            range,
            format!("\"{said}\" hides the verb in a noun"),
            format!("begin with the verb: \"{verb}\""),
        )
        .fix = Some(fix);
    true
}

/// `Writing of …`, `Performance tuning of …`, with no verb after it.
fn gerund(unit: &Unit, pack: &RolePack, findings: &mut Findings<'_>) -> bool {
    let words = &unit.facts.words;
    let Some(of) = words.iter().take(3).position(|word| word.norm == "of") else { return false };
    let named = of.checked_sub(1).map(|at| words[at].norm.as_str());
    // `Shortened indexing of the catalog` has its verb.
    if of > 1 && pack.verb_forms.opens(words).is_some() {
        return false;
    }
    let acts = named
        .is_some_and(|word| word.len() > 5 && word.ends_with("ing") && word != "understanding");
    let finite = words[of..]
        .iter()
        .any(|word| roles::is_one_of(&word.norm, &FINITE) || roles::is_one_of(&word.norm, &FOUND));
    let result = unit.facts.verbs.iter().any(|verb| verb.position == Position::Result);
    if !acts || finite || result {
        return false;
    }
    let range = words[0].start..words[of].end;
    let said = unit.said(&range).to_owned();
    let message = format!("\"{said}\" hides the verb in a noun");
    findings.add_in(unit, range, message, "begin with the verb, in the past tense");
    true
}

/// `The seat map was rewritten …`
fn passive(unit: &Unit, cx: &Context<'_>, findings: &mut Findings<'_>) {
    let words = &unit.facts.words;
    let subject =
        words.iter().take(SUBJECT).position(|word| matches!(word.norm.as_str(), "was" | "were"));
    let Some(at) = subject.filter(|at| *at > 0) else { return };
    let Some(participle) = cx.pack.verb_forms.match_at(words, at + 1) else { return };
    let last = &words[participle.words.end - 1].norm;
    let strong = cx.pack.verbs[participle.value].strength == Strength::Strong;
    let before = &words[..at];
    let relative = before.iter().any(|word| {
        matches!(
            word.norm.as_str(),
            "that" | "which" | "who" | "when" | "until" | "while" | "after"
        )
    });
    let active = cx.pack.verb_forms.match_at(words, unit.first_word()).is_some();
    let agent = words[participle.words.end..].iter().take(4).any(|word| word.norm == "by");
    if !strong || relative || active || agent || EVENTS.contains(&last.as_str()) {
        return;
    }
    let range = words[at].start..words[participle.words.end - 1].end;
    let said = unit.said(&range).to_owned();
    findings.add_in(
        unit,
        range,
        format!("\"{said}\" leaves open who did it"),
        "if it was you, begin with the verb",
    );
}
