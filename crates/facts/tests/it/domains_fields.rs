//! Techniques of particular fields: data, devices, media, networks, trade, health, space.

use crate::render::check_concepts;

#[test]
fn interfaces() {
    check_concepts(&[
        ("Opaque cursors instead of offsets", "pagination"),
        ("If-None-Match saves 60% of the map traffic", "conditional-request"),
        ("Bounded query depth of the public graph", "graphql-operations"),
        ("Generated clients from the OpenAPI file", "client-generation"),
        ("Resume tokens after a dropped stream", "streaming-api"),
        ("Adapter per carrier", "protocol-translation"),
        ("Usage records are rated once", "usage-metering"),
    ]);
}

#[test]
fn data_and_models() {
    check_concepts(&[
        ("Harmonized codes of 14 labs with a mapping table", "schema-mapping, schema-mapping"),
        ("Demand forecasts for 800 stores", "forecasting"),
        (
            "Online and offline features come from the same feature code",
            "train-serve-skew, train-serve-skew",
        ),
        ("Tensor parallel training on 512 GPUs", "distributed-training"),
        ("Fused attention kernel", "gpu-kernel"),
        ("Shadow scoring of the fraud model", "model-release, fraud"),
        ("Data drift alerts for the ETA model", "model-drift, eta-prediction"),
        ("Quantized the model to int8", "quantization, quantization"),
        ("Batched requests on the GPU with continuous batching", "batching, batched-inference"),
        ("Sharded parameters across 64 nodes", "distributed-training"),
        ("Retrained the model nightly from operator corrections", "model-retraining"),
        ("Prompt injection tests for the agent", "llm-guardrails"),
    ]);
}

#[test]
fn devices() {
    check_concepts(&[
        ("A brown-out no longer corrupts the config", "brown-out"),
        ("Two firmware slots with a boot counter", "ab-slots"),
        ("Interrupt-safe queue between radio and main loop", "interrupts"),
        ("DMA double buffering for the ADC", "dma"),
        ("Watchdog fed from the slowest task", "watchdog"),
        ("Zero-touch provisioning of gateways", "device-provisioning"),
        ("Sends only changes beyond a dead band", "edge-reduction, edge-reduction"),
        ("Timing closure at 300 MHz", "fpga-design"),
        ("Fixed a page fault storm in the kernel module", "kernel-work, kernel-work"),
        ("Counted system calls per request", "system-calls"),
        ("SR-IOV and device passthrough", "virtualization"),
        ("Lost the link for days: sync after reconnect", "device-sync"),
    ]);
}

#[test]
fn games_and_media() {
    check_concepts(&[
        ("Client prediction with server reconciliation", "client-prediction, client-prediction"),
        ("Server rewinds hits by the shooter's latency", "lag-compensation"),
        ("Snapshot interpolation at a 30 Hz tick budget", "client-prediction, tick-rate"),
        ("Dropped draw calls by frustum culling", "rendering, rendering"),
        ("Archetype storage for entities", "entity-component"),
        ("Broadphase on a spatial hash", "physics-simulation, physics-simulation"),
        ("Warm servers for each region", "session-placement"),
        ("Lip sync within 40 ms through the jitter buffer", "jitter-buffer, jitter-buffer"),
        ("Adaptive bitrate ladder per title", "adaptive-bitrate"),
        ("Server-side ad insertion", "ad-insertion"),
        ("Cascaded SFUs", "conferencing"),
    ]);
}

#[test]
fn networks() {
    check_concepts(&[
        ("BGP route leaks", "bgp, bgp"),
        ("Congestion control for satellite links", "congestion-control"),
        ("Packet loss concealment", "jitter-buffer"),
        ("Session resumption at the edge", "tls-edge"),
        ("Golden config and config diffs for 4k routers", "network-automation, network-automation"),
        ("Quota reservations in online charging", "charging, charging"),
        ("Steered roaming traffic", "mobile-core"),
    ]);
}

#[test]
fn developer_tools() {
    check_concepts(&[
        ("Hermetic builds", "hermetic-build"),
        ("Remote execution of 40k actions", "build-farm"),
        ("A merge queue keeps the trunk green", "merge-queue"),
        ("Sparse checkouts of the monorepo", "monorepo-scale"),
        ("Escape analysis and register allocation", "allocation, compiler-optimization"),
        ("Inline caches in the baseline JIT", "jit-compilation"),
        ("Concurrent marking with a write barrier", "gc-design, gc-design"),
        ("Type inference for rows", "type-system"),
        ("Dispatch loop of the bytecode VM with threaded code", "interpreter, interpreter"),
    ]);
}

#[test]
fn money() {
    check_concepts(&[
        ("Pre-trade risk limits", "trading-risk"),
        ("Double-entry ledger", "double-entry"),
        ("Reconciled bank files against the ledger", "reconciliation"),
        ("Rounds interest by day count", "accrual"),
        ("Partial captures and chargebacks", "payment-lifecycle, payment-lifecycle"),
        ("Decision tables for benefit rules", "decision-rules, decision-rules"),
    ]);
}

#[test]
fn search_ads_maps_movement() {
    check_concepts(&[
        ("Reindexed 2 billion listings behind an alias swap", "index-rebuild, index-rebuild"),
        ("Typo-tolerant search", "query-understanding"),
        ("Recrawl schedule per host", "web-crawling"),
        ("Bid shading", "ad-auction"),
        ("Budget pacing across 12 regions", "budget-pacing"),
        ("Frequency caps", "budget-pacing"),
        ("Attribution windows", "attribution"),
        ("Contraction hierarchies", "path-finding"),
        ("Vehicle routing with time windows", "route-optimization"),
        ("Geofences with hysteresis", "geofencing, geofencing"),
        ("Map matching of noisy GPS", "map-matching, map-matching"),
        ("Vector tiles are rebuilt only where the map changed", "map-tiles, graph-pipelines"),
        ("Mixed-integer solver for crew plans", "optimization-solver"),
        ("Cross-docking and put-away", "warehouse-flow"),
        ("Cold chain traceability per lot", "traceability"),
    ]);
}

#[test]
fn health_energy_space_robots() {
    check_concepts(&[
        ("HL7 to FHIR mapping", "clinical-interoperability"),
        ("Matched patients across 9 hospitals", "patient-matching"),
        ("Allergy checks at the bedside", "clinical-safety"),
        ("Grid frequency response of batteries", "grid-control"),
        ("Missing intervals of smart meters", "meter-data"),
        ("SCADA gateway polls", "telecontrol"),
        ("Attitude control", "spacecraft"),
        ("Memory scrubbing against bit flips", "fault-tolerant-hardware, fault-tolerant-hardware"),
        ("Pose graph optimization", "robot-localization"),
        ("Motion planning among 300 robots", "motion-planning"),
        ("Sensor-to-actuator latency budget of 10 ms", "real-time-pipeline, real-time-pipeline"),
        ("Chain reorgs", "chain-handling"),
    ]);
}

#[test]
fn by_their_usual_names() {
    check_concepts(&[
        ("k-anonymity of trip exports", "statistical-privacy"),
        ("SBOM per build", "supply-chain"),
        ("secret scanning in CI", "secrets"),
        ("coordinated omission in the load generator", "tail-latency, load-testing"),
        ("SLO error budgets", "slo, slo"),
        ("contract tests", "contract-testing"),
        ("remote cache hits", "remote-cache"),
        ("incremental compilation", "incremental-build"),
        ("reranking with a cross-encoder", "search-relevance, retrieval"),
        ("geohash prefixes", "spatial-index"),
        ("an R-tree per tile", "spatial-index"),
        ("poison messages", "dead-letter-queue"),
        ("FIFO groups per account", "ordering"),
        ("failover drills", "chaos"),
        ("blue/green deploys", "blue-green"),
        ("feature flags per clinic", "feature-flag"),
        ("shadow traffic", "shadow-traffic"),
        ("hybrid logical clocks", "logical-clock"),
        ("vector clocks", "logical-clock"),
        ("tiered storage", "storage-tiering"),
        ("rightsizing of 400 nodes", "capacity-planning"),
        ("a dataloader per request", "n-plus-one"),
        ("RPO of 5 minutes", "pitr"),
        ("envelope encryption", "envelope-encryption"),
        ("key rotation without restarts", "key-rotation"),
        ("mutual TLS", "mtls"),
        ("token bucket per key", "rate-limiting"),
        ("consistent hashing of sessions", "consistent-hashing"),
        ("gossip membership", "gossip"),
        ("bloom filter per segment", "bloom-filter"),
        ("LSM compaction", "lsm-tree"),
        ("MVCC snapshots", "mvcc"),
        ("BRIN index on time", "gin-index, index-choice"),
        ("GIN index on tags", "gin-index"),
        ("covering index", "index-choice"),
        ("connection pooling", "connection-pool"),
        ("logical replication", "logical-replication"),
        ("logical replication slots", "logical-replication"),
        ("canary releases", "canary"),
        ("circuit breaker", "circuit-breaker"),
        ("hedged requests", "hedged-request"),
        ("tail-based sampling", "tracing"),
        ("runbooks", "runbook"),
        ("capacity plan", "capacity-planning"),
        ("autoscaling on queue depth", "autoscaling, queueing"),
        ("pseudonymization", "pseudonymization"),
        ("right to erasure", "erasure"),
        ("ETags", "conditional-request"),
        ("BM25 weights", "search-relevance"),
        ("priority queues", "priority-queue"),
        ("consumer rebalances", "consumer-group"),
        ("property-based testing", "property-testing"),
        ("mutation testing", "mutation-testing"),
        ("chaos experiments", "chaos"),
        ("TLA+ spec", "formal-methods"),
        ("feature store parity", "feature-store"),
        ("online/offline skew", "train-serve-skew"),
        ("drift detection", "infrastructure-as-code"),
        ("exactly-once sinks", "exactly-once-sink"),
        ("watermarks", "windowing"),
        ("late data", "late-data"),
        ("partition pruning", "pruning"),
        ("columnar encoding", "columnar"),
        ("predicate pushdown", "pruning"),
        ("zero copy", "zero-copy"),
        ("eBPF probes", "ebpf"),
        ("SIMD parsing", "simd"),
        ("cache locality", "cache-locality"),
        ("isolation levels", "isolation-level"),
        ("saga", "saga"),
        ("transactional outbox", "outbox"),
        ("event sourcing", "event-sourcing"),
        ("CQRS", "cqrs"),
        ("memory arenas", "allocation"),
        ("lock-free queue", "lock-free"),
        ("A/B firmware slots", "ab-slots"),
        ("SCADA protocols", "telecontrol"),
        ("patient consent", "consent"),
        ("MQTT bridge", "fieldbus"),
        ("OTA service", "ota-update"),
        ("Modbus and DNP3", "fieldbus, fieldbus"),
    ]);
}
