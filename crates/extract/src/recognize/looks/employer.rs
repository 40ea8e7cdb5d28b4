//! Names of employers.

use super::title::is_occupation;
use super::{EMPLOYER_ENDS, EMPLOYERS, SCHOOL_WORDS, SCHOOLS, Seen, TITLE_HEADS, TITLE_WORDS};
use crate::recognize::memory::{Asked, remembered};
use crate::recognize::text::{Word, words};

/// Legal forms, which only names of firms have.
const FORMS: [&str; 48] = [
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "corp", "corporation", "gmbh", "plc",
    "ag", "kg", "kgaa", "ug", "ev", "se", "sa", "sas", "sarl", "srl", "spa", "sl", "slu", "bv",
    "nv", "ab", "asa", "oy", "oyj", "aps", "pty", "pvt", "pte", "bhd", "kk", "kft", "doo", "sro",
    "jsc", "ooo", "ltda", "co", "company", "mbh", "zrt", "sasu", "ohg", "spzoo",
];

/// True for a folded legal form: `ltd`.
pub(crate) fn is_legal_form(norm: &str) -> bool {
    FORMS.contains(&norm)
}

/// True for a folded word that ends names of organizations.
pub(crate) fn is_firm_end(norm: &str) -> bool {
    EMPLOYER_ENDS.has(norm)
}

/// True when the whole of `text` is a known employer.
pub(crate) fn is_known_employer(text: &str) -> bool {
    EMPLOYERS.is(&words(text))
}

/// How much the whole of `text` looks like the name of an employer, 0–1.
///
/// Names need no form of their own: capitalized words that are nothing else score .4.
pub(crate) fn employer(text: &str) -> f32 {
    remembered(Asked::Employer, text, scored)
}

fn scored(text: &str) -> f32 {
    let Some(seen) = Seen::new(text) else { return 0.0 };
    let words = &seen.words;
    if words.len() > 12 {
        return 0.0;
    }
    let first = usize::from(
        words.len() > 1 && matches!(words[0].norm.as_str(), "at" | "bei" | "chez" | "the"),
    );
    let named =
        (0..words.len()).map(|at| (at, EMPLOYERS.at(words, at))).find(|(_, count)| *count > 0);
    let mut score: f32 = if words.iter().all(|word| is_name_word(word)) { 0.42 } else { 0.25 };
    if !words.iter().any(Word::is_capitalized) && !words[0].has_digit() {
        score = 0.1;
    }
    match named {
        Some((at, count)) if at <= first && at + count == words.len() => score = 0.95,
        Some((at, _)) if at <= first => score += 0.25,
        _ => {}
    }
    // In `Warehouse software for wholesalers` it is a word as any other.
    let last_words =
        words.iter().skip(1).any(|word| word.is_capitalized() && EMPLOYER_ENDS.has(&word.norm));
    let form = words.iter().skip(1).any(|word| {
        FORMS.contains(&word.norm.as_str()) && (word.is_capitalized() || word.norm.len() > 3)
    });
    if form {
        score += 0.5;
    } else if last_words {
        score += 0.25;
    }
    if is_family(&seen) {
        score += 0.5;
    }
    if is_freelance(&seen) {
        return 0.7;
    }
    if seen.has(&SCHOOL_WORDS) || SCHOOLS.is(words) {
        score = score.max(0.45);
    }
    let bank_of = EMPLOYER_ENDS.has(&words[0].norm)
        && words.get(1).is_some_and(|word| matches!(word.norm.as_str(), "of" | "for" | "de"));
    if bank_of {
        score += 0.2;
    }
    // A title has its head at the end; a firm named after one has a form behind it.
    let head =
        words.last().is_some_and(|last| TITLE_HEADS.has(&last.norm) || is_occupation(&last.norm));
    if !form && named.is_none() && !is_family(&seen) {
        let alone = head && !(last_words && words.len() > 2 && seen.count(&TITLE_WORDS) == 0);
        if alone || super::title(text) > 0.6 {
            score -= 0.4;
        }
        if super::degree(text) > 0.6 {
            score -= 0.3;
        }
    }
    let modifiers = words.iter().filter(|word| TITLE_WORDS.has(&word.norm)).count();
    if modifiers == words.len() && !last_words {
        score -= 0.25;
    }
    if text.contains(['@', '%', '$', '?', ':']) && !text.contains("Yahoo!") {
        score -= 0.25;
    }
    if text.matches(',').count() > 2 {
        score -= 0.2;
    }
    (score - seen.prose()).clamp(0.0, 1.0)
}

/// True for names that end in "& Sons" and its like.
pub(super) fn is_family(seen: &Seen<'_>) -> bool {
    const KIN: [&str; 12] = [
        "sons", "son", "daughters", "brothers", "bros", "partners", "partner", "associates", "co",
        "sohne", "fils", "hijos",
    ];
    let [.., before, last] = &seen.words[..] else { return false };
    let between = &seen.text[before.range.end..last.range.start];
    let joined = between.contains('&')
        || (matches!(before.norm.as_str(), "and" | "und" | "et" | "y") && seen.words.len() > 2);
    joined && KIN.contains(&last.norm.as_str())
}

fn is_freelance(seen: &Seen<'_>) -> bool {
    let forms = [
        "freelance", "freelancer", "self-employed", "selbststandig", "freiberuflich", "autonomo",
        "independent", "freiberufler",
    ];
    let folded =
        seen.words.len() == 2 && seen.words[0].norm == "self" && seen.words[1].norm == "employed";
    folded || (seen.words.len() == 1 && forms.contains(&seen.words[0].norm.as_str()))
}

/// Capitalized, a number, or a small word that names contain.
fn is_name_word(word: &Word<'_>) -> bool {
    word.is_capitalized()
        || word.has_digit()
        || word.raw.chars().any(char::is_uppercase)
        || matches!(
            word.norm.as_str(),
            "of" | "and"
                | "the"
                | "for"
                | "de"
                | "la"
                | "le"
                | "des"
                | "du"
                | "di"
                | "del"
                | "et"
                | "y"
                | "und"
                | "der"
                | "die"
                | "fur"
                | "van"
                | "von"
                | "at"
                | "s"
        )
}
