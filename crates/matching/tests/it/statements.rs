//! What has to hold when a job or a page is worded otherwise.

use resume::coverage::{Coverage, Status};
use resume::model::{Basics, Education};
use resume::{Date, Job, Resume};

use crate::support::{asked, covered, evidence, job, page};

const WORK: [(&str, &[&str]); 1] = [(
    "2020-01..2024-06",
    &[
        "Cut p99 of the fare search from 620 ms to 140 ms by caching tariffs in Redis, in Java",
        "Moved the order events to Kafka without losing one",
    ],
)];

fn points(coverage: &Coverage) -> (f64, f64) {
    (coverage.fit, coverage.literal)
}

#[track_caller]
fn check_equal(page: &Resume, one: &Job, other: &Job) {
    assert_eq!(points(&covered(page, one)), points(&covered(page, other)));
}

#[test]
fn one_of_several_ways_is_enough() {
    let java = page(&WORK, &[]);
    let found = covered(&java, &job(&["Java, Python or Go"], &[], &[]));
    assert_eq!(found.requirements[0].status, Status::Proved);
    assert!((found.fit - 100.0).abs() < f64::EPSILON, "{}", found.fit);
    let second = page(
        &[WORK[0], ("2018-01..2019-12", &["Wrote the importer of timetables in Python"])],
        &[],
    );
    let again = covered(&second, &job(&["Java, Python or Go"], &[], &[]));
    assert!((again.fit - found.fit).abs() < f64::EPSILON);
}

#[test]
fn what_a_job_says_twice_counts_once() {
    let page = page(&WORK, &["Go"]);
    check_equal(&page, &job(&["Kafka", "Go"], &[], &[]), &job(&["Kafka", "Go", "Kafka"], &[], &[]));
    check_equal(&page, &job(&["Kafka", "Go"], &[], &[]), &job(&["Kafka", "Go"], &["Kafka"], &[]));
}

#[test]
fn a_job_without_skills_has_no_result() {
    let evidence = evidence(&page(&WORK, &[]));
    for job in [job(&[], &[], &[]), job(&["Curious and kind"], &[], &["Talk to riders"])] {
        let result =
            matching::cover(&evidence, &asked(&job), roles::RolePack::backend_engineer(), None);
        assert!(result.is_err(), "{result:?}");
    }
}

#[test]
fn soft_words_are_no_gaps() {
    let musts =
        ["Kafka", "Strong communication skills", "A self-starter with a passion for quality"];
    let found = covered(&page(&WORK, &[]), &job(&musts, &[], &[]));
    for one in &found.requirements[1..] {
        assert!(matches!(one.status, Status::Unverifiable | Status::NotCompared), "{one:#?}");
        assert!(one.weight.abs() < f64::EPSILON && one.action.is_none(), "{one:#?}");
    }
    assert!((found.fit - 100.0).abs() < f64::EPSILON, "{}", found.fit);
}

#[test]
fn who_somebody_is_changes_nothing() {
    let plain = page(&WORK, &["Go"]);
    let mut other = plain.clone();
    other.basics = Some(Basics {
        name: Some("Ngozi Adeyemi-Schmidt".to_owned()),
        email: Some("ngozi@example.org".to_owned()),
        ..Basics::default()
    });
    other.work[0].name = Some("Kafka & Sons".to_owned());
    other.work[0].location = Some("Lagos".to_owned());
    other.education = vec![Education {
        institution: Some("University of Terraform".to_owned()),
        end_date: Some(Date::Year(1994)),
        ..Education::default()
    }];
    let job = job(&["Kafka", "Go", "Terraform"], &["Redis"], &[]);
    let (one, two) = (covered(&plain, &job), covered(&other, &job));
    assert_eq!(points(&one), points(&two));
    let statuses = |coverage: &Coverage| -> Vec<Status> {
        coverage.requirements.iter().map(|one| one.status).collect()
    };
    assert_eq!(statuses(&one), statuses(&two));
}

#[test]
fn a_copied_job_proves_nothing() {
    let lines = ["Build and run services in Go with Kafka and Terraform for our customers"];
    let job = job(&[], &[], &lines);
    let copied = page(&[("2020-01..2024-06", &lines)], &[]);
    let found = covered(&copied, &job);
    assert!(found.fit <= 50.0, "{}", found.fit);
    for skill in found.requirements.iter().flat_map(|one| &one.skills) {
        assert_eq!(skill.status, Status::ListedOnly, "{skill:#?}");
    }
}
