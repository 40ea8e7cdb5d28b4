//! Techniques, products and small signals by any of their names.

use crate::render::check;

#[test]
fn by_name() {
    check("Added idempotency keys to refunds", "concept idempotency-key");
    check("Wrote an outbox for ward events", "concept outbox");
    check("Made the seat consumer idempotent", "concept idempotency");
    check("Put a circuit breaker before the courier API", "concept circuit-breaker");
    check("Sharded the trip store by region", "concept sharding");
    check("Moved the scheduler to leader election", "concept leader-election");
    check("Caught model drift of the ETA service", "concept model-drift");
    check("Added client-side prediction to the racer", "concept client-prediction");
    check("Wrote a watchdog for the pump", "concept watchdog");
    check("Rewrote BGP failover", "concept bgp; concept failover");
    check("Added contract tests for couriers", "concept contract-testing");
}

#[test]
fn by_paraphrase() {
    check("Diagnosed a split-brain of two leaders", "concept split-brain; concept split-brain");
    check("Processing an order twice has the same effect as once", "concept idempotency");
    check("Seats were sold twice under load", "concept race-condition");
    check("Wrote the event in the same transaction as the booking", "concept outbox");
}

#[test]
fn british_and_hyphens_do_not_matter() {
    check("Added dead letter queues", "concept dead-letter-queue");
    check("Added dead-letter queues", "concept dead-letter-queue");
    check("Added an authorization model", "concept authorization");
    check("Added an authorisation model", "concept authorization");
}

#[test]
fn no_techniques() {
    check("Built scalable systems", "no concept");
    check("Wrote a message to the team", "no concept");
    check("Released the app", "no concept");
    check("Went on a raft trip", "no skill");
    check("Owned the usage report", "no concept");
    check("", "no concept");
}

#[test]
fn products() {
    check("Moved sessions to Redis and K8s", "skill redis; skill kubernetes");
    check("Wrote it in Go", "skill go");
    check("Decided to go to market early", "no skill");
    check("Worked swiftly in spring 2023", "no skill");
}

#[test]
fn signals() {
    check("A limiter adopted by 3 teams", "signal reach");
    check("Shipped to production", "signal production");
    check("Two merged patches to sqlc", "signal proof");
    check("Wrote the flood runbook", "signal operations");
    check("Wrote 40 contract tests", "signal testing");
    check("Attended planning", "signal attendance");
    check("Built the parcel router", "no signal");
    check("Star ratings for couriers", "no signal");
    check("Alerted nobody", "signal operations");
}
