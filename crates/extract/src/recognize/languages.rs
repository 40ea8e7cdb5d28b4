//! Human languages and how well somebody speaks them.

use std::ops::Range;
use std::sync::LazyLock;

use super::text::{List, trimmed_of, words};

/// A language of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// Bytes of the name.
    pub(crate) language: Range<usize>,
    /// Bytes of the fluency as written, e.g. `Native`, `B2`.
    pub(crate) fluency: Option<Range<usize>>,
}

static LANGUAGES: LazyLock<List> = LazyLock::new(|| List::new(include_str!("data/languages.txt")));

/// Words of levels, folded.
const LEVELS: [&str; 86] = [
    "native", "bilingual", "fluent", "fluently", "proficient", "proficiency", "advanced",
    "intermediate", "upper", "lower", "basic", "basics", "beginner", "elementary",
    "conversational", "professional", "working", "limited", "full", "mother", "tongue", "speaker",
    "business", "good", "very", "excellent", "level", "a1", "a2", "b1", "b2", "c1", "c2", "n1",
    "n2", "n3", "n4", "n5", "toefl", "ielts", "cefr", "dele", "delf", "dalf", "jlpt", "hsk",
    "topik", "muttersprache", "muttersprachler", "fliessend", "verhandlungssicher",
    "grundkenntnisse", "gut", "gute", "sehr", "kenntnisse", "courant", "maternelle", "langue",
    "bilingue", "notions", "intermediaire", "avance", "scolaire", "nativo", "nativa", "fluido",
    "avanzado", "intermedio", "basico", "madrelingua", "fluente", "buono", "ottimo", "avancado",
    "intermediario", "moedertaal", "vloeiend", "goed", "written", "spoken", "reading", "writing",
    "speaking", "oral", "fair",
];

/// The languages of `text`, in order, each with the level that stands behind it (or before it,
/// as in `fluent German`).
pub(crate) fn languages(text: &str) -> Vec<Spoken> {
    let all = words(text);
    let mut names = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let count = LANGUAGES.at(&all, at);
        if count > 0 {
            names.push((at, at + count));
        }
        at += count.max(1);
    }
    let is_level = |at: usize| LEVELS.contains(&all[at].norm.as_str());
    let mut found = Vec::with_capacity(names.len());
    for (index, &(first, end)) in names.iter().enumerate() {
        let language = all[first].range.start..all[end - 1].range.end;
        let next = names.get(index + 1).map_or(all.len(), |(next, _)| *next);
        let stop = names.get(index + 1).map_or(text.len(), |_| all[next].range.start);
        let piece = language.end..stop;
        // A comma, a semicolon or a bar ends what belongs to a language; inside brackets it does not.
        let piece = piece.start..piece.start + own(&text[piece.clone()]);
        let behind = (end..next).filter(|&at| all[at].range.end <= piece.end);
        let told = behind.clone().any(is_level);
        let before = first.checked_sub(1).filter(|&at| {
            index.checked_sub(1).is_none_or(|index| names[index].1 <= at)
                && is_level(at)
                && text[all[at].range.end..language.start].trim().is_empty()
        });
        let fluency = if told {
            let outer = |c: char| !c.is_alphanumeric();
            Some(trimmed_of(text, piece, outer)).filter(|range| range.len() <= 60)
        } else {
            before.map(|at| all[at].range.clone())
        };
        found.push(Spoken { language, fluency });
    }
    found
}

/// Bytes at the start of `text` up to the separator of the list.
fn own(text: &str) -> usize {
    let mut depth = 0_u32;
    let mut told = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at;
                }
            }
            ',' | ';' | '|' | '•' | '·' | '/' | '\n' | '\t'
                if depth == 0 && (told || !matches!(c, ',')) =>
            {
                if told || c != '·' {
                    return at;
                }
            }
            ',' if depth == 0 => return at,
            c => told |= c.is_alphanumeric(),
        }
    }
    text.len()
}

/// How much the whole of `text` is a list of languages, 0–1: the share of its words that name
/// languages and levels.
pub(crate) fn language_line(text: &str) -> f32 {
    let all = words(text);
    if all.is_empty() || all.len() > 60 {
        return 0.0;
    }
    let mut known = 0;
    let mut any = false;
    let mut at = 0;
    while at < all.len() {
        let count = LANGUAGES.at(&all, at);
        any |= count > 0;
        let helps = matches!(
            all[at].norm.as_str(),
            "and"
                | "in"
                | "languages"
                | "language"
                | "the"
                | "of"
                | "sprachen"
                | "langues"
                | "idiomas"
                | "lingue"
        );
        known += if count > 0 {
            count
        } else {
            usize::from(helps || LEVELS.contains(&all[at].norm.as_str()))
        };
        at += count.max(1);
    }
    if any { known as f32 / all.len() as f32 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each language as `name` or `name=level`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = languages(text)
            .into_iter()
            .map(|spoken| {
                let level =
                    spoken.fluency.map(|range| format!("={}", &text[range])).unwrap_or_default();
                format!("{}{level}", &text[spoken.language])
            })
            .collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn lines_of_languages() {
        check("English (Native), German – B2", &["English=Native", "German=B2"]);
        check("English: fluent; French: basic", &["English=fluent", "French=basic"]);
        check("Fluent German", &["German=Fluent"]);
        check("English, Spanish", &["English", "Spanish"]);
        check("English | Full professional proficiency", &["English"]);
        check("Deutsch (Muttersprache) · Englisch (C1)", &["Deutsch=Muttersprache", "Englisch=C1"]);
        check("Español – nativo, Inglés – avanzado", &["Español=nativo", "Inglés=avanzado"]);
        check("Sign Language (basic)", &["Sign Language=basic"]);
        check("Mandarin (Native or Bilingual)", &["Mandarin=Native or Bilingual"]);
        check("Go, Java", &[]);
        check("", &[]);
    }

    #[test]
    fn lines_are_told_from_others() {
        for text in
            ["English (native), German (B2)", "Languages: English, French", "Spanish – fluent"]
        {
            assert!(language_line(text) > 0.8, "{text:?}");
        }
        for text in [
            "Go, Java, Rust",
            "Translated the German site",
            "English teacher at a school in Oslo",
            "",
        ] {
            assert!(language_line(text) < 0.6, "{text:?}");
        }
    }
}
