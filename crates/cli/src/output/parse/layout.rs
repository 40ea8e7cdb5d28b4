//! Every line of a document with its place, its look and what was taken from it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use document::{Document, Gap, Line, Part};
use resume::{FieldPath, Segment};

use super::line_numbers;
use crate::input::Opened;
use crate::output::style::{FAINT, NAME, STRONG, paint};

/// Columns for what was taken from a line.
const FIELD: usize = 26;

/// All lines, page by page.
pub(super) fn render(document: &Document, opened: &Opened) -> String {
    let placed = document.placed();
    let numbers = line_numbers(&placed);
    let taken = Taken::of(opened);
    let mut text = String::new();
    let mut page = None;
    for ((line, pieces), number) in document.lines.iter().zip(&placed.pieces).zip(numbers) {
        if page != Some(line.page) {
            text += &head(document, line.page, page.is_none());
            page = Some(line.page);
        }
        let start = pieces.first().map_or(0, |first| first.start);
        let bytes = start..pieces.last().map_or(start, |last| last.end);
        let place = line.rect.map_or_else(
            || format!("{:23}", ""),
            |rect| {
                let (left, top) = (rect.left, rect.top);
                format!("{left:5.0} {top:5.0} {:5.0} {:5.0}", rect.right, rect.bottom)
            },
        );
        let fields = taken.names(&bytes);
        let _ = writeln!(
            text,
            "{number:>4}  {place}  {}  {}  {}",
            paint(FAINT, format_args!("{:<22}", look(line))),
            paint(NAME, format_args!("{fields:<FIELD$}")),
            words(line),
        );
    }
    text
}

fn head(document: &Document, page: usize, first: bool) -> String {
    let size = document.sheets.get(page).map_or_else(String::new, |sheet| {
        format!(", {:.0} x {:.0} points", sheet.width, sheet.height)
    });
    let gap = if first { "" } else { "\n" };
    let names = format!(
        "line  {:>5} {:>5} {:>5} {:>5}  {:<22}  {:<FIELD$}  text",
        "left", "top", "right", "low", "block, part, look", "taken for"
    );
    format!(
        "{gap}{}\n{}\n",
        paint(STRONG, format_args!("page {}{size}", page + 1)),
        paint(FAINT, names)
    )
}

/// `b2 head h1 11.0 bold`
fn look(line: &Line) -> String {
    let mut words = vec![format!("b{}", line.block)];
    words.extend(match line.part {
        Part::Body => None,
        Part::Header => Some("head".to_owned()),
        Part::Footer => Some("foot".to_owned()),
        Part::TextBox => Some("box".to_owned()),
        Part::Cell { table, row, column } => Some(format!("t{table}.{row}.{column}")),
        Part::Note => Some("note".to_owned()),
    });
    words.extend(line.heading.map(|level| format!("h{level}")));
    if line.size() > 0.0 {
        words.push(format!("{:.1}", line.size()));
    }
    let first = line.pieces.first().map(|piece| piece.style).unwrap_or_default();
    words.extend(first.bold.then(|| "bold".to_owned()));
    words.extend(first.italic.then(|| "italic".to_owned()));
    words.join(" ")
}

/// The text with its marks: `•` of a list, `|` for a wide gap.
fn words(line: &Line) -> String {
    let mut text = String::new();
    if let Some(list) = &line.list {
        let mark = if list.mark.is_empty() { "-" } else { &list.mark };
        let _ = write!(text, "{:width$}{mark} ", "", width = usize::from(list.level) * 2);
    }
    for (at, piece) in line.pieces.iter().enumerate() {
        text.push_str(match piece.gap {
            _ if at == 0 => "",
            Gap::None => "",
            Gap::Space => " ",
            Gap::Wide => "  |  ",
        });
        text.extend(piece.text.chars().filter(|c| !c.is_control()));
    }
    text
}

/// Values by where they stand.
struct Taken<'a> {
    /// In the order of the text; values without parts of their own.
    values: Vec<(&'a Range<usize>, &'a FieldPath)>,
}

impl<'a> Taken<'a> {
    fn of(opened: &'a Opened) -> Self {
        let spans: Vec<_> = opened.parsed.source_map.spans().collect();
        let mut values = Vec::new();
        for (at, (path, span)) in spans.iter().enumerate() {
            // Paths are in order, so that what lies below a path follows it.
            let has_parts = spans.get(at + 1).is_some_and(|(next, _)| next.starts_with(path));
            if !has_parts {
                values.push((&span.value, *path));
            }
        }
        values.sort_by_key(|(range, _)| (range.start, range.end));
        Self { values }
    }

    /// Names of what was taken from a line, items of one list as one.
    fn names(&self, line: &Range<usize>) -> String {
        let mut names: Vec<String> = Vec::new();
        let mut lists: BTreeMap<FieldPath, (usize, usize)> = BTreeMap::new();
        let overlapping = self
            .values
            .iter()
            .take_while(|(range, _)| range.start < line.end)
            .filter(|(range, _)| range.end > line.start);
        let found: Vec<&FieldPath> = overlapping.map(|(_, path)| *path).collect();
        for path in &found {
            if let (Some(Segment::Index(at)), Some(list)) = (path.segments().last(), path.parent())
            {
                let ends = lists.entry(list).or_insert((*at, *at));
                *ends = (ends.0.min(*at), ends.1.max(*at));
            }
        }
        for path in found {
            let list = path.parent().and_then(|list| Some((lists.get(&list)?, list)));
            let is_item = matches!(path.segments().last(), Some(Segment::Index(_)));
            let name = match list.filter(|_| is_item) {
                Some(((first, last), list)) if first < last => format!("{list}[{first}-{last}]"),
                _ => path.to_string(),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        shared(&names)
    }
}

/// `work[0].name, .position`: what the names begin with is said once.
pub(super) fn shared(names: &[String]) -> String {
    let mut text = String::new();
    let mut before = "";
    for name in names {
        let (above, key) = name.rsplit_once('.').unwrap_or(("", name));
        if text.is_empty() {
            text.push_str(name);
        } else if above == before && !above.is_empty() {
            let _ = write!(text, ", .{key}");
        } else {
            let _ = write!(text, ", {name}");
        }
        before = above;
    }
    text
}
