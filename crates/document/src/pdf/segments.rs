//! Glyphs to segments: letters on one line of writing with no more between them than spaces.

use resume::Rect;

use super::page::{Glyph, Letters, Turn};
use super::words;
use crate::letters::{self, Sort};

/// One letter, sign or picture of a segment.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Mark {
    /// What it stands for; never empty, never a space.
    pub text: Letters,
    /// Number of its glyph on the page.
    pub glyph: usize,
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// The line it stands on.
    pub y: f32,
    /// Size of type.
    pub size: f32,
    /// True when the file has a space before it.
    pub spaced: bool,
    /// True when a word begins with it.
    pub begins: bool,
    /// True when it stands above or below its line.
    pub raised: bool,
    /// True when it is a picture and no letter.
    pub icon: bool,
}

/// Letters that stand together on one line.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Its letters from left to right; never empty.
    pub marks: Vec<Mark>,
    /// The box around them.
    pub rect: Rect,
    /// The height of the line they stand on.
    pub y: f32,
    /// Size of its largest letters.
    pub size: f32,
    /// True when most letters are heavy.
    pub bold: bool,
    /// True when its letters were set apart with real spaces.
    pub letter_spaced: bool,
}

/// Room in ems beyond which letters of one line are no neighbors.
const APART: f32 = 0.65;

/// Room in ems that can part cells when one is not painted right after the other.
const CELL: f32 = 0.35;
/// Glyphs, among them spaces, between neighbors that are painted one after the other, and those
/// of two words that are painted in the other order.
const NEAR: (usize, usize) = (4, 12);

/// Joins the glyphs of one direction of writing to segments.
pub(super) fn of(glyphs: &[Glyph], shown: &[usize], turn: Turn) -> Vec<Segment> {
    let marks = marks(glyphs, shown, turn);
    let mut segments = Vec::new();
    for row in rows(marks) {
        split(row, &mut segments);
    }
    attach_scripts(&mut segments);
    segments.retain_mut(|segment| {
        words::find(segment);
        !segment.marks.is_empty()
    });
    for segment in &mut segments {
        let heavy = segment.marks.iter().filter(|mark| glyphs[mark.glyph].bold).count();
        segment.bold = heavy * 2 > segment.marks.len();
    }
    segments
}

/// A glyph as a mark, turned so that writing goes from left to right.
fn marks(glyphs: &[Glyph], shown: &[usize], turn: Turn) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::with_capacity(shown.len());
    for &number in shown {
        let glyph = &glyphs[number];
        let (x, y) = match turn {
            Turn::Right | Turn::Slant => (glyph.x, glyph.y),
            Turn::Left => (-glyph.x, -glyph.y),
            Turn::Down => (glyph.y, -glyph.x),
            Turn::Up => (-glyph.y, glyph.x),
        };
        let space = glyph.chars().all(|c| letters::sort(c) == Sort::Space);
        let unknown = glyph.text == Letters::Unknown;
        let shapeless = !unknown && glyph.chars().all(|c| letters::sort(c) == Sort::Shapeless);
        if shapeless {
            continue;
        }
        // One glyph for four and more letters is a picture that is called by its name.
        let icon = unknown
            || (glyph.picture && !glyph.chars().all(crate::marks::is_bullet))
            || glyph.chars().filter(|c| c.is_alphanumeric()).nth(3).is_some()
            || glyph.chars().all(|c| letters::sort(c) == Sort::Private)
                && !glyph.chars().all(crate::marks::is_bullet);
        let mark = Mark {
            text: if space && !unknown { Letters::One(' ') } else { glyph.text.clone() },
            glyph: number,
            left: x,
            right: x + glyph.advance,
            y,
            size: glyph.size,
            spaced: false,
            begins: false,
            raised: false,
            icon,
        };
        if let Some(last) = marks.last_mut()
            && let Some(letter) = composed(last, &mark)
        {
            let (left, right) = (last.left.min(mark.left), last.right.max(mark.right));
            // The base stands on the line; the accent may have been moved up.
            if letters::combining(only(&last.text).unwrap_or(' ')).is_some() {
                *last = mark;
            }
            last.text = Letters::One(letter);
            (last.left, last.right) = (left, right);
            continue;
        }
        marks.push(mark);
    }
    marks
}

/// The letter that two marks make when one is an accent over the other.
fn composed(one: &Mark, other: &Mark) -> Option<char> {
    let (first, second) = (only(&one.text)?, only(&other.text)?);
    let (letter, accent) = if letters::combining(second).is_some() {
        (first, second)
    } else if letters::combining(first).is_some() {
        (second, first)
    } else {
        return None;
    };
    let narrower = (one.right - one.left).min(other.right - other.left);
    let shared = one.right.min(other.right) - one.left.max(other.left);
    let over = shared >= narrower * 0.5 && (one.y - other.y).abs() < one.size * 0.6;
    if over || narrower <= 0.0 { letters::compose(letter, accent) } else { None }
}

pub(super) fn only(text: &Letters) -> Option<char> {
    match text {
        Letters::One(c) => Some(*c),
        Letters::Many(_) | Letters::Unknown => None,
    }
}

/// Marks by the line they stand on, each line from left to right.
fn rows(mut marks: Vec<Mark>) -> Vec<Vec<Mark>> {
    marks.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut rows: Vec<Vec<Mark>> = Vec::new();
    let mut start = f32::NEG_INFINITY;
    for mark in marks {
        match rows.last_mut() {
            Some(row) if mark.y - start <= 0.15 * mark.size => row.push(mark),
            _ => {
                start = mark.y;
                rows.push(vec![mark]);
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.left.total_cmp(&other.left));
    }
    rows
}

/// Splits a row where the room is wide, and drops letters that were struck twice.
fn split(row: Vec<Mark>, segments: &mut Vec<Segment>) {
    let mut spaced = false;
    let mut current: Vec<Mark> = Vec::new();
    for mut mark in row {
        if mark.text == Letters::One(' ') {
            spaced = true;
            continue;
        }
        let twice = current.iter().rev().take(3).any(|other| {
            other.text == mark.text
                && !other.icon
                && (other.left - mark.left).abs() < 0.12 * mark.size
        });
        if twice {
            continue;
        }
        mark.spaced = std::mem::take(&mut spaced);
        if let Some(last) = current.last() {
            let end =
                current.iter().rev().take(3).map(|other| other.right).fold(last.right, f32::max);
            // Between words of letters set apart there is more room.
            let apart = if is_tracked(&current) { 3.0 * APART } else { APART };
            let room = mark.left - end;
            let size = mark.size.min(last.size);
            // Text of another cell is painted before or after everything in this one.
            let other = mark.glyph > last.glyph + NEAR.0 || last.glyph > mark.glyph + NEAR.1;
            let other = other && room > CELL * size;
            if room > apart * size || other {
                push(std::mem::take(&mut current), segments);
            }
        }
        current.push(mark);
    }
    push(current, segments);
}

/// True when the last letters stand as far apart as words do.
fn is_tracked(marks: &[Mark]) -> bool {
    let last = &marks[marks.len().saturating_sub(4)..];
    let far = |pair: &[Mark]| pair[1].left - pair[0].right > 0.15 * pair[1].size;
    last.len() == 4 && last.windows(2).all(far)
}

fn push(marks: Vec<Mark>, segments: &mut Vec<Segment>) {
    if marks.is_empty() {
        return;
    }
    let mut segment = Segment {
        marks,
        rect: Rect::default(),
        y: 0.0,
        size: 0.0,
        bold: false,
        letter_spaced: false,
    };
    measure(&mut segment);
    segments.push(segment);
}

fn measure(segment: &mut Segment) {
    let flat = || segment.marks.iter().filter(|mark| !mark.raised);
    let size = flat().map(|mark| mark.size).fold(0.0, f32::max);
    let y = flat().map(|mark| mark.y).next().unwrap_or_default();
    let left = segment.marks.iter().map(|mark| mark.left).fold(f32::INFINITY, f32::min);
    let right = segment.marks.iter().map(|mark| mark.right).fold(f32::NEG_INFINITY, f32::max);
    segment.rect = Rect { left, top: y - 0.74 * size, right, bottom: y + 0.22 * size };
    segment.size = size;
    segment.y = y;
}

/// Puts superscripts and subscripts into the segment they belong to.
fn attach_scripts(segments: &mut Vec<Segment>) {
    // Longer small text beside large type is a line of its own.
    const LETTERS: usize = 8;
    const AROUND: usize = 24;
    segments.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut taken = vec![false; segments.len()];
    for at in 0..segments.len() {
        if segments[at].marks.len() > LETTERS {
            continue;
        }
        let script = &segments[at];
        let from = at.saturating_sub(AROUND);
        let to = (at + AROUND).min(segments.len());
        let host = (from..to).find(|&other| {
            let base = &segments[other];
            let moved = (script.y - base.y).abs();
            let beside = script.rect.left > base.rect.left
                && script.rect.left < base.rect.right + 0.3 * base.size;
            other != at
                && !taken[other]
                && script.size <= 0.85 * base.size
                && moved <= 0.6 * base.size
                && beside
                && clear_of(base, script)
        });
        if let Some(host) = host {
            taken[at] = true;
            let mut marks = std::mem::take(&mut segments[at].marks);
            for mark in &mut marks {
                mark.raised = true;
            }
            let base = &mut segments[host];
            base.marks.append(&mut marks);
            base.marks.sort_by(|one, other| one.left.total_cmp(&other.left));
            measure(base);
        }
    }
    let mut taken = taken.into_iter();
    segments.retain(|_| !taken.next().unwrap_or(false));
}

/// True when the script stands between letters of the base, not over them.
fn clear_of(base: &Segment, script: &Segment) -> bool {
    let covered = base.marks.iter().filter(|mark| {
        let shared = mark.right.min(script.rect.right) - mark.left.max(script.rect.left);
        shared > 0.3 * (mark.right - mark.left)
    });
    covered.count() == 0
}

#[cfg(test)]
mod tests {
    use super::{Segment, of};
    use crate::pdf::page::{Glyph, Letters, Turn};
    use crate::pdf::sample;

    /// Each segment as its words.
    #[track_caller]
    fn check(glyphs: &[Glyph], expected: &[&str]) {
        let shown: Vec<usize> = (0..glyphs.len()).collect();
        let segments = of(glyphs, &shown, Turn::Right);
        let found: Vec<String> = segments.iter().map(text).collect();
        assert_eq!(found, expected);
    }

    fn text(segment: &Segment) -> String {
        let mut text = String::new();
        for mark in &segment.marks {
            if mark.begins && !text.is_empty() {
                text.push(' ');
            }
            match &mark.text {
                Letters::One(c) => text.push(*c),
                Letters::Many(many) => text.push_str(many),
                Letters::Unknown => text.push('?'),
            }
        }
        text
    }

    /// Texts at places: left edge, height, size.
    fn drawn(texts: &[(&str, f32, f32, f32)]) -> Vec<Glyph> {
        texts.iter().flat_map(|(text, x, y, size)| sample::glyphs(text, *x, *y, *size)).collect()
    }

    #[test]
    fn room_parts_words_and_segments() {
        check(&drawn(&[("Led the", 50.0, 50.0, 10.0)]), &["Led the"]);
        check(&drawn(&[("Led", 50.0, 50.0, 10.0), ("the", 67.0, 50.0, 10.0)]), &["Led the"]);
        check(&drawn(&[("Led", 50.0, 50.0, 10.0), ("the", 65.5, 50.0, 10.0)]), &["Ledthe"]);
        check(&drawn(&[("Led", 50.0, 50.0, 10.0), ("2021", 90.0, 50.0, 10.0)]), &["Led", "2021"]);
        check(&drawn(&[("the", 70.0, 50.0, 10.0), ("Led ", 50.0, 50.0, 10.0)]), &["Led the"]);
        check(&drawn(&[("Led", 50.0, 50.0, 10.0), ("the", 50.0, 63.0, 10.0)]), &["Led", "the"]);
    }

    #[test]
    fn letters_set_apart_make_words() {
        check(&drawn(&[("S K I L L S", 50.0, 50.0, 10.0)]), &["SKILLS"]);
        check(&drawn(&[("W O R K   N O W", 50.0, 50.0, 10.0)]), &["WORK NOW"]);
        check(&drawn(&[("I am a C fan", 50.0, 50.0, 10.0)]), &["I am a C fan"]);
        check(&drawn(&[("A, B, C, D", 50.0, 50.0, 10.0)]), &["A, B, C, D"]);
    }

    #[test]
    fn scripts_and_accents_join_their_letters() {
        check(&drawn(&[("the 1", 50.0, 50.0, 10.0), ("st", 75.2, 46.5, 6.0)]), &["the 1st"]);
        check(&drawn(&[("e\u{b4}", 50.0, 50.0, 10.0)]), &["e\u{b4}"]);
        check(&drawn(&[("\u{b4}", 50.0, 50.0, 10.0), ("ecole", 50.0, 50.0, 10.0)]), &["école"]);
        check(
            &drawn(&[
                ("caf", 50.0, 50.0, 10.0),
                ("e", 65.0, 50.0, 10.0),
                ("\u{b4}", 65.0, 48.0, 10.0),
            ]),
            &["café"],
        );
    }

    #[test]
    fn letters_struck_twice_are_one() {
        check(&drawn(&[("all", 50.0, 50.0, 10.0), ("all", 50.3, 50.0, 10.0)]), &["all"]);
    }
}
