//! `trait-in-bullet`: a bullet claims a trait instead of showing it.

use std::ops::Range;
use std::sync::LazyLock;

use resume::Severity;
use roles::{PhraseSet, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet claims a trait of character.
    ///
    /// ## Why
    /// Teamwork and communication cannot be claimed, only seen. A line that names them takes the
    /// place of one that would show them.
    ///
    /// ## What to do
    /// Tell the occasion: with whom, about what, and what was decided. "Presented the outage to 40
    /// clinicians" shows what "strong communication skills" asserts.
    ///
    /// ```bullets,flagged
    /// - Demonstrated strong communication skills
    /// - Showed teamwork and leadership in daily work
    /// - Team player with great attention to detail
    /// - Excellent problem-solving skills
    /// ```
    /// ```bullets,clean
    /// - Presented the outage of the ward screens to 40 clinicians
    /// - Built the communication layer between meter and gateway
    /// - Showed that the index was unused and dropped it
    /// - Led the leadership election of the lock service over to Raft
    /// - Ran the negotiation of TLS versions in the proxy
    /// ```
    "trait-in-bullet", Severity::Info, Topic::Language => check
}

/// Verbs and adjectives that make a claim of what follows.
static CLAIMING: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "demonstrated",
        "demonstrating",
        "showed",
        "showcased",
        "exhibited",
        "displayed",
        "proved",
        "possess|possesses|possessed",
        "developed|improved|enhanced|honed|strengthened my",
        "honed",
        "strengthened",
        "practiced",
        "strong",
        "excellent",
        "great",
        "good",
        "outstanding",
        "exceptional",
        "effective",
        "superb",
        "solid",
    ])
});

/// Most words between the claim and the trait.
const REACH: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| claimed(unit, cx.pack),
        |said| format!("\"{said}\" is claimed, not shown"),
        "tell the occasion: with whom, about what, and what came of it",
    );
}

fn claimed(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let words = &unit.facts.words;
    let first = unit.first_word();
    // `Team player with …` at the start of a line.
    if let Some(found) = pack.lists.traits.match_at(words, first) {
        let one_word = found.words.len() == 1;
        return (!one_word).then(|| unit.bytes(&found.words));
    }
    let opener = CLAIMING.match_at(words, first)?;
    let from = opener.words.end;
    (from..words.len().min(from + REACH)).find_map(|at| {
        let soft = pack.lists.soft_skills.match_at(words, at);
        let found = soft.or_else(|| pack.lists.traits.match_at(words, at))?;
        unit.is_whole(&found).then(|| unit.bytes(&(opener.words.start..found.words.end)))
    })
}
