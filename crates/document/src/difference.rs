//! What a reader loses that takes the text of a document as the file stores it.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;

use crate::Document;

/// Longer lines are no lines of a page; they are not looked into.
const LONGEST_LINE: usize = 1000;
/// Words of a glued one at most.
const MOST_GLUED: usize = 3;

/// The difference between the text as stored and the text as seen.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Stored lines that hold lines of two columns.
    pub(crate) torn: Vec<String>,
    /// Lines that come earlier than they are seen, each with the line it comes after.
    pub(crate) moved: Vec<(String, String)>,
    /// Words that run together.
    pub(crate) glued: Vec<String>,
    /// Words in which two letters are one character: `eﬃciency`.
    pub(crate) joined: Vec<String>,
    /// Words whose letters are set apart.
    pub(crate) spaced: Vec<String>,
    /// Words that are not there, in their order on the page.
    pub(crate) missing: Vec<String>,
    /// Words that nobody sees.
    pub(crate) extra: Vec<String>,
}

impl Difference {
    /// Compares the two texts of a document.
    pub(crate) fn of(document: &Document) -> Self {
        let mut difference = Self::default();
        difference.words(document);
        difference.lines(document);
        difference
    }

    fn words(&mut self, document: &Document) {
        let mut left: HashMap<&str, usize> = HashMap::new();
        for word in words(&document.naive) {
            *left.entry(word).or_default() += 1;
        }
        let seen: Vec<String> = document.lines.iter().map(crate::Line::text).collect();
        let missing: Vec<&str> = seen
            .iter()
            .flat_map(|line| words(line))
            .filter(|word| !take(&mut left, word))
            .collect();
        let plain = |word: &str| word.nfkc().collect::<String>();
        let mut joined: HashMap<String, Vec<&str>> = HashMap::new();
        for word in words(&document.naive).filter(|word| !word.is_ascii()) {
            joined.entry(plain(word)).or_default().push(word);
        }
        let letters = spaced_words(&document.naive);
        let mut at = 0;
        while at < missing.len() {
            let glued = (2..=MOST_GLUED.min(missing.len() - at)).find(|count| {
                let joined = missing[at..at + count].concat();
                take(&mut left, &joined)
            });
            if let Some(count) = glued {
                self.glued.push(missing[at..at + count].concat());
                at += count;
                continue;
            }
            let same = joined.get_mut(&plain(missing[at])).and_then(Vec::pop);
            if let Some(word) = same.filter(|word| take(&mut left, word)) {
                self.joined.push(word.to_owned());
            } else if letters.contains(missing[at]) {
                for letter in missing[at].split("").filter(|letter| !letter.is_empty()) {
                    take(&mut left, letter);
                }
                self.spaced.push(missing[at].to_owned());
            } else {
                self.missing.push(missing[at].to_owned());
            }
            at += 1;
        }
        // Hidden text is told of by itself.
        for word in document.hidden.iter().flat_map(|hidden| words(&hidden.text)) {
            take(&mut left, word);
        }
        self.extra = words(&document.naive)
            .filter(|word| take(&mut left, word))
            .map(str::to_owned)
            .collect();
    }

    fn lines(&mut self, document: &Document) {
        // A line of the page, and each of its cells, by its letters.
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        let mut lengths = BTreeSet::new();
        for (at, line) in document.lines.iter().enumerate() {
            let whole = letters(&line.text());
            let marked = line.list.as_ref().map(|list| letters(&list.mark) + &whole);
            let cells = line.cells().map(|cell| {
                let text: Vec<&str> = cell.iter().map(|piece| piece.text.as_str()).collect();
                letters(&text.concat())
            });
            for key in [Some(whole.clone()), marked].into_iter().flatten().chain(cells) {
                if key.len() > 1 {
                    lengths.insert(key.len());
                    let places = known.entry(key).or_default();
                    if places.last() != Some(&at) {
                        places.push(at);
                    }
                }
            }
        }
        let mut last: Option<usize> = None;
        for stored in document.naive.lines() {
            let key = letters(stored);
            if key.len() < 2 || key.len() > LONGEST_LINE {
                continue;
            }
            let parts = parts(&key, &known, &lengths, last.unwrap_or(0));
            let blocks: BTreeSet<usize> =
                parts.iter().map(|at| document.lines[*at].block).collect();
            if blocks.len() > 1 {
                self.torn.push(stored.trim().to_owned());
            }
            if let (Some(first), Some(before)) = (parts.first(), last)
                && *first < before
            {
                let text = |at: usize| document.lines[at].text();
                self.moved.push((text(*first), text(before)));
            }
            last = parts.last().copied().or(last);
        }
    }
}

/// The lines of the page that a stored line is made of; empty when it is not made of whole ones. Of
/// equal lines the one is taken that follows the line `last`.
fn parts(
    key: &str,
    known: &HashMap<String, Vec<usize>>,
    lengths: &BTreeSet<usize>,
    mut last: usize,
) -> Vec<usize> {
    let (mut parts, mut rest) = (Vec::new(), key);
    while !rest.is_empty() {
        let longest = lengths.range(..=rest.len()).rev().find_map(|length| {
            let places = known.get(rest.get(..*length)?)?;
            let next = places.partition_point(|at| *at < last);
            Some((*places.get(next).or(places.first())?, *length))
        });
        let Some((at, length)) = longest else { return Vec::new() };
        parts.push(at);
        last = at;
        rest = &rest[length..];
    }
    parts
}

/// Words with a letter or a digit in them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

/// What is left of a line without blanks and marks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// One less of a word; false when there is none.
fn take(left: &mut HashMap<&str, usize>, word: &str) -> bool {
    match left.get_mut(word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// Words that stand in a text as single letters with blanks between them: `S K I L L S`.
fn spaced_words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let mut word = String::new();
        for part in line.split_whitespace().chain(["--"]) {
            if part.chars().count() == 1 {
                word.push_str(part);
            } else {
                if word.chars().count() > 3 {
                    found.insert(std::mem::take(&mut word));
                }
                word.clear();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Gap, Line, Piece};

    /// Lines as `block|text`; a double bar sets cells apart.
    fn document(lines: &[&str], naive: &str) -> Document {
        let lines = lines.iter().map(|line| {
            let (block, text) = line.split_once('|').expect("a block");
            let pieces = text.split("||").map(|cell| Piece {
                text: cell.to_owned(),
                gap: Gap::Wide,
                ..Piece::default()
            });
            let block = block.parse().expect("a number");
            Line { pieces: pieces.collect(), block, ..Line::default() }
        });
        Document { lines: lines.collect(), naive: naive.to_owned(), ..Document::default() }
    }

    #[track_caller]
    fn check(lines: &[&str], naive: &str, expected: &Difference) {
        assert_eq!(Difference::of(&document(lines, naive)), *expected);
    }

    #[test]
    fn a_text_stored_as_it_is_seen_loses_nothing() {
        let lines = ["0|Ada Example", "0|Engineer||2021 – 2023", "1|• Wrote the backfill"];
        check(
            &lines,
            "Ada Example\nEngineer 2021 – 2023\n• Wrote the backfill\n",
            &Difference::default(),
        );
        check(
            &lines,
            "Ada Example\nEngineer\n2021 – 2023\nWrote the backfill",
            &Difference::default(),
        );
        let twice = ["0|Harbor", "0|Graz", "0|Fare Works", "0|Graz"];
        check(&twice, "Harbor\nGraz\nFare Works\nGraz", &Difference::default());
        check(&[], "", &Difference::default());
    }

    #[test]
    fn lines_of_two_columns_are_told_from_cells() {
        let text = |text: &str| text.to_owned();
        check(
            &["0|Go, Rust", "0|PostgreSQL", "1|Engineer at Harbor", "1|Wrote the backfill"],
            "Go, Rust Engineer at Harbor\nPostgreSQL Wrote the backfill\n",
            &Difference {
                torn: vec![
                    text("Go, Rust Engineer at Harbor"),
                    text("PostgreSQL Wrote the backfill"),
                ],
                moved: vec![(text("PostgreSQL"), text("Engineer at Harbor"))],
                ..Difference::default()
            },
        );
    }

    #[test]
    fn what_happens_to_words_is_named() {
        let text = |text: &str| text.to_owned();
        check(
            &["0|Skills", "0|Senior Engineer since 2021", "0|efficient Graz"],
            "S k i l l s\nSeniorEngineer since 2021\neﬃcient\nhire me",
            &Difference {
                glued: vec![text("SeniorEngineer")],
                spaced: vec![text("Skills")],
                joined: vec![text("eﬃcient")],
                missing: vec![text("Graz")],
                extra: vec![text("hire"), text("me")],
                ..Difference::default()
            },
        );
    }
}
