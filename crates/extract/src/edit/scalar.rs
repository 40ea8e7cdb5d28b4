//! Changing a text inside the quoting and the lines its author chose.

use std::ops::Range;

use resume::FieldPath;
use resume::model::Texts;

use super::lines::{above, is_blank, is_comment, line, start_of};
use super::place::{Place, is_flow};
use super::quoting::{double, inside, is_plain_safe, quoted};
use super::unquote::{Style, unquote};
use super::{Care, Source, TextEdit};
use crate::Format;
use crate::node::Value;

/// Bytes of a value's text (all of it when `None`) and what stands there afterwards.
pub(super) type Change<'a> = (Option<Range<usize>>, &'a str);

/// Columns of a folded text that is wrapped anew, unless its lines were longer.
const WIDTH: usize = 80;

/// The edit that makes these changes of the text at `path`, one of `texts`.
pub(super) fn rewrite(
    source: &Source<'_>,
    texts: &Texts,
    path: &FieldPath,
    changes: &[Change<'_>],
    care: Care,
) -> Option<TextEdit> {
    let value = texts.get(path)?;
    let mut changes: Vec<(Range<usize>, &str)> = changes
        .iter()
        .map(|(range, new)| (range.clone().unwrap_or(0..value.len()), *new))
        .collect();
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let wanted = replaced(value, &changes)?;

    let place = source.text_place(path)?;
    let range = written(source.text, &place)?;
    let raw = source.text.get(range.clone())?;
    if care == Care::Quote || source.format == Format::Json && !raw.starts_with('"') {
        return Some(TextEdit { range, text: double(&wanted) });
    }
    let scalar = Raw {
        text: raw,
        style: style(&place, raw),
        in_flow: place.inside.iter().any(|(node, _)| is_flow(source.text, node)),
        wanted: &wanted,
    };
    let text = scalar
        .changed(value, &changes)
        .or_else(|| scalar.anew())
        .unwrap_or_else(|| quoted(&wanted));
    Some(trimmed(raw, &TextEdit { range, text }))
}

/// The bytes of a scalar, with the header of a block.
fn written(text: &str, place: &Place<'_>) -> Option<Range<usize>> {
    let span = place.node.span.clone();
    match &place.node.value {
        Value::Scalar(scalar) if scalar.block => {
            let mut start = start_of(text, span.start);
            let header = loop {
                start = above(text, start)?;
                if !is_blank(line(text, start)) {
                    break line(text, start);
                }
            };
            Some(start + header_in(header)?..span.end)
        }
        _ => Some(span),
    }
}

/// Where the header of a block begins in the line that opens it.
fn header_in(line: &str) -> Option<usize> {
    line.match_indices(['|', '>']).map(|(at, _)| at).find(|at| {
        let rest = line[at + 1..]
            .trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        line[..*at].ends_with([' ', '\t', ':', '-'])
            && (is_blank(rest) || rest.starts_with([' ', '\t']) && is_comment(rest))
    })
}

fn style(place: &Place<'_>, raw: &str) -> Style {
    let Value::Scalar(scalar) = &place.node.value else {
        // A sentence with a colon that reads as a mapping.
        return Style::Plain;
    };
    match raw.chars().next() {
        _ if scalar.plain => Style::Plain,
        Some('\'') => Style::Single,
        Some('|') => Style::Literal,
        Some('>') => Style::Folded,
        _ => Style::Double,
    }
}

/// A scalar as the file writes it, and the text it is to hold.
struct Raw<'a> {
    text: &'a str,
    style: Style,
    in_flow: bool,
    wanted: &'a str,
}

impl Raw<'_> {
    /// Only the bytes of the changes, when that reads as wanted.
    fn changed(&self, value: &str, changes: &[(Range<usize>, &str)]) -> Option<String> {
        let letters = unquote(self.text, self.style).filter(|letters| letters.text == value)?;
        let raw_changes: Option<Vec<(Range<usize>, String)>> = changes
            .iter()
            .map(|(range, new)| Some((letters.raw(range)?, inside(new, self.style))))
            .collect();
        let raw_changes = raw_changes?;
        let borrowed: Vec<_> =
            raw_changes.iter().map(|(range, new)| (range.clone(), new.as_str())).collect();
        self.sound(replaced(self.text, &borrowed)?)
    }

    /// The whole text in the same style.
    fn anew(&self) -> Option<String> {
        let one_line = !self.wanted.contains('\n');
        match self.style {
            Style::Plain => self.sound(self.wanted.to_owned()),
            Style::Single if one_line => {
                self.sound(format!("'{}'", inside(self.wanted, Style::Single)))
            }
            Style::Single => None,
            Style::Double => self.sound(double(self.wanted)),
            Style::Folded | Style::Literal => self.block(),
        }
    }

    fn block(&self) -> Option<String> {
        let body = self.text.find('\n')? + 1;
        let end = if self.text[..body].ends_with("\r\n") { "\r\n" } else { "\n" };
        let first = self.text[body..].lines().find(|line| !line.trim().is_empty())?;
        let indent = &first[..first.len() - first.trim_start_matches(' ').len()];
        let lines = if self.style == Style::Literal {
            self.wanted.split('\n').map(str::to_owned).collect()
        } else {
            let longest = self.text[body..].lines().map(|line| line.chars().count()).max();
            wrapped(self.wanted, longest.unwrap_or(0).max(WIDTH) - indent.len().min(WIDTH / 2))
        };
        let lines: Vec<String> = lines
            .into_iter()
            .map(|line| if line.is_empty() { line } else { format!("{indent}{line}") })
            .collect();
        self.sound(self.text[..body].to_owned() + &lines.join(end))
    }

    /// `raw` when it reads as wanted.
    fn sound(&self, raw: String) -> Option<String> {
        let reads = unquote(&raw, self.style).is_some_and(|letters| letters.text == self.wanted);
        let safe = self.style != Style::Plain || is_plain_safe(self.wanted, self.in_flow);
        (reads && safe).then_some(raw)
    }
}

/// Words in lines of at most `width` characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text with some of its bytes replaced; the ranges stand in order.
fn replaced(text: &str, changes: &[(Range<usize>, &str)]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, new) in changes {
        out += text.get(from..range.start)?;
        out += new;
        from = range.end;
    }
    Some(out + text.get(from..)?)
}

/// The edit without what stays the same at both ends, so that an editor marks only the change.
fn trimmed(raw: &str, edit: &TextEdit) -> TextEdit {
    let same = |a: &(char, char)| a.0 == a.1;
    let width = |(c, _): (char, char)| c.len_utf8();
    let head: usize = raw.chars().zip(edit.text.chars()).take_while(same).map(width).sum();
    let rest = (&raw[head..], &edit.text[head..]);
    let tail: usize =
        rest.0.chars().rev().zip(rest.1.chars().rev()).take_while(same).map(width).sum();
    let range = edit.range.start + head..edit.range.end - tail;
    TextEdit { range, text: rest.1[..rest.1.len() - tail].to_owned() }
}
