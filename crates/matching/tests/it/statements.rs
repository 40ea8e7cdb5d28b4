//! What has to hold when a job or a page is worded otherwise.

use resume::coverage::{Coverage, Status};
use resume::job::ToolGroup;
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
fn how_sentences_are_cut_changes_nothing() {
    let page = page(&WORK, &["Go"]);
    let duties: &[&str] = &["Operate Terraform, Redis and Go"];
    check_equal(
        &page,
        &job(&["Redis"], &["Kafka, Terraform and Go"], &[]),
        &job(&["Redis"], &["Kafka", "Terraform", "Go"], &[]),
    );
    check_equal(
        &page,
        &job(&["Kafka"], &[], duties),
        &job(&["Kafka"], &[], &["Operate Terraform", "Operate Redis", "Operate Go"]),
    );
    check_equal(&page, &job(&["Kafka and Redis"], &[], &[]), &job(&["Kafka", "Redis"], &[], &[]));
}

#[test]
fn a_choice_is_not_asked_for_beside_one_of_its_names() {
    let page = page(&WORK, &["Go"]);
    check_equal(&page, &job(&["Java", "Java or Go"], &[], &[]), &job(&["Java"], &[], &[]));
    check_equal(&page, &job(&["Java"], &["Java or Go"], &[]), &job(&["Java"], &[], &[]));
    let fit = |job: &Job| covered(&page, job).fit;
    assert!(fit(&job(&["Java or Terraform"], &["Terraform"], &[])) < 100.0);
}

#[test]
fn a_bare_word_of_a_choice_shows_less_than_a_name() {
    let must = job(&["Python or a similar programming language"], &[], &[]);
    let fit = |skills: &[&str]| covered(&page(&[], skills), &must).fit;
    let (word, name) = (fit(&["Programming"]), fit(&["Python"]));
    assert!(word < name, "{word} {name}");
}

#[test]
fn tools_of_a_job_ask_as_duties_do() {
    let with = |keywords: &[&str]| {
        let keywords = keywords.iter().map(|name| (*name).to_owned()).collect();
        let group = ToolGroup { keywords, ..ToolGroup::default() };
        Job { tools: vec![group], ..job(&["Kafka"], &[], &[]) }
    };
    let page = page(&WORK, &[]);
    let plain = job(&["Kafka"], &[], &[]);
    check_equal(&page, &with(&["Kafka", "our own scheduler"]), &plain);
    check_equal(&page, &with(&["Terraform"]), &job(&["Kafka"], &[], &["Terraform"]));
    let (shown, missing) =
        (covered(&page, &with(&["Redis"])), covered(&page, &with(&["Terraform"])));
    assert!(shown.fit > missing.fit && missing.fit >= 50.0, "{} {}", shown.fit, missing.fit);
}

#[test]
fn a_long_list_of_duties_does_not_outweigh_a_must() {
    let duties = [
        "Terraform", "Ansible", "Puppet", "Jenkins", "Splunk", "Grafana", "Prometheus", "Consul",
        "Cassandra", "Elasticsearch", "RabbitMQ", "Rust", "Scala", "PHP", "Angular", "Vue.js",
    ];
    let found = covered(&page(&WORK, &[]), &job(&["Kafka", "Redis"], &["Perl"], &duties));
    assert!((found.fit - 50.0).abs() < 10.0 && found.fit >= 50.0, "{}", found.fit);
    let broad = covered(&page(&WORK, &[]), &job(&["Software development"], &["Perl"], &duties));
    assert!(broad.fit < 20.0, "{}", broad.fit);
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
