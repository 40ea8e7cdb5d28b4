//! Where on the pages a finding is seen, as a script can use it.

use std::collections::BTreeMap;
use std::fmt::Write;

use resume::{FieldPath, Rect, Region};

/// The boxes of paragraphs on pages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spots<'a> {
    /// Boxes by the value that is shown there.
    pub(crate) regions: &'a BTreeMap<FieldPath, Vec<Region>>,
    /// Width and height of each page, in points.
    pub(crate) sizes: &'a [(f64, f64)],
}

impl Spots<'_> {
    /// The boxes of the value at `path`, each as `page left top width height`, joined by `;`: the
    /// page from 1, the rest in percent of the page. A value without a box of its own is shown by
    /// the entry it is part of: `work[0].position` by all of `work[0]`.
    pub(crate) fn of(&self, path: &str) -> Option<String> {
        let boxes = self.boxes(path);
        let spots: Vec<String> =
            boxes.iter().filter_map(|(page, rect)| self.spot(*page, *rect)).collect();
        (!spots.is_empty()).then(|| spots.join(";"))
    }

    /// The same as boxes in points, one a page.
    pub(crate) fn boxes(&self, path: &str) -> BTreeMap<usize, Rect> {
        let Ok(path) = path.parse::<FieldPath>() else { return BTreeMap::new() };
        let mut boxes = self.below(&path);
        let mut above = path.parent();
        // One step is a section, or the whole page: too much to point at.
        while let Some(path) = above.filter(|path| boxes.is_empty() && path.segments().len() > 1) {
            boxes = self.below(&path);
            above = path.parent();
        }
        boxes
    }

    /// One box for each page that shows `path` or what lies below it.
    fn below(&self, path: &FieldPath) -> BTreeMap<usize, Rect> {
        let mut boxes: BTreeMap<usize, Rect> = BTreeMap::new();
        if path.segments().is_empty() {
            return boxes;
        }
        let values = self.regions.range(path..).take_while(|(found, _)| found.starts_with(path));
        for region in values.flat_map(|(_, regions)| regions) {
            let all = boxes.entry(region.page).or_insert(region.rect);
            *all = all.union(region.rect);
        }
        boxes
    }

    fn spot(&self, page: usize, rect: Rect) -> Option<String> {
        let (width, height) = *self.sizes.get(page.checked_sub(1)?)?;
        let mut spot = page.to_string();
        for (value, whole) in
            [(rect.left, width), (rect.top, height), (rect.width(), width), (rect.height(), height)]
        {
            let _ = write!(spot, " {:.2}", f64::from(value) / whole * 100.0);
        }
        Some(spot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<&str>) {
        let region = |page, top| Region {
            page,
            rect: Rect { left: 50.0, top, right: 150.0, bottom: top + 20.0 },
        };
        let regions = BTreeMap::from([
            ("basics.summary".parse().expect("a path"), vec![region(1, 40.0)]),
            ("work[0].highlights[0]".parse().expect("a path"), vec![region(1, 100.0)]),
            (
                "work[0].highlights[1]".parse().expect("a path"),
                vec![region(1, 180.0), region(2, 20.0)],
            ),
            ("work[1].highlights[0]".parse().expect("a path"), vec![region(3, 20.0)]),
        ]);
        let spots = Spots { regions: &regions, sizes: &[(200.0, 400.0), (200.0, 400.0)] };
        assert_eq!(spots.of(path).as_deref(), expected, "{path}");
    }

    #[test]
    fn a_value_is_shown_by_its_box_or_by_its_entry() {
        check("basics.summary", Some("1 25.00 10.00 50.00 5.00"));
        check("work[0].highlights[0]", Some("1 25.00 25.00 50.00 5.00"));
        check("work[0].highlights[1]", Some("1 25.00 45.00 50.00 5.00;2 25.00 5.00 50.00 5.00"));
        check("work[0].position", Some("1 25.00 25.00 50.00 25.00;2 25.00 5.00 50.00 5.00"));
        check("work[0]", Some("1 25.00 25.00 50.00 25.00;2 25.00 5.00 50.00 5.00"));
    }

    #[test]
    fn what_stands_on_no_page_has_no_box() {
        for path in ["", "basics.email", "skills[2].name", "work[4].name", "no path ["] {
            check(path, None);
        }
        // Its page is not among those that were set.
        check("work[1].highlights[0]", None);
    }
}
