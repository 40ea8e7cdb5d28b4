//! Lines of skills: the name of the group, the items, and the levels beside them.

use std::ops::Range;

use super::text::{fold, trimmed_of, words};

/// Skills under one name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SkillGroup {
    /// Bytes of the name, without its colon.
    pub(crate) name: Option<Range<usize>>,
    /// Bytes of each item as written, brackets included, levels excluded.
    pub(crate) keywords: Vec<Range<usize>>,
    /// A level of the whole group: `Advanced: Go, Java`.
    pub(crate) level: Option<Range<usize>>,
}

/// The groups of a line. Without a name there is one group.
///
/// Items are cut at commas, semicolons, bars, dots of all kinds and tabs outside of brackets, so
/// that `AWS (S3, EC2)` is one item; at slashes with blanks around them; at `and` and `&` before
/// the last item when the line is a list.
pub(crate) fn skill_groups(text: &str) -> Vec<SkillGroup> {
    let mut groups = Vec::new();
    for piece in group_pieces(text) {
        let mut group = SkillGroup::default();
        let body = match name_end(text, &piece) {
            Some((end, from)) => {
                let name = trimmed_of(text, piece.start..end, |c| {
                    !c.is_alphanumeric() && !matches!(c, ')' | '+' | '#')
                });
                if is_level(&text[name.clone()]) {
                    group.level = Some(name);
                } else if !name.is_empty() {
                    group.name = Some(name);
                }
                from..piece.end
            }
            None => piece,
        };
        for item in items(text, body) {
            group.keywords.extend(without_level(text, item));
        }
        if group.name.is_some() || !group.keywords.is_empty() {
            groups.push(group);
        }
    }
    groups
}

/// Pieces with a name each: `A: b, c; D: e`. Only where names stand on both sides is a separator
/// the end of a group.
fn group_pieces(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let separators = top_level(text, 0..text.len(), |c| matches!(c, ';' | '|' | '•' | '\n' | '·'));
    let mut from = 0;
    for (at, c) in separators {
        let next = at + c;
        let has_name = |range: Range<usize>| name_end(text, &range).is_some();
        if has_name(from..at) && has_name(next..text.len()) {
            starts.push(next);
            from = next;
        }
    }
    let ends: Vec<usize> =
        starts.iter().skip(1).copied().chain(std::iter::once(text.len())).collect();
    let pieces = starts.into_iter().zip(ends).map(|(start, end)| start..end);
    pieces
        .map(|piece| {
            trimmed_of(text, piece, |c| c.is_whitespace() || matches!(c, ';' | '|' | '•' | '·'))
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Places and lengths of the separators outside of brackets.
fn top_level(
    text: &str,
    range: Range<usize>,
    is_separator: impl Fn(char) -> bool,
) -> impl Iterator<Item = (usize, usize)> {
    // A bracket that never closes must not hide the rest of the line.
    let closes = text[range.clone()].matches([')', ']']).count();
    let opens = text[range.clone()].matches(['(', '[']).count();
    let balanced = closes == opens;
    let mut depth = 0_u32;
    let start = range.start;
    let found: Vec<(usize, usize)> = text[range]
        .char_indices()
        .filter(|(_, c)| {
            match c {
                '(' | '[' if balanced => depth += 1,
                ')' | ']' if balanced => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && is_separator(*c)
        })
        .map(|(at, c)| (start + at, c.len_utf8()))
        .collect();
    found.into_iter()
}

/// Where the name of a group ends and where its items begin: at a colon, or at a dash with blanks
/// before a list.
fn name_end(text: &str, range: &Range<usize>) -> Option<(usize, usize)> {
    let piece = &text[range.clone()];
    let mut depth = 0_u32;
    for (at, c) in piece.char_indices() {
        let end = range.start + at;
        let next = end + c.len_utf8();
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            // `std::fmt` and `https://` are no names.
            ':' | '：' if !text[next..].starts_with([':', '/']) && !text[..end].ends_with(':') => {
                return is_name(&text[range.start..end]).then_some((end, next));
            }
            '–' | '—' | '-' if text[..end].ends_with(' ') && text[next..].starts_with(' ') => {
                let items = text[next..range.end].contains([',', '·', '|', '•', ';']);
                return (items && is_name(&text[range.start..end])).then_some((end, next));
            }
            ',' | ';' | '|' | '•' | '·' => return None,
            _ => {}
        }
    }
    None
}

fn is_name(text: &str) -> bool {
    let count = words(text).len();
    (1..=6).contains(&count) && text.trim().len() <= 50
}

/// The items of a body.
fn items(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let is_hard = |c: char| {
        matches!(
            c,
            ',' | ';'
                | '|'
                | '•'
                | '·'
                | '\t'
                | '\n'
                | '∙'
                | '●'
                | '▪'
                | '◦'
                | '‣'
                | '⋅'
                | '，'
                | '、'
                | '¦'
        )
    };
    let mut cuts: Vec<(usize, usize)> = top_level(text, body.clone(), is_hard).collect();
    let is_list = !cuts.is_empty();
    let spaced = |at: usize, length: usize| {
        text[..at].ends_with(' ') && text[at + length..].starts_with(' ')
    };
    cuts.extend(top_level(text, body.clone(), |c| matches!(c, '/' | '–' | '—')).filter(
        |&(at, length)| spaced(at, length) && !(text[at..].starts_with(['–', '—']) && !is_list),
    ));
    cuts.sort_unstable();
    let mut items = Vec::new();
    let mut start = body.start;
    for (at, length) in cuts.into_iter().chain(std::iter::once((body.end, 0))) {
        let item = start..at;
        start = at + length;
        let last = start >= body.end;
        if last && is_list {
            split_last(text, item, &mut items);
        } else {
            items.push(item);
        }
    }
    let items = items.into_iter().map(|item| {
        trimmed_of(text, item, |c| c.is_whitespace() || matches!(c, '-' | '*' | '–' | '—' | ':'))
    });
    let mut items: Vec<Range<usize>> =
        items.filter(|item| text[item.clone()].chars().any(char::is_alphanumeric)).collect();
    if let Some(last) = items.last_mut()
        && text[last.clone()].ends_with('.')
        && !text[last.clone()].trim_end_matches('.').contains('.')
    {
        last.end -= 1;
    }
    items
}

/// `Docker and Kubernetes` at the end of a list, `and Kubernetes` behind its last comma.
fn split_last(text: &str, item: Range<usize>, items: &mut Vec<Range<usize>>) {
    let piece = &text[item.clone()];
    let body = piece.trim_start();
    let lead = piece.len() - body.len();
    for word in ["and ", "und ", "et ", "y ", "& "] {
        if let Some(rest) = body.strip_prefix(word) {
            items.push(item.end - rest.len()..item.end);
            return;
        }
    }
    for word in [" and ", " und ", " et ", " & "] {
        if let Some(at) = body.find(word)
            && !body[..at].contains('(')
            && body[..at].split(' ').count() <= 2
            && body[at + word.len()..].split(' ').count() <= 2
            && body[at + word.len()..].starts_with(char::is_uppercase)
                == body.starts_with(char::is_uppercase)
        {
            let cut = item.start + lead + at;
            items.push(item.start..cut);
            items.push(cut + word.len()..item.end);
            return;
        }
    }
    items.push(item);
}

const LEVELS: [&str; 30] = [
    "expert", "advanced", "intermediate", "beginner", "basic", "novice", "proficient", "fluent",
    "master", "familiar", "competent", "strong", "experienced", "working knowledge",
    "basic knowledge", "good", "excellent", "very good", "learning", "professional", "experte",
    "fortgeschritten", "grundkenntnisse", "sehr gut", "gut", "avance", "intermediaire", "avanzado",
    "intermedio", "basico",
];

/// True for `Expert`, `5 years`, `3+ yrs`, `★★★☆☆`, `80%`, `4/5`.
fn is_level(text: &str) -> bool {
    let text = text.trim();
    let marks = !text.is_empty()
        && text.chars().all(|c| {
            matches!(
                c,
                '★' | '☆'
                    | '●'
                    | '○'
                    | '■'
                    | '□'
                    | '*'
                    | '⬤'
                    | '◯'
                    | '✦'
                    | '✧'
                    | '▰'
                    | '▱'
                    | '\u{f005}'
                    | '\u{f006}'
                    | ' '
            )
        });
    if marks || LEVELS.contains(&fold(text).as_str()) {
        return true;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let unit = text[digits..]
        .trim_start_matches(['+', ' ', '-'])
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches(['+', ' ']);
    let years = [
        "years", "year", "yrs", "yr", "y", "months", "jahre", "jahr", "ans", "anos",
        "years experience", "years of experience",
    ];
    let of = unit.strip_prefix('/').is_some_and(|most| matches!(most.trim(), "5" | "10" | "100"));
    (1..=3).contains(&digits) && (years.contains(&fold(unit).as_str()) || unit.trim() == "%" || of)
}

/// The item without a level in brackets, behind a dash or colon, or drawn as marks.
fn without_level(text: &str, item: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[item.clone()];
    if is_level(piece) {
        return None;
    }
    let end = |at: usize| {
        trimmed_of(text, item.start..item.start + at, |c| {
            c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—')
        })
    };
    if piece.ends_with(')')
        && let Some(open) = piece.rfind('(')
        && is_level(&piece[open + 1..piece.len() - 1])
    {
        return Some(end(open)).filter(|range| !range.is_empty());
    }
    for mark in [" - ", " – ", " — ", ": "] {
        if let Some(at) = piece.rfind(mark)
            && is_level(&piece[at + mark.len()..])
        {
            return Some(end(at)).filter(|range| !range.is_empty());
        }
    }
    let marks = piece.trim_end_matches(|c: char| {
        matches!(c, '★' | '☆' | '●' | '○' | '■' | '□' | '⬤' | '◯' | '▰' | '▱' | ' ')
    });
    Some(end(marks.len())).filter(|range| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each group as `name: a + b`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = skill_groups(text)
            .into_iter()
            .map(|group| {
                let label = group
                    .name
                    .or(group.level)
                    .map(|name| format!("{}: ", &text[name]))
                    .unwrap_or_default();
                let items: Vec<&str> =
                    group.keywords.iter().map(|item| &text[item.clone()]).collect();
                format!("{label}{}", items.join(" + "))
            })
            .collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn lines_of_skills() {
        check(
            "Languages: Go, Java (Spring, Hibernate), C++ / Rust; Tools — Docker · Kubernetes | AWS",
            &[
                "Languages: Go + Java (Spring, Hibernate) + C++ + Rust",
                "Tools: Docker + Kubernetes + AWS",
            ],
        );
        check("Go, Java and Rust", &["Go + Java + Rust"]);
        check("Go, Java, and Rust.", &["Go + Java + Rust"]);
        check("CI/CD, TCP/IP, C/C++, Node.js", &["CI/CD + TCP/IP + C/C++ + Node.js"]);
        check("Go (Expert), Java – 5 years, Rust ★★★☆☆", &["Go + Java + Rust"]);
        check("Advanced: Go, Java", &["Advanced: Go + Java"]);
        check(
            "Cloud & DevOps: AWS (S3, EC2), Terraform",
            &["Cloud & DevOps: AWS (S3, EC2) + Terraform"],
        );
        check("Kubernetes", &["Kubernetes"]);
        check("Data structures and algorithms", &["Data structures and algorithms"]);
        check("Go | Java | Rust", &["Go + Java + Rust"]);
        check("Databases - PostgreSQL, MySQL", &["Databases: PostgreSQL + MySQL"]);
        check("Go (unclosed, Java", &["Go (unclosed + Java"]);
        check("Languages:", &["Languages: "]);
        check("", &[]);
        check("• • •", &[]);
    }
}
