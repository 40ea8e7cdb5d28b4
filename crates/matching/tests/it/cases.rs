//! How single requirements are judged.

use resume::Resume;
use resume::coverage::Status;
use roles::RolePack;

use crate::support::{as_of, asked, covered, evidence, job, one, page};

const LATE: &str = "2022-01..";
const OLD: &str = "2009-01..2012-06";

#[track_caller]
fn check(bullets: &[(&str, &[&str])], skills: &[&str], must: &str, expected: Status) {
    let found = one(&page(bullets, skills), must);
    assert_eq!(found.status, expected, "{must:?}: {found:#?}");
}

#[test]
fn a_skill_is_shown_in_many_ways() {
    let queue: &[&str] = &["Built the order queue on Kafka, replacing a nightly import"];
    check(&[(LATE, queue)], &[], "Kafka", Status::Proved);
    check(&[(LATE, queue)], &[], "Experience with Kafka", Status::Proved);
    check(&[], &["Kafka"], "Kafka", Status::ListedOnly);
    check(&[(LATE, queue)], &["Go"], "Terraform", Status::NotStated);
    let postgres: &[&str] = &["Moved the ledger tables to Postgres without downtime"];
    check(&[(LATE, postgres)], &[], "PostgreSQL", Status::OtherName);
    check(&[(LATE, postgres)], &["PostgreSQL"], "PostgreSQL", Status::Proved);
    check(&[(LATE, postgres)], &[], "Postgres", Status::Proved);
    let eks: &[&str] = &["Moved 14 services to EKS and cut deploy time to 4 minutes"];
    check(&[(LATE, eks)], &[], "Kubernetes", Status::Implied);
    let rails: &[&str] = &["Built the booking service in Ruby on Rails"];
    check(&[(OLD, rails)], &[], "Ruby on Rails", Status::Stale);
    check(&[(OLD, rails), (LATE, rails)], &[], "Ruby on Rails", Status::Proved);
}

/// The words of the pack, with skills of our own: what is close to what is data.
fn small_pack() -> RolePack {
    let skills = r#"
        [[skill]]
        id = "relational-database"
        name = "relational database"
        category = "pattern"
        [[skill]]
        id = "postgresql"
        name = "PostgreSQL"
        category = "database"
        parents = ["relational-database"]
        related = { mysql = 0.6 }
        [[skill]]
        id = "mysql"
        name = "MySQL"
        category = "database"
        parents = ["relational-database"]
    "#;
    let vocabulary = roles::Vocabulary::from_toml(skills).expect("skills");
    RolePack { vocabulary, ..RolePack::backend_engineer().clone() }
}

#[test]
fn what_is_close_is_never_equal() {
    let pack = small_pack();
    let fit = |bullet: &str, skills: &[&str], must: &str| {
        let page = matching::Evidence::of(&page(&[(LATE, &[bullet])], skills), &pack, &as_of());
        let asked = facts::requirement::read(&job(&[must], &[], &[]), &pack);
        let found = matching::cover(&page, &asked, &pack, None).expect("comparable");
        (found.requirements[0].status, found.fit)
    };
    let line = "Sharded the orders table in MySQL by customer";
    assert_eq!(fit(line, &[], "MySQL").0, Status::Proved);
    assert_eq!(fit(line, &[], "A relational database"), (Status::Implied, 100.0));
    let close = fit(line, &[], "PostgreSQL");
    let listed = fit(line, &["PostgreSQL"], "PostgreSQL");
    assert_eq!((close.0, listed.0), (Status::Related, Status::ListedOnly));
    assert!(0.0 < close.1 && close.1 < listed.1 && listed.1 < 100.0, "{close:?} {listed:?}");
    let example = fit(line, &[], "A relational database such as PostgreSQL");
    assert!(example.1 > listed.1, "{example:?}");
}

#[test]
fn only_work_is_a_claim() {
    for line in [
        "Responsible for Kafka",
        "Familiar with Kafka",
        "Used Go, Java, Kafka, Redis, Docker",
        "Attended a Kafka workshop",
        "Helped with Kafka",
    ] {
        check(&[(LATE, &[line])], &[], "Kafka", Status::ListedOnly);
    }
    for line in [
        "Wrote the Kafka consumer of the pricing feed",
        "Tuned Kafka partitions for the click stream",
        "Ran Kafka in production for 40 teams",
        "Migrated billing events from RabbitMQ to Kafka",
        "Built the invoice service in Go with PostgreSQL, Kafka and Redis",
    ] {
        check(&[(LATE, &[line])], &[], "Kafka", Status::Proved);
    }
}

#[test]
fn what_is_denied_is_not_shown() {
    check(
        &[(LATE, &["Built the billing service in Go, no Kafka"])],
        &[],
        "Kafka",
        Status::NotStated,
    );
    check(&[(LATE, &["Built the billing service in Java"])], &[], "Java", Status::Proved);
}

#[test]
fn of_alternatives_one_is_enough() {
    let java: &[&str] = &["Built the billing service in Java"];
    check(&[(LATE, java)], &[], "Java, Kotlin or Go", Status::Proved);
    check(&[(LATE, java)], &[], "Java and Terraform", Status::Partly);
    let kafka: &[&str] = &["Built the order queue on Kafka, replacing a nightly import"];
    let queues =
        one(&self::page(&[(LATE, kafka)], &[]), "Message queues such as Kafka or RabbitMQ");
    assert_eq!((queues.skills.len(), queues.credit), (1, 1.0), "{queues:#?}");
    let one_way = page(&[(LATE, java)], &[]);
    let all = job(&["Java, Python or Go"], &[], &[]);
    let two_ways = page(
        &[(
            LATE,
            &["Built the billing service in Java", "Wrote the Go client of the billing service"],
        )],
        &[],
    );
    let (one_way, two_ways) = (covered(&one_way, &all), covered(&two_ways, &all));
    assert_eq!((one_way.fit, one_way.literal), (two_ways.fit, two_ways.literal));
    assert!((one_way.fit - 100.0).abs() < f64::EPSILON, "{one_way:#?}");
}

#[test]
fn a_requirement_counts_once() {
    let page = page(&[(LATE, &["Built the billing service in Java"])], &["Kafka"]);
    let once = covered(&page, &job(&["Java", "Kafka", "Terraform"], &[], &[]));
    let twice =
        covered(&page, &job(&["Java", "Kafka", "Terraform", "Terraform"], &["Kafka"], &["Java"]));
    assert_eq!((once.fit, once.literal), (twice.fit, twice.literal));
}

#[test]
fn soft_words_are_no_gap() {
    let page = page(&[(LATE, &["Built the billing service in Java"])], &[]);
    let plain = covered(&page, &job(&["Java"], &[], &[]));
    let soft =
        covered(&page, &job(&["Java", "Excellent communication skills", "Team player"], &[], &[]));
    assert!((plain.fit - soft.fit).abs() < f64::EPSILON);
    for one in &soft.requirements[1..] {
        assert_eq!((one.status, one.action.as_ref()), (Status::Unverifiable, None), "{one:?}");
        assert!(one.weight == 0.0);
    }
}

#[test]
fn a_missing_must_caps() {
    let page = page(&[(LATE, &["Built the billing service in Java"])], &[]);
    let fit = |musts: &[&str]| covered(&page, &job(musts, &["Java"], &[])).fit;
    let all = fit(&["Billing in Java"]);
    let (one, two) = (fit(&["Java", "Terraform"]), fit(&["Java", "Terraform", "Kafka"]));
    assert!(all > one && one > two && one < 80.0, "{all} {one} {two}");
    let many = ["Java", "REST", "SQL", "Git", "Docker", "Linux", "HTTP", "Terraform"];
    let line = "Built the billing REST service in Java with SQL, Git, Docker, Linux and HTTP";
    let shown = self::page(&[(LATE, &[line])], &["REST", "SQL", "Git", "Docker", "Linux", "HTTP"]);
    let found = covered(&shown, &job(&many, &[], &[]));
    assert!(found.fit <= 80.0 && found.cap == Some(80.0), "{found:#?}");
    assert_eq!(found.requirements.iter().filter(|one| one.missing > 0.0).count(), 1);
}

#[test]
fn years_are_counted_on_the_page() {
    let number = page(
        &[("2024-11..", &["Built the billing service in Java over 10 years of experience"])],
        &[],
    );
    let found = one(&number, "5+ years of Java");
    assert_eq!(found.skills[0].months, Some(25));
    assert_eq!(found.notes, ["asks for 5 years; the page dates 2 years 1 month of Java"]);
    assert!(found.credit > 0.85 && found.credit < 1.0 && found.missing == 0.0, "{found:#?}");
    let long = page(&[("2015-01..", &["Built the billing service in Java"])], &[]);
    let found = one(&long, "5+ years of Java");
    assert!(found.notes.is_empty() && (found.credit - 1.0).abs() < f64::EPSILON, "{found:#?}");
    let any = one(&number, "5+ years of professional experience");
    assert_eq!((any.status, any.missing), (Status::Partly, 0.0), "{any:#?}");
}

#[test]
fn degrees_and_languages() {
    let with = |kind: &str, language: &str| {
        let mut page = page(&[("2024-01..", &["Built the billing service in Java"])], &[]);
        page.education =
            vec![resume::model::Education { study_type: Some(kind.into()), ..Default::default() }];
        page.languages =
            vec![resume::model::Language { language: Some(language.into()), ..Default::default() }];
        page
    };
    let status = |page: &Resume, must: &str| one(page, must).status;
    assert_eq!(status(&with("BSc", ""), "Bachelor's degree in computer science"), Status::Proved);
    assert_eq!(status(&with("MSc", ""), "Bachelor's degree"), Status::Proved);
    assert_eq!(status(&with("BSc", ""), "Master's degree"), Status::NotStated);
    assert_eq!(status(&with("", ""), "Bachelor's degree or equivalent experience"), Status::Partly);
    assert_eq!(status(&with("", "German"), "Fluent German"), Status::Proved);
    assert_eq!(status(&with("", "French"), "Fluent German"), Status::NotStated);
}

#[test]
fn what_only_the_whole_resume_has_is_said() {
    let whole = page(
        &[(LATE, &["Built the billing service in Java", "Moved the event bus to Kafka"])],
        &[],
    );
    let cut = page(&[(LATE, &["Built the billing service in Java"])], &[]);
    let requirements = asked(&job(&["Java", "Kafka"], &[], &[]));
    let pack = RolePack::backend_engineer();
    let found = matching::cover(&evidence(&cut), &requirements, pack, Some(&evidence(&whole)));
    let found = found.expect("comparable");
    let kafka = &found.requirements[1];
    assert_eq!((kafka.status, kafka.credit), (Status::InMasterOnly, 0.0));
    let action = kafka.action.as_deref().unwrap_or_default();
    assert!(action.starts_with("`work[0].highlights[1]` of the whole resume"), "{action}");
}

#[test]
fn copying_the_job_shows_nothing() {
    let must = "Design and operate event-driven services in Kotlin on Kubernetes";
    let copied =
        page(&[(LATE, &["Design and operate event-driven services in Kotlin on Kubernetes"])], &[]);
    let told = page(
        &[(
            LATE,
            &["Split the fare engine into event-driven services in Kotlin; ran them on Kubernetes"],
        )],
        &[],
    );
    let (copied, told) = (one(&copied, must), one(&told, must));
    assert!(copied.credit < told.credit && copied.status != Status::Proved, "{copied:#?}");
    assert!((told.credit - 1.0).abs() < f64::EPSILON, "{told:#?}");
}

#[test]
fn a_job_that_asks_nothing_is_no_zero() {
    let page = evidence(&page(&[], &["Go"]));
    let pack = RolePack::backend_engineer();
    let cover = |job| matching::cover(&page, &asked(&job), pack, None);
    assert_eq!(cover(job(&[], &[], &[])), Err(matching::NothingToMatch::Empty));
    let soft = cover(job(&["Team player", "Good communication skills"], &[], &[]));
    assert_eq!(soft, Err(matching::NothingToMatch::NothingComparable));
    let other = cover(job(&["Experience in upholstery and joinery"], &[], &["Repair chairs"]));
    assert_eq!(other, Err(matching::NothingToMatch::NothingComparable));
    let _ = as_of();
}
