//! One line, the questions a panel asks about it.

use resume::Stage;

use crate::questions;

/// Fails unless a panel for a senior asks these questions about the line, in this order.
#[track_caller]
fn check(line: &str, expected: &str) {
    let asked = questions(line, Stage::Senior, false);
    let ids: Vec<&str> = asked.iter().map(|asked| asked.id.as_str()).collect();
    assert_eq!(ids.join(" "), expected, "{line}");
}

#[test]
fn results_are_asked_for_their_measurement_and_their_cause() {
    check(
        "Cut p99 of the tariff lookup from 480 ms to 92 ms by keying a read-through cache on zone and hour",
        "cache-invalidate latency-where-measured mechanism-why-not-simpler cache-cold",
    );
    check(
        "Shortened the nightly settlement job from 5 h to 40 min by partitioning it by merchant",
        "shard-key duration-critical-path mechanism-breaks-when duration-best-run",
    );
    check(
        "Raised ingest of the meter gateway from 4k to 31k messages a second by batching acknowledgements",
        "throughput-bottleneck batch-flush mechanism-breaks-when throughput-latency-price",
    );
    check(
        "Reduced duplicate refunds from 40 to 2 a month with an idempotency key per order",
        "idempotency-window frequency-counted mechanism-why-not-simpler idempotency-side-effects",
    );
    check(
        "Lowered the error rate of the label printer API from 3.1% to 0.2% by retrying with backoff and jitter",
        "retry-amplify share-denominator mechanism-why-not-simpler share-ground-truth",
    );
    check(
        "Shrank the position store from 4 TB to 600 GB by compressing cold segments",
        "volume-freed mechanism-why-not-simpler mechanism-breaks-when changed-baseline",
    );
    check(
        "Cut the cloud bill of the search cluster from $41k to $23k a month by moving cold shards to cheaper disks",
        "money-driver shard-key mechanism-breaks-when shard-move",
    );
    check(
        "Improved checkout latency by 40%",
        "delta-base result-how factor-of-what result-which-part",
    );
    check(
        "Halved the build time of the monorepo by caching test results",
        "delta-base cache-invalidate mechanism-why-not-simpler cache-cold",
    );
    check(
        "Migrated 31 TB of voicemail from a file server to Amazon S3 with dual writes for three weeks",
        "dual-write-diverge migrated-order mechanism-why-not-simpler mechanism-so-what",
    );
    check(
        "On call one week in six for the payment gateway; night pages fell from 22 to 6 a month",
        "oncall-last-page frequency-counted frequency-remaining oncall-fewer-pages",
    );
    check(
        "Rolled out the pricing engine behind a feature flag with a 1% canary",
        "canary-decide mechanism-why-not-simpler mechanism-so-what mechanism-breaks-when",
    );
    check(
        "Profiled the matcher and removed 60% of allocations",
        "delta-base profile-found factor-of-what changed-baseline",
    );
    check(
        "Saved $1.2M a year by right-sizing the batch fleet",
        "delta-base capacity-forecast mechanism-why-not-simpler mechanism-breaks-when",
    );
    check("Released from nightly to on every merge", "worded-change");
    check("Reads a 640 GB position history from S3", "volume-growth cloud-limits");
}

#[test]
fn techniques_are_asked_for_guarantees_and_limits() {
    check(
        "Elected one scheduler per region through leases in etcd with fencing tokens",
        "leader-two mechanism-why-not-simpler mechanism-so-what database-upgrade",
    );
    check(
        "Published order events through a transactional outbox",
        "outbox-relay mechanism-why-not-simpler mechanism-so-what outbox-growth",
    );
    check(
        "Sharded the ledger by account and moved 2 billion rows without downtime",
        "shard-key migrated-order outcome-no-loss count-size-uneven",
    );
    check(
        "Added a nullable column and backfilled 600 million rows in batches while the service ran",
        "schema-change-live mechanism-so-what batch-flush count-size-uneven",
    );
    check(
        "Fixed a deadlock between trip closing and rebalancing by taking row locks in bike-ID order",
        "isolation-anomaly repaired-found deadlock-order mechanism-why-not-simpler",
    );
    check(
        "Led 9 incident reviews and wrote the failover runbook",
        "incident-timeline replica-failover-loss runbook-used mechanism-so-what",
    );
    check(
        "Introduced row-level security for 210 schools in PostgreSQL",
        "authz-where mechanism-so-what cadence-introduced tenant-leak",
    );
    check(
        "Wrote property-based tests for tariff rounding",
        "money-arithmetic-round property-found",
    );
    check(
        "Load-tested the login service with k6 at three times the forecast",
        "loadtest-real capacity-forecast",
    );
    check(
        "Owned the Kafka cluster, 4.2 billion events a day for 38 teams",
        "kafka-partitions throughput-peak own-part",
    );
    check(
        "Rate-limited the public API per tenant with a token bucket",
        "backpressure-edge authz-where mechanism-why-not-simpler mechanism-so-what",
    );
    check(
        "Replaced ten-minute polling with webhooks for 31 hospitals",
        "webhook-receiver mechanism-why-not-simpler mechanism-so-what count-size-consequence",
    );
    check(
        "Deprecated v1 of the fares API after moving 14 clients to v2",
        "api-break mechanism-why-not-simpler mechanism-so-what mechanism-breaks-when",
    );
    check(
        "Encrypted driver documents at rest with envelope encryption and rotated the keys without downtime",
        "secrets-rotate mechanism-why-not-simpler outcome-no-loss encryption-threat",
    );
    check(
        "Kept the search available by shedding autocomplete requests first",
        "backpressure-edge mechanism-why-not-simpler mechanism-so-what mechanism-one-request",
    );
    check(
        "Ran 5 game days on the loss of a region",
        "replica-failover-loss mechanism-so-what own-part restore-tried",
    );
    check(
        "Served 9,500 requests per second, p99 45 ms",
        "mechanism-so-what throughput-peak tail-fanout",
    );
}

#[test]
fn work_with_people_and_in_the_open() {
    check("Mentored two junior engineers; both own a service today", "mentor-change mentor-failed");
    check(
        "Merged a fix for a connection leak into the PostgreSQL driver",
        "leak-proof mechanism-so-what open-source-review postgresql-bloat",
    );
    check(
        "Wrote the Avro event library, adopted by 12 teams",
        "adopted-how adopted-support created-existing reach-counted",
    );
}

#[test]
fn lines_that_say_too_little_get_no_invented_detail() {
    check(
        "Chose PostgreSQL over a document store for the permit register after a two-week spike",
        "chose-criteria unproved-difference chose-regret unproved-hard",
    );
    check(
        "Built the parcel router in Go",
        "unproved-difference unproved-hard created-existing unproved-size",
    );
    check("Responsible for the maintenance of various systems", "duty-done");
    check(
        "Worked on backend features",
        "weak-verb-part unproved-difference unproved-last-time unproved-size",
    );
    check(
        "Helped with the migration to microservices",
        "weak-verb-part unproved-difference service-split unproved-last-time",
    );
    check(
        "Spearheaded the digital transformation of the platform",
        "inflated-verb-part unproved-difference unproved-last-time unproved-size",
    );
    check(
        "Used Java, Spring Boot, Kafka, Redis, Docker and Kubernetes",
        "list-one kafka-partitions redis-lost container-limits",
    );
    check(
        "Participated in daily stand-ups",
        "weak-verb-part unproved-difference unproved-last-time unproved-size",
    );
    check(
        "Team player with excellent communication skills",
        "unproved-one-thing unproved-difference unproved-hard unproved-size",
    );
    check(
        "Attended a conference on cloud computing",
        "weak-verb-part unproved-difference unproved-last-time unproved-size",
    );
    check("Did things", "unproved-one-thing unproved-difference unproved-hard unproved-size");
    check(
        "Fixed bugs and wrote code",
        "unproved-one-thing unproved-difference repaired-found unproved-hard",
    );
    check(
        "Rewrote the tariff engine in Rust",
        "unproved-difference rewrote-parity unproved-hard unproved-size",
    );
    check(
        "Published a Python client for the tide API",
        "unproved-difference unproved-hard shared-maintain unproved-size",
    );
}

#[test]
#[ignore = "prints what is asked about lines from standard input, for people"]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "it is there to read and print"
)]
fn dump_lines() {
    for line in std::io::stdin().lines().map_while(Result::ok).filter(|line| !line.is_empty()) {
        let ids: Vec<String> =
            questions(&line, Stage::Senior, false).into_iter().map(|asked| asked.id).collect();
        eprintln!("    check(\n        \"{line}\",\n        \"{}\",\n    );", ids.join(" "));
    }
}

/// Fails unless the question `id`, asked about the line, reads like this.
#[track_caller]
fn check_words(line: &str, id: &str, expected: &str) {
    let asked = questions(line, Stage::Senior, true).into_iter().find(|asked| asked.id == id);
    assert_eq!(asked.map(|asked| asked.question).as_deref(), Some(expected), "{line}");
}

#[test]
fn slots_are_filled_with_words_of_the_line() {
    check_words(
        "Cut p95 of the fares API from 640 ms to 85 ms by caching tariffs",
        "latency-load",
        "Which load did you see 85 ms under, and what does the number become at twice that load?",
    );
    check_words(
        "Shortened delivery of the guide from 50 to 7 minutes by sending deltas",
        "duration-critical-path",
        "Which step took most of the 50 minutes, and how did you find it before you changed \
         anything?",
    );
    check_words(
        "Cut p95 of the stops query from 2 s to 90 ms by adding a covering index on stop and day",
        "index-chosen",
        "Why this column order in “covering index”, and which query that looks similar cannot use \
         it?",
    );
    check_words(
        "Helped with the migration to microservices",
        "weak-verb-part",
        "You write “Helped”: what did you do with your own hands, and what did the people do whom \
         you worked with?",
    );
    check_words(
        "Chose leases over locks for the recording scheduler",
        "chose-criteria",
        "Which options were on the table when you chose this way, by which criteria did you \
         compare them, and who disagreed?",
    );
    check_words(
        "Wrote the box-log collector on Kafka, 1.2 billion lines a day",
        "throughput-tenfold",
        "1.2 billion lines a day, and next quarter ten times that: what do you change first, and \
         what do you leave alone?",
    );
}

/// Fails when the question is asked about the line, even where every fitting one is.
#[track_caller]
fn check_not(line: &str, id: &str) {
    let asked = questions(line, Stage::Senior, true);
    assert!(asked.iter().all(|asked| asked.id != id), "{line}: {id}");
}

#[test]
fn what_a_line_does_not_say_is_not_asked() {
    check_not("Wrote 64 integration tests for depot assignment", "created-first-version");
    check_not("Tested the parser on 5,000 addresses", "count-size-hard");
    check_not("Moved to 2-second segments from 6-second segments", "latency-load");
    check_not("Improved checkout latency by 40%", "share-moved");
    check_not("Built the feed service in Go, used by 31 journey planners", "adopted-how");
    check_not("Mentored 3 engineers, two of them promoted", "adopted-how");
    check_not("Built the parcel router in Go", "unproved-one-thing");
    check_not("Built the parcel router in Go", "kafka-partitions");
    check_not("Kotlin instead of Java in the billing service", "weak-verb-part");
    check_not("Cut p95 of the stops query from 2 s to 90 ms", "delta-base");
    check_not("", "unproved-one-thing");
}

#[test]
fn each_stage_is_asked_its_own() {
    let line = "Cut p95 of the stops query from 2 s to 90 ms by adding a covering index";
    let first = |stage| {
        let asked = questions(line, stage, true);
        asked.into_iter().map(|asked| asked.rubric).take(8).collect::<Vec<_>>()
    };
    assert!(first(Stage::Junior).contains(&"fundamentals".to_owned()));
    assert!(!first(Stage::Staff).contains(&"fundamentals".to_owned()));
    assert!(first(Stage::Staff).contains(&"alternatives".to_owned()));
}
