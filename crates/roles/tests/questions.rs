//! The shipped questions load, are as many as a panel needs, and every way to break a file of
//! questions has its error.

#![expect(clippy::disallowed_methods, reason = "the test compares the binary with the folder")]

use std::path::Path;

use roles::{QuestionBank, RolePack, RoundId, question_bank};

/// The text of a data file as it is on disk now.
fn on_disk(name: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../roles");
    std::fs::read_to_string(folder.join(name)).ok()
}

#[test]
fn the_embedded_questions_are_those_on_disk() {
    let loaded = QuestionBank::load(RolePack::backend_engineer(), on_disk);
    assert_eq!(loaded.as_ref(), Ok(question_bank()));
}

#[test]
fn there_are_enough_for_every_round() {
    let bank = question_bank();
    assert!(bank.questions.len() >= 220, "{}", bank.questions.len());
    for (round, least) in [
        (RoundId::TechnicalScreen, 150),
        (RoundId::CodingExercise, 10),
        (RoundId::TeamInterview, 10),
    ] {
        let found = bank.questions.iter().filter(|question| question.round == round).count();
        assert!(found >= least, "{round:?}: {found}");
    }
}

const QUESTION: &str = r#"[[question]]
id = "lease-end"
fires = { concepts = ["lease"] }
family = "guarantees"
weight = 50
text = "What ends “{concept}”?"
shows = "A clock, or a token."
"#;

/// Loads the shipped files with one question added to one of them. `expected` is a part of the
/// error, or empty where there must be none.
#[track_caller]
fn check(change: (&str, &str), expected: &str) {
    let question = QUESTION.replace(change.0, change.1);
    let files = |name: &str| {
        let text = on_disk(name)?;
        let adds = name == "backend-engineer/questions/distributed.toml";
        Some(if adds { text + "\n" + &question } else { text })
    };
    let error = QuestionBank::load(RolePack::backend_engineer(), files).err();
    let error = error.map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(error.is_empty(), expected.is_empty(), "{error}");
    assert!(error.contains(expected), "{error}");
}

#[test]
fn what_a_question_names_exists() {
    check(("", ""), "");
    check(("\"lease\"", "\"lease\", \"saga\""), "");
    check(("{concept}", "{the-object}"), "");
    check(("\"lease\"", "\"leese\""), "question `lease-end`: there is no concept `leese`");
    check(("\"lease\"", ""), "it names no concept");
    check(("\"lease\"", "\"lease\", \"lease\""), "concept `lease` stands twice");
    check(("concepts = [\"lease\"]", "skills = [\"leese\"]"), "there is no skill `leese`");
    check(("concepts = [\"lease\"]", "verbs = [\"leased out\"]"), "there is no verb `leased out`");
    check(("concepts = [\"lease\"]", "color = \"red\""), "questions/distributed.toml");
    check(("guarantees", "promises"), "no rubric has the id `promises`");
}

#[test]
fn a_slot_has_to_be_fillable() {
    check(("{concept}", "{color}"), "there is no slot `color`");
    check(("{concept}", "{before}"), "what fires it has no words for `before`");
    check(("concepts = [\"lease\"]", "everyone = \"team-interview\""), "no words for `concept`");
    check(("{concept}", "{requirement}"), "no words for `requirement`");
}

#[test]
fn a_question_is_one_and_says_something() {
    check(("lease-end", "outbox-relay"), "question `outbox-relay`: stands twice");
    check(("lease-end", "Lease end"), "the id is not in kebab-case");
    check(("?", ""), "the text is no sentence");
    check(("A clock, or a token.", " "), "the text is no sentence, or says nothing");
    check(("weight = 50", "weight = 0"), "the weight 0 is not from 1 to 100");
    check(("weight = 50", "weight = 50\nstages = [\"staff\", \"junior\"]"), "asked from `staff`");
    check(("weight = 50", "weight = 50\nanswer = \"42\""), "unknown field `answer`");
}

#[test]
fn rubrics_have_four_different_anchors() {
    let broken = |from: &str, to: &str| {
        let files = |name: &str| {
            let text = on_disk(name)?;
            let is_rubrics = name.ends_with("rubrics.toml");
            Some(if is_rubrics { text.replacen(from, to, 1) } else { text })
        };
        let error = QuestionBank::load(RolePack::backend_engineer(), files).err();
        error.map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(broken("minutes = 60", "minutes = 50"), "");
    assert!(broken("minutes = 60", "minutes = 0").contains("a round needs"));
    let first = "Repeats the figure; cannot say where it was read, or under which load.";
    assert!(broken(first, " ").contains("a text is empty"));
    let second = "Names the tool or dashboard, but not the window, the load or the spread.";
    assert!(broken(first, second).contains("two anchors are the same"));
    assert!(broken("id = \"writing\"", "id = \"measurement\"").contains("stands twice"));
    assert!(broken("id = \"writing\"", "id = \"handwriting\"").contains("no rubric has the id"));
}
