//! Outcomes told by a denial: `no longer`, `nobody has been paged since`, `zero data loss`.

use roles::WordList;

use crate::lex::Kind;
use crate::outcome::{REACH, Sentence};

/// Words that deny.
pub(crate) const NEGATIONS: WordList<12> = WordList::new([
    "no", "nobody", "none", "not", "never", "zero", "nothing", "neither", "without", "hasn't",
    "haven't", "hasn’t",
]);

/// Words that carry a state on to the day of writing, at the end of their clause.
const LASTING: [&str; 5] = ["since", "anymore", "again", "afterwards", "ever"];

impl Sentence<'_> {
    /// `no longer`, `not … anymore`.
    pub(crate) fn longer(&self, at: usize) -> Option<usize> {
        (self.is(at, &["no"]) && self.is(at + 1, &["longer"]) && self.get(at + 2).is_some())
            .then_some(at + 3)
    }

    /// `nobody has been paged since`, `has not recurred`, `None of 60,000 units has been bricked`.
    pub(crate) fn denied(&self, at: usize) -> Option<usize> {
        self.is(at, &NEGATIONS).then_some(())?;
        if let Some(end) = self.within(at + 1, REACH, &LASTING).filter(|&end| self.lasts(end)) {
            return Some(end + 1);
        }
        let subject = self.is(at, &["no", "nobody", "none", "nothing", "zero"]);
        let perfect = self.within(at + 1, 8, &["has", "have"]);
        if let Some(perfect) = perfect.filter(|_| subject) {
            return self.get(perfect + 1).map(|_| perfect + 2);
        }
        // `has not restarted`, `have never been lost`
        let after_perfect = at > self.first && self.tokens[at - 1].is_any(&["has", "have"]);
        if after_perfect && self.is(at, &["not", "never"]) && self.get(at + 1).is_some() {
            return Some(at + 2);
        }
        // `no refund was lost`, `no customer noticed`, told after something else
        let cause = at > 0
            && self.tokens[at - 1].is_any(&[
                "because", "when", "if", "since", "while", "where", "with", "was", "were", "had",
                "there",
            ]);
        let later = (at > self.first || self.first > 0) && !cause;
        if later
            && self.is(at, &["no", "nobody", "none", "zero"])
            && let Some(verb) = self.within(at + 1, 4, &["was", "were", "noticed", "lost", "got"])
        {
            return Some((verb + 2).min(self.last));
        }
        // `no queue formed`, `nothing lost`
        let end = self.within(at + 1, 4, &["formed", "lost", "missed", "dropped", "happened"]);
        let with = at > self.first && self.tokens[at - 1].is_word("with");
        if let Some(end) = end.filter(|&end| (later || with) && subject && self.ends(end + 1)) {
            return Some(end + 1);
        }
        // `zero data loss`, `no lost messages`, `loses none`
        let trouble = self.is(at, &["no", "zero"]).then(|| self.trouble(at + 1, 2)).flatten();
        if let Some(end) = trouble.filter(|_| at > self.first) {
            return Some(end + 1);
        }
        let loses = at > self.first
            && self.tokens[at - 1].is_any(&["lose", "loses", "lost", "drops", "miss", "misses"]);
        (loses && self.is(at, &["none", "nothing", "no"])).then_some(at + 1)
    }

    /// `since`, `since March`, `since 2024`, `ever since`, `again`.
    pub(crate) fn lasts(&self, at: usize) -> bool {
        let next = self.get(at + 1);
        self.ends(at + 1)
            || self.is(at, &["ever", "since"])
                && next.is_some_and(|next| {
                    next.kind == Kind::Number
                        || next.is_any(&["since", "then", "last", "launch", "that"])
                        || next.text.starts_with(char::is_uppercase)
                })
    }
}
