//! `summary-without-system`: the summary does not say what its author builds or runs.

use std::sync::LazyLock;

use facts::{Dimension, Facts, Object, Quantity};
use resume::{Severity, Stage};
use roles::{Act, PhraseSet, RolePack, Word, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The summary names no service, pipeline, library or project.
    ///
    /// ## Why
    /// "What do you own?" is the first question of a backend panel. Years and a list of languages
    /// do not answer it; "the refund service of a ticket shop" does.
    ///
    /// ## What to do
    /// Name one particular thing in the first two sentences and say whom it serves. At the start
    /// of a career, a project or course work is such a thing.
    ///
    /// ```summary,flagged
    /// Backend engineer with 6 years of experience in Java and Spring.
    /// ```
    /// ```summary,flagged
    /// Software developer who works with modern technologies. Experienced in Go, Kafka and PostgreSQL.
    /// ```
    /// ```summary,flagged
    /// Builds applications for clients with Java and Spring. Strong problem solver.
    /// ```
    /// ```summary,clean
    /// Backend engineer with six years in logistics. Owns the parcel-routing service, 38,000 parcels a day.
    /// ```
    /// ```summary,clean
    /// Works on the query planner of an embedded database, in C++.
    /// ```
    /// ```summary,clean
    /// Senior engineer focused on payments infrastructure: card authorization and settlement.
    /// ```
    /// ```summary,clean
    /// Backend engineer, currently working on a Kafka-based event bus for 30 teams.
    /// ```
    /// ```summary,flagged
    /// Backend engineer focused on clean code and challenging problems.
    /// ```
    /// ```summary,clean
    /// Backend engineer for train operations. Owns the service that turns track-circuit events into positions.
    /// ```
    /// ```summary,clean
    /// Backend engineer in Lyon; today I run position tracking for 1,900 trains a day.
    /// ```
    /// ```summary,clean,junior
    /// Computer science graduate; course work in PostgreSQL and a final project on row-level locking.
    /// ```
    /// ```summary,clean,junior
    /// Computer science student who built a Redis clone in Rust, with replication.
    /// ```
    /// ```summary,clean
    /// Pricing engine owner at an airline, 3,000 quotes per second.
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   summary: Maintainer of tidewatch, used by 40 harbors.
    /// projects:
    ///   - name: tidewatch
    /// ```
    "summary-without-system", Severity::Error, Topic::Scope => check
}

/// A skim stops after these.
const SENTENCES: usize = 2;

/// Nouns for people and for what they know: objects of a claim, but nothing that runs.
static PEOPLE: LazyLock<PhraseSet> = LazyLock::new(|| {
    phrases([
        "engineer|engineers|developer|developers|programmer|programmers",
        "professional|specialist|expert|graduate|student",
        "problem|problems|challenge|challenges|solution|solutions|practice|practices|growth",
        "skill|skills|experience|expertise|background|career|knowledge|passion|degree",
    ])
});

/// Work that counts as a system at the start of a career.
static STUDIES: LazyLock<PhraseSet> = LazyLock::new(|| {
    phrases(["project|projects|coursework|thesis|capstone|dissertation", "course work"])
});

/// Words after which the author's own act follows: `a student who built …`.
const BEFORE_ACT: [&str; 7] = ["i", "who", "and", "also", "now", "currently", "previously"];

/// Phrases after which stands what somebody works on: `focused on payments infrastructure`.
static BEFORE_THING: LazyLock<PhraseSet> = LazyLock::new(|| {
    phrases([
        "working|works|work|focused|focusing|focus on",
        "responsible|accountable for",
        "in charge of",
        "owner|maintainer|author|creator|lead of",
    ])
});

/// Words that turn a thing into its person: `pricing engine owner`.
const AFTER_THING: [&str; 5] = ["owner", "maintainer", "author", "creator", "lead"];

fn phrases<const N: usize>(list: [&str; N]) -> PhraseSet {
    set(&list)
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let opening: Vec<&Unit> = cx.summary().take(SENTENCES).collect();
    let Some(first) = opening.first() else { return };
    if opening.iter().any(|unit| names_system(unit, cx)) {
        return;
    }
    let said = if opening.len() == 1 { "the summary says" } else { "two sentences say" };
    let hint = match cx.bullets().find_map(|unit| built(unit, cx.pack)) {
        Some(thing) => format!(
            "name the thing you own or built, e.g. the \"{thing}\" of your bullets, and whom it serves",
        ),
        None => "name the thing you own or built and whom it serves".to_owned(),
    };
    let message = match first.facts.measured().find(|quantity| is_years(first, quantity)) {
        Some(years) => format!(
            "\"{}\" is time, not work: {said} no service, pipeline, library or project",
            first.said(&years.range)
        ),
        None => {
            format!("{said} who you are, but no service, pipeline, library or project you work on")
        }
    };
    findings.add_in(first, 0..first.text.len(), message, hint);
}

/// A particular thing that a bullet says its author built or ran.
fn built<'a>(unit: &'a Unit, pack: &RolePack) -> Option<&'a str> {
    let object = unit.facts.claims.iter().find_map(|claim| {
        let verb = claim.verb.as_ref()?.entry(pack);
        let makes =
            matches!(verb.act, Act::Create | Act::Change | Act::Migrate | Act::Own | Act::Operate);
        claim.object.as_ref().filter(|_| makes && claim.is_substantial(pack))
    })?;
    unit.is_quotable(&object.range, pack).then(|| unit.said(&object.range))
}

/// `6 years`: how long, which says nothing of what.
fn is_years(unit: &Unit, quantity: &Quantity) -> bool {
    let said = unit.said(&quantity.range).to_lowercase();
    quantity.dimension == Dimension::Time && ["year", "yr"].iter().any(|word| said.contains(word))
}

/// A sentence names something that is built or run.
pub(super) fn names_system(unit: &Unit, cx: &Context<'_>) -> bool {
    let facts = &unit.facts;
    let projects = cx.resume.projects.iter().filter_map(|project| project.name.as_deref());
    let project = PhraseSet::new(projects.map(|name| (name, 0)));
    let studies = cx.stage == Stage::Junior
        && !STUDIES.find(&facts.words).is_empty()
        && !(facts.skills.is_empty() && facts.concepts.is_empty());
    studies
        || !project.find(&facts.words).is_empty()
        || says_system(&unit.text, facts, cx.pack)
        || is_described(&unit.facts.words)
        || is_run(facts, cx.pack)
        || worked_on(unit, cx.pack)
        || parts(unit, cx.pack).any(|part| says_system(part, &Facts::read(part, cx.pack), cx.pack))
}

/// Kinds of things that run.
const KINDS: WordList<14> = WordList::new([
    "service", "system", "platform", "pipeline", "api", "application", "app", "engine", "library",
    "backend", "tool", "server", "database", "software",
]);

/// Fewest words of a clause that says what a thing does.
const CLAUSE: usize = 4;

/// `the service that turns track-circuit events into positions`: the clause says which.
fn is_described(words: &[Word]) -> bool {
    words.windows(3).enumerate().any(|(at, three)| {
        let opens = matches!(three[0].norm.as_str(), "the" | "a" | "an" | "one");
        let kind = roles::is_one_of(&three[1].norm, &KINDS);
        let clause = matches!(three[2].norm.as_str(), "that" | "which" | "behind" | "where");
        opens && kind && clause && words.len() >= at + 3 + CLAUSE
    })
}

/// `run position tracking for 1,900 trains a day`: what has a load is a system.
fn is_run(facts: &Facts, pack: &RolePack) -> bool {
    let runs = facts.verbs.iter().any(|verb| {
        matches!(verb.entry(pack).act, Act::Own | Act::Operate | Act::Create | Act::Change)
    });
    runs && facts.measured().any(|quantity| quantity.dimension == Dimension::Rate)
}

/// What a phrase such as `working on` announces reads like the object of a verb.
fn worked_on(unit: &Unit, pack: &RolePack) -> bool {
    let words = &unit.facts.words;
    BEFORE_THING.find(words).into_iter().take(2).any(|found| {
        let Some(next) = words.get(found.words.end) else { return false };
        let text = format!("Built {}", &unit.text[next.start..]);
        says_system(&text, &Facts::read(&text, pack), pack)
    })
}

/// The pieces of a sentence that may name a system although the whole does not read so.
fn parts<'a>(unit: &'a Unit, pack: &'a RolePack) -> impl Iterator<Item = &'a str> {
    let words = &unit.facts.words;
    words.iter().enumerate().skip(1).filter_map(move |(at, word)| {
        let act = BEFORE_ACT.contains(&words[at - 1].norm.as_str())
            && pack.verb_forms.match_at(words, at).is_some();
        let person = roles::is_one_of(&word.norm, &AFTER_THING);
        match (act, person) {
            (true, _) => Some(&unit.text[word.start..]),
            (_, true) => Some(&unit.text[..word.start]),
            _ => None,
        }
    })
}

/// A particular thing stands in the text, or a verb acts on one.
fn says_system(text: &str, facts: &Facts, pack: &RolePack) -> bool {
    let acted_on = facts.claims.iter().any(|claim| {
        let Some((verb, object)) = claim.verb.as_ref().zip(claim.object.as_ref()) else {
            return false;
        };
        // In "builds applications for clients", the clients are no system.
        let between = text.get(verb.range.end..object.range.start).unwrap_or_default();
        let beneficiary = roles::words(between).iter().any(|word| word.norm == "for");
        claim.is_substantial(pack) && !beneficiary && is_built(text, facts, object, pack)
    });
    acted_on || facts.things.iter().any(|thing| is_built(text, facts, thing, pack))
}

/// More than the name of a technology, no person, and no praise ("problem solver").
fn is_built(text: &str, facts: &Facts, object: &Object, pack: &RolePack) -> bool {
    let only_a_name = facts.skills.iter().any(|skill| {
        skill.range.start <= object.range.start && object.range.end <= skill.range.end
    });
    let words = roles::words(&text[object.range.clone()]);
    let praise = pack.lists.traits.find(&words);
    let is_praise = praise.last().is_some_and(|found| found.words.end == words.len());
    !only_a_name && !is_praise && PEOPLE.find(&words).is_empty()
}
