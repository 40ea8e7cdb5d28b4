//! Schools: names around a noun of schools, examination boards, and what stands below a degree.

use std::ops::Range;

use super::phrase::{BOARDS, Joint, Line};
use super::{Cue, Found, MentionKind, Page};
use crate::recognize::headings::Section;
use crate::recognize::{dates, looks, place};

pub(super) fn find(page: &Page<'_>, found: &mut Vec<Found>) {
    for (at, line) in page.lines.iter().enumerate() {
        nouns(line, found);
        boards(line, found);
        from(line, found);
        below_degree(page, at, found);
    }
}

fn push(line: &Line<'_>, words: &Range<usize>, cue: Cue, found: &mut Vec<Found>) {
    let bytes = line.bytes(words);
    if !bytes.is_empty() {
        found.push(Found::of(MentionKind::School, line, bytes, cue));
    }
}

/// A noun of schools, also when it is misspelled as many misspell it.
fn is_noun(norm: &str) -> bool {
    looks::is_school_word(norm)
        || matches!(
            norm,
            "collage"
                | "collages"
                | "convent"
                | "vidyalaya"
                | "vidyapeeth"
                | "polytechnical"
                | "schools"
                | "colleges"
                | "institutes"
                | "institution"
                | "institutions"
                | "univ"
                | "vidyalayam"
                | "academi"
                | "highschool"
        )
        || (norm.len() > 7
            && norm.starts_with("univ")
            && !matches!(norm, "universe" | "universal" | "univariate"))
}

fn nouns(line: &Line<'_>, found: &mut Vec<Found>) {
    let mut free = 0;
    let quiet =
        matches!(line.section, Some(Section::Skills | Section::Interests | Section::Languages));
    for at in 0..line.words.len() {
        if at < free || quiet || !is_noun(line.norm(at)) {
            continue;
        }
        let studies = line.section == Some(Section::Education);
        if !line.words[at].is_capitalized() && !studies {
            continue;
        }
        let part = line.part_of(at);
        // Below its heading a school may be written small, and the line is its name.
        let small = studies && !line.item && part.len() <= 9;
        let mut start = at;
        while start > part.start.max(free) && at - start < 8 {
            let joined = match line.joint(start) {
                Joint::Blank | Joint::Hyphen | Joint::And => true,
                Joint::Dot => {
                    line.words[start - 1].raw.len() <= 3 || line.words[start - 1].raw.contains('.')
                }
                _ => false,
            };
            let norm = line.norm(start - 1);
            let link = matches!(norm, "of" | "and" | "for" | "s") && start - 1 > part.start;
            let word =
                line.is_name_word(start - 1) || (small && !matches!(norm, "in" | "from" | "at"));
            if !joined || !(word || link) {
                break;
            }
            start -= 1;
        }
        while start < at && matches!(line.norm(start), "of" | "and" | "for" | "the") {
            start += 1;
        }
        let mut end = at + 1;
        while end < part.end && end - at < 9 {
            let joined = match line.joint(end) {
                Joint::Blank | Joint::Hyphen | Joint::And => true,
                Joint::Dot => line.words[end - 1].raw.len() <= 3,
                _ => false,
            };
            let norm = line.norm(end);
            let link = matches!(norm, "of" | "and" | "for" | "the" | "in" | "de")
                && end + 1 < part.end
                && (norm != "in" || studies);
            if !joined
                || dates::is_period(line.words[end].raw)
                || !(line.is_name_word(end)
                    || link
                    || (small && !looks::begins_sentence(norm) && !matches!(norm, "from" | "at")))
            {
                break;
            }
            end += 1;
        }
        while end > at + 1
            && matches!(line.norm(end - 1), "of" | "and" | "for" | "the" | "in" | "de")
        {
            end -= 1;
        }
        free = end;
        // The noun alone names nothing; a job at a school is none.
        if end - start < 2 || looks::title(line.slice(&(start..end))) >= 0.6 {
            continue;
        }
        let name = start..end;
        push(line, &name, Cue::SchoolNoun, found);
        readings(line, &name, at, found);
    }
}

/// The name with what may or may not belong to it: brackets, a place, a second school.
fn readings(line: &Line<'_>, name: &Range<usize>, noun: usize, found: &mut Vec<Found>) {
    let bytes = line.bytes(name);
    if let Some(close) = line.bracket(name.end, 60) {
        let range = bytes.start..bytes.end + close + 1;
        found.push(Found::of(MentionKind::School, line, range, Cue::SchoolNoun));
    }
    // `Anna University Chennai`
    let mut end = name.end;
    while end > noun + 1 && place::place(line.slice(&(end - 1..end))) >= 0.6 {
        end -= 1;
    }
    let named = !matches!(line.norm(end - 1), "of" | "in" | "for" | "de" | "the");
    if end < name.end && named {
        push(line, &(name.start..end), Cue::SchoolNoun, found);
    } else if name.end > noun + 1 && line.norm(noun + 1) != "of" && line.norm(noun + 1) != "for" {
        push(line, &(name.start..noun + 1), Cue::SchoolNoun, found);
    }
    // `State Government, Pune University`
    if line.joint(name.start) == Joint::Comma {
        let start = line.name_before(name.start).min(name.start);
        if start < name.start && line.section == Some(Section::Education) {
            push(line, &(start..name.end), Cue::SchoolNoun, found);
        }
    }
}

/// `State Board`, `Board of Secondary Education`, `CBSE`
fn boards(line: &Line<'_>, found: &mut Vec<Found>) {
    if line.section != Some(Section::Education) {
        return;
    }
    for at in 0..line.words.len() {
        let norm = line.norm(at);
        if BOARDS.has(norm) {
            push(line, &(at..at + 1), Cue::Known, found);
        }
        if norm != "board" {
            continue;
        }
        let start = line.name_before(at);
        let mut end = at + 1;
        if line.norm(end) == "of" {
            end = line.name_from(end + 1).map_or(end, |name| name.end);
        }
        if start < at || end > at + 1 {
            push(line, &(start.min(at)..end), Cue::SchoolNoun, found);
        }
    }
}

/// `Diploma from NIIT`, `graduated from Vega`
fn from(line: &Line<'_>, found: &mut Vec<Found>) {
    for at in 2..line.words.len() {
        if !matches!(line.before(at, 1), "from" | "at" | "by") || line.joint(at) != Joint::Blank {
            continue;
        }
        let studied = (2..=8).any(|back| {
            back <= at
                && (looks::degree_end(&line.words, at - back).is_some()
                    || matches!(
                        line.before(at, back),
                        "graduated"
                            | "graduation"
                            | "graduate"
                            | "studied"
                            | "studying"
                            | "degree"
                            | "course"
                            | "pursued"
                            | "pursuing"
                            | "schooling"
                    ))
        });
        if !studied {
            continue;
        }
        if let Some(name) = line.name_from(at)
            && looks::title(line.slice(&name)) < 0.5
            && place::place(line.slice(&name)) < 0.6
        {
            push(line, &name, Cue::Degree, found);
        }
    }
}

/// The line below a degree: `BSc`, `Vega`, `2010`; and known schools in lines of their own.
fn below_degree(page: &Page<'_>, at: usize, found: &mut Vec<Found>) {
    let line = &page.lines[at];
    if line.section != Some(Section::Education)
        || line.dated
        || line.contact
        || line.words.is_empty()
        || line.words.len() > 14
    {
        return;
    }
    let Some(part) = line.parts.first().cloned().filter(|part| part.len() <= 8) else { return };
    let mut part = part;
    if let Some(comma) = (part.start + 1..part.end).find(|&at| line.joint(at) == Joint::Comma)
        && place::place(line.slice(&(comma..part.end))) >= 0.5
    {
        let whole = part.clone();
        part.end = comma;
        if looks::is_known_school(line.slice(&part)) {
            push(line, &whole, Cue::Known, found);
        }
    }
    let text = line.slice(&part);
    if (part.start..part.end).any(|at| is_noun(line.norm(at)))
        || !line.words[part.start].is_capitalized()
    {
        return;
    }
    if let Some(comma) = (part.start + 1..part.end).find(|&at| line.joint(at) == Joint::Comma)
        && looks::is_known_school(line.slice(&(part.start..comma)))
    {
        push(line, &(part.start..comma), Cue::Known, found);
    }
    if looks::is_known_school(text)
        || looks::is_known_school(line.slice(&(part.start..part.start + 1)))
    {
        push(line, &part, Cue::Known, found);
        return;
    }
    let above = at.checked_sub(1).map(|above| &page.lines[above]);
    let below_degree = above.is_some_and(|above| {
        !above.item
            && above.section == Some(Section::Education)
            && above.words.len() <= 14
            && (looks::degree(above.text) >= 0.5
                || (0..above.words.len().min(2))
                    .any(|at| looks::degree_end(&above.words, at).is_some()))
    });
    let places = line.parts.get(1).is_some_and(|part| place::place(line.slice(part)) >= 0.5);
    let dated = page.lines.get(at + 1).is_some_and(|next| next.dated);
    if below_degree
        && (places || dated || line.words.len() <= 4)
        && looks::degree(text) < 0.5
        && looks::title(text) < 0.6
        && place::place(text) < 0.6
    {
        push(line, &part, Cue::Degree, found);
    } else if places && looks::degree(text) < 0.5 && place::place(text) < 0.6 {
        push(line, &part, Cue::Place, found);
    }
}
