//! The third step: verbs in the places where verbs stand.
//!
//! Many verb forms are nouns too (`build`, `cut`, `test`), so a form counts only where a clause
//! can have its verb: at the start, after a separator or a conjunction, after `by` as a gerund,
//! and, for verbs of change, after their subject (`p99 fell`).

use std::ops::Range;

use roles::{Act, RolePack, Verb, Word};

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
pub(crate) fn verbs(text: &str, words: &[Word], pack: &RolePack) -> Vec<VerbUse> {
    let mut found: Vec<VerbUse> = Vec::new();
    let mut at = opening(words);
    while at < words.len() {
        let Some(matched) = pack.verb_forms.match_at(words, at) else {
            at += 1;
            continue;
        };
        let entry = &pack.verbs[matched.value];
        match position(text, words, at, entry, found.is_empty()) {
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

/// The first word that can be the opening verb: adverbs and `co-`, `re-` are passed over.
fn opening(words: &[Word]) -> usize {
    let passes = |word: &&Word| {
        (word.norm.len() > 4 && word.norm.ends_with("ly"))
            || matches!(word.norm.as_str(), "also" | "then" | "co" | "re" | "as" | "later")
    };
    words.iter().take(3).take_while(passes).count()
}

fn position(
    text: &str,
    words: &[Word],
    at: usize,
    verb: &Verb,
    none_yet: bool,
) -> Option<Position> {
    let word = &words[at];
    let gerund = word.norm.ends_with("ing") && verb.lemma != word.norm;
    let changes = verb.direction.is_some() || verb.act == Act::Change;
    if at == opening(words) {
        // `Deploys went from weekly …`: the plural noun is the subject of the verb after it.
        let is_noun = word.norm.ends_with('s')
            && word.norm != verb.lemma
            && words.get(at + 1).is_some_and(|next| {
                IRREGULAR_PASTS.contains(&next.norm.as_str()) || next.norm.ends_with("ed")
            });
        return (!is_noun).then_some(Position::Opening);
    }
    let before = &words[at - 1];
    let gap = &text[before.end..word.start];
    let after_comma = gap.contains(',');
    let separated = gap.contains([';', ':', '(', '—', '–', '.', '→']) || gap.contains(" - ");
    let previous = before.norm.as_str();
    let conjunction = matches!(previous, "and" | "then" | "also" | "or" | "but" | "plus");
    if gerund {
        let how = matches!(previous, "by" | "after" | "via" | "through" | "before");
        let joined = conjunction || after_comma || separated;
        let brings =
            after_comma && matches!(verb.lemma.as_str(), "bring" | "take" | "get" | "drop");
        return match (how, joined, brings || changes && verb.direction.is_some()) {
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
    if separated && past {
        return Some(Position::Clause);
    }
    if (conjunction || after_comma) && past {
        return Some(Position::Clause);
    }
    // `As incident commander, ran 11 retros`: the first verb after an introduction.
    if none_yet && past && gap.contains(',') {
        return Some(Position::Opening);
    }
    // `p99 fell from …`, `errors dropped to …`: not `a cut`, not `reduced latency` as adjective.
    let after_article =
        matches!(previous, "a" | "an" | "the" | "of" | "in" | "for" | "with" | "our");
    (past && verb.direction.is_some() && !after_article && gap.trim().is_empty())
        .then_some(Position::Result)
}

/// Past forms that do not end in `-ed`.
const IRREGULAR_PASTS: [&str; 72] = [
    "began",
    "bore",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "cast",
    "caught",
    "chose",
    "cut",
    "dealt",
    "did",
    "drew",
    "drove",
    "dug",
    "fed",
    "fell",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "held",
    "hid",
    "hit",
    "kept",
    "knew",
    "laid",
    "led",
    "left",
    "lent",
    "let",
    "lost",
    "made",
    "met",
    "paid",
    "put",
    "ran",
    "read",
    "rebuilt",
    "rode",
    "rose",
    "rewrote",
    "redid",
    "saw",
    "sent",
    "set",
    "shot",
    "shrank",
    "shut",
    "sold",
    "sought",
    "sped",
    "split",
    "spoke",
    "spun",
    "stood",
    "swept",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "understood",
    "undid",
    "went",
    "withdrew",
    "won",
    "wound",
    "wrote",
];

fn is_past(word: &Word, verb: &Verb) -> bool {
    let norm = word.norm.as_str();
    IRREGULAR_PASTS.contains(&norm) || (norm.ends_with("ed") && verb.lemma != norm)
}
