//! What goes together on one line of a page, for formats that have a look.

use resume::outline::{self, Contact, Entry, Position};

/// Characters of the contact line that fit on one line of either paper.
const LINE: usize = 104;

/// Ways to reach the person, and pages on the web where both do not fit on one line.
pub(crate) fn reach_and_pages(contacts: &[Contact]) -> (&[Contact], &[Contact]) {
    let length = |contact: &Contact| {
        let label = contact.label.as_ref().map_or(0, |label| label.chars().count() + 1);
        label + contact.text.chars().count() + 5
    };
    if contacts.iter().map(length).sum::<usize>() <= LINE {
        return (contacts, &[]);
    }
    let is_page = |contact: &Contact| {
        let url = contact.url.as_deref();
        contact.label.is_some()
            || url.is_some_and(|url| !url.starts_with("mailto:") && !url.starts_with("tel:"))
    };
    contacts.split_at(contacts.iter().position(is_page).unwrap_or(contacts.len()))
}

/// Place and period, as far as there are any.
pub(crate) fn where_and_when(position: &Position) -> impl Iterator<Item = &str> {
    [&position.location, &position.dates].into_iter().flatten().map(String::as_str)
}

/// True when more is said of a position than its title, place and period.
pub(crate) fn has_body(position: &Position) -> bool {
    position.summary.is_some() || !position.bullets.is_empty() || !position.keywords.is_empty()
}

/// True when all that is said of an entry fits beside its name.
pub(crate) fn is_one_line(entry: &Entry) -> bool {
    !entry.positions.iter().any(has_body)
}

/// `Label (note): item, item` in two parts: the label, which stands out, and the rest.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// With its colon when the items follow at once.
    pub label: String,
    /// Note and items, with what stands between.
    pub rest: String,
}

impl Row {
    /// The parts of a row.
    pub(crate) fn of(row: &outline::Row) -> Self {
        let mut label = row.label.clone().unwrap_or_default();
        let mut rest = String::new();
        if let Some(note) = &row.note {
            rest = format!("{}({note})", if label.is_empty() { "" } else { " " });
        }
        if !row.items.is_empty() {
            let end = if rest.is_empty() { &mut label } else { &mut rest };
            if !end.is_empty() && !end.ends_with(':') {
                end.push(':');
            }
            if !end.is_empty() {
                rest.push(' ');
            }
            rest += &row.items.join(", ");
        }
        Self { label, rest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, note: &str, items: &[&str], expected: (&str, &str)) {
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let row = outline::Row {
            label: filled(label),
            note: filled(note),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
        };
        let Row { label, rest } = Row::of(&row);
        assert_eq!((label.as_str(), rest.as_str()), expected);
    }

    #[test]
    fn rows_as_one_line() {
        check("Data", "", &["SQL", "Go"], ("Data:", " SQL, Go"));
        check("Data:", "", &["SQL"], ("Data:", " SQL"));
        check("Data", "daily", &["SQL"], ("Data", " (daily): SQL"));
        check("Data:", "daily", &["SQL"], ("Data:", " (daily): SQL"));
        check("French", "native", &[], ("French", " (native)"));
        check("Chess", "", &[], ("Chess", ""));
        check("", "", &["SQL", "Go"], ("", "SQL, Go"));
        check("", "daily", &["SQL"], ("", "(daily): SQL"));
        check("", "daily", &[], ("", "(daily)"));
    }

    #[test]
    fn contacts_are_one_line_or_two() {
        let contact = |label: Option<&str>, text: &str, url: Option<&str>| Contact {
            label: label.map(str::to_owned),
            text: text.to_owned(),
            url: url.map(str::to_owned),
        };
        let mut contacts = vec![
            contact(None, "Split, HR", None),
            contact(None, "ada@example.com", Some("mailto:ada@example.com")),
            contact(Some("GitHub"), "github.com/adak", Some("https://github.com/adak")),
        ];
        let lengths = |contacts: &[Contact]| {
            let (reach, pages) = reach_and_pages(contacts);
            (reach.len(), pages.len())
        };
        assert_eq!(lengths(&contacts), (3, 0));
        contacts.push(contact(None, &"x".repeat(90), Some("https://example.com")));
        assert_eq!(lengths(&contacts), (2, 2));
        assert_eq!(lengths(&[]), (0, 0));
    }
}
