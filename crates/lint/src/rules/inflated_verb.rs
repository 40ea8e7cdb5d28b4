//! `inflated-verb`: a verb larger than the work.

use std::sync::LazyLock;

use facts::Position;
use resume::Severity;
use roles::{PhraseSet, Strength};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A bullet opens with a verb that promises more than a line can show.
    ///
    /// ## Why
    /// "Spearheaded" and "revolutionized" describe how the author would like the work to be seen.
    /// Plain verbs are believed, because they can be checked: led, built, cut.
    ///
    /// ## What to do
    /// Take the plain verb for what you did. Do not take a larger one than you can answer for.
    ///
    /// ```bullets,flagged
    /// - Spearheaded the move of 14 ports to the berth scheduler
    /// - Revolutionized the fare search with a covering index
    /// - Ensured high availability of the seat map with 3 replicas
    /// ```
    /// ```bullets,clean
    /// - Led the move of 14 ports to the berth scheduler
    /// - Orchestrated containers of 40 services with Nomad
    /// - Transformed 40 million meter readings a day into tariff periods
    /// - Mastered and released 14 versions of the tile library
    /// - Amplified the sensor signal by a second stage on the meter board
    /// ```
    "inflated-verb", Severity::Info, Topic::Language => check
}

/// Verbs with a technical sense, which any of these objects shows.
static TECHNICAL: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "container*",
        "workflow*",
        "job|jobs",
        "pipeline*",
        "pod|pods",
        "task|tasks",
        "signal*",
        "saga*",
        "data",
        "event*",
        "message*",
        "record*",
        "row|rows",
        "stream*",
        "reading*",
        "document*",
        "image*",
        "input*",
        "xml",
        "json",
        "csv",
        "schema*",
        "vector*",
        "matrix",
        "deployments",
        "services",
        "requirement|requirements",
        "traffic",
        "requests",
        "file|files",
        "payload*",
        "queries",
    ])
});

/// Verbs that a list of other rules or a plain reading takes care of.
const PLAIN: [&str; 6] = ["leverage", "master", "perfect", "harness", "hone", "disrupt"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let inflated = unit.facts.verbs.iter().find(|verb| {
            let entry = verb.entry(cx.pack);
            entry.strength == Strength::Inflated
                && verb.position == Position::Opening
                && !PLAIN.contains(&entry.lemma.as_str())
        });
        let Some(verb) = inflated else { continue };
        let after = unit.words_in(&(verb.range.end..unit.text.len()));
        let object = after.get(..after.len().min(5)).unwrap_or_default();
        let technical = matches!(
            verb.entry(cx.pack).lemma.as_str(),
            "orchestrate" | "transform" | "amplify" | "propel" | "elevate"
        );
        if technical && !TECHNICAL.find(object).is_empty() {
            continue;
        }
        let said = unit.said(&verb.range).to_owned();
        findings.add_in(
            unit,
            verb.range.clone(),
            format!("\"{said}\" promises more than a line can show"),
            "take the plain verb for what you did: led, built, cut, chose",
        );
    }
}
