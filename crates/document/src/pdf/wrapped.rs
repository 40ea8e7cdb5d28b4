//! Lines of a narrow cell that are one line for want of room: dates, labels, words.

use resume::Rect;

use crate::{Gap, Line, Piece};

/// Room in ems that a cell may leave free at its right side.
const MARGIN: f32 = 2.0;
/// The most lines of a cell with one text.
const CELL: usize = 5;
/// The most letters of a line that is a date.
const DATE: usize = 28;

/// Joins what is broken in the lines of a column. `limit` is where the next cell begins, for a
/// cell on the left of another one. Only in a small cell are lines one text.
pub(super) fn join(lines: &mut Vec<Line>, from: usize, limit: Option<f32>) {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len() - from);
    let small = lines.len() - from <= CELL;
    for line in lines.drain(from..) {
        if let Some(above) = joined.last_mut()
            && let Some(gap) = gap(above, &line, limit, small)
        {
            append(above, line, gap);
        } else {
            joined.push(line);
        }
    }
    lines.append(&mut joined);
}

/// What stands between two lines that are one; `None` when they are two.
fn gap(above: &Line, line: &Line, limit: Option<f32>, small: bool) -> Option<Gap> {
    let (last, first) = (above.pieces.last()?, line.pieces.first()?);
    if line.list.is_some() || line.apart || above.page != line.page {
        return None;
    }
    if line.pieces.len() == 1 && is_one_date(above, &first.text) {
        return Some(Gap::Space);
    }
    let limit = limit?;
    let (one, other) = (last.style, first.style);
    let alike = one.bold == other.bold && (one.size - other.size).abs() < 0.3;
    if above.list.is_some() || !alike || !is_words(above) || !is_words(line) {
        return None;
    }
    let is_small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let mut ending = last.text.chars().rev();
    if ending.next() == Some('-') && is_small(ending.next()) && is_small(first.text.chars().next())
    {
        return Some(Gap::None);
    }
    let (Rect { right, .. }, own) = (above.rect?, first.rect?);
    let word = first.text.split(' ').next()?.chars().count() as f32;
    let letter = own.width() / first.text.chars().count().max(1) as f32;
    let full = right + (word + 1.0) * letter > limit - MARGIN * first.style.size;
    (small && full).then_some(Gap::Space)
}

/// True for letters without figures and addresses.
fn is_words(line: &Line) -> bool {
    let plain = |piece: &Piece| {
        piece.gap != Gap::Wide
            && !piece.text.contains(|c: char| c.is_ascii_digit() || "@/:".contains(c))
    };
    line.pieces.iter().all(plain)
}

/// True when a range of dates is broken after its dash, or before the year of its end.
fn is_one_date(above: &Line, below: &str) -> bool {
    let [piece] = &above.pieces[..] else { return false };
    let text = piece.text.trim_end();
    let figure = |c: char| c.is_ascii_digit();
    let Some((start, end)) = text.rsplit_once(['-', '–', '—']) else { return false };
    if text.chars().count() > DATE || !start.contains(figure) {
        return false;
    }
    let words: Vec<&str> = below.split_whitespace().collect();
    let year = |word: &&str| word.len() == 4 && word.chars().all(figure);
    let plain = |word: &str| word.chars().all(|c| c.is_alphabetic() || c == '.');
    match (end.trim(), &words[..]) {
        ("", [word]) => year(word) || plain(word) || word.contains(figure),
        ("", [month, word]) => plain(month) && year(word),
        (month, [word]) => plain(month) && year(word),
        _ => false,
    }
}

fn append(above: &mut Line, line: Line, gap: Gap) {
    above.rect = above.rect.zip(line.rect).map(|(one, other)| one.union(other));
    if gap == Gap::None
        && let Some(last) = above.pieces.last_mut()
    {
        last.text.pop();
    }
    for (number, mut piece) in line.pieces.into_iter().enumerate() {
        if number == 0 {
            piece.gap = gap;
        }
        match above.pieces.last_mut() {
            Some(last) if number == 0 && last.style == piece.style && last.link == piece.link => {
                last.text.push_str(if gap == Gap::Space { " " } else { "" });
                last.text.push_str(&piece.text);
                last.rect = last.rect.zip(piece.rect).map(|(one, other)| one.union(other));
            }
            _ => above.pieces.push(piece),
        }
    }
}
