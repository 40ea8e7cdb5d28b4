//! Colors, boxes and paths of what is drawn.

use std::borrow::Cow;

use hayro_interpret::Paint as Ink;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Rect as Box64, Shape as _};
use resume::Rect;

use crate::Color;

/// Places beyond this many points are no places.
pub(super) const FAR: f64 = 100_000.0;

pub(super) fn ink_of(paint: &Ink<'_>) -> (Option<Color>, f32) {
    match paint {
        Ink::Color(color) => {
            let [red, green, blue, alpha] = color.to_rgba().to_rgba8();
            (Some(Color { red, green, blue }), f32::from(alpha) / 255.0)
        }
        Ink::Pattern(_) => (None, 1.0),
    }
}

pub(super) fn bounds_of(transform: Affine, bounds: Box64) -> Option<Rect> {
    let placed = transform.transform_rect_bbox(bounds);
    let sane = [placed.x0, placed.y0, placed.x1, placed.y1].into_iter().all(f64::is_finite);
    let near = |value: f64| narrow(value.clamp(-FAR, FAR));
    sane.then(|| Rect {
        left: near(placed.x0),
        top: near(placed.y0),
        right: near(placed.x1),
        bottom: near(placed.y1),
    })
}

/// A path whose parts end where they begin, as filling takes them.
pub(super) fn closed(path: &BezPath) -> Cow<'_, BezPath> {
    let elements = path.elements();
    let is_start = |element: &PathEl| matches!(element, PathEl::MoveTo(_));
    let open = |pair: &[PathEl]| is_start(&pair[1]) && pair[0] != PathEl::ClosePath;
    let ends = elements.last().is_none_or(|last| *last == PathEl::ClosePath || is_start(last));
    if ends && !elements.windows(2).any(open) {
        return Cow::Borrowed(path);
    }
    let mut closed = BezPath::new();
    let mut begun = false;
    for element in elements {
        if is_start(element) && begun {
            closed.push(PathEl::ClosePath);
        }
        begun = *element != PathEl::ClosePath && (begun || !closed.is_empty());
        begun |= is_start(element);
        closed.push(*element);
    }
    if begun {
        closed.push(PathEl::ClosePath);
    }
    Cow::Owned(closed)
}

/// True for boxes, also with small round corners: one part, about as large as its box.
pub(super) fn fills_its_box(path: &BezPath) -> bool {
    let parts = path.elements().iter().filter(|element| matches!(element, PathEl::MoveTo(_)));
    parts.take(2).count() == 1 && path.area().abs() > 0.9 * path.bounding_box().area().abs()
}

/// The part two windows have in common.
pub(super) fn both(one: Option<Rect>, other: Option<Rect>) -> Option<Rect> {
    match (one, other) {
        (Some(one), Some(other)) => Some(intersection(one, other)),
        (one, other) => one.or(other),
    }
}

pub(super) fn intersection(one: Rect, other: Rect) -> Rect {
    Rect {
        left: one.left.max(other.left),
        top: one.top.max(other.top),
        right: one.right.min(other.right),
        bottom: one.bottom.min(other.bottom),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "callers keep within a hundred thousand")]
pub(super) fn narrow(value: f64) -> f32 {
    value as f32
}
