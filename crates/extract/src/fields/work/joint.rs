//! What the jobs of a section say about each other: slots, commas and places used alike.

use super::{LOCATION, NAME, POSITION};
use crate::fields::labels::Choice;
use crate::fields::para::Para;
use crate::fields::segments::{Segment, Slot, trim};
use crate::recognize::{contact, looks, place};

/// True when a comma and nothing else stands between two segments.
pub(super) fn parted_by_comma(paras: &[Para], one: &Segment, two: &Segment) -> bool {
    let (first, second) = if one.range.start <= two.range.start { (one, two) } else { (two, one) };
    first.para == second.para
        && paras[first.para]
            .text
            .get(first.range.end..second.range.start)
            .is_some_and(|between| between.trim() == ",")
}

/// Makes the only name of an entry an employer when it stands where employers stand in the other
/// entries and not where titles stand.
pub(super) fn move_to_slot(segments: &[Vec<Segment>], choices: &mut [Vec<Option<Choice>>]) {
    let slots = |field: usize| -> Vec<(usize, Slot)> {
        let chosen = choices
            .iter()
            .zip(segments)
            .enumerate()
            .filter_map(|(at, (fields, own))| Some((at, own[fields[field]?.segment].slot)));
        chosen.take(60).collect()
    };
    let (titles, employers) = (slots(POSITION), slots(NAME));
    for at in 0..choices.len() {
        let (Some(choice), None) = (choices[at][POSITION], choices[at][NAME]) else { continue };
        let own = &segments[at][choice.segment].slot;
        #[expect(clippy::cast_precision_loss, reason = "at most 60")]
        let likeness = |slots: &[(usize, Slot)]| {
            let others: Vec<f32> = slots
                .iter()
                .filter(|(other, _)| *other != at)
                .map(|(_, slot)| own.likeness(slot))
                .collect();
            (!others.is_empty()).then(|| others.iter().sum::<f32>() / others.len() as f32)
        };
        let (Some(title), Some(employer)) = (likeness(&titles), likeness(&employers)) else {
            continue;
        };
        if employer >= 0.85 && title < 0.7 {
            choices[at][NAME] = Some(choice);
            choices[at][POSITION] = None;
        }
    }
}

/// Gives a field that nothing was taken for the free segment that fills its slot in the other
/// entries: an employer called "Architect" says nothing by its words, but stands where all
/// employers stand.
pub(super) fn rescue(
    paras: &[Para],
    segments: &[Vec<Segment>],
    choices: &mut [Vec<Option<Choice>>],
) {
    move_to_slot(segments, choices);
    let banner = choices.iter().any(|fields| fields[NAME].is_some() && fields[POSITION].is_none());
    for field in [POSITION, NAME] {
        if field == NAME && banner {
            continue;
        }
        let slots: Vec<Slot> = choices
            .iter()
            .zip(segments)
            .filter_map(|(fields, segments)| Some(segments[fields[field]?.segment].slot))
            .take(60)
            .collect();
        for (fields, segments) in choices.iter_mut().zip(segments) {
            if fields[field].is_some() || slots.is_empty() {
                continue;
            }
            let free = |at: &usize| {
                let segment = &segments[*at];
                let text = &paras[segment.para].text[segment.range.clone()];
                !fields.iter().flatten().any(|choice| choice.segment == *at)
                    && place::place(text) < 0.6
                    && contact::links(text).is_empty()
                    && text.split_whitespace().count() <= 10
            };
            #[expect(clippy::cast_precision_loss, reason = "at most 60")]
            let likeness = |at: usize| {
                let sum: f32 = slots.iter().map(|slot| segments[at].slot.likeness(slot)).sum();
                sum / slots.len() as f32
            };
            let best = (0..segments.len())
                .filter(free)
                .map(|at| (at, likeness(at)))
                .max_by(|(_, one), (_, two)| one.total_cmp(two));
            if let Some((segment, like)) = best.filter(|(_, like)| *like >= 0.84) {
                fields[field] = Some(Choice { segment, score: 0.5 * like });
            }
        }
    }
}

/// Cuts "Acme, Singapore" and "Acme, Remote" where nothing else names the employer: a name nobody
/// knows before a country is a city only where an employer stands beside it.
pub(super) fn names_before_places(
    paras: &[Para],
    segments: &mut [Vec<Segment>],
    choices: &[Vec<Option<Choice>>],
) -> bool {
    let banner =
        |fields: &Vec<Option<Choice>>| fields[NAME].is_some() && fields[POSITION].is_none();
    if choices.iter().any(banner) {
        return false;
    }
    let mut any = false;
    for (entry, fields) in segments.iter_mut().zip(choices) {
        let (None, Some(choice)) = (fields[NAME], fields[LOCATION]) else { continue };
        let whole = entry[choice.segment].clone();
        let text = &paras[whole.para].text;
        let part = &text[whole.range.clone()];
        let Some(comma) = part.find(", ").filter(|_| place::is_guessed(part)) else { continue };
        let comma = whole.range.start + comma;
        entry[choice.segment].range = trim(text, whole.range.start..comma);
        let range = trim(text, comma + 1..whole.range.end);
        let slot = Slot { part: whole.slot.part + 1, ..whole.slot };
        entry.insert(choice.segment + 1, Segment { range, slot, ..whole });
        any = true;
    }
    any
}

/// Cuts "Acme, Smallville" when the same slot of other entries holds a name with a known place
/// behind its comma. True when something was cut.
pub(super) fn places_alike(paras: &[Para], segments: &mut [Vec<Segment>]) -> bool {
    let mut pairs = segments.iter().flat_map(|entry| entry.windows(2)).filter(|pair| {
        parted_by_comma(paras, &pair[0], &pair[1])
            && place::place(&paras[pair[1].para].text[pair[1].range.clone()]) >= 0.6
    });
    let Some(slot) = pairs.next().map(|pair| pair[0].slot) else { return false };
    let mut any = false;
    for entry in segments {
        let found = entry.iter().position(|segment| {
            segment.slot.likeness(&slot) >= 0.8
                && place_after_comma(&paras[segment.para].text[segment.range.clone()]).is_some()
        });
        let has_place = entry
            .iter()
            .any(|segment| place::place(&paras[segment.para].text[segment.range.clone()]) >= 0.6);
        let (Some(at), false) = (found, has_place) else { continue };
        let whole = entry[at].clone();
        let text = &paras[whole.para].text;
        let Some(comma) = place_after_comma(&text[whole.range.clone()]) else { continue };
        let comma = whole.range.start + comma;
        let name = trim(text, whole.range.start..comma);
        let place = trim(text, comma + 1..whole.range.end);
        let slot = Slot { part: whole.slot.part + 1, ..whole.slot };
        entry[at].range = name;
        entry.insert(at + 1, Segment { range: place, slot, ..whole });
        any = true;
    }
    any
}

/// The last comma, when one to three capitalized words stand behind it that may name a place.
pub(super) fn place_after_comma(text: &str) -> Option<usize> {
    let at = text.rfind(", ")?;
    let words: Vec<&str> = text[at + 2..].split_whitespace().collect();
    let named = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let fits = (1..=3).contains(&words.len()) && words.iter().all(named);
    let other = looks::title(&text[at + 2..]) >= 0.4 || looks::employer(&text[at + 2..]) >= 0.5;
    (fits && !other).then_some(at)
}
