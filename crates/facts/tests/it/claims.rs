//! A text as claims: where each begins and ends, and whether it can carry credit.

use facts::Facts;
use roles::RolePack;

/// Each expected line is a claim: `+` when it is substantial, `-` when it is not, then its words.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let pack = RolePack::backend_engineer();
    let facts = Facts::read(text, pack);
    let found: Vec<String> = facts
        .claims
        .iter()
        .map(|claim| {
            let sign = if claim.is_substantial(pack) { '+' } else { '-' };
            format!("{sign} {}", text[claim.range.clone()].trim())
        })
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn one_claim() {
    check("Built the parcel router", &["+ Built the parcel router"]);
    check(
        "Cut p99 of the seat map from 2 s to 300 ms by caching wards",
        &["+ Cut p99 of the seat map from 2 s to 300 ms by caching wards"],
    );
    check(
        "Two merged patches to the tide compiler",
        &["+ Two merged patches to the tide compiler"],
    );
    check(
        "As incident commander, ran the flood drill",
        &["+ As incident commander, ran the flood drill"],
    );
}

#[test]
fn several_claims() {
    check("Wrote the fencing fix; ran 11 drills", &["+ Wrote the fencing fix;", "+ ran 11 drills"]);
    check(
        "Designed the tariff schema and built its importer",
        &["+ Designed the tariff schema and", "+ built its importer"],
    );
    check(
        "Built the lobby, cut join time and taught two squads",
        &["+ Built the lobby,", "+ cut join time and", "- taught two squads"],
    );
}

#[test]
fn claims_that_carry_nothing() {
    check("Built scalable microservices", &["- Built scalable microservices"]);
    check("Helped with the ward migration", &["- Helped with the ward migration"]);
    check("Participated in the flood drill", &["- Participated in the flood drill"]);
    check("Improved performance", &["- Improved performance"]);
    check("Responsible for things", &["- Responsible for things"]);
    check("Did tasks", &["- Did tasks"]);
    check("foo foo foo foo", &["- foo foo foo foo"]);
    check("10x 99% 5M 40% 3x", &["- 10x 99% 5M 40% 3x"]);
}

#[test]
fn lists() {
    check(
        "Used PostgreSQL, Redis, Kafka, Docker, Kubernetes and Terraform",
        &["- Used PostgreSQL, Redis, Kafka, Docker, Kubernetes and Terraform"],
    );
    check(
        "Applied idempotency, sagas, sharding, CQRS, backpressure and caching",
        &["- Applied idempotency, sagas, sharding, CQRS, backpressure and caching"],
    );
    check(
        "Moved the fare cache from Redis to Memcached",
        &["+ Moved the fare cache from Redis to Memcached"],
    );
}

#[test]
fn nothing_is_one_empty_claim() {
    check("", &["- "]);
}
