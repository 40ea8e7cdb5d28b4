//! Clauses that say when, why or what follows.

use facts::Facts;
use roles::RolePack;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let facts = Facts::read(text, RolePack::backend_engineer());
    let found: Vec<&str> = facts.reasons.iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn details_of_the_work() {
    check(
        "Leased each dock, so a paused tablet loses its assignment",
        &["so a paused tablet loses its assignment"],
    );
    check(
        "Rolled back by the watchdog if the first heartbeat is lost",
        &["if the first heartbeat is lost"],
    );
    check("Built a cache keyed on tenant and week", &["keyed on tenant"]);
    check("Added a unique constraint on (filing_id, line)", &["on (filing_id, line)"]);
    check(
        "Built a relay, which joins door events with timetables",
        &["which joins door events with timetables"],
    );
    check("Every write is logged before the answer", &["is logged before"]);
}

#[test]
fn no_details() {
    check("Built a cache with consistent hashing and replication", &[]);
    check("Worked so hard", &[]);
    check("Built a platform, which provides scalable solutions", &[]);
    check("Wrote code if needed", &[]);
    check("The service is used by 3 teams", &[]);
    check("Shipped it (with tests)", &[]);
    check("", &[]);
}
