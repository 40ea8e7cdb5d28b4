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
