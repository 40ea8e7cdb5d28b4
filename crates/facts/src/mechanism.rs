//! The sixth step: how it was done.
//!
//! `by replacing a per-row lookup with a batched cache` is a mechanism, `by using modern
//! techniques` is not: a mechanism names a concept, a product or a particular thing.

use std::ops::Range;

use roles::{Act, RolePack, Strength, Word, WordList};

use crate::change::Change;
use crate::clause::ends_sentence;
use crate::concept::ConceptUse;
use crate::lex::{Kind, Token};
use crate::mark::Marks;
use crate::object::{Object, Specificity, object};
use crate::phrase::Nouns;
use crate::verb::{Position, VerbUse};

/// A clause that says how.
#[derive(Clone, Debug, PartialEq)]
pub struct Mechanism {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// It names something that a reader could check.
    pub concrete: bool,
    /// It only names what was used (`with a bloom filter`): that says how only beside an outcome.
    pub loose: bool,
}

/// Words that open a mechanism.
const OPENERS: WordList<8> =
    WordList::new(["by", "via", "through", "using", "with", "behind", "thanks", "once"]);

/// Verbs that lead people or things through something: `walked juniors through the design`.
const PASSAGES: WordList<11> = WordList::new([
    "walked", "went", "guided", "led", "took", "talked", "coached", "ran", "passed", "got", "saw",
]);

/// Participles before `by` that name who or what did it.
const BLAMES: WordList<9> = WordList::new([
    "caused", "triggered", "reported", "requested", "used", "adopted", "owned", "required", "run",
]);

/// Verbs whose gerund after a comma tells the result rather than the means: `, enabling refunds`.
const RESULTS: [&str; 21] = [
    "enable", "deliver", "reach", "hit", "hold", "sustain", "expose", "produce", "generate",
    "ship", "launch", "release", "establish", "deploy", "design", "develop", "build", "implement",
    "create", "accelerate", "speed up",
];

/// Nouns in `-ing` that things are sorted by or delivered by.
const NOUNS: WordList<7> =
    WordList::new(["morning", "evening", "string", "billing", "pricing", "ranking", "spring"]);

/// Words after a comma that begin something else than how.
const ENDS: WordList<14> = WordList::new([
    "so", "which", "while", "cutting", "reducing", "saving", "raising", "dropping", "bringing",
    "and", "with", "down", "up", "from",
]);

/// Longest bracket that belongs to a mechanism: `an index on (court_id, slot)`.
const BRACKET: usize = 8;

/// Most words of an item of a list.
const ITEM: usize = 4;

/// Most tokens of one mechanism, several times what a line holds.
pub(crate) const LONGEST: usize = 60;

/// What mechanisms are read from.
pub(crate) struct Source<'a> {
    pub(crate) nouns: &'a Nouns<'a>,
    pub(crate) words: &'a [Word],
    pub(crate) verbs: &'a [VerbUse],
    pub(crate) concepts: &'a [ConceptUse],
    pub(crate) changes: &'a [Change],
    /// Byte ranges of outcomes in words.
    pub(crate) outcomes: &'a [Range<usize>],
    pub(crate) pack: &'a RolePack,
}

/// All mechanism clauses of a text.
pub(crate) fn mechanisms(source: &Source<'_>) -> Vec<Mechanism> {
    let tokens = source.nouns.tokens;
    let mut found = Vec::new();
    let (mut at, mut sentence) = (0, 0);
    while at < tokens.len() {
        let mechanism = source
            .cause_at(at, sentence)
            .or_else(|| source.contrast_at(at))
            .or_else(|| source.design_at(at))
            .or_else(|| source.mechanism_at(at));
        let next = match mechanism {
            Some((mechanism, end)) => {
                found.push(mechanism);
                end.max(at + 1)
            }
            None => at + 1,
        };
        if let Some(end) = (at..next).rfind(|&at| ends_sentence(tokens, at)) {
            sentence = end + 1;
        }
        at = next;
    }
    found
}

impl Source<'_> {
    /// The mechanism that begins at token `at`, and the token after it.
    fn mechanism_at(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let token = &tokens[at];
        let first = self.opened_by(at)?;
        let gerund = gerund(tokens, first);
        let end = self.clause_end(first);
        (end > first).then_some(())?;
        let range = token.start..tokens[end - 1].end;
        let names_concept = self.names_concept(&range);
        // `by moving sessions to Redis` says how; `using Docker and Kubernetes` says with what.
        let names_product =
            gerund.is_some() && tokens[first..end].iter().any(|token| token.marks.has(Marks::NAME));
        let only_products = tokens[first..end].iter().all(|token| {
            token.kind != Kind::Word
                || token.marks.has(Marks::NAME)
                || token.is_any(&["and", "or", "the", "a", "for"])
        });
        let thing = object(self.nouns, gerund.map_or(first, |at| at + 1).min(end)..end);
        let particular = matches!(thing, Some(Object { specificity: Specificity::Specific, .. }))
            && !gerund.is_some_and(|at| self.hides_work(tokens[at].start));
        // `with` joins anything, and `by vehicle` says which way something is cut: they say how
        // only when they name a technique.
        let passive = token.is_word("by") && gerund.is_none() && self.is_passive(at);
        let remedy = token.is_word("by") && gerund.is_none() && self.is_remedy(at, first..end);
        let who = tokens[end - 1].lower.ends_with("ists")
            || ["ants", "ians", "ees"].iter().any(|tail| tokens[end - 1].lower.ends_with(tail));
        let passive = passive && !who || remedy;
        let joins = (token.is_any(&["with", "behind", "once"]) && !self.is_exchange(at))
            || (token.is_word("by") && gerund.is_none() && !passive);
        // `through caching, load balancing and cloud technologies` lists what there was.
        let single = gerund.is_none_or(|at| tokens.get(at + 1).is_some_and(|t| t.is_symbol(',')));
        let lists =
            !token.is_any(&["by", "behind", "once"]) && single && self.is_enumeration(first);
        let concrete =
            !lists && (names_concept || names_product || (particular && !joins && !only_products));
        if (joins || passive) && !concrete {
            return None;
        }
        let vague = !names_concept
            && !self.pack.lists.vague_mechanisms.find(self.words_in(&range)).is_empty();
        // `by caching fares` is an act, `with caching and sharding` a list of parts.
        let using = gerund.is_some_and(|at| {
            tokens[at].is_any(&["using", "utilizing", "leveraging", "employing", "applying"])
        });
        let with = token.is_any(&["with", "behind", "using"]) || using;
        // `through a comparator instead of sampling all night` is a choice.
        let chosen = concrete
            && (first + 1..end).any(|at| {
                tokens[at].is_any(&["instead", "rather"])
                    && tokens.get(at + 1).is_some_and(|next| next.is_any(&["of", "than"]))
            });
        let loose = !passive && !chosen && (gerund.is_none() || with);
        Some((Mechanism { range, concrete: concrete && !vague, loose }, end))
    }

    /// The first token of what is said, when token `at` opens a mechanism.
    fn opened_by(&self, at: usize) -> Option<usize> {
        let tokens = self.nouns.tokens;
        let token = &tokens[at];
        if self.is_means(at) {
            return Some(at);
        }
        let first = at + 1;
        // `exactly-once pipelines`
        if token.glued && at > 0 && tokens[at - 1].is_symbol('-') {
            return None;
        }
        if token.is_word("by") && is_amount(tokens, first) {
            return None;
        }
        if token.is_word("after") {
            let does = tokens.get(first)?.marks.has(Marks::VERB_FORM)
                && gerund(tokens, first) == Some(first)
                && !self.hides_work(tokens[first].start);
            return does.then_some(first);
        }
        let passage = token.is_word("through")
            && tokens[at.saturating_sub(4)..at].iter().any(|token| token.is_any(&PASSAGES));
        // `land once even when it is retried`: how often.
        let often = token.is_word("once")
            && tokens.get(first).is_some_and(|next| {
                next.is_any(&[
                    "even", "a", "an", "per", "every", "each", "for", "and", "in", "more",
                ])
            });
        if often {
            return None;
        }
        // `ghost arrivals caused by modems` names the cause of the trouble, not of the remedy.
        let blamed = at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&BLAMES));
        (token.is_any(&OPENERS) && !passage && !blamed && !self.nouns.is_covered(first))
            .then_some(first)
    }

    /// `removed the lock convoy by per-destination queues`, `replaced the client by a pool`: a thing one
    /// can build, after a verb that mends or replaces. `Sorted parcels by depot` says in what order.
    fn is_remedy(&self, by: usize, said: Range<usize>) -> bool {
        let tokens = self.nouns.tokens;
        let next = self.verbs.partition_point(|verb| verb.range.end <= tokens[by].start);
        let mends =
            next.checked_sub(1).map(|last| self.verbs[last].entry(self.pack)).is_some_and(|verb| {
                verb.act == Act::Repair
                    || verb.direction.is_some()
                    || matches!(verb.lemma.as_str(), "replace" | "swap" | "speed up" | "accelerate")
            });
        mends && tokens[said].iter().any(|token| token.marks.has(Marks::HEAD))
    }

    /// Three or more short items parted by commas and `and` begin at a token.
    fn is_enumeration(&self, first: usize) -> bool {
        let tokens = self.nouns.tokens;
        let (mut items, mut length) = (1, 0);
        for (at, token) in tokens.iter().enumerate().skip(first).take(LONGEST) {
            if token.is_symbol(',') || token.is_any(&["and", "or"]) {
                // `, and` parts once.
                items += usize::from(length > 0);
                length = 0;
            } else if token.ends_phrase() || self.goes_on(at) || length == ITEM {
                break;
            } else if token.kind == Kind::Word {
                if token.is_any(&["that", "which", "so", "for", "to", "with", "of", "on", "in"]) {
                    break;
                }
                length += 1;
            }
        }
        items - usize::from(length == 0) >= 3
    }

    /// `Replaced nearest-car dispatch with a lookahead`: what took the place of the old way.
    fn is_exchange(&self, with: usize) -> bool {
        let tokens = self.nouns.tokens;
        let next = self.verbs.partition_point(|verb| verb.range.end <= tokens[with].start);
        tokens[with].is_word("with")
            && next.checked_sub(1).map(|last| &self.verbs[last]).is_some_and(|verb| {
                matches!(verb.entry(self.pack).lemma.as_str(), "replace" | "swap" | "substitute")
            })
    }

    /// `storms are absorbed by …`: how a thing now works, told of the thing.
    fn is_passive(&self, by: usize) -> bool {
        let tokens = self.nouns.tokens;
        let before = &tokens[by.saturating_sub(5)..by];
        let done = |token: &Token<'_>| {
            token.lower.len() > 4 && token.lower.ends_with("ed") && !token.is_any(&BLAMES)
        };
        let now = before.iter().position(|token| token.is_any(&["is", "are"]));
        now.is_some_and(|now| before[now..].iter().any(done))
    }

    /// `, replacing the nightly join`: a gerund after a comma that tells what was done.
    fn is_means(&self, at: usize) -> bool {
        let tokens = self.nouns.tokens;
        let parted = at.checked_sub(1).is_some_and(|before| {
            let before = &tokens[before];
            before.is_symbol(',')
                || before.is_symbol(';')
                || (before.is_symbol('-') && before.ends_phrase())
        });
        // `replication, partitioning and exactly-once semantics`: an item of a list.
        let acts_on = tokens.get(at + 1).is_some_and(|next| {
            next.kind == Kind::Number
                || next.kind == Kind::Word
                    && !next.is_any(&["and", "or", "with", "in", "on", "at", "for"])
        });
        if !parted || !acts_on || !tokens[at].lower.ends_with("ing") {
            return false;
        }
        let next = self.verbs.partition_point(|verb| verb.range.start < tokens[at].start);
        self.verbs.get(next).is_some_and(|verb| {
            let entry = verb.entry(self.pack);
            verb.range.start == tokens[at].start
                && verb.position == Position::Gerund
                && entry.strength == Strength::Strong
                && entry.direction.is_none()
                && matches!(entry.act, Act::Create | Act::Change | Act::Migrate)
                && !RESULTS.contains(&entry.lemma.as_str())
        })
    }

    pub(crate) fn names_concept(&self, range: &Range<usize>) -> bool {
        let next = self.concepts.partition_point(|found| found.range.start < range.start);
        self.concepts.get(next).is_some_and(|found| found.range.end <= range.end)
    }

    /// The words inside a range of bytes.
    pub(crate) fn words_in(&self, range: &Range<usize>) -> &[Word] {
        let first = self.words.partition_point(|word| word.start < range.start);
        let last = self.words.partition_point(|word| word.start < range.end);
        &self.words[first..last.max(first)]
    }

    /// The gerund at a byte is of a verb that hides the work: `by collaborating with …`.
    fn hides_work(&self, byte: usize) -> bool {
        let at = self.words.partition_point(|word| word.start < byte);
        self.pack.verb_forms.match_at(self.words, at).is_some_and(|found| {
            matches!(self.pack.verbs[found.value].strength, Strength::Weak | Strength::Inflated)
        })
    }

    /// A verb of a further claim or of a result begins at a token.
    fn goes_on(&self, at: usize) -> bool {
        let Some(token) = self.nouns.tokens.get(at) else { return false };
        let next = self.verbs.partition_point(|verb| verb.range.start < token.start);
        self.verbs.get(next).is_some_and(|verb| {
            verb.range.start == token.start && verb.position != Position::Gerund
        })
    }

    /// The token after the clause that begins at `start`.
    pub(crate) fn clause_end(&self, start: usize) -> usize {
        let tokens = self.nouns.tokens;
        let mut at = start;
        while let Some(token) = tokens.get(at).filter(|_| at - start < LONGEST) {
            if let Some(end) = bracket_end(tokens, at) {
                at = end;
                continue;
            }
            let next = tokens.get(at + 1);
            let ends = match token.kind {
                Kind::Symbol('-') => !token.glued,
                Kind::Symbol(';' | '(' | ')' | '→' | ':') => true,
                Kind::Symbol('.') => next.is_none_or(|next| !next.glued),
                Kind::Symbol(',') => {
                    next.is_none_or(|next| {
                        next.is_any(&ENDS)
                            || next.lower.ends_with("ed")
                            || next.kind == Kind::Number && self.nouns.is_covered(at + 1)
                    }) || self.goes_on(at + 1)
                }
                Kind::Word if token.is_any(&["and", "then", "but"]) => {
                    // `… and stops the rollout`: the sentence goes on after the mechanism.
                    let present = next.is_some_and(|next| {
                        next.marks.has(Marks::VERB_FORM) && next.lower.ends_with('s')
                    }) && tokens.get(at + 2).is_some_and(|after| {
                        after.is_any(&["a", "an", "the", "its", "their", "every", "all"])
                    });
                    present || self.goes_on(at + 1)
                }
                Kind::Word => {
                    let compound = next.is_some_and(|next| next.is_symbol('-') && next.glued);
                    at > start && !compound && token.is_any(&["which", "so", "while", "cutting"])
                }
                _ => false,
            };
            if ends {
                break;
            }
            at += 1;
        }
        at
    }
}

/// `by a factor of twenty`, `by a third`, `by half`: how much rather than how.
fn is_amount(tokens: &[Token<'_>], first: usize) -> bool {
    let article =
        usize::from(tokens.get(first).is_some_and(|t| t.is_any(&["a", "an", "one", "two"])));
    tokens.get(first + article).is_some_and(|token| {
        token.is_any(&[
            "factor", "third", "thirds", "quarter", "half", "order", "orders", "fifth", "tenth",
        ])
    })
}

/// The gerund that opens a mechanism, after at most one word: `caching`, `lazy loading`.
pub(crate) fn gerund(tokens: &[Token<'_>], first: usize) -> Option<usize> {
    let is_gerund = |at: &usize| {
        tokens.get(*at).is_some_and(|token| {
            token.kind == Kind::Word
                && token.lower.len() > 4
                && token.lower.ends_with("ing")
                && !token.is_any(&NOUNS)
        })
    };
    let article =
        tokens.get(first).is_some_and(|token| token.is_any(&["a", "an", "the", "our", "to"]));
    let last = if article { first } else { first + 1 };
    (first..=last).find(is_gerund)
}

/// The token after a short bracket without numbers that begins at `at`.
fn bracket_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    tokens[at].is_symbol('(').then_some(())?;
    let inside = tokens.get(at + 1..)?.iter().take(BRACKET);
    let length = inside.clone().position(|token| token.is_symbol(')'))?;
    let plain = inside
        .take(length)
        .all(|token| token.kind != Kind::Number && !token.is_symbol('→') && !token.is_symbol('('));
    plain.then_some(at + length + 2)
}
