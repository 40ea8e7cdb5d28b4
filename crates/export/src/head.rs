//! What stands on the line of an entry's name.

use resume::outline::{Entry, Position};

/// The date that stands beside the name of a prize, a certificate or a talk, and the positions
/// without it. What has a title or a place keeps its date beside these.
pub(crate) fn dated(entry: &Entry) -> (Option<String>, Vec<Position>) {
    let mut positions = entry.positions.clone();
    let named = entry.heading.is_some() || entry.context.is_some() || entry.address.is_some();
    let date = match positions.as_mut_slice() {
        [only] if named && only.title.is_none() && only.location.is_none() => only.dates.take(),
        _ => None,
    };
    positions.retain(|position| *position != Position::default());
    (date, positions)
}

#[cfg(test)]
mod tests {
    use resume::outline::{Entry, Position};

    use super::dated;

    #[track_caller]
    fn check(heading: Option<&str>, title: Option<&str>, date: Option<&str>, left: usize) {
        let text = |text: &str| text.to_owned();
        let dates = Some(text("2021"));
        let position = Position { title: title.map(text), dates, ..Position::default() };
        let heading = heading.map(text);
        let entry = Entry { heading, positions: vec![position], ..Entry::default() };
        let (found, positions) = dated(&entry);
        assert_eq!((found.as_deref(), positions.len()), (date, left));
    }

    #[test]
    fn a_date_stands_where_its_name_stands() {
        check(Some("Prize"), None, Some("2021"), 0);
        check(Some("Heron"), Some("Engineer"), None, 1);
        check(None, None, None, 1);
    }
}
