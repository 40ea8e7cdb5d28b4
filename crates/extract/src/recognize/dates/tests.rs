//! Cases of dates.

use super::*;

/// Each period as `start/end`, a single date as `date`, a single end as `/date`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = periods(text);
    let shown: Vec<String> = found.iter().map(shown).collect();
    assert_eq!(shown, expected, "{text:?}: {found:?}");
    for period in &found {
        assert!(text.get(period.range.clone()).is_some(), "{text:?}");
    }
}

fn shown(period: &Period) -> String {
    let date = |date: &Option<Date>| date.as_ref().map(ToString::to_string).unwrap_or_default();
    match (&period.start, &period.end) {
        (Some(_), None) if period.single => date(&period.start),
        _ => format!("{}/{}", date(&period.start), date(&period.end)),
    }
}

#[test]
fn periods_with_months() {
    check("Jan 2020 – Present", &["2020-01/present"]);
    check("January 2020 to date", &["2020-01/present"]);
    check("03/2019 - 11/2021", &["2019-03/2021-11"]);
    check("2019-03 — 2021-11", &["2019-03/2021-11"]);
    check("2020.03 - 2021.05", &["2020-03/2021-05"]);
    check("Jun '19 – Aug '21", &["2019-06/2021-08"]);
    check("Jan - Mar 2020", &["2020-01/2020-03"]);
    check("Nov – Jan 2020", &["2019-11/2020-01"]);
    check("May 2022Present", &["2022-05/present"]);
    check("May 2022–Present Google", &["2022-05/present"]);
    check("Jan-2019 – Feb-2020", &["2019-01/2020-02"]);
    check("Jan-19 – Feb-20", &["2019-01/2020-02"]);
    check("Sept. 2012 → Oct. 2014", &["2012-09/2014-10"]);
    check("03/19 - 11/21", &["2019-03/2021-11"]);
    check("March 2019 – May", &["2019-03/2019-05"]);
    check("1 March 2020 - 15 April 2021", &["2020-03-01/2021-04-15"]);
    check("01/10/2010 – 30/06/2011", &["2010-10-01/2011-06-30"]);
    check("June 2000  July 2001", &["2000-06/2001-07"]);
    check("since May 2022", &["2022-05/present"]);
    check("From March 2017 until June 2019", &["2017-03/2019-06"]);
    check("August 2016 - May 2017, June 2018 - July 2019", &["2016-08/2017-05", "2018-06/2019-07"]);
    check("Jan 2020 – May 2026 (expected)", &["2020-01/2026-05"]);
    check("Sep 2022 - Expected May 2026", &["2022-09/2026-05"]);
}

#[test]
fn periods_of_years() {
    check("2019–21", &["2019/2021"]);
    check("2019-2021", &["2019/2021"]);
    check("2019/20", &["2019/2020"]);
    check("1967 - 70", &["1967/1970"]);
    check("2009–11", &["2009/2011"]);
    check("from 2017 to 2019", &["2017/2019"]);
    check("Since 2022", &["2022/present"]);
    check("until 2019", &["/2019"]);
    check("2015 - 2016, 2018 - 2019", &["2015/2016", "2018/2019"]);
    check("2021 –", &["2021/present"]);
    check("2021 - (remote)", &["2021"]);
    check("2021 – ongoing", &["2021/present"]);
    check("2018-Now", &["2018/present"]);
    check("2001  2005", &["2001/2005"]);
    check("20032006", &["2003/2006"]);
    check("2020 - (in progress)", &["2020/present"]);
    check("2019—Current", &["2019/present"]);
    check("Acme (2019–2021)", &["2019/2021"]);
}

#[test]
fn single_dates() {
    check("Summer 2018", &["2018"]);
    check("Spring 2019 – Fall 2020", &["2019/2020"]);
    check("Q3 2020", &["2020"]);
    check("Sept. 2012", &["2012-09"]);
    check("1 March 2020", &["2020-03-01"]);
    check("March 1, 2020", &["2020-03-01"]);
    check("March 1st 2020", &["2020-03-01"]);
    check("20/03/2019", &["2019-03-20"]);
    check("12.03.2019", &["2019-03-12"]);
    check("2019-03-20", &["2019-03-20"]);
    check("Expected May 2026", &["/2026-05"]);
    check("Graduated: June 2014", &["/2014-06"]);
    check("Stanford University, 2014", &["2014"]);
    check("2012", &["2012"]);
}

#[test]
fn other_languages() {
    check("Januar 2019 – heute", &["2019-01/present"]);
    check("seit März 2020", &["2020-03/present"]);
    check("01.2019 bis 03.2021", &["2019-01/2021-03"]);
    check("janvier 2018 à août 2020", &["2018-01/2020-08"]);
    check("depuis février 2021", &["2021-02/present"]);
    check("mayo de 2008 – actualidad", &["2008-05/present"]);
    check("Desde enero de 2019 hasta la fecha", &["2019-01/present"]);
    check("gennaio 2019 – oggi", &["2019-01/present"]);
    check("março de 2019 até hoje", &["2019-03/present"]);
    check("januari 2019 – heden", &["2019-01/present"]);
    check("sept. 2019 – aujourd’hui", &["2019-09/present"]);
}

#[test]
fn ranges_take_cue_brackets_and_duration() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = periods(text);
        let ranges: Vec<&str> = found.iter().map(|period| &text[period.range.clone()]).collect();
        assert_eq!(ranges, [expected], "{text:?}");
    }
    check(
        "Acme | Jan 2020 – Mar 2022 (2 years 3 months)",
        "Jan 2020 – Mar 2022 (2 years 3 months)",
    );
    check("Acme · Jan 2020 - Present · 2 yrs 3 mos", "Jan 2020 - Present · 2 yrs 3 mos");
    check("Acme (2019 – 2021), Berlin", "(2019 – 2021)");
    check("Acme, since 2019", "since 2019");
    check("B.Sc., Expected May 2026", "Expected May 2026");
    check("Engineer [Jan 2020 - Present]", "[Jan 2020 - Present]");
}

#[test]
fn what_is_no_date() {
    for text in [
        "2000 users",
        "ISO 27001",
        "Java 17",
        "24/7",
        "1/3",
        "p99",
        "$2000",
        "2,000",
        "v2019.1",
        "+49 170 2019 555",
        "(512) 555-2019",
        "San Francisco, CA 94588",
        "10.0.0.1",
        "99.99%",
        "ISO 9001",
        "SQL Server 2019",
        "ES2015",
        "2000+ requests",
        "a 2010% gain",
        "room 1204",
        "3.8/4.0",
        "2.1.3",
        "1,950 clients",
        "may the force",
        "March on",
        "5 to 7",
        "CI/CD",
        "",
        "2015 machines moved",
        "from 620 ms to 140 ms",
        "2000ms",
        "2048 bits",
    ] {
        let found = periods(text);
        assert!(found.iter().all(|period| period.confidence < 0.5), "{text:?}: {found:?}");
    }
}

#[test]
fn a_year_in_prose_is_weak() {
    #[track_caller]
    fn check(text: &str, least: f32, most: f32) {
        let found = periods(text);
        let confidence = found.first().map_or(0.0, |period| period.confidence);
        assert!((least..=most).contains(&confidence), "{text:?}: {found:?}");
    }
    check("Since 2015 we run it on Kafka", 0.1, 0.5);
    check("we rebuilt it in 2019 and moved on", 0.1, 0.5);
    check("Engineer, Acme, 2019", 0.75, 1.0);
    check("Acme 2019", 0.5, 0.7);
    check("2019", 0.85, 1.0);
    check("Mar 2019 – Apr 2020", 0.9, 1.0);
}

#[test]
fn whole_lines() {
    for text in ["2019 – 2021", "(Jan 2020 – Present)", "2015 - 2016, 2018 - 2019", "• 2014"]
    {
        assert!(is_period(text), "{text:?}");
    }
    for text in ["Acme 2019 – 2021", "", "Berlin", "2019 – 2021 Berlin"] {
        assert!(!is_period(text), "{text:?}");
    }
}

#[test]
fn forms_of_many_pages() {
    check("10.2018–03.2021: Engineer", &["2018-10/2021-03"]);
    check("seit 04/2021", &["2021-04/present"]);
    check("03.2021 – heute", &["2021-03/present"]);
    check("depuis mars 2021", &["2021-03/present"]);
    check("févr. 2019 à août 2020", &["2019-02/2020-08"]);
    check("ene 2020 - actualidad", &["2020-01/present"]);
    check("2021-03 to now", &["2021-03/present"]);
    check("Apr 2021 to Current", &["2021-04/present"]);
    check("February 2017 until August 2020", &["2017-02/2020-08"]);
    check("2016/05 ~ 2018/12", &["2016-05/2018-12"]);
    check("Mar '21 - Present", &["2021-03/present"]);
}
