//! Where sentences begin, and where the verb of a sentence stands that has no verb in front.
//!
//! Many lines are sentences about the thing rather than about the author: `Meter readings that arrive
//! late are now merged`. What stands before the finite verb is what they are about.

use roles::WordList;

use crate::lex::{Kind, Token};
use crate::mark::Marks;

/// Most tokens before the finite verb of a sentence.
const LONGEST_SUBJECT: usize = 14;

/// Forms that are finite wherever they stand.
const FINITE: WordList<62> = WordList::new([
    "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "can", "cannot",
    "could", "will", "would", "may", "might", "must", "now", "never", "no", "went", "fell", "rose",
    "grew", "took", "takes", "came", "ran", "began", "shrank", "became", "stood", "froze", "threw",
    "drew", "drove", "sank", "won", "knew", "saw", "kept", "keeps", "stays", "stayed", "resumes",
    "closes", "survives", "survived", "loses", "expires", "arrives", "finishes", "happens",
    "remains", "recurred", "can't", "can’t", "couldn't", "couldn’t", "dropped", "used",
]);

/// Verbs of sentences about things, beside those that open a line.
const SENTENCE_VERBS: [&str; 44] = [
    "finish", "resume", "expire", "answer", "open", "arrive", "reach", "carry", "flow", "match",
    "need", "agree", "wait", "return", "refuse", "discard", "lose", "ignore", "recover", "survive",
    "continue", "begin", "stay", "remain", "happen", "appear", "fail", "work", "pass", "come",
    "go", "see", "fit", "require", "accept", "degrade", "slow", "converge", "fall", "know", "land",
    "keep", "cross", "live",
];

/// Words that can follow a finite verb but no noun of a compound.
const AFTER_VERB: WordList<60> = WordList::new([
    "a", "an", "the", "its", "their", "his", "her", "our", "one", "each", "every", "all", "at",
    "in", "within", "from", "as", "only", "by", "itself", "themselves", "on", "over", "under",
    "until", "before", "after", "when", "whenever", "without", "once", "because", "since", "so",
    "no", "new", "any", "most", "both", "two", "apart", "away", "back", "together", "inside",
    "onto", "off", "beside", "behind", "between", "less", "fewer", "twice", "again", "more", "if",
    "up", "down", "out", "too",
]);

/// Words before which no finite verb stands.
const BEFORE_NOUN: WordList<34> = WordList::new([
    "a", "an", "the", "of", "in", "for", "with", "on", "at", "to", "from", "by", "our", "its",
    "their", "this", "these", "those", "each", "every", "all", "per", "into", "across", "over",
    "under", "via", "through", "using", "as", "no", "new", "own", "both",
]);

/// Words that begin a clause inside the subject: `jobs that lost a node`.
const RELATIVES: [&str; 3] = ["that", "which", "who"];

/// Words with which the subject of a relative clause begins: `an order the cabinet checks`.
const SUBJECTS: WordList<12> = WordList::new([
    "the", "a", "an", "we", "i", "they", "it", "our", "its", "their", "every", "each",
]);

/// Words that go on with a verb in several words.
const AUXILIARIES: WordList<9> =
    WordList::new(["be", "been", "being", "now", "never", "not", "had", "to", "both"]);

/// Words that begin a further clause, so that the first had no subject and verb of its own.
const CONJUNCTIONS: WordList<13> = WordList::new([
    "so", "because", "if", "when", "while", "until", "before", "after", "by", "using", "since",
    "where", "unless",
]);

/// True when a sentence ends at a token: a stop before white space, a semicolon, a lone dash.
pub(crate) fn ends_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Symbol(';' | '!' | '?') => true,
        Kind::Symbol('.' | ':') => tokens.get(at + 1).is_none_or(|next| !next.glued),
        Kind::Symbol('-') => !token.glued && tokens.get(at + 1).is_none_or(|next| !next.glued),
        _ => false,
    }
}

/// The first tokens of all sentences of a text, in order.
pub(crate) fn sentences(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut starts = vec![0];
    starts.extend((0..tokens.len()).filter(|&at| ends_sentence(tokens, at)).map(|at| at + 1));
    starts.retain(|&start| start < tokens.len());
    starts
}

/// The finite verb of the sentence that begins at token `first`, when a subject stands before it:
/// `are` in `Jobs that lost a node are resumed`.
pub(crate) fn finite_verb(tokens: &[Token<'_>], first: usize) -> Option<usize> {
    let mut relatives = 0;
    // After a clause inside the subject, or with a subject of several words, its last word does not
    // tell the number.
    let plural = is_plural(&tokens.get(first)?.lower);
    let mut apart = false;
    let mut at = first + 1;
    let last = (first + LONGEST_SUBJECT).min(tokens.len());
    while at < last {
        let token = &tokens[at];
        if token.is_symbol('(') {
            at += tokens[at..last].iter().position(|token| token.is_symbol(')'))? + 1;
            continue;
        }
        // `storms after an outage are absorbed`: a preposition rather than a conjunction.
        let phrase = token.is_any(&["after", "before", "by", "since"])
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.is_any(&["a", "an", "the", "each", "every"]));
        if token.ends_phrase() || token.is_any(&CONJUNCTIONS) && !phrase {
            return None;
        }
        let author = token.is_any(&["i", "we"]) && tokens[at - 1].kind == Kind::Word;
        if author || token.is_any(&RELATIVES) {
            apart = true;
            let object = !author && tokens.get(at + 1).is_some_and(|next| next.is_any(&SUBJECTS));
            if object {
                relatives += 1;
            } else {
                // `jobs that lost a node`: the verb of the relative clause follows at once.
                at += 1;
                while tokens.get(at + 1).is_some_and(|next| next.is_any(&AUXILIARIES)) {
                    at += 1;
                }
            }
        } else if is_finite(tokens, at, plural, apart) {
            if relatives == 0 {
                return Some(at);
            }
            relatives -= 1;
            // `that are now lost`: one verb in several words.
            while tokens.get(at + 1).is_some_and(|next| next.is_any(&AUXILIARIES)) {
                at += 1;
            }
        }
        at += 1;
    }
    None
}

/// True when the word at `at` is the verb of a sentence; `at` is not the first token. `plural` is the
/// number of the subject's first word; `apart`, whether a clause stands between it and the verb.
fn is_finite(tokens: &[Token<'_>], at: usize, plural: bool, apart: bool) -> bool {
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    let hyphen = |token: Option<&Token<'_>>| token.is_some_and(|t| t.glued && t.is_symbol('-'));
    if token.kind != Kind::Word
        || token.text == "CAN"
        || hyphen(tokens.get(at + 1))
        || hyphen(Some(before))
    {
        return false;
    }
    let next = tokens.get(at + 1);
    if token.is_word("used") {
        return next.is_some_and(|next| next.is_word("to"));
    }
    if token.is_any(&FINITE) {
        return true;
    }
    if before.kind != Kind::Word || before.is_any(&BEFORE_NOUN) || token.marks.has(Marks::NAME) {
        return false;
    }
    let goes_on = next.is_none_or(|next| {
        next.kind == Kind::Number
            || next.is_any(&AFTER_VERB)
            || next.ends_phrase()
            || crate::number::number_at(std::slice::from_ref(next), 0).is_some()
            || (next.lower.len() > 4 && next.lower.ends_with("ly"))
    });
    if !goes_on {
        return false;
    }
    let word = &*token.lower;
    if word.len() > 4 && word.ends_with("ed") {
        // `files rejected by the bank` tells which files.
        let which = next.is_some_and(|next| {
            next.is_any(&["by", "in", "on", "at", "from", "to", "over", "within", "under"])
        });
        return !which;
    }
    let known = token.marks.has(Marks::VERB_FORM)
        || roles::is_one_of(word, &SENTENCE_VERBS)
        || third_person(word).is_some_and(|base| SENTENCE_VERBS.contains(&base));
    let agrees = |plural: bool| is_plural(word) != plural;
    known
        && (apart || agrees(plural) || agrees(is_plural(&before.lower)))
        && next.is_some_and(|next| !next.ends_phrase())
}

fn third_person(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('s')?;
    Some(
        stem.strip_suffix('e')
            .filter(|stem| stem.ends_with("sh") || stem.ends_with("ch"))
            .unwrap_or(stem),
    )
}

fn is_plural(word: &str) -> bool {
    const SINGULAR: [&str; 5] = ["ss", "us", "is", "'s", "’s"];
    word.ends_with('s') && !SINGULAR.iter().any(|end| word.ends_with(end))
}
