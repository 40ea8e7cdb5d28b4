//! The lines of the career guide, filled in as somebody might, are lines the grader credits and no
//! rule objects to.

use resume::{FieldPath, Severity, Stage};
use roles::guide;

use crate::page::{check, with_bullets};

/// What goes into the slots of each skill's skeleton, in order. The people are invented.
const FILLED: [(&str, &[&str]); 42] = [
    (
        "problem-solving",
        &["failed label prints of the parcel station", "40 a day", "2", "queuing jobs per printer"],
    ),
    ("writing", &["the ferry booking service", "splits seats from fares", "3"]),
    (
        "debugging",
        &[
            "lost seat holds",
            "the ticket service",
            "a race between two expiry workers",
            "a version check on the hold row",
        ],
    ),
    (
        "version-control",
        &["14", "long-lived release branches", "trunk-based development", "9 days", "1 day"],
    ),
    ("api-design", &["lending", "300k", "5 library apps", "cursor paging and idempotency keys"]),
    (
        "databases",
        &[
            "lost updates",
            "the point ledger of the loyalty service",
            "locking accounts in id order",
            "80k",
        ],
    ),
    (
        "sql",
        &[
            "the monthly royalty report",
            "40 min",
            "50 s",
            "90 million",
            "replacing a self join by a window function",
        ],
    ),
    (
        "data-modeling",
        &["clinic bookings", "9", "an exclusion constraint on room and time", "double bookings"],
    ),
    (
        "authentication",
        &[
            "7 partner services", "shared API keys", "mutual TLS", "a leaked certificate",
            "4 minutes",
        ],
    ),
    (
        "authorization",
        &["row-level", "patient records", "60", "a nightly test that reads as every other tenant"],
    ),
    (
        "testing",
        &[
            "integration tests against a real PostgreSQL",
            "the tariff importer",
            "11 rounding errors",
            "22 min",
            "7 min",
        ],
    ),
    (
        "performance",
        &[
            "the route search endpoint",
            "1.4 s",
            "230 ms",
            "900 requests per second",
            "batching the station lookups",
        ],
    ),
    (
        "cloud",
        &["the invoice renderer", "AWS Fargate", "Terraform", "deploy time", "50 min", "6 min"],
    ),
    (
        "containers",
        &[
            "the pricing service",
            "1.3 GB",
            "90 MB",
            "40 s",
            "5 s",
            "dropping the build tools from the runtime stage",
        ],
    ),
    ("logging", &["9", "trace ids", "failed refunds", "3 h", "10 min"]),
    (
        "monitoring",
        &[
            "70",
            "the checkout service",
            "2 alerts on error rate and latency",
            "35",
            "4",
            "a full disk of the order database",
            "2 min",
        ],
    ),
    (
        "system-design",
        &[
            "the reminder scheduler",
            "2 million reminders a day",
            "a partitioned table",
            "a queue per customer",
            "customers cancel at any time",
            "March 2025",
        ],
    ),
    (
        "indexing",
        &[
            "the open-claims query",
            "6 s",
            "80 ms",
            "30 million",
            "a partial index on unpaid claims",
        ],
    ),
    (
        "caching",
        &["the timetable API", "700 ms", "60 ms", "departures", "stop and minute", "30 s", "94 %"],
    ),
    (
        "message-queues",
        &[
            "PDF rendering",
            "the invoice run",
            "RabbitMQ",
            "idempotent consumers and a dead-letter queue",
            "p95 of checkout",
            "3 s",
            "200 ms",
            "400k",
        ],
    ),
    (
        "rate-limiting",
        &[
            "the quote API",
            "99.9 %",
            "a surge to 3 times its capacity",
            "limiting per client and shedding report exports first",
        ],
    ),
    (
        "secure-coding",
        &["SQL injection", "23 endpoints", "parameterized queries", "40", "Vault", "30 days"],
    ),
    (
        "api-documentation",
        &["freight", "OpenAPI, with examples tested in the build", "3 days", "40 min"],
    ),
    ("incident-response", &["6", "the payment gateway", "a one-step rollback", "55 min", "9 min"]),
    (
        "safe-change",
        &[
            "the new fare engine",
            "400k riders",
            "shadow traffic and a canary per region",
            "3 min",
            "fares differed",
        ],
    ),
    (
        "consistency",
        &[
            "doubled refunds",
            "the returns process",
            "12",
            "idempotency keys per order",
            "a nightly comparison with the ledger found none since",
        ],
    ),
    (
        "resilience",
        &["ticket sales", "identity provider", "a cached session fallback", "2 %", "0.1 %"],
    ),
    (
        "capacity",
        &[
            "the search cluster",
            "$41k",
            "$18k",
            "12k queries per second",
            "moving cold indexes to object storage",
        ],
    ),
    (
        "migrations",
        &[
            "6 TB of meter readings",
            "MongoDB",
            "PostgreSQL",
            "dual writes and comparing reads for a month",
            "June 2025",
        ],
    ),
    ("mentoring", &["3", "carry the pager of the settlement service"]),
    ("direction", &["the event envelope standard", "9", "a year", "4", "message formats"]),
    ("clusters", &["6", "140 services", "surge nodes and drain budgets", "2 days", "3 h"]),
    (
        "developer-experience",
        &[
            "merge to production",
            "60",
            "3 h",
            "25 min",
            "splitting the test suite by changed package",
        ],
    ),
    (
        "networking",
        &[
            "5 s stalls",
            "the fare service and its Redis replicas",
            "a DNS timeout on IPv6 lookups",
            "p99.9",
            "5 s",
            "40 ms",
            "caching names per node",
        ],
    ),
    ("toil", &["certificate renewal", "80", "6 h", "10 min"]),
    ("frontend", &["the seat map", "React", "90k", "time until usable", "4 s", "1.1 s"]),
    (
        "data-pipelines",
        &["sensor-readings", "300 GB", "incremental and replayable", "06:00", "11:00"],
    ),
    (
        "analytics-modeling",
        &["subscriptions", "BigQuery", "35", "churn", "a gap of 4 % between two dashboards"],
    ),
    ("threat-modeling", &["the card vault", "4", "13", "replayed webhooks", "signed timestamps"]),
    ("security-testing", &["fuzz targets", "the barcode parser", "7 out-of-bounds reads"]),
    (
        "discovery",
        &[
            "12", "the depot planner", "a chat feature", "an offline mode",
            "weekly active drivers", "300", "900",
        ],
    ),
    (
        "priorities",
        &["4", "the booking platform", "3", "median time to first booking", "9 days", "2 days"],
    ),
];

/// A skeleton with its slots filled.
fn filled(skeleton: &str, values: &[&str]) -> String {
    let mut line = String::new();
    let mut values = values.iter();
    let mut rest = skeleton;
    while let Some((before, after)) = rest.split_once('‹') {
        let (_, after) = after.split_once('›').expect("a slot ends");
        line += before;
        line += values.next().expect("a value for each slot");
        rest = after;
    }
    assert_eq!(values.next(), None, "{skeleton}");
    line + rest
}

#[test]
fn every_skeleton_becomes_a_line_that_counts() {
    let mut wrong = Vec::new();
    assert_eq!(guide().skills.len(), FILLED.len());
    for (skill, (id, values)) in guide().skills.iter().zip(FILLED) {
        assert_eq!(skill.id, id);
        let text = filled(&skill.skeleton, values);
        let outcome = check(&with_bullets(&[&text]), Stage::Mid);
        let line = FieldPath::root().key("work").index(0).key("highlights").index(0);
        let rules: Vec<_> = (outcome.findings.iter())
            .filter(|found| found.severity >= Severity::Warning && found.path == line)
            .map(|found| found.rule.to_string())
            .collect();
        let facts: usize = outcome.grade.bullets.iter().map(|bullet| bullet.facts.len()).sum();
        if !rules.is_empty() || facts < 2 {
            wrong.push(format!("{id}: {text}\n  {rules:?}, {facts} facts"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is left to fill is never credited as if it were said.
#[test]
fn an_empty_skeleton_is_not_ready() {
    for skill in &guide().skills {
        let outcome = check(&with_bullets(&[&skill.skeleton]), Stage::Mid);
        assert!(!outcome.findings.is_empty(), "{}", skill.skeleton);
    }
}
