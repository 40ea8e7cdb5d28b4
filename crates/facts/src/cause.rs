//! Mechanisms told as causes and contrasts: `because names are matched against a trie`, `rather than a
//! table lock`.

use roles::WordList;

use crate::clause::finite_verb;
use crate::lex::Kind;
use crate::mark::Marks;
use crate::mechanism::{LONGEST, Mechanism, Source, gerund};
use crate::object::{Object, Specificity, object};

/// Conjunctions that open a clause about the cause.
const CAUSES: [&str; 4] = ["because", "since", "once", "after"];

/// Words that make a sentence one about the past, and what it explains a trouble.
const PAST: WordList<8> =
    WordList::new(["was", "were", "used", "could", "had", "would", "didn't", "never"]);

/// Words by which a sentence tells how things are now.
const PRESENT: WordList<10> =
    WordList::new(["now", "is", "are", "has", "have", "no", "cannot", "longer", "never", "nobody"]);

impl Source<'_> {
    /// `because names are matched against a trie`, `after readings were smoothed`: a clause with a
    /// verb of its own that tells why things are as the sentence says. `sentence` is its first token.
    pub(crate) fn cause_at(&self, at: usize, sentence: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let token = &tokens[at];
        (at > sentence).then_some(())?;
        let byte = tokens[sentence].start;
        let ended = self.outcomes.partition_point(|outcome| outcome.start < byte);
        let ended = self.outcomes.get(ended).is_some_and(|outcome| outcome.end <= token.start);
        // `kept in step, as rollups are stored beside the rows`; `disappeared when …`
        let opens = token.is_any(&CAUSES)
            || token.is_word("as") && tokens[at - 1].is_symbol(',')
            || token.is_word("when") && ended;
        // `three stops since spring were noticed`: a date.
        let date = token.is_word("since")
            && tokens.get(at + 1).is_some_and(|next| {
                next.is_any(&["spring", "autumn", "fall", "summer", "winter", "then", "launch"])
            });
        (opens && !date).then_some(())?;
        let first = at + 1;
        let finite = finite_verb(tokens, first)?;
        let before = &tokens[sentence.max(at.saturating_sub(LONGEST))..at];
        let next = self.changes.partition_point(|change| change.range.start < byte);
        let changed = self.changes.get(next).is_some_and(|change| change.range.start < token.start);
        let trouble = before.iter().any(|token| token.is_any(&PAST));
        let present = before.iter().any(|token| token.is_any(&PRESENT))
            || finite_verb(tokens, sentence)
                .is_some_and(|verb| verb < at && !tokens[verb].lower.ends_with("ed"));
        let explains = changed || ended || present && !trouble;
        // `Rose when traffic doubled` is nobody's work; `since March` is a date.
        explains.then_some(())?;
        let end = self.clause_end(first);
        let range = token.start..tokens[end - 1].end;
        let subject = object(self.nouns, first..finite);
        let rest = object(self.nouns, finite + 1..end.max(finite + 1));
        let particular = [subject, rest]
            .iter()
            .flatten()
            .any(|object| object.specificity == Specificity::Specific);
        let vague = !self.pack.lists.vague_mechanisms.find(self.words_in(&range)).is_empty();
        let concrete = self.names_concept(&range) || particular && !vague;
        concrete.then_some((Mechanism { range, concrete, loose: false }, end))
    }

    /// `rather than a table lock`, `instead of cloning the world`: what was done away with.
    pub(crate) fn contrast_at(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let pair = (&tokens[at], tokens.get(at + 1)?);
        let contrasts = pair.0.is_word("rather") && pair.1.is_word("than")
            || pair.0.is_word("instead") && pair.1.is_word("of")
            || pair.0.is_word("place") && pair.1.is_word("of");
        let first = at + 2;
        // `30 s rather than at midnight` compares times.
        let times = at > 0 && self.nouns.is_covered(at - 1)
            || tokens.get(first).is_some_and(|t| t.is_any(&["at", "on", "by", "in", "all"]));
        (contrasts && !times && first < tokens.len() && !self.nouns.is_covered(first))
            .then_some(())?;
        let end = self.clause_end(first);
        (end > first && tokens[first].kind == Kind::Word).then_some(())?;
        let range = pair.0.start..tokens[end - 1].end;
        let thing =
            object(self.nouns, gerund(tokens, first).map_or(first, |at| at + 1).min(end)..end);
        let only_products = tokens[first..end].iter().all(|token| token.marks.has(Marks::NAME));
        let concrete = !only_products
            && (self.names_concept(&range)
                || matches!(thing, Some(Object { specificity: Specificity::Specific, .. })));
        concrete.then_some((Mechanism { range, concrete, loose: false }, end))
    }
}
