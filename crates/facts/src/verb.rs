//! The third step: verbs in the places where verbs stand.
//!
//! Many verb forms are nouns too (`build`, `cut`, `test`), so a form counts only where a clause
//! can have its verb: at the start, after a separator or a conjunction, after `by` as a gerund,
//! and, for verbs of change, after their subject (`p99 fell`).

use std::ops::Range;

use roles::{Act, RolePack, Verb, Word, WordList};

use crate::clause;
use crate::lex::Token;

/// Where a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// It opens the text.
    Opening,
    /// It opens a further claim: `…; wrote the fencing fix`, `… and cut p99`.
    Clause,
    /// It says how: `by batching writes`, `, replacing the cron job`.
    Gerund,
    /// It says what came of it: `, cutting p99 …`, `which halved …`, `errors fell`.
    Result,
}

/// A verb of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct VerbUse {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// Index into [`RolePack::verbs`].
    pub verb: usize,
    /// Where it stands.
    pub position: Position,
    /// Words it covers.
    pub(crate) words: Range<usize>,
}

impl VerbUse {
    /// What the role pack knows about the verb.
    pub fn entry<'a>(&self, pack: &'a RolePack) -> &'a Verb {
        &pack.verbs[self.verb]
    }
}

/// All verbs of a text in order.
pub(crate) fn verbs(
    text: &str,
    words: &[Word],
    tokens: &[Token<'_>],
    pack: &RolePack,
) -> Vec<VerbUse> {
    let mut found: Vec<VerbUse> = Vec::new();
    let opening = opening(words, pack);
    // `Route replans took 11 minutes`: a noun that has the form of a verb opens a sentence.
    let sentence = clause::finite_verb(tokens, 0).map(|at| tokens[at].start);
    let mut at = opening;
    while at < words.len() {
        let Some(matched) = pack.verb_forms.match_at(words, at) else {
            at += 1;
            continue;
        };
        let place = Place {
            text,
            words,
            at,
            next: matched.words.end,
            opening,
            sentence,
            after_verb: found.last().is_some_and(|verb| verb.words.end == at),
            none_yet: found.is_empty(),
        };
        // `cut-off calendar`, `read-through cache`: the word belongs to a compound.
        let rest = &text[words[matched.words.end - 1].end..];
        let compound = rest.starts_with('-') && rest[1..].starts_with(char::is_alphanumeric);
        match position(&place, &pack.verbs[matched.value]).filter(|_| !compound) {
            Some(position) => {
                at = matched.words.end;
                found.push(VerbUse {
                    range: words[matched.words.start].start..words[matched.words.end - 1].end,
                    verb: matched.value,
                    position,
                    words: matched.words,
                });
            }
            None => at += 1,
        }
    }
    found
}

/// The first word that can be the opening verb: the author, auxiliaries and adverbs are passed
/// over.
fn opening(words: &[Word], pack: &RolePack) -> usize {
    let passes = |at: &usize| {
        let word = words[*at].norm.as_str();
        (word.len() > 4 && word.ends_with("ly"))
            || matches!(word, "also" | "then" | "as" | "later" | "i" | "we" | "they" | "have" | "i've" | "we've" | "had")
            // `co-designed`, `was involved` unless the pack knows the whole verb.
            || (matches!(word, "co" | "re" | "was" | "were") && pack.verb_forms.match_at(words, *at).is_none())
    };
    (0..words.len().min(3)).take_while(passes).count()
}

/// What stands around a form that may be a verb.
struct Place<'a> {
    text: &'a str,
    words: &'a [Word],
    at: usize,
    /// The word after the form.
    next: usize,
    /// The first word that can be a verb.
    opening: usize,
    /// Where the finite verb of the first sentence begins, when a subject stands before it.
    sentence: Option<usize>,
    /// The verb found last ends right before it.
    after_verb: bool,
    none_yet: bool,
}

fn position(place: &Place<'_>, verb: &Verb) -> Option<Position> {
    let &Place { words, at, .. } = place;
    let word = &words[at];
    let gerund = word.norm.ends_with("ing") && verb.lemma != word.norm;
    let changes = verb.direction.is_some() || verb.act == Act::Change;
    if at == place.opening {
        return (!is_noun_at_opening(place, verb)).then_some(Position::Opening);
    }
    let before = &words[at - 1];
    let gap = &place.text[before.end..word.start];
    let after_comma = gap.contains(',');
    let separated = gap.contains([';', ':', '(', '—', '–', '.', '→']) || gap.contains(" - ");
    let previous = before.norm.as_str();
    let conjunction = matches!(previous, "and" | "then" | "also" | "or" | "but" | "plus");
    if gerund {
        let how = matches!(previous, "by" | "after" | "via" | "through" | "before");
        let joined = conjunction || after_comma || separated;
        let brings =
            after_comma && matches!(verb.lemma.as_str(), "bring" | "take" | "get" | "drop");
        return match (how, joined, brings || verb.direction.is_some()) {
            (true, _, _) | (_, true, false) => Some(Position::Gerund),
            (_, true, true) => Some(Position::Result),
            _ if previous == "while" || previous == "now" => Some(Position::Result),
            _ => None,
        };
    }
    if matches!(previous, "which" | "that" | "it" | "to" | "this") && changes && !gap.contains(',')
    {
        return Some(Position::Result);
    }
    let past = is_past(word, verb);
    // `As incident commander, ran 11 retros`: the first verb after an introduction.
    let told = place.sentence.is_some_and(|finite| finite < word.start);
    if place.none_yet && past && !told && gap.trim_end().ends_with(',') && gap.len() <= 3 {
        return Some(Position::Opening);
    }
    // `I moved the lock`; but `interns I mentored` tells which interns.
    let author = matches!(previous, "i" | "we")
        && at.checked_sub(2).is_none_or(|further| {
            !place.text[words[further].end..before.start].trim().is_empty()
                || matches!(words[further].norm.as_str(), "and" | "so" | "then" | "but")
        });
    // `I journal every step`
    let tells = author && previous == "i" && word.norm == verb.lemma;
    if tells || past && (separated || conjunction || after_comma || author) {
        return Some(Position::Clause);
    }
    // `p99 fell from …`, `errors dropped to …`: not `a cut`, not `reduced latency` as adjective.
    let after_article =
        matches!(previous, "a" | "an" | "the" | "of" | "in" | "for" | "with" | "our");
    let adjective = after_article || (place.after_verb && word.norm.ends_with("ed"));
    (past && verb.direction.is_some() && !adjective && gap.trim().is_empty())
        .then_some(Position::Result)
}

/// Nouns that follow a title: `Lead engineer`, `Test engineer`.
const TITLES: WordList<14> = WordList::new([
    "engineer", "engineers", "developer", "architect", "programmer", "maintainer", "author",
    "instructor", "organizer", "consultant", "analyst", "lead", "manager", "intern",
]);

/// `Deploys went from …`, `Tests for …`, `Head of …`, `Lead engineer`, `Used by 3 teams`: a noun or
/// a participle opens the text.
fn is_noun_at_opening(place: &Place<'_>, verb: &Verb) -> bool {
    let norm = place.words[place.at].norm.as_str();
    let Some(next) = place.words.get(place.next) else { return false };
    let parted = !place.text[place.words[place.next - 1].end..next.start].trim().is_empty();
    if parted {
        return false;
    }
    let next = next.norm.as_str();
    let plural = norm.ends_with('s') && norm != verb.lemma;
    let past_follows =
        roles::is_one_of(next, &IRREGULAR_PASTS) || next.ends_with("ed") || next == "were";
    let preposition = matches!(next, "for" | "of" | "in" | "on" | "at" | "between");
    let past = is_past(&place.words[place.at], verb);
    let base = norm == verb.lemma && !past;
    let gerund = norm.ends_with("ing");
    let has_verb = place.sentence.is_some_and(|finite| finite > place.words[place.at].end);
    let subject = has_verb
        && !past
        && !is_determiner(next)
        && (gerund || plural || roles::is_one_of(norm, &NOUN_FORMS));
    let described = past && next == "by" && verb.direction.is_none();
    let passive =
        described && place.words.get(place.next + 1).is_some_and(|w| is_agent(&w.norm, verb));
    // `Test coverage: 83%` is a label.
    let last = place.words.get(place.next + 2).map_or(place.text.len(), |word| word.start);
    let label = base && place.text[place.words[place.at].end..last].contains(':');
    label
        || subject
        || plural && (past_follows || preposition)
        || base && (next == "of" || roles::is_one_of(next, &TITLES))
        || gerund && next == "of"
        || passive
}

/// Base forms that are nouns as well.
const NOUN_FORMS: WordList<74> = WordList::new([
    "route", "test", "canary", "meter", "train", "order", "batch", "stream", "cache", "index",
    "log", "sample", "report", "record", "release", "build", "deploy", "design", "model", "map",
    "schedule", "trace", "profile", "benchmark", "audit", "patch", "page", "alert", "drill",
    "fork", "archive", "import", "export", "transfer", "lease", "hash", "pool", "tier", "stage",
    "ramp", "command", "scale", "cut", "drop", "plan", "scope", "search", "support", "load",
    "store", "read", "cost", "review", "study", "research", "check", "address", "focus", "code",
    "process", "track", "work", "block", "fence", "guard", "shard", "partition", "snapshot",
    "journal", "template", "version", "host", "monitor", "service",
]);

/// Words after which the object of a verb begins.
fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "our"
            | "its"
            | "their"
            | "all"
            | "every"
            | "each"
            | "no"
            | "how"
            | "what"
            | "whether"
            | "which"
    )
}

/// `Used by 3 teams`, but neither `Improved by caching` nor `Improved by 40 %`.
fn is_agent(word: &str, verb: &Verb) -> bool {
    let amount = verb.act == Act::Change && word.starts_with(|c: char| c.is_ascii_digit());
    !word.ends_with("ing") && !amount
}

/// Past forms that do not end in `-ed`.
const IRREGULAR_PASTS: WordList<81> = WordList::new([
    "began", "bent", "bore", "bought", "bound", "broke", "brought", "built", "came", "cast",
    "caught", "chose", "cut", "dealt", "did", "drew", "drove", "dug", "fed", "fell", "fought",
    "found", "froze", "gave", "got", "grew", "held", "hid", "hit", "hung", "kept", "knew", "laid",
    "led", "left", "lent", "let", "lit", "lost", "made", "met", "paid", "put", "ran", "read",
    "rebuilt", "redid", "rewrote", "rode", "rose", "saw", "sent", "set", "shot", "shrank", "shut",
    "slid", "sold", "sought", "spent", "sped", "split", "spoke", "spun", "stood", "struck",
    "swept", "taught", "thought", "threw", "told", "took", "tore", "undid", "went", "wore",
    "withdrew", "won", "wound", "wove", "wrote",
]);

/// A past form that does not end in `-ed`.
pub(crate) fn is_irregular_past(lower: &str) -> bool {
    roles::is_one_of(lower, &IRREGULAR_PASTS)
}

fn is_past(word: &Word, verb: &Verb) -> bool {
    let norm = word.norm.as_str();
    roles::is_one_of(norm, &IRREGULAR_PASTS) || (norm.ends_with("ed") && verb.lemma != norm)
}
