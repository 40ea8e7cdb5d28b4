//! Verbs where verbs stand, and nouns that only look like them.

use crate::render::check;

#[test]
fn openings() {
    check("Ported the scanner driver to Zephyr", r#"verb "Ported" port opening"#);
    check("Successfully migrated the claims archive", r#"verb "migrated" migrate opening"#);
    check("Co-designed the fare API", r#"verb "Co-designed" co-design opening"#);
    check("Re-partitioned trip_events by week", r#"verb "Re-partitioned" re-partition opening"#);
    check("I rewrote the tile server", r#"verb "rewrote" rewrite opening"#);
    check("We have built a crane simulator", r#"verb "built" build opening"#);
    check("Was reducing the closing time", r#"verb "reducing" reduce opening"#);
    check("Owns the fare engine", r#"verb "Owns" own opening"#);
    check("Currently maintain the SDK", r#"verb "maintain" maintain opening"#);
    check("Wound down the fax gateway", r#"verb "Wound down" wind down opening"#);
    check("Optimised the allocator", r#"verb "Optimised" optimize opening"#);
    check("Modelled tide heights", r#"verb "Modelled" model opening"#);
    check("• Wrote the crane simulator", r#"verb "Wrote" write opening"#);
    check("- Wrote the crane simulator", r#"verb "Wrote" write opening"#);
    check("Kept the vitals feed under 2 s", r#"verb "Kept" keep opening"#);
}

#[test]
fn openings_after_an_introduction() {
    check("As incident commander, ran 11 retros", r#"verb "ran" run opening"#);
    check("In a team of three, built a lap timer", r#"verb "built" build opening"#);
    check(
        "During an internship at a port operator, wrote a crane simulator",
        r#"verb "wrote" write opening"#,
    );
}

#[test]
fn weak_and_inflated_openings() {
    check("Helped with the ward migration", r#"verb "Helped" help opening"#);
    check("Participated in on-call rotations", r#"verb "Participated" participate opening"#);
    check("Spearheaded the tariff rewrite", r#"verb "Spearheaded" spearhead opening"#);
    check("Used Redis for sessions", r#"verb "Used" use opening"#);
}

#[test]
fn further_clauses() {
    check(
        "Wrote the fencing fix; ran 11 drills",
        r#"verb "Wrote" write opening
           verb "ran" run clause"#,
    );
    check(
        "Designed and shipped the meter gateway",
        r#"verb "Designed" design opening
           verb "shipped" ship clause"#,
    );
    check(
        "Set up, then ran the device lab",
        r#"verb "Set up" set up opening
           verb "ran" run clause"#,
    );
    check(
        "Improved and extended the claims parser",
        r#"verb "Improved" improve opening
           verb "extended" extend clause"#,
    );
}

#[test]
fn means_and_results() {
    check(
        "Cut boot time, saving 3 s per restart",
        r#"verb "Cut" cut opening
           verb "saving" save result"#,
    );
    check(
        "Moved sessions to Redis, which halved login errors",
        r#"verb "Moved" move opening
           verb "halved" halve result"#,
    );
    check(
        "Cut boot time by trimming the device tree",
        r#"verb "Cut" cut opening
           verb "trimming" trim gerund"#,
    );
    check(
        "Wrote checks that cut regressions",
        r#"verb "Wrote" write opening
           verb "cut" cut result"#,
    );
    check("p99 fell from 4 s to 1 s", r#"verb "fell" fall result"#);
    check("Errors were reduced by a third", r#"verb "reduced" reduce result"#);
    check(
        "Maintaining, monitoring and supporting ward servers",
        r#"verb "Maintaining" maintain opening
           verb "monitoring" monitor gerund
           verb "supporting" support gerund"#,
    );
}

#[test]
fn nouns_and_adjectives() {
    check("Added a dropped packet counter", r#"verb "Added" add opening"#);
    check("Fixed dropped frames in the encoder", r#"verb "Fixed" fix opening"#);
    check("Reviewed reduced scope proposals", r#"verb "Reviewed" review opening"#);
    check("Wrote a build cache", r#"verb "Wrote" write opening"#);
    check("Wrote the release notes", r#"verb "Wrote" write opening"#);
    check("Owned the load test of the bidder", r#"verb "Owned" own opening"#);
    check("Tests for the tariff engine", "no verb");
    check("Deploys of the tariff engine", "no verb");
    check("Lead engineer for dispatch", "no verb");
    check("Test engineer at a rail operator", "no verb");
    check("Test coverage: 83%", "no verb");
    check("Was acquired by a rail operator", "no verb");
    check("Head of platform", "no verb");
    check("Design of a tram simulator", "no verb");
    check("Refactoring of the dosage module", "no verb");
    check("Responsible for deploying ward servers", "no verb");
    check("Used by 3 teams", "no verb");
    check("Go to market tooling", "no verb");
    check("Two merged patches to sqlc", "no verb");
    check("Python, Go and SQL", "no verb");
    check("", "no verb");
}

#[test]
fn nouns_that_open_a_sentence() {
    check("Test shards are balanced by duration", "no verb");
    check("Canary scoring compares two rankers on live traffic", "no verb");
    check("Commands are sent twice over both links", "no verb");
    check("Test the parser before each release", r#"verb "Test" test opening"#);
    check("Route parcels to the nearest depot", r#"verb "Route" route opening"#);
    check("Training the ranker on click logs", r#"verb "Training" train opening"#);
    check(
        "I moved the lock; then we cut the retries",
        r#"verb "moved" move opening; verb "cut" cut clause"#,
    );
}
