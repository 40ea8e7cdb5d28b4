//! Glyphs to segments: letters on one line of writing with no more between them than spaces.

use resume::Rect;

use super::page::{Glyph, Letters, Turn};
use crate::letters::{self, Sort};

/// One letter, sign or picture of a segment.
#[derive(Clone, Debug)]
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

/// Joins the glyphs of one direction of writing to segments.
pub(super) fn of(glyphs: &[Glyph], shown: &[usize], turn: Turn) -> Vec<Segment> {
    let marks = marks(glyphs, shown, turn);
    let mut segments = Vec::new();
    for row in rows(marks) {
        split(row, &mut segments);
    }
    attach_scripts(&mut segments);
    segments.retain_mut(|segment| {
        words(segment);
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

fn only(text: &Letters) -> Option<char> {
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
            if mark.left - end > APART * mark.size.min(last.size) {
                push(std::mem::take(&mut current), segments);
            }
        }
        current.push(mark);
    }
    push(current, segments);
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
            marks.iter_mut().for_each(|mark| mark.raised = true);
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

/// Decides where words begin.
fn words(segment: &mut Segment) {
    let marks = &mut segment.marks;
    let explicit = marks.iter().filter(|mark| mark.spaced).count();
    // Where the file has spaces of its own, room alone must be larger to be one.
    let room = if explicit * 12 > marks.len() { 0.22 } else { 0.15 };
    let gaps: Vec<f32> = marks
        .windows(2)
        .map(|pair| (pair[1].left - pair[0].right) / pair[1].size.max(0.1))
        .collect();
    for (at, gap) in gaps.iter().enumerate() {
        let mark = &mut marks[at + 1];
        let narrow = mark.spaced && *gap < -0.2;
        mark.begins = (mark.spaced && !narrow) || *gap > room;
    }
    if let Some(first) = marks.first_mut() {
        first.begins = true;
    }
    let begun = marks.iter().filter(|mark| mark.begins).count();
    let alone = marks
        .iter()
        .enumerate()
        .filter(|(at, mark)| {
            let ends = marks.get(at + 1).is_none_or(|next| next.begins);
            mark.begins && ends && only(&mark.text).is_some_and(char::is_alphabetic)
        })
        .count();
    if begun < 4 || alone * 10 < begun * 7 {
        return;
    }
    // Letters set apart: what lies between words is clearly wider than what lies between letters.
    let mut sorted = gaps.clone();
    sorted.sort_by(f32::total_cmp);
    let usual = sorted[sorted.len() / 3];
    let real_spaces = explicit * 2 > marks.len();
    // With real spaces between words only, they say where words begin.
    let marked = explicit > 0 && !real_spaces;
    for (at, gap) in gaps.iter().enumerate() {
        let mark = &mut marks[at + 1];
        mark.begins = if marked { mark.spaced } else { *gap > usual * 1.7 + 0.02 };
    }
    segment.letter_spaced = real_spaces;
}
