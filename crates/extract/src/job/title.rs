//! The title of a posting, who hires, and what else stands in the title.

use std::ops::Range;

use document::{Document, Part as Where};
use resume::Stage;

use super::names::{self, Part};
use super::terms;
use super::tokens::tokens;
use crate::fields::make::Cut;
use crate::fields::para::Para;
use crate::recognize::{looks, place};

/// A title and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Titled {
    /// The paragraph it was read from.
    pub(super) para: usize,
    /// The title.
    pub(super) title: Cut,
    /// The employer that follows it: `… at Northwind`.
    pub(super) company: Option<Cut>,
    /// True when nothing else of the paragraph has to be read.
    pub(super) alone: bool,
}

/// The title of the posting: what is labeled so, the main heading, the largest or the first line
/// that reads like one, or the words of a sentence that says whom the posting looks for.
pub(super) fn find(document: &Document, paras: &[Para]) -> Option<Titled> {
    let body = |at: &usize| !matches!(paras[*at].part, Where::Header | Where::Footer | Where::Note);
    let top: Vec<usize> = (0..paras.len()).filter(body).take(40).collect();
    labeled(paras, &top)
        .or_else(|| heading(paras, &top))
        .or_else(|| largest(document, paras, &top))
        .or_else(|| first_line(paras, &top))
        .or_else(|| sentence(paras, &top))
}

fn labeled(paras: &[Para], top: &[usize]) -> Option<Titled> {
    top.iter().enumerate().find_map(|(rank, &at)| {
        let text = &paras[at].text;
        let (label, rest) = text.split_once(':').unwrap_or((text, ""));
        if label.len() > 40 || names::exact(label) != Some(Part::Title) {
            return None;
        }
        let rest = rest.trim();
        if rest.is_empty() {
            let next = *top.get(rank + 1)?;
            let is_value = text.trim_end().ends_with(':') && paras[next].text.len() <= 120;
            return is_value.then(|| cleaned(paras, next, 0..paras[next].text.len())).flatten();
        }
        let start = text.len() - text[label.len() + 1..].trim_start().len();
        (rest.len() <= 120 && looks::title(rest) >= 0.2)
            .then(|| cleaned(paras, at, start..text.len()))
            .flatten()
    })
}

fn heading(paras: &[Para], top: &[usize]) -> Option<Titled> {
    let level = top.iter().filter_map(|&at| paras[at].heading).min()?;
    let first = top.iter().copied().find(|&at| paras[at].heading == Some(level))?;
    let only = paras.iter().filter(|para| para.heading == Some(level)).count() == 1;
    let text = &paras[first].text;
    let fits = (only && names::exact(text).is_none()) || reads_so(text);
    if fits && text.len() <= 160 {
        return cleaned(paras, first, 0..text.len());
    }
    top.iter()
        .copied()
        .filter(|&at| paras[at].heading.is_some())
        .find(|&at| reads_so(&paras[at].text))
        .and_then(|at| cleaned(paras, at, 0..paras[at].text.len()))
}

fn largest(document: &Document, paras: &[Para], top: &[usize]) -> Option<Titled> {
    let body = document.body_size().filter(|size| *size > 0.0)?;
    let size = top.iter().map(|&at| paras[at].size()).fold(0.0, f32::max);
    if size < 1.15 * body {
        return None;
    }
    let large: Vec<usize> =
        top.iter().copied().filter(|&at| paras[at].size() >= 0.97 * size).collect();
    let reads = large.iter().copied().find(|&at| reads_so(&paras[at].text));
    let only = large.first().copied().filter(|_| large.len() == 1);
    let at = reads.or(only.filter(|&at| names::exact(&paras[at].text).is_none()))?;
    cleaned(paras, at, 0..paras[at].text.len())
}

fn first_line(paras: &[Para], top: &[usize]) -> Option<Titled> {
    let lines = top.iter().copied().take(12).filter(|&at| !paras[at].is_item());
    let fits = |at: usize| {
        let text = &paras[at].text;
        text.len() <= 140 && names::exact(text).is_none()
    };
    // What stands behind a label is its value.
    let is_value = |at: usize| at > 0 && paras[at - 1].text.trim_end().ends_with(':');
    let first = lines.clone().next().filter(|&at| fits(at) && names_openings(&paras[at].text));
    let at = first.or_else(|| {
        lines.clone().find(|&at| {
            let words = tokens(&paras[at].text).len();
            fits(at) && !is_value(at) && words > 1 && reads_so(&paras[at].text)
        })
    })?;
    cleaned(paras, at, 0..paras[at].text.len())
}

/// True for a first line that names one or more openings, if not as titles usually do.
fn names_openings(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "engineer", "developer", "engineers", "developers", "roles", "openings", "positions",
        "programmer", "architect", "sre", "scientist", "relations",
    ];
    let all = tokens(text);
    (2..=14).contains(&all.len())
        && !text.trim_end().ends_with(['.', ':', '!', '?'])
        && all.iter().any(|word| WORDS.contains(&word.as_ref()))
}

/// True for a line whose beginning reads as a title.
fn reads_so(text: &str) -> bool {
    let text = text.trim();
    if text.len() > 160 || text.ends_with('.') || tokens(text).len() > 18 {
        return false;
    }
    let head = segments(text).into_iter().next().map_or(text, |range| &text[range]);
    let head = lead(head);
    looks::title(head) >= 0.45 || (level(head).is_some() && looks::title(head) >= 0.2)
}

/// The title without `We are hiring a` before it.
fn lead(text: &str) -> &str {
    const LEADS: [&str; 14] = [
        "we are hiring a ", "we are hiring an ", "we're hiring a ", "we're hiring an ", "hiring: ",
        "hiring a ", "hiring an ", "now hiring: ", "job title: ", "job: ", "vacancy: ",
        "position: ", "role: ", "job description: ",
    ];
    let more = ["job description - ", "job description – ", "job posting: ", "open position: "];
    let lower = text.to_ascii_lowercase();
    let found = LEADS.iter().chain(&more).find(|lead| lower.starts_with(**lead));
    found.map_or(text, |lead| &text[lead.len()..])
}

/// Parts of a line between what sets them apart.
fn segments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let marks = [" - ", " – ", " — ", " | ", " · ", " • ", " @ ", " at ", "    ", " // ", " :: "];
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let mark = marks.iter().find(|mark| rest.starts_with(**mark));
        let bracket = rest.starts_with(['(', '[']) && at > 0;
        if let Some(mark) = mark {
            found.push(start..at);
            start = at + mark.len();
            at = start;
            continue;
        }
        if bracket {
            found.push(start..at);
            start = at;
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    found.push(start..text.len());
    found.retain(|range| !text[range.clone()].trim().is_empty());
    found
}

/// The title at the beginning of `range`, cut where places, contracts and the employer begin.
fn cleaned(paras: &[Para], at: usize, range: Range<usize>) -> Option<Titled> {
    let text = paras[at].text.get(range.clone())?;
    let skipped = text.len() - lead(text).len();
    let (base, text) = (range.start + skipped, &text[skipped..]);
    let parts = segments(text);
    let mut end = parts.first()?.end;
    let mut company = None;
    let mut alone = skipped == 0 && range.start == 0;
    for part in &parts[1..] {
        let piece = text[part.clone()].trim();
        let before = text[..part.start].trim_end();
        let bare = piece.trim_matches(['(', ')', '[', ']']);
        if before.ends_with(" at") || before.ends_with('@') {
            company = Some(part.clone());
        } else if is_gender(bare) {
            // `(m/f/d)` is no part of a title and ends none.
        } else if is_terms(bare) {
            alone = false;
        } else if piece.starts_with(['(', '[']) && company.is_none() {
            end = part.end;
        } else if looks::title(bare) < 0.45
            && before.ends_with(['|', '·', '•'])
            && company.is_none()
        {
            company = Some(part.clone());
        } else if company.is_none() && !before.ends_with(['|', '·', '•']) {
            end = part.end;
        } else {
            alone = false;
        }
    }
    let cut = |part: Range<usize>| {
        let piece = &text[part.clone()];
        let start = part.start + (piece.len() - piece.trim_start().len());
        let end = part.start + piece.trim_end_matches([' ', ':', ',', '-', '–', '|']).len();
        Cut { para: at, range: base + start..base + end.max(start) }
    };
    let title = cut(parts[0].start..end);
    let said = &paras[at].text[title.range.clone()];
    if !said.chars().any(char::is_alphabetic) || said.len() > 200 {
        return None;
    }
    // Words behind a dot are no name: `… | Careers`.
    let company = company.map(cut).filter(|cut| {
        let name = &paras[at].text[cut.range.clone()];
        let plain = ["careers", "jobs", "job", "career", "hiring", "apply now"];
        !name.is_empty() && name.len() <= 80 && !plain.contains(&name.to_lowercase().as_str())
    });
    Some(Titled { para: at, title, company, alone })
}

/// `m/f/d`, `all genders`.
fn is_gender(text: &str) -> bool {
    let letters: Vec<String> = tokens(text).iter().map(ToString::to_string).collect();
    let single = ["m", "f", "d", "w", "x", "h", "n", "v", "i", "div", "gn", "mwd"];
    (!letters.is_empty() && letters.iter().all(|word| single.contains(&word.as_str())))
        || matches!(
            letters.join(" ").as_str(),
            "all genders" | "any gender" | "all gender" | "he she they"
        )
}

/// True for a place, a kind of contract or a way to work.
fn is_terms(text: &str) -> bool {
    terms::remote(text, true).is_some()
        || terms::employment(text).is_some()
        || place::place(text) >= 0.7
        || super::pay::find(text, false).is_some()
}

/// The words of a sentence that says whom the posting looks for.
fn sentence(paras: &[Para], top: &[usize]) -> Option<Titled> {
    const BEFORE: [&str; 14] = [
        "looking for a ", "looking for an ", "hiring a ", "hiring an ", "seeking a ",
        "seeking an ", "search of a ", "join us as a ", "join us as an ", "role of a ",
        "position of ", "need a ", "as a ", "as an ",
    ];
    let ends: &[char] = &[',', '.', ';', ':', '(', '!', '?'];
    for &at in top {
        let text = &paras[at].text;
        let lower = text.to_ascii_lowercase();
        for before in BEFORE {
            let Some(from) = lower.find(before).map(|found| found + before.len()) else { continue };
            let rest = &text[from..text.floor_char_boundary((from + 90).min(text.len()))];
            let rest = &rest[..rest.find(ends).unwrap_or(rest.len())];
            let mut end = 0;
            let mut best = None;
            for (count, word) in rest.split_inclusive(' ').enumerate() {
                end += word.len();
                let stops = ["to", "who", "with", "that", "for", "in", "on", "at", "you", "and"];
                if stops.contains(&word.trim().to_lowercase().as_str()) || count >= 7 {
                    break;
                }
                if looks::title(rest[..end].trim()) >= 0.5 {
                    best = Some(end);
                }
            }
            if let Some(end) = best {
                let range = from..from + rest[..end].trim_end().len();
                let title = Cut { para: at, range };
                return Some(Titled { para: at, title, company: None, alone: false });
            }
        }
    }
    None
}

/// The stage that a line names alone: `Mid-level, senior` names two.
pub(super) fn only_level(text: &str) -> Option<Stage> {
    let named: std::collections::BTreeSet<Stage> =
        tokens(text).iter().filter_map(|word| level(word)).collect();
    let all = level(text)?;
    (named.len() <= 1).then_some(all)
}

/// The stage that words of a title or of a level name.
pub(super) fn level(text: &str) -> Option<Stage> {
    let all = tokens(text);
    let has = |list: &[&str]| all.iter().any(|word| list.contains(&word.as_ref()));
    if has(&["staff", "principal", "distinguished", "fellow"]) {
        Some(Stage::Staff)
    } else if has(&["senior", "sr", "snr", "lead", "expert"]) {
        Some(Stage::Senior)
    } else if has(&[
        "junior", "jr", "intern", "internship", "graduate", "trainee", "apprentice", "entry",
        "entrylevel", "werkstudent",
    ]) {
        Some(Stage::Junior)
    } else if has(&["mid", "midlevel", "intermediate", "medior"]) {
        Some(Stage::Mid)
    } else {
        match all.last().map(AsRef::as_ref) {
            Some("i" | "1") if all.len() > 1 => Some(Stage::Junior),
            Some("ii" | "2") if all.len() > 1 => Some(Stage::Mid),
            Some("iii" | "3") if all.len() > 1 => Some(Stage::Senior),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Stage>) {
        assert_eq!(level(text), expected, "{text:?}");
    }

    #[test]
    fn levels_of_titles() {
        check("Senior Backend Engineer", Some(Stage::Senior));
        check("Sr. Software Engineer", Some(Stage::Senior));
        check("Staff Engineer, Payments", Some(Stage::Staff));
        check("Software Engineer II", Some(Stage::Mid));
        check("Software Engineer III", Some(Stage::Senior));
        check("Entry-level developer", Some(Stage::Junior));
        check("Mid-level", Some(Stage::Mid));
        check("Backend Engineer", None);
        check("I", None);
    }
}
