//! Which words are the name of the person.

use std::ops::Range;

use document::Part;
use resume::FieldPath;

use super::{Found, is_prose};
use crate::fields::make::{Candidate, Cut, Maker};
use crate::fields::para::Para;
use crate::fields::{sections, segments};
use crate::recognize::{contact, headings, looks};

/// The name: what looks like a person, is set large, stands first and agrees with the address.
pub(super) fn choose_name(
    maker: &mut Maker<'_>,
    lines: &[usize],
    email: Option<&str>,
    found: &Found,
) -> Option<Cut> {
    let paras = maker.paras;
    let largest = lines.iter().map(|&at| paras[at].size()).fold(0.0, f32::max);
    let body = usual_size(paras);
    let mut candidates: Vec<(Cut, Candidate)> = Vec::new();
    for (rank, &at) in lines.iter().enumerate().take(24) {
        let para = &paras[at];
        if is_prose(para) {
            continue;
        }
        for range in names_in(para) {
            let range = without_contact(para, range);
            let text = &para.text[range.clone()];
            let mut looks_so = looks::person(text);
            let owns = rank == 0
                && is_one_name(text)
                && email.is_some_and(|email| {
                    email.to_lowercase().contains(&text.trim().to_lowercase())
                });
            if owns || is_only_name(para, text, largest, body) {
                looks_so = looks_so.max(0.4);
            }
            if looks_so < 0.25 {
                continue;
            }
            let mut score = 0.4 * looks_so;
            let mut reasons = vec![format!("looks like a name {looks_so:.2}")];
            let size = if largest > 0.0 { para.size() / largest } else { 0.0 };
            if size > 0.98 && largest > 0.0 {
                score += 0.25;
                reasons.push("largest type".to_owned());
            } else if largest <= 0.0 && para.heading == Some(1) {
                // What has no sizes says with its first heading what it would set large.
                score += 0.25;
                reasons.push("main heading".to_owned());
            }
            if rank == 0 {
                score += 0.15;
                reasons.push("first line".to_owned());
            } else if rank < 3 {
                score += 0.08;
                reasons.push(format!("line {}", rank + 1));
            }
            let agrees = email.is_some_and(|email| agrees(text, email))
                || found.links.iter().any(|(_, link)| {
                    link.handle.as_deref().is_some_and(|handle| agrees(text, handle))
                });
            if agrees {
                score += 0.2;
                reasons.push("agrees with an address".to_owned());
            }
            if para.part == Part::Header {
                score -= 0.15;
                reasons.push("in the running head".to_owned());
            }
            let title = looks::title(text);
            if title > 0.5 {
                score -= 0.3 * title;
                reasons.push("reads as a title".to_owned());
            }
            let candidate = Candidate { text: text.trim().to_owned(), score, reasons };
            candidates.push((Cut { para: at, range }, candidate));
        }
    }
    candidates.sort_by(|(_, one), (_, two)| two.score.total_cmp(&one.score));
    let best = candidates.first().filter(|(_, best)| best.score >= 0.35)?.0.clone();
    let path = FieldPath::root().key("basics").key("name");
    maker.decide(path, candidates.into_iter().map(|(_, candidate)| candidate).take(4).collect());
    Some(best)
}

/// True for one word in the largest type of the page, clearly larger than the text: some people
/// have one name.
pub(super) fn is_only_name(para: &Para, text: &str, largest: f32, body: f32) -> bool {
    body > 0.0 && para.size() >= 1.3 * body && para.size() >= 0.98 * largest && is_one_name(text)
}

/// True for one word that may be all of a name: letters, and nothing else that the top of a page
/// has.
pub(super) fn is_one_name(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() >= 3
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && headings::section(text).is_none()
        && !sections::is_document_title(text)
        && looks::title(text) < 0.4
}

/// The size of type of most letters, in points.
pub(super) fn usual_size(paras: &[Para]) -> f32 {
    let mut letters = std::collections::BTreeMap::<u32, usize>::new();
    for run in paras.iter().flat_map(|para| &para.runs) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let key = (run.style.size * 8.0).clamp(0.0, 8000.0) as u32;
        *letters.entry(key).or_default() += run.range.len();
    }
    let usual = letters.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(key, _)| key);
    #[expect(clippy::cast_precision_loss, reason = "below 8000")]
    let size = usual as f32 / 8.0;
    size
}

/// What may be a name: cells as they stand, then their parts ("Jane Doe | Engineer").
pub(super) fn names_in(para: &Para) -> Vec<Range<usize>> {
    let mut ranges = para.cells();
    // A name in two weights is one name.
    let named: Vec<Range<usize>> = ranges
        .iter()
        .filter(|cell| looks::person(&para.text[(*cell).clone()]) >= 0.5)
        .cloned()
        .collect();
    for part in segments::parts(para) {
        let inside = named.iter().any(|cell| cell.start <= part.start && part.end <= cell.end);
        if !inside && !ranges.contains(&part) {
            ranges.push(part);
        }
    }
    ranges
}

/// The part of a cell before its first contact detail.
pub(super) fn without_contact(para: &Para, range: Range<usize>) -> Range<usize> {
    let text = &para.text[range.clone()];
    let first = contact::emails(text)
        .into_iter()
        .map(|email| email.range)
        .chain(contact::phones(text).into_iter().map(|phone| phone.range))
        .chain(contact::links(text).into_iter().map(|link| link.range))
        .map(|found| found.start)
        .min();
    let end = first.unwrap_or(text.len());
    segments::trim(&para.text, range.start..range.start + end)
}

/// True when words of the name stand in an address or handle.
pub(super) fn agrees(name: &str, address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let words = name.split_whitespace().map(str::to_lowercase);
    words.filter(|word| word.chars().count() >= 3).any(|word| local.contains(&word))
}
