//! Marks of Markdown that stand in plain text: links and bold words.

use std::ops::Range;

use super::row::Row;
use crate::Gap;

/// Letters of one look.
pub(super) struct Run {
    pub text: String,
    pub range: Range<usize>,
    pub gap: Gap,
    pub bold: bool,
    pub link: Option<String>,
}

/// Splits a cell where `**bold**` or `[text](address)` stands; most cells are one run.
pub(super) fn runs(row: &Row, cell: Range<usize>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut start = cell.start;
    let mut at = cell.start;
    let mut tries = 0;
    while at < cell.end && tries < 200 {
        let c = row.letters[at];
        let marked = match c {
            '*' | '[' => {
                tries += 1;
                if c == '*' { bold(row, at, cell.end) } else { link(row, at, cell.end) }
            }
            _ => None,
        };
        let Some((inside, link, end)) = marked else {
            at += 1;
            continue;
        };
        push(&mut runs, row, start..at, false, None);
        push(&mut runs, row, inside, c == '*', link);
        (start, at) = (end, end);
    }
    push(&mut runs, row, start..cell.end, false, None);
    runs
}

type Marked = (Range<usize>, Option<String>, usize);

fn bold(row: &Row, at: usize, end: usize) -> Option<Marked> {
    let inside = at + 2;
    let letters = &row.letters[..end];
    if letters.get(at + 1) != Some(&'*')
        || letters.get(inside).is_none_or(|c| *c == ' ' || *c == '*')
    {
        return None;
    }
    let close = inside + letters[inside..].windows(2).position(|pair| pair == ['*', '*'])?;
    (letters[close - 1] != ' ').then_some((inside..close, None, close + 2))
}

fn link(row: &Row, at: usize, end: usize) -> Option<Marked> {
    let letters = &row.letters[..end];
    let middle = at + letters[at..].windows(2).position(|pair| pair == [']', '('])?;
    let close = middle + letters[middle..].iter().position(|c| *c == ')')?;
    let address: String = letters[middle + 2..close].iter().collect();
    let leads = ["http://", "https://", "mailto:", "tel:"].iter().any(|s| address.starts_with(s));
    let stars = letters[at + 1..middle].iter().take_while(|c| **c == '*').count();
    let inside = at + 1 + stars..middle.saturating_sub(stars).max(at + 1 + stars);
    (leads && !inside.is_empty()).then_some((inside, Some(address), close + 1))
}

fn push(runs: &mut Vec<Run>, row: &Row, range: Range<usize>, bold: bool, link: Option<String>) {
    let text = row.text(range.clone());
    if text.is_empty() {
        // A space between two marked texts.
        if let Some(last) = runs.last_mut()
            && !range.is_empty()
        {
            last.range.end = range.end;
        }
        return;
    }
    let spaced = runs.last().is_some_and(|last| {
        row.letters[range.start] == ' ' || row.letters[last.range.end - 1] == ' '
    });
    let gap = if spaced { Gap::Space } else { Gap::None };
    runs.push(Run { text, range, gap, bold, link });
}
