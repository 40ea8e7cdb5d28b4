//! Techniques of every field of backend work, named as people name them.

use crate::render::check_concepts;

#[test]
fn consistency() {
    check_concepts(&[
        ("Processing an order twice has the same effect as once", "idempotency"),
        ("Replaying the log yields the same state on every replica", "event-sourcing"),
        ("Old readers ignore new fields of the trip event", "schema-registry"),
        ("Only one replica may write at a time", "leader-election"),
        ("The queue pushes back when the scorer is slow", "backpressure"),
        ("Wrote to both tables until counts matched", "dual-write, data-verification"),
        ("Prices are stale by at most 30 s", "bounded-staleness"),
        ("Refused writes from a stale primary", "fencing"),
        ("A standby took over within 8 s when the primary died", "failover"),
        ("Each step of the booking is undone when a later one fails", "saga"),
        ("Streamed row changes from the policy table into the search index", "change-data-capture"),
        ("Messages about one parcel arrive in the order they were sent", "ordering"),
        ("Two buyers could get the same seat", "race-condition"),
        ("Held seats expire after 10 minutes", "inventory-reservation"),
        ("Clocks of the meters disagree by up to 40 s", "clock-skew"),
    ]);
}

#[test]
fn traffic() {
    check_concepts(&[
        ("Sheds the lowest priority imports first", "load-shedding"),
        ("Sent a second copy of a slow request to another replica", "hedged-request"),
        ("Stopped calling the carrier after five timeouts", "circuit-breaker"),
        ("Falls back to the last known good tariff", "fallback"),
        ("Own thread pool per partner bank", "bulkhead"),
        ("Retries carriers with a random delay between retries", "retry-backoff"),
        ("Bad readings go to a side queue", "dead-letter-queue"),
        ("Drains connections before a node leaves", "graceful-shutdown"),
        ("Spread users over cells by locality aware routing", "load-balancing"),
        ("Capped concurrent renders at 12 per node", "adaptive-concurrency"),
    ]);
}

#[test]
fn storage() {
    check_concepts(&[
        ("Split the meter table by tenant across 16 nodes", "sharding"),
        ("Dropped old partitions instead of deleting rows", "storage-tiering"),
        ("Wrote a slotted page format for the log store", "storage-format"),
        ("Rebuilt the roaring bitmaps per segment", "compressed-bitmap, compressed-bitmap"),
        ("Indexed stations by H3 cell", "spatial-index"),
        ("Served nearest neighbors from an HNSW graph", "search-relevance, vector-index"),
        ("Tuned autovacuum of the events table", "vacuum"),
        ("Readers never block writers in the new store", "mvcc"),
        ("A partial index on open claims", "index-choice"),
        ("Zone maps let the engine skip 90% of the files", "pruning"),
        ("Replaced one query per row with a batched lookup", "n-plus-one, batching"),
        ("Recovers after a power loss without losing an acknowledged write", "crash-recovery"),
        ("Moved tenants between shards while online", "sharding"),
        ("Synchronous replication between two sites", "replication-mode"),
        ("Invoice numbers without gaps from sequence allocation", "id-generation"),
        ("Premiums as of any date from bitemporal rows", "temporal-data"),
        ("Compressed blocks with a trained dictionary", "compression, compression"),
        ("Deduplicated backup chunks by content-defined chunking", "chunk-dedup, chunk-dedup"),
        ("Wrote the page eviction of the buffer manager", "buffer-manager, buffer-manager"),
        ("A radix tree of routes", "string-structures"),
        ("Reclaimed 40 TB of space from orphaned blobs", "space-reclaim, space-reclaim"),
        ("A statement timeout kills runaway queries", "query-guard, query-guard"),
    ]);
}

#[test]
fn messages_and_change() {
    check_concepts(&[
        ("Cache entries are invalidated through the change stream", "caching, cache-consistency"),
        ("Loads shaders on first use", "lazy-evaluation"),
        ("Exactly-once sink for ad clicks", "exactly-once-sink"),
        ("A timer wheel holds 4 million delayed jobs", "delay-queue, delay-queue"),
        ("Consumer lag fell from 2 h to 40 s", "consumer-lag"),
        ("Work stealing between render workers", "work-distribution"),
        ("Modelled the loan as a state machine", "state-machine"),
        ("Rolled out to one depot first, then all", "canary"),
        ("Firmware goes out in waves of 500 trucks", "fleet-rollout"),
        ("Ran both versions side by side and compared the answers", "shadow-traffic"),
        ("Live migration of 900 VMs", "live-migration"),
        ("Moved callers off v1 within the deprecation window", "deprecation"),
        ("Kept both data centers active", "multi-region"),
        ("Nightly restore of a random backup", "pitr"),
    ]);
}

#[test]
fn operations() {
    check_concepts(&[
        ("Trace headers through every hop", "tracing"),
        ("Burn-rate alerts for the dispatch SLO", "slo, alerting"),
        ("Synthetic checks from 9 cities", "synthetic-monitoring"),
        ("Removed the manual failover of the switch", "toil"),
        ("Symbolicated 30k crash reports a day", "crash-analysis, crash-analysis"),
        ("Ran the render farm on spot instances", "spot-capacity"),
        ("Second provider takes over during a carrier outage", "dependency-failure"),
        ("Bad disks are drained before they fail", "fleet-operations"),
    ]);
}

#[test]
fn performance() {
    check_concepts(&[
        ("Replaced the socket loop with io_uring", "async-io"),
        ("Wrote kprobes for the scheduler", "ebpf"),
        ("Kernel bypass for the quote path", "kernel-bypass"),
        ("Overlapped halo exchange with compute", "hpc-communication"),
        ("Sparse matrix assembly for the reservoir model", "numerics"),
        ("Zero copy from the NIC to the decoder", "zero-copy"),
        ("NUMA-aware placement of the matching threads", "cache-locality"),
        ("Padded counters to a cache line to stop false sharing", "cache-locality, cache-locality"),
        ("Vectorized the decoder with NEON intrinsics", "simd, simd"),
        ("Per-request arenas", "allocation"),
    ]);
}

#[test]
fn tests_of_many_kinds() {
    check_concepts(&[
        ("Fuzzed the DICOM parser", "fuzzing"),
        ("Surviving mutants fell by half", "mutation-testing"),
        ("Hardware in the loop rig for the inverter", "hardware-in-the-loop"),
        ("Replayed recorded flights against each build", "simulation-testing"),
        ("Checked against a reference implementation in MATLAB", "differential-testing"),
        ("Power cut tests of the flash log", "crash-testing, flash-wear"),
        ("Quarantined flaky tests", "flaky-tests"),
        ("Model checked the lock protocol in TLA+", "formal-methods, formal-methods"),
        ("Thread sanitizer in CI", "sanitizers"),
    ]);
}

#[test]
fn security_and_privacy() {
    check_concepts(&[
        ("Row-level security for wards", "row-level-security"),
        ("Wrapped keys per tenant", "envelope-encryption, tenant-isolation"),
        ("Standing access removed from 40 engineers", "least-privilege"),
        ("Counts are published only for groups of at least 10", "statistical-privacy"),
        ("Erases a customer across 14 services", "erasure"),
        ("Patient names are replaced by a keyed hash", "pseudonymization"),
        ("Consent is checked before a record leaves", "consent"),
        ("Boots only signed images", "trusted-boot"),
        ("Detection rules for lateral movement", "threat-detection, threat-detection"),
        ("Bounds checks in the packet parser", "memory-safety"),
        ("Forward secrecy for group calls", "cryptographic-protocol"),
        ("Default deny between plants", "network-segmentation"),
    ]);
}
