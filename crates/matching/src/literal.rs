//! What a machine finds that looks for the exact words of the job.

use std::collections::BTreeSet;

use facts::requirement::{Asked, Requirement};

use crate::evidence::Evidence;

/// The name of a skill as the job writes it; empty where its place is not inside the requirement.
pub(crate) fn written<'a>(requirement: &'a Requirement, asked: &Asked) -> &'a str {
    let from = asked.range.start.checked_sub(requirement.range.start);
    let to = asked.range.end.checked_sub(requirement.range.start);
    from.zip(to).and_then(|(from, to)| requirement.text.get(from..to)).unwrap_or_default().trim()
}

/// True when the name stands on the page as a word of its own; case does not matter.
pub(crate) fn stands(page: &Evidence, name: &str) -> bool {
    let name = name.to_lowercase();
    if name.is_empty() {
        return false;
    }
    let mut from = 0;
    while let Some(at) = page.words.get(from..).and_then(|rest| rest.find(&name)) {
        let (start, end) = (from + at, from + at + name.len());
        let before = page.words[..start].chars().next_back();
        let after = page.words[end..].chars().next();
        // `C` is no word of `C++` and `C#`.
        if !before.is_some_and(char::is_alphanumeric)
            && !after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '#'))
        {
            return true;
        }
        // The name is not empty: this moves on, to a boundary.
        from = start + name.chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// The share of names that the job asks for and that stand on the page letter by letter, 0–1. Of
/// alternatives one is enough; the same names asked for twice count once.
pub(crate) fn share(page: &Evidence, requirements: &[Requirement]) -> f64 {
    let mut groups: BTreeSet<Vec<String>> = BTreeSet::new();
    for requirement in requirements {
        for group in &requirement.skills {
            let names = group.0.iter().map(|asked| written(requirement, asked).to_lowercase());
            let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
            names.sort_unstable();
            names.dedup();
            if !names.is_empty() {
                groups.insert(names);
            }
        }
    }
    let found = groups.iter().filter(|names| names.iter().any(|name| stands(page, name)));
    if groups.is_empty() { 0.0 } else { found.count() as f64 / groups.len() as f64 }
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
