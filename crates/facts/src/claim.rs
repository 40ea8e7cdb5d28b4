//! The last step: a text as claims, each with its verb, object and the facts inside it.

use std::ops::Range;

use roles::{Act, RolePack, Strength, Word, WordList};

use crate::clause::{finite_verb, sentences};
use crate::lex::Kind;
use crate::mark::Marks;
use crate::object::{Object, Specificity, object};
use crate::phrase::Nouns;
use crate::verb::{Position, VerbUse, is_irregular_past};

/// One claim of a text: a verb, what it acts on, and where it ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// Its verb; `None` for a line that opens with a noun (`Two merged patches to …`).
    pub verb: Option<VerbUse>,
    /// What it acts on.
    pub object: Option<Object>,
    /// It lists techniques instead of saying what was done with them.
    pub is_list: bool,
    /// It names a duty, a presence or a skill: `Duties included …`, `Experienced in …`.
    pub is_duty: bool,
}

impl Claim {
    /// A claim that can carry credit: a verb that names work, on a particular thing.
    pub fn is_substantial(&self, pack: &RolePack) -> bool {
        let verb = self.verb.as_ref().map(|verb| verb.entry(pack));
        let names_work = verb.is_none_or(|verb| {
            matches!(verb.strength, Strength::Strong | Strength::Neutral | Strength::Inflated)
                && verb.act != Act::Attend
        });
        let particular =
            self.object.as_ref().is_some_and(|object| object.specificity == Specificity::Specific);
        names_work && particular && !self.is_list && !self.is_duty
    }
}

/// What claims are read from.
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: &'a [Word],
    pub(crate) nouns: &'a Nouns<'a>,
    pub(crate) verbs: &'a [VerbUse],
    pub(crate) pack: &'a RolePack,
}

/// Splits a text into claims. Every byte of the text belongs to exactly one claim, in order.
///
/// `terms` are byte ranges of techniques and products by their beginnings, `things` the particular
/// things named anywhere.
pub(crate) fn claims(source: &Source<'_>, terms: &[Range<usize>], things: &[Object]) -> Vec<Claim> {
    let &Source { text, nouns, verbs, pack, .. } = source;
    let opens_with_duty = opens_with_duty(source);
    let reader = Reader { nouns, verbs, things };
    let mut heads = verbs
        .iter()
        .filter(|verb| matches!(verb.position, Position::Opening | Position::Clause))
        .peekable();
    let mut starts: Vec<(usize, Option<&VerbUse>)> = Vec::new();
    if heads.peek().is_none_or(|verb| verb.position == Position::Clause) {
        starts.push((0, None));
    }
    starts.extend(heads.map(|verb| {
        (if verb.position == Position::Opening { 0 } else { verb.range.start }, Some(verb))
    }));
    reader.sentences(&mut starts);
    starts.sort_by_key(|(start, verb)| (*start, verb.is_none()));
    starts.dedup_by_key(|(start, _)| *start);
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let many_items = has_many_items(text);
    let mut claims = Vec::with_capacity(starts.len());
    for (&(start, verb), end) in starts.iter().zip(ends) {
        let (verb, object) = match verb {
            Some(verb) => (Some(verb.clone()), reader.acted_on(verb, end)),
            None => reader.subject(start..end),
        };
        let is_list = many_items
            || has_term_run(text, start..end, terms)
            || verb.as_ref().is_some_and(|verb| acts_on_terms(text, verb, end, terms, pack));
        let is_duty = opens_with_duty && start == 0;
        claims.push(Claim { range: start..end, verb, object, is_list, is_duty });
    }
    claims
}

/// True for `Responsible for …`, `Duties included …`: no verb, and a phrase that hides the part of
/// its author.
fn opens_with_duty(source: &Source<'_>) -> bool {
    let words = source.words;
    let passed = |word: &&Word| {
        word.norm.len() > 4 && word.norm.ends_with("ly")
            || matches!(&*word.norm, "i" | "was" | "am")
    };
    let first = words.iter().take(3).take_while(passed).count();
    let opening = words.get(first).map_or(0, |word| word.end);
    let acts = source.verbs.first().is_some_and(|verb| verb.range.start < opening);
    // `member of`, but not `was able to`, which a verb follows.
    !acts && source.pack.lists.weak_openers.match_at(words, first).is_some()
}

/// Particulars of claims.
struct Reader<'a> {
    nouns: &'a Nouns<'a>,
    verbs: &'a [VerbUse],
    things: &'a [Object],
}

impl Reader<'_> {
    fn token_at(&self, byte: usize) -> usize {
        self.nouns.tokens.partition_point(|token| token.start < byte)
    }

    /// Verbs that begin inside a range of bytes.
    fn verbs_in(&self, range: Range<usize>) -> impl Iterator<Item = &VerbUse> {
        let first = self.verbs.partition_point(|verb| verb.range.start < range.start);
        self.verbs[first..].iter().take_while(move |verb| verb.range.start < range.end)
    }

    /// The object of a verb whose claim ends at byte `end`.
    fn acted_on(&self, verb: &VerbUse, end: usize) -> Option<Object> {
        let inner = self.verbs_in(verb.range.end..end).next();
        let last = self.token_at(end);
        let first = self.token_at(verb.range.end);
        let limit = inner.map_or(last, |inner| self.token_at(inner.range.start));
        let direct = object(self.nouns, first..limit.max(first));
        // `Saved $1.2M a year by moving cold segments`: the verb acts on a sum, the work was on
        // the segments.
        direct.or_else(|| {
            let inner = inner.filter(|inner| inner.position == Position::Gerund)?;
            let first = self.token_at(inner.range.end);
            object(self.nouns, first..last.max(first))
        })
    }

    /// For a claim without an opening verb. `Error rate of checkout fell …`: the noun before the
    /// first verb of change is what changed. `Two merged patches to sqlc`: a thing named in the
    /// line.
    fn subject(&self, range: Range<usize>) -> (Option<VerbUse>, Option<Object>) {
        let first = self.token_at(range.start);
        let changed = self.verbs_in(range.clone()).find(|verb| verb.position == Position::Result);
        let before = changed
            .and_then(|verb| object(self.nouns, first..self.token_at(verb.range.start).max(first)));
        let next = self.things.partition_point(|thing| thing.range.start < range.start);
        let thing = || self.things.get(next).filter(|thing| thing.range.end <= range.end).cloned();
        let verb = changed.filter(|_| before.is_some()).cloned();
        let last = self.token_at(range.end);
        let object = before
            .or_else(|| self.unknown_act(first, last))
            .or_else(|| self.sentence_subject(first, last))
            .or_else(thing);
        (verb, object)
    }

    /// `Late events no longer corrupt daily totals`: what a whole sentence is about. A row of words
    /// without a finite verb is no sentence and is about nothing.
    fn sentence_subject(&self, first: usize, last: usize) -> Option<Object> {
        let tokens = self.nouns.tokens;
        let about = |first: usize| {
            let finite = finite_verb(tokens, first).filter(|finite| *finite < last)?;
            Some(object(self.nouns, first..finite))
        };
        let particular = |object: &Object| object.specificity == Specificity::Specific;
        if tokens.get(first)?.is_any(&SUBORDINATES) {
            // `When the feed stops, wards now see …`: the clause in front sets the scene.
            let limit = last.min(first + SCENE);
            let comma = (first + 2..limit).find(|&at| tokens[at].is_symbol(','))?;
            let main = about(comma + 1)?;
            return about(first + 1).flatten().filter(particular).or(main).filter(particular);
        }
        about(first)?.filter(particular)
    }

    /// `Geo-replicated the session store`, `Wove two catalogs together`: a past form that no list of
    /// verbs knows opens the line, and a noun phrase follows.
    fn unknown_act(&self, first: usize, last: usize) -> Option<Object> {
        let tokens = &self.nouns.tokens[..last];
        (first == 0).then_some(())?;
        let joint = tokens.get(1).is_some_and(|token| token.glued && token.is_symbol('-'));
        let verb = tokens.get(2 * usize::from(joint))?;
        let start = 1 + 2 * usize::from(joint);
        let next = tokens.get(start)?;
        let article = next.is_any(&["a", "an", "the"]);
        let regular = verb.lower.len() > 4 && verb.lower.ends_with("ed");
        let past = verb.kind == Kind::Word
            && !verb.marks.has(Marks::NAME)
            && (regular || is_irregular_past(&verb.lower));
        let follows = next.kind == Kind::Number
            || next.kind == Kind::Word
                && !next.is_any(&AFTER_PARTICIPLE)
                && (article || !verb.marks.has(Marks::VERB_FORM));
        // `Failed deploys roll back`: a sentence about deploys.
        let sentence = regular && !article && finite_verb(self.nouns.tokens, 0).is_some();
        (past && follows && !sentence).then(|| object(self.nouns, start..last)).flatten()
    }

    /// Adds the sentences after the first that are about a particular thing and say so without a
    /// verb in front: `…; malformed messages now go to a quarantine`.
    fn sentences(&self, starts: &mut Vec<(usize, Option<&VerbUse>)>) {
        let tokens = self.nouns.tokens;
        for first in sentences(tokens).into_iter().skip(1) {
            let byte = tokens[first].start;
            let opened = self.verbs_in(byte..byte + 1).next().is_some();
            if !opened && self.sentence_subject(first, tokens.len()).is_some() {
                starts.push((byte, None));
            }
        }
    }
}

/// Words that open a clause in front of its sentence.
const SUBORDINATES: WordList<9> =
    WordList::new(["when", "whenever", "if", "once", "while", "after", "where", "until", "before"]);

/// Most tokens of such a clause.
const SCENE: usize = 20;

/// Words after a participle that is no verb of the author: `Used by three teams`.
const AFTER_PARTICIPLE: WordList<26> = WordList::new([
    "by", "in", "on", "at", "to", "for", "of", "with", "from", "and", "or", "as", "into",
    "through", "when", "after", "over", "under", "out", "was", "were", "is", "are", "has", "have",
    "had",
]);

/// Verbs that tell with what one worked.
const USES: [&str; 6] = ["use", "utilize", "employ", "apply", "leverage", "harness"];

/// Nouns for techniques in general, after a list of them.
const TECHNIQUES: WordList<14> = WordList::new([
    "patterns", "pattern", "technologies", "principles", "practices", "techniques", "paradigms",
    "architectures", "methodologies", "tools", "frameworks", "concepts", "approaches", "standards",
]);

/// `Implemented CQRS, event sourcing and saga patterns`, `Used Go, Redis and Kafka to …`: what the
/// verb acts on is a list of names.
fn acts_on_terms(
    text: &str,
    verb: &VerbUse,
    end: usize,
    terms: &[Range<usize>],
    pack: &RolePack,
) -> bool {
    let words =
        |gap: &str| gap.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
    let uses = roles::is_one_of(&verb.entry(pack).lemma, &USES);
    let first = terms.partition_point(|term| term.start < verb.range.end);
    let (mut count, mut last) = (0, verb.range.end);
    for term in terms[first..].iter().take_while(|term| term.end <= end) {
        if count > 0 && term.start < last {
            continue;
        }
        let gap = text.get(last..term.start).unwrap_or_default();
        let joined = count == 0 || gap.contains([',', '/', '&', '+']) || gap.trim() == "and";
        if words(gap) > usize::from(count == 0) + 1 || !joined {
            break;
        }
        count += 1;
        last = term.end;
    }
    let rest = text.get(last..end).unwrap_or_default();
    let next = rest.split_whitespace().next().unwrap_or_default();
    let named = roles::is_one_of(next.trim_end_matches([',', '.', ';']), &TECHNIQUES);
    count >= 4 || count >= 3 && (uses || named) || count >= 2 && named
}

/// Seven or more short items parted by commas: a list of names says nothing about what was done
/// with them.
///
/// Judged over the whole text: a verb form among the items (`caching`, `sharded`) starts no claim.
fn has_many_items(text: &str) -> bool {
    let short = |item: &&str| (1..=3).contains(&item.split_whitespace().count());
    text.split([',', '·', '|', '•']).filter(short).count() >= 7
}

/// Five or more technical terms in a row, parted by nothing but commas, slashes and `and`.
fn has_term_run(text: &str, range: Range<usize>, terms: &[Range<usize>]) -> bool {
    let mut run = 0;
    let mut last: Option<&Range<usize>> = None;
    let first = terms.partition_point(|term| term.start < range.start);
    for term in terms[first..].iter().take_while(|term| term.end <= range.end) {
        let gap = match last {
            // A concept may also be a skill: one term by two names.
            Some(last) if term.start < last.end => continue,
            Some(last) => text.get(last.end..term.start).unwrap_or_default(),
            None => "",
        };
        let words = || gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let joined =
            gap.contains([',', '/', '&', '·', '|', '+']) || words().any(|word| word == "and");
        let others = words().filter(|word| !matches!(*word, "and" | "or")).count();
        // `Kafka, Chronicle Queue, Redis`: an item that no list knows.
        let parts = gap.split(',').map(str::trim).filter(|part| !part.is_empty() && *part != "and");
        let unknown = gap.trim_start().starts_with(',')
            && (gap.trim_end().ends_with(',') || gap.trim_end().ends_with("and"))
            && parts.clone().count() == 1
            && others <= 3;
        run = match (joined && others <= 1, unknown) {
            (_, true) if others > 0 => run + 2,
            (true, _) => run + 1,
            _ => 1,
        };
        if run >= 5 {
            return true;
        }
        last = Some(term);
    }
    false
}
