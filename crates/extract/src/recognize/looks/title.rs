//! Job titles.

use super::{EMPLOYER_ENDS, OCCUPATIONS, SCHOOL_WORDS, Seen, TITLE_HEADS, TITLE_WORDS};
use crate::recognize::memory::{Asked, remembered};
use crate::recognize::text::Word;

/// Words behind which a title goes on with what it is for: `Head of Platform`.
const LINKS: [&str; 16] = [
    "of", "for", "in", "at", "de", "of", "fur", "und", "and", "et", "y", "e", "to", "im", "di",
    "en",
];

/// Heads of languages that put them first: `Ingénieur logiciel`, `Werkstudent Entwicklung`.
const LEADING: [&str; 50] = [
    "werkstudent", "praktikant", "praktikantin", "praktikum", "leiter", "leiterin", "mitarbeiter",
    "fachinformatiker", "developpeur", "developpeuse", "ingenieur", "ingenieure", "responsable",
    "directeur", "directrice", "stagiaire", "stage", "alternant", "alternante", "consultant",
    "consultante", "technicien", "administrateur", "architecte", "desarrollador", "desarrolladora",
    "programador", "programadora", "ingeniero", "ingeniera", "analista", "arquitecto", "jefe",
    "jefa", "gerente", "becario", "tecnico", "consultor", "consultora", "profesor", "sviluppatore",
    "programmatore", "ingegnere", "tirocinante", "desenvolvedor", "desenvolvedora", "engenheiro",
    "engenheira", "estagiario", "coordenador",
];

/// Legal forms: no title has one.
const FORMS: [&str; 15] = [
    "inc", "llc", "ltd", "gmbh", "corp", "corporation", "plc", "ag", "llp", "limited", "bv", "pvt",
    "sarl", "srl", "incorporated",
];

/// How many words the noun of a role that begins at the word `at` has; 0 when none does.
pub(crate) fn title_head(words: &[Word<'_>], at: usize) -> usize {
    TITLE_HEADS.at(words, at)
}

/// True for a folded word that is the noun of a role.
pub(crate) fn is_title_head(norm: &str) -> bool {
    TITLE_HEADS.has(norm)
}

/// True for a folded word that stands before nouns of roles.
pub(crate) fn is_title_word(norm: &str) -> bool {
    TITLE_WORDS.has(norm)
}

/// How much the whole of `text` looks like a job title, 0–1.
pub(crate) fn title(text: &str) -> f32 {
    remembered(Asked::Title, text, scored)
}

fn scored(text: &str) -> f32 {
    let Some(seen) = Seen::new(text) else { return 0.0 };
    let words = &seen.words;
    if words.len() > 16 {
        return 0.0;
    }
    let mut heads = Vec::new();
    for at in 0..words.len() {
        let strong = TITLE_HEADS.at(words, at);
        if strong > 0 {
            heads.push((at, at + strong, 1.0_f32));
        } else if is_occupation(&words[at].norm) {
            heads.push((at, at + 1, 0.8));
        }
    }
    let Some(best) = heads
        .iter()
        .map(|(at, end, weight)| head_score(&seen, *at, *end, *weight))
        .reduce(f32::max)
    else {
        return 0.0;
    };
    let modifiers = seen.count(&TITLE_WORDS) as f32;
    let mut score = best + 0.06 * modifiers.min(3.0);
    let unknown = words
        .iter()
        .filter(|word| {
            let norm = word.norm.as_str();
            !TITLE_WORDS.has(norm)
                && !TITLE_HEADS.has(norm)
                && !is_occupation(norm)
                && !LINKS.contains(&norm)
        })
        .count() as f32;
    score -= 0.07 * (unknown - 1.0).max(0.0);
    if seen.has(&FORMS) || super::employer::is_family(&seen) {
        score -= 0.5;
    }
    if seen.has(&SCHOOL_WORDS) {
        score -= 0.3;
    }
    let last = words.last().map(|word| word.norm.as_str());
    if !seen.text.contains(',')
        && last.is_some_and(|last| {
            EMPLOYER_ENDS.has(last) && !TITLE_HEADS.has(last) && !TITLE_WORDS.has(last)
        })
    {
        score -= 0.2;
    }
    // Titles are written large; a small first letter is a sentence's middle or a careless line.
    if !words[0].is_capitalized() && words.len() > 3 {
        score -= 0.25;
    }
    if words
        .iter()
        .any(|word| word.norm.len() > 2 && word.raw.bytes().all(|byte| byte.is_ascii_digit()))
    {
        score -= 0.3;
    }
    if text.contains(['@', '%', '$', '?', '!']) || text.contains("://") {
        score -= 0.4;
    }
    if text.trim_end().ends_with(':') {
        score -= 0.15;
    }
    (score - seen.prose()).clamp(0.0, 1.0)
}

/// A head counts most where a title ends: at the end of the text, before a comma, a dash, a
/// slash, a bracket, or before `of` and its like.
fn head_score(seen: &Seen<'_>, at: usize, end: usize, weight: f32) -> f32 {
    let words = &seen.words;
    let behind = words[end - 1].range.end;
    let rest = seen.text[behind..].trim_start();
    let next = words.get(end);
    let closes = next.is_none()
        || rest.starts_with([',', '-', '–', '—', '/', '(', '|', '&', '+', '·', ':', ';', '@', '<'])
        || next.is_some_and(|word| LINKS.contains(&word.norm.as_str()))
        || next.is_some_and(|word| {
            matches!(
                word.norm.as_str(),
                "i" | "ii" | "iii" | "iv" | "v" | "1" | "2" | "3" | "4" | "5"
            )
        });
    // `Executive Chef`, `Lead Engineer`: the head proper follows.
    let leads = at == 0 && words[..end].iter().any(|word| LEADING.contains(&word.norm.as_str()));
    let place: f32 = if closes || leads { 0.72 } else { 0.32 };
    let alone = if at == 0 && end == words.len() && weight < 1.0 { -0.08 } else { 0.0 };
    place * weight + alone
}

/// True for a noun of an occupation, also in the plural or as part of a German compound.
pub(crate) fn is_occupation(word: &str) -> bool {
    const COMPOUNDS: [&str; 12] = [
        "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "berater", "beraterin", "leiter",
        "leiterin", "informatiker", "manager", "ontwikkelaar", "utvecklare",
    ];
    OCCUPATIONS.has(word)
        || word.strip_suffix('s').is_some_and(|one| one.len() > 3 && OCCUPATIONS.has(one))
        || COMPOUNDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}
