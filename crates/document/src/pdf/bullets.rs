//! Marks of lists: characters, pictures of fonts and small drawn shapes.

use resume::Rect;

use super::page::{Letters, Link, Paint, Shape};
use super::segments::Segment;
use crate::{Gap, List, Piece, marks};

/// Takes the mark of a list off the front of a line.
pub(super) fn take(pieces: &mut Vec<Piece>) -> Option<List> {
    let first = pieces.first_mut()?;
    let mut chars = first.text.chars();
    let (c, rest) = (chars.next()?, chars.as_str());
    if rest.is_empty() {
        let next = pieces.get(1)?.gap;
        let sign = matches!(c, '-' | '*' | '+' | '–' | '—' | 'o' | '>' | '»' | '§' | '·' | '−');
        if !(marks::is_bullet(c) || (sign && next != Gap::None)) {
            return None;
        }
        pieces.remove(0);
        pieces.first_mut()?.gap = Gap::None;
        return Some(List { level: 0, mark: c.to_string() });
    }
    let (list, rest) = marks::split(&first.text)?;
    let rest = rest.to_owned();
    first.text = rest;
    Some(list)
}

/// The picture a line begins with: what it is and where.
pub(super) fn picture(segment: &Segment) -> Option<(Letters, i32)> {
    let [first, _, ..] = segment.marks.as_slice() else { return None };
    #[expect(clippy::cast_possible_truncation, reason = "a place on a page")]
    let place = (first.left / 3.0).round() as i32;
    first.icon.then(|| (first.text.clone(), place))
}

/// Pictures that begin three lines and more at one place: these are bullets, and no pictures of
/// what the line is about.
///
/// A line that leads somewhere begins with a picture of a chain.
pub(super) fn pictures(
    segments: &[Segment],
    rows: &[Vec<usize>],
    links: &[Link],
) -> Vec<(Letters, i32)> {
    let mut seen: Vec<((Letters, i32), usize)> = Vec::new();
    for row in rows {
        let Some(first) = row.first().map(|first| &segments[*first]) else { continue };
        let Some(key) = picture(first) else { continue };
        let middle = first.rect.middle();
        let linked = links.iter().any(|link| {
            let Rect { left, top, right, bottom } = link.rect;
            top <= middle && middle <= bottom && left < first.rect.right && right > first.rect.left
        });
        if linked {
            continue;
        }
        match seen.iter_mut().take(64).find(|(other, _)| *other == key) {
            Some((_, count)) => *count += 1,
            None => seen.push((key, 1)),
        }
    }
    seen.into_iter().filter(|(_, count)| *count >= 3).map(|(key, _)| key).collect()
}

/// A shape that stands where a bullet would stand beside a line, alone: a picture is made of
/// several.
pub(super) fn drawn(shapes: &[Shape], segment: &Segment) -> Option<Rect> {
    let Rect { left, .. } = segment.rect;
    let size = segment.size;
    let middle = segment.y - 0.3 * size;
    let is_bullet = |shape: &&Shape| {
        let (width, height) = (shape.rect.width(), shape.rect.height());
        let room = left - shape.rect.right;
        matches!(shape.paint, Paint::Fill(_) | Paint::Stroke(_))
            && (0.1 * size..=0.7 * size).contains(&width)
            && (0.1 * size..=0.7 * size).contains(&height)
            && width < 1.7 * height
            && height < 1.7 * width
            && (0.1 * size..=2.5 * size).contains(&room)
            && (shape.rect.middle() - middle).abs() < 0.35 * size
    };
    let found = shapes.iter().find(is_bullet)?.rect;
    let around = |shape: &&Shape| {
        let Rect { left, top, right, bottom } = shape.rect;
        let beside = left < found.right + 0.3 * size && right > found.left - 0.3 * size;
        let level = top < found.bottom + 0.3 * size && bottom > found.top - 0.3 * size;
        beside && level && right - left < 2.0 * size && bottom - top < 2.0 * size
    };
    // Filled and drawn around, it is two shapes with one middle.
    let same = |rect: Rect| {
        let aside = f32::midpoint(rect.left, rect.right) - f32::midpoint(found.left, found.right);
        let near = aside.abs() + (rect.middle() - found.middle()).abs() < 0.1 * size;
        near && rect.width() < found.width() + 0.2 * size
    };
    let alone = shapes.iter().filter(around).all(|shape| same(shape.rect));
    // Ornaments stand on both sides.
    let mirrored = shapes.iter().any(|shape| {
        let room = shape.rect.left - segment.rect.right;
        (room - (left - found.right)).abs() < 0.3 * size
            && (shape.rect.middle() - found.middle()).abs() < 0.1 * size
            && (shape.rect.width() - found.width()).abs() < 0.5
    });
    (alone && !mirrored).then_some(found)
}

/// Joins marks that stand alone with the text on their right, so that they are no column.
pub(super) fn join(segments: &mut Vec<Segment>) {
    const REACH: f32 = 4.0;
    // Segments around a mark that are looked at.
    const NEAR: usize = 64;
    let alone = |segment: &Segment| {
        segment.marks.len() == 1
            && segment.marks.iter().all(|mark| {
                mark.icon
                    || match &mark.text {
                        Letters::One(c) => !c.is_alphanumeric() || *c == 'o',
                        _ => false,
                    }
            })
    };
    let lone: Vec<usize> = (0..segments.len()).filter(|at| alone(&segments[*at])).collect();
    let mut order: Vec<usize> = (0..segments.len()).collect();
    order.sort_by(|one, other| segments[*one].y.total_cmp(&segments[*other].y));
    let mut gone = vec![false; segments.len()];
    for at in lone.into_iter().rev() {
        let mark = &segments[at];
        let middle = mark.rect.middle();
        let begin = order.partition_point(|other| segments[*other].y < middle - mark.size);
        let near = order[begin..]
            .iter()
            .copied()
            .take(NEAR)
            .take_while(|other| segments[*other].y < middle + 40.0_f32.max(mark.size));
        let room = |other: &usize| segments[*other].rect.left - mark.rect.right;
        let host = near
            .filter(|other| {
                let base = &segments[*other];
                *other != at
                    && !gone[*other]
                    && base.rect.top < middle
                    && middle < base.rect.bottom
                    && room(other) > -0.3 * base.size
                    && room(other) < REACH * base.size
            })
            .min_by(|one, other| room(one).total_cmp(&room(other)));
        if let Some(host) = host {
            gone[at] = true;
            let mut joined = std::mem::take(&mut segments[at].marks);
            let left = segments[at].rect.left;
            let base = &mut segments[host];
            if let Some(first) = base.marks.first_mut() {
                first.begins = true;
            }
            joined.append(&mut base.marks);
            base.marks = joined;
            base.rect.left = base.rect.left.min(left);
        }
    }
    let mut gone = gone.into_iter();
    segments.retain(|_| !gone.next().unwrap_or(false));
    segments.retain(|segment| segment.marks.iter().any(|mark| !mark.icon));
}
