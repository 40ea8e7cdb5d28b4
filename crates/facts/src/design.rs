//! Design choices told by their shape, whatever they are called: `from a polling task to the
//! interrupt`, `in front of the resampling step`, `by sky cell instead of by night`, `as a constraint
//! model`.

use std::ops::Range;

use roles::{Act, Strength, WordList};

use crate::lex::Kind;
use crate::mark::Marks;
use crate::mechanism::{Mechanism, Source};
use crate::object::{Specificity, object};
use crate::verb::{Position, VerbUse};

/// Verbs that put a thing somewhere else.
const MOVES: WordList<10> = WordList::new([
    "move", "switch", "shift", "port", "convert", "change", "turn", "put", "place", "pull",
]);

/// What `as a` tells beside designs: an occasion, a part in something, a consequence.
const NO_DESIGNS: WordList<26> = WordList::new([
    "project", "hobby", "thesis", "exercise", "result", "consequence", "part", "member", "lead",
    "proof", "pilot", "alternative", "whole", "prototype", "volunteer", "freelancer", "basis",
    "team", "engineer", "developer", "contractor", "service", "solution", "goal", "priority",
    "product",
]);

/// Words in which the noun after `as a` stands.
const ITEM: usize = 4;

/// Most tokens of one side of a choice.
const SIDE: usize = 10;

impl Source<'_> {
    /// The design choice told from token `at` on, and the token after it.
    pub(crate) fn design_at(&self, at: usize) -> Option<(Mechanism, usize)> {
        let token = &self.nouns.tokens[at];
        if token.kind != Kind::Word {
            return None;
        }
        match &*token.lower {
            "from" => self.moved(at).or_else(|| self.derived(at)),
            "each" | "every" => self.given(at),
            "out" => self.taken_out(at),
            "in" | "ahead" | "next" => self.placed(at),
            "by" => self.cut_by(at),
            "as" => self.modeled(at),
            _ => None,
        }
    }

    /// The act that token `at` belongs to: the last verb before it, when it opens a claim.
    fn act_before(&self, at: usize) -> Option<&VerbUse> {
        let byte = self.nouns.tokens[at].start;
        let next = self.verbs.partition_point(|verb| verb.range.end <= byte);
        let verb = &self.verbs[next.checked_sub(1)?];
        let first = self.nouns.tokens.partition_point(|token| token.start < verb.range.end);
        let apart = self.nouns.tokens[first..at]
            .iter()
            .any(|token| token.ends_phrase() && !token.is_symbol('(') && !token.is_symbol(')'));
        (matches!(verb.position, Position::Opening | Position::Clause | Position::Gerund) && !apart)
            .then_some(verb)
    }

    fn moves(&self, at: usize) -> bool {
        self.act_before(at)
            .is_some_and(|verb| roles::is_one_of(&verb.entry(self.pack).lemma, &MOVES))
    }

    /// A particular thing stands in `span`, and not only names of products.
    fn is_particular(&self, span: Range<usize>) -> bool {
        let tokens = self.nouns.tokens;
        let products = span.clone().all(|at| {
            tokens[at].kind != Kind::Word
                || tokens[at].marks.has(Marks::NAME)
                || tokens[at].is_any(&["a", "an", "the"])
        });
        !products
            && !span.clone().any(|at| self.nouns.is_covered(at) || tokens[at].kind == Kind::Number)
            && object(self.nouns, span)
                .is_some_and(|thing| thing.specificity == Specificity::Specific)
    }

    fn told(&self, at: usize, end: usize, loose: bool) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let range = tokens[at].start..tokens[end.checked_sub(1)?].end;
        let vague = !self.pack.lists.vague_mechanisms.find(self.words_in(&range)).is_empty();
        (!vague).then_some((Mechanism { range, concrete: true, loose }, end))
    }

    /// `from a polling task to the ADC interrupt`.
    fn moved(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let limit = tokens.len().min(at + SIDE);
        let to = (at + 2..limit)
            .take_while(|&at| !tokens[at].ends_phrase())
            .find(|&at| tokens[at].is_any(&["to", "into", "onto"]))?;
        // `Moved from one city to another`: nothing was moved but the author.
        let object = self.act_before(at).is_some_and(|verb| verb.range.end + 1 < tokens[at].start);
        (object && self.moves(at)).then_some(())?;
        let end = self.clause_end(to + 1);
        let sides = self.is_particular(at + 1..to) && self.is_particular(to + 1..end);
        sides.then(|| self.told(at, end, false)).flatten()
    }

    /// `derived the stock from the entries`: out of what a thing is made.
    fn derived(&self, at: usize) -> Option<(Mechanism, usize)> {
        self.acts(at, &["derive", "compute", "rebuild", "calculate"]).then_some(())?;
        let end = self.clause_end(at + 1);
        self.is_particular(at + 1..end.max(at + 1)).then(|| self.told(at, end, true)).flatten()
    }

    /// `Gave each bid the auctioneer's sequence number`: what every one of them got.
    fn given(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let adjoins =
            self.act_before(at).is_some_and(|verb| verb.range.end + 1 == tokens[at].start);
        (adjoins && self.acts(at, &["give", "assign", "grant", "issue", "hand"])).then_some(())?;
        let limit = tokens.len().min(at + SIDE / 2);
        let gift = (at + 2..limit)
            .take_while(|&at| !tokens[at].ends_phrase())
            .find(|&at| tokens[at].is_any(&["a", "an", "the", "its", "their", "one"]))?;
        let end = self.clause_end(gift + 1);
        let thing = self.is_particular(gift + 1..end.max(gift + 1));
        thing.then(|| self.told(gift, end, false)).flatten()
    }

    /// `Took the donor reminder out of the monolith`: what a thing was taken apart from.
    fn taken_out(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        tokens.get(at + 1)?.is_word("of").then_some(())?;
        let object = self.act_before(at).is_some_and(|verb| verb.range.end + 1 < tokens[at].start);
        let parts = ["take", "move", "split", "lift", "pull", "extract", "factor", "carve"];
        (object && self.acts(at, &parts)).then_some(())?;
        let end = self.clause_end(at + 2);
        // `out of the monolith`, but not `out of 40 lines`
        let thing = tokens[at + 2..end.max(at + 2)].iter().any(|token| {
            token.marks.has(Marks::HEAD) || token.is_any(&["monolith", "transaction", "loop"])
        });
        thing.then(|| self.told(at, end, false)).flatten()
    }

    fn acts(&self, at: usize, lemmas: &[&str]) -> bool {
        self.act_before(at)
            .is_some_and(|verb| lemmas.contains(&verb.entry(self.pack).lemma.as_str()))
    }

    /// `in front of the resampling step`, `ahead of the fraud check`.
    fn placed(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is_word(word));
        let first = match &*tokens[at].lower {
            "in" if is(at + 1, "front") && is(at + 2, "of") => at + 3,
            "ahead" if is(at + 1, "of") => at + 2,
            "next" if is(at + 1, "to") => at + 2,
            _ => return None,
        };
        self.moves(at).then_some(())?;
        let end = self.clause_end(first);
        self.is_particular(first..end.max(first)).then(|| self.told(at, end, false)).flatten()
    }

    /// `by sky cell instead of by night`: along what things are cut, set against another way.
    fn cut_by(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let is =
            |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(words));
        let limit = tokens.len().min(at + SIDE);
        let contrast = (at + 2..limit).take_while(|&at| !tokens[at].ends_phrase()).find(|&at| {
            is(at, &["instead", "rather", "and"])
                && is(at + 1, &["of", "than", "not"])
                && is(at + 2, &["by"])
        })?;
        let plain = (at + 1..contrast)
            .all(|at| !self.nouns.is_covered(at) && tokens[at].kind != Kind::Number);
        let acts = self.act_before(at).is_none_or(|verb| {
            let verb = verb.entry(self.pack);
            verb.strength != Strength::Weak && verb.act != Act::Attend
        });
        let end = self.clause_end(contrast + 3);
        (plain && acts && end > contrast + 3).then(|| self.told(at, end, false)).flatten()
    }

    /// `Rewrote the conflict check as an interval tree`: what a thing was made into.
    fn modeled(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let article = tokens.get(at + 1)?.is_any(&["a", "an", "one", "two"]);
        let known = at > 0 && !tokens[at - 1].is_any(&["such", "well", "known", "used", "work"]);
        let makes = || {
            let unknown = at <= SIDE
                && self.verbs.first().is_none_or(|verb| verb.range.start > tokens[at].start);
            unknown
                || self.act_before(at).is_some_and(|verb| {
                    let verb = verb.entry(self.pack);
                    verb.strength == Strength::Strong
                        && matches!(verb.act, Act::Create | Act::Change | Act::Migrate | Act::Own)
                })
        };
        let keeps = || self.acts(at, &["record", "store", "keep", "treat", "represent", "model"]);
        (article && known && (makes() || keeps())).then_some(())?;
        let end = self.clause_end(at + 2);
        let thing = object(self.nouns, at + 2..end.max(at + 2))?;
        let specific = thing.specificity == Specificity::Specific;
        let role = tokens[at + 2..end].iter().take(ITEM).any(|token| token.is_any(&NO_DESIGNS));
        let specific = specific && !role;
        let products = (at + 2..end).all(|at| tokens[at].marks.has(Marks::NAME));
        (specific && !products).then(|| self.told(at, end, true)).flatten()
    }
}
