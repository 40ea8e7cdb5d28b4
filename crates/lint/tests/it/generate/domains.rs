//! What generated lines are about: systems, measures, causes, ideas and loads of many fields.

/// How a measure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Milliseconds, in tens.
    Millis,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Percent of a whole.
    Percent,
}

/// One field of software.
#[derive(Debug)]
pub(crate) struct Domain {
    /// Particular things somebody can build, run or own.
    pub(crate) systems: [&'static str; 5],
    /// What is measured of them; all of these are better when lower.
    pub(crate) measures: [(&'static str, Unit); 3],
    /// Concrete causes, to stand after `by`.
    pub(crate) causes: [&'static str; 4],
    /// Techniques at work in a thing, to stand after its name.
    pub(crate) ideas: [&'static str; 4],
    /// What passes through in millions a day.
    pub(crate) loads: [&'static str; 2],
    /// Who uses it.
    pub(crate) people: &'static str,
    /// Languages and products.
    pub(crate) stack: [&'static str; 4],
}

use Unit::{Hours, Millis, Minutes, Percent};

/// The fields.
pub(crate) const DOMAINS: [Domain; 12] = [
    Domain {
        systems: [
            "tariff lookup", "meter-reading importer", "outage map", "load forecaster",
            "billing run",
        ],
        measures: [("p99", Millis), ("run time", Minutes), ("error rate", Percent)],
        causes: [
            "caching tariffs per region",
            "adding a covering index on (region, valid_from)",
            "reading the meters in batches of 500",
            "moving the sort into the query",
        ],
        ideas: [
            "with an idempotency key per meter and hour",
            "on a table partitioned by month",
            "with backpressure towards the head-end system",
            "with a dead-letter queue for unreadable rows",
        ],
        loads: ["readings", "price updates"],
        people: "grid operators",
        stack: ["Go", "PostgreSQL", "Temporal", "Prometheus"],
    },
    Domain {
        systems: [
            "lab-result interface", "appointment API", "consent registry", "prescription gateway",
            "imaging archive",
        ],
        measures: [("p95", Millis), ("delivery time", Minutes), ("rejection rate", Percent)],
        causes: [
            "validating HL7 messages before they are queued",
            "splitting the consent table by clinic",
            "replacing polling with webhooks",
            "pooling connections with PgBouncer",
        ],
        ideas: [
            "with an append-only audit log",
            "with optimistic locking on the appointment row",
            "behind mutual TLS between 40 clinics",
            "with retries and jittered backoff",
        ],
        loads: ["messages", "results"],
        people: "nurses",
        stack: ["Java", "MySQL", "RabbitMQ", "Spring Boot"],
    },
    Domain {
        systems: [
            "parcel router", "label service", "customs filing job", "dock scheduler",
            "tracking API",
        ],
        measures: [("p99", Millis), ("planning time", Minutes), ("misroute rate", Percent)],
        causes: [
            "precomputing distances between depots",
            "moving label printing to a queue",
            "dropping an N+1 query over shipments",
            "sharding the scan table by depot",
        ],
        ideas: [
            "with the outbox pattern for scan events",
            "with a lease per dock in etcd",
            "with an upsert on (parcel_id, scan_id)",
            "with consumer groups per depot",
        ],
        loads: ["scans", "parcels"],
        people: "dispatchers",
        stack: ["Kotlin", "Kafka", "PostgreSQL", "Kubernetes"],
    },
    Domain {
        systems: [
            "settlement service", "refund ledger", "payout job", "card vault",
            "chargeback importer",
        ],
        measures: [("p99", Millis), ("closing time", Hours), ("mismatch rate", Percent)],
        causes: [
            "batching the postings per merchant",
            "replacing row locks by an append-only ledger",
            "caching exchange rates for a minute",
            "streaming the files instead of loading them",
        ],
        ideas: [
            "with double-entry postings",
            "with a unique constraint on (order_id, attempt)",
            "with serializable transactions on balances",
            "with key rotation every 90 days",
        ],
        loads: ["card payments", "postings"],
        people: "accountants",
        stack: ["Java", "Oracle", "Kafka", "Terraform"],
    },
    Domain {
        systems: [
            "matchmaker", "leaderboard service", "replay store", "inventory service",
            "lobby server",
        ],
        measures: [("p95", Millis), ("queue time", Minutes), ("disconnect rate", Percent)],
        causes: [
            "widening the skill bracket over time",
            "sending snapshot deltas instead of full states",
            "keeping the top 100 in a sorted set",
            "pinning rooms to cores",
        ],
        ideas: [
            "with client prediction and lag compensation",
            "on a fixed tick of 60 Hz",
            "with consistent hashing over rooms",
            "with an idempotent grant per purchase",
        ],
        loads: ["matches", "inputs"],
        people: "level designers",
        stack: ["C++", "Redis", "gRPC", "Lua"],
    },
    Domain {
        systems: [
            "transcoding pipeline", "playlist API", "live packager", "thumbnail worker",
            "subtitle importer",
        ],
        measures: [("p99", Millis), ("publishing time", Minutes), ("rebuffer rate", Percent)],
        causes: [
            "cutting segments in parallel on 16 workers",
            "caching manifests at the CDN edge",
            "encoding only changed chapters",
            "prefetching the next segment",
        ],
        ideas: [
            "with a work queue and visibility timeouts",
            "with checksums over every segment",
            "behind a circuit breaker per origin",
            "with content-addressed storage",
        ],
        loads: ["segments", "plays"],
        people: "editors",
        stack: ["Rust", "FFmpeg", "S3", "DynamoDB"],
    },
    Domain {
        systems: [
            "fare quote endpoint", "seat-hold service", "itinerary store", "baggage tracker",
            "timetable importer",
        ],
        measures: [("p99", Millis), ("import time", Hours), ("timeout rate", Percent)],
        causes: [
            "fetching carriers in parallel with a deadline of 300 ms",
            "rewriting the hold query with a partial index",
            "compressing itineraries with zstd",
            "diffing timetables instead of reloading them",
        ],
        ideas: [
            "with a fencing token per seat",
            "with a saga over payment and ticketing",
            "with rate limiting per agency",
            "with read replicas in 3 regions",
        ],
        loads: ["quotes", "searches"],
        people: "travel agents",
        stack: ["Go", "Cassandra", "Envoy", "Grafana"],
    },
    Domain {
        systems: [
            "feature store", "ranking model server", "embedding index", "training scheduler",
            "drift monitor",
        ],
        measures: [("p99", Millis), ("training time", Hours), ("false positive rate", Percent)],
        causes: [
            "batching inference requests for 5 ms",
            "quantizing the model to int8",
            "pruning columns before the join",
            "checkpointing to S3 between epochs",
        ],
        ideas: [
            "with shadow traffic before every release",
            "with the same transforms at training and at serving",
            "with gang scheduling over 64 GPUs",
            "with incremental loads by watermark",
        ],
        loads: ["predictions", "features"],
        people: "data scientists",
        stack: ["Python", "Spark", "PyTorch", "Airflow"],
    },
    Domain {
        systems: [
            "meter firmware", "OTA updater", "radio driver", "motor controller", "battery monitor",
        ],
        measures: [
            ("wake-up time", Millis),
            ("flashing time", Minutes),
            ("field failure rate", Percent),
        ],
        causes: [
            "sleeping the radio between beacons",
            "moving flash writes out of the interrupt handler",
            "copying samples by DMA",
            "debouncing the reed switch in hardware",
        ],
        ideas: [
            "with A/B partitions and rollback",
            "with a watchdog per task",
            "within 48 KB of RAM",
            "with wear leveling over 64 sectors",
        ],
        loads: ["beacons", "samples"],
        people: "field technicians",
        stack: ["C", "Zephyr", "FreeRTOS", "Rust"],
    },
    Domain {
        systems: [
            "call router", "SMS gateway", "charging engine", "roaming importer", "voicemail store",
        ],
        measures: [("p99", Millis), ("rating time", Minutes), ("drop rate", Percent)],
        causes: [
            "keeping the prefix tree in memory",
            "sharding subscribers over 12 nodes",
            "acknowledging messages after the write only",
            "replacing XML with Protocol Buffers",
        ],
        ideas: [
            "with load shedding at 80 % of capacity",
            "with active-active failover",
            "with deduplication by message id",
            "with replication over 3 sites",
        ],
        loads: ["messages", "call records"],
        people: "operators",
        stack: ["Erlang", "Mnesia", "Kafka", "Ansible"],
    },
    Domain {
        systems: [
            "token service", "policy engine", "session store", "certificate manager",
            "audit pipeline",
        ],
        measures: [("p99", Millis), ("review time", Hours), ("lockout rate", Percent)],
        causes: [
            "compiling policies to decision trees",
            "signing tokens with Ed25519 instead of RSA",
            "caching public keys with a TTL of 10 minutes",
            "rotating certificates by a scheduled job",
        ],
        ideas: [
            "with tenant isolation by row-level security",
            "with short-lived certificates for 320 hosts",
            "with a canary that rolls back by itself",
            "with rate limits per client id",
        ],
        loads: ["logins", "decisions"],
        people: "developers",
        stack: ["Go", "Vault", "Redis", "Kubernetes"],
    },
    Domain {
        systems: [
            "event collector", "attribution pipeline", "funnel query service", "cohort builder",
            "clickstream store",
        ],
        measures: [("p95", Millis), ("report lag", Hours), ("loss rate", Percent)],
        causes: [
            "replacing nightly dumps with change data capture",
            "sorting the table by (customer, day)",
            "buffering events on disk when the broker is away",
            "precomputing rollups per hour",
        ],
        ideas: [
            "with exactly-once sinks",
            "with late events within a window of 2 days",
            "with a schema registry for 60 topics",
            "with bloom filters per segment",
        ],
        loads: ["events", "page views"],
        people: "analysts",
        stack: ["Scala", "ClickHouse", "Kafka", "Airflow"],
    },
];
