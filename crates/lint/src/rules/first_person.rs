//! `first-person`: the subject of a resume is known.

use std::ops::Range;

use resume::{Fix, Severity};
use roles::RolePack;

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A line speaks in the first person.
    ///
    /// ## Why
    /// The subject of every line is you, so a pronoun at its start only pushes the verb away from
    /// the place where readers look for it. "We" also leaves open which part was yours.
    ///
    /// ## What to do
    /// Begin with the verb. Inside a line, "I" is fine where it tells your part from that of others.
    ///
    /// ```bullets,flagged
    /// - I built the fare cache for 40 carriers
    /// - We moved the ledger to PostgreSQL 16
    /// - My main task was the tariff importer
    /// - I've rewritten the label printer in Rust
    /// ```
    /// ```summary,flagged
    /// I own the berth scheduler of 14 ports.
    /// ```
    /// ```bullets,flagged
    /// - I and two colleagues split the ledger
    /// - We're shipping the tariff importer
    /// ```
    /// ```bullets,clean
    /// - Built the fare cache for 40 carriers
    /// - Cut pages of the payments team by half with the runbook rewrite I authored
    /// - I/O scheduling for the tile server: reads batched by disk, 3x the throughput
    /// ```
    "first-person", Severity::Info, Topic::Language => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let prose = |part: Part| part.is_bullet() || matches!(part, Part::Summary | Part::ScopeLine);
    for unit in cx.page.units.iter().filter(|unit| prose(unit.part)) {
        let Some((pronoun, next)) = opens(unit) else { continue };
        let prose = !unit.part.is_bullet();
        let past = next.filter(|_| is_past(unit, cx.pack));
        let hint = match past {
            // `I run the scheduler` without its pronoun would read as an order.
            _ if prose => {
                "name the thing first: what it is, whom it serves, how big it is".to_owned()
            }
            Some(next) => format!("start with \"{next}\""),
            None => "start with what you did, in the past tense: built, moved, cut …".to_owned(),
        };
        let said = unit.said(&pronoun).to_owned();
        let fix = past.filter(|_| !prose).and_then(|next| without_pronoun(unit, &pronoun, next));
        let what = if prose { "a sentence" } else { "the line" };
        findings.add_in(unit, pronoun, format!("{what} opens with \"{said}\""), hint).fix = fix;
    }
}

/// The pronoun that opens a text, and the word behind it.
fn opens(unit: &Unit) -> Option<(Range<usize>, Option<&str>)> {
    let words = &unit.facts.words;
    let first = words.first()?;
    let subject = matches!(
        first.norm.as_str(),
        "i" | "we" | "i've" | "we've" | "i'm" | "we're" | "i'd" | "i'll"
    );
    let owner = matches!(first.norm.as_str(), "my" | "our");
    // `I/O`, `I-frames`, and the numeral of `I. Phase`.
    let stands_alone = unit.text[first.end..].starts_with(' ');
    if !(subject || owner) || !stands_alone {
        return None;
    }
    let next = words.get(1).filter(|_| subject).map(|word| &unit.text[word.start..word.end]);
    Some((first.start..first.end, next))
}

/// `I built the cache` → `Built the cache`, where a verb follows. "We" stays: who removes it claims
/// the work of others.
fn without_pronoun(unit: &Unit, pronoun: &Range<usize>, next: &str) -> Option<Fix> {
    let first = next.chars().next()?;
    let start = unit.facts.words.get(1)?.start;
    let end = start + first.len_utf8();
    (unit.said(pronoun) == "I").then(|| {
        Fix::replace(
            "Start with the verb",
            unit.path.clone(),
            unit.offset + pronoun.start..unit.offset + end,
            first.to_uppercase().to_string(),
        )
    })
}

/// The word behind the pronoun is a verb of work in a form of the past, which cannot be read as an
/// order: `moved`, `built`, but not `run`, `need` or `used to`.
fn is_past(unit: &Unit, pack: &RolePack) -> bool {
    let words = &unit.facts.words;
    let (Some(first), Some(word)) = (words.first(), words.get(1)) else { return false };
    // `I've rewritten`, `I'm tired`: what follows is no verb by itself.
    let subject = matches!(first.norm.as_str(), "i" | "we");
    let after = words.get(2).map_or("", |word| word.norm.as_str());
    // `I used to run`, `I designed and run`: half of the verb is left.
    if !subject || matches!(after, "to" | "and" | "or") {
        return false;
    }
    let Some(found) = pack.verb_forms.match_at(words, 1) else { return false };
    let past = word.norm.as_str();
    !pack.verbs[found.value].lemma.eq_ignore_ascii_case(past)
        && (past.ends_with("ed")
            || matches!(
                past,
                "built"
                    | "wrote"
                    | "led"
                    | "ran"
                    | "made"
                    | "found"
                    | "kept"
                    | "took"
                    | "held"
                    | "taught"
                    | "rewrote"
                    | "rebuilt"
                    | "brought"
                    | "drove"
                    | "gave"
                    | "grew"
                    | "sped"
            ))
}
