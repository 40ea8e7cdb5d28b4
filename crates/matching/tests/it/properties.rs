//! What holds for any page and any job.

use proptest::prelude::*;
use resume::model::Basics;
use resume::{Job, Resume};

use crate::support::{asked, covered, evidence, job, page};

const LINES: [&str; 14] = [
    "Built the order queue on Kafka, replacing a nightly import",
    "Moved the ledger tables to Postgres without downtime",
    "Moved 14 services to EKS and cut deploy time from 40 to 4 minutes",
    "Wrote the gRPC gateway of the fare engine in Go",
    "Sharded the orders table in MySQL by customer",
    "Built the booking service in Ruby on Rails",
    "Responsible for Java and Spring Boot",
    "Made refunds idempotent by keys in Redis",
    "Used Terraform, Ansible, Docker, Jenkins, Helm",
    "Rewrote the React front end of the back office in TypeScript",
    "Mentored 4 engineers",
    "Kafka Kafka Kafka Kafka",
    "5+ years of experience with Kubernetes and Java",
    "",
];
const SKILLS: [&str; 10] =
    ["Kafka", "PostgreSQL", "Go", "Java", "Kubernetes", "AWS", "React", "English", "C++", "x"];
const WISHES: [&str; 14] = [
    "5+ years of experience with Kafka",
    "PostgreSQL or MySQL",
    "Java, Kotlin or Go",
    "Kubernetes and Terraform",
    "Excellent communication skills",
    "Idempotency and event-driven design",
    "Bachelor's degree or equivalent experience",
    "Fluent English",
    "3 years of professional experience",
    "A relational database such as Oracle",
    "gRPC",
    "Experience with upholstery",
    "React",
    "Master's degree",
];
const PERIODS: [&str; 5] =
    ["2022-01..", "2009-01..2012-06", "2018-03..2021-12", "..", "2019..2020"];

fn some(of: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(of), 0..=most)
}

fn pages() -> impl Strategy<Value = Resume> {
    let role = (prop::sample::select(&PERIODS[..]), some(&LINES, 4));
    (prop::collection::vec(role, 1..4), some(&SKILLS, 5)).prop_map(|(roles, skills)| {
        let roles: Vec<(&str, &[&str])> = roles.iter().map(|(a, b)| (*a, b.as_slice())).collect();
        page(&roles, &skills)
    })
}

fn jobs() -> impl Strategy<Value = Job> {
    (some(&WISHES, 5), some(&WISHES, 3), some(&WISHES, 3))
        .prop_map(|(must, nice, duties)| job(&must, &nice, &duties))
        .prop_filter("comparable", |job| {
            let pack = roles::RolePack::backend_engineer();
            matching::cover(&evidence(&Resume::default()), &asked(job), pack, None).is_ok()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_added_never_lowers(page in pages(), job in jobs(), line in prop::sample::select(&LINES[..]), skill in prop::sample::select(&SKILLS[..]), role in 0usize..3) {
        let before = covered(&page, &job);
        let mut more = page.clone();
        let role = role % more.work.len();
        more.work[role].highlights.push(line.into());
        let with_line = covered(&more, &job);
        prop_assert!(with_line.fit >= before.fit && with_line.literal >= before.literal, "{line}: {before:#?} {with_line:#?}");
        let mut more = page;
        more.skills[0].keywords.push(skill.to_owned());
        let with_skill = covered(&more, &job);
        prop_assert!(with_skill.fit >= before.fit && with_skill.literal >= before.literal, "{skill}");
    }

    #[test]
    fn what_is_repeated_adds_nothing(page in pages(), job in jobs(), role in 0usize..3) {
        let before = covered(&page, &job);
        let mut more = page;
        let role = role % more.work.len();
        let again = more.work[role].highlights.clone();
        more.work[role].highlights.extend(again);
        let keywords = more.skills[0].keywords.clone();
        for _ in 0..3 {
            more.skills[0].keywords.extend(keywords.clone());
        }
        let after = covered(&more, &job);
        prop_assert_eq!((after.fit, after.literal), (before.fit, before.literal));
    }

    #[test]
    fn nobody_is_known(page in pages(), job in jobs(), name in "[A-Z][a-z]{0,8}( Go| Kafka)?", year in 0usize..9) {
        let before = covered(&page, &job);
        let mut other = page;
        other.basics = Some(Basics { name: Some(name.clone()), email: Some("java@kafka.org".into()), ..Basics::default() });
        for (index, work) in other.work.iter_mut().enumerate() {
            work.name = Some(format!("{name} {index} Kubernetes GmbH"));
            work.location = Some("Java, Indonesia".into());
            work.description = Some(format!("{name} {year} makes PostgreSQL"));
        }
        prop_assert_eq!(covered(&other, &job), before);
    }

    #[test]
    fn order_changes_no_points(page in pages(), job in jobs()) {
        let before = covered(&page, &job);
        prop_assert_eq!(&covered(&page, &job), &before);
        let mut turned = page;
        turned.work.reverse();
        for work in &mut turned.work {
            work.highlights.reverse();
        }
        turned.skills[0].keywords.reverse();
        let after = covered(&turned, &job);
        prop_assert_eq!((after.fit, after.literal, after.cap), (before.fit, before.literal, before.cap));
    }

    #[test]
    fn figures_hold_together(page in pages(), job in jobs()) {
        let found = covered(&page, &job);
        prop_assert!((0.0..=100.0).contains(&found.fit) && (0.0..=100.0).contains(&found.literal));
        let weights: f64 = found.requirements.iter().map(|one| one.weight).sum();
        prop_assert!((weights - 1.0).abs() < 1e-9);
        prop_assert!(found.requirements.iter().all(|one| (0.0..=1.0).contains(&one.credit)));
        let missing = found.requirements.iter().any(|one| one.missing > 0.0);
        prop_assert!(!missing || found.fit < 100.0);
        prop_assert!(found.fit <= found.uncapped);
        let texts = resume::model::Texts::of(&page);
        for quote in found.requirements.iter().flat_map(|one| &one.quotes) {
            let text = texts.get(&quote.path).and_then(|text| text.get(quote.range.clone()));
            prop_assert_eq!(text, Some(quote.text.as_str()));
        }
    }

    #[test]
    fn any_text_is_taken(lines in prop::collection::vec(any::<String>(), 0..4), wish in any::<String>()) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let page = evidence(&page(&[("2020..", &lines)], &lines));
        let asked = asked(&job(&[&wish], &[], &lines));
        let _ = matching::cover(&page, &asked, roles::RolePack::backend_engineer(), None);
    }
}
