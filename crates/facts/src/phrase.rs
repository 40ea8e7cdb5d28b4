//! Noun phrases, before anybody judges what they name.

use std::ops::Range;

use roles::WordList;
use smallvec::SmallVec;

use crate::lex::{Kind, Token};
use crate::mark::Marks;
use crate::quantity::Quantity;
use crate::unit::Dimension;

/// Properties of a thing rather than things: `p99 of checkout` is about checkout.
const ATTRIBUTES: WordList<55> = WordList::new([
    "latency", "latencies", "throughput", "time", "times", "rate", "rates", "uptime",
    "availability", "cost", "costs", "spend", "bill", "performance", "efficiency", "reliability",
    "scalability", "quality", "speed", "duration", "usage", "utilization", "memory", "cpu",
    "median", "p50", "p75", "p90", "p95", "p99", "p999", "response", "error", "errors", "load",
    "size", "volume", "number", "count", "amount", "productivity", "stability", "security",
    "coverage", "percentile", "mean", "use", "consumption", "footprint", "utilisation", "manner",
    "way", "ways", "basis", "fashion",
]);

/// Words that open or join a noun phrase without naming anything.
const FUNCTION_WORDS: WordList<68> = WordList::new([
    "down", "up", "out", "away", "end", "m", "a", "an", "the", "our", "its", "their", "this",
    "that", "these", "those", "all", "each", "every", "both", "my", "his", "her", "own", "of",
    "on", "for", "in", "behind", "across", "within", "at", "over", "per", "and", "or", "new",
    "team's", "company's", "with", "to", "into", "inside", "between", "among", "under", "half",
    "dozen", "hundred", "thousand", "million", "billion", "mio", "bn", "he", "she", "you", "them",
    "us", "me", "nobody", "none", "no", "longer", "ones", "earlier", "later", "ago",
]);

/// Prepositions after which the object goes on: `p99 of checkout`, `failover for the ledger`.
const JOINS: WordList<16> = WordList::new([
    "of", "on", "for", "in", "behind", "across", "to", "into", "with", "inside", "at", "between",
    "over", "under", "against", "around",
]);

/// Words that end the object for good.
const ENDS: WordList<54> = WordList::new([
    "together", "since", "rather", "than", "instead", "once", "unless", "if", "i", "we", "they",
    "it", "are", "has", "have", "had", "can", "cannot", "could", "will", "would", "now", "never",
    "took", "takes", "went", "fell", "does", "do", "did", "must", "may", "by", "from", "via",
    "using", "through", "so", "that", "which", "while", "after", "before", "without", "when",
    "where", "who", "as", "because", "until", "during", "was", "were", "is",
]);

/// True for a word after which nothing belongs to the object.
pub(crate) fn ends_object(token: &Token<'_>) -> bool {
    // `the CAN driver`
    token.is_any(&ENDS) && token.text != "CAN"
}

/// What a quantity makes of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Cover {
    /// No quantity covers it.
    #[default]
    None,
    /// Number, unit or period: it names nothing.
    Measure,
    /// A word of a counted noun: `incident` and `reviews` of `9 incident reviews`.
    Counted,
}

/// Tokens with what quantities make of them.
pub(crate) struct Nouns<'a> {
    pub(crate) tokens: &'a [Token<'a>],
    cover: Vec<Cover>,
}

/// Most spans hold no more than these.
type Phrases = SmallVec<[Phrase; 3]>;

/// One noun phrase.
pub(crate) struct Phrase {
    /// Tokens that may name something.
    pub(crate) content: SmallVec<[usize; 6]>,
    /// A product, code name or acronym is among them.
    pub(crate) named: bool,
    /// It counts things: `8 services`.
    pub(crate) counted: bool,
    /// The last modifier without information, which is the noun when none follows: `scalable
    /// microservices`.
    modifier: Option<usize>,
}

impl<'a> Nouns<'a> {
    /// Looks up which tokens `quantities` cover.
    pub(crate) fn new(tokens: &'a [Token<'a>], quantities: &[Quantity]) -> Self {
        let mut cover = vec![Cover::None; tokens.len()];
        for quantity in quantities {
            // `12M event/day` measures the noun after it.
            let counts = match quantity.dimension {
                Dimension::Count => true,
                Dimension::Rate => quantity.noun.as_deref().is_some_and(|noun| noun.ends_with('s')),
                _ => false,
            };
            let rate = quantity.dimension == Dimension::Rate;
            for at in quantity.tokens.clone() {
                let token = &tokens[at];
                let unit = || {
                    crate::unit::of_word(token).is_some() || crate::unit::period_of(token).is_some()
                };
                let measures = !counts || is_attribute(tokens, at) || rate && unit();
                cover[at] = if measures { Cover::Measure } else { Cover::Counted };
            }
        }
        Self { tokens, cover }
    }

    /// True when a quantity covers token `at`.
    pub(crate) fn is_covered(&self, at: usize) -> bool {
        self.cover.get(at).is_some_and(|cover| *cover != Cover::None)
    }

    /// The noun phrases of tokens `span`, up to a word or sign that ends an object.
    pub(crate) fn phrases(&self, span: Range<usize>) -> Phrases {
        let tokens = self.tokens;
        let empty =
            || Phrase { content: SmallVec::new(), named: false, counted: false, modifier: None };
        let mut phrases = Phrases::new();
        let mut current = empty();
        for at in span {
            let token = &tokens[at];
            match token.kind {
                // `clean, maintainable code`
                Kind::Symbol(',') if current.content.is_empty() && current.modifier.is_some() => {
                    continue;
                }
                // `a revolutionary, event-driven engine`: the noun is still to come.
                Kind::Symbol(',') if describes(tokens, &current.content, at) => {
                    current.content.clear();
                    continue;
                }
                Kind::Symbol(_) if token.ends_phrase() => {
                    push(&mut phrases, std::mem::replace(&mut current, empty()), tokens);
                    if !token.is_symbol('(') {
                        return phrases;
                    }
                    continue;
                }
                Kind::Symbol(_) | Kind::Number => continue,
                Kind::Word => {}
            }
            // `in-app purchases`, `on-call rotation`, `A/B test`: one name in several words.
            if is_compound(tokens, at) && !token.marks.has(Marks::GENERIC_MODIFIER) {
                current.named |= token.marks.has(Marks::NAME) || is_name(token);
                current.content.push(at);
                continue;
            }
            // An article begins a phrase of its own: `Builds and tests the depot service`.
            if token.is_any(&JOINS) || token.is_any(&["a", "an", "the"]) {
                push(&mut phrases, std::mem::replace(&mut current, empty()), tokens);
                continue;
            }
            // `a limiter adopted by 3 teams`; but `Geo-replicated the session store`.
            if ends_object(token)
                || is_participle(tokens, at)
                    && !(current.content.is_empty() && tokens.get(at + 1).is_some_and(is_article))
            {
                break;
            }
            // `M` of `4.8M`, `th` of `99th`
            let glued_to_digits = token.glued && at > 0 && tokens[at - 1].kind == Kind::Number;
            if glued_to_digits || self.cover[at] == Cover::Measure || is_filler(token) {
                if token.marks.has(Marks::GENERIC_MODIFIER) {
                    current.modifier = Some(at);
                }
                continue;
            }
            current.counted |= self.cover[at] == Cover::Counted;
            let head = token.marks.has(Marks::HEAD) || token.marks.has(Marks::GENERIC_HEAD);
            current.named |= (is_name(token) && !head) || token.marks.has(Marks::NAME);
            current.content.push(at);
        }
        push(&mut phrases, current, tokens);
        phrases
    }
}

/// Endings of adjectives.
const ADJECTIVES: [&str; 11] =
    ["ary", "able", "ible", "ful", "ive", "ous", "ical", "less", "ent", "ust", "fied"];

/// Second halves of compound adjectives: `petabyte-scale`, `cloud-native`.
const COMPOUNDS: WordList<20> = WordList::new([
    "scale", "native", "ready", "tolerant", "grade", "class", "first", "time", "proof",
    "performance", "availability", "friendly", "aware", "oriented", "quality", "agnostic", "wide",
    "facing", "critical", "performant",
]);

/// True when the words before the comma at `comma` are adjectives after `a`, and more words of the
/// same phrase follow: `a revolutionary, event-driven`, `a petabyte-scale, fault-tolerant`.
fn describes(tokens: &[Token<'_>], content: &[usize], comma: usize) -> bool {
    let Some(&last) = content.last().filter(|&&last| last + 1 == comma) else { return false };
    let first = content[0];
    let article = first.checked_sub(1).is_some_and(|at| is_article(&tokens[at]));
    let next = tokens.get(comma + 1).filter(|next| next.kind == Kind::Word);
    let goes_on = next.is_some_and(|next| {
        !is_article(next)
            && !next.is_any(&["and", "or", "so", "which", "who", "where", "when", "while", "with"])
            && !next.lower.ends_with("ing")
            && !ends_object(next)
            && !next.marks.has(Marks::NAME)
    });
    let word = &*tokens[last].lower;
    let hyphen = last >= 2 && tokens[last].glued && tokens[last - 1].is_symbol('-');
    let adjective = if hyphen {
        roles::is_one_of(word, &COMPOUNDS) || word.ends_with("ed") || word.ends_with("en")
    } else {
        content.len() == 1 && ADJECTIVES.iter().any(|end| word.len() > 5 && word.ends_with(end))
    };
    article && goes_on && adjective
}

/// The `row` of `4.8B-row`: a noun that a hyphen ties to its number.
fn is_attribute(tokens: &[Token<'_>], at: usize) -> bool {
    let back = |count: usize| at.checked_sub(count).map(|index| &tokens[index]);
    let digits = |token: Option<&Token<'_>>| token.is_some_and(|t| t.kind == Kind::Number);
    let magnitude = back(2).is_some_and(|t| t.kind == Kind::Word && t.glued) && digits(back(3));
    back(1).is_some_and(|t| t.is_symbol('-') && t.glued) && (digits(back(2)) || magnitude)
}

/// Keeps a phrase without the attributes it ends in: `match start time` is about match start.
fn push(phrases: &mut Phrases, mut phrase: Phrase, tokens: &[Token<'_>]) {
    while phrase.content.last().is_some_and(|&at| roles::is_one_of(&tokens[at].lower, &ATTRIBUTES))
    {
        phrase.content.pop();
    }
    let noun = phrase.modifier.filter(|&at| {
        let marks = tokens[at].marks;
        marks.has(Marks::HEAD) || marks.has(Marks::GENERIC_HEAD)
    });
    if phrase.content.is_empty() {
        phrase.content.extend(noun);
    }
    if !phrase.content.is_empty() {
        phrases.push(phrase);
    }
}

/// `adopted` in `a limiter adopted by 3 teams`: a participle that opens a clause about the noun.
fn is_participle(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].lower.ends_with("ed")
        && tokens[at].marks.has(Marks::VERB_FORM)
        && tokens.get(at + 1).is_some_and(|next| {
            next.is_any(&[
                "by", "to", "from", "for", "in", "on", "at", "with", "into", "across", "over", "a",
                "an", "the",
            ])
        })
}

/// A small word tied to its neighbor by a hyphen or a slash, and no figure beside it.
fn is_compound(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let figure = |at: Option<usize>| at.is_some_and(|at| tokens[at].kind == Kind::Number);
    if figure(at.checked_sub(1)) && token.glued {
        return false;
    }
    let small = token.is_any(&JOINS)
        || ends_object(token)
        || roles::is_one_of(&token.lower, &FUNCTION_WORDS);
    if !small || token.is_any(&["and", "or"]) {
        return false;
    }
    let joint = |at: usize| {
        tokens.get(at).is_some_and(|t| t.glued && (t.is_symbol('-') || t.is_symbol('/')))
    };
    let word = |at: usize| {
        tokens.get(at).is_some_and(|t| t.kind == Kind::Word && !t.is_any(&["or", "and"]))
    };
    let ahead = joint(at + 1) && word(at + 2) && tokens[at + 2].glued;
    let behind = at >= 2 && token.glued && joint(at - 1) && word(at - 2);
    ahead || behind
}

fn is_article(token: &Token<'_>) -> bool {
    token.is_any(&["a", "an", "the"])
}

fn is_filler(token: &Token<'_>) -> bool {
    token.marks.has(Marks::GENERIC_MODIFIER)
        || roles::is_one_of(&token.lower, &FUNCTION_WORDS)
        || (token.lower.len() > 4 && token.lower.ends_with("ly"))
        || crate::number::number_at(std::slice::from_ref(token), 0).is_some()
}

/// A product, a code name or an acronym: `OrderBook`, `tenant_id`, `EU`, `Kestrel`.
fn is_name(token: &Token<'_>) -> bool {
    token.text.chars().any(char::is_uppercase) || token.text.contains('_')
}
