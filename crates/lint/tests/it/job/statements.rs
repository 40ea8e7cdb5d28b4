//! What has to hold when a job is worded otherwise.

use std::collections::BTreeMap;

use lint::job_rules;
use resume::{Finding, Job};

use super::{check, job};

/// How often each rule speaks.
fn counts(findings: &[Finding]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(&*finding.rule).or_default() += 1;
    }
    counts
}

/// The rules that stop speaking when `before` becomes `after`, each as often as it does so.
#[track_caller]
fn check_removed(before: &str, after: &str, expected: &[&str]) {
    let (before, after) = (check(&job(before)), check(&job(after)));
    let (before, after) = (counts(&before), counts(&after));
    let mut removed = Vec::new();
    for (rule, count) in &before {
        let left = after.get(rule).copied().unwrap_or_default();
        removed.extend(std::iter::repeat_n(*rule, count.saturating_sub(left)));
    }
    let new: Vec<_> = after.keys().filter(|rule| !before.contains_key(*rule)).collect();
    assert_eq!(removed, expected);
    assert!(new.is_empty(), "{new:?}");
}

#[test]
fn they_for_he_removes_exactly_that() {
    check_removed(
        "title: Backend Engineer\nresponsibilities:\n  - he will own the tariff import\n",
        "title: Backend Engineer\nresponsibilities:\n  - they will own the tariff import\n",
        &["gendered-word"],
    );
}

#[test]
fn words_of_the_trade_have_no_gender() {
    let trade = "title: Backend Engineer\nresponsibilities:\n  - Each git commit names its change\n  \
                 - Use dependency injection\n  - Keep the response time low\n  - Write event-driven \
                 services with logical replication\n  - Restart each child process\n";
    let found = check(&job(trade));
    assert!(!counts(&found).contains_key("gender-coded-wording"), "{found:#?}");
}

#[test]
fn a_band_of_pay_is_clear_and_an_upper_end_alone_is_not() {
    let with = |pay: &str| format!("title: Backend Engineer\n{pay}");
    let band = with("pay: {currency: EUR, min: 70000, max: 90000, period: year}\n");
    let upper = with("pay: {currency: EUR, max: 90000, period: year}\n");
    let speaks = |text: &str| counts(&check(&job(text))).contains_key("unclear-pay");
    assert!(speaks(&with("")) && speaks(&upper) && !speaks(&band));
}

/// Moves the last must to what is nice.
fn relaxed(job: &Job) -> Option<Job> {
    let mut relaxed = job.clone();
    relaxed.nice.push(relaxed.must.pop()?);
    Some(relaxed)
}

#[test]
fn a_must_that_becomes_nice_is_never_worse() {
    // The rules that weigh the lists themselves.
    let about_musts =
        ["too-many-requirements", "years-required", "degree-required", "unassessed-must"];
    assert!(about_musts.iter().all(|id| job_rules().iter().any(|rule| rule.id == *id)));
    let many: String = [
        "Go", "Kafka", "PostgreSQL", "Redis", "Terraform", "gRPC", "AWS", "10 years of Go",
        "BSc required",
    ]
    .iter()
    .fold(String::new(), |all, one| all + "  - " + one + "\n");
    let mut now = job(&format!("title: Backend Engineer\nmust:\n{many}nice:\n  - Rust\n"));
    while let Some(next) = relaxed(&now) {
        if next.must.is_empty() {
            break;
        }
        let (before, after) = (check(&now), check(&next));
        let (before, after) = (counts(&before), counts(&after));
        for rule in about_musts {
            let count =
                |counts: &BTreeMap<&str, usize>| counts.get(rule).copied().unwrap_or_default();
            assert!(count(&after) <= count(&before), "{rule}: {before:?} {after:?}");
        }
        now = next;
    }
}
