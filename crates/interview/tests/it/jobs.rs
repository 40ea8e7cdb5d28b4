//! Requirement, quote, question, rubric: the sheets of a panel, and what a candidate is asked that
//! the page does not show.

use interview::{Chain, Kit, gaps, panel, panel_for_job};
use resume::coverage::{Coverage, Covered, RequirementKind, SkillCoverage, Status};
use resume::{FieldPath, Quote, Resume, Stage};
use roles::{RolePack, RoundId, library};

use crate::{desk, page, read};

/// What a resume shows of a job with these requirements.
pub(crate) fn coverage(requirements: Vec<Covered>) -> Coverage {
    Coverage {
        fit: 50.0,
        literal: 50.0,
        uncapped: 50.0,
        capped_by: Vec::new(),
        cap: None,
        requirements,
    }
}

/// A requirement whose skills are those its text names.
pub(crate) fn requirement(text: &str, kind: RequirementKind, status: Status) -> Covered {
    let pack = RolePack::backend_engineer();
    let mentions = pack.vocabulary.mentions_in_list(text);
    let skills = mentions.into_iter().map(|mention| SkillCoverage {
        skill: pack.vocabulary.skill(mention.skill).id.to_string(),
        name: text[mention.range].to_owned(),
        status,
        credit: 0.0,
        alternatives: Vec::new(),
        shown_as: None,
        quotes: Vec::new(),
        months: None,
        last_used: None,
        literal: false,
    });
    Covered {
        id: text.to_lowercase().replace(' ', "-"),
        path: FieldPath::root().key("must").index(0),
        line: None,
        range: 0..text.len(),
        text: text.to_owned(),
        kind,
        weight: 0.1,
        status,
        credit: 0.0,
        skills: skills.collect(),
        quotes: Vec::new(),
        missing: 0.0,
        notes: Vec::new(),
        action: None,
    }
}

/// A requirement that the words `quote` of the bullet `index` show.
fn shown(text: &str, kind: RequirementKind, resume: &Resume, index: usize, quote: &str) -> Covered {
    let line = &resume.work[0].highlights[index].text;
    let start = line.find(quote).expect("the words stand in the line");
    let path = FieldPath::root().key("work").index(0).key("highlights").index(index);
    let range = start..start + quote.len();
    let quotes = vec![Quote { path, range, text: quote.to_owned(), line: None }];
    Covered { quotes, credit: 1.0, ..requirement(text, kind, Status::Proved) }
}

/// Fails unless the candidate is asked this about the requirement.
#[track_caller]
fn check(covered: Covered, expected: &str) {
    let found = gaps(&coverage(vec![covered]), &desk(Stage::Mid));
    let ids: Vec<&str> =
        found.iter().filter_map(|gap| Some(gap.question.as_ref()?.id.as_str())).collect();
    assert_eq!(ids.join(" "), expected);
}

#[test]
fn what_the_page_does_not_show_is_asked_openly() {
    use RequirementKind::{Duty, Must, Nice};
    check(requirement("PostgreSQL", Must, Status::NotStated), "unseen-database");
    check(requirement("Kafka", Must, Status::ListedOnly), "listed-queue");
    check(requirement("Rust", Nice, Status::NotStated), "unseen-language");
    check(requirement("Terraform", Nice, Status::InMasterOnly), "unseen-cloud");
    check(requirement("Kafka", Must, Status::Stale), "stale-since");
    check(requirement("Curiosity", Must, Status::Unverifiable), "trait-occasion");
    check(requirement("Keep fares right", Duty, Status::NotStated), "duty-first-weeks");
    check(requirement("Knowledge of tariffs", Must, Status::NotStated), "unseen-closest");
    let mut related = requirement("Kafka", Must, Status::Related);
    related.skills[0].shown_as = Some("RabbitMQ".to_owned());
    check(related, "related-transfer");
    check(requirement("5+ years with Kafka", Must, Status::NotStated), "");
    check(requirement("Fluent English", Must, Status::NotStated), "");
    // What a line shows is asked about with that line.
    let resume = page(&["Wrote the fare importer on Kafka"]);
    check(shown("Kafka", Must, &resume, 0, "Kafka"), "");
}

#[test]
fn the_words_of_the_job_and_of_the_page_meet() {
    let mut related = requirement("Kafka", RequirementKind::Must, Status::Related);
    related.skills[0].shown_as = Some("RabbitMQ".to_owned());
    let found = gaps(&coverage(vec![related]), &desk(Stage::Senior));
    let asked = found[0].question.as_ref().map(|asked| asked.question.as_str());
    assert_eq!(
        asked,
        Some(
            "You have worked with RabbitMQ and the job uses Kafka. What carries over, and which \
             habit would get you into trouble?"
        )
    );
}

fn chains(kit: &Kit, round: RoundId) -> &[Chain] {
    let sheet = kit.rounds.iter().find(|sheet| sheet.id == round).expect("every round has a sheet");
    &sheet.chains
}

fn team_page() -> Resume {
    page(&[
        "Cut p99 of the fare search from 900 ms to 80 ms by caching tariffs in Redis",
        "Published booking events through a transactional outbox to Kafka",
        "Mentored two engineers; both own a service today",
    ])
}

#[test]
fn a_requirement_leads_to_its_line_and_from_there_to_a_question() {
    use RequirementKind::{Must, Nice};
    let resume = team_page();
    let job = coverage(vec![
        shown("Experience with Kafka", Must, &resume, 1, "Kafka"),
        shown("Caching with Redis", Nice, &resume, 0, "Redis"),
        requirement("Terraform", Must, Status::NotStated),
        requirement("Curiosity", Nice, Status::Unverifiable),
    ]);
    let kit = panel_for_job(&resume, &job, &desk(Stage::Senior));
    let screen = chains(&kit, RoundId::TechnicalScreen);
    let ids: Vec<&str> = screen.iter().map(|chain| chain.question.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "kafka-partitions", "unseen-cloud", "redis-lost", "everyone-deepest", "everyone-wrong",
            "everyone-design",
        ]
    );
    let first = &screen[0];
    assert_eq!(
        first.what_for.as_ref().map(|one| one.requirement.as_str()),
        Some("Experience with Kafka")
    );
    let quote = first.quote.as_ref().map(|quote| quote.text.as_str());
    assert_eq!(quote, Some(resume.work[0].highlights[1].text.as_str()));
    let team = chains(&kit, RoundId::TeamInterview);
    assert_eq!(team[0].question.id, "trait-occasion");
    assert!(kit.left.is_empty(), "{:?}", kit.left);
    for chain in kit.rounds.iter().flat_map(|round| &round.chains) {
        let rubric = kit.rubrics.iter().find(|rubric| rubric.id == chain.question.rubric);
        assert!(rubric.is_some(), "{}", chain.question.id);
    }
}

#[test]
fn must_haves_are_asked_about_and_the_rest_while_there_is_time() {
    let of = |kind, names: &[&str]| -> Vec<Covered> {
        names.iter().map(|name| requirement(name, kind, Status::NotStated)).collect()
    };
    let mut all =
        of(RequirementKind::Nice, &["Kafka", "Terraform", "gRPC", "Spring Boot", "Vault"]);
    all.extend(of(RequirementKind::Must, &["Rust", "PostgreSQL", "outbox", "JUnit", "Grafana"]));
    let kit = panel_for_job(&page(&[]), &coverage(all), &desk(Stage::Mid));
    let asked: Vec<&str> = kit
        .rounds
        .iter()
        .filter(|round| round.id != RoundId::CodingExercise)
        .flat_map(|round| &round.chains)
        .filter_map(|chain| Some(chain.what_for.as_ref()?.requirement.as_str()))
        .collect();
    assert_eq!(&asked[..5], ["Rust", "PostgreSQL", "outbox", "JUnit", "Grafana"]);
    let left: Vec<&str> = kit.left.iter().map(|one| one.requirement.as_str()).collect();
    assert_eq!(asked.len() + left.len(), 10, "{asked:?} {left:?}");
    assert!(!left.is_empty());
}

#[test]
fn the_exercise_is_close_to_the_job() {
    let exercise = |names: &[&str]| {
        let all =
            names.iter().map(|name| requirement(name, RequirementKind::Must, Status::NotStated));
        let kit = panel_for_job(&page(&[]), &coverage(all.collect()), &desk(Stage::Mid));
        let chains = chains(&kit, RoundId::CodingExercise);
        assert!(chains.iter().filter(|chain| chain.alternative).count() <= 1);
        chains[0].question.id.clone()
    };
    assert_eq!(exercise(&["PostgreSQL", "MySQL"]), "exercise-slow-query");
    assert_eq!(exercise(&["Kafka", "stream processing"]), "exercise-consumer");
    assert_eq!(exercise(&["OAuth 2.0", "authorization"]), "exercise-authorize");
    assert_eq!(exercise(&[]), "exercise-extend");
}

#[test]
fn without_a_job_the_page_is_asked_about() {
    let kit = panel(&team_page(), &desk(Stage::Senior));
    let screen = chains(&kit, RoundId::TechnicalScreen);
    assert!(screen.iter().filter(|chain| chain.quote.is_some()).count() >= 2);
    let team = chains(&kit, RoundId::TeamInterview);
    assert_eq!(team[0].question.id, "mentor-change");
    let empty = panel(&page(&[]), &desk(Stage::Junior));
    assert!(empty.rounds.iter().all(|round| !round.chains.is_empty()));
}

#[test]
fn a_panel_sees_no_person_and_no_note() {
    for example in &library().resumes {
        let resume = read(&example.yaml);
        let kit = panel(&resume, &desk(example.stage));
        let told = format!("{kit:?}");
        let person = resume.basics.as_ref().expect("an example has one");
        let mut hidden: Vec<&str> = [&person.name, &person.email, &person.phone]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        hidden.extend(resume.work.iter().filter_map(|role| role.name.as_deref()));
        hidden.extend(resume.education.iter().filter_map(|one| one.institution.as_deref()));
        for bullet in resume.work.iter().flat_map(|role| &role.highlights) {
            hidden.extend(bullet.evidence.as_deref());
        }
        for one in hidden {
            assert!(!told.contains(one), "{}: {one}", example.name);
        }
    }
}
