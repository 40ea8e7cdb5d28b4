//! `vague-improvement`: something got better, and no figure says by how much.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Claim, Dimension, Quantity, Role};
use resume::Severity;
use roles::{Act, PhraseSet, RolePack, Word};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet says that something got better and gives no figure for it.
    ///
    /// ## Why
    /// "Significantly improved performance" fits every line of every page, so readers skip it,
    /// and the work behind it is skipped with it.
    ///
    /// ## What to do
    /// Say which figure moved, from what to what, and on which thing. If it was never measured,
    /// name what changed for the people who use it, and drop the degree.
    ///
    /// ```bullets,flagged
    /// - Significantly improved system performance
    /// - Improved checkout performance for 12 shops
    /// - Greatly enhanced the user experience of the booking portal
    /// - Reduced latency by caching tax tables
    /// ```
    /// ```bullets,clean
    /// - Significantly reduced p99 of checkout, from 480 ms to 92 ms
    /// - Improved performance of the tariff importer: 3 hours to 20 minutes, by batching inserts
    /// - Built the alert rules that the Performance team reviews every Monday
    /// - Improved performance reviews of junior engineers with a shared question list
    /// - Successfully moved 40 tables from MySQL to PostgreSQL without downtime
    /// - Ensured high availability of the seat map with 3 replicas in 2 zones
    /// - Reduced errors in the label API by 35 % with a schema check at the edge
    /// ```
    "vague-improvement", Severity::Warning, Topic::Evidence, penalty(Evidence, 3.0, 12.0) => check
}

/// Qualities that only a figure can show.
const QUALITIES: [&str; 28] = [
    "performance", "efficiency", "scalability", "quality", "code quality", "user experience",
    "customer experience", "developer experience", "customer satisfaction", "user satisfaction",
    "reliability", "productivity", "maintainability", "stability", "security", "availability",
    "responsiveness", "robustness", "resilience", "usability", "readability", "speed",
    "throughput", "latency", "load times", "response times|time", "uptime", "agility",
];

static QUALITY: LazyLock<PhraseSet> = LazyLock::new(|| set(&QUALITIES));

/// Adverbs that say in which manner, not how much.
const MANNER: [&str; 5] = ["successfully", "seamlessly", "smoothly", "efficiently", "effectively"];

/// In seconds; longer times are how long the work took.
const DAY: f64 = 86_400.0;

/// Most words between a verb and the quality it changes: `improved the overall system performance`.
const REACH: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| phrase(unit, cx.pack),
        |said| format!("\"{said}\" gives no figure"),
        "which figure moved, from what to what? If nobody measured it, say what became possible",
    );
}

/// The first vague change of a unit that no figure stands for.
pub(super) fn phrase(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let words = &unit.facts.words;
    let listed = pack.lists.vague_changes.find(words).into_iter().filter(|found| {
        let phrase = &words[found.words.clone()];
        is_degree(phrase) || is_change(phrase) && unit.is_whole(found)
    });
    let mut all: Vec<Range<usize>> = listed.map(|found| found.words).collect();
    all.extend(qualities(unit, pack));
    all.sort_by_key(|phrase| (phrase.start, phrase.end));
    let vague = all.iter().find(|phrase| {
        let range = unit.bytes(phrase);
        unit.claim_at(range.start).is_some_and(|claim| !has_figure(unit, claim, phrase))
    })?;
    // `Significantly improved performance` is one phrase of two.
    let end = all
        .iter()
        .filter(|next| next.start >= vague.start && next.start <= vague.end)
        .map(|next| next.end);
    Some(unit.bytes(&(vague.start..end.max().unwrap_or(vague.end))))
}

/// `significantly`: how much, without saying how much.
fn is_degree(phrase: &[Word]) -> bool {
    matches!(phrase, [word] if word.norm.ends_with("ly") && !roles::is_one_of(&word.norm, &MANNER))
}

/// A phrase that claims a change; `as needed` and `successfully` only fill.
fn is_change(phrase: &[Word]) -> bool {
    let first = phrase.first().map(|word| word.norm.as_str());
    !first
        .is_some_and(|first| matches!(first, "as" | "on" | "in" | "with") || first.ends_with("ly"))
}

/// `improved … performance`: a verb of change, and a quality at the end of what it acts on.
fn qualities(unit: &Unit, pack: &RolePack) -> Vec<Range<usize>> {
    let words = &unit.facts.words;
    let verbs = unit.facts.verbs.iter().filter(|verb| {
        let verb = verb.entry(pack);
        verb.act == Act::Change && (verb.direction.is_some() || is_improvement(&verb.lemma))
    });
    let mut found = Vec::new();
    for verb in verbs {
        let first = words.partition_point(|word| word.start < verb.range.end);
        for at in first..words.len().min(first + REACH + 1) {
            let gap = unit.said(&(words[at.max(1) - 1].end..words[at].start));
            if gap.contains([',', ';', ':', '(', '.'])
                || (at > first && is_preposition(&words[at].norm))
            {
                break;
            }
            let Some(quality) =
                QUALITY.match_at(words, at).filter(|quality| unit.is_whole(quality))
            else {
                continue;
            };
            let start = words.partition_point(|word| word.end <= verb.range.start);
            found.push(start..quality.words.end);
            break;
        }
    }
    found
}

fn is_improvement(lemma: &str) -> bool {
    matches!(
        roles::fold(lemma).as_str(),
        "improve"
            | "enhance"
            | "optimize"
            | "boost"
            | "streamline"
            | "strengthen"
            | "accelerate"
            | "elevate"
    )
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "by" | "for" | "of" | "to" | "with" | "and" | "through" | "via" | "in" | "on" | "from"
    )
}

/// A change or a level stands for an improvement; for a mere degree, or for something ensured,
/// any figure does.
fn has_figure(unit: &Unit, claim: &Claim, phrase: &Range<usize>) -> bool {
    let explained = |range: &Range<usize>| {
        claim.range.contains(&range.start) || follows_colon(unit, claim, range.start)
    };
    let words = &unit.facts.words[phrase.clone()];
    let ensures = words.first().is_some_and(|word| word.norm.starts_with("ensur"));
    let degree = is_degree(words) || ensures;
    unit.facts.changes.iter().any(|change| explained(&change.range))
        || unit
            .facts
            .measured()
            .any(|quantity| (degree || is_level(quantity)) && explained(&quantity.range))
}

/// A figure for a quality itself, not for the size of the thing.
fn is_level(quantity: &Quantity) -> bool {
    match quantity.dimension {
        Dimension::Time => quantity.value < DAY,
        Dimension::Percent | Dimension::Points | Dimension::Ratio => true,
        _ => quantity.role == Role::Level,
    }
}

/// `improved performance: cut the run from …`: the next claim is the figure of this one.
fn follows_colon(unit: &Unit, claim: &Claim, at: usize) -> bool {
    let rest = unit.said(&(claim.range.end..at.max(claim.range.end)));
    let announced = unit.said(&claim.range).trim_end().ends_with([':', '(', '—', '–', '-']);
    announced && !rest.contains(';')
}
