//! Parts of a posting with a form of their own: tools by kind, rounds of the interviews.

use resume::FieldPath;
use resume::job::{Round, ToolGroup};

use super::blocks::{Block, Said};
use super::fill::Filler;
use crate::fields::make::{Cut, squeezed};

/// Tools: `Databases: PostgreSQL, Redis`, or names between commas.
pub(super) fn tools(filler: &mut Filler<'_>, block: &Block) {
    for said in &block.said {
        let text = filler.text(&said.cut);
        let (name, list) = match text.split_once(':') {
            Some((name, list))
                if name.split_whitespace().count() <= 5 && !list.trim().is_empty() =>
            {
                (Some(squeezed(name)), list)
            }
            _ => (None, text),
        };
        let keywords = names(list);
        if keywords.is_empty() {
            continue;
        }
        let path = FieldPath::root().key("tools");
        let groups = &mut filler.job.tools;
        // Names on lines of their own are one group.
        let joins = name.is_none() && groups.last().is_some_and(|group| group.name.is_none());
        let at = if joins { groups.len() - 1 } else { groups.len() };
        if !joins {
            groups.push(ToolGroup { name: name.clone(), ..ToolGroup::default() });
        }
        let path = path.index(at);
        if name.is_some() {
            let cut = Cut {
                para: said.cut.para,
                range: part_of(&said.cut, text, text.split(':').next().unwrap_or(text)),
            };
            filler.maker.place(path.key("name"), &cut);
        }
        for keyword in keywords {
            let cut = Cut { para: said.cut.para, range: part_of(&said.cut, text, keyword) };
            let index = filler.job.tools[at].keywords.len();
            filler.maker.place(path.key("keywords").index(index), &cut);
            filler.job.tools[at].keywords.push(squeezed(keyword));
        }
    }
}

/// Names between commas; a sentence is one.
fn names(list: &str) -> Vec<&str> {
    let plain = list.trim().trim_end_matches('.');
    let words = plain.split_whitespace().count();
    let commas = plain.matches([',', ';', '|', '·', '•']).count();
    if commas == 0 && words > 4 {
        return if plain.is_empty() { Vec::new() } else { vec![plain] };
    }
    plain
        .split([',', ';', '|', '·', '•'])
        .map(|name| {
            let name = name.trim();
            name.strip_prefix("and ").or(name.strip_prefix("or ")).unwrap_or(name).trim()
        })
        .filter(|name| name.chars().any(char::is_alphanumeric))
        .collect()
}

/// The bytes of the paragraph that `part`, a part of `text`, stands at.
fn part_of(cut: &Cut, text: &str, part: &str) -> std::ops::Range<usize> {
    let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    let start = cut.range.start + at;
    start..(start + part.len()).min(cut.range.end)
}

/// Rounds of the interviews, an item each; what stands below an item is assessed in it.
pub(super) fn process(filler: &mut Filler<'_>, block: &Block) {
    let least =
        block.said.iter().filter(|said| said.item).map(|said| said.depth).min().unwrap_or(0);
    for said in block.said.iter().filter(|said| said.item) {
        let text = filler.text(&said.cut);
        let rounds = filler.job.process.len();
        let path = FieldPath::root().key("process");
        if said.depth > least && rounds > 0 {
            let round = &mut filler.job.process[rounds - 1];
            let here = path.index(rounds - 1).key("assesses").index(round.assesses.len());
            round.assesses.push(squeezed(text));
            filler.maker.place(here, &said.cut);
            continue;
        }
        one(filler, &path.index(rounds), said, text);
    }
}

/// `Technical screen (60 minutes, with two engineers): system design; review of your code`.
fn one(filler: &mut Filler<'_>, path: &FieldPath, said: &Said, text: &str) {
    let head_end = text.find([':', '(', '–', '—', '.']).or_else(|| text.find(" - "));
    let head_end = head_end.unwrap_or(text.len());
    let name = text[..head_end].trim().trim_end_matches('-').trim_end();
    if name.is_empty() {
        return;
    }
    let (inside, rest) = match text[head_end..].strip_prefix('(') {
        Some(open) => open.split_once(')').unwrap_or((open, "")),
        None => ("", &text[head_end..]),
    };
    let rest = rest.trim_start_matches([':', '–', '—', '-', '.', ' ']).trim();
    let minutes = minutes(inside).or_else(|| minutes(name)).or_else(|| minutes(rest));
    let with = inside.split(',').find_map(|part| part.trim().strip_prefix("with "));
    let round = Round {
        name: Some(squeezed(name)),
        minutes,
        assesses: assessed(rest).map(squeezed).collect(),
        with: with.map(squeezed),
        ..Round::default()
    };
    let place = |part: &str| Cut { para: said.cut.para, range: part_of(&said.cut, text, part) };
    filler.maker.place(path.key("name"), &place(name));
    if minutes.is_some() {
        filler.maker.place(path.key("minutes"), &said.cut);
    }
    if let Some(with) = with {
        filler.maker.place(path.key("with"), &place(with));
    }
    for (index, part) in assessed(rest).enumerate() {
        filler.maker.place(path.key("assesses").index(index), &place(part));
    }
    filler.job.process.push(round);
}

/// What a round assesses: what stands between semicolons and is more than a time.
fn assessed(rest: &str) -> impl Iterator<Item = &str> {
    let parts = rest.split(';').map(str::trim);
    parts.filter(|part| {
        let is_time = minutes(part).is_some() && part.split_whitespace().count() <= 3;
        !part.is_empty() && !is_time
    })
}

/// Minutes of `60 minutes`, `45-min`, `1 hour`, `1.5h`; of a range the longer one.
fn minutes(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let mut found = None;
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let whole: u32 = lower[at..at + digits].parse().unwrap_or(u32::MAX);
        let mut rest = &lower[at + digits..];
        let half = rest.starts_with(".5");
        rest = rest.strip_prefix(".5").unwrap_or(rest);
        let unit = rest.trim_start_matches([' ', '-', '\u{a0}']);
        at += digits + if half { 2 } else { 0 };
        let value = if unit.starts_with("min") {
            whole
        } else if unit.starts_with('h') && whole <= 24 {
            whole * 60 + if half { 30 } else { 0 }
        } else {
            continue;
        };
        if value > 0 && value <= 2000 {
            found = found.max(Some(value));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_read() {
        for (text, expected) in [
            ("60 minutes", Some(60)),
            ("45-min call", Some(45)),
            ("1 hour", Some(60)),
            ("1.5h", Some(90)),
            ("30-45 minutes", Some(45)),
            ("two rounds", None),
            ("99999999999 min", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
