//! What the shipped examples say, so that a line copied from one can be told from a line of the
//! author's own.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::LazyLock;

use roles::{Word, library, words};

/// Words in a row that two authors do not write by chance, one of them with a digit.
const RUN: usize = 8;

/// Names and rows of words of all examples.
static SHIPPED: LazyLock<Shipped> = LazyLock::new(|| {
    let mut shipped = Shipped::default();
    let library = library();
    for example in &library.resumes {
        shipped.read_resume(&example.yaml);
    }
    let lines = library.bullets.iter().map(|bullet| &bullet.text);
    for line in lines.chain(library.pairs.iter().map(|pair| &pair.strong)) {
        shipped.read_text(line);
    }
    shipped.runs.sort_unstable();
    shipped.runs.dedup();
    shipped
});

#[derive(Default)]
struct Shipped {
    people: Vec<Person>,
    /// Employers and projects, in lower case.
    names: BTreeSet<String>,
    /// Hashes of the rows of [`RUN`] words that hold a digit, sorted.
    runs: Vec<u64>,
}

/// Who an example is about.
#[derive(Clone, Default)]
struct Person {
    name: String,
    email: String,
}

impl Shipped {
    /// Reads an example line by line: the files are ours, and written in one way.
    fn read_resume(&mut self, yaml: &str) {
        let mut section = "";
        let mut person = Person::default();
        for line in yaml.lines() {
            if let Some(key) = line.strip_suffix(':').filter(|key| !key.starts_with(' ')) {
                section = key;
            } else if let (Some(name), "basics") = (line.strip_prefix("  name: "), section) {
                name.clone_into(&mut person.name);
            } else if let (Some(email), "basics") = (line.strip_prefix("  email: "), section) {
                email.clone_into(&mut person.email);
            } else if let (Some(name), "work" | "projects") =
                (line.strip_prefix("  - name: "), section)
            {
                self.names.insert(name.to_lowercase());
            }
        }
        self.people.push(person);
        self.read_text(yaml);
    }

    fn read_text(&mut self, text: &str) {
        self.runs.extend(words(text).windows(RUN).filter_map(hash));
    }
}

/// The hash of a row of words that holds a digit.
fn hash(run: &[Word]) -> Option<u64> {
    let digit = run.iter().any(|word| word.norm.contains(|c: char| c.is_ascii_digit()));
    digit.then(|| {
        let mut hasher = DefaultHasher::new();
        for word in run {
            word.norm.hash(&mut hasher);
        }
        hasher.finish()
    })
}

/// The page is about the person of an example: somebody reads or tries the example itself.
pub(crate) fn is_example_person(name: &str, email: &str) -> bool {
    SHIPPED.people.iter().any(|person| person.name == name && person.email == email)
}

/// An employer or project of an example.
pub(crate) fn is_example_name(name: &str) -> bool {
    SHIPPED.names.contains(&name.trim().to_lowercase())
}

/// The words of a text that an example says in the same row, figures included.
pub(crate) fn copied(words: &[Word]) -> Option<Range<usize>> {
    let is_copied =
        |run: &[Word]| hash(run).is_some_and(|hash| SHIPPED.runs.binary_search(&hash).is_ok());
    let mut runs =
        words.windows(RUN).enumerate().filter(|(_, run)| is_copied(run)).map(|(at, _)| at);
    let first = runs.next()?;
    let last = runs.next_back().unwrap_or(first);
    Some(first..last + RUN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_read() {
        let examples = library().resumes.len();
        assert_eq!(SHIPPED.people.len(), examples);
        for person in &SHIPPED.people {
            assert!(!person.name.is_empty() && person.email.contains('@'), "{}", person.name);
        }
        assert!(SHIPPED.names.len() >= examples && SHIPPED.runs.len() > 100 * examples);
    }
}
