//! Places: cities with their state or country, remote work, postal addresses.

mod data;
mod part;

use std::ops::Range;

use resume::model::Place;

use self::data::Known;
use self::part::{Part, classify, without_zip, zip};
use super::memory::{Asked, remembered};
use super::text::{trimmed_of, words};

/// A place in a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// Bytes of the line.
    pub(crate) range: Range<usize>,
    /// What it says. Codes of countries are filled in from names and from states; cities and
    /// regions stay as written.
    pub(crate) place: Place,
    /// How much the text of the range looks like a place, 0–1.
    pub(crate) score: f32,
    /// Parts between commas that say nothing known.
    unknown: usize,
    /// The city is a name that no list knows.
    guessed: bool,
}

/// How much the whole of `text` looks like a place, 0–1.
pub(crate) fn place(text: &str) -> f32 {
    remembered(Asked::Place, text, |text| {
        read(text, trim(text, 0..text.len())).map_or(0.0, |found| found.score)
    })
}

/// The place that the whole of `text` is.
pub(crate) fn parse(text: &str) -> Option<Place> {
    read(text, trim(text, 0..text.len()))
        .filter(|found| found.score >= 0.3)
        .map(|found| found.place)
}

/// True for a place whose city is a name that no list knows: it may name something else.
pub(crate) fn is_guessed(text: &str) -> bool {
    read(text, trim(text, 0..text.len())).is_some_and(|found| found.guessed)
}

/// The places of a line, in order, not overlapping.
pub(crate) fn places(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for piece in pieces(text) {
        whole_or_part(text, piece, &mut found);
    }
    found
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    trimmed_of(text, range, |c| {
        c.is_whitespace() || (!c.is_alphanumeric() && !matches!(c, '(' | ')'))
    })
}

/// Pieces between separators that no place contains.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = ' ';
    let mut depth = 0_u32;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), '|'))) {
        let dash = matches!(c, '–' | '—' | '-')
            && last == ' '
            && text[at + c.len_utf8()..].starts_with(' ');
        let tab = c == '\t' || (c == ' ' && text[at..].starts_with("   "));
        let bracket = matches!(c, '(' | ')' | '[' | ']');
        depth = if matches!(c, '(' | '[') {
            depth + 1
        } else if matches!(c, ')' | ']') {
            depth.saturating_sub(1)
        } else {
            depth
        };
        if matches!(c, '|' | '·' | '•' | ';' | ':' | '/' | '@' | '∙' | '◦' | '⋄' | '⋅')
            || dash
            || tab
            || bracket
        {
            pieces.push(trim(text, start..at));
            start = at + c.len_utf8();
        }
        last = c;
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The piece as one place, or the place at its end behind commas (`Acme, Berlin, Germany`).
fn whole_or_part(text: &str, piece: Range<usize>, found: &mut Vec<Found>) {
    let whole = read(text, piece.clone()).filter(|whole| whole.score >= 0.5);
    if let Some(whole) = &whole
        && whole.unknown == 0
        && !whole.guessed
    {
        found.push(whole.clone());
        return;
    }
    let before = found.len();
    part_of(text, piece, found);
    if found.len() == before {
        found.extend(whole);
    }
}

fn part_of(text: &str, piece: Range<usize>, found: &mut Vec<Found>) {
    let commas: Vec<usize> =
        text[piece.clone()].match_indices(',').map(|(at, _)| piece.start + at + 1).collect();
    // At most the last four parts: city, state, code, country.
    for &from in commas.iter().rev().take(4).collect::<Vec<_>>().into_iter().rev() {
        let tail = trim(text, from..piece.end);
        if let Some(part) = read(text, tail).filter(|part| part.score >= 0.7 && part.unknown == 0) {
            found.push(part);
            return;
        }
    }
    let Some(&last) = commas.last() else {
        tail_of_words(text, piece, found);
        return;
    };
    // `Acme Inc Berlin, Germany`, `Engineer Austin, TX`: the city is the last words before the comma.
    let before = text[..last - 1].len();
    let from = commas.len().checked_sub(2).map_or(piece.start, |at| commas[at]);
    let tail = trim(text, last..piece.end);
    if !matches!(classify(&text[tail.clone()]).as_slice(), [Part::Region(_) | Part::Country(_), ..])
    {
        return;
    }
    let names = words(&text[from..before]);
    for count in (1..=3.min(names.len())).rev() {
        let begin = from + names[names.len() - count].range.start;
        if let Some(part) =
            read(text, begin..tail.end).filter(|part| part.score >= 0.85 && !part.guessed)
        {
            found.push(part);
            return;
        }
    }
}

/// A known city at the end of a piece without commas: `Acme Berlin`.
fn tail_of_words(text: &str, piece: Range<usize>, found: &mut Vec<Found>) {
    let names = words(&text[piece.clone()]);
    for count in (1..=3.min(names.len())).rev() {
        let begin = piece.start + names[names.len() - count].range.start;
        if let Some(mut part) =
            read(text, begin..piece.end).filter(|part| part.score >= 0.85 && count < names.len())
        {
            part.score = 0.4;
            found.push(part);
            return;
        }
    }
}

/// Reads all of a piece as a place.
/// "Austin TX 78701 US" as the four parts it is. Codes of states and countries and postal codes at
/// the end need no comma; once one of them was found, names of places before it need none either.
fn push_with_codes<'a>(part: &'a str, parts: &mut Vec<&'a str>) {
    let mut tails: Vec<&str> = Vec::new();
    let mut rest = part;
    while let Some((head, tail)) = last_place(rest, !tails.is_empty()) {
        tails.push(tail);
        rest = head;
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts.extend(tails.into_iter().rev());
}

/// The known place at the end of a text and what stands before it.
fn last_place(text: &str, sure: bool) -> Option<(&str, &str)> {
    let known = |text: &str| {
        let place = |class: &Part| {
            matches!(class, Part::Region(_) | Part::Country(_) | Part::City(_) | Part::Zip)
        };
        classify(text).iter().any(place)
    };
    let is_city = |text: &str| classify(text).iter().any(|class| matches!(class, Part::City(_)));
    let spaces = text.char_indices().rev().filter(|(_, c)| *c == ' ').map(|(at, _)| at).take(3);
    let mut found: Option<(&str, &str)> = None;
    for (words, at) in spaces.enumerate() {
        let (head, tail) = (text[..at].trim_end(), text[at..].trim_start());
        let code =
            (2..=3).contains(&tail.len()) && tail.bytes().all(|byte| byte.is_ascii_uppercase());
        let postal =
            tail.len() >= 5 && tail.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let alone = words == 0 && (code || postal);
        // The shortest known name, unless both "York" and "New York" are cities.
        let longer = found.is_none_or(|(_, short)| is_city(short) && is_city(tail));
        if (alone || sure) && longer && known(tail) && !head.is_empty() {
            found = Some((head, tail));
        }
    }
    // "New York" is one place although "York" is one, too; a whole known name is not cut.
    found.filter(|_| !(sure && text.split(' ').count() <= 3 && known(text)))
}

fn read(text: &str, range: Range<usize>) -> Option<Found> {
    let piece = &text[range.clone()];
    if piece.is_empty() || piece.len() > 120 {
        return None;
    }
    let mut place = Place::default();
    let mut parts = Vec::new();
    let mut start = 0;
    let ends = piece
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | '(' | ')' | '/' | '|' | '·' | '–' | '—' | '&' | ';'));
    for (at, c) in ends.map(|(at, c)| (at, c.len_utf8())).chain(std::iter::once((piece.len(), 0))) {
        let part = trimmed_of(piece, start..at, |c| !c.is_alphanumeric());
        start = at + c;
        if !part.is_empty() {
            push_with_codes(&piece[part], &mut parts);
        }
        if parts.len() > 6 {
            return None;
        }
    }
    let classes: Vec<Vec<Part>> = parts.iter().map(|part| classify(part)).collect();
    let (score, unknown) = fill(&mut place, &parts, &classes)?;
    let guessed =
        classes.iter().all(|part| !part.iter().any(|class| matches!(class, Part::City(_))))
            && place.city.is_some();
    Some(Found { range, place, score, unknown, guessed })
}

/// Fills the place from its parts and says how much they look like one.
fn fill(place: &mut Place, parts: &[&str], all: &[Vec<Part>]) -> Option<(f32, usize)> {
    let mut score: f32 = 0.0;
    let mut unknown = 0;
    // From the last part on: a country says which state, a state which city.
    let mut region: Vec<Known> = Vec::new();
    for (at, (part, classes)) in parts.iter().zip(all).enumerate().rev() {
        let country = place.country_code.clone();
        let fits = |known: &Known| country.as_deref().is_none_or(|code| code == known.country);
        let mut matched = false;
        for class in classes {
            match class {
                Part::Remote => score = score.max(0.9),
                Part::Area => score += if parts.len() == 1 { 0.35 } else { 0.3 },
                // `Georgia` is a country only beside a city of it.
                Part::Country(code)
                    if country.is_none()
                        && (!classes.iter().any(|class| matches!(class, Part::Region(_)))
                            || has_city(all, code)) =>
                {
                    place.country_code = Some((*code).to_owned());
                    score += if at == 0 { 0.75 } else { 0.55 };
                }
                // A state that is one city: `Singapore, Singapore`.
                Part::Country(code)
                    if country.as_deref() == Some(*code)
                        && at + 1 < parts.len()
                        && place.city.is_none() =>
                {
                    place.city = Some((*part).to_owned());
                    score += 0.45;
                }
                Part::Region(known)
                    if place.region.is_none()
                        && known.iter().any(fits)
                        && (at > 0 || place.city.is_none()) =>
                {
                    region = known.iter().copied().filter(fits).collect();
                    let short = part.len() <= 3;
                    place.region = Some(region_as_written(part));
                    score += if short && parts.len() == 1 { 0.15 } else { 0.5 };
                }
                Part::City(known) if place.city.is_none() => {
                    let inside = |city: &&Known| {
                        fits(city)
                            && (region.is_empty()
                                || region.iter().any(|region| region.country == city.country))
                    };
                    let near = known.iter().find(|city| {
                        inside(city) && region.iter().any(|region| region.region == city.region)
                    });
                    let best = near.or_else(|| known.iter().find(inside));
                    place.city = Some(without_zip(part));
                    score += if best.is_some() { 0.75 } else { 0.35 };
                    if let Some(city) =
                        best.filter(|_| country.is_none() && region.is_empty() && known.len() == 1)
                    {
                        // A city of one name in the world tells its country.
                        place.country_code = Some(city.country.to_owned());
                    }
                }
                Part::Zip => {
                    place.postal_code = zip(part).map(str::to_owned);
                    score += 0.15;
                }
                Part::Street if place.address.is_none() => {
                    place.address = Some((*part).to_owned());
                    score += 0.4;
                }
                Part::Name
                    if place.city.is_none() && (score > 0.4 || place.postal_code.is_some()) =>
                {
                    place.city = Some(without_zip(part));
                    score += 0.25;
                }
                _ => continue,
            }
            matched = true;
            if !matches!(class, Part::Zip) {
                break;
            }
        }
        if !matched {
            unknown += 1;
        }
    }
    if place.country_code.is_none()
        && let Some(first) =
            region.first().filter(|first| region.iter().all(|other| other.country == first.country))
    {
        place.country_code = Some(first.country.to_owned());
    }
    let known = place.city.is_some() || place.country_code.is_some() || place.region.is_some();
    if score == 0.0 {
        return None;
    }
    // A street alone or a code alone is hardly a place.
    let doubt = if known || score >= 0.9 { 0.0 } else { 0.2 };
    let score = score.min(1.0) - 0.4 * unknown as f32 - doubt;
    Some((score.clamp(0.0, 1.0), unknown))
}

/// True when a part is a city of the country.
fn has_city(all: &[Vec<Part>], country: &str) -> bool {
    let in_country = |class: &Part| matches!(class, Part::City(known) if known.iter().any(|city| city.country == country));
    all.iter().flatten().any(in_country)
}

fn region_as_written(part: &str) -> String {
    let name = without_zip(part);
    if name.is_empty() { part.to_owned() } else { name }
}

#[cfg(test)]
mod tests;
