//! `summary-off-stage`: the summary names a thing of another stage.

use facts::VerbUse;
use resume::{Severity, Stage};
use roles::{Act, Word};

use crate::page::Unit;
use crate::reading::ends_phrase;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The thing the summary names is smaller or larger than the stage usually holds.
    ///
    /// ## Why
    /// A panel takes the noun of the summary for your level: a project at the start, a service
    /// later, a system of several at staff. An endpoint on a staff page, or a whole platform in a
    /// first job, makes them look twice.
    ///
    /// ## What to do
    /// Name the largest thing you answer for, and no larger one. Where one service is the whole
    /// product, say so and keep it: this is a note.
    ///
    /// ```summary,flagged,staff
    /// Owns the export endpoint of a payroll vendor, 2,000 files a day.
    /// ```
    /// ```summary,flagged,junior
    /// Leads the data platform of a bank with 40 million accounts.
    /// ```
    /// ```summary,clean,staff
    /// Owns the payroll export service and its dashboard, 2,000 files a day for 300 firms.
    /// ```
    /// ```summary,clean,junior
    /// Tests and extends the data platform of a bank with 40 million accounts.
    /// ```
    /// ```summary,clean,senior
    /// Runs billing for 40 shops in Go; night pages fell from 22 to 6 a month, reports are on time.
    /// ```
    /// ```summary,clean,mid
    /// Owns the export endpoint of a payroll vendor, 2,000 files a day.
    /// ```
    "summary-off-stage", Severity::Info, Topic::Scope => check
}

/// A skim stops after these.
const SENTENCES: usize = 2;

/// Things one person builds in weeks.
const SMALL: [&str; 14] = [
    "endpoint", "feature", "page", "form", "script", "module", "component", "widget", "bot",
    "project", "dashboard", "report", "button", "cronjob",
];

/// Things that somebody answers for over years; one of them beside a small thing is enough.
const LASTING: [&str; 24] = [
    "service", "microservice", "system", "pipeline", "engine", "gateway", "ledger", "database",
    "cluster", "backend", "network", "library", "framework", "compiler", "runtime", "kernel",
    "product", "application", "api", "store", "scheduler", "server", "fleet", "stack",
];

/// Most words of what a verb acts on.
const LONGEST_OBJECT: usize = 4;

/// Things that several teams build.
const LARGE: [&str; 4] = ["platform", "infrastructure", "architecture", "ecosystem"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let opening: Vec<&Unit> = cx.summary().take(SENTENCES).collect();
    match cx.stage {
        Stage::Senior | Stage::Staff => small(&opening, cx, findings),
        Stage::Junior => large(&opening, cx, findings),
        Stage::Mid => {}
    }
}

fn small(opening: &[&Unit], cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut words = opening.iter().flat_map(|unit| &unit.facts.words);
    if words.any(|word| is_one_of(&LARGE, word) || is_one_of(&LASTING, word)) {
        return;
    }
    let small = opening.iter().find_map(|unit| {
        let noun = unit.facts.verbs.iter().find_map(|verb| object(unit, verb))?;
        is_one_of(&SMALL, noun).then_some((*unit, noun))
    });
    let Some((unit, noun)) = small else { return };
    let expected = match cx.stage {
        Stage::Staff => "a system of several services",
        _ => "a service",
    };
    let range = noun.start..noun.end;
    let message =
        format!("\"{}\" is small for {}; panels look for {expected}", unit.said(&range), cx.stage);
    let hint = "name the largest thing you answer for; keep it if this is the whole product";
    findings.add_in(unit, range, message, hint);
}

fn large(opening: &[&Unit], cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in opening {
        let owns = unit.facts.verbs.iter().find(|verb| verb.entry(cx.pack).act == Act::Own);
        let noun = owns.and_then(|verb| object(unit, verb));
        let Some(noun) = noun.filter(|noun| is_one_of(&LARGE, noun)) else { continue };
        let range = noun.start..noun.end;
        let message = format!("few first jobs own a whole {}", unit.said(&range));
        findings.add_in(unit, range, message, "name the part of it that is yours");
        return;
    }
}

/// The noun of what a verb acts on: `endpoint` of `Owns the export endpoint of a vendor`.
fn object<'a>(unit: &'a Unit, verb: &VerbUse) -> Option<&'a Word> {
    let words = &unit.facts.words;
    let after = words.partition_point(|word| word.start < verb.range.end);
    words[after..]
        .iter()
        .skip_while(|word| is_article(&word.norm))
        .take_while(|word| !ends_phrase(word))
        .take(LONGEST_OBJECT)
        .last()
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "our" | "its")
}

/// The word is one of these nouns, plural or not.
fn is_one_of(nouns: &[&str], word: &Word) -> bool {
    let noun = word.norm.as_str();
    nouns.contains(&noun) || noun.strip_suffix('s').is_some_and(|one| nouns.contains(&one))
}
