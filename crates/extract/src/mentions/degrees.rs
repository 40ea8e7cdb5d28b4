//! Degrees and certificates: words and abbreviations of degrees with their subjects, subjects
//! that are studied, and what somebody is certified in.

use std::ops::Range;

use super::phrase::{Joint, Line};
use super::{Cue, Found, MentionKind, Page};
use crate::recognize::headings::Section;
use crate::recognize::text::Word;
use crate::recognize::{dates, looks};

pub(super) fn find(page: &Page<'_>, found: &mut Vec<Found>) {
    for (at, line) in page.lines.iter().enumerate() {
        words(line, found);
        subjects(page, at, found);
        certificates(line, found);
    }
}

fn push(line: &Line<'_>, bytes: Range<usize>, cue: Cue, found: &mut Vec<Found>) {
    if !bytes.is_empty() {
        found.push(Found::of(MentionKind::Degree, line, bytes, cue));
    }
}

fn words(line: &Line<'_>, found: &mut Vec<Found>) {
    let studies = line.section == Some(Section::Education);
    let mut at = 0;
    while at < line.words.len() {
        let Some(mut end) = looks::degree_end(&line.words, at).filter(|_| !is_month(line, at))
        else {
            at += 1;
            continue;
        };
        // `BTEC HNC`: an award and its body.
        if line.joint(end) == Joint::Blank
            && !looks::is_weak_degree(line.norm(end))
            && let Some(more) = looks::degree_end(&line.words, end)
        {
            end = more;
        }
        let linked =
            matches!(line.norm(end), "in" | "of" | "en") && line.joint(end) == Joint::Blank;
        let dotted = line.words[at].raw.contains('.');
        let part = line.part_of(at);
        let alone = part.start == at && part.end <= end + 6;
        let weak = looks::is_weak_degree(line.norm(at)) && end == at + 1 && !dotted;
        let subject = looks::is_subject(line.norm(end));
        let sure = if weak {
            (studies && (alone || linked))
                || (linked
                    && line.norm(end + 1) != "the"
                    && line.words[at].is_capitalized()
                    && looks::is_subject(line.norm(end + 1)))
                || (subject && line.joint(end) == Joint::Blank && line.words[at].is_all_caps())
        } else {
            studies
                || linked
                || end > at + 1
                || dotted
                || line.words[at].is_all_caps()
                || alone
                || line.words[at].is_capitalized()
        };
        let title =
            looks::title_head(&line.words, end) > 0 && line.joint(end) == Joint::Blank && !studies;
        if !sure || title {
            at += 1;
            continue;
        }
        let start = first_word(line, at);
        let kind = line.bytes(&(start..end));
        let mut closed = kind.clone();
        if line.text[kind.clone()].contains('(') && line.text[kind.end..].starts_with(')') {
            closed.end += 1;
        }
        push(line, closed, Cue::DegreeWord, found);
        let mut behind = end;
        // `B.Com (Finance)`, `Bachelor (B Tech)`
        if let Some(close) = line.bracket(end, 40) {
            push(line, kind.start..kind.end + close + 1, Cue::DegreeWord, found);
            let until = kind.end + close;
            while behind < line.words.len() && line.words[behind].range.start < until {
                behind += 1;
            }
        }
        let from =
            if matches!(line.norm(behind), "in" | "of" | "en") { behind + 1 } else { behind };
        let ends = subject_ends(line, from, behind < from);
        for stop in &ends {
            push(line, kind.start..line.bytes(&(start..*stop)).end, Cue::DegreeWord, found);
        }
        // `BSc, MECS`, `BSc(MECS)`: an abbreviated subject.
        if matches!(line.joint(end), Joint::Comma | Joint::Open)
            && studies
            && line.words.get(end).is_some_and(|word| {
                word.raw.len() <= 5
                    && word.is_capitalized()
                    && looks::degree_end(&line.words, end).is_none()
            })
        {
            push(line, line.bytes(&(end..end + 1)), Cue::Subject, found);
        }
        at = ends.last().copied().unwrap_or(behind).max(at + 1);
    }
}

/// `March`, the month; `MArch` is the degree.
fn is_month(line: &Line<'_>, at: usize) -> bool {
    line.norm(at) == "march"
        && !line.words[at].raw.starts_with("MA")
        && !line.words[at].raw.contains('.')
        || line.words[at].raw == "MARCH"
}

/// Words before the word of a degree that belong to it: `Post Graduate Diploma`, `High School`.
fn first_word(line: &Line<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0
        && matches!(line.joint(start), Joint::Blank | Joint::Hyphen)
        && matches!(
            line.norm(start - 1),
            "post"
                | "graduate"
                | "postgraduate"
                | "under"
                | "undergraduate"
                | "high"
                | "school"
                | "advanced"
                | "higher"
                | "national"
                | "associate"
                | "executive"
                | "honours"
                | "honors"
                | "btec"
                | "integrated"
                | "professional"
        )
    {
        start -= 1;
    }
    start
}

/// Where the subject that begins at `from` may end; the shortest first.
fn subject_ends(line: &Line<'_>, from: usize, linked: bool) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut end = from;
    while end < line.words.len() && end - from < 9 {
        let joined = end == from && matches!(line.joint(end), Joint::Blank | Joint::Close)
            || matches!(line.joint(end), Joint::Blank | Joint::And | Joint::Hyphen | Joint::Slash);
        let norm = line.norm(end);
        let word = &line.words[end];
        let link = matches!(norm, "and" | "of" | "amp") && end > from;
        if !joined
            || word.raw.bytes().all(|byte| byte.is_ascii_digit())
            || dates::is_period(word.raw)
        {
            break;
        }
        // A second `in` says the subject again or more closely.
        if norm == "in" && end > from {
            ends.push(end);
            end += 1;
            continue;
        }
        let studied = looks::is_subject(norm) || (linked && line.is_name_word(end));
        if !(studied
            || link
            || (linked
                && line.section == Some(Section::Education)
                && !looks::begins_sentence(norm)
                && !matches!(
                    norm,
                    "from" | "at" | "with" | "by" | "the" | "is" | "was" | "i" | "my"
                )))
        {
            break;
        }
        if looks::is_school_word(norm) {
            break;
        }
        end += 1;
    }
    while end > from && matches!(line.norm(end - 1), "and" | "of" | "in" | "amp") {
        end -= 1;
    }
    if end > from {
        ends.push(end);
    }
    ends.dedup();
    ends
}

/// `graduated in Physics`; a subject in a line of its own below the heading of studies.
fn subjects(page: &Page<'_>, at: usize, found: &mut Vec<Found>) {
    let line = &page.lines[at];
    for word in 2..line.words.len() {
        let studied = line.before(word, 1) == "in"
            && matches!(
                line.before(word, 2),
                "graduated"
                    | "graduation"
                    | "graduate"
                    | "majored"
                    | "majoring"
                    | "degree"
                    | "specialised"
                    | "specialized"
            );
        if studied && let Some(end) = subject_ends(line, word, true).pop() {
            push(line, line.bytes(&(word..end)), Cue::Subject, found);
        }
    }
    if line.section != Some(Section::Education)
        || line.item
        || line.words.len() > 7
        || line.words.is_empty()
    {
        return;
    }
    let named = (0..line.words.len()).any(|at| looks::degree_end(&line.words, at).is_some());
    let subject = line.words.iter().any(|word| looks::is_subject(&word.norm));
    let school = line.words.iter().any(|word| looks::is_school_word(&word.norm));
    let first = at == 0
        || page.lines[at - 1].dated
        || page.lines[at - 1].section != Some(Section::Education);
    let comma = (1..line.words.len()).any(|at| line.joint(at) == Joint::Comma);
    if subject
        && !named
        && !school
        && !comma
        && (looks::degree(line.text) >= 0.45 || first)
        && line.parts.len() == 1
    {
        push(line, line.bytes(&(0..line.words.len())), Cue::Subject, found);
    }
}

/// `Certified Public Accountant`, `Vega Certified Engineer in Routing`, and the short name in
/// brackets behind it.
fn certificates(line: &Line<'_>, found: &mut Vec<Found>) {
    for at in 0..line.words.len() {
        if !matches!(line.norm(at), "certified" | "chartered") || line.joint(at + 1) != Joint::Blank
        {
            continue;
        }
        let mut start = at;
        while start > 0
            && at - start < 4
            && line.joint(start) == Joint::Blank
            && line.is_name_word(start - 1)
        {
            start -= 1;
        }
        let mut end = at + 1;
        while end < line.words.len()
            && end - at < 7
            && matches!(line.joint(end), Joint::Blank | Joint::Hyphen)
            && (line.is_name_word(end) || looks::is_title_word(line.norm(end)))
        {
            end += 1;
        }
        if end < at + 2 || (start == at && !line.words[at].is_capitalized()) {
            continue;
        }
        push(line, line.bytes(&(start..end)), Cue::Certificate, found);
        if matches!(line.norm(end), "in" | "for")
            && let Some(name) = line.name_from(end + 1)
        {
            push(line, line.bytes(&(start..name.end)), Cue::Certificate, found);
        }
        if line.joint(end) == Joint::Open && line.words.get(end).is_some_and(Word::is_all_caps) {
            push(line, line.bytes(&(end..end + 1)), Cue::Certificate, found);
        }
    }
}
