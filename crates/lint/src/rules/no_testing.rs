//! `no-testing`: a first job page without a word about tests.

use facts::Signal;
use resume::{FieldPath, Severity};
use roles::{Category, RolePack, Word};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Nothing on the page of a junior says how the work was tested.
    ///
    /// ## Why
    /// Few first pages speak of tests, so one line about them stands out: it tells a panel that
    /// your code can be changed by others without fear.
    ///
    /// ## What to do
    /// Say what you tested and what the tests caught: a parser on past errors, an endpoint against
    /// a real database, a pipeline that runs on every push.
    ///
    /// ```bullets,flagged-together,junior
    /// - Built the REST endpoint that assigns parcels after the cutoff
    /// - Cut p95 of the route sheet from 1.4 s to 210 ms with a join
    /// - Published the description of the route-sheet API
    /// ```
    /// ```bullets,clean,junior
    /// - Built the REST endpoint that assigns parcels after the cutoff
    /// - Cut p95 of the route sheet from 1.4 s to 210 ms with a join
    /// - Tested the address parser on 5,000 addresses of the national file
    /// ```
    /// ```bullets,clean
    /// - Built the REST endpoint that assigns parcels after the cutoff
    /// - Cut p95 of the route sheet from 1.4 s to 210 ms with a join
    /// - Published the description of the route-sheet API
    /// ```
    "no-testing", Severity::Info, Topic::Depth, stages(Junior, Junior) => check
}

/// Fewer lines say too little about anything.
const FEWEST_BULLETS: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let tests = cx.page.units.iter().any(|unit| mentions_tests(unit, cx.pack))
        || cx
            .skill_items()
            .iter()
            .any(|item| item.mentions.iter().any(|m| is_testing(cx.pack, m.skill)));
    if tests || cx.bullets().count() < FEWEST_BULLETS {
        return;
    }
    let section = if cx.resume.work.is_empty() { "projects" } else { "work" };
    findings.add(
        FieldPath::root().key(section),
        "no line says how your work was tested",
        "say what you tested and what the tests caught; it sets a first page apart",
    );
}

fn is_testing(pack: &RolePack, skill: roles::SkillId) -> bool {
    pack.vocabulary.skill(skill).category == Category::Testing
}

fn mentions_tests(unit: &Unit, pack: &RolePack) -> bool {
    let facts = &unit.facts;
    let concept = |concept: &facts::ConceptUse| {
        let entry = concept.entry(pack);
        entry.counts.iter().any(|counts| counts == "T") || entry.id == "ci-cd"
    };
    facts.has(Signal::Testing)
        || facts.concepts.iter().any(concept)
        || facts.skills.iter().any(|mention| is_testing(pack, mention.skill))
        || names_test(&facts.words)
}

/// `tested`, `contract tests`; an A/B test is about the product.
pub(super) fn names_test(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let product = at >= 2 && words[at - 1].norm == "b" && words[at - 2].norm == "a";
        !product && (word.norm.starts_with("test") && word.norm != "testimonials")
    })
}
