//! Where the texts of a resume came to stand on its pages.

use std::collections::BTreeMap;
use std::ops::Range;

use resume::model::{Bullet, Resume};
use resume::{FieldPath, PageFacts, Paragraph, Rect, Region};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst_layout::PagedDocument;

/// A character that is not blank, and the line it stands on.
#[derive(Clone, Copy, Debug)]
struct Place {
    page: usize,
    /// Baseline, in points from the top of the page.
    line: f64,
    /// The piece of text it is part of, in points.
    rect: Rect,
}

/// How far letters reach above and below their baseline, in their size.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.25;

/// Baselines nearer to each other than this are one line, in points.
const SAME_LINE: f64 = 0.5;

/// All text of some pages without blanks, in drawing order, with the place of every byte.
#[derive(Default)]
struct Drawn {
    text: String,
    places: Vec<Place>,
}

/// Measures set pages.
pub(crate) fn facts(document: &PagedDocument, resume: &Resume) -> PageFacts {
    let drawn = Drawn::of(document);
    let mut facts = PageFacts { pages: document.pages().len().max(1), ..PageFacts::default() };
    let mut from = 0;
    for (path, text) in paragraphs(resume) {
        if let Some((paragraph, end)) = drawn.paragraph(text, from) {
            facts.paragraphs.insert(path, paragraph);
            from = end;
        }
    }
    let height = document.pages().last().map_or(0.0, |page| page.frame.height().to_pt());
    drawn.lines(&mut facts, height);
    facts
}

/// All text of some pages without blanks.
pub(crate) fn text(document: &PagedDocument) -> String {
    Drawn::of(document).text
}

/// The box of every paragraph, one for each page that it stands on.
pub(crate) fn regions(
    document: &PagedDocument,
    resume: &Resume,
) -> BTreeMap<FieldPath, Vec<Region>> {
    let drawn = Drawn::of(document);
    let mut regions = BTreeMap::new();
    let mut from = 0;
    for (path, text) in paragraphs(resume) {
        if let Some(found) = drawn.find(text, from) {
            from = found.end;
            regions.insert(path, drawn.regions(found));
        }
    }
    regions
}

impl Drawn {
    fn of(document: &PagedDocument) -> Self {
        let mut drawn = Self::default();
        for (page, set) in document.pages().iter().enumerate() {
            drawn.frame(page, &set.frame, Point::zero());
        }
        drawn
    }

    fn frame(&mut self, page: usize, frame: &Frame, origin: Point) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => self.frame(page, &group.frame, at),
                FrameItem::Text(run) => {
                    let rect = rect(at, run.width(), run.size);
                    self.run(&run.text, Place { page, line: points(at.y), rect });
                }
                FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..)
                | FrameItem::Tag(_) => {}
            }
        }
    }

    fn run(&mut self, text: &str, place: Place) {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            self.text.push(c);
            self.places.resize(self.text.len(), place);
        }
    }

    /// Where a text stands in all text. It is looked for after `from`, then anywhere: pages show
    /// most texts in the order of the file, but not all.
    fn find(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let after = self.text.get(from..).and_then(|rest| rest.find(&bare)).map(|at| from + at);
        let start = after.or_else(|| self.text.find(&bare)).filter(|_| !bare.is_empty())?;
        Some(start..start + bare.len())
    }

    /// The boxes around some text, one for each page that it stands on.
    fn regions(&self, range: Range<usize>) -> Vec<Region> {
        let mut regions: Vec<Region> = Vec::new();
        for place in self.places.get(range).unwrap_or_default() {
            match regions.last_mut() {
                Some(last) if last.page == place.page + 1 => {
                    last.rect = last.rect.union(place.rect);
                }
                _ => regions.push(Region { page: place.page + 1, rect: place.rect }),
            }
        }
        regions
    }

    /// How a text was broken into lines, and where it ends.
    fn paragraph(&self, text: &str, from: usize) -> Option<(Paragraph, usize)> {
        let found = self.find(text, from)?;
        let end = found.end;
        let places = self.places.get(found)?;
        let first = places.first()?;
        let mut lines = 1;
        // Bytes of the text, blanks not counted, before its last line.
        let mut before = 0;
        for (at, pair) in places.windows(2).enumerate() {
            if !same_line(pair[0], pair[1]) {
                lines += 1;
                before = at + 1;
            }
        }
        let last_line_words = words_after(text, before);
        let paragraph = Paragraph { lines, last_line_words, page: first.page };
        Some((paragraph, end))
    }

    /// The lines of each page, and how far the last one is filled. The page is taken to have
    /// equal margins above and below.
    fn lines(&self, facts: &mut PageFacts, height: f64) {
        let top = self.places.iter().filter(|place| place.page == 0).map(|place| place.line);
        let Some(top) = top.min_by(f64::total_cmp) else { return };
        let mut pages: Vec<Vec<f64>> = vec![Vec::new(); facts.pages];
        for place in &self.places {
            // What stands in the bottom margin is a footer.
            if place.line <= height - top * 0.8
                && let Some(page) = pages.get_mut(place.page)
            {
                page.push(place.line);
            }
        }
        for page in &mut pages {
            page.sort_by(f64::total_cmp);
            page.dedup_by(|one, other| (*one - *other).abs() < SAME_LINE);
        }
        facts.lines_by_page = pages.iter().map(Vec::len).collect();
        facts.last_page_lines = facts.lines_by_page.last().copied().unwrap_or_default();
        let lowest = pages.last().and_then(|page| page.last()).copied().unwrap_or(top);
        let room = height - 2.0 * top;
        facts.last_page_fill =
            if room > 0.0 { ((lowest - top) / room).clamp(0.0, 1.0) } else { 1.0 };
    }
}

fn points(length: Abs) -> f64 {
    length.to_pt()
}

/// The box of a piece of text with its baseline at `at`.
#[expect(clippy::cast_possible_truncation, reason = "a page is far smaller than 2^24 points")]
fn rect(at: Point, width: Abs, size: Abs) -> Rect {
    Rect {
        left: points(at.x) as f32,
        top: points(at.y - size * ASCENT) as f32,
        right: points(at.x + width) as f32,
        bottom: points(at.y + size * DESCENT) as f32,
    }
}

fn same_line(one: Place, other: Place) -> bool {
    one.page == other.page && (one.line - other.line).abs() < SAME_LINE
}

/// How many words begin after `bytes` bytes that are not blank.
fn words_after(text: &str, bytes: usize) -> usize {
    let mut seen = 0;
    text.split_whitespace()
        .filter(|word| {
            let begin = seen;
            seen += word.len();
            begin >= bytes
        })
        .count()
}

/// The texts of a resume that take lines of their own, with their addresses, in the file's order.
fn paragraphs(resume: &Resume) -> Vec<(FieldPath, &str)> {
    let root = FieldPath::root();
    let mut texts = Texts(Vec::new());
    if let Some(person) = &resume.basics {
        texts.add(root.key("basics").key("summary"), person.summary.as_ref());
    }
    for (index, job) in resume.work.iter().enumerate() {
        let path = root.key("work").index(index);
        texts.add(path.key("summary"), job.summary.as_ref());
        texts.bullets(&path, &job.highlights);
    }
    for (index, role) in resume.volunteer.iter().enumerate() {
        let path = root.key("volunteer").index(index);
        texts.add(path.key("summary"), role.summary.as_ref());
        texts.bullets(&path, &role.highlights);
    }
    for (index, project) in resume.projects.iter().enumerate() {
        let path = root.key("projects").index(index);
        texts.add(path.key("description"), project.description.as_ref());
        texts.bullets(&path, &project.highlights);
    }
    texts.0
}

/// Texts with their addresses.
struct Texts<'a>(Vec<(FieldPath, &'a str)>);

impl<'a> Texts<'a> {
    fn add(&mut self, path: FieldPath, text: Option<&'a String>) {
        self.0.extend(text.map(|text| (path, text.as_str())));
    }

    fn bullets(&mut self, entry: &FieldPath, bullets: &'a [Bullet]) {
        let path = entry.key("highlights");
        let bullets = bullets.iter().enumerate();
        self.0.extend(bullets.map(|(index, bullet)| (path.index(index), bullet.text.as_str())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_last_line_are_counted() {
        let text = "Cut p99 of the label printer";
        for (bytes, expected) in [(0, 6), (3, 5), (6, 4), (22, 0)] {
            assert_eq!(words_after(text, bytes), expected, "{bytes}");
        }
    }
}
