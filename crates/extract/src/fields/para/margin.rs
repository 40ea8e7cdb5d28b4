//! What stands at the margin of a line and belongs to the entry, not to the sentence.

use document::{Line, Piece};

use super::cues::sentence_is_open;
use crate::fields::body::is_span;
use crate::recognize::dates::{self};
use crate::recognize::place;

/// True when a head line was broken because a date stands at its right: "… at University of" with
/// "Southern California" below it.
pub(super) fn wraps_beside_date(above: &Line, line: &Line) -> bool {
    let cells: Vec<&[Piece]> = above.cells().collect();
    let ([first, date], Some(over), Some(under)) = (&cells[..], above.rect, line.rect) else {
        return false;
    };
    let (Some(last), Some(begin), Some(next)) = (first.last(), date.first(), line.pieces.first())
    else {
        return false;
    };
    if line.list.is_some() || line.apart || above.page != line.page || above.block != line.block {
        return false;
    }
    let size = last.style.size.max(1.0);
    let style = last.style.bold == next.style.bold
        && (last.style.size - next.style.size).abs() < 0.06 * size;
    let near =
        (over.left - under.left).abs() < 0.35 * size && under.top - over.bottom < 0.75 * size;
    let text: String = date.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    if !style || !near || line.cells().count() > 1 || !dates::is_period(&text) {
        return false;
    }
    let (Some(end), Some(limit)) = (last.rect, begin.rect) else { return false };
    #[expect(clippy::cast_precision_loss, reason = "a line has few letters")]
    let letter = under.width() / line.text().chars().count().max(1) as f32;
    let word = next.text.split(' ').next().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a word has few letters")]
    let room = letter * (word.chars().count() as f32 + 2.0);
    end.right + room >= limit.left && sentence_is_open(&last.text, &line.text())
}

/// How many pieces at the end of a line stand at the margin and belong to the entry, not to the
/// sentence: a length of time beside any line, a date or a place beside an item.
pub(super) fn margin_note(line: &Line) -> usize {
    let Some(last) = line.cells().last() else { return 0 };
    if last.len() == line.pieces.len()
        || last.iter().map(|piece| piece.text.len()).sum::<usize>() > 40
    {
        return 0;
    }
    let text = last.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    let whole = line.text();
    let words = whole.split_whitespace().count();
    let light = line.pieces.first().is_some_and(|piece| !piece.style.bold);
    let beside_item = light
        && line.list.is_some()
        && words > 7
        && (dates::is_period(&text) || place::place(&text) > 0.6);
    if is_span(&text) || beside_item { last.len() } else { 0 }
}
