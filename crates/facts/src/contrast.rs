//! Before and after told in one breath: by the tense (`takes a night where two clerks needed three
//! weeks`), by an adverb (`62 a shift, 41 before`), by words that set one value against the other
//! (`7 minutes as opposed to 50`).

use std::ops::Range;

use roles::WordList;

use crate::change::{Change, End, Scene, adopt, is_hedge, moved};
use crate::clause::ends_sentence;
use crate::end::is_cadence;
use crate::lex::{Kind, Token};
use crate::number::number_at;
use crate::quantity::{Quantity, Role, ends_value};
use crate::unit::{Dimension, period_of};

/// Verbs that tell how things were, beside those in `-ed`.
const PAST: WordList<22> = WordList::new([
    "took", "was", "were", "had", "cost", "ran", "read", "made", "got", "lost", "sent", "held",
    "ate", "hit", "wrote", "kept", "saw", "did", "went", "paid", "stood", "spent",
]);

/// Words that stand for what the sentence before was about.
const PRONOUNS: WordList<7> =
    WordList::new(["it", "they", "this", "that", "each", "these", "both"]);

/// Spans of time that measure nothing exactly.
const SPANS: WordList<12> = WordList::new([
    "morning", "mornings", "afternoon", "evening", "weekend", "weekends", "season", "seasons",
    "shift", "nights", "summer", "winter",
]);

/// The token is a span of time that measures nothing exactly.
pub(crate) fn is_span(token: &Token<'_>) -> bool {
    token.is_any(&SPANS)
}

/// Nouns for work after how often it ran: `an overnight job`.
const JOBS: WordList<7> =
    WordList::new(["job", "run", "batch", "export", "import", "load", "rebuild"]);

/// Spans in the plural without a number: `by seconds rather than by a day`.
const PLURALS: [&str; 6] = ["seconds", "minutes", "hours", "days", "weeks", "months"];

/// Most tokens of the clause that tells how it was.
const CLAUSE: usize = 14;

/// Most tokens from one end to the words that introduce the other.
const REACH: usize = 20;

/// Most values that are compared with one before.
const CANDIDATES: usize = 4;

/// A value that can be an end.
struct Candidate {
    tokens: Range<usize>,
    dimension: Dimension,
    value: Option<f64>,
    noun: Option<String>,
    /// The quantity it was read from.
    quantity: Option<usize>,
}

/// Where the value before stands.
struct Frame {
    /// Tokens that may hold it.
    before: Range<usize>,
    /// The value after ends by here.
    limit: usize,
    /// It begins right there.
    close: bool,
    /// `where it …`: both clauses are about one thing, so counts of different things compare.
    same_subject: bool,
}

/// Changes told so; the quantities that belong to them get their roles.
pub(crate) fn contrasts(scene: &Scene<'_>, quantities: &mut [Quantity]) -> Vec<Change> {
    let tokens = scene.tokens;
    let mut found: Vec<Change> = Vec::new();
    let mut values: Option<Vec<Candidate>> = None;
    for at in 1..tokens.len() {
        let Some(frame) = frame(tokens, at) else { continue };
        let values = values.get_or_insert_with(|| values_of(tokens, quantities));
        let Some(change) = ends(tokens, values, quantities, &frame) else { continue };
        let known = found.last().is_some_and(|last| last.range.end > change.range.start);
        if !known {
            found.push(change);
        }
    }
    found
}

/// The frame that the word at `at` opens or, for `before`, closes.
fn frame(tokens: &[Token<'_>], at: usize) -> Option<Frame> {
    let token = &tokens[at];
    if token.kind != Kind::Word {
        return None;
    }
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(words));
    match &*token.lower {
        "where" | "whereas" => told(tokens, at, at + 1),
        "it" | "they" | "this" | "each" => {
            let opens = ends_sentence(tokens, at - 1) || tokens[at - 1].is_symbol(',');
            opens.then(|| told(tokens, at, at)).flatten()
        }
        "previously" | "formerly" | "versus" => Some(introduced(tokens, at, at + 1)),
        "against" if tokens[at - 1].is_symbol(',') => Some(introduced(tokens, at, at + 1)),
        "rather" if is(at + 1, &["than"]) => Some(introduced(tokens, at, at + 2)),
        "instead" | "place" if is(at + 1, &["of"]) => Some(introduced(tokens, at, at + 2)),
        "opposed" if is(at + 1, &["to"]) => Some(introduced(tokens, at, at + 2)),
        "until" | "till" if is(at + 1, &["then"]) => Some(introduced(tokens, at, at + 2)),
        // `the one before took a morning`, `before that it was 17`
        "one" | "ones" if is(at - 1, &["the"]) && is(at + 1, &["before", "earlier"]) => {
            told(tokens, at, at + 1)
        }
        "before" if is(at + 1, &["that", "then"]) => told(tokens, at, at + 1),
        "before" | "earlier" => closed(tokens, at),
        _ => None,
    }
}

/// `where it read 9,000`, `it took nearly four minutes`: a clause in the past that begins at `first`.
fn told(tokens: &[Token<'_>], opener: usize, first: usize) -> Option<Frame> {
    let last = (first..tokens.len().min(first + CLAUSE))
        .find(|&at| tokens[at].ends_phrase())
        .unwrap_or(tokens.len().min(first + CLAUSE));
    let verb = (first + 1..last.min(first + 6)).find(|&at| {
        let token = &tokens[at];
        token.is_any(&PAST)
            || token.kind == Kind::Word && token.lower.len() > 4 && token.lower.ends_with("ed")
            || token.is_word("used") && tokens.get(at + 1).is_some_and(|next| next.is_word("to"))
    })?;
    Some(Frame {
        before: verb + 1..last,
        limit: opener,
        close: false,
        same_subject: first > opener && tokens[first].is_any(&PRONOUNS),
    })
}

/// `previously 41`, `as opposed to 50`.
fn introduced(tokens: &[Token<'_>], opener: usize, first: usize) -> Frame {
    let mut start = first;
    while tokens.get(start).is_some_and(|token| is_hedge(token) || token.is_any(&["by", "in"])) {
        start += 1;
    }
    Frame { before: start..tokens.len(), limit: opener, close: true, same_subject: false }
}

/// `, 41 before`, `, nine the summer before`: the value stands between a separator and the word.
fn closed(tokens: &[Token<'_>], at: usize) -> Option<Frame> {
    let ends = tokens.get(at + 1).is_none_or(Token::ends_phrase);
    ends.then_some(())?;
    let parted = (at.saturating_sub(7)..at)
        .rfind(|&at| tokens[at].ends_phrase() || tokens[at].is_any(&["and", "against"]))?;
    let mut first = parted + 1;
    while tokens.get(first).is_some_and(|token| is_hedge(token) || token.is_word("against")) {
        first += 1;
    }
    (first < at).then_some(Frame {
        before: first..at,
        limit: parted,
        close: true,
        same_subject: false,
    })
}

/// Values of a text that belong to no change yet, in order.
fn values_of(tokens: &[Token<'_>], quantities: &[Quantity]) -> Vec<Candidate> {
    let mut values = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while at < tokens.len() {
        while quantities.get(next).is_some_and(|quantity| quantity.tokens.end <= at) {
            next += 1;
        }
        if let Some(quantity) = quantities.get(next).filter(|found| found.tokens.start <= at) {
            // `in the 11 months since`: when, not how long.
            let date = tokens
                .get(quantity.tokens.end)
                .is_some_and(|token| token.is_any(&["since", "ago", "later", "running"]));
            if quantity.role == Role::Count && !date {
                values.push(measured(quantity, next));
            }
            at = quantity.tokens.end.max(at + 1);
            // `62 batteries a shift`: per shift, not a span of its own.
            let per = tokens.get(at).is_some_and(|token| token.is_any(&["a", "an", "each"]));
            at += 2 * usize::from(per);
            continue;
        }
        if let Some(value) = worded(tokens, at) {
            at = value.tokens.end;
            values.push(value);
        } else {
            at += 1;
        }
    }
    values
}

fn measured(quantity: &Quantity, index: usize) -> Candidate {
    let span = quantity.noun.as_deref().is_some_and(|noun| roles::is_one_of(noun, &SPANS));
    Candidate {
        tokens: quantity.tokens.clone(),
        dimension: if span { Dimension::Time } else { quantity.dimension },
        value: (!span).then_some(quantity.value),
        noun: quantity.noun.clone().filter(|_| !span),
        quantity: (!span).then_some(index),
    }
}

/// `a night`, `one read`, `nine`, `none`, `by hand`: a value that is no quantity.
fn worded(tokens: &[Token<'_>], at: usize) -> Option<Candidate> {
    let token = &tokens[at];
    let value = |end: usize, dimension, value, noun: Option<&Token<'_>>| {
        let noun = noun.map(|noun| noun.lower.clone().into_owned());
        Some(Candidate { tokens: at..end, dimension, value, noun, quantity: None })
    };
    if token.is_any(&["none", "nothing", "zero"]) {
        return value(at + 1, Dimension::Bare, Some(0.0), None);
    }
    // `hourly exports`: which exports, not how often.
    let ends = ends_value(tokens, at + 1)
        || tokens.get(at + 1).is_some_and(|next| next.is_any(&["rather", "where", "as"]));
    if (token.is_any(&PLURALS) || is_cadence(token)) && ends {
        return value(at + 1, Dimension::Time, None, None);
    }
    let next = tokens.get(at + 1);
    let number = number_at(tokens, at).filter(|number| number.worded);
    let counted = number.as_ref().map_or(at + 1, |number| number.next);
    if token.is_any(&["a", "an"]) || number.is_some() {
        let span = tokens.get(counted).filter(|span| span.kind == Kind::Word);
        if let Some(seconds) = span.and_then(period_of) {
            let count = number.map_or(1.0, |number| number.value);
            return value(counted + 1, Dimension::Time, Some(count * seconds), None);
        }
        let job = span.is_some_and(is_cadence)
            && tokens.get(counted + 1).is_some_and(|token| token.is_any(&JOBS));
        if job {
            return value(counted + 2, Dimension::Time, None, None);
        }
        if span.is_some_and(is_span) {
            return value(counted + 1, Dimension::Time, None, None);
        }
    }
    let number = number?;
    // `one read`: a single thing, unless `one` stands for a thing itself.
    if token.is_word("one") {
        let noun = next.filter(|next| next.kind == Kind::Word && !next.is_any(&["of", "that"]))?;
        return value(at + 2, Dimension::Count, Some(1.0), Some(noun));
    }
    value(number.next, Dimension::Bare, Some(number.value), None)
}

/// The change whose value before stands in a frame.
fn ends(
    tokens: &[Token<'_>],
    values: &[Candidate],
    quantities: &mut [Quantity],
    frame: &Frame,
) -> Option<Change> {
    let first = values.partition_point(|value| value.tokens.start < frame.before.start);
    let befores = values[first..].iter().take_while(|value| {
        value.tokens.end <= frame.before.end
            && (!frame.close || value.tokens.start == frame.before.start)
    });
    let known = values.partition_point(|value| value.tokens.end <= frame.limit);
    let near = frame.limit.saturating_sub(REACH);
    let afters = || {
        let back = values[..known].iter().rev().take(CANDIDATES);
        back.take_while(move |value| value.tokens.start >= near)
    };
    let (before, after) = befores.take(CANDIDATES).find_map(|before| {
        let after = afters().find(|after| comparable(before, after, frame.same_subject))?;
        Some((before, after))
    })?;
    // Both may be told by one quantity only: then nothing is compared.
    (before.value.is_none() || before.value != after.value || before.dimension != after.dimension)
        .then_some(())?;
    let free = |value: &Candidate| {
        value.quantity.is_none_or(|index| quantities[index].role == Role::Count)
    };
    (free(before) && free(after)).then_some(())?;
    Some(change(tokens, quantities, before, after))
}

fn change(
    tokens: &[Token<'_>],
    quantities: &mut [Quantity],
    before: &Candidate,
    after: &Candidate,
) -> Change {
    let (first, last) = (&after.tokens, &before.tokens);
    let range = tokens[first.start].start..tokens[last.end - 1].end;
    if let (Some(one), Some(other)) = (before.quantity, after.quantity) {
        let change = Change::between(&quantities[one], &quantities[other]);
        adopt(&mut quantities[one], Role::Before, &change, change.before.as_ref());
        adopt(&mut quantities[other], Role::After, &change, change.after.as_ref());
        return Change { range, ..change };
    }
    let end = |value: &Candidate| {
        let bytes = tokens[value.tokens.start].start..tokens[value.tokens.end - 1].end;
        End { range: bytes, value: value.value }
    };
    let (from, to) = (end(before), end(after));
    let mixed = before.dimension != after.dimension
        && ![before, after].iter().any(|value| value.dimension == Dimension::Bare);
    let unit = if after.dimension == Dimension::Bare { before } else { after };
    let change = Change {
        range,
        dimension: if mixed { Dimension::Bare } else { unit.dimension },
        direction: from.value.zip(to.value).filter(|_| !mixed).and_then(|(a, b)| moved(a, b)),
        before: Some(End { value: from.value.filter(|_| !mixed), ..from }),
        after: Some(End { value: to.value.filter(|_| !mixed), ..to }),
        delta: None,
        percentile: None,
        noun: unit.noun.clone(),
    };
    for (value, role, end) in
        [(before, Role::Before, &change.before), (after, Role::After, &change.after)]
    {
        if let Some(index) = value.quantity.filter(|_| !mixed) {
            adopt(&mut quantities[index], role, &change, end.as_ref());
        }
    }
    change
}

/// Two values that measure the same, or of which one lends the other its unit.
fn comparable(before: &Candidate, after: &Candidate, same_subject: bool) -> bool {
    let (one, other) = (before.dimension, after.dimension);
    let bare = |dimension| dimension == Dimension::Bare;
    if bare(one) || bare(other) {
        // `none …, nine before`; two bare numbers say nothing about what is counted.
        let zero = [before, after].iter().any(|value| value.value == Some(0.0));
        let lent = if bare(one) { other } else { one };
        return zero && (bare(lent) || lent == Dimension::Count || lent == Dimension::Rate)
            || !zero && !bare(lent) && lent != Dimension::Ratio && lent != Dimension::Money;
    }
    match (one, other) {
        (Dimension::Ratio, _) => false,
        (Dimension::Count, Dimension::Count) => before.noun == after.noun || same_subject,
        _ if one == other => one != Dimension::Money || before.noun == after.noun,
        (Dimension::Count | Dimension::Time, Dimension::Count | Dimension::Time) => {
            same_subject && (before.quantity.is_none() || after.quantity.is_none())
        }
        _ => false,
    }
}
