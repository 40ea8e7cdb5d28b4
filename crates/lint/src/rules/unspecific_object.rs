//! `unspecific-object`: a bullet does not say which thing it is about.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Claim, Object, Specificity};
use resume::{FieldPath, Severity};
use roles::{Act, PhraseSet, RolePack, Strength, Word};

use super::duty_not_work;
use crate::page::{Part, Unit};
use crate::reading::ends_phrase;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A bullet acts on something that could be anything.
    ///
    /// ## Why
    /// "Scalable microservices" and "various features" name no system, so nothing that follows
    /// can be placed, and nothing counts as a thing you built or own.
    ///
    /// ## What to do
    /// Say what the thing does and for whom: a fare calculator, the returns portal. Under a
    /// confidentiality agreement, "a payments ledger" is specific enough.
    ///
    /// ```bullets,flagged
    /// - Built scalable microservices for the platform
    /// - Developed various features and fixed bugs
    /// - Maintained backend services
    /// - Designed robust APIs
    /// ```
    /// ```bullets,clean
    /// - Built the fare calculator of the ticket shop
    /// - Built a payments ledger for a bank that may not be named
    /// - Built a scalable service (Kestrel, the rider dispatcher) on 6 nodes
    /// - Mentored developers
    /// - Built 15 client websites
    /// - Archived 2 TB of customer data
    /// - Cut infrastructure cost by 45 % at three times the traffic
    /// - Operating systems: Linux, FreeBSD
    /// - Built the endpoint that stores use to check stock in neighboring branches
    /// - Wrote the API through which carriers book slots at 14 ports
    /// ```
    ///
    /// "The service" is fine where the role or an earlier line has named it.
    ///
    /// ```yaml,clean
    /// work:
    ///   - name: Harbor Analytics
    ///     summary: Owns the berth scheduler of 14 ports
    ///     highlights:
    ///       - Split the service into a planner and a reader; p99 fell from 900 ms to 120 ms
    /// ```
    "unspecific-object", Severity::Warning, Topic::Scope => check
}

/// Nouns that name a kind of thing; by themselves they do not say which.
const KINDS: [&str; 27] = [
    "service", "services", "microservice", "microservices", "api", "apis", "endpoint", "endpoints",
    "backend", "backends", "server", "servers", "module", "modules", "component", "components",
    "platform", "platforms", "database", "databases", "pipeline", "pipelines", "application",
    "applications", "script", "scripts", "tools",
];

static KIND: LazyLock<PhraseSet> = LazyLock::new(|| set(&KINDS));

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        // A project has a name, and its lines are about it.
        if unit.part == Part::Project {
            continue;
        }
        if is_label(unit) || duty_not_work::opener(unit).is_some() {
            continue;
        }
        let Some(range) = unspecific(unit, cx.pack) else { continue };
        if refers_back(cx, unit, &range) {
            continue;
        }
        if is_cut(unit, &range) {
            continue;
        }
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" could be anything"),
            "which one? Say what it does and for whom",
        );
    }
}

/// The object of the first claim, when neither it nor anything else in the text is particular.
fn unspecific(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let claims = &unit.facts.claims;
    let first = claims.first()?;
    let verb = first.verb.as_ref()?.entry(pack);
    let makes = matches!(
        verb.act,
        Act::Create | Act::Change | Act::Repair | Act::Migrate | Act::Own | Act::Operate
    );
    // `Cut infrastructure cost by 45 %` is about the figure.
    // The same where the line says from what to what it went.
    let measures = verb.direction.is_some() && !unit.facts.changes.is_empty()
        || unit.facts.changes.iter().any(facts::Change::has_both_ends);
    if !makes || measures || verb.strength == Strength::Weak || is_glossed(unit) {
        return None;
    }
    let objects: Vec<&Object> = claims.iter().filter_map(|claim| claim.object.as_ref()).collect();
    if objects.iter().any(|object| is_particular(unit, object, pack)) {
        return None;
    }
    // `Built 15 client websites`: so many cannot all be named.
    let counted = |object: &Object| {
        unit.facts.quantities.iter().any(|q| {
            let overlaps = q.range.start < object.range.end && object.range.start < q.range.end;
            // `2 TB of customer data`
            let gap = q.range.end.min(object.range.start)..object.range.start;
            overlaps || unit.words_in(&gap).first().is_some_and(|word| word.norm == "of")
        })
    };
    match &first.object {
        Some(object) if counted(object) || is_described(unit, object.range.end) => None,
        Some(object) => Some(with_modifiers(unit, first, &object.range)),
        None => only_generic_words(unit, first, pack),
    }
}

/// A phrase that goes on, or opens a list of things, is not all that the line says.
fn is_cut(unit: &Unit, range: &Range<usize>) -> bool {
    let rest = unit.words_in(&(range.end..unit.text.len()));
    let Some(next) = rest.first() else { return false };
    let gap = unit.said(&(range.end..next.start));
    let goes_on = gap == " " && !ends_phrase(next);
    let counts = unit.said(range).contains(|c: char| c.is_ascii_digit());
    goes_on && counts && unit.said(range).contains('-')
}

/// Fewest words of a clause that says which thing it is.
const CLAUSE: usize = 4;

/// `the endpoint that stores use to check stock`: a clause says what it does.
fn is_described(unit: &Unit, at: usize) -> bool {
    let rest = unit.words_in(&(at..unit.text.len()));
    let [first, second, ..] = rest else { return false };
    let relative = ["that", "which", "where", "whose", "behind", "whom"];
    let opens = |word: &Word| roles::is_one_of(&word.norm, &relative);
    let glued = unit.said(&(at..first.start)).trim().is_empty();
    let clause = opens(first) || (ends_phrase(first) && opens(second));
    glued && clause && rest.len() > CLAUSE
}

/// A particular thing, and not only a kind of thing: `the fare service`, but not `the service`.
fn is_particular(unit: &Unit, object: &Object, pack: &RolePack) -> bool {
    let kind_only = unit.words_in(&object.range).iter().all(|word| {
        let word = std::slice::from_ref(word);
        KIND.opens(word).is_some() || pack.objects.generic_modifiers.opens(word).is_some()
    });
    object.specificity == Specificity::Specific && !kind_only
}

/// `Operating systems: Linux, Solaris` is a heading with a list.
fn is_label(unit: &Unit) -> bool {
    unit.text.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 3)
}

/// The name follows in parentheses: `a service (Kestrel, the rider dispatcher)`.
fn is_glossed(unit: &Unit) -> bool {
    unit.text.split_once('(').is_some_and(|(_, gloss)| {
        gloss
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
    })
}

/// The object with what stands between the verb and it: `scalable microservices`.
fn with_modifiers(unit: &Unit, claim: &Claim, object: &Range<usize>) -> Range<usize> {
    let verb_end = claim.verb.as_ref().map_or(claim.range.start, |verb| verb.range.end);
    let first =
        unit.words_in(&(verb_end..object.start)).first().map_or(object.start, |word| word.start);
    let between = unit.said(&(first..object.start));
    let small = unit.words_in(&(verb_end..object.start)).first().is_some_and(|word| {
        ends_phrase(word) && !matches!(word.norm.as_str(), "a" | "an" | "the" | "our")
    });
    if between.contains([',', ';', ':', '(']) || small { object.clone() } else { first..object.end }
}

/// `Built scalable microservices`: every word up to the next small word is generic.
fn only_generic_words(unit: &Unit, claim: &Claim, pack: &RolePack) -> Option<Range<usize>> {
    let verb = claim.verb.as_ref()?;
    let words = unit.words_in(&(verb.range.end..claim.range.end));
    let phrase: Vec<_> = words.iter().take_while(|word| !ends_phrase(word)).collect();
    let generic = phrase.iter().all(|word| {
        let word = std::slice::from_ref(*word);
        KIND.opens(word).is_some()
            || pack.objects.generic_heads.opens(word).is_some()
            || pack.objects.generic_modifiers.opens(word).is_some()
    });
    let (first, last) = phrase.first().zip(phrase.last())?;
    let range = first.start..last.end;
    (generic && !unit.said(&range).contains([',', ';', ':', '('])).then_some(range)
}

/// `the service`, where the role's scope line or an earlier bullet of it names one.
fn refers_back(cx: &Context<'_>, unit: &Unit, range: &Range<usize>) -> bool {
    let said = unit.said(range).to_lowercase();
    let definite =
        said.starts_with("the ") || said.starts_with("its ") || said.starts_with("this ");
    let Some(role) = role(&unit.path).filter(|_| definite) else { return false };
    let units = cx.page.units.iter().take_while(|other| other.path != unit.path);
    units.filter(|other| other.path.starts_with(&role)).any(|other| {
        let objects = other.facts.claims.iter().filter_map(|claim| claim.object.as_ref());
        objects.chain(&other.facts.things).any(|object| is_particular(other, object, cx.pack))
    })
}

/// `work[2]` of `work[2].highlights[0]`.
fn role(path: &FieldPath) -> Option<FieldPath> {
    path.parent()?.parent()
}
