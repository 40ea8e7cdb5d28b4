//! Worded periods with the dates that machines read.

use resume::Date;

use super::escape::escape;

/// What stands between the two dates of a period.
const TO: &str = " – ";

/// `Mar 2021 – Present` with `time` around what is a date.
pub(super) fn period(worded: &str) -> String {
    match worded.split_once(TO) {
        Some((start, end)) => format!("{}{TO}{}", time(start, "dt-start"), time(end, "dt-end")),
        None => time(worded, "dt-end"),
    }
}

/// One date; what is none stays text.
fn time(worded: &str, class: &str) -> String {
    let shown = escape(worded);
    match Date::parse(worded) {
        Date::Present | Date::Unreadable(_) => shown.into_owned(),
        date => format!("<time class=\"{class}\" datetime=\"{date}\">{shown}</time>"),
    }
}

#[cfg(test)]
mod tests {
    use super::period;

    #[track_caller]
    fn check(worded: &str, expected: &str) {
        assert_eq!(period(worded), expected, "{worded}");
    }

    #[test]
    fn dates_are_marked() {
        check(
            "Mar 2021 – Present",
            "<time class=\"dt-start\" datetime=\"2021-03\">Mar 2021</time> – Present",
        );
        check(
            "2019 – 06/2021",
            "<time class=\"dt-start\" datetime=\"2019\">2019</time> – \
             <time class=\"dt-end\" datetime=\"2021-06\">06/2021</time>",
        );
        check("2021-03", "<time class=\"dt-end\" datetime=\"2021-03\">2021-03</time>");
    }

    #[test]
    fn other_words_stay() {
        check("a while ago – whenever", "a while ago – whenever");
        check("spring & summer", "spring &amp; summer");
        check("Present", "Present");
    }
}
