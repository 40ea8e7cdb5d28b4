//! Outcomes in words: what no longer happens, what can no longer happen, what now holds.
//!
//! Told by the shape of the sentence, never by its subject: a negation that lasts (`no … since`), a
//! trouble that ended (`stopped the outages`), a promise the thing keeps (`cannot`, `survives`), a
//! state that begins with `now`.

use std::ops::Range;

use roles::{Listed, WordList, WordSieve};

use crate::clause::{ends_sentence, finite_verb, sentences};
use crate::denial::NEGATIONS;
use crate::lex::{Kind, Token};
use crate::trouble::{ENDERS, FINDS, LOSING, TROUBLES, VANISHED};

/// Verbs of things that last through trouble or look after themselves.
const LASTS: WordList<13> = WordList::new([
    "survive", "survives", "survived", "withstood", "withstands", "outlived", "absorbs",
    "absorbed", "tolerates", "tolerated", "rides", "rode", "outlasts",
]);

/// What comes to an end, in the present.
const FINISHES: WordList<14> = WordList::new([
    "finish", "finishes", "finished", "complete", "completes", "completed", "ends", "lands",
    "land", "arrive", "arrives", "close", "closes", "done",
]);

/// Words that make `now …` a boast or a place.
const NOT_NOW: WordList<26> = WordList::new([
    "a", "an", "the", "in", "on", "at", "part", "i", "we", "scalable", "robust", "better", "more",
    "faster", "stable", "efficient", "modern", "maintained", "used", "responsible", "available",
    "easier", "cleaner", "simpler", "secure", "working",
]);

/// Words that an outcome begins with: what the tests of [`Sentence`] ask of their first word.
static OPENERS: WordSieve = WordSieve::new(&[
    "are", "can't", "cannot", "can’t", "closed", "do", "does", "found", "has", "have", "held",
    "holds", "is", "keep", "keeps", "kept", "last", "lasts", "left", "never", "now", "of",
    "refused", "rejected", "remained", "remains", "showed", "shows", "so", "stay", "stayed",
    "stays", "still", "stopped", "was", "went", "were", "with", "within", "without",
])
.and_list(&NEGATIONS)
.and_list(&ENDERS)
.and_list(&VANISHED)
.and_list(&FINDS)
.and_list(&LASTS)
.and_list(&FINISHES);

/// Most tokens from a denial to the word that says it lasts.
pub(crate) const REACH: usize = 16;

/// Byte ranges of all worded outcomes, in order.
pub(crate) fn outcomes(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in sentences(tokens) {
        let end =
            (start..tokens.len()).find(|&at| ends_sentence(tokens, at)).unwrap_or(tokens.len());
        sentence(tokens, start..end, &mut found);
    }
    found
}

fn sentence(tokens: &[Token<'_>], span: Range<usize>, found: &mut Vec<Range<usize>>) {
    let reader = Sentence { tokens, first: span.start, last: span.end };
    let mut at = span.start;
    while at < span.end {
        match reader.at(at) {
            Some(end) => {
                let end = end.clamp(at + 1, span.end);
                found.push(tokens[at].start..tokens[end - 1].end);
                at = end;
            }
            None => at += 1,
        }
    }
}

/// One sentence.
pub(crate) struct Sentence<'a> {
    pub(crate) tokens: &'a [Token<'a>],
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Sentence<'_> {
    pub(crate) fn get(&self, at: usize) -> Option<&Token<'_>> {
        (at < self.last).then(|| &self.tokens[at])
    }

    pub(crate) fn is(&self, at: usize, words: &(impl Listed + ?Sized)) -> bool {
        self.get(at).is_some_and(|token| token.is_any(words))
    }

    pub(crate) fn within(
        &self,
        from: usize,
        most: usize,
        words: &(impl Listed + ?Sized),
    ) -> Option<usize> {
        let end = self.last.min(from + most);
        (from..end)
            .take_while(|&at| !self.tokens[at].is_symbol(','))
            .find(|&at| self.tokens[at].is_any(words))
    }

    pub(crate) fn ends(&self, at: usize) -> bool {
        self.get(at).is_none_or(Token::ends_phrase)
    }

    /// The token after the outcome that begins at `at`.
    fn at(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        if token.kind != Kind::Word || !OPENERS.may_list(&token.lower) {
            return None;
        }
        self.longer(at)
            .or_else(|| self.denied(at))
            .or_else(|| self.ended(at))
            .or_else(|| self.finds(at))
            .or_else(|| self.forestalls(at))
            .or_else(|| self.checked(at))
            .or_else(|| self.audited(at))
            .or_else(|| self.serves(at))
            .or_else(|| self.endures(at))
            .or_else(|| self.without(at))
            .or_else(|| self.promised(at))
            .or_else(|| self.follows(at))
            .or_else(|| self.holds(at))
            .or_else(|| self.in_time(at))
            .or_else(|| self.now(at))
    }

    pub(crate) fn trouble(&self, at: usize, most: usize) -> Option<usize> {
        self.within(at, most, &TROUBLES)
    }

    /// `stopped the Monday outages`; `complaints about lost videos stopped`.
    fn ended(&self, at: usize) -> Option<usize> {
        if self.is(at, &ENDERS) {
            // `closed 40 incidents` counts work.
            let counts = self.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
            if let Some(end) = self.trouble(at + 1, 6).filter(|_| !counts) {
                return Some(end + 1);
            }
            // `a unique constraint stopped it`, `stopped them starving the rest`
            if at > self.first + 1
                && self.is(
                    at,
                    &[
                        "stopped", "stops", "ended", "ends", "prevents", "prevented", "removed",
                        "cured", "eliminated", "killed",
                    ],
                )
                && self.is(at + 1, &["it", "them", "that", "this", "those"])
            {
                return Some(at + 2);
            }
        }
        // `the gaps closed after …`
        let closed = self.is(at, &["closed", "went"])
            && self.tokens[self.first.max(at.saturating_sub(6))..at]
                .iter()
                .any(|token| token.is_any(&TROUBLES));
        (at > self.first + 1 && (closed || self.is(at, &VANISHED))).then_some(())?;
        let after = self.ends(at + 1)
            || self.is(
                at + 1,
                &[
                    "once", "after", "when", "because", "since", "in", "within", "completely",
                    "altogether", "entirely", "for", "overnight",
                ],
            );
        after.then_some(at + 1)
    }

    /// `without a restart`, `without losing`, `without a single missed call`.
    fn without(&self, at: usize) -> Option<usize> {
        self.is(at, &["without", "with"]).then_some(())?;
        let zero = self.is(at + 1, &["zero", "no"]);
        if self.is(at, &["with"]) && !zero {
            return None;
        }
        if self.is(at + 1, &LOSING) {
            return Some((at + 3).min(self.last));
        }
        let lock = || self.within(at + 1, 4, &["deploy", "lock", "maintenance", "outage"]);
        self.trouble(at + 1, 5).or_else(lock).map(|end| end + 1)
    }

    /// `cannot overwrite`, `never deletes`, `survives a crash`, `keeps serving`.
    fn promised(&self, at: usize) -> Option<usize> {
        let subject = at > self.first;
        let next = self.get(at + 1).filter(|next| next.kind == Kind::Word)?;
        if subject && self.is(at, &["cannot", "can't", "can’t"]) {
            return Some(at + 2);
        }
        if subject && self.is(at, &["never"]) && next.lower.ends_with('s') && next.lower.len() > 3 {
            return Some(at + 2);
        }
        if subject && self.is(at, &["does", "do"]) && self.is(at + 1, &["not"]) {
            return self.get(at + 2).map(|_| at + 3);
        }
        if subject
            && self.is(at, &["keep", "keeps", "kept"])
            && self.is(
                at + 1,
                &[
                    "flowing", "running", "working", "serving", "answering", "selling", "playing",
                    "accepting", "moving", "writing", "reading", "taking",
                ],
            )
        {
            return Some(at + 2);
        }
        (subject && self.is(at, &LASTS)).then(|| (at + 4).min(self.last))
    }

    /// `, so an overloaded peer slows one peer instead of all`: what follows, set against what would.
    fn follows(&self, at: usize) -> Option<usize> {
        let parted = at > self.first && self.tokens[at - 1].is_symbol(',');
        let that = self.is(at + 1, &["that"]);
        (self.is(at, &["so"]) && (parted || that)).then_some(())?;
        let finite = finite_verb(self.tokens, at + 1 + usize::from(that))?;
        let end = self.within(
            finite,
            REACH,
            &["instead", "rather", "only", "none", "no", "never", "cannot", "once", "most", "not"],
        )?;
        (end < self.last).then_some(end + 1)
    }

    /// `has been empty for five months`, `have matched since June`, `is below 0.3 % since March`.
    fn holds(&self, at: usize) -> Option<usize> {
        let own = at > self.first && self.tokens[at - 1].is_any(&["i", "we", "who", "and"]);
        let state = self.is(at, &["has", "have", "is", "are", "stays", "stayed", "holds", "held"]);
        (state && at > self.first && !own).then_some(())?;
        // `each has since led a migration`
        if self.is(at, &["has", "have"])
            && self.is(at + 1, &["since"])
            && self.get(at + 2).is_some()
        {
            return Some(at + 3);
        }
        let since = self.within(at + 1, REACH, &["since"]);
        if let Some(since) = since.filter(|&since| self.lasts(since)) {
            return Some(since + 1);
        }
        let quiet = self.within(
            at + 1,
            3,
            &["empty", "quiet", "silent", "green", "clean", "flat", "zero", "idle"],
        )?;
        self.is(quiet + 1, &["for", "since"]).then_some(quiet + 2)
    }

    /// `now finishes before trading opens`, `closes ahead of the deadline`.
    fn in_time(&self, at: usize) -> Option<usize> {
        (at > self.first && self.is(at, &FINISHES)).then_some(())?;
        let before = self.is(at + 1, &["before", "ahead", "by", "overnight"]);
        (before && self.get(at + 2).is_some()).then(|| (at + 4).min(self.last))
    }

    /// `receipts are now consumed in the same transaction`, `now resumes from a checkpoint`.
    fn now(&self, at: usize) -> Option<usize> {
        (self.is(at, &["now"]) && at > self.first).then_some(())?;
        let next = self.get(at + 1).filter(|next| next.kind == Kind::Word)?;
        let boast = next.is_any(&NOT_NOW) || next.lower.ends_with("ing");
        let own = self.tokens[at - 1].is_any(&["i", "we", "and", "am"]);
        let goes_on = self.get(at + 2).is_some();
        (!boast && !own && goes_on).then_some(at + 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::tokens;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let found = outcomes(&tokens(text));
        assert_eq!(!found.is_empty(), expected, "{text}: {found:?}");
    }

    #[test]
    fn outcomes_by_their_shape() {
        for text in [
            "nobody has been paged since",
            "split the tenant pools; no customer noticed",
            "The nightly close now finishes before trading opens",
            "stopped the Monday outages",
            "a lease stopped it, and complaints stopped",
            "The leak has not recurred",
            "Moved the ledger with zero data loss",
            "Swapped the disk format without a restart",
            "A paused worker cannot overwrite a newer lease",
            "Readers never see partial files; a reader survives a crash",
            "The skew report has been empty for five months",
            "Invoices have matched the bank's since June",
            "Overspend is below 0.3 % since March",
            "None of the 900 pumps has been bricked",
            "Receipts are now consumed in one transaction",
            "Seat holds expire, which ended the phantom rows",
            "a region failover loses none",
            "The viaduct closed for a day and no queue formed",
            "Forty farms rode out the outage",
            "Wrote the handbook the weekend crew still uses",
            "a lost reading is sent again",
            "The count of unpaid tolls has stayed at zero",
            "Wrote a replay bench and caught 9 timing faults with it before they reached a ward",
            "the gate stopped four releases that would have dropped votes",
            "two accounts were off, by a cent each",
            "the tally is within 3% of a hand count",
            "Crews stopped driving to empty lockers",
            "Both ledgers have matched for two years",
            "410,000 returns came in with nothing lost",
            "Wrote 90 tests, which exposed four rounding errors",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn what_is_no_outcome() {
        for text in [
            "Responsible for services since 2019",
            "I have worked on billing since March",
            "Now a senior engineer",
            "The platform is now scalable",
            "No prior experience needed",
            "Worked without supervision",
            "Jobs were lost when a node died",
            "Users could not log in",
            "Wrote clean code and tests",
            "Built the parcel router",
            "Fixed errors and bugs",
            "Found 12 bugs",
            "Caught up with the backlog before the summer",
            "Worked within a team of 6 of the insurer",
            "Still using COBOL on the mainframe",
            "I have held for six years the same post",
            "We stopped working on weekends",
            "The two teams were off on Friday",
            "Delivered within budget",
            "",
        ] {
            check(text, false);
        }
    }
}
