//! The search: all names in a text, then what the ambiguous ones mean there.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::chain::{joins, stands_alone};
use super::context::{Verdict, opens_sentence, skip_version, window};
use super::folded::Folded;
use super::{Form, Mention, Pattern, Term, Vocabulary, boundary, negation, phrase, unlisted};

/// Where the text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Running text.
    Prose,
    /// An item of a list of skills.
    List,
    /// Running text, all categories.
    Broad,
}

/// Hardly any name has more than two meanings.
type Forms<'v> = SmallVec<[&'v Form; 2]>;

/// A token that could be a skill.
struct Candidate<'v> {
    /// In the folded text.
    range: Range<usize>,
    /// What it could mean; empty for a phrase that only shields its words.
    forms: Forms<'v>,
    /// The spelling is not the one that counts.
    loose: bool,
    accepted: bool,
}

/// The skills of a text.
pub(super) fn mentions(vocabulary: &Vocabulary, source: &str, setting: Setting) -> Vec<Mention> {
    let folded = Folded::new(source);
    let mut found = search(vocabulary, &folded, setting);
    for mention in &mut found {
        mention.range = folded.in_source(source, &mention.range);
    }
    found
}

/// Everything one can know that a text names.
pub(super) fn terms(vocabulary: &Vocabulary, source: &str) -> Vec<Term> {
    let folded = Folded::new(source);
    let found = search(vocabulary, &folded, Setting::Broad);
    let terms = phrase::terms(vocabulary, &folded.text, found);
    let mut terms = unlisted::with_unlisted(vocabulary, &folded.text, terms);
    for term in &mut terms {
        term.range = folded.in_source(source, &term.range);
        term.name = folded.in_source(source, &term.name);
    }
    terms
}

/// Mentions with places in the folded text.
fn search(vocabulary: &Vocabulary, folded: &Folded<'_>, setting: Setting) -> Vec<Mention> {
    let text = &*folded.text;
    let mut found = candidates(vocabulary, folded, setting == Setting::Broad);
    judge_by_neighbors(vocabulary, text, &mut found);
    if setting == Setting::Broad {
        judge_by_lines(text, &mut found);
    }
    match setting {
        Setting::Prose | Setting::Broad => {
            judge_by_lists(text, &mut found);
            judge_by_sentence(vocabulary, text, &mut found);
        }
        Setting::List => {
            for candidate in &mut found {
                candidate.accepted |= !candidate.loose || stands_alone(text, &candidate.range);
            }
        }
    }
    let mentions = found.into_iter().filter(|candidate| candidate.accepted);
    let mentions: Vec<_> = mentions
        .filter_map(|candidate| Some((candidate.forms.first()?.skill, candidate.range)))
        .collect();
    let negated = negation::negated(text, mentions.iter().map(|(_, range)| range));
    let all = mentions.into_iter().zip(negated);
    all.map(|((skill, range), negated)| Mention { skill, range, negated }).collect()
}

/// The part of a key that patterns are sorted by: the letters it begins with, up to the first
/// other character. Empty for `.net` and `2pc`.
pub(super) fn head(key: &str) -> &str {
    let end = key.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(key.len());
    &key[..end]
}

/// Patterns by their heads, in rows of one table: most words begin no name, which costs one look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns {
    /// Where the row of a [`slot`] begins among the patterns; one more marks the end.
    pub(crate) rows: Cow<'static, [u32]>,
    pub(crate) patterns: Cow<'static, [Pattern]>,
}

/// Rows of the table; some thousand heads leave most of them empty.
const ROWS: usize = 1 << 13;

impl Patterns {
    /// Files patterns; those of one head stay in their order.
    pub(super) fn new(mut patterns: Vec<Pattern>) -> Self {
        let slot = |pattern: &Pattern| slot(&pattern.key[..pattern.head]);
        patterns.sort_by_cached_key(slot);
        let mut rows = vec![0; ROWS + 1];
        for pattern in &patterns {
            rows[slot(pattern) + 1] += 1;
        }
        for at in 0..ROWS {
            rows[at + 1] += rows[at];
        }
        Self { rows: rows.into(), patterns: patterns.into() }
    }

    /// The patterns with this head, in letters of any case.
    fn with_head(&self, head: &str) -> impl Iterator<Item = &Pattern> {
        let slot = slot(head);
        let row = self.rows.get(slot).zip(self.rows.get(slot + 1));
        let row = row.map_or(0..0, |(from, to)| *from as usize..*to as usize);
        let head = head.as_bytes();
        self.patterns[row].iter().filter(move |pattern| {
            pattern.head == head.len()
                && pattern.key.as_bytes()[..pattern.head].eq_ignore_ascii_case(head)
        })
    }
}

/// FNV-1a of the lower-case letters, folded to a row of the table.
fn slot(head: &str) -> usize {
    let mix = |hash: u32, byte: u8| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    };
    let hash = head.bytes().fold(0x811c_9dc5, mix);
    (hash ^ (hash >> 15)) as usize % ROWS
}

/// All tokens that spell a name, from left to right, not overlapping: the leftmost, then the
/// longest; names in their own spelling before others.
fn candidates<'v>(
    vocabulary: &'v Vocabulary,
    folded: &Folded<'_>,
    broad: bool,
) -> Vec<Candidate<'v>> {
    let mut all = Vec::new();
    let bytes = folded.key.as_bytes();
    for (start, byte) in bytes.iter().enumerate() {
        let inside_word = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
        if *byte != b'.' && (inside_word || !byte.is_ascii_alphanumeric()) {
            continue;
        }
        let head = head(&folded.key[start..]);
        for pattern in vocabulary.patterns.with_head(head) {
            let range = start..start + pattern.key.len();
            let spelled = bytes
                .get(range.clone())
                .is_some_and(|written| written.eq_ignore_ascii_case(pattern.key.as_bytes()));
            if spelled && boundary::is_token(&folded.text, &range) {
                all.extend(candidate(pattern, &folded.key, range, broad));
            }
        }
    }
    all.sort_by_key(|candidate| (candidate.range.start, usize::MAX - candidate.range.end));
    let (loose, exact): (Vec<_>, Vec<_>) = all.into_iter().partition(|candidate| candidate.loose);
    let exact = apart(exact, &[]);
    let taken: Vec<Range<usize>> = exact.iter().map(|candidate| candidate.range.clone()).collect();
    let mut kept = exact;
    kept.extend(apart(loose, &taken));
    kept.sort_by_key(|candidate| candidate.range.start);
    kept
}

/// Those of `sorted` that overlap neither `taken` nor one before them.
fn apart<'v>(sorted: Vec<Candidate<'v>>, taken: &[Range<usize>]) -> Vec<Candidate<'v>> {
    let (mut end, mut at) = (0, 0);
    let mut kept = Vec::with_capacity(sorted.len());
    for candidate in sorted {
        let range = &candidate.range;
        while taken.get(at).is_some_and(|other| other.end <= range.start) {
            at += 1;
        }
        let clear = taken.get(at).is_none_or(|other| range.end <= other.start);
        if clear && range.start >= end {
            end = range.end;
            kept.push(candidate);
        }
    }
    kept
}

/// What a pattern means at a place; nothing when it names only what is not asked for.
fn candidate<'v>(
    pattern: &'v Pattern,
    key: &str,
    range: Range<usize>,
    broad: bool,
) -> Option<Candidate<'v>> {
    let written = &key[range.clone()];
    let asked = || pattern.forms.iter().filter(|form| broad || !form.broad);
    if asked().next().is_none() && !pattern.forms.is_empty() {
        return None;
    }
    let fits = |form: &&Form| form.exact.as_ref().is_none_or(|exact| exact == written);
    let fitting: Forms<'_> = asked().filter(fits).collect();
    let loose = fitting.is_empty() && !pattern.forms.is_empty();
    let forms = if loose { asked().collect() } else { fitting };
    Some(Candidate { range, forms, loose, accepted: false })
}

/// Accepts sure names and those their neighbors speak for; drops meanings they speak against.
fn judge_by_neighbors(vocabulary: &Vocabulary, text: &str, found: &mut Vec<Candidate<'_>>) {
    for candidate in &mut *found {
        let judge = |form: &Form| match form.cues {
            None => Verdict::For,
            Some(cues) => {
                vocabulary.cues[cues].judge(text, &candidate.range, &vocabulary.compounds)
            }
        };
        let verdicts: SmallVec<[Verdict; 2]> =
            candidate.forms.iter().map(|form| judge(form)).collect();
        if !candidate.loose
            && let Some(first) = verdicts.iter().position(|verdict| *verdict == Verdict::For)
        {
            candidate.forms = smallvec![candidate.forms[first]];
            candidate.accepted = true;
        } else {
            let mut verdicts = verdicts.into_iter();
            candidate.forms.retain(|_| verdicts.next() != Some(Verdict::Against));
        }
    }
    found.retain(|candidate| !candidate.forms.is_empty());
}

/// Accepts everything on a line of tags: two words or more, and each belongs to a name.
fn judge_by_lines(text: &str, found: &mut [Candidate<'_>]) {
    let mut start = 0;
    let mut at = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let first = at;
        let mut bare = 0;
        let mut from = start;
        while at < found.len() && found[at].range.start < end {
            bare += words_in(&text[from..found[at].range.start.max(from)]);
            from = found[at].range.end.min(end);
            at += 1;
        }
        bare += words_in(&text[from..end]);
        if bare == 0 && at - first >= 2 {
            for candidate in &mut found[first..at] {
                candidate.accepted |= !candidate.forms.is_empty();
            }
        }
        start = end + 1;
    }
}

fn words_in(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

/// Accepts the members of a list that holds a skill, and of a list of ambiguous names only when
/// there are at least two and they are not all single letters.
fn judge_by_lists(text: &str, found: &mut [Candidate<'_>]) {
    let mut start = 0;
    while start < found.len() {
        let mut end = start + 1;
        while end < found.len() && joins(text, &(found[end - 1].range.end..found[end].range.start))
        {
            end += 1;
        }
        judge_list(text, &mut found[start..end]);
        start = end;
    }
}

fn judge_list(text: &str, list: &mut [Candidate<'_>]) {
    let written = || list.iter().filter(|item| !item.loose);
    let is_list_of_skills = written().any(|item| item.accepted)
        || (written().count() >= 2 && written().any(|item| item.range.len() > 1));
    if is_list_of_skills {
        for item in list.iter_mut() {
            item.accepted |= !item.loose;
        }
    }
    // `kafka, go, redis`: two others have to vouch for a name in the wrong case.
    if list.iter().filter(|item| item.accepted).count() >= 2 {
        for item in list.iter_mut().filter(|item| item.loose) {
            item.accepted = stands_alone(text, &item.range);
        }
    }
}

/// Accepts names with a skill or a telling word near them in their sentence.
fn judge_by_sentence(vocabulary: &Vocabulary, text: &str, found: &mut [Candidate<'_>]) {
    let accepted: Vec<Range<usize>> =
        found.iter().filter(|other| other.accepted).map(|other| other.range.clone()).collect();
    for candidate in found.iter_mut().filter(|candidate| !candidate.accepted && !candidate.loose) {
        let range = &candidate.range;
        let at = accepted.partition_point(|other| other.start < range.start);
        let before = at.checked_sub(1).and_then(|before| accepted.get(before));
        let touched = before.is_some_and(|other| text.get(other.end..range.start) == Some(" "))
            || accepted.get(at).is_some_and(|other| text.get(range.end..other.start) == Some(" "));
        if !touched && capital_proves_nothing(text, range) {
            continue;
        }
        let window = window(text, range);
        let touches_skill = touched && range.len() > 1;
        let first = accepted.partition_point(|other| other.start < window.start);
        let skill_near = accepted.get(first).is_some_and(|other| other.end <= window.end);
        let telling = candidate.forms.iter().position(|form| {
            form.cues.is_some_and(|cues| {
                let cues = &vocabulary.cues[cues];
                touches_skill || (skill_near && !cues.strict) || cues.is_near(text, &window)
            })
        });
        if let Some(at) = telling {
            candidate.forms = smallvec![candidate.forms[at]];
            candidate.accepted = true;
        }
    }
}

/// True for a capitalized word that opens a sentence and runs on in it: `Swift replies to …`.
fn capital_proves_nothing(text: &str, range: &Range<usize>) -> bool {
    let rest_is_lower = text[range.clone()].chars().skip(1).all(char::is_lowercase);
    let after = &text[skip_version(text, range.end)..];
    let runs_on = after.trim_start().starts_with(char::is_alphanumeric);
    rest_is_lower && runs_on && opens_sentence(text, range.start)
}
