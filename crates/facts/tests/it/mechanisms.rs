//! How it was done: concrete, vague, or not said.

use crate::render::check;

#[test]
fn concrete() {
    check(
        "Cut exports from 9 h to 20 min by streaming rows instead of buffering them",
        r#"mechanism "by streaming rows instead of buffering them" concrete"#,
    );
    check(
        "Halved cold starts via snapshot restore",
        r#"mechanism "via snapshot restore" concrete"#,
    );
    check(
        "Lowered RAM use through arena allocation",
        r#"mechanism "through arena allocation" concrete"#,
    );
    check(
        "Raised throughput using a lock-free ring buffer",
        r#"mechanism "using a lock-free ring buffer" concrete"#,
    );
    check(
        "Merged two price tables, replacing a nightly join",
        r#"mechanism "replacing a nightly join" concrete"#,
    );
    check(
        "Removed duplicate fares with an idempotency key per trip",
        r#"mechanism "with an idempotency key per trip" concrete"#,
    );
    check(
        "Tile misses fell 60% thanks to a bloom filter",
        r#"mechanism "thanks to a bloom filter" concrete"#,
    );
    check(
        "Cut egress 40% after moving thumbnails to a CDN",
        r#"mechanism "after moving thumbnails to a CDN" concrete"#,
    );
    check("Sped up sign-in by utilizing Redis", r#"mechanism "by utilizing Redis" concrete"#);
    check(
        "Cut image size by lazy loading avatars",
        r#"mechanism "by lazy loading avatars" concrete"#,
    );
    check(
        "p95 was reduced from 3 s to 400 ms by caching fare tables",
        r#"mechanism "by caching fare tables" concrete"#,
    );
}

#[test]
fn where_it_ends() {
    check(
        "By partitioning meter_readings by week, cut month-end from 9 h to 20 min",
        r#"mechanism "By partitioning meter_readings by week" concrete"#,
    );
    check(
        "Cut p99 by 35% by batching writes, saving 3 nodes",
        r#"mechanism "by batching writes" concrete"#,
    );
    check(
        "Cut joins by caching wards, beds and shifts; wrote the runbook",
        r#"mechanism "by caching wards, beds and shifts" concrete"#,
    );
    check(
        "Stopped double bookings by adding a unique index on (court_id, slot)",
        r#"mechanism "by adding a unique index on (court_id, slot)" concrete"#,
    );
    check(
        "Cut restarts by pinning threads (from 40 a week to 2)",
        r#"mechanism "by pinning threads" concrete"#,
    );
    check(
        "Cut reloads by caching fares so that kiosks start offline",
        r#"mechanism "by caching fares" concrete"#,
    );
    check(
        "Cut reloads by caching fares and halved memory by interning names",
        r#"mechanism "by caching fares" concrete
           mechanism "by interning names" concrete"#,
    );
}

#[test]
fn vague() {
    check(
        "Improved performance by using best practices",
        r#"mechanism "by using best practices" vague"#,
    );
    check(
        "Increased efficiency through various optimizations",
        r#"mechanism "through various optimizations" vague"#,
    );
    check("Reduced cost by optimizing code", r#"mechanism "by optimizing code" vague"#);
    check(
        "Increased sales by leveraging cutting-edge technologies",
        r#"mechanism "by leveraging cutting-edge technologies" vague"#,
    );
    check(
        "Raised quality by following agile methodologies",
        r#"mechanism "by following agile methodologies" vague"#,
    );
    check(
        "Improved delivery by collaborating with stakeholders",
        r#"mechanism "by collaborating with stakeholders" vague"#,
    );
    check("Raised quality by working hard", r#"mechanism "by working hard" vague"#);
    check(
        "Improved delivery by working closely with the team",
        r#"mechanism "by working closely with the team" vague"#,
    );
    check(
        "Through close collaboration, improved quality",
        r#"mechanism "Through close collaboration" vague"#,
    );
}

#[track_caller]
fn none(text: &str) {
    check(text, "no mechanism");
}

#[test]
fn not_how() {
    none("Sorted parcels by depot");
    none("A limiter adopted by 3 teams");
    none("Increased bids won by 20%");
    none("Cut seat search by 300 ms");
    none("Worked with product managers");
    none("Managed by a team of 5");
    none("The importer was rewritten by me");
    none("Paid couriers by the hour");
    none("Guided 3 squads through the migration");
    none("Walked juniors through the design");
    none("Delivered by Friday");
    none("Partitioned trip_events by week");
    none("Cut p95 from 900 ms to 200 ms");
    none("Built the parcel router");
    none("");
}

#[test]
fn tools_alone_and_causes_of_trouble() {
    check(
        "Maintained the portal using Docker and Kubernetes",
        "mechanism \"using Docker and Kubernetes\" vague",
    );
    check(
        "Cut sign-in time by moving sessions to Redis",
        "mechanism \"by moving sessions to Redis\" concrete",
    );
    check("Lowered ghost arrivals, caused by modems resending positions", "no mechanism");
}

#[test]
fn causes_of_what_holds() {
    check(
        "Alarms dropped from 70 to 4 a night after sensor readings were smoothed",
        r#"mechanism "after sensor readings were smoothed" concrete"#,
    );
    check(
        "Names resolve in 40 ms because they are matched against a trie",
        r#"mechanism "because they are matched against a trie" concrete"#,
    );
    check(
        "Worklists open in 0.8 s, down from 7 s, since the study index is split by site",
        r#"mechanism "since the study index is split by site" concrete"#,
    );
    check(
        "The outages ended once sessions were drained before a deploy",
        r#"mechanism "once sessions were drained before a deploy" concrete"#,
    );
    check(
        "Held one row lock per depot rather than a table lock",
        r#"mechanism "rather than a table lock" concrete"#,
    );
    check(
        "Storms are absorbed by a token bucket per cell",
        r#"mechanism "by a token bucket per cell" concrete"#,
    );
    check(
        "Removed a lock convoy by per-destination queues",
        r#"mechanism "by per-destination queues" concrete"#,
    );
    check(
        "Cut joins, interleaving child rows with their parents",
        r#"mechanism "interleaving child rows with their parents" concrete"#,
    );
    check(
        "Built a bidder with sharding and caching, 10 billion requests a day",
        r#"mechanism "with sharding and caching" concrete"#,
    );
    none("Jobs were lost because the disk was full");
    none("Worked on billing since the company was founded");
    none("Ran the platform since March 2021");
    none("Errors rose when traffic doubled");
    none("Used Rust rather than Python");
    none("Invoices are reviewed by accountants");
    none("Writes fell by a factor of twenty");
    none("Frees quota in 30 s rather than at midnight");
    none("Sorted shards by arrival date");
}
