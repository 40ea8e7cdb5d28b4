//! Degrees and their parts.

use std::ops::Range;

use super::{SCHOOL_WORDS, Seen};
use crate::recognize::memory::{Asked, remembered};
use crate::recognize::text::{Word, trimmed_of, words};

/// Words that name a degree.
const NAMES: &[&str] = &[
    "bachelor", "bachelors", "bachelor's", "master", "masters", "master's", "doctorate", "doctor",
    "doctoral", "phd", "dphil", "doktor", "promotion", "magister", "diplom", "diploma", "diplome",
    "licence", "licenciatura", "licenciado", "licenciada", "licenciate", "laurea", "ingenieur",
    "ingeniero", "ingeniera", "ingenieria", "ingegneria", "engenharia", "grado", "graduado",
    "mestrado", "bacharelado", "bacharel", "doutorado", "doctorado", "dottorato", "doctorat",
    "maestria", "mastere", "abitur", "fachabitur", "matura", "baccalaureat", "baccalaureate",
    "bac", "bachillerato", "maturita", "undergraduate", "postgraduate", "graduate", "associate",
    "associates", "associate's", "minor", "major", "apprenticeship", "ausbildung", "staatsexamen",
    "specialist", "certificate", "ged", "dut", "bts", "tecnico", "kandidat", "juris", "diplomado",
    "majoring", "majors", "postdoctoral", "specialization", "specialisation",
];

/// Abbreviations, without their dots.
const SHORT: &[&str] = &[
    "bs", "ba", "bsc", "bscs", "bsee", "beng", "be", "btech", "bcom", "bca", "bba", "bfa", "bed",
    "bscit", "bcs", "bas", "bit", "bict", "ab", "sb", "bs/ms", "bsba", "bbs", "bpharm", "bds",
    "mbbs", "mbchb", "llb", "llm", "jd", "md", "ms", "ma", "msc", "mscs", "meng", "me", "mtech",
    "mca", "mcom", "mba", "mfa", "med", "mis", "mcs", "mphil", "mpa", "mph", "mps", "mres", "mse",
    "msed", "msee", "sm", "am", "emba", "pgdm", "pgdip", "pgdca", "phd", "dphil", "edd", "dba",
    "dsc", "ssc", "hsc", "cbse", "sslc", "gcse", "aas", "aa", "as", "asc", "hnd", "hnc", "dipl",
    "bsed", "eds", "mfs", "barch", "march", "dma", "psyd",
];

/// Fields in which degrees are taken, by a word of their names.
const FIELDS: &[&str] = &[
    "science", "sciences", "engineering", "computer", "mathematics", "maths", "physics",
    "chemistry", "biology", "economics", "business", "administration", "arts", "informatics",
    "informatik", "wirtschaftsinformatik", "informatique", "informatica", "electronics",
    "electrical", "mechanical", "technology", "law", "education", "psychology", "philosophy",
    "history", "literature", "linguistics", "finance", "accounting", "marketing", "management",
    "statistics", "communication", "communications", "medicine", "nursing", "architecture",
    "design", "music", "sociology", "politics", "political", "international", "information",
    "systems", "studies", "commerce", "humanities", "journalism", "geography", "geology",
    "neuroscience", "robotics", "software", "applications", "mathematik", "physik", "math",
    "telecommunications", "telecommunication", "civil", "industrial", "biomedical", "aerospace",
    "chemical", "environmental", "computing", "cybersecurity", "analytics", "data", "english",
    "networks", "networking", "development", "public", "corporate",
];

fn is_field_word(word: &Word<'_>) -> bool {
    FIELDS.contains(&word.norm.as_str()) || matches!(word.norm.as_str(), "and" | "of" | "the")
}

/// Where the parts of a degree stand in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DegreeParts {
    /// The kind: `Bachelor of Science`, `MEng`.
    pub(crate) study_type: Option<Range<usize>>,
    /// The field: `Computer Science`.
    pub(crate) area: Option<Range<usize>>,
}

/// True for a word that alone makes a degree likely; short ones must be written as abbreviations.
fn is_degree_word(word: &Word<'_>) -> bool {
    let norm = word.norm.as_str();
    if NAMES.contains(&norm) {
        return true;
    }
    SHORT.contains(&norm) && is_abbreviation(word)
}

/// `B.E.`, `BSc`, `MBA`; not `be`, `As`, `Me`.
fn is_abbreviation(word: &Word<'_>) -> bool {
    const ALWAYS: [&str; 12] =
        ["bsc", "msc", "mba", "bba", "bca", "mca", "llb", "llm", "mphil", "btech", "mtech", "bcom"];
    if ALWAYS.contains(&word.norm.as_str()) {
        return true;
    }
    let capitals = word.raw.chars().filter(|c| c.is_uppercase()).count();
    word.raw.contains('.') || capitals >= 2 || (word.is_capitalized() && word.norm.len() >= 4)
}

/// `B. Tech`, `M-Sc`: an abbreviation in two words.
fn is_pair(all: &[Word<'_>], at: usize) -> bool {
    let second = ["tech", "sc", "eng", "com", "ed", "arch", "pharm", "phil", "a", "s", "e"];
    let is_second = |next: &Word<'_>| {
        second.contains(&next.norm.as_str()) && next.range.start <= all[at].range.end + 2
    };
    matches!(all[at].raw, "B" | "M" | "b" | "m") && all.get(at + 1).is_some_and(is_second)
}

/// The words of a degree's kind at `at`: `Bachelor of Science`, `Master's degree`, `B.Sc. (Hons)`.
fn kind_end(all: &[Word<'_>], at: usize) -> usize {
    const OF: [&str; 12] = [
        "science", "arts", "engineering", "technology", "business", "commerce", "fine", "laws",
        "law", "philosophy", "education", "applied",
    ];
    let is = |at: usize, list: &[&str]| {
        all.get(at).is_some_and(|word| list.contains(&word.norm.as_str()))
    };
    let mut end = if is_pair(all, at) { at + 2 } else { at + 1 };
    if is(end, &["of"]) && is(end + 1, &OF) {
        end += 2;
        // `of Business Administration`, `of Applied Science`, `of Fine Arts`
        let second = ["administration", "science", "sciences", "arts", "technology", "medicine"];
        if is(end - 1, &["business", "applied", "fine", "engineering", "computer"])
            && is(end, &second)
        {
            end += 1;
        }
    }
    while is(
        end,
        &["degree", "hons", "honours", "honors", "diploma", "program", "programme", "certificate"],
    ) {
        end += 1;
    }
    end
}

/// Where the kind of degree that begins at the word `at` ends; `None` when none begins there.
pub(crate) fn degree_end(all: &[Word<'_>], at: usize) -> Option<usize> {
    let begins = is_degree_word(all.get(at)?) || is_pair(all, at);
    begins.then(|| kind_end(all, at).min(all.len()))
}

/// True for a word of degrees that mostly says something else: `master`, `certificate`, `MS`.
pub(crate) fn is_weak_degree(norm: &str) -> bool {
    const WEAK: [&str; 46] = [
        "associate", "associates", "major", "majors", "minor", "certificate", "graduate",
        "specialist", "promotion", "doctor", "master", "masters", "tecnico", "bac",
        "apprenticeship", "be", "as", "me", "am", "ms", "ma", "md", "ab", "sm", "aa", "asc", "bit",
        "mis", "med", "march", "sb", "bs", "ba", "bas", "bed", "bds", "eds", "mse", "mps", "mpa",
        "undergraduate", "postgraduate", "specialization", "specialisation", "licence",
        "ingenieur",
    ];
    WEAK.contains(&norm)
}

/// True for a word that names fields of study.
pub(crate) fn is_subject(norm: &str) -> bool {
    FIELDS.contains(&norm)
}

/// How much the whole of `text` looks like a degree, 0–1.
pub(crate) fn degree(text: &str) -> f32 {
    remembered(Asked::Degree, text, scored)
}

fn scored(text: &str) -> f32 {
    let Some(seen) = Seen::new(text) else { return 0.0 };
    let all = &seen.words;
    if all.len() > 18 {
        return 0.0;
    }
    let fields = all.iter().filter(|word| FIELDS.contains(&word.norm.as_str())).count() as f32;
    let at = (0..all.len()).find(|&at| is_degree_word(&all[at]) || is_pair(all, at));
    let phrase = |first: &str, second: &str| {
        all.windows(2).any(|pair| pair[0].norm == first && pair[1].norm == second)
    };
    let mut score: f32 =
        match at {
            Some(at) => {
                let norm = all[at].norm.as_str();
                let short = SHORT.contains(&norm) && !NAMES.contains(&norm);
                let weak = !all[at].raw.contains('.')
                    && matches!(
                        norm,
                        "associate"
                            | "major"
                            | "minor"
                            | "certificate"
                            | "graduate"
                            | "specialist"
                            | "promotion"
                            | "doctor"
                            | "master"
                            | "tecnico"
                            | "bac"
                            | "apprenticeship"
                            | "be"
                            | "as"
                            | "me"
                            | "am"
                            | "ms"
                            | "ma"
                            | "md"
                            | "ab"
                            | "sm"
                    );
                let followed = kind_end(all, at) > at + 1
                    || all.get(at + 1).is_some_and(|next| {
                        matches!(
                            next.norm.as_str(),
                            "in" | "of"
                                | "en"
                                | "in:"
                                | "im"
                                | "fur"
                                | "degree"
                                | "di"
                                | "em"
                                | "degrees"
                                | "d'ingenieur"
                        )
                    });
                let base: f32 = if at == 0 { 0.7 } else { 0.5 };
                let base = if at > 0 && fields < 1.0 { base - 0.15 } else { base };
                let mut base = if weak { base - 0.3 } else { base };
                if short && all.len() == 1 && weak && !all[at].raw.contains('.') {
                    base -= 0.15;
                }
                base + if followed { 0.22 } else { 0.0 } + if fields > 0.0 { 0.2 } else { 0.0 }
            }
            // A field alone is what many write below a school.
            None if all.len() <= 6 && all.iter().all(is_field_word) && fields > 0.0 => {
                if fields > 1.0 { 0.5 } else { 0.3 }
            }
            None => 0.12 * fields.min(2.0),
        };
    if seen.has(&["diploma", "diplome", "diplom", "degree"])
        && seen.has(&["graduate", "postgraduate", "post", "associate", "national", "advanced"])
    {
        score = score.max(0.75);
    }
    if phrase("high", "school") && seen.has(&["diploma", "certificate", "degree"])
        || seen.has(&["degree"]) && fields > 0.0
        || seen.has(&["honours", "honors", "hons"]) && fields > 0.0
    {
        score = score.max(0.7);
    }
    // The name of a school or a job around a degree word is not the degree.
    let last = all.last().map_or("", |word| word.norm.as_str());
    if SCHOOL_WORDS.contains(&last) || all[0].norm == "university" {
        score -= 0.45;
    } else if seen.has(&SCHOOL_WORDS) && !phrase("high", "school") {
        score -= 0.15;
    }
    if at.is_none_or(|at| !SHORT.contains(&all[at].norm.as_str()))
        && super::title(text) > 0.6
        && fields < 2.0
        && !seen.has(&["in", "of"])
    {
        score -= 0.35;
    }
    if text.contains(['@', '$', '%']) {
        score -= 0.3;
    }
    (score - 0.8 * seen.prose()).clamp(0.0, 1.0)
}

/// The kind and the field of a degree: `Bachelor of Science` and `Computer Science`.
///
/// The field ends at a comma, a bracket or a dash behind it; it may also stand before the kind
/// (`Computer Science, BSc`).
pub(crate) fn degree_parts(text: &str) -> DegreeParts {
    let all = words(text);
    let found = (0..all.len()).find(|&at| is_degree_word(&all[at]) || is_pair(&all, at));
    let Some(at) = found else { return DegreeParts::default() };
    let start =
        if at > 0 && matches!(all[at - 1].norm.as_str(), "school" | "associate" | "associate's") {
            at - 1
        } else {
            at
        };
    let start = if start > 0 && all[start - 1].norm == "high" { start - 1 } else { start };
    let mut end = kind_end(&all, at);
    let mut kind = all[start].range.start..all[end - 1].range.end;
    if text[kind.end..].starts_with('.') {
        kind.end += 1;
    }
    // `B.Sc. (Hons)`: the bracket closes the kind.
    if text[kind.clone()].contains('(') && text[kind.end..].starts_with(')') {
        kind.end += 1;
    }
    let tail = &text[kind.end..];
    let linked = all.get(end).is_some_and(|word| {
        matches!(
            word.norm.as_str(),
            "in" | "of" | "en" | "im" | "fur" | "di" | "em" | "de" | "degree"
        )
    });
    if linked {
        end += 1;
    }
    let area_start = all.get(end).map_or(text.len(), |word| word.range.start);
    let between = text.get(kind.end..area_start).unwrap_or_default();
    let parted = between.contains([',', '-', '–', '—', ':', '|', '(']);
    let field = text.get(area_start..).unwrap_or_default();
    let stop = field.find([',', '(', '|', ';', '·', '•', '–', '—']).unwrap_or(field.len());
    let stop = field.find(" - ").map_or(stop, |dash| dash.min(stop));
    let stop = [" at ", " from ", " with ", " GPA"]
        .iter()
        .filter_map(|word| field.find(word))
        .fold(stop, usize::min);
    let behind = trimmed_of(text, area_start..area_start + stop, |c| {
        c.is_whitespace() || matches!(c, '.' | ':')
    });
    let is_field = |range: &Range<usize>| {
        let named = words(&text[range.clone()]);
        let school = named.iter().any(|word| SCHOOL_WORDS.contains(&word.norm.as_str()));
        let known = named.iter().any(|word| FIELDS.contains(&word.norm.as_str()));
        !named.is_empty()
            && named.len() <= 8
            && !school
            && (linked || known || (parted && super::employer(&text[range.clone()]) < 0.6))
            && named[0].is_capitalized() | known
            && named.iter().all(|word| !word.has_digit())
    };
    let before = trimmed_of(text, 0..kind.start, |c| !c.is_alphanumeric() && c != ')');
    let known_before =
        words(&text[before.clone()]).iter().any(|word| FIELDS.contains(&word.norm.as_str()));
    let area = if !tail.is_empty() && is_field(&behind) {
        Some(behind)
    } else {
        (known_before && is_field(&before)).then_some(before)
    };
    DegreeParts { study_type: Some(kind), area }
}
