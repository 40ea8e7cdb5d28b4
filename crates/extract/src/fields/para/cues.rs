//! What lines say about going on or beginning anew.

use document::Line;
use resume::Rect;

use super::Para;
use crate::recognize::contact;
use crate::recognize::dates::{self};
use crate::recognize::headings;
use crate::recognize::looks;

/// True when the line is the family name below a given name, both in large type.
pub(super) fn is_rest_of_name(para: &Para, above: &Line, line: &Line, body: f32) -> bool {
    let (Some(over), Some(under)) = (above.rect, line.rect) else { return false };
    let (size, own) = (above.size(), line.size());
    let text = line.text();
    let few = |text: &str| text.split_whitespace().count() <= 4 && !text.contains([',', '|', '@']);
    let near = (over.left - under.left).abs() <= 0.35 * size || centered(over, under, size);
    body > 0.0
        && size >= 1.5 * body
        && (size - own).abs() <= 0.06 * size
        && (above.page, above.block) == (line.page, line.block)
        && para.lines == 1
        && line.pieces.len() == 1
        && above.pieces.len() == 1
        && near
        && under.top - over.bottom < 0.8 * size
        && few(&para.text)
        && few(&text)
        && looks::title(&text) < 0.4
        && looks::person(&format!("{} {text}", para.text)) >= 0.5
}

/// True when a line opens with a period that is set apart from the words behind it, as heads do:
/// "07.2020 – 12.2022: Engineer".
pub(super) fn opens_with_period(line: &Line) -> bool {
    let Some(first) = line.pieces.first() else { return false };
    let text = first.text.trim_end().trim_end_matches(':');
    let early = text.char_indices().take_while(|(at, _)| *at < 12).any(|(_, c)| c.is_ascii_digit());
    early
        && text.len() <= 40
        && (line.pieces.len() > 1 || first.text.trim_end().ends_with(':'))
        && matches!(&dates::periods(text)[..], [only] if only.start.is_some() && only.end.is_some())
        && dates::is_period(text)
}

/// True when the line is all that a period at the end of a short paragraph lacks.
pub(super) fn is_rest_of_date(para: &Para, line: &Line) -> bool {
    let rest = line.text();
    if rest.len() > 16 || para.text.len() > 40 || para.lines > 1 || para.is_item() {
        return false;
    }
    let open = para.text.trim_end().ends_with(['–', '-', '—', '/'])
        || para
            .text
            .split_whitespace()
            .next_back()
            .is_some_and(|last| last.chars().all(|c| c.is_alphabetic() || c == '.'));
    let year = rest.trim().bytes().all(|byte| byte.is_ascii_digit());
    open && (year || para.text.trim_end().ends_with(['–', '-', '—']))
        && para.text.contains(|c: char| c.is_ascii_digit())
        && dates::periods(&format!("{} {rest}", para.text)).len() == 1
        && dates::is_period(&format!("{} {rest}", para.text))
}

/// The end of a text, as much as a period takes: a paragraph of many lines is not read again for
/// each of them.
pub(super) fn tail(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(160))..]
}

/// True for one to three words that name a section and nothing else.
pub(super) fn is_heading(line: &Line) -> bool {
    let text = line.text();
    text.len() <= 40
        && text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 3
        && headings::section(&text).is_some_and(|(_, sure)| sure >= 0.9)
}

/// True when up to four words and a colon begin a text: "Data and messaging: Kafka".
pub(super) fn has_label(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(48)];
    let Some((label, rest)) = head.split_once(": ") else { return false };
    label.len() <= 40
        && !rest.is_empty()
        && label.starts_with(char::is_uppercase)
        && label.split_whitespace().count() <= 4
}

/// True when a text holds an address or a number to call.
pub(super) fn is_contact(text: &str) -> bool {
    let short = text.len() < 160;
    short
        && (!contact::emails(text).is_empty()
            || !contact::phones(text).is_empty()
            || (text.split(' ').count() < 12
                && contact::links(text).iter().any(|link| link.confidence >= 0.8)))
}

/// True when the first heavy words of a line end with a colon.
pub(super) fn begins_with_label(line: &Line) -> bool {
    let heavy = line.pieces.iter().take_while(|piece| piece.style.bold);
    heavy.last().is_some_and(|piece| piece.text.trim_end().ends_with(':'))
        || line
            .pieces
            .iter()
            .find(|piece| !piece.style.bold)
            .is_some_and(|piece| piece.text.starts_with(':'))
}

/// True when the line begins where text of the paragraph began: at the left edge of its letters,
/// or, for a list, under the letters of its first line.
pub(super) fn same_start(para: &Para, above: &Line, line: &Line, size: f32) -> bool {
    let (Some(over), Some(under)) = (above.rect, line.rect) else { return false };
    let near = |left: f32| (under.left - left).abs() <= 0.35 * size;
    if line.page != above.page && para.lines == 1 && para.mark.is_none() {
        return near(over.left);
    }
    match &para.mark {
        // The mark may or may not be part of the box of the first line.
        Some(_) if para.lines == 1 => {
            under.left >= over.left - 0.35 * size && under.left <= over.left + 3.0 * size
        }
        _ => near(over.left) || centered(over, under, size),
    }
}

pub(super) fn centered(over: Rect, under: Rect, size: f32) -> bool {
    let middle = |rect: Rect| f32::midpoint(rect.left, rect.right);
    (middle(over) - middle(under)).abs() <= 0.3 * size
}

/// True when `text` cannot end here or `next` cannot begin a sentence.
pub(super) fn sentence_is_open(text: &str, next: &str) -> bool {
    let begins_small = next.chars().next().is_some_and(char::is_lowercase);
    let last = text.split(' ').next_back().unwrap_or_default();
    let hanging =
        ["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"];
    begins_small || text.ends_with([',', '&', '-', '/']) || hanging.contains(&last)
}
