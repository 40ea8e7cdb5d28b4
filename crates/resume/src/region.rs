//! Places on a sheet of paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A box on a page in points (1/72 inch), from the top left corner; `y` grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Rect {
    /// The smallest box that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Right edge less left edge.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Lower edge less upper edge.
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// Half the way from the upper to the lower edge.
    pub fn middle(self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    /// True when the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A box and the page it is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// The page, from 1.
    pub page: usize,
    /// The box.
    pub rect: Rect,
}
