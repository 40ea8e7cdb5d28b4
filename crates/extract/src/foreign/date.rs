//! Stretches of time in one value: `Sep 2020 – May 2021`, `2019 to present`.

use resume::Date;

/// Start and end of a stretch of time, as dates that [`Date::parse`] reads. A text that is no
/// stretch gives nothing.
pub(super) fn period(text: &str) -> (Option<String>, Option<String>) {
    for between in [" – ", " — ", " - ", " to ", " until ", "–", "—", " -", "- "] {
        if let Some((start, end)) = text.split_once(between) {
            let (start, end) = (start.trim(), end.trim());
            if is_date(start) && is_date(end) {
                return (Some(start.to_owned()), Some(end.to_owned()));
            }
        }
    }
    // `2019-21` and `2019-2021`; `2019-03` is a month.
    if let Some((start, end)) = text.split_once('-')
        && start.len() == 4
        && is_date(start)
    {
        if end.len() == 4 && is_date(end) {
            return (Some(start.to_owned()), Some(end.to_owned()));
        }
        if !is_date(text) && end.len() == 2 && end.bytes().all(|byte| byte.is_ascii_digit()) {
            return (Some(start.to_owned()), Some(format!("{}{end}", &start[..2])));
        }
    }
    (None, None)
}

/// True when a date can be read.
pub(super) fn is_date(text: &str) -> bool {
    !matches!(Date::parse(text), Date::Unreadable(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let (start, end) = period(text);
        assert_eq!(start.as_deref().zip(end.as_deref()), expected, "{text:?}");
    }

    #[test]
    fn stretches_are_split() {
        check("Sep 2020 – May 2021", Some(("Sep 2020", "May 2021")));
        check("2019 to present", Some(("2019", "present")));
        check("2019-2021", Some(("2019", "2021")));
        check("2019-21", Some(("2019", "2021")));
        check("2020-09 - 2021-05", Some(("2020-09", "2021-05")));
        check("2018–2020", Some(("2018", "2020")));
    }

    #[test]
    fn single_dates_and_words_are_not() {
        for text in ["2020", "2019-03", "2020-09-01", "Fall 2023", "", "a - b", "two to three"] {
            check(text, None);
        }
    }
}
