//! Every question is asked somewhere, and no text breaks the asking.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use interview::{gaps, panel_for_job};
use proptest::prelude::*;
use resume::Stage;
use resume::coverage::{RequirementKind, Status};
use roles::{Measure, RolePack, Shape, Signal, Trigger, question_bank};

use crate::jobs::{coverage, requirement};
use crate::{desk, page, questions, read};

/// A phrase that each concept is found by, from the data.
fn phrases(concept: &str) -> Vec<String> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../roles/backend-engineer/concepts.toml");
    #[expect(clippy::disallowed_methods, reason = "phrases are part of the data folder only")]
    let text = fs::read_to_string(file).expect("the data folder");
    let own =
        text.split("[[concept]]").find(|part| part.contains(&format!("id = \"{concept}\"\n")));
    let list = own.and_then(|own| own.split("phrases = [").nth(1)).unwrap_or_default();
    let list = list.split(']').next().unwrap_or_default();
    let plain = |phrase: &str| {
        let words = phrase.split(' ').filter(|word| *word != "..").map(|word| {
            word.split('|').next().unwrap_or_default().trim_end_matches('*').to_owned()
        });
        words.collect::<Vec<_>>().join(" ")
    };
    list.split('"').skip(1).step_by(2).map(plain).collect()
}

fn line_with(measure: Measure) -> &'static str {
    match measure {
        Measure::Latency => "Cut p95 of the stops query from 2 s to 90 ms",
        Measure::Duration => "Shortened the nightly export from 4 h to 20 min",
        Measure::Throughput => "Raised the meter gateway from 4k to 31k messages a second",
        Measure::Frequency => "Reduced duplicate refunds from 40 to 2 a month",
        Measure::Volume => "Shrank the position store from 4 TB to 600 GB",
        Measure::Money => "Cut the bill of the search cluster from $41k to $23k a month",
        Measure::Share => "Lowered failed uploads from 11% to 4%",
        Measure::Count => "Reduced open database ports from 41 to 3",
        Measure::Factor => "Improved checkout latency by 40%",
        Measure::Worded => "Moved releases of the fare engine from nightly to on every merge",
        Measure::Other => "Lowered the draw of the tracker from 40 mA to 6 mA",
    }
}

fn size_with(measure: Measure) -> &'static str {
    match measure {
        Measure::Throughput => "Owned the position feed, 160 million messages a day",
        Measure::Volume => "Ran the position history, 640 GB",
        Measure::Money => "Built the settlement service, which moves $4.1M a day",
        Measure::Share => "Built the vector search with a recall of 97%",
        _ => "Built the appointment service for 420 clinics",
    }
}

fn line_like(shape: Shape) -> &'static str {
    match shape {
        Shape::Mechanism => {
            "Cut p95 of the stops query from 2 s to 90 ms by adding a trigram index"
        }
        Shape::MechanismVague => "Improved the fare search through best practices",
        Shape::ResultWithoutMechanism | Shape::Percentile => {
            "Cut p95 of the stops query from 2 s to 90 ms"
        }
        Shape::MechanismWithoutResult => "Sharded the ledger by account",
        Shape::DeltaOnly => "Improved checkout latency by 40%",
        Shape::AfterOnly => "Brought p99 of the balance check down to 22 ms",
        Shape::Check => "Moved the archive and compared every message for a month",
        Shape::Reason => "Added a pause to the importer because the file server restarts at night",
        Shape::Team => "Owns fare search in a team of 5",
        Shape::People | Shape::Adopted => "Wrote the event library, adopted by 12 teams",
        Shape::CountsTests => "Wrote 140 contract tests for the permit service",
        Shape::WeakVerb => "Helped with the migration of the billing service",
        Shape::InflatedVerb => "Spearheaded the transformation of the platform",
        Shape::Duty => "Responsible for the billing service",
        Shape::List => "Used Java, Spring Boot, Kafka, Redis, Docker and Kubernetes",
        Shape::Unproved => "Did things",
        _ => "Built the parcel router in Go",
    }
}

/// Lines of which at least one has to make a panel ask.
fn lines(trigger: &Trigger, pack: &RolePack) -> Vec<String> {
    let skill = |id: &str| {
        let skill = pack.vocabulary.by_id(id).map(|id| pack.vocabulary.skill(id));
        skill.map(|skill| format!("Rebuilt the parcel router in {}", skill.name)).into_iter()
    };
    match trigger {
        Trigger::Change(measure) => vec![line_with(*measure).to_owned()],
        Trigger::Size(measure) => vec![size_with(*measure).to_owned()],
        Trigger::Concepts(ids) => {
            let all = ids.iter().flat_map(|id| phrases(id));
            all.map(|phrase| format!("Rebuilt the parcel router around {phrase}")).collect()
        }
        Trigger::Skills(ids) => ids.iter().flat_map(|id| skill(id)).collect(),
        Trigger::Category(category) => {
            let all = pack.vocabulary.skills().filter(|(_, skill)| skill.category == *category);
            all.flat_map(|(_, one)| skill(one.id.as_str())).take(40).collect()
        }
        Trigger::Act(act) => {
            let all = pack.verbs.iter().filter(|verb| verb.act == *act);
            let forms = all.filter_map(|verb| verb.forms.first());
            forms.map(|form| format!("{form} the parcel router")).collect()
        }
        Trigger::Verbs(lemmas) => {
            let all = pack.verbs.iter().filter(|verb| lemmas.contains(&verb.lemma));
            let forms = all.flat_map(|verb| verb.forms.iter());
            forms.map(|form| format!("{} the parcel router", form.replace('*', ""))).collect()
        }
        Trigger::Signal(signal) => vec![
            match signal {
                Signal::Reach => "Wrote the event library, used by 12 teams",
                Signal::Production => "Built the parcel router; in production since May 2025",
                Signal::Proof => "Fixed the decoder; the fix was merged upstream",
                Signal::Attendance => "Member of the on-call rotation for fare search",
                Signal::Operations => "Wrote runbooks for the fare search",
                Signal::Testing => "Wrote integration tests for the fare search",
                Signal::Outcome => "Moved the parcel router without downtime",
            }
            .to_owned(),
        ],
        Trigger::Shape(shape) => vec![line_like(*shape).to_owned()],
        _ => Vec::new(),
    }
}

/// Ids of the questions that lines of a page can fire, at all stages.
fn asked_about_lines() -> BTreeSet<String> {
    let pack = RolePack::backend_engineer();
    let mut asked = BTreeSet::new();
    for question in &question_bank().questions {
        let mut found = false;
        for line in lines(&question.fires, pack) {
            if !found {
                let all = questions(&line, question.stages[0], true);
                found = all.iter().any(|one| one.id == question.id);
            }
        }
        if found {
            asked.insert(question.id.clone());
        }
    }
    asked
}

/// Ids of those that stand above bullets, beside them or in a job.
fn asked_elsewhere() -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    let resume = read(
        "basics: {summary: Owns the fare search of a transit company.}\n\
         work:\n- summary: Owns fare search for 23 networks\n\
         projects:\n- description: Open-source library for fares\n\
         publications:\n- {name: Fares at scale, publisher: Railconf}\n",
    );
    for stage in Stage::ALL {
        for claim in interview::prepare(&resume, &desk(stage), true).claims {
            asked.extend(claim.questions.into_iter().map(|one| one.id));
        }
    }
    let pack = RolePack::backend_engineer();
    for (_, skill) in pack.vocabulary.skills() {
        // Twice the same skill, so that the second-best question is reached, too.
        let own = |status| requirement(&skill.name, RequirementKind::Must, status);
        if skill.id.len() % 5 != 0 {
            continue;
        }
        for status in [Status::NotStated, Status::ListedOnly] {
            let both = coverage(vec![own(status), own(status), own(status)]);
            for gap in gaps(&both, &desk(Stage::Mid)) {
                asked.extend(gap.question.map(|one| one.id));
            }
        }
        let kit =
            panel_for_job(&page(&[]), &coverage(vec![own(Status::NotStated)]), &desk(Stage::Mid));
        let chains = kit.rounds.into_iter().flat_map(|round| round.chains);
        asked.extend(chains.map(|chain| chain.question.id));
    }
    let mut related = requirement("Kafka", RequirementKind::Must, Status::Related);
    related.skills[0].shown_as = Some("RabbitMQ".to_owned());
    let trait_of = || requirement("Curiosity", RequirementKind::Must, Status::Unverifiable);
    let others = coverage(vec![
        related,
        requirement("Kafka", RequirementKind::Must, Status::Stale),
        trait_of(),
        trait_of(),
        requirement("Keep the fare search running", RequirementKind::Duty, Status::NotStated),
    ]);
    for gap in gaps(&others, &desk(Stage::Mid)) {
        asked.extend(gap.question.map(|one| one.id));
    }
    for stage in Stage::ALL {
        for topic in [
            "idempotent REST API",
            "migrations without downtime",
            "retries and timeouts",
            "rate limiting",
            "authorization",
            "CI/CD",
        ] {
            let one = requirement(topic, RequirementKind::Must, Status::NotStated);
            let kit = panel_for_job(&page(&[]), &coverage(vec![one]), &desk(stage));
            let chains = kit.rounds.into_iter().flat_map(|round| round.chains);
            asked.extend(chains.map(|chain| chain.question.id));
        }
        let kit = panel_for_job(&page(&[]), &coverage(Vec::new()), &desk(stage));
        let chains = kit.rounds.into_iter().flat_map(|round| round.chains);
        asked.extend(chains.map(|chain| chain.question.id));
    }
    asked
}

#[test]
fn every_question_is_asked_somewhere() {
    let mut asked = asked_about_lines();
    asked.extend(asked_elsewhere());
    let never: Vec<&str> = question_bank()
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .filter(|id| !asked.contains(*id))
        .collect();
    assert!(never.is_empty(), "{never:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any line is asked about without a panic, twice the same, with words that stand in it.
    #[test]
    fn any_line_can_be_asked_about(line in "(p99|Cut|from|to|[0-9]{1,4} (ms|%|TB|a day)|Led|Kafka|by|caching|without|— |é|\\{x\\}| |;|,|\\PC){0,40}") {
        let asked = questions(&line, Stage::Senior, true);
        for one in &asked {
            if let Some(because) = &one.because {
                prop_assert_eq!(&line[because.range.clone()], &because.text);
            }
            let open = one.question.contains("{before}") || one.question.contains("{words}");
            prop_assert!(!open, "a slot was left open");
        }
        prop_assert_eq!(asked, questions(&line, Stage::Senior, true));
    }
}
