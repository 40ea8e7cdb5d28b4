//! Six ways to tell one change, in six fields.

use super::ordering::assert_falling;

/// Six ways to tell one change, from all of it to an adjective.
struct Six {
    change: &'static str,
    percentile: &'static str,
    after: &'static str,
    share: &'static str,
    load: &'static str,
    adjective: &'static str,
}

#[test]
fn evidence_is_ordered_as_a_panel_orders_it_in_every_field() {
    let fields = [
        Six {
            change: "from 480 ms to 92 ms",
            percentile: "Cut p99 of the price feed",
            after: "to 92 ms",
            share: "Cut latency of the price feed by 80%",
            load: "at 12k requests per second",
            adjective: "Made the price feed significantly faster",
        },
        Six {
            change: "from 3.1 s to 700 ms",
            percentile: "Reduced p99 of the lab-result lookup",
            after: "to 700 ms",
            share: "Reduced response time of the lab-result lookup by 77%",
            load: "for 900,000 patients",
            adjective: "Greatly improved the speed of the lab-result lookup",
        },
        Six {
            change: "from 260 ms to 70 ms",
            percentile: "Lowered p99 of the tracking API",
            after: "to 70 ms",
            share: "Lowered latency of the tracking API by 73%",
            load: "on 40 million scans a day",
            adjective: "Made the tracking API highly performant",
        },
        Six {
            change: "from 120 ms to 35 ms",
            percentile: "Cut p99 of the matchmaker",
            after: "to 35 ms",
            share: "Cut response time of the matchmaker by 71%",
            load: "for 25,000 concurrent players",
            adjective: "Optimized the matchmaker for much better performance",
        },
        Six {
            change: "from 45 ms to 9 ms",
            percentile: "Brought p99 of the feature store down",
            after: "to 9 ms",
            share: "Brought latency of the feature store down by 80%",
            load: "at 30k reads per second",
            adjective: "Drastically sped up the feature store",
        },
        Six {
            change: "from 18 ms to 4 ms",
            percentile: "Cut p99 of the bus driver",
            after: "to 4 ms",
            share: "Cut response time of the bus driver by 78%",
            load: "at 2,000 messages per second",
            adjective: "Enhanced the bus driver considerably",
        },
    ];
    for Six { change, percentile, after, share, load, adjective } in fields {
        let lines = [
            format!("{percentile} {change} {load}"),
            format!("{percentile} {change}"),
            format!("{percentile} {after}"),
            format!("{share} {load}"),
            share.to_owned(),
            adjective.to_owned(),
        ];
        assert_falling(&lines.each_ref().map(String::as_str), 0.5);
    }
}
