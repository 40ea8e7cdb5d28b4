//! Outcomes that a check or daily use shows: faults caught before they did harm, the few that did not
//! match, what is still in use, what stopped.

use roles::WordList;

use crate::lex::Kind;
use crate::outcome::Sentence;
use crate::trouble::{FAULTS, FINDS};

/// States in which a check leaves the few that did not match.
const UNMATCHED: WordList<8> = WordList::new([
    "off", "wrong", "short", "missing", "unmatched", "unequal", "apart", "incorrect",
]);

/// Nouns for checks of a whole: what they find is a result rather than work.
const CHECKS: WordList<20> = WordList::new([
    "audit", "audits", "count", "recount", "check", "checks", "inspection", "inspections",
    "survey", "comparison", "stocktake", "inventory", "replay", "reconciliation", "trial", "drill",
    "drills", "sample", "review", "rehearsal",
]);

impl Sentence<'_> {
    /// `an audit of 31,000 bags found two that did not agree`, `212 were damaged and 190 of these had a
    /// second copy`: how many a check left.
    pub(crate) fn audited(&self, at: usize) -> Option<usize> {
        let number = |at: usize| crate::number::number_at(self.tokens, at).is_some();
        if self.is(at, &["found", "finds", "showed", "shows", "left"]) && at > self.first {
            let opening = self.first..at.min(self.first + 4);
            let check = opening.clone().any(|at| self.is(at, &CHECKS));
            let author = opening.clone().any(|at| self.is(at, &["i", "we", "and"]));
            let counted = self.get(at + 1).is_some()
                && (number(at + 1) || self.is(at + 1, &["none", "nothing", "no", "only"]));
            return (check && !author && counted).then_some(at + 2);
        }
        let rest = self.is(at, &["of"]) && self.is(at + 1, &["these", "them", "those"]);
        // A later sentence: `Led 12 people, 3 of them were juniors` tells a team.
        let told = rest && self.first > 0 && at > self.first && number(at - 1);
        let state = ["had", "were", "was", "could", "came", "needed", "proved", "turned"];
        (told && self.is(at + 2, &state) && self.get(at + 3).is_some()).then_some(at + 3)
    }

    /// `lasts the winter on one cell`, `last a season`: how long a thing now holds out.
    pub(crate) fn endures(&self, at: usize) -> Option<usize> {
        (at > self.first && self.is(at, &["lasts", "last"])).then_some(())?;
        let counted = self.is(at, &["lasts"]) && self.get(at + 1).is_some();
        let counted = counted && crate::number::number_at(self.tokens, at + 1).is_some();
        (counted || self.is(at + 1, &["the", "a", "an"])).then_some(())?;
        let span = (at + 2..at + 5).find(|&at| {
            self.get(at).is_some_and(|token| {
                !token.ends_phrase()
                    && (crate::contrast::is_span(token) || crate::unit::period_of(token).is_some())
            })
        })?;
        Some(span + 1)
    }

    /// `tests, which exposed four rounding errors`; but `found 12 bugs` as an act counts work.
    pub(crate) fn finds(&self, at: usize) -> Option<usize> {
        (at > self.first && self.is(at, &FINDS)).then_some(())?;
        let told =
            self.tokens[at - 1].is_any(&["which", "that", "they", "it", "has", "have", "suite"]);
        told.then_some(())?;
        let fault = self.within(at + 1, 6, &FAULTS);
        fault.or_else(|| self.trouble(at + 1, 6)).map(|end| end + 1)
    }

    /// `caught 23 protocol faults before they cost samples`, `stopped 6 releases that would have …`,
    /// `found 37 leaks in its first winter`.
    pub(crate) fn forestalls(&self, at: usize) -> Option<usize> {
        let finds = self.is(at, &FINDS) || self.is(at, &["stopped", "refused", "rejected"]);
        (finds && at > self.first).then_some(())?;
        let before = self.within(at + 1, 9, &["before"]);
        if let Some(before) = before {
            let whom = self.is(
                before + 1,
                &["they", "it", "any", "anyone", "anybody", "customers", "users", "release"],
            );
            return whom.then_some(before + 2);
        }
        let that = self.within(at + 1, 6, &["that"])?;
        (self.is(that + 1, &["would", "could"])).then_some(that + 2)
    }

    /// `three readers were off, by one book each`, `within 8 % of a hand count`: what a check showed.
    pub(crate) fn checked(&self, at: usize) -> Option<usize> {
        if self.is(at, &["were", "was"]) && at >= self.first + 2 && self.is(at + 1, &UNMATCHED) {
            let counted = (at.saturating_sub(4).max(self.first)..at)
                .any(|at| crate::number::number_at(self.tokens, at).is_some());
            let told = self.ends(at + 2) || self.is(at + 2, &["by"]);
            return (counted && told).then_some(at + 2);
        }
        (self.is(at, &["within"]) && at > self.first).then_some(())?;
        let number = crate::number::number_at(self.tokens, at + 1)?;
        let of = (number.next..number.next + 3).find(|&at| self.is(at, &["of"]))?;
        self.get(of + 1).map(|_| of + 1)
    }

    /// `the runbook the night shift still uses`, `so a lost message is sent again`, `stays at zero`,
    /// `operators stopped seeing ghosts`, `has matched for three years`.
    pub(crate) fn serves(&self, at: usize) -> Option<usize> {
        (at > self.first).then_some(())?;
        let before = &self.tokens[at - 1];
        let own = before.is_any(&["i", "we", "and", "to"]) || before.kind != Kind::Word;
        if self.is(at, &["still"]) {
            return (!own && self.is(at + 1, &["use", "uses", "run", "runs", "rely", "relies"]))
                .then_some(at + 2);
        }
        if self.is(at, &["is", "are"]) && !own {
            return (self.is(at + 2, &["again"]) && self.ends(at + 3)).then_some(at + 3);
        }
        if self.is(at, &["stayed", "stays", "stay", "remained", "remains"]) {
            return (self.is(at + 1, &["at"]) && self.is(at + 2, &["zero"])).then_some(at + 3);
        }
        let next = self.get(at + 1).filter(|next| next.kind == Kind::Word)?;
        if self.is(at, &["stopped"]) && !own {
            let ends = next.lower.len() > 4 && next.lower.ends_with("ing");
            return (ends && self.get(at + 2).is_some()).then_some(at + 2);
        }
        let perfect = self.is(at, &["has", "have"]) && !own;
        let kept = next.is_any(&["matched", "agreed", "balanced", "held", "stayed", "reconciled"]);
        (perfect && kept && self.is(at + 2, &["for", "at", "every", "below", "under"]))
            .then_some(at + 3)
    }
}
