//! Lines of a job, and what they ask for.
//!
//! A requirement is written as its kind, then its groups of skills between braces with bars for
//! alternatives, then concepts, years, degree and language.

use facts::requirement::{self, Requirement};
use resume::Job;
use resume::coverage::RequirementKind;
use resume::job::Wanted;
use roles::RolePack;

fn render(requirement: &Requirement, pack: &RolePack) -> String {
    let Requirement { skills, concepts, years, degree, language, kind, is_soft, .. } = requirement;
    let mut parts = vec![
        match kind {
            RequirementKind::Must => "must",
            RequirementKind::Nice => "nice",
            RequirementKind::Duty => "duty",
        }
        .to_owned(),
    ];
    for group in skills {
        let names: Vec<String> = group
            .0
            .iter()
            .map(|asked| {
                let mark = if asked.is_example { "~" } else { "" };
                format!("{mark}{}", pack.vocabulary.skill(asked.skill).name)
            })
            .collect();
        parts.push(format!("{{{}}}", names.join("|")));
    }
    parts.extend(concepts.iter().map(|concept| format!("<{concept}>")));
    parts.extend(years.iter().map(|years| match (years.min, years.max) {
        (Some(min), Some(max)) => format!("{min}-{max}y"),
        (Some(min), None) => format!("{min}+y"),
        (None, Some(max)) => format!("<={max}y"),
        (None, None) => "?y".to_owned(),
    }));
    parts.extend(degree.iter().map(|degree| {
        format!("{:?}{}", degree.level, if degree.or_equivalent { " or equivalent" } else { "" })
    }));
    parts.extend(language.iter().map(|language| language.name.clone()));
    if *is_soft {
        parts.push("soft".to_owned());
    }
    parts.join(" ")
}

fn read(job: &Job) -> Vec<String> {
    let pack = RolePack::backend_engineer();
    requirement::read(job, pack).iter().map(|one| render(one, pack)).collect()
}

#[track_caller]
fn check(line: &str, expected: &[&str]) {
    let job = Job { must: vec![Wanted::from(line)], ..Job::default() };
    assert_eq!(read(&job), expected, "{line}");
}

#[test]
fn and_wants_all_of_them() {
    check("Go and PostgreSQL", &["must {Go} {PostgreSQL}"]);
    check("Kafka, Redis and PostgreSQL", &["must {Kafka} {Redis} {PostgreSQL}"]);
    check("Experience with Docker & Kubernetes", &["must {Docker} {Kubernetes}"]);
}

#[test]
fn or_wants_one_of_them() {
    check("Go, Java or Kotlin", &["must {Go|Java|Kotlin}"]);
    check("Java/Kotlin and PostgreSQL", &["must {Java|Kotlin} {PostgreSQL}"]);
    check("Go or Java, and Kafka or RabbitMQ", &["must {Go|Java} {Kafka|RabbitMQ}"]);
    check("One of Python, Go and Java", &["must {Python|Go|Java}"]);
    check("Kafka or experience with RabbitMQ", &["must {Kafka|RabbitMQ}"]);
    check("Java 17 or Kotlin 2.0 in production", &["must {Java|Kotlin}"]);
}

#[test]
fn examples_stand_for_their_kind() {
    check("A broker such as Kafka or RabbitMQ", &["must {~Kafka|~RabbitMQ}"]);
    check("A cloud (AWS, GCP, Azure)", &["must {Cloud computing} {~AWS|~GCP|~Azure}"]);
    check("Tools such as Prometheus Grafana Kibana", &["must {~Prometheus|~Grafana|~Kibana}"]);
    check("PostgreSQL or similar", &["must {~PostgreSQL}"]);
    check("A design in Go, Java, Kotlin or a similar language", &["must {~Go|~Java|~Kotlin}"]);
    check("Kafka or some other queue", &["must {~Kafka}"]);
    check("Kafka or work on other things", &["must {Kafka}"]);
    check("We would like PostgreSQL", &["must {PostgreSQL}"]);
}

#[test]
fn words_make_a_part_of_a_line_optional() {
    check("Kubernetes; Terraform is a plus", &["must {Kubernetes}", "nice {Terraform}"]);
    check("Kubernetes, ideally with Terraform", &["must {Kubernetes}", "nice {Terraform}"]);
    check("Rust experience preferred", &["nice {Rust}"]);
    check("Nice to have: Rust", &["nice {Rust}"]);
    check("Stack: Go", &["must {Go}"]);
    check("Kotlin, not Java", &["must {Kotlin}"]);
    check("Go. Kafka is a bonus.", &["must {Go}", "nice {Kafka}"]);
    check("Kafka is a plus Experience with Go", &["nice {Kafka}", "must {Go}"]);
    check("Kafka would be a plus, especially with Avro", &["nice {Kafka} {Avro}"]);
}

#[test]
fn years_degrees_and_languages_are_read() {
    check("5+ years with Go", &["must {Go} 5+y"]);
    check("BSc or equivalent experience", &["must Bachelor or equivalent"]);
    check("Fluent English", &["must English"]);
    check("3-5 years of professional experience", &["must 3-5y"]);
}

#[test]
fn what_no_page_can_show_is_soft() {
    check("Curious and kind", &["must soft"]);
    check("Willing to travel", &["must soft"]);
    check("", &[]);
}

#[test]
fn what_is_asked_for_twice_counts_once() {
    let job = Job {
        must: vec!["Go".into(), "Go and Kafka".into()],
        nice: vec!["Kafka".into(), "Rust".into()],
        responsibilities: vec!["Write services in Go".to_owned(), "Talk to riders".to_owned()],
        ..Job::default()
    };
    assert_eq!(read(&job), ["must {Go}", "must {Kafka}", "nice {Rust}", "duty soft"]);
}

#[test]
fn techniques_degrees_and_languages_count_once_too() {
    let twice = |one: &str, other: &str| {
        read(&Job { must: vec![one.into(), other.into()], ..Job::default() }).len()
    };
    assert_eq!(twice("Idempotency in depth", "You know idempotency"), 1);
    assert_eq!(twice("Fluent English", "English, written and spoken"), 1);
    assert_eq!(twice("Bachelor's degree", "A bachelor's degree in physics"), 1);
    assert_eq!(twice("Bachelor's degree", "Master's degree"), 2);
    assert_eq!(twice("Fluent English", "Fluent German"), 2);
}

#[test]
fn names_of_requirements_stay() {
    let mut named = Wanted::from("Go; Kafka");
    named.id = Some("stack".to_owned());
    let job = Job { must: vec![named, "Redis".into()], ..Job::default() };
    let ids: Vec<String> = requirement::read(&job, RolePack::backend_engineer())
        .into_iter()
        .map(|one| one.id)
        .collect();
    assert_eq!(ids, ["stack", "stack-2", "must-1"]);
}

#[test]
fn ranges_hold_the_words() {
    let text = "Größe zählt: 5+ years of Go – ideally with Kafka; fluent German";
    let job = Job { must: vec![text.into()], ..Job::default() };
    for one in requirement::read(&job, RolePack::backend_engineer()) {
        assert_eq!(text[one.range.clone()], one.text);
        for asked in one.skills.iter().flat_map(|group| &group.0) {
            let name = RolePack::backend_engineer().vocabulary.skill(asked.skill).name.to_string();
            assert_eq!(&text[asked.range.clone()], name);
        }
    }
}
