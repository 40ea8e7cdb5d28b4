//! Numbers with what they measure, in the notations people use.

use crate::render::check;

#[test]
fn durations() {
    check("Kept start-up of the label printer under 900 ms", r#"quantity "900 ms" time 0.9 level"#);
    check(
        "Replays a full trading day in 40 minutes",
        r#"quantity "40 minutes" time 2400 duration"#,
    );
    check("Sampling jitter of 4 µs on the pump", r#"quantity "4 µs" time 0.000004 duration"#);
    check("Sampling jitter of 4 us on the pump", r#"quantity "4 us" time 0.000004 duration"#);
    check("Month-end closes in 3 h 15", r#"quantity "3 h 15" time 11700 duration"#);
    check("Month-end closes in 3 h 15 min", r#"quantity "3 h 15 min" time 11700 duration"#);
    check("A full scan takes 2h30m", r#"quantity "2h30m" time 9000 duration"#);
    check("A full scan takes 1m 20s", r#"quantity "1m 20s" time 80 duration"#);
    check("Wrote the 15-minute failover drill", r#"quantity "15-minute" time 900 duration"#);
    check("Runs a two-week soak before release", r#"quantity "two-week" time 1209600 duration"#);
    check("Eight years of firmware work", r#"quantity "Eight years" time 252461000 duration"#);
    check("5+ years in ad serving", r#"quantity "5+ years" time 157788000 duration"#);
    check("Shipped in six sprints", r#"quantity "six sprints" time 7257600 duration"#);
}

#[test]
fn percentiles() {
    check("Median pick-list response held at 35 ms", r#"quantity "35 ms" time 0.035 level p50"#);
    check("p99.9 stays below 12 ms on the bidder", r#"quantity "12 ms" time 0.012 level p99.9"#);
    check("P95 of the tile server: 80 ms", r#"quantity "80 ms" time 0.08 level p95"#);
    check("Answers in 90 ms (p99)", r#"quantity "90 ms" time 0.09 level p99"#);
    check("Answers in 90 ms at the 95th percentile", r#"quantity "90 ms" time 0.09 level p95"#);
    check("Answers in 90 ms at p999", r#"quantity "90 ms" time 0.09 level p99.9"#);
    check(
        "p99 of 20 ms at 9k rps",
        r#"quantity "20 ms" time 0.02 level p99
           quantity "9k rps" rate 9000 denominator"#,
    );
}

#[test]
fn rates() {
    check(
        "Ingests 2.5 million sensor readings per minute",
        r#"quantity "2.5 million sensor readings per minute" rate 41666.7 readings denominator"#,
    );
    check(
        "Serves 9k rps on three nodes",
        r#"quantity "9k rps" rate 9000 denominator
           quantity "three nodes" count 3 nodes denominator"#,
    );
    check(
        "Runs the 40M-req/day quote API",
        r#"quantity "40M-req/day" rate 462.963 req denominator"#,
    );
    check(
        "Routes 600 calls/s at the busy hour",
        r#"quantity "600 calls/s" rate 600 calls denominator"#,
    );
    check(
        "Delivers 1.2bn push messages a month",
        r#"quantity "1.2bn push messages a month" rate 456.308 messages denominator"#,
    );
    check("Handles 50K RPM", r#"quantity "50K RPM" rate 833.333 denominator"#);
    check(
        "Parses 12,000 lab results daily",
        r#"quantity "12,000 lab results daily" rate 0.138889 results denominator"#,
    );
    check("Takes 2M a day from the meters", r#"quantity "2M a day" rate 23.1481 denominator"#);
    check("Writes 5 GB/s to tape", r#"quantity "5 GB/s" rate 5000000000 bytes denominator"#);
    check(
        "Forwards 10 Gbit/s per core",
        r#"quantity "10 Gbit/s" bandwidth 10000000000 denominator"#,
    );
    check("Forwards 400 Gbps", r#"quantity "400 Gbps" bandwidth 400000000000 denominator"#);
    check(
        "Encodes 300 MB per second",
        r#"quantity "300 MB per second" rate 300000000 bytes denominator"#,
    );
    check("Renders the arena at 60 fps", r#"quantity "60 fps" frequency 60 denominator"#);
    check("Closes the current loop at 8 kHz", r#"quantity "8 kHz" frequency 8000 denominator"#);
    check(
        "Dispatches 300 ambulances per hour",
        r#"quantity "300 ambulances per hour" rate 0.0833333 ambulances denominator"#,
    );
}

#[test]
fn sizes() {
    check("Fits the parser into 64 KB of RAM", r#"quantity "64 KB" bytes 64000 denominator"#);
    check("Runs from 256 KiB of flash", r#"quantity "256 KiB" bytes 262144 denominator"#);
    check(
        "Moved 1.4 PB of satellite imagery",
        r#"quantity "1.4 PB" bytes 1400000000000000 denominator"#,
    );
    check(
        "Wrote a loader for a 200MB gazetteer",
        r#"quantity "200MB" bytes 200000000 denominator"#,
    );
    check(
        "Archives 30 terabytes of calls",
        r#"quantity "30 terabytes" bytes 30000000000000 denominator"#,
    );
    check("Sleep current of 3.2 µA", r#"quantity "3.2 µA" energy 0.0000032 level"#);
    check("A heat pump controller for 15 kW units", r#"quantity "15 kW" energy 15000 level"#);
}

#[test]
fn shares() {
    check("Covers 87% of the tariff code", r#"quantity "87%" percent 87 level"#);
    check("Serves 12 per cent of national traffic", r#"quantity "12 per cent" percent 12 level"#);
    check("Error rate of 0.04 % in transit", r#"quantity "0.04 %" percent 0.04 level"#);
    check("Runs at 99.95% availability", r#"quantity "99.95%" percent 99.95 level"#);
    check("Answers half of all tickets alone", r#"quantity "half" percent 50 level"#);
    check("Retried one in twenty refunds", r#"quantity "one in twenty" percent 5 level"#);
    check("Retried 1 in 20 refunds", r#"quantity "1 in 20" percent 5 level"#);
    check("Used by two thirds of callers", r#"quantity "two thirds" percent 66.6667 level"#);
    check("Runs on three quarters of the fleet", r#"quantity "three quarters" percent 75 level"#);
    check(
        "Within 3 percentage points of the oracle",
        r#"quantity "3 percentage points" points 3 level"#,
    );
    check(
        "Absorbs 3x the usual traffic on match days",
        r#"quantity "3x" ratio 3 count; no change"#,
    );
    check("Absorbs 3× the usual traffic", r#"quantity "3×" ratio 3 count; no change"#);
}

#[test]
fn money() {
    check("Reconciles a €2.3B card portfolio", r#"quantity "€2.3B" money 2300000000 EUR count"#);
    check("Spends $40k a month on GPUs", r#"quantity "$40k a month" money 40000 USD count"#);
    check("A grant of CHF 120,000", r#"quantity "CHF 120,000" money 120000 CHF denominator"#);
    check(
        "A budget of 75\u{a0}000 EUR",
        "quantity \"75\u{a0}000 EUR\" money 75000 EUR denominator",
    );
    check("Guards £1.2m of stock", r#"quantity "£1.2m" money 1200000 GBP count"#);
    check("Settles 300 € refunds", r#"quantity "300 €" money 300 EUR count"#);
    check("Holds 2 M€ in vouchers", r#"quantity "2 M€" money 2000000 EUR count"#);
    check("Handles ₹50 Cr in fares", r#"quantity "₹50 Cr" money 500000000 INR count"#);
    check("Handles ₹3 lakh in fares", r#"quantity "₹3 lakh" money 300000 INR count"#);
    check(
        "Holds 1.5 million dollars of credit",
        r#"quantity "1.5 million dollars" money 1500000 USD count"#,
    );
    check("Holds US$2M of credit", r#"quantity "$2M" money 2000000 USD count"#);
}

#[test]
fn counts() {
    check("Wrote 40 contract tests", r#"quantity "40 contract tests" count 40 tests count"#);
    check(
        "Runs in 14 regional depots",
        r#"quantity "14 regional depots" count 14 depots denominator"#,
    );
    check("Used by 38k merchants", r#"quantity "38k merchants" count 38000 merchants denominator"#);
    check(
        "Serves 1.2M daily active users",
        r#"quantity "1.2M daily active users" count 1200000 users count"#,
    );
    check("Schedules 600k nightly jobs", r#"quantity "600k nightly jobs" count 600000 jobs count"#);
    check("Upgraded 12 k8s clusters", r#"quantity "12 k8s clusters" count 12 clusters count"#);
    check(
        "Indexed a 640-million-row results table",
        r#"quantity "640-million-row" count 640000000 row denominator"#,
    );
    check("Resized 140 EKS nodes", r#"quantity "140 EKS nodes" count 140 nodes count"#);
    check("Matched 7,5 Mio. records", r#"quantity "7,5 Mio. records" count 7500000 records count"#);
    check("Paid 4.800 merchants", r#"quantity "4.800 merchants" count 4800 merchants count"#);
    check(
        "Wrote twenty-five golden files",
        r#"quantity "twenty-five golden files" count 25 files count"#,
    );
    check("Live in a dozen plants", r#"quantity "a dozen plants" count 12 plants denominator"#);
    check(
        "Provisioned two hundred thousand SIM cards",
        r#"quantity "two hundred thousand SIM cards" count 200000 cards count"#,
    );
    check(
        "Notifies half a million subscribers",
        r#"quantity "half a million subscribers" count 500000 subscribers count"#,
    );
    check("Shipped to 5+ countries", r#"quantity "5+ countries" count 5 countries denominator"#);
    check("Synced over 300 stores", r#"quantity "300 stores" count 300 stores denominator"#);
    check("Connects 30–40 partner banks", r#"quantity "30–40 partner banks" count 30 banks count"#);
    check("Ran a 12-node cluster", r#"quantity "12-node" count 12 node denominator"#);
    check("Ran a six-node cluster", r#"quantity "six-node" count 6 node denominator"#);
    check(
        "Partitioned telemetry_events (4.8B rows) by week",
        r#"quantity "4.8B rows" count 4800000000 rows denominator"#,
    );
    check(
        "Moved 40 Java 8 services to containers",
        r#"quantity "40 Java 8 services" count 40 services count"#,
    );
    check(
        "An index of 3 million case files",
        r#"quantity "3 million case files" count 3000000 files denominator"#,
    );
}

#[test]
fn people() {
    check("Led 4 engineers", r#"quantity "4 engineers" count 4 engineers count"#);
    check("Mentored two juniors", r#"quantity "two juniors" count 2 juniors count"#);
    check("Led a team of 5", r#"quantity "5" count 5 people denominator"#);
    check("Led a team of five through the audit", r#"quantity "five" count 5 people denominator"#);
    check("Led a squad of 6 engineers", r#"quantity "6 engineers" count 6 engineers denominator"#);
    check("Ran a 6-person guild", r#"quantity "6-person" count 6 person denominator"#);
    check("Taught 3 product teams", r#"quantity "3 product teams" count 3 teams count"#);
}

#[test]
fn each_number_of_a_dense_line() {
    check(
        "Led 11 incident retros over 4 rotations, adopted by 3 sister services",
        r#"quantity "11 incident retros" count 11 retros count
           quantity "4 rotations" count 4 rotations denominator
           quantity "3 sister services" count 3 services denominator"#,
    );
    check(
        "Tracks 52,000 containers across 9 ports with 20 s of lag",
        r#"quantity "52,000 containers" count 52000 containers count
           quantity "9 ports" count 9 ports denominator
           quantity "20 s" time 20 duration"#,
    );
    check(
        "Scores 3M bids a second in 8 ms on 40 GPUs",
        r#"quantity "3M bids a second" rate 3000000 bids denominator
           quantity "8 ms" time 0.008 duration
           quantity "40 GPUs" count 40 gpus denominator"#,
    );
}

#[test]
fn ranges_count_at_their_lower_end() {
    check("Takes 120-140 ms a frame", r#"quantity "120-140 ms" time 0.12 duration"#);
    check("Serves 5–10k req/s", r#"quantity "5–10k req/s" rate 5000 req denominator"#);
    check("Saved 20-25% of egress", r#"quantity "20-25%" percent 20 delta"#);
    check("Owned it in 2019-2021", "no quantity");
    check("Call 555-1234 for builds", "no quantity");
}

#[test]
fn units_of_every_field() {
    check("Noise at -110 dBm", r#"quantity "110 dBm" energy 110 level"#);
    check("Holds 0.5 °C in the oven", r#"quantity "0.5 °C" energy 0.5 level"#);
    check("Loses 40 ppm of frames", r#"quantity "40 ppm" percent 0.004 level"#);
    check("Fees fell 25 basis points", r#"quantity "25 basis points" points 0.25 delta"#);
    check("Reached five nines", r#"quantity "five nines" percent 99.999 level"#);
    check("Takes 2 business days", r#"quantity "2 business days" time 172800 duration"#);
    check("Links at 400 kbit/s", r#"quantity "400 kbit/s" bandwidth 400000 denominator"#);
    check("Serves 80 krps", r#"quantity "80 krps" rate 80000 denominator"#);
    check("Trades 2 GW of wind", r#"quantity "2 GW" energy 2000000000 level"#);
    check("Worst-case 4 s", r#"quantity "4 s" time 4 level max"#);
    check("Cut p99 by 40 %", r#"quantity "40 %" percent 40 delta p99"#);
    check("Cut errors by 40 %", r#"quantity "40 %" percent 40 delta"#);
    check("Runs 3 data centers", r#"quantity "3 data centers" count 3 centers count"#);
    check("Chose plan B at a nine to five job", "no quantity");
}
