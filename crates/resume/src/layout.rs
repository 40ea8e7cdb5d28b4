//! What a page looks like once it is set: the geometry that rules may ask about.

use std::collections::BTreeMap;

use crate::FieldPath;

/// The look of a set page, for rules; made by whoever sets or reads pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageFacts {
    /// How many pages there are; at least one.
    pub pages: usize,
    /// How much of the last page is filled from the top, 0–1.
    pub last_page_fill: f64,
    /// Lines that stand on the last page.
    pub last_page_lines: usize,
    /// Lines on each page, where whoever measured counted them.
    pub lines_by_page: Vec<usize>,
    /// How each paragraph was broken into lines, by the value it shows.
    pub paragraphs: BTreeMap<FieldPath, Paragraph>,
}

impl PageFacts {
    /// Lines behind the first `pages` pages.
    pub fn lines_behind(&self, pages: usize) -> usize {
        self.lines_by_page.iter().skip(pages).sum()
    }
}

/// One text of the resume as lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// How many lines it takes.
    pub lines: usize,
    /// Words on its last line.
    pub last_line_words: usize,
    /// The page its first line stands on, from 0.
    pub page: usize,
}
