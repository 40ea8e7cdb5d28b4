//! Rows of letters, as a typewriter sets them.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::flow::letters;

/// One row; a letter a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The letters, tabs filled with spaces, without spaces at the end.
    pub letters: Vec<char>,
    /// Columns that a tab leads to.
    pub stops: Vec<usize>,
    /// The page, from 0.
    pub page: usize,
    /// The number of the row on its page.
    pub number: usize,
    /// The column of the first letter, when columns before it belong to another block.
    pub column: usize,
}

/// Spaces from one tab stop to the next.
const TAB: usize = 8;
/// Spaces that set two texts apart on purpose.
const WIDE: usize = 3;
/// Dots that lead from a text to what belongs to it.
const LEADERS: usize = 4;

/// The rows of a text, and what its characters without shape tell.
pub(super) fn rows(text: &str) -> (Vec<Row>, Vec<String>) {
    let mut rows = Vec::new();
    let mut told = Vec::new();
    let (mut page, mut number) = (0, 0);
    let is_end =
        |c| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut rest = text;
    loop {
        let end = rest.find(is_end);
        let line = &rest[..end.unwrap_or(rest.len())];
        let mut row = Row { page, number, ..Row::default() };
        row.fill(line, &mut told);
        rows.push(row);
        number += 1;
        let Some(end) = end else { break };
        let mark = rest[end..].chars().next().unwrap_or('\n');
        if mark == '\u{c}' {
            page += 1;
            number = 0;
        }
        rest = &rest[end + mark.len_utf8()..];
        if mark == '\r' {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    (rows, told)
}

impl Row {
    fn fill(&mut self, line: &str, told: &mut Vec<String>) {
        let repaired = if line.is_ascii() { None } else { Some(letters(line)) };
        let mut text = line;
        if let Some(repaired) = &repaired {
            told.extend(repaired.told.clone());
            text = repaired.text.as_deref().unwrap_or(line);
        }
        for c in text.nfc() {
            match c {
                '\t' => {
                    let stop = (self.letters.len() / TAB + 1) * TAB;
                    self.letters.resize(stop, ' ');
                    self.stops.push(stop);
                }
                c if c.is_whitespace() => self.letters.push(' '),
                c if c.is_control() => {}
                c => self.letters.push(c),
            }
        }
        while self.letters.last() == Some(&' ') {
            self.letters.pop();
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Columns before the first letter.
    pub(super) fn indent(&self) -> usize {
        self.letters.iter().take_while(|c| **c == ' ').count()
    }

    /// The letters of a range, with one space between words.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        for c in &self.letters[range] {
            if *c != ' ' || (!text.ends_with(' ') && !text.is_empty()) {
                text.push(*c);
            }
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// A part of the row, as a row of its own.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let range = range.start.min(self.letters.len())..range.end.min(self.letters.len());
        let mut letters = self.letters[range.clone()].to_vec();
        while letters.last() == Some(&' ') {
            letters.pop();
        }
        let stops = self.stops.iter().filter_map(|stop| stop.checked_sub(range.start)).collect();
        Self { letters, stops, column: self.column + range.start, ..*self }
    }

    /// Texts that stand apart: between tabs, wide spaces and dotted leaders.
    pub(super) fn cells(&self, within: Range<usize>) -> Vec<Range<usize>> {
        let mut cells: Vec<Range<usize>> = Vec::new();
        let mut at = within.start;
        while at < within.end {
            let gap = self.gap(at, within.end);
            if gap > at {
                at = gap;
                continue;
            }
            let end = (at..within.end).find(|at| self.gap_is_wide(*at, within.end));
            let end = end.unwrap_or(within.end);
            cells.push(at..end);
            at = end;
        }
        cells
    }

    /// The end of the spaces and leaders from a column on.
    fn gap(&self, from: usize, end: usize) -> usize {
        let spaces = self.run(from, end, |c| c == ' ');
        let leaders = self.run(spaces, end, |c| matches!(c, '.' | '…' | '·' | '_' | ' '));
        let dots = self.letters[spaces..leaders].iter().filter(|c| **c != ' ').count();
        let dots = dots + self.letters[spaces..leaders].iter().filter(|c| **c == '…').count() * 2;
        if dots >= LEADERS { leaders } else { spaces }
    }

    fn gap_is_wide(&self, at: usize, end: usize) -> bool {
        let first = self.letters[at];
        // Most letters begin no gap; a gap inside a gap was looked at where it began.
        if !matches!(first, ' ' | '.' | '…' | '·' | '_') || self.letters[at - 1] == first {
            return false;
        }
        let gap = self.gap(at, end);
        let spaces = self.run(at, end, |c| c == ' ');
        gap > spaces
            || gap - at >= WIDE
            || (gap > at && self.stops.iter().any(|stop| (at + 1..=gap).contains(stop)))
    }

    fn run(&self, from: usize, end: usize, is: fn(char) -> bool) -> usize {
        from + self.letters[from..end].iter().take_while(|c| is(**c)).count()
    }
}
