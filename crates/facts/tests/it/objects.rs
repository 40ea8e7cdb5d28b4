//! What a verb acts on, and whether it is a particular thing.

use crate::render::check;

#[test]
fn particular_things() {
    check("Built the fraud-scoring service", r#"object "fraud-scoring service" specific"#);
    check("Partitioned trip_events by week", r#"object "trip_events" specific"#);
    check("Rewrote the tide-table compiler in Rust", r#"object "tide-table compiler" specific"#);
    check("Owns the ward-handover API", r#"object "ward-handover API" specific"#);
    check("Shipped OTA updates for heat pumps", r#"object "OTA updates" specific"#);
    check("Sharded PostgreSQL by tenant", r#"object "PostgreSQL" specific"#);
    check("Wrote a GDB stub for the drone autopilot", r#"object "GDB stub" specific"#);
    check("Designed the lobby matchmaker", r#"object "lobby matchmaker" specific"#);
    check("Ported the CAN driver to Zephyr", r#"object "CAN driver" specific"#);
    check("Moved radio planning to batch jobs", r#"object "radio planning" specific"#);
    check("Profiled checkout", r#"object "checkout" specific"#);
    check("Built a scalable parcel router", r#"object "parcel router" specific"#);
    check("Wrote a new reliable vaccine-stock ledger", r#"object "vaccine-stock ledger" specific"#);
    check("Replaced our homegrown feature flags", r#"object "homegrown feature flags" specific"#);
}

#[test]
fn the_thing_behind_an_attribute() {
    check("Cut p99 of the seat map from 2 s to 300 ms", r#"object "seat map" specific"#);
    check("Reduced latency of ad auctions by 40%", r#"object "ad auctions" specific"#);
    check(
        "Lowered the error rate of the meter gateway to 0.1%",
        r#"object "meter gateway" specific"#,
    );
    check("Cut match start time by half", r#"object "match start" specific"#);
    check("Doubled throughput of the packet processor", r#"object "packet processor" specific"#);
    check("Reduced memory use in the tile renderer", r#"object "tile renderer" specific"#);
}

#[test]
fn counted_things() {
    check("Migrated 14 regional depots", r#"object "regional depots" specific"#);
    check("Wrote 40 contract tests", r#"object "contract tests" specific"#);
    check("Led 6 game days", r#"object "game days" specific"#);
    check("Decommissioned 9 VPN tunnels", r#"object "VPN tunnels" specific"#);
    check("Ran a 12-node Kafka cluster", r#"object "Kafka cluster" specific"#);
    check("Indexed a 4.8B-row trip table", r#"object "trip table" specific"#);
}

#[test]
fn the_subject_of_a_change() {
    check("p95 of the claims search fell from 3 s to 400 ms", r#"object "claims search" specific"#);
    check("The telemetry uplink was rewritten in Rust", r#"object "telemetry uplink" specific"#);
    check("Error rate of the login flow dropped to 0.3%", r#"object "login flow" specific"#);
    check(
        "Saved €40k a year by moving scan archives to tape",
        r#"object "scan archives" specific"#,
    );
}

#[test]
fn one_for_each_claim() {
    check(
        "Wrote the fencing fix; ran 11 drills",
        r#"object "fencing fix" specific
           object "drills" specific"#,
    );
    check(
        "Designed the tariff schema and built its importer",
        r#"object "tariff schema" specific
           object "importer" specific"#,
    );
}

#[test]
fn articles_and_case_do_not_matter() {
    check("Built Fraud-Scoring Service", r#"object "Fraud-Scoring Service" specific"#);
    check("built the fraud scoring service.", r#"object "fraud scoring service" specific"#);
    check("Built “fraud scoring” service", r#"object "fraud scoring” service" specific"#);
}

#[test]
fn generic_things() {
    check("Built scalable microservices", r#"object "microservices" generic"#);
    check("Built scalable microservices for the platform", r#"object "microservices" generic"#);
    check("Developed various features", r#"object "features" generic"#);
    check("Worked on several projects", r#"object "projects" generic"#);
    check("Maintained backend services", r#"object "services" generic"#);
    check("Built a robust system", r#"object "system" generic"#);
    check("Implemented new functionality", r#"object "functionality" generic"#);
    check("Fixed bugs", r#"object "bugs" generic"#);
    check("Created RESTful APIs", r#"object "APIs" generic"#);
    check("Built APIs in Python", r#"object "APIs" generic"#);
    check("Delivered high-quality software solutions", r#"object "solutions" generic"#);
    check("Did daily tasks", r#"object "tasks" generic"#);
    check("Managed databases and servers", r#"object "databases and servers" generic"#);
    check("Wrote clean, maintainable code", r#"object "code" generic"#);
    check("Mentored junior developers", r#"object "junior developers" generic"#);
    check("Led 4 engineers", r#"object "engineers" generic"#);
    check("Resolved issues in a timely manner", r#"object "issues" generic"#);
    check("Built 7 solutions", r#"object "solutions" generic"#);
    check("Built 3 robust systems", r#"object "systems" generic"#);
    check("Automated processes", r#"object "processes" generic"#);
}

#[test]
fn nothing_at_all() {
    check("Improved performance", "no object");
    check("Reduced latency by 40%", "no object");
    check("Increased efficiency and productivity", "no object");
    check("Kept p99 under 40 ms", "no object");
    check("", "no object");
    check("10x 99% 5M 40% 3x", "no object");
}

#[test]
fn sentences_about_a_thing() {
    check(
        "Idempotency keys are stored with the claim, so retries no longer create a second one",
        "object \"Idempotency keys\" specific; concept idempotency-key; signal outcome",
    );
    check("A watermark per source now closes windows", "object \"watermark per source\" specific");
    check(
        "The quote cache now answers in 9 ms p99 where it was 70 ms",
        "object \"quote cache\" specific
        change \"9 ms p99 where it was 70 ms\" time 0.07 -> 0.009 down p99",
    );
    check(
        "Throughput of the message router went 8k to 31k messages/s",
        "object \"message router\" specific
        change \"8k to 31k messages/s\" rate 8000 -> 31000 up",
    );
    check("kafka sharding idempotency kubernetes", "no object");
    check("Responsible for various things", "no object");
}

#[test]
fn compounds_stay_whole() {
    check("Wrote in-app purchases for the arcade", r#"object "in-app purchases" specific"#);
    check("Ran the on-call rotation of the ledger", r#"object "on-call rotation" specific"#);
    check("Wrote an A/B test harness", r#"object "A/B test harness" specific"#);
    check("Patched a use-after-free in libwebsockets", r#"object "use-after-free" specific"#);
    check(
        "Held one row lock per depot rather than a table lock",
        r#"object "row lock per depot" specific"#,
    );
    check("Led a team of 4 engineers", "object \"team\" generic");
}

#[test]
fn sentences_are_about_their_subject() {
    check("Meter readings that arrive late are merged", r#"object "Meter readings" specific"#);
    check("Storms after a cell outage are absorbed", r#"object "Storms" specific"#);
    check("Training jobs that lost a node now resume", r#"object "Training jobs" specific"#);
    check("Route replans took 11 minutes", r#"object "Route replans" specific"#);
    check("Zigzagged the seat map", r#"object "seat map" specific"#);
    check("I moved the ledger lock out of the loop", r#"object "ledger lock" specific"#);
    check(
        "Rescans were lost; malformed scans now go to a quarantine",
        r#"object "Rescans" specific
           object "malformed scans" specific"#,
    );
    check("Caching, sharding, queues", "no object");
}
