//! Names no vocabulary has, by the company they keep.
//!
//! In `Java, Zorba, Hibernate, Oracle` the second item is written like a name and stands in a list
//! whose other items are known tools: then it is one, too.

use std::ops::Range;

use super::{Category, Term, Vocabulary};

/// Marks between the items of a list.
const MARKS: &str = ",;|/·•\t";

/// Words of a name at most.
const WORDS: usize = 3;

/// Bytes of a name at most.
const LONGEST: usize = 32;

/// Known tools a list needs to vouch for a name.
const VOUCHERS: usize = 2;

/// Words that are written with a capital beside tools and are none.
const COMMON: [&str; 24] = [
    "etc", "including", "tools", "languages", "skills", "technologies", "advanced", "basic",
    "expert", "intermediate", "beginner", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "present",
];

/// `terms` with the names between them, in the order of the text.
pub(super) fn with_unlisted(vocabulary: &Vocabulary, text: &str, terms: Vec<Term>) -> Vec<Term> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        let first = at;
        while terms.get(at).is_some_and(|term| term.range.start < range.end) {
            at += 1;
        }
        if at - first >= VOUCHERS {
            names_of_line(vocabulary, text, &range, &terms[first..at], &mut names);
        }
    }
    if names.is_empty() {
        return terms;
    }
    let unlisted = names.into_iter().map(|range| Term {
        skill: None,
        name: range.clone(),
        range,
        negated: false,
    });
    let mut all: Vec<Term> = terms.into_iter().chain(unlisted).collect();
    all.sort_by_key(|term| term.range.start);
    all
}

fn names_of_line(
    vocabulary: &Vocabulary,
    text: &str,
    line: &Range<usize>,
    terms: &[Term],
    names: &mut Vec<Range<usize>>,
) {
    let is_tool = |term: &Term| {
        term.skill.is_some_and(|skill| {
            let category = vocabulary.skill(skill).category;
            let common = matches!(category, Category::Practice | Category::Pattern);
            (category.is_engineering() || category == Category::Business) && !common
        })
    };
    let (mut items, mut vouchers, mut unknown) = (0, 0, Vec::new());
    let mut at = 0;
    for item in items_of(text, line) {
        items += 1;
        while terms.get(at).is_some_and(|term| term.range.end <= item.start) {
            at += 1;
        }
        match terms.get(at) {
            Some(term) if term.range.start < item.end => {
                // The item is the tool and little else.
                let rest = item.len().saturating_sub(term.range.len());
                vouchers += usize::from(is_tool(term) && rest <= term.range.len());
            }
            _ if is_name(&text[item.clone()]) => unknown.push(item),
            _ => {}
        }
    }
    if vouchers >= VOUCHERS && 2 * vouchers >= items {
        names.append(&mut unknown);
    }
}

/// Items of the list a line is, without the label before it and blanks at their ends.
fn items_of(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let whole = &text[line.clone()];
    let label = whole.find(": ").map_or(0, |at| at + 2);
    let parts = whole[label..].split(|c| MARKS.contains(c));
    let pieces = parts.flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" or "));
    let trimmed = pieces
        .map(|piece| piece.trim_matches(|c: char| c.is_whitespace() || ".-*\"'&".contains(c)));
    trimmed
        .filter(|item| !item.is_empty())
        .map(|item| {
            // Where a part of `text` stands in it.
            let start = item.as_ptr().addr() - text.as_ptr().addr();
            start..start + item.len()
        })
        .collect()
}

/// True for what is written like a name: few words, each with a capital or a figure in it.
fn is_name(item: &str) -> bool {
    if item.len() < 2 || item.len() > LONGEST {
        return false;
    }
    let written = |word: &str| {
        word.chars().all(|c| c.is_alphanumeric() || ".+#-_".contains(c))
            && word.chars().any(char::is_uppercase)
            && word.chars().any(char::is_alphabetic)
            && !COMMON.iter().any(|common| word.eq_ignore_ascii_case(common))
    };
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let mut words = item.split(' ');
    words.next().is_some_and(written)
        && words.clone().count() < WORDS
        && words.all(|word| written(word) || number(word))
}
