//! Employers and clients: names with a legal form, names beside titles, places and dates, and
//! names that sentences say somebody worked for.

use std::ops::Range;

use super::phrase::{EMPLOYMENT, FIRM_WORDS, Joint, Line, PRODUCTS};
use super::{Cue, Found, MentionKind, Page};
use crate::recognize::headings::Section;
use crate::recognize::{dates, looks, place};

pub(super) fn find(page: &Page<'_>, found: &mut Vec<Found>) {
    for (at, line) in page.lines.iter().enumerate() {
        legal_forms(line, found);
        labels(line, found);
        sentences(line, found);
        head(page, at, found);
    }
}

fn push(line: &Line<'_>, words: &Range<usize>, cue: Cue, found: &mut Vec<Found>) {
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
        if ok
            && !craft
            && !person
            && !(school && !governed)
            && line.section != Some(Section::Skills)
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

/// What a part of a line says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Title,
    Place,
    Date,
    Name,
    Other,
}

fn says(line: &Line<'_>, part: &Range<usize>) -> Says {
    let text = line.slice(part);
    if dates::is_period(text) {
        return Says::Date;
    }
    if part.len() > 9 || part.is_empty() {
        return Says::Other;
    }
    let employer = looks::employer(text);
    if part.len() <= 3
        && looks::is_known_employer(line.slice(&(part.start..part.start + 1)))
        && looks::title(text) < 0.5
    {
        return Says::Name;
    }
    if looks::title(text) >= 0.5 && employer < 0.7 {
        return Says::Title;
    }
    if place::place(text) >= 0.6 && employer < 0.7 {
        return Says::Place;
    }
    let at_work = matches!(line.section, Some(Section::Work | Section::Volunteer));
    if looks::school(text) >= 0.6 || looks::degree(text) >= 0.8 {
        // Schools employ people, too.
        let employs = employer >= 0.6 || (employer >= 0.4 && at_work);
        return if employs { Says::Name } else { Says::Other };
    }
    let name = (part.start..part.end).all(|at| {
        let norm = line.norm(at);
        line.is_name_word(at)
            || line.words[at].has_digit()
            || matches!(
                norm,
                "of" | "and" | "for" | "the" | "de" | "limited" | "ltd" | "pvt" | "inc"
            )
    }) || (employer >= 0.4 && line.words[part.start].is_capitalized())
        || (part.len() <= 3 && looks::is_known_employer(line.slice(&(part.start..part.start + 1))));
    if name && employer >= 0.2 { Says::Name } else { Says::Other }
}

/// The lines that open an entry: `Analyst`, `Acme - Chennai -`, `May 2016 to Present`.
fn head(page: &Page<'_>, at: usize, found: &mut Vec<Found>) {
    let line = &page.lines[at];
    let jobs = matches!(line.section, Some(Section::Work | Section::Volunteer)) || line.top;
    if !jobs
        || line.item
        || line.dated
        || line.words.is_empty()
        || line.words.len() > 22
        || line.text.len() > 160
    {
        return;
    }
    let mut parts = line.parts.clone();
    for part in &mut parts {
        let open = (part.start + 1..part.end).find(|&at| line.joint(at) == Joint::Open);
        if let Some(open) =
            open.filter(|&open| !(open + 1..part.end).any(|at| looks::is_legal_form(line.norm(at))))
        {
            part.end = open;
        }
    }
    // `Role: …`, `Technologies: …`: a label says what follows, and is no name.
    if parts.iter().any(|part| line.rest(part.end).trim_start().starts_with(':')) {
        return;
    }
    let mut kinds: Vec<Says> = parts.iter().map(|part| says(line, part)).collect();
    // `Miller tools - Chennai -`: before a place anything short is a name.
    if let [first @ Says::Other, Says::Place, ..] = &mut kinds[..]
        && (1..=4).contains(&parts[0].len())
        && line.is_name_word(parts[0].start)
        && looks::school(line.slice(&parts[0])) < 0.5
    {
        *first = Says::Name;
    }
    let open = line.text.trim_end().ends_with(['-', '–', '—']);
    let has = |kind| kinds.contains(&kind);
    let next_dated = page.lines.get(at + 1).is_some_and(|next| next.dated);
    let titled_above = at.checked_sub(1).is_some_and(|above| {
        let above = &page.lines[above];
        !above.item && above.words.len() <= 9 && looks::title(above.text) >= 0.5
    });
    let titled_below = page.lines.get(at + 1).is_some_and(|below| {
        !below.item && below.words.len() <= 6 && looks::title(below.text) >= 0.6
    });
    let dated_above = at.checked_sub(1).is_some_and(|above| page.lines[above].dated);
    for (number, part) in parts.iter().enumerate() {
        if kinds[number] != Says::Name {
            continue;
        }
        let score = looks::employer(line.slice(part));
        let sure = score >= 0.6;
        if score < 0.35 && !line.is_name_word(part.start) || line.slice(part).len() < 3 {
            continue;
        }
        let first = number == 0;
        let beside_title = number > 0 && kinds[number - 1] == Says::Title
            || kinds.get(number + 1) == Some(&Says::Title);
        let cue = if beside_title && !line.contact && score >= 0.4 && parts.len() <= 4 {
            Cue::Employer
        } else if line.top {
            continue;
        } else if first && (has(Says::Place) || places_end(line, part)) && !line.contact {
            Cue::Place
        } else if first && (open || has(Says::Date) || next_dated) {
            Cue::Date
        } else if first && titled_above && (part.len() <= 5 || sure) {
            Cue::Employer
        } else if first && sure && dated_above && parts.len() <= 2 {
            Cue::Date
        } else if first && (dated_above || score >= 0.4) && titled_below && parts.len() <= 2 {
            Cue::Employer
        } else {
            continue;
        };
        let mut part = part.clone();
        // `Acme, Chennai`: the place behind the comma is no part of the name.
        if let Some(comma) = (part.start + 1..part.end).find(|&at| line.joint(at) == Joint::Comma)
            && place::place(line.slice(&(comma..part.end))) >= 0.6
        {
            part.end = comma;
        }
        push(line, &part, cue, found);
    }
}

fn places_end(line: &Line<'_>, part: &Range<usize>) -> bool {
    (part.start + 1..part.end).any(|at| {
        line.joint(at) == Joint::Comma && place::place(line.slice(&(at..part.end))) >= 0.6
    })
}
