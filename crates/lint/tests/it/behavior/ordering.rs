//! Which of two bullets a panel prefers.

use resume::Stage;

use super::bullet_score;

/// Fails unless the scores fall strictly, by at least `gap` points each.
#[track_caller]
pub(super) fn assert_falling(bullets: &[&str], gap: f64) {
    let scores: Vec<f64> = bullets.iter().map(|bullet| bullet_score(bullet)).collect();
    for (index, pair) in scores.windows(2).enumerate() {
        assert!(
            pair[0] >= pair[1] + gap && pair[0] > pair[1],
            "{:?} {} should beat {:?} {}",
            bullets[index],
            pair[0],
            bullets[index + 1],
            pair[1]
        );
    }
}

#[test]
fn strong_beats_weak() {
    let pairs = [
        (
            "Cut p99 on the settlement path from 480 ms to 92 ms by batching cache lookups",
            "Improved API performance through caching and optimization techniques",
        ),
        ("Diagnosed a split brain in etcd; wrote the fencing fix", "Fixed 12 bugs"),
        (
            "Re-partitioned the 4.8B-row events table by tenant and week; index builds went from 9 h to 45 min",
            "Optimized the database",
        ),
        (
            "Ran 11 incident reviews and rewrote 6 alerts; pages per week fell from 40 to 9",
            "Participated in the on-call rotation",
        ),
        (
            "Mentored two engineers to mid level within 14 months with a weekly design review",
            "Helped junior team members",
        ),
        (
            "Built the parcel-routing service that assigns 38k parcels a day to vans",
            "Built scalable microservices",
        ),
        (
            "Wrote the importer for 6 hospital systems as an intern; it ran in production from week 9",
            "Assisted the team during internship",
        ),
        (
            "Claims are deduplicated by a unique constraint on (filing_id, line), so a retried upload no longer pays twice",
            "Worked on claims and payouts using Docker and Kubernetes",
        ),
        (
            "Held p99 of the tile renderer at 38 ms under 9,000 requests per second",
            "Maintained the tile renderer with high availability",
        ),
        (
            "Throughput of the invoice router went from 8k to 31k messages per second",
            "Increased throughput",
        ),
        (
            "Mentored 4 graduates on the dispatch service; two now carry its pager",
            "Helped graduates",
        ),
    ];
    for (strong, weak) in pairs {
        assert_falling(&[strong, weak], 10.0);
    }
}

/// The weak line is longer, or has more figures and names of tools.
#[test]
fn told_work_beats_named_parts() {
    let pairs = [
        (
            "Route replans took 11 minutes. They now take 50 seconds because only affected stops are re-solved",
            "Responsible for the route planning service handling 40,000 stops a day in 12 countries using OR-Tools, Python 3.11 and AWS",
        ),
        (
            "Radiology worklists open in 0.8 s, down from 7 s, since the study index is split by site and month",
            "Built radiology worklists with caching, search and replication for 20 million studies in 62 hospitals",
        ),
        (
            "Rolled back match state with a ring buffer of 64 frames instead of cloning the world, so a late input costs 0.4 ms rather than 6",
            "Worked on rollback netcode for a fighting game with 2 million players and 60 FPS",
        ),
        (
            "Budget pacing used to overspend up to 9% at midnight; leased slices that expire hold it under 0.4%",
            "Designed budget pacing for 3,000 campaigns with Redis, Kafka, ClickHouse and Kubernetes",
        ),
        (
            "GPU utilization went from 38 % to 71 % after the tokenizer was moved off the training loop",
            "Worked with 40 ML engineers on GPU utilization, tokenizers and data loading for 70B models",
        ),
        (
            "Sleep current shrank from 41 µA to 6 µA by gating the sensor rail and waking the MCU from the RTC",
            "Optimized power consumption of battery devices, STM32L4, nRF52840, 3.3 V, 32 MHz",
        ),
        (
            "Moved 4 million SIM profiles to the new register without a dropped call by writing to both and comparing hourly",
            "Took part in the migration of 4 million SIM profiles from the old register to the new one",
        ),
        (
            "Search indexing lag went from 40 minutes to 15 seconds by following the catalog's log rather than polling it",
            "Implemented search with Elasticsearch 8 for 30 million products in 9 languages",
        ),
        (
            "Test shards are balanced by last week's durations, and the slowest shard went from 31 to 12 minutes",
            "Increased test coverage to 92% with 4,000 unit tests, JUnit 5, Mockito, Testcontainers and Cypress",
        ),
        (
            "Settlement runs finish before trading opens instead of at noon, after accounts were partitioned by day",
            "Responsible for nightly settlement runs for 6 million accounts on z/OS, COBOL, DB2 and JCL",
        ),
        (
            "Orbit propagation for 30,000 objects takes 4 s instead of 3 minutes after vectorizing the force loop",
            "Implemented orbit propagation in C++17 with Eigen, Boost, OpenMP and CUDA for 30,000 objects",
        ),
        (
            "An on-call week used to bring 30 pages; it brings 3 since alerts fire on budget burn instead of CPU",
            "Participated in the 24/7 on-call rotation with PagerDuty, Opsgenie and Grafana for 50 services",
        ),
    ];
    for (strong, weak) in pairs {
        assert_falling(&[strong, weak], 10.0);
    }
}

#[test]
fn a_pattern_at_work_beats_patterns_named() {
    assert_falling(
        &[
            "Leased dock doors with a fencing token, so a tablet that wakes late cannot overwrite a newer lease",
            "Built a dock-door platform with distributed locking, leader election and consistent hashing for 400 warehouses, 10 billion requests",
        ],
        10.0,
    );
    assert_falling(
        &[
            "Rescans are deduplicated by a key of barcode and belt, and no invoice has been disputed since",
            "Developed MQTT, OPC UA, Modbus and CAN support for 5,000 devices in 14 plants",
        ],
        10.0,
    );
}

#[test]
fn evidence_is_ordered_as_a_panel_orders_it() {
    assert_falling(
        &[
            "Cut p99 of the price feed from 480 ms to 92 ms at 12k requests per second",
            "Cut p99 of the price feed from 480 ms to 92 ms",
            "Cut p99 of the price feed to 92 ms",
            "Cut latency of the price feed by 80% at 12k requests per second",
            "Cut latency of the price feed by 80%",
            "Made the price feed significantly faster",
        ],
        0.5,
    );
}

#[test]
fn a_specific_object_beats_a_generic_one() {
    let pairs = [
        ["Cut errors of the invoice matcher from 4% to 1%", "Cut errors from 4% to 1%"],
        [
            "Reduced load time of the ward board from 9 s to 2 s",
            "Reduced load time of the application from 9 s to 2 s",
        ],
        ["Wrote the replay decoder, used by 12 studios", "Wrote software, used by 12 studios"],
        [
            "Cut flash time of the pump controller from 90 s to 20 s",
            "Cut time of the process from 90 s to 20 s",
        ],
    ];
    for pair in pairs {
        assert_falling(&pair, 5.0);
    }
}

#[test]
#[ignore = "`Moved the data to 16 shards` takes the shards for what was moved: 38.7 and 42.9"]
fn a_specific_object_beats_a_generic_one_before_a_technique() {
    assert_falling(
        &[
            "Moved the parcel index to 16 shards, 2 billion rows",
            "Moved the data to 16 shards, 2 billion rows",
        ],
        5.0,
    );
}

#[test]
fn leading_with_effect_beats_attending() {
    let pairs = [
        [
            "Led the cutover of the pricing cluster and rolled back twice within 6 minutes",
            "Took part in the cutover of the pricing cluster",
        ],
        [
            "Led 9 incident reviews of the claims importer; repeat incidents fell from 5 to 1",
            "Participated in 9 incident reviews of the claims importer",
        ],
        [
            "Ran the failover drill of the ticket store; recovery went from 40 min to 6 min",
            "Attended the failover drill of the ticket store",
        ],
        [
            "Led the game day for the matchmaker and fixed the 4 faults it found",
            "Was involved in the game day for the matchmaker",
        ],
    ];
    for pair in pairs {
        assert_falling(&pair, 5.0);
    }
}

#[test]
fn an_internship_with_size_and_production_beats_one_that_assisted() {
    let triples = [
        [
            "Wrote the importer for 6 hospital systems as an intern; it ran in production from week 9",
            "Wrote the importer for hospital systems as an intern",
            "Assisted the team with the importer during an internship",
        ],
        [
            "Added paging to the parcel search, 40k searches a day, in production since my second month",
            "Added paging to the parcel search",
            "Assisted with the parcel search",
        ],
        [
            "Ported 11 sensor tests to the lab rig as an intern; they still run in production every night",
            "Ported sensor tests to the lab rig as an intern",
            "Helped with the lab rig during an internship",
        ],
    ];
    for triple in triples {
        assert_falling(&triple, 0.5);
    }
}

#[test]
#[ignore = "prints scores and facts of lines from standard input, for people"]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "it is there to read and print"
)]
fn dump_bullets() {
    for line in std::io::stdin().lines().map_while(Result::ok).filter(|line| !line.is_empty()) {
        let texts: Vec<&str> = line.split('\t').collect();
        let scores: Vec<f64> = texts.iter().map(|text| bullet_score(text)).collect();
        for (index, text) in texts.iter().enumerate() {
            let outcome = crate::page::check(&crate::page::with_bullets(&[text]), Stage::Senior);
            let bullet = &outcome.grade.bullets[0];
            let facts: Vec<String> =
                bullet.facts.iter().map(|fact| format!("{}={}", fact.kind, fact.text)).collect();
            let beaten = index > 0 && scores[0] < scores[index] + 10.0;
            eprintln!(
                "{}{} [{:.0}/{:.0}/{:.0}] {text}\n      {}",
                if beaten { "<<< " } else { "" },
                bullet.score,
                bullet.axes.scope,
                bullet.axes.evidence,
                bullet.axes.depth,
                facts.join(" | ")
            );
        }
    }
}
