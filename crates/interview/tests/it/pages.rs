//! Whole pages: how questions are spread, and what a reader of the sheet sees.

use std::collections::BTreeSet;
use std::fmt::Write;

use interview::{Part, Preparation, prepare};
use resume::Stage;
use roles::library;

use crate::{desk, page, read};

/// The sheet as plain text.
pub(crate) fn sheet(preparation: &Preparation) -> String {
    let mut text = String::new();
    for claim in &preparation.claims {
        let _ = writeln!(text, "\n{}: {}", claim.path, claim.text);
        for asked in &claim.questions {
            let because = asked.because.as_ref().map_or("the line", |words| &words.text);
            let _ = writeln!(text, "  [{}] {}\n      {because}", asked.id, asked.question);
        }
    }
    for listed in &preparation.listed {
        let question = listed.question.as_ref().map_or("-", |asked| &asked.question);
        let _ = writeln!(text, "\n{} {}\n  {question}", listed.path, listed.skill);
    }
    text
}

#[test]
#[ignore = "prints what is asked about shipped examples, for people"]
#[expect(clippy::print_stderr, reason = "it is there to print")]
fn dump() {
    for example in &library().resumes {
        let preparation = prepare(&read(&example.yaml), &desk(example.stage), false);
        eprintln!("=== {} ({})\n{}", example.name, preparation.len(), sheet(&preparation));
    }
}

#[test]
fn the_sheet_of_a_shipped_page() {
    let example = library().resume("senior").expect("it is shipped");
    insta::assert_snapshot!(sheet(&prepare(&read(&example.yaml), &desk(example.stage), false)));
}

/// Fails unless the page spreads its questions: none twice, one to four a line, several families.
#[track_caller]
fn check(name: &str, preparation: &Preparation) {
    let mut ids = BTreeSet::new();
    for claim in &preparation.claims {
        let most = if claim.part == Part::Bullet { 4 } else { 2 };
        assert!((1..=most).contains(&claim.questions.len()), "{name}: {}", claim.text);
        for asked in &claim.questions {
            assert!(ids.insert(&asked.id), "{name}: {} is asked twice", asked.id);
            if let Some(because) = &asked.because {
                assert_eq!(claim.text[because.range.clone()], because.text, "{name}");
            }
        }
    }
    assert_eq!(ids.len() + preparation.listed.len(), preparation.len(), "{name}");
    assert!(preparation.families.len() >= 8, "{name}: {:?}", preparation.families);
    let most = preparation.families.values().max().copied().unwrap_or_default();
    assert!(most * 3 <= preparation.len(), "{name}: {:?}", preparation.families);
}

#[test]
fn shipped_pages_are_asked_about_many_things_once() {
    for example in &library().resumes {
        let preparation = prepare(&read(&example.yaml), &desk(example.stage), false);
        check(&example.name, &preparation);
        assert!((24..=64).contains(&preparation.len()), "{}", example.name);
    }
}

#[test]
fn every_bullet_of_a_shipped_page_is_asked_about() {
    for example in &library().resumes {
        let resume = read(&example.yaml);
        let bullets: usize = resume.work.iter().map(|role| role.highlights.len()).sum();
        let preparation = prepare(&resume, &desk(example.stage), false);
        let asked = |claim: &&interview::Prepared| {
            claim.part == Part::Bullet && claim.path.to_string().starts_with("work")
        };
        assert_eq!(preparation.claims.iter().filter(asked).count(), bullets, "{}", example.name);
    }
}

#[test]
fn the_latest_role_is_asked_about_most() {
    let line = "Cut p95 of the stops query from 2 s to 90 ms by adding a covering index on stop";
    let mut resume = page(&[line]);
    let old = page(&["Cut p99 of the fare search from 900 ms to 80 ms by batching reads"]);
    let older = page(&["Shortened the nightly export from 4 h to 20 min by sharding by depot"]);
    resume.work.extend(old.work.into_iter().chain(older.work));
    let preparation = prepare(&resume, &desk(Stage::Senior), false);
    let counts: Vec<usize> = preparation.claims.iter().map(|one| one.questions.len()).collect();
    assert_eq!(counts, [4, 3, 2]);
}

#[test]
fn notes_stand_beside_their_bullet() {
    let resume = read(
        "work:\n- position: Engineer\n  name: Quollway\n  highlights:\n  - text: Fixed the lease bug\n    \
         evidence: Ticket 4711\n  - text: Wrote the importer\n    evidence: ' '\n",
    );
    let preparation = prepare(&resume, &desk(Stage::Mid), false);
    let notes: Vec<Option<&str>> =
        preparation.claims.iter().map(|claim| claim.note.as_deref()).collect();
    assert_eq!(notes, [Some("Ticket 4711"), None]);
    assert_eq!(preparation.claims[0].heading.as_deref(), Some("Engineer, Quollway"));
}

#[test]
fn skills_without_a_line_are_asked_about() {
    let resume = read(
        "work:\n- highlights: [Ran the billing cluster on EKS and PostgreSQL]\n\
         skills:\n- keywords: [Kubernetes, PostgreSQL, Rust, Kafka, Communication]\n",
    );
    let preparation = prepare(&resume, &desk(Stage::Mid), false);
    let listed: Vec<&str> = preparation.listed.iter().map(|one| one.skill.as_str()).collect();
    assert_eq!(listed, ["Rust", "Kafka"]);
    let asked = preparation.listed[0].question.as_ref().map(|asked| asked.question.as_str());
    assert!(asked.is_some_and(|asked| asked.contains("Rust")), "{asked:?}");
    let clean = read(
        "work:\n- highlights: [Wrote the fare importer in Rust on Kafka]\n\
         skills:\n- keywords: [Rust, Kafka]\n",
    );
    assert!(prepare(&clean, &desk(Stage::Mid), false).listed.is_empty());
}

#[test]
fn an_empty_page_gives_nothing_to_ask() {
    for yaml in ["{}", "work: [{}]", "work: [{highlights: ['', ' ']}]", "basics: {summary: ''}"] {
        assert!(prepare(&read(yaml), &desk(Stage::Mid), false).is_empty(), "{yaml}");
    }
}

#[test]
fn all_is_more_than_some_and_begins_with_the_same() {
    let example = library().resume("mid").expect("it is shipped");
    let resume = read(&example.yaml);
    let some = prepare(&resume, &desk(Stage::Mid), false);
    let all = prepare(&resume, &desk(Stage::Mid), true);
    assert!(all.len() > 2 * some.len());
    for (one, other) in some.claims.iter().zip(&all.claims) {
        assert!(one.questions.iter().all(|asked| other.questions.contains(asked)), "{}", one.text);
    }
}
