//! Where the person is.

use std::ops::Range;

use resume::FieldPath;

use super::{Found, is_prose};
use crate::fields::make::{Candidate, Cut, Maker};
use crate::fields::para::Para;
use crate::fields::segments;
use crate::recognize::{contact, place};

/// Where the person is: the best place of the contact block.
pub(super) fn choose_place(maker: &mut Maker<'_>, lines: &[usize], found: &Found) -> Option<Cut> {
    let paras = maker.paras;
    let mut candidates: Vec<(Cut, Candidate)> = Vec::new();
    for &at in lines {
        let para = &paras[at];
        if is_prose(para) {
            continue;
        }
        let mut found_here: Vec<(Range<usize>, f32, bool)> = Vec::new();
        for part in segments::parts(para) {
            let looks_so = place::place(&para.text[part.clone()]);
            if looks_so >= 0.5 {
                found_here.push((part, looks_so, true));
            }
        }
        let inside = places(para).into_iter();
        found_here.extend(inside.map(|found| (found.range, found.score, false)));
        for (range, looks_so, whole) in found_here {
            let text = para.text[range.clone()].trim();
            let mut score = 0.7 * looks_so;
            let mut reasons = vec![format!("looks like a place {looks_so:.2}")];
            if whole {
                score += 0.1;
                reasons.push("says nothing else".to_owned());
            }
            if found.paras.contains(&at) {
                score += 0.15;
                reasons.push("beside contact details".to_owned());
            }
            let label = para.text[..range.start].trim_end().to_lowercase();
            if label.ends_with("location:")
                || label.ends_with("address:")
                || label.ends_with("based in")
            {
                score += 0.2;
                reasons.push("named as a location".to_owned());
            }
            candidates.push((
                Cut { para: at, range },
                Candidate { text: text.to_owned(), score, reasons },
            ));
        }
    }
    candidates.sort_by(|(_, one), (_, two)| two.score.total_cmp(&one.score));
    let best = candidates.first().filter(|(_, best)| best.score >= 0.4)?.0.clone();
    let path = FieldPath::root().key("basics").key("location");
    maker.decide(path, candidates.into_iter().map(|(_, candidate)| candidate).take(4).collect());
    Some(best)
}

/// The places of a line, between its contact details: only blanks may stand around them.
pub(super) fn places(para: &Para) -> Vec<place::Found> {
    let text = &para.text;
    let mut taken: Vec<Range<usize>> = contact::emails(text)
        .into_iter()
        .map(|email| email.range)
        .chain(contact::phones(text).into_iter().map(|phone| phone.range))
        .chain(contact::links(text).into_iter().map(|link| link.range))
        .collect();
    taken.sort_by_key(|range| range.start);
    taken.push(text.len()..text.len());
    let mut found = Vec::new();
    let mut start = 0;
    for detail in taken {
        if detail.start > start {
            for mut place in place::places(&text[start..detail.start]) {
                place.range = start + place.range.start..start + place.range.end;
                widen(text, start, &mut place);
                found.push(place);
            }
        }
        start = start.max(detail.end);
    }
    found
}

/// Takes the words before a lone country into the place: in a contact block, where nothing else
/// is told, a name before the name of a country is a city, whether anybody knows it or not.
pub(super) fn widen(text: &str, floor: usize, found: &mut place::Found) {
    if found.place.city.is_some() || found.place.country_code.is_none() {
        return;
    }
    let before = text[floor..found.range.start].trim_end();
    let Some(before) = before.strip_suffix(',') else { return };
    let ends = |c: char| matches!(c, ',' | '|' | '·' | '•' | ';' | ':' | '/' | '(' | '–' | '—');
    let city = before.rsplit(ends).next().unwrap_or_default().trim_start();
    // More blanks than one stand between cells, and small words are no part of a name.
    let city = city.rsplit("  ").next().unwrap_or_default();
    let small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let after_small = city.split(' ').rev().take_while(|word| !small(word)).map(str::len);
    let (letters, words) = after_small.fold((0, 0), |(all, count), word| (all + word, count + 1));
    let city = &city[city.len() - (letters + words - usize::from(words > 0))..];
    let whole = floor + before.len() - city.len()..found.range.end;
    if let Some(place) = place::parse(&text[whole.clone()]).filter(|place| place.city.is_some()) {
        found.range = whole;
        found.place = place;
    }
}
