//! Human languages: `fluent English`, `German at C1`.

use std::ops::Range;

use roles::{Word, is_one_of};

/// A human language that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLanguage {
    /// Its English name.
    pub name: String,
    /// Bytes of the value that name it.
    pub range: Range<usize>,
}

const NAMES: [&str; 38] = [
    "english", "german", "french", "spanish", "dutch", "polish", "portuguese", "italian",
    "swedish", "danish", "norwegian", "finnish", "czech", "hungarian", "romanian", "ukrainian",
    "russian", "turkish", "arabic", "hebrew", "hindi", "japanese", "korean", "mandarin", "chinese",
    "cantonese", "vietnamese", "thai", "indonesian", "greek", "croatian", "serbian", "slovak",
    "slovenian", "bulgarian", "lithuanian", "latvian", "estonian",
];

/// Words that make one of them a language to speak, anywhere in the sentence.
const CUES: [&str; 27] = [
    "fluent", "fluency", "fluently", "proficient", "proficiency", "speak", "speaking", "speaker",
    "spoken", "written", "writing", "verbal", "command", "language", "languages", "native",
    "communicate", "communication", "knowledge", "bilingual", "oral", "a2", "b1", "b2", "c1", "c2",
    "skills",
];

/// The first human language that the words of a sentence ask for.
pub(super) fn language(text: &str, words: &[Word]) -> Option<SpokenLanguage> {
    let cued = words.iter().any(|word| is_one_of(&word.norm, CUES.as_slice()));
    let (_, found) = words.iter().enumerate().filter(|_| cued).find(|(at, word)| {
        let written = text.get(word.start..word.end).unwrap_or_default();
        let after = words.get(at + 1).map_or("", |after| after.norm.as_str());
        let is_verb = word.norm == "polish" && is_one_of(after, &["the", "a", "our", "your"]);
        written.starts_with(char::is_uppercase)
            && is_one_of(&word.norm, NAMES.as_slice())
            && !is_verb
    })?;
    let name = text.get(found.start..found.end)?;
    let mut letters = name.chars();
    let first: String = letters.next()?.to_uppercase().collect();
    let name = first + &letters.as_str().to_lowercase();
    Some(SpokenLanguage { name, range: found.start..found.end })
}

#[cfg(test)]
mod tests {
    use roles::words;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = language(text, &words(text));
        assert_eq!(found.map(|language| language.name).as_deref(), expected, "{text}");
    }

    #[test]
    fn languages_to_speak() {
        check("Fluent in English", Some("English"));
        check("Professional proficiency in ENGLISH", Some("English"));
        check("German at level C1", Some("German"));
        check("Good written and spoken Dutch", Some("Dutch"));
    }

    #[test]
    fn markets_and_manners_are_none() {
        check("Experience with the German market", None);
        check("Polish the onboarding flow and its communication", None);
        check("polish the language of error messages", None);
        check("Communicate clearly with product", None);
    }
}
