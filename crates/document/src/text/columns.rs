//! Columns that stand side by side in a text, and the order they are read in.

use std::collections::BTreeMap;

use super::row::Row;

/// Columns inside columns that are looked for.
const DEPTH: usize = 3;
/// Rows with text that a column has.
const ROWS: usize = 6;
/// Letters a row of a column has, on average.
const LETTERS: usize = 8;
/// Places for a gutter that are tried.
const TRIES: usize = 4;

/// Rows in reading order, cut to blocks: what stands side by side is read column by column.
pub(super) fn blocks(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let mut blocks = Vec::new();
    for page in rows.chunk_by(|one, next| one.page == next.page) {
        split(page.to_vec(), DEPTH, &mut blocks);
    }
    // Pages that are not cut go on in one block.
    let mut joined: Vec<Vec<Row>> = Vec::new();
    let mut was_cut = true;
    for (rows, cut) in blocks {
        match joined.last_mut() {
            Some(last) if !cut && !was_cut => last.extend(rows),
            _ => joined.push(rows),
        }
        was_cut = cut;
    }
    joined
}

fn split(rows: Vec<Row>, depth: usize, blocks: &mut Vec<(Vec<Row>, bool)>) {
    let gutter = if depth == 0 { None } else { gutter(&rows) };
    let Some(Gutter { column, start, end }) = gutter else {
        blocks.push((rows, depth < DEPTH));
        return;
    };
    let side = |range: fn(usize, usize) -> std::ops::Range<usize>| -> Vec<Row> {
        rows[start..end].iter().map(|row| row.part(range(column, row.letters.len()))).collect()
    };
    if start > 0 {
        split(rows[..start].to_vec(), depth, blocks);
    }
    split(side(|column, _| 0..column), depth - 1, blocks);
    split(side(|column, end| column..end.max(column)), depth - 1, blocks);
    if end < rows.len() {
        split(rows[end..].to_vec(), depth, blocks);
    }
}

/// A column that text begins at, and the rows it divides.
#[derive(Debug, PartialEq)]
struct Gutter {
    column: usize,
    start: usize,
    end: usize,
}

fn gutter(rows: &[Row]) -> Option<Gutter> {
    let mut begins = BTreeMap::<usize, usize>::new();
    for row in rows {
        let mut at = 0;
        while let Some(start) = next_start(row, at) {
            if start >= LETTERS {
                *begins.entry(start).or_default() += 1;
            }
            at = start + 1;
        }
    }
    let mut candidates: Vec<_> = begins.into_iter().filter(|(_, rows)| *rows >= 3).collect();
    candidates.sort_by_key(|(column, rows)| (std::cmp::Reverse(*rows), *column));
    let found = candidates.iter().take(TRIES).filter_map(|(column, _)| divides(rows, *column));
    found.max_by_key(|gutter| gutter.end - gutter.start)
}

/// The next column with a letter after two spaces and more.
fn next_start(row: &Row, from: usize) -> Option<usize> {
    (from.max(2)..row.letters.len()).find(|at| {
        row.letters[*at] != ' ' && row.letters[at - 1] == ' ' && row.letters[at - 2] == ' '
    })
}

/// The longest run of rows that leave the two columns before this one free, when what stands on
/// its sides are columns of text.
fn divides(rows: &[Row], column: usize) -> Option<Gutter> {
    let free = |row: &Row| {
        let gap = [column - 2, column - 1];
        gap.iter().all(|at| row.letters.get(*at).is_none_or(|c| *c == ' '))
    };
    let mut best: Option<Gutter> = None;
    let mut start = 0;
    for run in rows.chunk_by(|one, next| free(one) == free(next)) {
        let end = start + run.len();
        if free(&run[0])
            && let Some(gutter) = columns(rows, column, start, end)
            && best.as_ref().is_none_or(|best| gutter.end - gutter.start > best.end - best.start)
        {
            best = Some(gutter);
        }
        start = end;
    }
    best
}

fn columns(rows: &[Row], column: usize, start: usize, end: usize) -> Option<Gutter> {
    let sides = |row: &Row| {
        let left = row.letters.iter().take(column).filter(|c| **c != ' ').count();
        let right = row.letters.iter().skip(column).filter(|c| **c != ' ').count();
        (left, right)
    };
    // What stands above the first row of the right column is no part of the columns.
    let start = (start..end).find(|at| sides(&rows[*at]).1 > 0)?;
    let [mut left, mut right, mut left_only, mut right_only, mut aligned] = [0_usize; 5];
    let [mut left_letters, mut right_letters] = [0_usize; 2];
    for row in &rows[start..end] {
        let (one, other) = sides(row);
        left += usize::from(one > 0);
        right += usize::from(other > 0);
        left_only += usize::from(one > 0 && other == 0);
        right_only += usize::from(one == 0 && other > 0);
        left_letters += one;
        right_letters += other;
        let begins = row.letters.iter().skip(column).take(5).any(|c| *c != ' ');
        aligned += usize::from(begins);
    }
    if left < ROWS || right < ROWS || aligned * 10 < right * 7 {
        return None;
    }
    if left_letters < left * LETTERS || right_letters < right * LETTERS {
        return None;
    }
    // The rows of a table, of labels with values and of titles with dates keep step; columns of
    // text do not, or both are full.
    let loose = left_only * 7 >= left && right_only * 7 >= right;
    let full = left_letters >= left * 24 && right_letters >= right * 24;
    (loose || full).then_some(Gutter { column, start, end })
}
