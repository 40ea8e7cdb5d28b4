//! `cargo xtask accuracy --fixtures DIR`: how often the fields of a document are read right.
//!
//! Reads every document of the sets in DIR that come with the truth, compares field by field, and
//! prints tables: all fields by kind of file, layouts, names and skills found in plain text. The figures
//! equal those of the script that comes with the sets.
//!
//! `--misses` prints instead, file by file, what was wanted and what was found.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "reads what it is pointed at, takes the time and prints tables"
)]

mod documents;
mod entities;
mod misses;
mod options;
mod reading;
mod score;
mod skills;
mod table;
mod text;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use documents::Document;
use options::Options;
use reading::Read;
use score::Score;

/// A document of a set, with what was read from it and how good that is.
struct Scored {
    document: Document,
    read: Read,
    score: Score,
}

fn main() -> Result<()> {
    let options = Options::of(std::env::args().skip(1))?;
    let predictions = options.scored.as_ref().map(|path| {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        serde_json::from_str::<BTreeMap<String, Value>>(&text).context("no predictions")
    });
    let predictions = predictions.transpose()?;
    let mut scored = Vec::new();
    for document in documents::all(&options.fixtures)? {
        if !options.wants(&document) {
            continue;
        }
        let read = match &predictions {
            Some(predictions) => Read::given(predictions.get(&document.name)),
            None => Read::from_file(&document.path)?,
        };
        let score = Score::of(&document.truth, &read.fields);
        scored.push(Scored { document, read, score });
    }
    if let Some(path) = &options.predictions {
        let all: BTreeMap<&str, &Value> =
            scored.iter().map(|one| (one.document.name.as_str(), &one.read.fields)).collect();
        fs::write(path, serde_json::to_string_pretty(&all)? + "\n")
            .with_context(|| path.display().to_string())?;
    }
    let texts = if options.texts() { entities::read(&options.fixtures)? } else { Vec::new() };
    let marked = if options.skills() { skills::read(&options.fixtures)? } else { Vec::new() };
    let text = if options.misses {
        misses::list(&scored, &options)
            + &entities::misses(&texts, &options)
            + &skills::misses(&marked, &options)
    } else {
        table::all(&scored, options.markdown)
            + &entities::table(&texts, options.markdown)
            + &skills::table(&marked, options.markdown)
    };
    print!("{text}");
    Ok(())
}
