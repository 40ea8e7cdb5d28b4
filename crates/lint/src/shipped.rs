//! What the shipped examples say, so that a line copied from one can be told from a line of the
//! author's own.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use roles::library;

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
        self.runs.extend(runs(&tokens(text)).map(|(_, hash)| hash));
    }
}

/// A word of a text as a number: a run of letters and digits, in lower case where it is ASCII.
///
/// [`roles::words`] folds more, and costs too much here: all examples are read by each process that
/// checks a page.
struct Token {
    bytes: Range<usize>,
    hash: u64,
    digit: bool,
}

fn tokens(text: &str) -> Vec<Token> {
    const SEED: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6 + 1);
    let mut inside = false;
    for (at, byte) in text.bytes().enumerate() {
        let letter = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if letter && !inside {
            tokens.push(Token { bytes: at..at, hash: SEED, digit: false });
        }
        inside = letter;
        if let Some(token) = tokens.last_mut().filter(|_| letter) {
            token.bytes.end = at + 1;
            token.hash = (token.hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
            token.digit |= byte.is_ascii_digit();
        }
    }
    tokens
}

/// Rows of [`RUN`] words that hold a digit: the first word of each and a hash of all.
fn runs(tokens: &[Token]) -> impl DoubleEndedIterator<Item = (usize, u64)> {
    let digits = |run: &[Token]| run.iter().any(|token| token.digit);
    let hash = |run: &[Token]| {
        run.iter().fold(0_u64, |hash, token| hash.rotate_left(7).wrapping_mul(31) ^ token.hash)
    };
    let runs = tokens.windows(RUN).enumerate();
    runs.filter(move |(_, run)| digits(run)).map(move |(at, run)| (at, hash(run)))
}

/// The page is about the person of an example: somebody reads or tries the example itself.
pub(crate) fn is_example_person(name: &str, email: &str) -> bool {
    SHIPPED.people.iter().any(|person| person.name == name && person.email == email)
}

/// An employer or project of an example.
pub(crate) fn is_example_name(name: &str) -> bool {
    SHIPPED.names.contains(&name.trim().to_lowercase())
}

/// The bytes of a text that an example says in the same row of words, figures included.
pub(crate) fn copied(text: &str) -> Option<Range<usize>> {
    let tokens = tokens(text);
    let known = |(_, hash): &(usize, u64)| SHIPPED.runs.binary_search(hash).is_ok();
    let mut copied = runs(&tokens).filter(known).map(|(at, _)| at);
    let first = copied.next()?;
    let last = copied.next_back().unwrap_or(first);
    Some(tokens[first].bytes.start..tokens[last + RUN - 1].bytes.end)
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
