//! Employers in the lines that open an entry: beside or below a title, before a place or a date.

use std::ops::Range;

use super::employers::push;
use super::phrase::{Joint, Line};
use super::{Cue, Found, Page};
use crate::recognize::headings::Section;
use crate::recognize::{dates, looks, place};

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

/// Reads the line at `at` as one of those that open an entry: `Analyst`, `Acme - Chennai -`, `May 2016 to Present`.
pub(super) fn find(page: &Page<'_>, at: usize, found: &mut Vec<Found>) {
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
    let parts = pieces(line);
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
        } else if first && has(Says::Place) && !line.contact {
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
        push(line, part, cue, found);
    }
}

/// The parts of a line without brackets at their ends, cut at commas before a place
/// (`Acme, Chennai`) and behind a title that an employer follows (`Analyst, Acme, Chennai`).
fn pieces(line: &Line<'_>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    for part in &line.parts {
        let mut part = part.clone();
        let open = (part.start + 1..part.end).find(|&at| line.joint(at) == Joint::Open);
        if let Some(open) =
            open.filter(|&open| !(open + 1..part.end).any(|at| looks::is_legal_form(line.norm(at))))
        {
            part.end = open;
        }
        let commas: Vec<usize> =
            (part.start + 1..part.end).filter(|&at| line.joint(at) == Joint::Comma).collect();
        let Some(&first) = commas.first() else {
            pieces.push(part);
            continue;
        };
        let end = commas.get(1).copied().unwrap_or(part.end);
        let name = first..end;
        let titled =
            first - part.start <= 6 && looks::title(line.slice(&(part.start..first))) >= 0.6;
        let named = looks::employer(line.slice(&name)) >= 0.6
            || (looks::employer(line.slice(&name)) >= 0.4
                && end < part.end
                && place::place(line.slice(&(end..part.end))) >= 0.6);
        let mut start = part.start;
        if titled && named {
            pieces.push(start..first);
            start = first;
        }
        let place = commas
            .iter()
            .copied()
            .find(|&at| at > start && place::place(line.slice(&(at..part.end))) >= 0.6);
        let known = place::place(line.slice(&(start..part.end))) >= 0.8;
        match place.filter(|_| !known) {
            Some(at) => pieces.extend([start..at, at..part.end]),
            None => pieces.push(start..part.end),
        }
    }
    pieces
}
