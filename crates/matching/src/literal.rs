//! What a machine finds that looks for the exact words of the job.

use std::collections::BTreeMap;
use std::ops::Range;

use facts::requirement::{Asked, Requirement};
use roles::RolePack;

use crate::evidence::Evidence;
use crate::weights;

/// The name of a skill as the job writes it; empty where its place is not inside the requirement.
pub(crate) fn written<'a>(requirement: &'a Requirement, asked: &Asked) -> &'a str {
    let from = asked.range.start.checked_sub(requirement.range.start);
    let to = asked.range.end.checked_sub(requirement.range.start);
    from.zip(to).and_then(|(from, to)| requirement.text.get(from..to)).unwrap_or_default().trim()
}

/// True when the name stands on the page as a word of its own; case does not matter.
pub(crate) fn stands(page: &Evidence, name: &str) -> bool {
    find(&page.words, &name.to_lowercase()).is_some()
}

/// Bytes of the first place of a text that has the name as a word of its own. ASCII letters may
/// differ in case.
pub(crate) fn whole_word(text: &str, name: &str) -> Option<Range<usize>> {
    // Unlike other changes of case, this one keeps every byte where it is.
    find(&text.to_ascii_lowercase(), &name.to_ascii_lowercase())
}

fn find(text: &str, name: &str) -> Option<Range<usize>> {
    let first = name.chars().next()?;
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(name)) {
        let (start, end) = (from + at, from + at + name.len());
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        // `C` is no word of `C++` and `C#`.
        if !before.is_some_and(char::is_alphanumeric)
            && !after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '#'))
        {
            return Some(start..end);
        }
        from = start + first.len_utf8();
    }
    None
}

/// The share of names that the job asks for and that stand on the page letter by letter, 0–1, each
/// with the weight of its category. Of alternatives one is enough; the same names asked for twice
/// count once.
pub(crate) fn share(page: &Evidence, requirements: &[Requirement], pack: &RolePack) -> f64 {
    let mut groups: BTreeMap<Vec<String>, f64> = BTreeMap::new();
    for requirement in requirements {
        for group in &requirement.skills {
            let names = group.0.iter().map(|asked| written(requirement, asked).to_lowercase());
            let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
            names.sort_unstable();
            names.dedup();
            if !names.is_empty() {
                groups.insert(names, weights::of_group(group, pack));
            }
        }
    }
    let is_found = |names: &[String]| names.iter().any(|name| stands(page, name));
    let (mut found, mut all) = (0.0, 0.0);
    for (names, weight) in &groups {
        all += weight;
        found += if is_found(names) { *weight } else { 0.0 };
    }
    if all > 0.0 { found / all } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_words() {
        let check = |page: &str, name: &str, expected: bool| {
            let page = Evidence { words: page.to_lowercase(), ..Evidence::default() };
            assert_eq!(stands(&page, name), expected, "{name:?} in {:?}", page.words);
        };
        check("Wrote Go services", "go", true);
        check("Wrote Go services", "Go services", true);
        check("MongoDB, Django", "go", false);
        check("C++ and C#", "C", false);
        check("C++ and C#", "C++", true);
        check("C, C++", "C", true);
        check("Postgres", "PostgreSQL", false);
        check("JavaScript", "Java", false);
        check("JavaScript (Java)", "Java", true);
        check("Node.js, CI/CD.", "ci/cd", true);
        check("größe", "GRÖSSE", false);
        check("", "Go", false);
        check("Go", "", false);
    }
}
