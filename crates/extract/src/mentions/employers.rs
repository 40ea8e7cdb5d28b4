//! Employers and clients: names with a legal form, names beside titles, places and dates, and
//! names that sentences say somebody worked for.

use std::ops::Range;

use super::phrase::{EMPLOYMENT, FIRM_WORDS, Joint, Line, PRODUCTS};
use super::{Cue, Found, MentionKind, Page, heads};
use crate::recognize::headings::Section;
use crate::recognize::{looks, place};

pub(super) fn find(page: &Page<'_>, found: &mut Vec<Found>) {
    for (at, line) in page.lines.iter().enumerate() {
        legal_forms(line, found);
        labels(line, found);
        sentences(line, found);
        heads::find(page, at, found);
    }
}

/// Adds a name with its readings: with and without legal form, place and bracket.
pub(super) fn push(line: &Line<'_>, words: &Range<usize>, cue: Cue, found: &mut Vec<Found>) {
    let mut add = |range| found.push(Found::of(MentionKind::Employer, line, range, cue));
    let bytes = line.bytes(words);
    if bytes.is_empty() {
        return;
    }
    add(bytes.clone());
    // `Acme India Centre (Acme IC)`
    if let Some(close) = line.bracket(words.end, 40) {
        add(bytes.start..bytes.end + close + 1);
    }
    // `HCL Cisco`, `Infosys and Microsoft`: two that work together.
    let known = |at: &usize| looks::is_known_employer(line.slice(&(*at..*at + 1)));
    let both: Vec<usize> = (words.start..words.end).filter(|&at| line.norm(at) != "and").collect();
    if (2..=3).contains(&both.len()) && both.iter().all(known) {
        for at in both {
            add(line.bytes(&(at..at + 1)));
        }
    }
    // With and without the legal form.
    let mut end = words.end;
    while end > words.start + 1 && looks::is_legal_form(line.norm(end - 1)) {
        end -= 1;
    }
    if end < words.end {
        add(line.bytes(&(words.start..end)));
    }
    // With and without the place: `Acme Labs, India`, `Acme Labs India`.
    if line.joint(words.end) == Joint::Comma && is_place(line, &(words.end..words.end + 1)) {
        add(line.bytes(&(words.start..words.end + 1)));
    }
    let mut end = words.end;
    while end > words.start + 1 && is_place(line, &(end - 1..end)) {
        end -= 1;
    }
    if end < words.end {
        add(line.bytes(&(words.start..end)));
    }
}

/// True when the words are a place.
fn is_place(line: &Line<'_>, words: &Range<usize>) -> bool {
    place::place(line.slice(words)) >= 0.6
}

/// `Brightline Technologies Pvt. Ltd`
fn legal_forms(line: &Line<'_>, found: &mut Vec<Found>) {
    let mut at = 1;
    while at < line.words.len() {
        let form = is_form(line, at)
            && matches!(
                line.joint(at),
                Joint::Blank | Joint::Comma | Joint::Dot | Joint::Close | Joint::Hyphen
            );
        if !form {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < line.words.len()
            && is_form(line, end)
            && matches!(line.joint(end), Joint::Blank | Joint::Dot | Joint::Comma)
        {
            end += 1;
        }
        // The comma of `Brightline, Inc.` belongs to the name.
        let start = if line.joint(at) == Joint::Comma {
            line.name_before(at).min(at - 1)
        } else {
            line.name_before(at)
        };
        if start < at && line.is_name_word(start) {
            push(line, &(start..end), Cue::LegalForm, found);
        }
        at = end;
    }
}

/// A legal form as it is written in names.
fn is_form(line: &Line<'_>, at: usize) -> bool {
    let word = &line.words[at];
    let always = matches!(
        word.norm.as_str(),
        "ltd" | "pvt" | "inc" | "llc" | "gmbh" | "corp" | "llp" | "plc"
    );
    looks::is_legal_form(&word.norm)
        && (always || word.is_capitalized())
        && !(word.norm.len() <= 3 && !always && !word.is_capitalized())
        && !matches!(word.norm.as_str(), "se" | "as" | "me" | "co" | "ab" | "spa" | "sl" | "sa")
        || matches!(word.raw, "Co" | "SE" | "AB" | "SA")
}

/// Labels before the name of an employer or a client.
const LABELS: [&str; 12] = [
    "client", "company", "organization", "organisation", "employer", "customer", "firm", "clients",
    "companies", "organizations", "payroll", "vendor",
];

/// `Client: Brightline`, `Organization - Acme as Analyst (2014), Vega (2015)`
fn labels(line: &Line<'_>, found: &mut Vec<Found>) {
    for at in 0..line.words.len().min(6) {
        let label = LABELS.contains(&line.norm(at));
        if !label {
            continue;
        }
        let next = if line.norm(at + 1) == "name" { at + 2 } else { at + 1 };
        let Some(word) = line.words.get(next) else { continue };
        let gap = &line.text[line.words[next - 1].range.end..word.range.start];
        let parted = gap.contains([':', '–', '—', '|']) || gap.contains(" -");
        let opens = at == 0 && gap.trim().is_empty() && line.words[at].is_capitalized();
        if !parted && !opens {
            continue;
        }
        let Some(name) = line.name_from(next) else { continue };
        if looks::title(line.slice(&name)) >= 0.6 {
            continue;
        }
        let mut end = name.end;
        push(line, &name, Cue::Label, found);
        // What stands behind a dash says more of it.
        if line.joint(end) == Joint::Strong
            && line.rest(end).trim_start().starts_with(['-', '–'])
            && let Some(more) = line.name_from(end)
            && !is_place(line, &more)
        {
            push(line, &more, Cue::Label, found);
            end = more.end;
        }
        // A list goes on behind each comma.
        while let Some(next) = (end..(end + 12).min(line.words.len())).find(|&next| {
            line.text[..line.words[next].range.start].trim_end().ends_with([',', ';'])
        }) {
            let Some(name) = line.name_from(next) else {
                end = next + 1;
                continue;
            };
            let dated = line.joint(name.end) == Joint::Open
                || line.norm(name.end) == "as"
                || line.text[line.bytes(&name).end..].starts_with(',');
            if dated && !is_place(line, &name) {
                push(line, &name, Cue::Label, found);
            }
            end = name.end;
        }
        break;
    }
}

/// `worked with Acme as`, `at Acme`, `Acme as Analyst`
fn sentences(line: &Line<'_>, found: &mut Vec<Found>) {
    if line.section == Some(Section::Education) {
        return;
    }
    for at in 1..line.words.len() {
        let word = line.before(at, 1);
        let blank = line.joint(at) == Joint::Blank
            || line.text[..line.words[at].range.start].ends_with("@ ");
        let sign = line.text[..line.words[at].range.start].trim_end().ends_with('@');
        if sign && !line.contact && line.is_name_word(at) {
            if let Some(name) = line.name_from(at) {
                push(line, &name, Cue::Employment, found);
            }
            continue;
        }
        if !blank || !matches!(word, "at" | "with" | "for" | "in" | "by" | "from" | "joined" | "of")
        {
            continue;
        }
        let first =
            if matches!(line.norm(at), "the" | "m" | "client" | "our") { at + 1 } else { at };
        let Some(name) = line.name_from(first) else { continue };
        let text = line.slice(&name);
        // The nearest verb or noun of work, with no other preposition between.
        let reach = (2..=5.min(at))
            .take_while(|&back| {
                !matches!(line.before(at, back), "in" | "on" | "with" | "for" | "of" | "by")
            })
            .last()
            .unwrap_or(1);
        let governed = (2..=reach).any(|back| {
            EMPLOYMENT.has(line.before(at, back)) || looks::title_head(&line.words, at - back) > 0
        });
        let near = EMPLOYMENT.has(line.before(at, 2)) || EMPLOYMENT.has(line.before(at, 3));
        let as_title = line.norm(name.end) == "as"
            && (name.end + 1..name.end + 8).any(|next| looks::title_head(&line.words, next) > 0);
        let score = looks::employer(text);
        let form = looks::is_legal_form(line.norm(name.end - 1));
        let firm = name.len() > 1 && FIRM_WORDS.has(line.norm(name.end - 1));
        let known = looks::is_known_employer(text);
        let craft = PRODUCTS.has(line.norm(name.end))
            || PRODUCTS.has(line.norm(name.end - 1)) && name.len() > 1 && !firm;
        let school = looks::school(text) >= 0.6;
        let person = looks::title(text) >= 0.5;
        let ok = match word {
            "at" => score >= 0.35 && !is_place(line, &name) && (governed || known || firm || form),
            "joined" => score >= 0.35 && !person,
            "with" | "for" | "in" | "by" | "from" => {
                governed && (as_title || form || (firm && near) || (known && near))
                    || (as_title && near)
            }
            "of" => line.before(at, 2) == "employee" || line.before(at, 2) == "payroll",
            _ => false,
        };
        if ok && !craft && !person && (!school || governed) && line.section != Some(Section::Skills)
        {
            push(line, &name, Cue::Employment, found);
        }
    }
    for at in 1..line.words.len() {
        if line.norm(at) != "as" || line.joint(at) != Joint::Blank {
            continue;
        }
        let next = if matches!(line.norm(at + 1), "a" | "an") { at + 2 } else { at + 1 };
        let titled = (next..next + 6).any(|next| looks::title_head(&line.words, next) > 0);
        let start = line.name_before(at);
        let acts = looks::begins_sentence(line.norm(at - 1))
            || matches!(
                line.norm(at - 1),
                "act" | "acted" | "serve" | "certified" | "known" | "such"
            );
        if titled && start < at && start == 0 && !acts && !looks::is_title_head(line.norm(at - 1)) {
            push(line, &(start..at), Cue::As, found);
        }
    }
}
