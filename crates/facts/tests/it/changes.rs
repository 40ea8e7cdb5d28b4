//! What changed, from what, to what, by how much.

use crate::render::check;

#[test]
fn both_ends() {
    check(
        "Cut nightly ETL from 9 h to 20 min by pruning partitions",
        r#"change "9 h to 20 min" time 32400 -> 1200 down"#,
    );
    check(
        "Brought crash-free sessions from 97.2 % to 99.6 %",
        r#"change "97.2 % to 99.6 %" percent 97.2 -> 99.6 up"#,
    );
    check("Parcel scan p95 6.4s → 1.1s", r#"change "6.4s → 1.1s" time 6.4 -> 1.1 down p95"#);
    check("Parcel scan p95 6.4s => 1.1s", r#"change "6.4s => 1.1s" time 6.4 -> 1.1 down p95"#);
    check(
        "p95 of search: 1.1 s (was 6.4 s)",
        r#"change "1.1 s (was 6.4 s" time 6.4 -> 1.1 down p95"#,
    );
    check(
        "Map tiles load in 1.1 s instead of 6.4 s",
        r#"change "1.1 s instead of 6.4 s" time 6.4 -> 1.1 down"#,
    );
    check(
        "A query takes 3 s rather than 40 s",
        r#"change "3 s rather than 40 s" time 40 -> 3 down"#,
    );
    check(
        "Needs 90 MB compared with 400 MB before",
        r#"change "90 MB compared with 400 MB" bytes 400000000 -> 90000000 down"#,
    );
    check(
        "Decodes in 8 ms vs. 31 ms before",
        r#"change "8 ms vs. 31 ms" time 0.031 -> 0.008 down"#,
    );
    check(
        "Month-end takes 20 minutes; it used to be 9 hours",
        r#"change "20 minutes; it used to be 9 hours" time 32400 -> 1200 down"#,
    );
    check(
        "Shrank the firmware from 512 KB to 380 KB",
        r#"change "512 KB to 380 KB" bytes 512000 -> 380000 down"#,
    );
    check(
        "Memory per worker: 1.9 GB → 640 MB",
        r#"change "1.9 GB → 640 MB" bytes 1900000000 -> 640000000 down"#,
    );
    check(
        "Uptime of the depot link climbed from 99.5% to 99.95%",
        r#"change "99.5% to 99.95%" percent 99.5 -> 99.95 up"#,
    );
    check(
        "Lowered the cloud bill from $90k to $52k a month",
        r#"change "$90k to $52k a month" money 90000 -> 52000 down"#,
    );
    check(
        "Flaky tests went from 12% to under 1.5%",
        r#"change "12% to under 1.5%" percent 12 -> 1.5 down"#,
    );
    check(
        "Median handover time from 340 ms down to 90 ms",
        r#"change "340 ms down to 90 ms" time 0.34 -> 0.09 down p50"#,
    );
    check(
        "Took triage from 6 h of manual work to 20 min",
        r#"change "6 h of manual work to 20 min" time 21600 -> 1200 down"#,
    );
    check(
        "Feed grew 4x (from 5k to 20k msgs/sec)",
        r#"change "4x" ratio by 4 up
           change "5k to 20k msgs/sec" rate 5000 -> 20000 up"#,
    );
    check(
        "Lowered battery drain: 18 mA average down to 2.1 mA",
        r#"change "18 mA average down to 2.1 mA" energy 0.018 -> 0.0021 down"#,
    );
    check(
        "Brought search from ~1.2 s to <300 ms",
        r#"change "1.2 s to <300 ms" time 1.2 -> 0.3 down"#,
    );
    check(
        "Cut deploys from 45 minutes to under 5",
        r#"change "45 minutes to under 5" time 2700 -> 300 down"#,
    );
    check(
        "Dropped false alarms from 1 in 40 to 1 in 400",
        r#"change "1 in 40 to 1 in 400" percent 2.5 -> 0.25 down"#,
    );
    check("Cut p99 from 92ms to 480ms", r#"change "92ms to 480ms" time 0.092 -> 0.48 up p99"#);
}

#[test]
fn one_unit_for_two_numbers() {
    check(
        "Reduced time to mitigate from 47 to 14 minutes",
        r#"change "47 to 14 minutes" time 2820 -> 840 down
           quantity "47" time 2820 before
           quantity "14 minutes" time 840 after"#,
    );
    check("Raised cache hits 60 -> 92 %", r#"change "60 -> 92 %" percent 60 -> 92 up"#);
    check("Lead time 14 days → 2", r#"change "14 days → 2" time 1209600 -> 172800 down"#);
    check(
        "A clinic goes live in 2 days, down from 14",
        r#"change "2 days, down from 14" time 1209600 -> 172800 down"#,
    );
    check(
        "Vendors go live in 3 instead of 8 weeks",
        r#"change "3 instead of 8 weeks" time 4838400 -> 1814400 down"#,
    );
    check("Went from 3 to 11 plants", r#"change "3 to 11 plants" count 3 -> 11 up"#);
    check("Grew devices from 40k to 1.3M", r#"change "40k to 1.3M" bare 40000 -> 1300000 up"#);
    check("Raised the batch size from 1 to 64", r#"change "1 to 64" bare 1 -> 64 up"#);
}

#[test]
fn ends_in_words() {
    check(
        "Cut failed pickups from one in five to one in twenty",
        r#"change "one in five to one in twenty" percent 20 -> 5 down"#,
    );
    check(
        "Took imports from two days to an hour",
        r#"change "two days to an hour" time 172800 -> 3600 down"#,
    );
    check(
        "Took imports from a week to a day",
        r#"change "a week to a day" time 604800 -> 86400 down"#,
    );
    check(
        "Deploys went from weekly to 12 a day",
        r#"change "weekly to 12 a day" rate worded -> 0.000138889"#,
    );
    check(
        "Took releases from nightly to on every merge",
        r#"change "from nightly to on every merge" bare worded -> worded"#,
    );
    check(
        "Cut double bookings from 40 a week to none",
        r#"change "40 a week to none" rate 0.0000661376 -> 0 down"#,
    );
    check(
        "Refunds went from 3 days to same-day",
        r#"change "3 days to same" time 259200 -> worded"#,
    );
    check("Brought double bookings to zero", r#"change "zero" bare ? -> 0 down"#);
    check("Reduced lost parcels to zero", r#"change "zero" bare ? -> 0 down"#);
}

#[test]
fn only_the_end() {
    check("Cold starts dropped to 300 ms", r#"change "300 ms" time ? -> 0.3 down"#);
    check("Brought builds under 6 minutes", r#"change "6 minutes" time ? -> 360 down"#);
    check("Got p99 below 40 ms", r#"change "40 ms" time ? -> 0.04 down p99"#);
    check("Raised branch coverage to 87 %", r#"change "87 %" percent ? -> 87 up"#);
    check(
        "Scaled voice chat to 40k concurrent rooms",
        r#"change "40k concurrent rooms" count ? -> 40000 up"#,
    );
    check("Grew the guild to 9 engineers", r#"change "9 engineers" count ? -> 9 up"#);
}

#[test]
fn by_how_much() {
    check("On-call pages fell 35%", r#"change "35%" percent by 35 down"#);
    check("Lowered GPU idle time by 40 %", r#"change "40 %" percent by 40 down"#);
    check("Made route planning 12x faster", r#"change "12x" ratio by 12"#);
    check("Made route planning 12 times faster", r#"change "12 times" ratio by 12"#);
    check("Errors were reduced by a third", r#"change "a third" percent by 33.3333 down"#);
    check(
        "Saved 40 engineer-hours a week",
        r#"change "40 engineer-hours a week" rate by 0.0000661376 down"#,
    );
    check("Freed 2 TB of SSD", r#"change "2 TB" bytes by 2000000000000 down"#);
    check("Trimmed the bill by €14k a month", r#"change "€14k a month" money by 14000 down"#);
    check(
        "Opt-ins rose 1.5 percentage points",
        r#"change "1.5 percentage points" points by 1.5 up"#,
    );
    check("Opt-ins up 1.5 pp", r#"change "1.5 pp" points by 1.5 up"#);
    check("A 40 % reduction in egress", r#"change "40 %" percent by 40 down"#);
    check("30% fewer support calls", r#"change "30%" percent by 30 down"#);
    check("Storage is 25% cheaper", r#"change "25%" percent by 25 down"#);
    check("Reconciliation errors down 84%", r#"change "84%" percent by 84 down"#);
    check("Eliminated 90% of night pages", r#"change "90%" percent by 90 down"#);
    check("Shaved 300 ms off seat search", r#"change "300 ms" time by 0.3 down"#);
    check("Cut 3 weeks from onboarding", r#"change "3 weeks" time by 1814400 down"#);
    check("Cut seat search by 300 ms", r#"change "300 ms" time by 0.3 down"#);
    check("Made logins 2 s faster", r#"change "2 s" time by 2"#);
    check("Increased bids won by 18 percent", r#"change "18 percent" percent by 18 up"#);
}

#[test]
fn factors_in_words() {
    check("Halved the OTA image", r#"change "Halved" ratio by 0.5 down"#);
    check("Doubled throughput of the packet processor", r#"change "Doubled" ratio by 2 up"#);
    check("Quadrupled ingest capacity", r#"change "Quadrupled" ratio by 4 up"#);
    check("Cut build minutes in half", r#"change "in half" ratio by 0.5 down"#);
    check("Reduced storage by half", r#"change "by half" ratio by 0.5 down"#);
    check("Cut index size by more than half", r#"change "by more than half" ratio by 0.5 down"#);
    check("A tenfold drop in page faults", r#"change "tenfold" ratio by 10 down"#);
    check("Sped up imports by an order of magnitude", r#"change "order of magnitude" ratio by 10"#);
    check("Exports run twice as fast", r#"change "twice" ratio by 2"#);
    check("Halved nightly builds (80 s to 40 s)", r#"change "80 s to 40 s" time 80 -> 40 down"#);
}

#[track_caller]
fn unchanged(text: &str) {
    check(text, "no change");
}

#[test]
fn ranges_are_no_changes() {
    unchanged("Trained 3 to 5 interns each summer");
    unchanged("Supports 10 to 200 tenants");
    unchanged("Answers in between 5 and 10 ms");
    unchanged("Runs 2-4 times a day");
    unchanged("Runs 2–4 jobs a day");
    unchanged("Worked from 2019 to 2022");
    unchanged("Ported 14 apps from Java 8 to Java 17");
    unchanged("Moved 3 services from EC2 to Kubernetes");
    unchanged("Went from Berlin to 14 offices");
    unchanged("Open from 9 am to 5 pm");
}

#[test]
fn levels_and_sizes_are_no_changes() {
    unchanged("Kept p99 under 40 ms at 12k rps");
    unchanged("Holds 99.95% availability");
    unchanged("Talks to 40 meters");
    unchanged("Rolled out to 40 stores");
    unchanged("Handles 30% of all traffic");
    unchanged("Covered 80% of the tariff code");
    unchanged("Reduced latency for 30% of users");
    unchanged("Shortened the path used by 5% of riders");
    unchanged("Added 12 endpoints");
    unchanged("Dropped 40 unused indexes");
    unchanged("Sustained 4x the load of a match day");
    unchanged("Wrote to 3 topics");
}

#[test]
fn no_number_no_change() {
    unchanged("Reduced latency");
    unchanged("Improved performance significantly");
    unchanged("Increased efficiency and productivity");
    unchanged("Went from backend to platform work");
    unchanged("Migrated from a monolith to services");
    unchanged("Helped to improve reliability");
}

#[test]
fn the_nearest_word_knows() {
    check("Improved search relevance by 40 %", "change \"40 %\" percent by 40");
    check("Decreased latency, throughput up 300%", "change \"300%\" percent by 300 up");
    check(
        "Improved the tariff importer: 3 hours to 20 minutes",
        "change \"3 hours to 20 minutes\" time 10800 -> 1200 down",
    );
    check("Planned the shift importer: 3 to 5 weeks", "no change");
    check(
        "Served the fare search at p50 900 ms and p99 200 ms",
        "quantity \"900 ms\" time 0.9 level p50; quantity \"200 ms\" time 0.2 level p99",
    );
    check("Scaled the build fleet down", "object \"build fleet\" specific");
}

#[test]
fn told_in_two_sentences() {
    check(
        "Imports took 11 minutes. They now take 50 seconds",
        r#"change "11 minutes. They now take 50 seconds" time 660 -> 50 down"#,
    );
    check(
        "An on-call week used to bring 30 pages; it brings 3",
        r#"change "30 pages; it brings 3" count 30 -> 3 down"#,
    );
    check(
        "Refunds overspent their budget by up to 8 %; since March the overspend is below 0.3 %",
        r#"change "8 %; since March the overspend is below 0.3 %" percent 8 -> 0.3 down"#,
    );
    check(
        "Rebuilt the depot index in 26 minutes; two years earlier it had taken 9 hours",
        r#"change "26 minutes; two years earlier it had taken 9 hours" time 32400 -> 1560 down"#,
    );
    check(
        "Teams used to wait 3 days for a database; a form provisions one in 6 minutes",
        r#"change "3 days for a database; a form provisions one in 6 minutes" time 259200 -> 360 down"#,
    );
    check(
        "Quotes were lost on failover; they are now replayed from the journal",
        r#"change "were lost on failover; they are now replayed" bare worded -> worded"#,
    );
    check("Runs took 40 minutes. The office is 12 km away", "no change");
    check("Built a cache of 40 GB. It is 3 years old", "no change");
    check("Ran 30 migrations in a week. Wrote 3 runbooks", "no change");
    check("Rewrote the importer; it is now maintained by 3 teams", "no change");
    check("Two years earlier, 40 % of orders failed", "no change");
}

#[test]
fn the_other_end_in_words() {
    check(
        "Frees unused quota in 30 s rather than at midnight",
        r#"change "30 s rather than at midnight" time worded -> 30"#,
    );
    check(
        "Took upgrades from a 4-hour window to zero",
        r#"change "4-hour window to zero" time 14400 -> 0 down"#,
    );
    check(
        "Answers in 2 s where they took minutes",
        r#"change "2 s where they took minutes" time worded -> 2"#,
    );
    check(
        "Removed a convoy, throughput 8k to 31k messages/s",
        r#"change "8k to 31k messages/s" rate 8000 -> 31000 up"#,
    );
    check("Runs 3 jobs rather than the importer", "no change");
}

#[test]
fn factors_of_things_are_no_changes() {
    check("Lookups fell by a factor of twenty", r#"change "a factor of twenty" ratio by 20"#);
    check("Cut cost by a quarter", r#"change "a quarter" percent by 25 down"#);
    check("Recovered 2 % of billed energy", r#"change "2 %" percent by 2"#);
    check("Fixed a race that doubled invoices", "no change");
    check("Removed the halved refunds", "no change");
    check("Wrote a factor graph of payments", "no change");
}
