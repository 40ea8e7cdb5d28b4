//! Marks that mail programs put before the lines of a mail that is answered.

use super::row::Row;

/// Takes quote marks off runs of quoted lines. A list with the mark `>` is no quote: every line
/// of it has text, and none is quoted twice.
pub(super) fn strip(rows: &mut [Row]) {
    for run in rows.chunk_by_mut(|one, next| is_quoted(one) == is_quoted(next)) {
        let quoted = run.len() >= 3 && is_quoted(&run[0]);
        let mail =
            || run.iter().any(|row| row.letters.len() == 1 || row.letters.starts_with(&['>', '>']));
        if !quoted || !mail() {
            continue;
        }
        for row in run {
            let marks = row.letters.iter().take_while(|c| **c == '>').count();
            let end = marks + usize::from(row.letters.get(marks) == Some(&' '));
            *row = Row { column: 0, ..row.part(end..row.letters.len()) };
        }
    }
}

fn is_quoted(row: &Row) -> bool {
    row.letters.first() == Some(&'>')
}
