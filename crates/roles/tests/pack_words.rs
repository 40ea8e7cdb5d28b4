//! The words of the pack, in lines that have them and in lines that do not.

use roles::{Direction, PhraseSet, RolePack, words};

/// The concepts found in a line, in the order of the line.
#[track_caller]
fn check_concepts(text: &str, expected: &[&str]) {
    let pack = RolePack::backend_engineer();
    let found: Vec<&str> = pack
        .concept_phrases
        .find(&words(text))
        .into_iter()
        .map(|found| pack.concepts[found.value].id.as_str())
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn concepts_by_name_and_by_paraphrase() {
    check_concepts("Made the refund handler safe to retry", &["idempotency"]);
    check_concepts("processing a message twice has the same effect", &["idempotency"]);
    check_concepts("the step may run twice with the same result", &["idempotency"]);
    check_concepts("an idempotency key per order", &["idempotency-key"]);
    check_concepts("wrote events in the same transaction as the order", &["outbox"]);
    check_concepts("a saga over three services", &["saga"]);
    check_concepts("usage of the app", &[]);
    check_concepts("retried with exponential backoff and jitter", &["retry-backoff"]);
    check_concepts("dead-letter queue for bad readings", &["dead-letter-queue"]);
    check_concepts("wrote to both stores, then compared", &["dual-write"]);
    check_concepts("split brain, ended with a fencing token", &["split-brain", "fencing"]);
    check_concepts("one query per row became one join", &["n-plus-one"]);
    check_concepts("moved the bootloader to A/B slots", &["ota-update", "ab-slots"]);
    check_concepts("lag compensation for 128-tick servers", &["lag-compensation", "tick-rate"]);
    check_concepts("fed the watchdog from the slowest task", &["watchdog"]);
    check_concepts("partitioned by tenant_id and week", &["partitioning"]);
    check_concepts("the SLO, its error budget and burn-rate alerts", &["slo", "slo", "slo"]);
    check_concepts("late events land in the watermark's slack", &["late-data", "windowing"]);
    check_concepts(
        "property-based tests of the rounding",
        &["property-testing", "money-arithmetic"],
    );
    check_concepts("expand-and-contract, without downtime", &["schema-migration"]);
}

#[test]
fn everyday_words_are_no_concepts() {
    for text in [
        "Ran daily stand-ups and met deadlines",
        "Improved metrics and code quality for customer profiles",
        "Worked with the team to deliver features and fix incidents",
        "Wrote tests and documentation for various projects",
        "Tries to keep the codebase compact and clean",
        "Services interrupted by lunch, spanning three offices",
        "Dashboards for the rest of the company",
        "Responsible for software development and maintenance",
        "Participated in agile ceremonies, retros and planning",
    ] {
        check_concepts(text, &[]);
    }
}

/// The lemma and direction of the verb a line opens with.
#[track_caller]
fn check_verb(text: &str, expected: Option<(&str, Option<Direction>)>) {
    let pack = RolePack::backend_engineer();
    let found = pack.verb_forms.opens(&words(text)).map(|found| &pack.verbs[found.value]);
    assert_eq!(found.map(|verb| (verb.lemma.as_str(), verb.direction)), expected, "{text:?}");
}

#[test]
fn verbs_open_lines() {
    check_verb("Cut p99 from 840 ms to 95 ms", Some(("cut", Some(Direction::Down))));
    check_verb("Brought p99 latency down to 95 ms", Some(("bring down", Some(Direction::Down))));
    check_verb("Brought order to the on-call rota", Some(("bring", None)));
    check_verb("Raised coverage", Some(("raise", Some(Direction::Up))));
    check_verb("Optimised the importer", Some(("optimize", None)));
    check_verb("Load tested the gateway", Some(("load-test", None)));
    check_verb("Rolled out the new scheduler", Some(("roll out", None)));
    check_verb("Modelled the tariff", Some(("model", None)));
    check_verb("Was responsible for things", Some(("be responsible", None)));
    check_verb("Was happy", None);
    check_verb("Leader of the guild", None);
    check_verb("Cutting-edge", Some(("cut", Some(Direction::Down))));
}

/// Whether any phrase of a list is in the text.
#[track_caller]
fn check_list(list: &PhraseSet, flagged: &[&str], clean: &[&str]) {
    for text in flagged {
        assert!(!list.find(&words(text)).is_empty(), "not found in {text:?}");
    }
    for text in clean {
        assert_eq!(list.find(&words(text)), [], "found in {text:?}");
    }
}

#[test]
fn word_lists() {
    let lists = &RolePack::backend_engineer().lists;
    check_list(
        &lists.weak_openers,
        &["Responsible for things", "Played an important role in sales", "Helped with testing"],
        &["Response time fell", "Helpers for the test suite", "Wrote the importer"],
    );
    check_list(
        &lists.traits,
        &["A passionate developer", "detail-oriented", "dynamic individual", "highly motivated"],
        &["event-driven design", "dynamic programming", "a dedicated queue", "committed offsets"],
    );
    check_list(
        &lists.vague_changes,
        &["significantly faster", "Improved performance", "Optimised queries"],
        &["cut p99 by half", "a significance test", "improved from 5 s to 1 s"],
    );
    check_list(
        &lists.vague_mechanisms,
        &["using modern techniques", "following best practices", "clean code"],
        &["using a covering index", "the best shard", "modern C++"],
    );
    check_list(
        &lists.buzzwords,
        &["cutting-edge", "seamless integration", "leveraged synergies"],
        &["the cut at the edge", "unlocked the row", "seams between services"],
    );
    check_list(&lists.soft_skills, &["Teamwork", "time management"], &["Kafka", "time series"]);
    check_list(
        &lists.objectives,
        &["Seeking a challenging role", "Aspiring engineer", "looking to grow"],
        &["a disk seek", "Runs the ledger of a bank", "looked at 12 heap dumps"],
    );
    check_list(
        &lists.filler,
        &["Java, SQL, etc.", "references available upon request", "and many more"],
        &["just-in-time compiler", "moreover", "etcd"],
    );
    check_list(&lists.category_words, &["Databases", "Version control"], &["PostgreSQL", "Git"]);
}

#[test]
fn object_heads() {
    let objects = &RolePack::backend_engineer().objects;
    check_list(
        &objects.heads,
        &["the tariff importer", "two ledgers", "gateways", "indices", "billing runs"],
        &["things", "stuff", "importance"],
    );
    check_list(
        &objects.generic_heads,
        &["various tasks", "features", "activities", "systems"],
        &["tariff importer", "scheduler", "futures"],
    );
    check_list(&objects.generic_modifiers, &["scalable", "cloud-based"], &["tariff", "nightly"]);
}
