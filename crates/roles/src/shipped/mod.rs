//! What the shipped examples say, so that a line copied from one can be told from a line of the
//! author's own. The examples are read when the program is built.

mod runs;

use std::ops::Range;

use runs::{RUN, runs, tokens};

/// What the build script read.
#[expect(clippy::unreadable_literal, reason = "nobody reads what a build script wrote")]
mod prepared {
    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

/// The page is about the person of an example: somebody reads or tries the example itself.
pub fn is_example_person(name: &str, email: &str) -> bool {
    prepared::PEOPLE.contains(&(name, email))
}

/// An employer or project of an example.
pub fn is_example_name(name: &str) -> bool {
    prepared::NAMES.binary_search(&name.trim().to_lowercase().as_str()).is_ok()
}

/// The bytes of a text that an example says in the same row of words, figures included.
pub fn copied(text: &str) -> Option<Range<usize>> {
    let tokens = tokens(text);
    let known = |(_, hash): &(usize, u64)| prepared::RUNS.binary_search(hash).is_ok();
    let mut copied = runs(&tokens).filter(known).map(|(at, _)| at);
    let first = copied.next()?;
    let last = copied.next_back().unwrap_or(first);
    Some(tokens[first].bytes.start..tokens[last + RUN - 1].bytes.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn every_example_is_read() {
        let examples = library().resumes.len();
        assert_eq!(prepared::PEOPLE.len(), examples);
        for (name, email) in prepared::PEOPLE {
            assert!(!name.is_empty() && email.contains('@'), "{name}");
        }
        assert!(prepared::NAMES.len() >= examples && prepared::RUNS.len() > 100 * examples);
        assert!(prepared::NAMES.is_sorted() && prepared::RUNS.is_sorted());
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(copied(text).map(|range| &text[range]), expected, "{text}");
    }

    #[test]
    fn eight_words_with_a_figure_are_copied() {
        let said = "4.2 billion events a day on 24 brokers for 38 teams";
        check(&format!("Ran Kafka, {said}, alone"), Some(said));
        check(&said.to_uppercase(), Some(&said.to_uppercase()));
        check("4.2 billion events a day on 9 brokers for 38 teams", None);
        check("24 brokers for 38 teams", None);
        check("«état» 24", None);
        check("", None);
    }
}
