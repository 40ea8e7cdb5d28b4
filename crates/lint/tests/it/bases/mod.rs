//! Unsaturated pages of different domains: far enough from the top that every change shows.

mod complete;

use resume::{Bullet, Resume, Stage};

pub(crate) use complete::{Quality, complete};

use crate::page::resume;

/// Each page with the stage it is graded at.
pub(crate) fn all() -> Vec<(&'static str, Resume, Stage)> {
    vec![
        ("embedded", resume(include_str!("embedded.yaml")), Stage::Senior),
        ("platform", resume(include_str!("platform.yaml")), Stage::Senior),
        ("logistics", resume(include_str!("logistics.yaml")), Stage::Senior),
        ("ml", resume(include_str!("ml.yaml")), Stage::Staff),
        ("health", resume(include_str!("health.yaml")), Stage::Mid),
        ("games", resume(include_str!("games.yaml")), Stage::Mid),
        ("entry", resume(include_str!("entry.yaml")), Stage::Junior),
    ]
}

/// Bullets that say something specific, from many domains. No two tell the same story.
pub(crate) const GOOD: [&str; 24] = [
    "Cut p99 of the fare quote endpoint from 620 ms to 140 ms by caching tariff tables per zone",
    "Moved label printing to a queue, cutting time at the packing desk from 9 s to 2 s for 140 stations",
    "Sharded the device registry by tenant, 4.1 billion rows over 16 PostgreSQL instances",
    "Replaced nightly CSV drops with change data capture; reports lag 3 minutes instead of 20 hours",
    "Wrote the fencing-token check that stopped two schedulers from billing the same order",
    "Led the move of 14 lab-result interfaces to FHIR without downtime over 9 months",
    "Reduced false alarms of the intrusion sensor from 8% to 0.9% by debouncing in the interrupt handler",
    "Mentored 3 engineers on query plans; two now run the weekly slow-query review",
    "Designed the refund ledger as an append-only log with a unique constraint on (order_id, attempt)",
    "Ran on-call for 18 services and wrote 11 runbooks; pages per week fell from 35 to 6",
    "Halved the nightly feature build (6 h to 3 h) by pruning columns before the join",
    "Built the canary controller that rolls back when the error budget burns 4x too fast; used by 7 teams",
    "Traced a heap leak in the ad bidder to an unbounded tag cache and capped it; restarts fell from 12 a day to none",
    "Ported the tick loop to a fixed 60 Hz step with client prediction for 2,000 rooms",
    "Added backpressure to the telemetry gateway, which now sheds load at 45k messages per second",
    "Rewrote the seat-hold query with a partial index; lock waits dropped from 1.8 s to 30 ms",
    "Introduced contract tests between 9 services, which caught 23 breaking changes before release",
    "Split the order table by month and archived 2.6 TB, cutting backup time from 7 h to 50 min",
    "Automated certificate rotation for 320 hosts; expiry incidents went from 5 a year to zero",
    "Negotiated a read model with the search team and removed 40 million cross-service calls a day",
    "Quantized the ranking model to int8, which lowered GPU cost from $41k to $17k a month",
    "Implemented leader election with leases in etcd for the cron fleet of 60 nodes",
    "Two merged patches to pgx that fix a prepared-statement leak",
    "Published the incident review format that 5 product teams adopted",
];

/// Lines that carry no credited fact.
pub(crate) const FILLER: [&str; 6] = [
    "Worked in an agile team",
    "Attended meetings",
    "Wrote code",
    "Did various tasks",
    "Participated in planning",
    "Learned new technologies",
];

/// The page with one more bullet at the end of its first role.
pub(crate) fn with_bullet(resume: &Resume, bullet: &str) -> Resume {
    let mut resume = resume.clone();
    resume.work[0].highlights.push(Bullet::from(bullet));
    resume
}

/// The page with `old` replaced by `new` in every bullet and in the summary.
pub(crate) fn replaced(resume: &Resume, old: &str, new: &str) -> Resume {
    let mut resume = resume.clone();
    for bullet in resume.work.iter_mut().flat_map(|role| &mut role.highlights) {
        bullet.text = bullet.text.replace(old, new);
    }
    if let Some(summary) = resume.basics.as_mut().and_then(|basics| basics.summary.as_mut()) {
        *summary = summary.replace(old, new);
    }
    resume
}
