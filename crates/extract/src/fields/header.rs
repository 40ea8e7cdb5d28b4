//! The top of the page: who it is and how to reach them.

use std::ops::Range;

use document::Part;
use resume::FieldPath;
use resume::model::{Basics, Profile};

use super::make::{Candidate, Cut, Maker, squeezed};
use super::para::Para;
use super::{sections, segments};
use crate::recognize::contact::{self, Link, Phone};
use crate::recognize::{dates, headings, looks, place};

/// Reads the contact block: `lines` before the first heading, in contact sections and in the
/// running head.
pub(crate) fn read(maker: &mut Maker<'_>, lines: &[usize]) -> Option<Basics> {
    let path = FieldPath::root().key("basics");
    let mut basics = Basics::default();
    let found = Found::of(maker.paras, lines);
    if let Some((cut, address)) = &found.email {
        maker.place(path.key("email"), cut);
        basics.email = Some(address.clone());
    } else {
        basics.email.clone_from(&found.linked_email);
    }
    if let Some((cut, phone)) = &found.phone {
        maker.place(path.key("phone"), cut);
        basics.phone = Some(phone.number.clone());
    }
    set_links(maker, &path, &found, &mut basics);

    let name = choose_name(maker, lines, basics.email.as_deref(), &found);
    basics.name = name.as_ref().and_then(|cut| maker.take(path.key("name"), cut));
    let label = name.and_then(|name| choose_label(maker, lines, &name, &found));
    basics.label = label.and_then(|cut| maker.take(path.key("label"), &cut));
    if let Some(cut) = choose_place(maker, lines, &found) {
        basics.location =
            maker.take(path.key("location"), &cut).and_then(|text| place::parse(&text));
    }
    let prose: Vec<usize> =
        lines.iter().copied().filter(|&at| is_prose(&maker.paras[at])).collect();
    if !prose.is_empty() {
        basics.summary = maker.take_paras(path.key("summary"), &prose);
    }
    (basics != Basics::default()).then_some(basics)
}

/// Contact details and their places.
#[derive(Default)]
struct Found {
    email: Option<(Cut, String)>,
    /// An address that only a link carries.
    linked_email: Option<String>,
    phone: Option<(Cut, Phone)>,
    links: Vec<(Cut, Link)>,
    /// Paragraphs with contact details in them.
    paras: Vec<usize>,
}

impl Found {
    fn of(paras: &[Para], lines: &[usize]) -> Self {
        let mut found = Self::default();
        for &at in lines {
            let para = &paras[at];
            if is_prose(para) {
                continue;
            }
            let mut any = false;
            for email in contact::emails(&para.text) {
                any = true;
                found.email.get_or_insert((Cut { para: at, range: email.range }, email.address));
            }
            for phone in contact::phones(&para.text) {
                any = true;
                let better =
                    found.phone.as_ref().is_none_or(|(_, best)| phone.confidence > best.confidence);
                if better {
                    found.phone = Some((Cut { para: at, range: phone.range.clone() }, phone));
                }
            }
            for link in contact::links(&para.text) {
                any = true;
                found.add(Cut { para: at, range: link.range.clone() }, link);
            }
            for run in &para.runs {
                let Some(target) = &run.link else { continue };
                any = true;
                if let Some(address) = target.strip_prefix("mailto:") {
                    found.linked_email.get_or_insert_with(|| {
                        address.split('?').next().unwrap_or_default().to_owned()
                    });
                } else if let Some(link) = contact::links(target).into_iter().next() {
                    found.add(Cut { para: at, range: run.range.clone() }, link);
                }
            }
            if any {
                found.paras.push(at);
            }
        }
        found
    }

    /// One entry an address, whatever ways the page shows it.
    fn add(&mut self, cut: Cut, link: Link) {
        let known = self.links.iter().any(|(place, other)| {
            let shared = place.para == cut.para
                && place.range.start < cut.range.end
                && cut.range.start < place.range.end;
            bare(&other.url) == bare(&link.url) || shared
        });
        if !known && link.confidence >= 0.5 {
            self.links.push((cut, link));
        }
    }
}

/// An address as people compare it: no scheme, no `www.`, no slash at the end.
fn bare(url: &str) -> String {
    let lower = url.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

fn set_links(maker: &mut Maker<'_>, path: &FieldPath, found: &Found, basics: &mut Basics) {
    for (cut, link) in &found.links {
        match &link.network {
            Some(network) => {
                let at = path.key("profiles").index(basics.profiles.len());
                maker.place(at.key("url"), cut);
                basics.profiles.push(Profile {
                    network: Some((*network).to_owned()),
                    username: link.handle.clone(),
                    url: Some(link.url.clone()),
                    ..Profile::default()
                });
            }
            None if basics.url.is_none() => {
                maker.place(path.key("url"), cut);
                basics.url = Some(link.url.clone());
            }
            None => {
                let at = path.key("profiles").index(basics.profiles.len());
                maker.place(at.key("url"), cut);
                basics.profiles.push(Profile { url: Some(link.url.clone()), ..Profile::default() });
            }
        }
    }
}

/// The name: what looks like a person, is set large, stands first and agrees with the address.
fn choose_name(
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
            if is_only_name(para, text, largest, body) {
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
fn is_only_name(para: &Para, text: &str, largest: f32, body: f32) -> bool {
    let text = text.trim();
    body > 0.0
        && para.size() >= 1.3 * body
        && para.size() >= 0.98 * largest
        && !text.contains(char::is_whitespace)
        && text.chars().count() >= 3
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && headings::section(text).is_none()
        && !sections::is_document_title(text)
        && looks::title(text) < 0.4
}

/// The size of type of most letters, in points.
fn usual_size(paras: &[Para]) -> f32 {
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
fn names_in(para: &Para) -> Vec<Range<usize>> {
    let mut ranges = para.cells();
    for part in segments::parts(para) {
        if !ranges.contains(&part) {
            ranges.push(part);
        }
    }
    ranges
}

/// The part of a cell before its first contact detail.
fn without_contact(para: &Para, range: Range<usize>) -> Range<usize> {
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
fn agrees(name: &str, address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let words = name.split_whitespace().map(str::to_lowercase);
    words.filter(|word| word.chars().count() >= 3).any(|word| local.contains(&word))
}

/// The line under the name.
fn choose_label(maker: &mut Maker<'_>, lines: &[usize], name: &Cut, found: &Found) -> Option<Cut> {
    let paras = maker.paras;
    let at_name = lines.iter().position(|&at| at == name.para)?;
    let own_name = maker.text(name);
    let mut candidates: Vec<(Cut, Candidate)> = Vec::new();
    for (distance, &at) in lines[at_name..].iter().enumerate().take(5) {
        let para = &paras[at];
        if is_prose(para) {
            continue;
        }
        let parts = if distance == 0 {
            let mut parts = segments::parts(para);
            parts.extend(wholes(para, name.range.end));
            parts
        } else if found.paras.contains(&at) {
            // Beside contact details in the same line, in a cell of its own.
            let is_contact = |cell: &Range<usize>| {
                let text = &para.text[cell.clone()];
                !contact::emails(text).is_empty()
                    || !contact::phones(text).is_empty()
                    || !contact::links(text).is_empty()
            };
            let cells = para.cells();
            let alone = cells.len() == 1;
            cells.into_iter().filter(|cell| !alone && !is_contact(cell)).collect()
        } else {
            para.cells()
        };
        for range in parts {
            if distance == 0 && range.start < name.range.end {
                continue;
            }
            let text = para.text[range.clone()].trim();
            let title = title_of_parts(para, &range);
            let place = place::place(text);
            let words = text.split_whitespace().count();
            let mut score = 0.5 * title + 0.15;
            let mut reasons = vec![format!("looks like a title {title:.2}")];
            if distance <= 1 {
                score += 0.25;
                reasons.push("next to the name".to_owned());
            }
            if place > 0.5
                || contact::phones(text).len() + contact::emails(text).len() > 0
                || words > 16
            {
                continue;
            }
            if dates::is_period(text) || squeezed(text) == own_name {
                continue;
            }
            score = score.min(1.0);
            candidates.push((
                Cut { para: at, range },
                Candidate { text: text.to_owned(), score, reasons },
            ));
        }
    }
    candidates.sort_by(|(_, one), (_, two)| two.score.total_cmp(&one.score));
    let best = candidates.first().filter(|(_, best)| best.score >= 0.35)?.0.clone();
    let path = FieldPath::root().key("basics").key("label");
    maker.decide(path, candidates.into_iter().map(|(_, candidate)| candidate).take(4).collect());
    Some(best)
}

/// Cells that say several things of one look and nothing but words: "Engineer · Go, Kafka". What
/// stands behind a name is one headline, whatever separators it has.
fn wholes(para: &Para, after: usize) -> Vec<Range<usize>> {
    let parts = segments::parts(para);
    let mut wholes = Vec::new();
    for cell in para.cells() {
        let inside: Vec<&Range<usize>> = parts
            .iter()
            .filter(|part| cell.start.max(after) <= part.start && part.end <= cell.end)
            .collect();
        let [first, .., last] = inside[..] else { continue };
        let plain = |part: &&Range<usize>| {
            let text = &para.text[(*part).clone()];
            contact::emails(text).is_empty()
                && contact::phones(text).is_empty()
                && contact::links(text).is_empty()
                && place::place(text) < 0.5
                && !dates::is_period(text)
        };
        if first.start < last.start && inside.iter().all(plain) {
            wholes.push(first.start..last.end);
        }
    }
    wholes
}

/// How much the best part of a headline looks like a title: of several parts together a little
/// more than of the best one alone.
fn title_of_parts(para: &Para, range: &Range<usize>) -> f32 {
    let parts = segments::parts(para);
    let inside: Vec<f32> = parts
        .iter()
        .filter(|part| range.start <= part.start && part.end <= range.end)
        .map(|part| looks::title(&para.text[part.clone()]))
        .collect();
    let best = inside.iter().copied().fold(0.0, f32::max);
    if inside.len() > 1 && best > 0.3 { best + 0.05 } else { best }
}

/// Where the person is: the best place of the contact block.
fn choose_place(maker: &mut Maker<'_>, lines: &[usize], found: &Found) -> Option<Cut> {
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
fn places(para: &Para) -> Vec<place::Found> {
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
fn widen(text: &str, floor: usize, found: &mut place::Found) {
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

/// A sentence or more, not a line of details.
fn is_prose(para: &Para) -> bool {
    let words = para.text.split_whitespace().count();
    let has_contact =
        !contact::emails(&para.text).is_empty() || !contact::phones(&para.text).is_empty();
    let long = words > 16 || (para.lines > 1 && words > 10);
    !has_contact && long && para.cells().len() == 1 && !is_wrapped_headline(para, words)
}

/// A name in large type with what stands behind it, or a title with what it is about, wrapped in
/// a narrow column.
fn is_wrapped_headline(para: &Para, words: usize) -> bool {
    if words > 18 || para.lines > 4 || para.text.ends_with('.') {
        return false;
    }
    let sizes = |run: Option<&super::para::Run>| run.map_or(0.0, |run| run.style.size);
    let (first, last) = (sizes(para.runs.first()), sizes(para.runs.last()));
    let parted = para.text.contains(['·', '|', '•', '/']) || para.text.contains(" – ");
    first > 1.25 * last.max(1.0)
        || (parted
            && segments::parts(para)
                .first()
                .is_some_and(|part| looks::title(&para.text[part.clone()]) >= 0.6))
}
