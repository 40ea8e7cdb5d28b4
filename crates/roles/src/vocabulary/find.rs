//! The search: all names in a text, then what the ambiguous ones mean there.

use std::ops::Range;

use super::chain::{joins, stands_alone};
use super::context::{Verdict, opens_sentence, skip_version, window};
use super::folded::Folded;
use super::{Form, Mention, Vocabulary, boundary};

/// Where the text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Running text.
    Prose,
    /// An item of a list of skills.
    List,
}

/// A token that could be a skill.
struct Candidate<'v> {
    /// In the folded text.
    range: Range<usize>,
    /// What it could mean; empty for a phrase that only shields its words.
    forms: Vec<&'v Form>,
    /// The spelling is not the one that counts.
    loose: bool,
    accepted: bool,
}

pub(super) fn mentions(vocabulary: &Vocabulary, source: &str, setting: Setting) -> Vec<Mention> {
    let folded = Folded::new(source);
    let text = folded.text.as_str();
    let mut found = candidates(vocabulary, &folded);
    judge_by_neighbors(vocabulary, text, &mut found);
    match setting {
        Setting::Prose => {
            judge_by_lists(text, &mut found);
            judge_by_sentence(vocabulary, text, &mut found);
        }
        Setting::List => {
            for candidate in &mut found {
                candidate.accepted |= !candidate.loose || stands_alone(text, &candidate.range);
            }
        }
    }
    found
        .iter()
        .filter(|candidate| candidate.accepted)
        .filter_map(|candidate| {
            let skill = candidate.forms.first()?.skill;
            Some(Mention { skill, range: folded.in_source(source, &candidate.range) })
        })
        .collect()
}

/// All tokens that spell a name, from left to right, not overlapping: the leftmost, then the
/// longest; names in their own spelling before others.
fn candidates<'v>(vocabulary: &'v Vocabulary, folded: &Folded) -> Vec<Candidate<'v>> {
    let mut all = Vec::new();
    for hit in vocabulary.automaton.find_overlapping_iter(&folded.key) {
        let range = hit.range();
        if !boundary::is_token(&folded.text, &range) {
            continue;
        }
        let written = &folded.key[range.clone()];
        let forms = &vocabulary.patterns[hit.pattern().as_usize()];
        let fits = |form: &&Form| form.exact.as_ref().is_none_or(|exact| exact == written);
        let mut fitting: Vec<&Form> = forms.iter().filter(fits).collect();
        let loose = fitting.is_empty() && !forms.is_empty();
        if loose {
            fitting = forms.iter().collect();
        }
        all.push(Candidate { range, forms: fitting, loose, accepted: false });
    }
    all.sort_by_key(|candidate| {
        (candidate.loose, candidate.range.start, usize::MAX - candidate.range.end)
    });
    let mut kept: Vec<Candidate<'v>> = Vec::with_capacity(all.len());
    for candidate in all {
        let at = kept.partition_point(|other| other.range.start < candidate.range.start);
        let clear_before = at == 0 || kept[at - 1].range.end <= candidate.range.start;
        let clear_after = at == kept.len() || candidate.range.end <= kept[at].range.start;
        if clear_before && clear_after {
            kept.insert(at, candidate);
        }
    }
    kept
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
        let verdicts: Vec<Verdict> = candidate.forms.iter().map(|form| judge(form)).collect();
        if !candidate.loose
            && let Some(first) = verdicts.iter().position(|verdict| *verdict == Verdict::For)
        {
            candidate.forms = vec![candidate.forms[first]];
            candidate.accepted = true;
        } else {
            let mut verdicts = verdicts.into_iter();
            candidate.forms.retain(|_| verdicts.next() != Some(Verdict::Against));
        }
    }
    found.retain(|candidate| !candidate.forms.is_empty());
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
        list.iter_mut().for_each(|item| item.accepted |= !item.loose);
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
        let touched = accepted.iter().any(|other| {
            &text[range.end.min(other.start)..other.start] == " "
                || &text[other.end.min(range.start)..range.start] == " "
        });
        if !touched && capital_proves_nothing(text, range) {
            continue;
        }
        let window = window(text, range);
        let skill_near = touched
            || accepted.iter().any(|other| window.start <= other.start && other.end <= window.end);
        let telling = candidate.forms.iter().position(|form| {
            form.cues.is_some_and(|cues| {
                let cues = &vocabulary.cues[cues];
                (skill_near && !cues.strict) || cues.is_near(text, &window)
            })
        });
        if let Some(at) = telling {
            candidate.forms = vec![candidate.forms[at]];
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
