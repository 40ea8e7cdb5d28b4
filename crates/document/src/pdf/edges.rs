//! Heads and feet of pages: what repeats at the edge of every page, and page numbers.

use std::collections::BTreeMap;

use super::page::Letters;
use super::rows;
use super::segments::Segment;
use crate::Part;

/// Share of a page's height at its edges where heads and feet stand.
const EDGE: f32 = 0.12;
/// Lines at each edge that are looked at.
const LINES: usize = 3;

/// A line near the edge of a page.
struct Line {
    page: usize,
    part: Part,
    segments: Vec<usize>,
    text: String,
    y: f32,
    /// True when white space sets it apart from the text of the page.
    apart: bool,
}

/// For each page, the segments of its head and foot, line by line.
pub(super) fn of(pages: &[(f32, &[Segment])]) -> Vec<Vec<(Part, Vec<usize>)>> {
    let mut lines = Vec::new();
    for (number, (height, segments)) in pages.iter().enumerate() {
        near_edges(number, *height, segments, &mut lines);
    }
    let mut seen = BTreeMap::<(String, bool), Vec<(usize, f32)>>::new();
    for line in &lines {
        let key = (line.text.clone(), line.part == Part::Header);
        seen.entry(key).or_default().push((line.page, line.y));
    }
    let mut found: Vec<Vec<(Part, Vec<usize>)>> = vec![Vec::new(); pages.len()];
    for line in lines {
        let places = &seen[&(line.text.clone(), line.part == Part::Header)];
        let repeated =
            places.iter().any(|(page, y)| *page != line.page && (y - line.y).abs() < 4.0);
        let numbered = line.apart && is_page_number(&line.text);
        if repeated || numbered {
            found[line.page].push((line.part, line.segments));
        }
    }
    found
}

fn near_edges(page: usize, height: f32, segments: &[Segment], lines: &mut Vec<Line>) {
    let all: Vec<usize> = (0..segments.len()).collect();
    let rows = rows::of(segments, &all);
    let y = |row: &Vec<usize>| row.first().map_or(0.0, |first| segments[*first].y);
    let pitch = rows::pitch(segments, &rows);
    let count = rows.len();
    for (at, row) in rows.iter().enumerate() {
        let here = y(row);
        let (part, next) = if here < EDGE * height && at < LINES {
            (Part::Header, rows.get(at + 1))
        } else if here > (1.0 - EDGE) * height && at + LINES >= count {
            (Part::Footer, at.checked_sub(1).and_then(|above| rows.get(above)))
        } else {
            continue;
        };
        let apart = next.is_none_or(|next| (y(next) - here).abs() > 1.6 * pitch);
        let text = text_of(segments, row);
        lines.push(Line { page, part, segments: row.clone(), text, y: here, apart });
    }
}

/// The text of a line in small letters, with every number as one `#`.
fn text_of(segments: &[Segment], row: &[usize]) -> String {
    let mut text = String::new();
    for number in row {
        for mark in &segments[*number].marks {
            if mark.begins && !text.is_empty() {
                text.push(' ');
            }
            match &mark.text {
                Letters::One(c) if c.is_ascii_digit() => {
                    if !text.ends_with('#') {
                        text.push('#');
                    }
                }
                Letters::One(c) => text.extend(c.to_lowercase()),
                Letters::Many(many) => text.push_str(many),
                Letters::Unknown => {}
            }
        }
    }
    text
}

/// True for `#`, `# / #`, `page # of #` and the like, also after a name.
fn is_page_number(text: &str) -> bool {
    let words: Vec<&str> =
        text.split([' ', '|', '–', '—', '·', '-']).filter(|w| !w.is_empty()).collect();
    let tail = |count: usize| words.len().checked_sub(count).map(|from| &words[from..]);
    let lone = matches!(words[..], ["#" | "#/#"]);
    let of = |three: Option<&[&str]>| {
        matches!(three, Some(["#", "of" | "/" | "von" | "de" | "sur", "#"]))
    };
    let page = matches!(tail(2), Some(["page" | "seite" | "página" | "p.", "#" | "#/#"]));
    lone || page || of(tail(3)) || matches!(tail(1), Some(["#/#"]))
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn page_numbers_are_told_from_text() {
        for text in
            ["#", "#/#", "# / #", "page # of #", "jo marsh - #/#", "jo marsh – page #", "# of #"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["#-#", "march #", "grew by # of all", "score #/# in class", "", "+# # #"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
