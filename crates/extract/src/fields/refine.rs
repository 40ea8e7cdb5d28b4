//! Segments cut further where their words say that they hold two things: "Engineer at Acme",
//! "Acme, Berlin, Germany", "Acme (Remote)".

use std::ops::Range;

use super::para::Para;
use super::segments::{Segment, Slot, trim};
use crate::recognize::{looks, place};

/// A segment in its final pieces.
pub(crate) fn refine(
    paras: &[Para],
    segments: Vec<Segment>,
    sure: &[fn(&str) -> f32],
    force: bool,
) -> Vec<Segment> {
    let mut refined: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        let text = &paras[segment.para].text;
        let mut rest = vec![segment.range.clone()];
        if let Some((head, tail)) = split_place(text, &segment.range) {
            rest = vec![head, tail];
        }
        let first = rest[0].clone();
        if let Some((left, right)) =
            split_at(text, &first).or_else(|| split_comma(text, &first, sure, force))
        {
            rest.splice(..1, [left, right]);
        }
        for range in rest {
            let range = without_at(text, trim(text, range));
            if range.is_empty() {
                continue;
            }
            let earlier = refined.iter().filter(|other| {
                other.slot.line == segment.slot.line && other.slot.cell == segment.slot.cell
            });
            let part = earlier.count();
            refined.push(Segment {
                para: segment.para,
                range,
                slot: Slot { part, ..segment.slot },
            });
        }
    }
    refined
}

/// "at Acme" without the word.
fn without_at(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let words = ["at ", "At ", "@ ", "@", "bei ", "chez ", "for ", "For "];
    let word = words.iter().find(|word| part.starts_with(**word));
    word.map_or(range.clone(), |word| trim(text, range.start + word.len()..range.end))
}

/// A place at the end, after a comma, a bracket or a blank line of separators.
fn split_place(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let part = &text[range.clone()];
    if place::place(part) >= 0.6 && looks::employer(part) < 0.7 {
        return None;
    }
    // Cuts at the first comma or bracket whose rest is a place as a whole.
    let cuts = part.char_indices().filter(|(_, c)| matches!(c, ',' | '('));
    for (at, c) in cuts {
        let tail = part[at + c.len_utf8()..].trim().trim_end_matches(')').trim();
        let head = part[..at].trim();
        if head.is_empty() || tail.is_empty() {
            continue;
        }
        if place::place(tail) >= 0.7 {
            let start = range.start + at;
            return Some((range.start..start, start + c.len_utf8()..range.end));
        }
    }
    None
}

/// More than two things after a comma are words of a list, not a name.
fn sure_is_list(text: &str) -> bool {
    text.matches(',').count() > 2
}

/// "Engineer at Acme", "Engineer @ Acme".
fn split_at(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let part = &text[range.clone()];
    for word in [" at ", " @ ", " @", " bei ", " chez "] {
        let Some(at) = part.find(word) else { continue };
        let left = &part[..at];
        if crate::recognize::looks::title(left) >= 0.5 && at + word.len() < part.len() {
            let start = range.start + at;
            return Some((range.start..start, start + word.len()..range.end));
        }
    }
    None
}

/// "Acme, Staff Engineer" and "Staff Engineer, Acme": cut when one side is sure and the other is
/// something else. `sure` scores what one side has to be; with `force` any comma cuts.
fn split_comma(
    text: &str,
    range: &Range<usize>,
    sure: &[fn(&str) -> f32],
    force: bool,
) -> Option<(Range<usize>, Range<usize>)> {
    let part = &text[range.clone()];
    let cuts =
        part.match_indices(", ").chain(part.match_indices(" - ")).chain(part.match_indices(" – "));
    for (at, mark) in cuts {
        let (left, right) = (part[..at].trim(), part[at + mark.len()..].trim());
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let qualifies = |text: &str| {
            // "Software Engineer, Payments": a team, not an employer, as far as words can tell.
            crate::recognize::looks::employer(text) < 0.5
        };
        let names = force && mark == ", " && !sure_is_list(right) && place::place(part) < 0.5;
        let by = |sure: &fn(&str) -> f32| {
            let (one, two) = (sure(left), sure(right));
            (one >= 0.7 && two < 0.3 && !qualifies(right)) || (two >= 0.7 && one < 0.3)
        };
        // Each side is one of the two things, and neither is the other: "MEng, School of Mines".
        let both = |one: &fn(&str) -> f32, two: &fn(&str) -> f32| {
            one(left) >= 0.7
                && two(right) >= 0.5
                && one(left) > one(right)
                && two(right) > two(left)
        };
        let each = match sure {
            [one, two] => both(one, two) || both(two, one),
            _ => false,
        };
        let splits = names || each || sure.iter().any(by);
        if splits {
            let start = range.start + at;
            return Some((range.start..start, start + mark.len()..range.end));
        }
    }
    None
}
