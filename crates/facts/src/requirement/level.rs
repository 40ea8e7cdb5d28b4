//! How well something should be known.

use roles::{Word, is_one_of};

/// How well. Ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Heard of, tried: `familiarity with`, `exposure to`.
    Familiar,
    /// Used in work: `experience with`, `working knowledge of`.
    Working,
    /// `strong`, `solid`, `deep`, `proficient`.
    Strong,
    /// `expert`, `mastery of`.
    Expert,
}

const FAMILIAR: [&str; 9] = [
    "familiar", "familiarity", "exposure", "awareness", "basic", "basics", "understanding",
    "interest", "curious",
];
const WORKING: [&str; 8] = [
    "experience", "experienced", "working", "worked", "practical", "knowledge", "hands",
    "comfortable",
];
const STRONG: [&str; 10] = [
    "strong", "solid", "deep", "proficient", "proficiency", "extensive", "advanced", "thorough",
    "excellent", "profound",
];
/// As words are compared, see [`roles::fold`].
const EXPERT: [&str; 5] = ["expert", "expertize", "mastery", "guru", "authority"];

/// The highest level that the words of a sentence ask for.
pub(super) fn level(words: &[Word]) -> Option<Level> {
    let of = |word: &Word| {
        let lists: [(&[&str], Level); 4] = [
            (&EXPERT, Level::Expert),
            (&STRONG, Level::Strong),
            (&WORKING, Level::Working),
            (&FAMILIAR, Level::Familiar),
        ];
        lists.into_iter().find(|(list, _)| is_one_of(&word.norm, *list)).map(|(_, level)| level)
    };
    words.iter().filter_map(of).max()
}

#[cfg(test)]
mod tests {
    use roles::words;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Level>) {
        assert_eq!(level(&words(text)), expected, "{text}");
    }

    #[test]
    fn the_strongest_word_counts() {
        check("Familiarity with Terraform", Some(Level::Familiar));
        check("Experience with Kafka", Some(Level::Working));
        check("Basic working knowledge of Linux", Some(Level::Working));
        check("Strong experience in Go", Some(Level::Strong));
        check("Deep understanding of PostgreSQL", Some(Level::Strong));
        check("Expertise in Rust", Some(Level::Expert));
        check("Go, Kafka", None);
        check("Build services in Go", None);
    }
}
