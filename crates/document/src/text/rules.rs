//! Rules, underlines and boxes that are drawn with letters.

use std::ops::Range;

use super::row::Row;

/// What a row is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape {
    /// Nothing.
    Empty,
    /// A line drawn with this character.
    Rule(char),
    /// Text with a line drawn beside it, or in brackets: a title.
    Titled,
    /// Text.
    Text,
}

/// Letters that lines are drawn with.
fn draws(c: char) -> bool {
    matches!(
        c,
        '-' | '='
            | '_'
            | '*'
            | '~'
            | '#'
            | '+'
            | '|'
            | '^'
            | '─'
            | '━'
            | '═'
            | '—'
            | '–'
            | '▬'
            | '•'
            | '.'
            | '·'
            | ':'
            | '<'
            | '>'
            | '/'
            | '\\'
            | '┌'
            | '┐'
            | '└'
            | '┘'
            | '╔'
            | '╗'
            | '╚'
            | '╝'
            | '║'
            | '│'
            | '├'
            | '┤'
            | '┼'
            | '┬'
            | '┴'
            | '▀'
            | '▄'
            | '█'
            | '■'
            | '¯'
    )
}

/// Longest title with a line beside it.
const TITLE: usize = 50;

pub(super) fn shape(row: &Row) -> Shape {
    let letters = &row.letters[row.indent()..];
    let Some(first) = letters.first() else { return Shape::Empty };
    if letters.iter().all(|c| draws(*c) || *c == ' ') {
        let drawn = letters.iter().filter(|c| **c != ' ').count();
        // A lone mark of a list is no rule.
        return if drawn >= 3 { Shape::Rule(*first) } else { Shape::Text };
    }
    let inner = inside(row, Shape::Titled, false);
    let title = row.text(inner.clone());
    let drawn = (letters.len() + row.indent()).saturating_sub(inner.len());
    let named = title.chars().count() <= TITLE
        && title.chars().any(char::is_alphabetic)
        && !title.ends_with([':', '.', ',']);
    let brackets = letters.first() == Some(&'[') && letters.last() == Some(&']');
    let behind = row.letters.len() - inner.end >= 4;
    let both = inner.start - row.indent() >= 2 && row.letters.len() - inner.end >= 2;
    if named && drawn > 0 && (behind || both || brackets) { Shape::Titled } else { Shape::Text }
}

/// The columns of the text of a row, without what is drawn around it.
pub(super) fn inside(row: &Row, shape: Shape, boxed: bool) -> Range<usize> {
    let (mut start, mut end) = (row.indent(), row.letters.len());
    let sides = |c: char| match shape {
        Shape::Titled => {
            matches!(
                c,
                '-' | '='
                    | '*'
                    | '~'
                    | '#'
                    | '+'
                    | '|'
                    | '─'
                    | '━'
                    | '═'
                    | '_'
                    | '<'
                    | '>'
                    | '['
                    | ']'
                    | ' '
            )
        }
        _ => boxed && matches!(c, '|' | '│' | '║' | '*' | '#' | ' '),
    };
    while start < end && sides(row.letters[start]) {
        start += 1;
    }
    while end > start && sides(row.letters[end - 1]) {
        // `C++` and `C#` end in letters of their own.
        let word_goes_on = matches!(row.letters[end - 1], '+' | '#')
            && end - start > 1
            && row.letters[..end]
                .iter()
                .rev()
                .find(|c| !matches!(c, '+' | '#'))
                .is_some_and(|c| c.is_alphanumeric());
        if word_goes_on {
            break;
        }
        end -= 1;
    }
    start..end
}

/// True when lines are drawn above and below: what stands at the sides belongs to a box.
pub(super) fn is_boxed(shapes: &[Shape], at: usize) -> bool {
    let drawn = |at: Option<usize>| {
        at.and_then(|at| shapes.get(at)).is_some_and(|shape| matches!(shape, Shape::Rule(_)))
    };
    drawn(at.checked_sub(1)) && drawn(Some(at + 1))
}

/// The level of a heading that is underlined or stands in a box.
pub(super) fn underlined(rows: &[Row], shapes: &[Shape], at: usize) -> Option<u8> {
    let row = &rows[at];
    let text = row.text(row.indent()..row.letters.len());
    let length = row.letters.len() - row.indent();
    let next = rows.get(at + 1)?;
    let Shape::Rule(drawn) = shapes[at + 1] else { return None };
    let rule = &next.letters[next.indent()..];
    // Underlined words of a row are the head of a table; a row of dots is a leader.
    if rule.contains(&' ') || matches!(drawn, '.' | ':' | '·') || row.page != next.page {
        return None;
    }
    let title = length <= TITLE && text.chars().any(char::is_alphabetic) && !text.contains('@');
    let alike = rule.len().abs_diff(length) <= (length / 6).max(3);
    let alone = at.checked_sub(1).is_none_or(|above| shapes[above] != Shape::Text);
    let level = if matches!(drawn, '=' | '═' | '#') { 1 } else { 2 };
    let named =
        title && (alike || (alone && !text.ends_with(['.', ',', ';']) && !text.contains("://")));
    named.then_some(level)
}
