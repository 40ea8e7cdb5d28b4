//! Design choices told by their shape, acts by verbs no list knows, and what is neither.

use crate::render::check;

#[test]
fn choices() {
    for (text, mechanism) in [
        (
            "Moved grip detection from a polling task to the ADC interrupt",
            r#"mechanism "from a polling task to the ADC interrupt" concrete"#,
        ),
        (
            "Moved the clutter filter in front of the resampling step",
            r#"mechanism "in front of the resampling step" concrete"#,
        ),
        (
            "Put the customs check ahead of the fare quote",
            r#"mechanism "ahead of the fare quote" concrete"#,
        ),
        (
            "Stored survey sources by sky cell instead of by night",
            r#"mechanism "by sky cell instead of by night" concrete"#,
        ),
        (
            "Merged telemetry frames by spacecraft clock and not by arrival",
            r#"mechanism "by spacecraft clock and not by arrival" concrete"#,
        ),
        (
            "Rewrote the berth check as a sweep over quay meters",
            r#"mechanism "as a sweep over quay meters" concrete"#,
        ),
        (
            "Replaced nearest-car dispatch with a lookahead over three calls",
            r#"mechanism "with a lookahead over three calls" concrete"#,
        ),
    ] {
        check(text, mechanism);
    }
}

#[test]
fn no_choices() {
    for text in [
        "Moved from Berlin to Hamburg",
        "Moved the parcel router from Jenkins to GitHub Actions",
        "Built a bird-sighting map as a personal project",
        "Worked as a backend engineer",
        "Sold 40 tickets by phone instead of 30 by mail",
        "Runs exactly-once pipelines for the toll ledger",
        "Put customers in front of everything",
    ] {
        check(text, "no mechanism");
    }
    check(
        "Improved streaming through caching, load balancing, optimization and cloud technologies",
        r#"mechanism "through caching, load balancing, optimization and cloud technologies" vague"#,
    );
}

#[test]
fn acts_by_unknown_verbs() {
    for (text, object) in [
        ("Ended double-sold time slots", r#"object "double-sold time slots" specific"#),
        ("Grouped low-battery scooters by route", r#"object "low-battery scooters" specific"#),
        ("Wove two loyalty catalogs together", r#"object "loyalty catalogs" specific"#),
        ("Let lift gates decide from a signed pass", r#"object "lift gates decide" specific"#),
        ("Hung meter alarms on the feeder state", r#"object "meter alarms" specific"#),
        ("Taped the toll simulator to a replay log", r#"object "toll simulator" specific"#),
    ] {
        check(text, object);
    }
}

#[test]
fn the_head_noun_is_the_object() {
    check(
        "Architected a revolutionary, AI-driven fleet rebalancing engine",
        r#"object "fleet rebalancing engine" specific"#,
    );
    check(
        "Designed a petabyte-scale, fault-tolerant star catalog",
        r#"object "star catalog" specific"#,
    );
    check("Built a parser, a planner and an executor", r#"object "parser" specific"#);
}

#[test]
fn lists_of_names() {
    check(
        "Implemented CQRS, event sourcing, saga and actor model patterns for a chess site",
        "list",
    );
    check("Used Rust, Redis and Grafana to build an elevator dispatcher", "list");
    check("Added retries and timeouts to the tile client", "no list");
    check("Used Redis streams to fan out ferry positions", "no list");
}
