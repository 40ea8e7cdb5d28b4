//! The page for a terminal: 80 columns, bold names, quiet dates, colored headings.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use resume::Resume;
use resume::model::Accent;
use resume::outline::{Contact, Entry, Outline, Position, Row, Section};
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm};

use crate::head::dated;

/// Columns of a terminal as everybody has it.
const WIDTH: usize = 80;
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const PLAIN: Style = Style::new();

/// The outline for a terminal; empty for a resume without anything to show.
///
/// The colors are among the eight that every terminal has and that its owner has chosen: a color
/// of our own would be unreadable on half of all screens.
pub(crate) fn write(resume: &Resume, accent: Option<Accent>) -> String {
    let heading = BOLD.fg_color(Some(color(accent).into()));
    let outline = Outline::of(resume);
    let mut parts: Vec<String> = Vec::new();
    let mut head = String::new();
    head.extend(outline.name.iter().map(|name| lines("", &[(BOLD, name)])));
    head.extend(outline.label.iter().map(|label| lines("", &[(PLAIN, label)])));
    head.extend(outline.contact.iter().map(contact));
    parts.push(head);
    parts.extend(outline.summary.iter().map(|text| lines("", &[(PLAIN, text)])));
    for section in &outline.sections {
        let mut shown = paragraphs(section);
        if let Some(first) = shown.first_mut() {
            first.insert_str(0, &lines("", &[(heading, section.title)]));
        }
        parts.extend(shown);
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// The color of the eight nearest to the accent in hue; cyan for none and for grays.
fn color(accent: Option<Accent>) -> AnsiColor {
    let [red, green, blue] = accent.map_or([0; 3], |accent| accent.rgb.map(i32::from));
    let (least, most) = (red.min(green).min(blue), red.max(green).max(blue));
    // A channel counts when it is nearer to the strongest than to the weakest.
    let counts = |channel: i32| most - least >= 32 && channel - least > most - channel;
    match (counts(red), counts(green), counts(blue)) {
        (true, false, false) => AnsiColor::Red,
        (false, true, false) => AnsiColor::Green,
        (true, true, false) => AnsiColor::Yellow,
        (false, false, true) => AnsiColor::Blue,
        (true, false, true) => AnsiColor::Magenta,
        _ => AnsiColor::Cyan,
    }
}

/// Text in lines of [`WIDTH`] columns; what begins with a mark hangs behind it. A word too long for
/// a line stays whole, as it may be an address.
fn lines(mark: &str, spans: &[(Style, &str)]) -> String {
    let text: String = spans.iter().map(|(_, text)| *text).collect();
    let hanging = " ".repeat(mark.len());
    let options = textwrap::Options::new(WIDTH - mark.len())
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let mut out = String::new();
    let mut start = 0;
    for line in textwrap::wrap(&text, options) {
        out.push_str(if start == 0 { mark } else { &hanging });
        paint(&mut out, spans, start..start + line.len());
        out.push('\n');
        // Texts have single spaces; the one at the end of a line is left out.
        start += line.len() + 1;
    }
    out
}

/// The part of the spans that stands in a range of their text, each with its style.
fn paint(out: &mut String, spans: &[(Style, &str)], range: Range<usize>) {
    let mut start = 0;
    for (style, text) in spans {
        let (from, to) = (range.start.max(start), range.end.min(start + text.len()));
        if from < to {
            let shown = &text[from - start..to - start];
            let _ = write!(out, "{style}{shown}{style:#}");
        }
        start += text.len();
    }
}

fn contact(contact: &Contact) -> String {
    match &contact.label {
        Some(label) => lines("", &[(DIM, label), (DIM, ": "), (PLAIN, &contact.text)]),
        None => lines("", &[(PLAIN, &contact.text)]),
    }
}

fn paragraphs(section: &Section) -> Vec<String> {
    let mut parts: Vec<String> = section.entries.iter().flat_map(entry).collect();
    parts.push(section.rows.iter().map(row).collect());
    parts.retain(|part| !part.is_empty());
    parts
}

/// One part a position; the first begins with the entry's own line.
fn entry(entry: &Entry) -> Vec<String> {
    let own = [(BOLD, &entry.heading), (PLAIN, &entry.context), (PLAIN, &entry.address)];
    let (date, positions) = dated(entry);
    let mut head = joined(" – ", &own);
    if let Some(date) = &date {
        if !head.is_empty() {
            head.push((DIM, " · "));
        }
        head.push((DIM, date));
    }
    let head = if head.is_empty() { String::new() } else { lines("", &head) };
    let mut parts: Vec<String> = positions.iter().map(position).collect();
    match parts.first_mut() {
        Some(first) => first.insert_str(0, &head),
        None => parts.push(head),
    }
    parts
}

/// The texts that are there, with something between them.
fn joined<'a>(between: &'a str, parts: &[(Style, &'a Option<String>)]) -> Vec<(Style, &'a str)> {
    let mut spans: Vec<(Style, &str)> = Vec::new();
    for (style, text) in parts {
        let Some(text) = text else { continue };
        if !spans.is_empty() {
            spans.push((DIM, between));
        }
        spans.push((*style, text));
    }
    spans
}

fn position(position: &Position) -> String {
    let Position { title, dates, location, summary, bullets, keywords } = position;
    let role = joined(" · ", &[(BOLD, title), (PLAIN, location), (DIM, dates)]);
    let mut out = if role.is_empty() { String::new() } else { lines("", &role) };
    out.extend(summary.iter().map(|text| lines("", &[(PLAIN, text)])));
    out.extend(bullets.iter().map(|bullet| lines("- ", &[(PLAIN, bullet)])));
    if !keywords.is_empty() {
        out.push_str(&lines("", &[(DIM, &keywords.join(", "))]));
    }
    out
}

/// `Label (note): item, item`
fn row(row: &Row) -> String {
    let note = row.note.as_ref().map(|note| format!("({note})")).unwrap_or_default();
    let label = row.label.as_deref().unwrap_or_default();
    let room = if label.is_empty() || note.is_empty() { "" } else { " " };
    let ends = match (label.is_empty() && note.is_empty(), row.items.is_empty()) {
        (true, _) | (_, true) => "",
        _ if note.is_empty() && label.ends_with(':') => " ",
        _ => ": ",
    };
    let items = row.items.join(", ");
    lines("", &[(BOLD, label), (PLAIN, room), (DIM, &note), (PLAIN, ends), (PLAIN, &items)])
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;
    use resume::model::Accent;
    use serde_json::json;

    use super::{DIM, PLAIN, color, lines, write};

    #[test]
    fn colors_are_those_of_the_terminal() {
        for (rgb, expected) in [
            ([0xb0, 0x20, 0x20], AnsiColor::Red),
            ([0x20, 0x80, 0x30], AnsiColor::Green),
            ([0x1d, 0x2e, 0x99], AnsiColor::Blue),
            ([0x90, 0x10, 0x90], AnsiColor::Magenta),
            ([0x10, 0x80, 0x80], AnsiColor::Cyan),
            ([0xa0, 0x90, 0x10], AnsiColor::Yellow),
            ([0x40, 0x40, 0x40], AnsiColor::Cyan),
        ] {
            assert_eq!(color(Some(Accent { rgb })), expected, "{rgb:x?}");
        }
        assert_eq!(color(None), AnsiColor::Cyan);
    }

    #[test]
    fn bullets_hang_and_styles_end_with_their_line() {
        let text = ["abcdefghi"; 9].join(" ");
        let first = ["abcdefghi"; 7].join(" ");
        let expected = format!("- {first}\n  abcdefghi abcdefghi\n");
        assert_eq!(lines("- ", &[(PLAIN, &text)]), expected);
        for line in lines("", &[(PLAIN, "x "), (DIM, &text)]).lines() {
            assert!(line.ends_with("\u{1b}[0m"), "{line:?}");
        }
        let long = "x".repeat(200);
        assert_eq!(lines("", &[(PLAIN, &long)]), format!("{long}\n"));
    }

    #[test]
    fn the_page_commands_the_terminal_nothing() {
        let resume = serde_json::from_value(json!({
            "basics": {"name": "Ada\u{1b}[2J\u{9b}31m\u{7} Kovač", "url": "https://x.example/\u{1b}]0;t\u{7}"},
        }))
        .expect("a resume");
        let text = write(&resume, None);
        assert_eq!(text, "\u{1b}[1mAda[2J31m Kovač\u{1b}[0m\nx.example/]0;t\n");
    }
}
