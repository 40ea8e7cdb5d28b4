//! What one part of a place is: a city, a state, a country, a street, a postal code.

use super::data::{self, Known};
use crate::recognize::text::{Word, fold, joined, words};

/// Words that name no place but where work is done.
const REMOTE: [&str; 14] = [
    "remote", "remotely", "hybrid", "on-site", "onsite", "on site", "worldwide", "anywhere",
    "home office", "homeoffice", "remoto", "teletravail", "fully remote", "work from home",
];

/// Wide areas people name instead of a place.
const AREAS: [&str; 16] = [
    "europe", "eu", "emea", "apac", "latam", "north america", "south america", "latin america",
    "asia", "africa", "global", "international", "dach", "nordics", "scandinavia", "middle east",
];

/// What the words of a part are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Remote,
    Area,
    Country(&'static str),
    /// A code or a name of a state.
    Region(Vec<Known>),
    City(Vec<Known>),
    Zip,
    Street,
    /// One to three capitalized words.
    Name,
}

/// What the words of a part can be, the surest first.
pub(super) fn classify(part: &str) -> Vec<Part> {
    let all = words(part);
    if all.is_empty() || all.len() > 8 {
        return Vec::new();
    }
    let phrase = joined(&all);
    let mut classes = Vec::new();
    if REMOTE.contains(&phrase.as_str())
        || REMOTE.contains(&fold(part).as_str())
        || all[0].norm == "remote" && all.len() <= 2
    {
        return vec![Part::Remote];
    }
    if AREAS.contains(&phrase.as_str()) {
        return vec![Part::Area];
    }
    let letters: Vec<Word<'_>> = all.iter().filter(|word| !word.has_digit()).cloned().collect();
    let has_zip = zip(part).is_some();
    if has_zip {
        classes.push(Part::Zip);
    }
    if is_street(&all) {
        classes.push(Part::Street);
        return classes;
    }
    if letters.is_empty() || (letters.len() < all.len() && !has_zip) {
        return classes;
    }
    let name = hyphenated(part, &letters);
    let spaced = joined(&letters);
    let forms = || std::iter::once(&spaced).chain(Some(&name).filter(|name| **name != spaced));
    if !letters[0].is_capitalized() && !letters.iter().any(Word::is_capitalized) {
        return Vec::new();
    }
    let cities: Vec<Known> = forms().flat_map(|name| data::cities(name)).collect();
    let code = if let [only] = letters.as_slice() {
        if only.raw.len() <= 3 && only.is_all_caps() {
            data::codes(only.raw).collect::<Vec<_>>()
        } else {
            Vec::new()
        }
    } else {
        Vec::new()
    };
    let by_code = match letters.as_slice() {
        [only] if only.raw.len() == 2 && only.is_all_caps() => data::country_of_code(only.raw),
        _ => None,
    };
    if let Some(code) = by_code {
        classes.push(Part::Country(code));
    } else if let Some(code) = data::country(&spaced).or_else(|| data::country(&name)) {
        // "us" and "in" are words; as countries they are written large.
        let short = spaced.len() <= 3 && !letters[0].is_all_caps();
        if !short {
            classes.push(Part::Country(code));
        }
    }
    // After the country: "DE" is Germany beside a German city, and Delaware elsewhere.
    if !code.is_empty() {
        classes.push(Part::Region(code));
    }
    let mut regions: Vec<Known> = forms().flat_map(|name| data::regions(name)).collect();
    if regions.is_empty() && matches!(spaced.as_str(), "new york" | "washington") {
        regions =
            data::regions(if spaced == "new york" { "new york state" } else { "washington state" })
                .collect();
    }
    if !cities.is_empty() {
        classes.push(Part::City(cities));
    }
    if !regions.is_empty() {
        // A state named like a city elsewhere (`Georgia`) is told by what stands beside it.
        classes.push(Part::Region(regions));
    }
    let small =
        ["of", "de", "la", "el", "am", "an", "der", "upon", "do", "da", "del", "sur", "on", "le"];
    let named =
        letters.iter().all(|word| word.is_capitalized() || small.contains(&word.norm.as_str()));
    if letters.len() <= 3 && named && letters.iter().any(|word| word.raw.len() > 2) {
        classes.push(Part::Name);
    }
    classes
}

/// The words with the hyphens between them: `sophia-antipolis` beside `cluj-napoca`.
fn hyphenated(part: &str, letters: &[Word<'_>]) -> String {
    let mut name = String::new();
    for (at, word) in letters.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).map(|before| &letters[before]) {
            name.push(if &part[before.range.end..word.range.start] == "-" { '-' } else { ' ' });
        }
        name.push_str(&word.norm);
    }
    name
}

const STREETS: [&str; 44] = [
    "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "lane", "ln", "drive",
    "dr", "court", "ct", "square", "sq", "way", "highway", "hwy", "parkway", "pkwy", "terrace",
    "circle", "strasse", "str", "weg", "platz", "allee", "gasse", "rue", "chemin", "quai", "calle",
    "carrer", "avenida", "via", "viale", "piazza", "rua", "straat", "laan", "apt", "suite",
    "floor",
];

/// A number and a word for a street, also at the end of a longer word (`Hauptstraße 5`).
pub(super) fn is_street(words: &[Word<'_>]) -> bool {
    let number = words
        .iter()
        .any(|word| word.raw.len() <= 5 && word.raw.starts_with(|c: char| c.is_ascii_digit()));
    let ends =
        ["strasse", "str", "weg", "platz", "straat", "gracht", "allee", "gasse", "gatan", "vej"];
    let street = words.iter().any(|word| {
        STREETS.contains(&word.norm.as_str())
            || (word.norm.len() > 6 && ends.iter().any(|end| word.norm.ends_with(end)))
    });
    number && street && words.len() >= 2
}

/// The postal code of a part: `94588`, `94588-1234`, `10115`, `SW1A 1AA`, `M5V 2T6`, `1011 AB`.
pub(super) fn zip(part: &str) -> Option<&str> {
    let tokens: Vec<&str> = part.split_whitespace().collect();
    let digits = |token: &str, count: usize| {
        token.len() == count && token.bytes().all(|byte| byte.is_ascii_digit())
    };
    let us = |token: &str| {
        digits(token, 5)
            || token
                .split_once('-')
                .is_some_and(|(first, last)| digits(first, 5) && digits(last, 4))
    };
    if let Some(token) = tokens.iter().find(|token| us(token) || digits(token, 6)) {
        return Some(token);
    }
    if tokens.len() > 1 && tokens.first().is_some_and(|token| digits(token, 4)) {
        return tokens.first().copied();
    }
    // Letters and digits mixed, in two groups.
    let mixed = |token: &&&str| {
        (2..=4).contains(&token.len())
            && token.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
            && token.bytes().any(|byte| byte.is_ascii_digit())
            && token.bytes().any(|byte| byte.is_ascii_uppercase())
    };
    let at = tokens.windows(2).position(|pair| mixed(&&pair[0]) && mixed(&&pair[1]))?;
    let first = tokens[at].as_ptr() as usize - part.as_ptr() as usize;
    let last = tokens[at + 1].as_ptr() as usize - part.as_ptr() as usize + tokens[at + 1].len();
    part.get(first..last)
}

/// The part without its postal code.
pub(super) fn without_zip(part: &str) -> String {
    match zip(part) {
        Some(code) => part
            .replacen(code, "", 1)
            .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
            .to_owned(),
        None => part.to_owned(),
    }
}
