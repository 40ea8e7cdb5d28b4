//! The keys of `vitae.toml`: one table that reading, suggestions and the published schema share.

use resume::Stage;
use resume::model::Paper;
use roles::RolePack;
use serde_json::{Map, Value, json};

use workbench::rules;

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// A year, month or day.
    Day,
    /// A whole number from 0 to 100.
    Score,
    /// A level for each rule that is named.
    Levels,
}

/// A key of the file.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) kind: Kind,
}

/// Levels a rule can be given.
pub(super) const LEVELS: [&str; 4] = ["off", "info", "warning", "error"];

/// All keys, in the order people meet them.
pub(super) const KEYS: [Key; 8] = [
    Key {
        name: "role",
        about: "The role whose panel reads the page; backend-engineer when absent.",
        kind: Kind::Word(|| vec![RolePack::backend_engineer().id.as_str()]),
    },
    Key {
        name: "stage",
        about: "The career stage to grade against; found from the dates of the work when absent.",
        kind: Kind::Word(|| Stage::ALL.map(Stage::as_str).to_vec()),
    },
    Key {
        name: "as-of",
        about: "The day that stands for \"today\", as 2026-11-30; the current day when absent.",
        kind: Kind::Day,
    },
    Key {
        name: "deny",
        about: "The level of findings that fails `vitae check`; error when absent.",
        kind: Kind::Word(|| vec!["error", "warning", "info", "none"]),
    },
    Key {
        name: "min-score",
        about: "The overall grade below which `vitae check` fails; none when absent.",
        kind: Kind::Score,
    },
    Key {
        name: "template",
        about: "The template of `vitae build`; classic when absent.",
        kind: Kind::Word(|| {
            typeset::templates().iter().map(|template| template.name.as_str()).collect()
        }),
    },
    Key {
        name: "paper",
        about: "The paper of `vitae build`; a4 when absent.",
        kind: Kind::Word(|| Paper::ALL.iter().map(|paper| paper.as_str()).collect()),
    },
    Key {
        name: "rules",
        about: "Levels of rules. They change what is shown and what fails a run, never the grade.",
        kind: Kind::Levels,
    },
];

/// The JSON Schema of the file, for editors.
pub(crate) fn schema() -> Value {
    let properties: Map<String, Value> =
        KEYS.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Config",
        "description": "Settings of vitae for a folder of resumes: vitae.toml.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false
    })
}

fn property(key: &Key) -> Value {
    let about = key.about;
    match key.kind {
        Kind::Word(words) => json!({ "description": about, "type": "string", "enum": words() }),
        Kind::Day => json!({
            "description": about,
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        }),
        Kind::Score => {
            json!({ "description": about, "type": "integer", "minimum": 0, "maximum": 100 })
        }
        Kind::Levels => {
            let level = |doc: rules::Doc| {
                let level = json!({ "description": doc.summary, "enum": LEVELS });
                (doc.id.to_owned(), level)
            };
            let levels: Map<String, Value> = rules::docs().into_iter().map(level).collect();
            json!({
                "description": about,
                "type": "object",
                "properties": levels,
                "additionalProperties": false
            })
        }
    }
}
