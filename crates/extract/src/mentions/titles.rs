//! Job titles: nouns of roles with what stands before and behind them.

use std::ops::Range;

use super::phrase::{Joint, Line, PLAIN_HEADS};
use super::{Cue, Found, MentionKind, Page};
use crate::recognize::headings::Section;
use crate::recognize::looks;

/// The most words before the noun of a role.
const BEFORE: usize = 8;

/// A noun of a role with the words that belong to it.
struct Run {
    /// All words.
    words: Range<usize>,
    /// Only the words that are known from titles.
    core: Range<usize>,
    /// The last noun of a role.
    head: usize,
}

pub(super) fn find(page: &Page<'_>, found: &mut Vec<Found>) {
    for (at, line) in page.lines.iter().enumerate() {
        let next = page.lines.get(at + 1);
        activity(line, next, found);
        let mut free = 0;
        let mut at = 0;
        while at < line.words.len() {
            let Some(run) = run(line, at, free) else {
                at += 1;
                continue;
            };
            at = run.words.end;
            free = at;
            if let Some(cue) = cue(line, &run) {
                push(line, &run, cue, found);
            }
        }
        whole(line, found);
    }
}

/// How many words the noun of a role at `at` has.
fn role(line: &Line<'_>, at: usize) -> usize {
    let listed = looks::title_head(&line.words, at);
    if listed > 0 {
        return listed;
    }
    let word = &line.words[at];
    let joined = word.norm.strip_suffix('s').unwrap_or(&word.norm);
    usize::from(word.is_capitalized() && joined.len() > 5 && looks::is_occupation(&word.norm))
}

fn is_modifier(line: &Line<'_>, at: usize) -> bool {
    let norm = line.norm(at);
    looks::is_title_word(norm) || looks::is_title_head(norm)
}

/// The run around the noun of a role at `at`; no word before `free` is taken.
fn run(line: &Line<'_>, at: usize, free: usize) -> Option<Run> {
    let count = role(line, at);
    if count == 0 {
        return None;
    }
    let mut end = at + count;
    let mut head = at;
    // `Programmer Analyst`, `Technical Lead/Operations Manager`: the noun proper follows.
    loop {
        let next = (end..(end + 4).min(line.words.len()))
            .take_while(|&next| {
                matches!(line.joint(next), Joint::Blank | Joint::Slash | Joint::Hyphen)
            })
            .take_while(|&next| next == end || is_modifier(line, next - 1))
            .find(|&next| role(line, next) > 0);
        match next {
            Some(next) => {
                head = next;
                end = next + role(line, next);
            }
            None => break,
        }
    }
    if matches!(line.norm(end), "i" | "ii" | "iii" | "iv" | "1" | "2" | "3")
        && matches!(line.joint(end), Joint::Blank | Joint::Hyphen)
    {
        end += 1;
    }
    let large = line.words[at].is_capitalized();
    let mut start = at;
    let mut core = at;
    let mut known = true;
    while start > free && end - start < BEFORE + count {
        let word = start - 1;
        let joint = line.joint(start);
        let joined = match joint {
            Joint::Blank | Joint::Hyphen | Joint::Slash | Joint::And => true,
            Joint::Comma => {
                is_modifier(line, word)
                    && line.text[line.words[word].range.end..].starts_with(',')
                    && !line.text[line.words[word].range.end + 1..].starts_with(' ')
            }
            _ => false,
        };
        if !joined {
            break;
        }
        let modifier = is_modifier(line, word);
        if line.norm(word) == "and" && word > free {
            let both = is_modifier(line, word - 1) || line.is_name_word(word - 1);
            if !both || line.joint(word) != Joint::Blank {
                break;
            }
            known = false;
            start = word - 1;
            continue;
        }
        let small = !line.words[word].is_capitalized();
        if modifier && !(small && large && word > free && start < at) {
            known &= joint != Joint::Slash || !small;
        } else if line.is_name_word(word) {
            known = false;
        } else {
            break;
        }
        start = word;
        if known {
            core = start;
        }
    }
    Some(Run { words: start..end, core: core..end, head })
}

/// Labels before a title.
const LABELS: [&str; 12] = [
    "role", "position", "designation", "title", "post", "profile", "job", "rank", "occupation",
    "capacity", "roles", "headline",
];

/// What makes a run the mention of a job.
fn cue(line: &Line<'_>, run: &Run) -> Option<Cue> {
    let (start, end) = (run.words.start, run.words.end);
    let (before, second, third) =
        (line.before(start, 1), line.before(start, 2), line.before(start, 3));
    let gap = start
        .checked_sub(1)
        .map_or("", |last| &line.text[line.words[last].range.end..line.words[start].range.start]);
    if LABELS.contains(&before) && (gap.contains(':') || gap.contains('-') || start == 1) {
        return Some(Cue::Label);
    }
    let plain_gap = gap.trim().is_empty();
    let article = matches!(before, "a" | "an" | "the");
    let says = |word: &str| matches!(word, "as" | "am" | "became" | "being");
    if plain_gap
        && (says(before) || (article && says(second)) || (before == "in" && second == "as"))
    {
        return Some(Cue::As);
    }
    let asked = |word: &str| {
        matches!(word, "role" | "position" | "post" | "job" | "designation" | "capacity" | "title")
    };
    let seeks =
        |word: &str| matches!(word, "looking" | "seeking" | "promoted" | "applying" | "hired");
    if plain_gap
        && ((before == "of" && asked(second))
            || (article && second == "of" && asked(third))
            || (matches!(before, "for" | "to") && seeks(second))
            || (article && matches!(second, "for" | "to") && seeks(third)))
    {
        return Some(Cue::Sought);
    }
    if matches!(line.norm(end), "role" | "roles" | "position" | "positions" | "job" | "profile")
        && line.words[run.head].is_capitalized()
    {
        return Some(Cue::Sought);
    }
    if matches!(line.section, Some(Section::Skills | Section::Interests | Section::Languages)) {
        return None;
    }
    let part = line.part_of(start);
    let text_part = part.len() <= 10;
    let large = line.words[run.head].is_capitalized();
    let plain = PLAIN_HEADS.has(line.norm(run.head)) && run.words.len() == 1;
    let with_years = matches!(line.norm(end), "with" | "having")
        && (end + 1..end + 7).any(|at| {
            matches!(line.norm(at), "years" | "year" | "yrs" | "experience" | "exp" | "months")
        });
    if with_years && (large || !plain) {
        return Some(Cue::Experience);
    }
    let alone = {
        let opens = part.start == start
            || matches!(line.joint(start), Joint::Slash | Joint::Comma | Joint::Open);
        let closes = part.end == end
            || matches!(line.joint(end), Joint::Slash | Joint::Comma | Joint::Open | Joint::Close)
            || line.norm(end) == "of";
        opens && closes && !(line.item && plain)
    };
    let first_large = line.words[start].is_capitalized();
    let heads = !line.item && line.section != Some(Section::Education);
    if alone
        && text_part
        && heads
        && (first_large || line.words.len() <= if line.top { 7 } else { 4 })
        && looks::title(line.slice(&run.words)) >= 0.5
    {
        return Some(Cue::Alone);
    }
    if large
        && matches!(line.norm(end), "at" | "for" | "in" | "with")
        && line.is_name_word(end + 1)
        && (!plain || start == 0)
        && matches!(line.norm(end), "at")
    {
        return Some(Cue::Employer);
    }
    let plural = line.norm(run.head).ends_with('s');
    let graded =
        run.core.len() > 1 && (run.core.start..run.head).all(|at| line.words[at].is_capitalized());
    let quiet =
        line.section == Some(Section::Education) || line.section == Some(Section::Certificates);
    (large && graded && !plural && !plain && !quiet).then_some(Cue::Role)
}

fn push(line: &Line<'_>, run: &Run, cue: Cue, found: &mut Vec<Found>) {
    let mut add = |words: Range<usize>| {
        found.push(Found::of(MentionKind::Title, line, line.bytes(&words), cue));
    };
    add(run.words.clone());
    if run.core != run.words {
        add(run.core.clone());
    }
    // `Project Manager / Technology Lead`: each side is a title when it has a noun of a role.
    let mut from = run.words.start;
    let slashes: Vec<usize> = (run.words.start + 1..run.words.end)
        .filter(|&at| line.joint(at) == Joint::Slash)
        .chain([run.words.end])
        .collect();
    if slashes.len() > 1 {
        for at in slashes {
            if (from..at).any(|word| role(line, word) > 0) {
                add(from..at);
            }
            from = at;
        }
    }
    // `Head of Operations and Logistics`
    let end = run.words.end;
    if line.norm(end) == "of" && line.joint(end) == Joint::Blank {
        let mut to = end + 1;
        while to < line.words.len()
            && to < end + 6
            && matches!(line.joint(to), Joint::Blank | Joint::And | Joint::Hyphen)
            && (line.is_name_word(to)
                || looks::is_title_word(line.norm(to))
                || (line.words.len() <= 7 && !looks::begins_sentence(line.norm(to)))
                || (line.norm(to) == "and" && to + 1 < line.words.len()))
        {
            to += 1;
        }
        if line.before(to, 1) == "and" {
            to -= 1;
        }
        if to > end + 1 {
            add(run.words.start..to);
        }
    }
    // `Consultant Brightline`: an employer that everybody knows ends the line.
    let part = line.part_of(run.words.start);
    if part.end > end
        && part.end - end <= 3
        && line.joint(end) == Joint::Blank
        && looks::is_known_employer(line.slice(&(end..part.end)))
    {
        add(run.words.start..part.end);
    }
    // `Technical Lead (Payments)`
    if let Some(close) = line.bracket(end, 40) {
        let bytes = line.bytes(&run.words);
        found.push(Found::of(MentionKind::Title, line, bytes.start..bytes.end + close + 1, cue));
    }
}

/// Nouns of what somebody does that stand for the job: `IT Support`.
const ACTIVITIES: [&str; 8] = [
    "support", "development", "testing", "administration", "sales", "operations", "recruitment",
    "develop",
];

/// A short line above an employer or a date, or below the name, that says what somebody does.
fn activity(line: &Line<'_>, next: Option<&Line<'_>>, found: &mut Vec<Found>) {
    let jobs = line.top || matches!(line.section, Some(Section::Work | Section::Certificates));
    let count = line.words.len();
    if !jobs || line.item || line.contact || !(2..=5).contains(&count) {
        return;
    }
    let one =
        (1..count).all(|at| matches!(line.joint(at), Joint::Blank | Joint::Slash | Joint::And));
    let opens = next.is_some_and(|next| {
        next.dated || next.contact || next.parts.len() > 1 && !next.text.contains(':')
    });
    let named = line.words[0].is_capitalized()
        && (0..count).all(|at| !looks::begins_sentence(line.norm(at)) || at == count - 1);
    if one && opens && named && ACTIVITIES.contains(&line.norm(count - 1)) {
        found.push(Found::of(MentionKind::Title, line, line.bytes(&(0..count)), Cue::Alone));
    }
}

/// A line or a part of it that reads as a title as a whole, also where no single noun shows where
/// it begins: `Product Manager, Search`.
fn whole(line: &Line<'_>, found: &mut Vec<Found>) {
    let plain = !line.item
        && !line.contact
        && (line.top
            || matches!(
                line.section,
                Some(Section::Work | Section::Volunteer | Section::Projects)
            ));
    if !plain || line.words.len() > 10 || line.text.len() > 90 {
        return;
    }
    let all = 0..line.words.len();
    for part in line.parts.iter().chain(std::iter::once(&all)) {
        let text = line.slice(part);
        if looks::title(text) >= 0.6 && (part.start..part.end).any(|at| role(line, at) > 0) {
            found.push(Found::of(MentionKind::Title, line, line.bytes(part), Cue::Alone));
        }
    }
}
