//! Before and after told by tense, adverb or contrast, and what only looks like it.

use crate::render::check;

#[test]
fn by_the_tense() {
    check(
        "Moved the filter ahead of the resampling step, so a picture is ready 50 s after the sweep; it took nearly four minutes",
        r#"change "50 s after the sweep; it took nearly four minutes" time 240 -> 50 down"#,
    );
    check(
        "A cone search over 2.1 billion rows reads 40 files where it read 9,000",
        r#"change "40 files where it read 9,000" count 9000 -> 40 down"#,
    );
    check(
        "Planning a term takes a night where two clerks needed three weeks",
        r#"change "a night where two clerks needed three weeks" time 1814400 -> 86400 down"#,
    );
    check(
        "A dead meter is noticed in 4 minutes, it used to take an hour",
        r#"change "4 minutes, it used to take an hour" time 3600 -> 240 down"#,
    );
    check(
        "An update over radio is 210 kB now, it was 1.9 MB",
        r#"change "210 kB now, it was 1.9 MB" bytes 1900000 -> 210000 down"#,
    );
    check(
        "Replanning takes 3 seconds where planners used to wait four minutes",
        r#"change "3 seconds where planners used to wait four minutes" time 240 -> 3 down"#,
    );
}

#[test]
fn by_an_adverb() {
    check(
        "One van swaps 62 batteries a shift, 41 before",
        r#"change "62 batteries a shift, 41" count 41 -> 62 up"#,
    );
    check(
        "The fingers close 28 ms after the signal, 90 ms before",
        r#"change "28 ms after the signal, 90 ms" time 0.09 -> 0.028 down"#,
    );
    check(
        "Double sales: none in the 11 months since, nine the summer before",
        r#"change "none in the 11 months since, nine" bare 9 -> 0 down"#,
    );
    check(
        "The yearly audit found 3 gaps, against 12 before",
        r#"change "3 gaps, against 12" count 12 -> 3 down"#,
    );
    check(
        "2 in 100 letters reach the wrong desk, 17 in 100 before",
        r#"change "2 in 100 letters reach the wrong desk, 17 in 100" percent 17 -> 2 down"#,
    );
}

#[test]
fn by_contrast() {
    check(
        "The wait for a first offer is 7 minutes as opposed to 50",
        r#"change "7 minutes as opposed to 50" time 3000 -> 420 down"#,
    );
    check(
        "A ten-year series needs 12 reads in place of 87,600",
        r#"change "12 reads in place of 87,600" count 87600 -> 12 down"#,
    );
    check(
        "The ward board lags admissions by seconds rather than by a day",
        r#"change "seconds rather than by a day" time 86400 -> worded"#,
    );
    check(
        "False alarms fell from 40 a week to one a month",
        r#"change "40 a week to one a month" rate 0.0000661376 -> 0.000000380257 down"#,
    );
    check(
        "Night pages went from 11 a week to one",
        r#"change "11 a week to one" rate 0.0000181878 -> 0.00000165344 down"#,
    );
}

#[test]
fn what_compares_nothing() {
    for text in [
        "Sends a reminder 2 days after the order and 1 day before delivery",
        "Runs 40 nodes in a cluster where teams stored 5 GB of logs",
        "Checked 8 feeds against 3 suppliers",
        "Serves 12 counties; it was built by 3 engineers",
        "Backfills 90 days before each release",
        "Wrote 40 tests, one for each gauge",
        "Reads the meter file hourly instead of the daily dump of 4 regions",
        "Load-tested the toll gate at twice the holiday peak",
        "A cabinet holds 40 lockers, where parcels were scanned",
    ] {
        check(text, "no change");
    }
}
