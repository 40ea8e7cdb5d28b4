//! The shapes of the data files. What is not written here is refused.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Bar, Section, Signal, Verb};

/// `role.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleFile {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) version: u32,
    pub(super) bar: Vec<Bar>,
}

/// `_common/verbs.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbsFile {
    pub(super) verb: Vec<Verb>,
}

/// `concepts.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConceptsFile {
    pub(super) concept: Vec<ConceptEntry>,
}

/// A [`Concept`](crate::Concept) with its phrases, which the translation leaves out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConceptEntry {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) counts: Vec<String>,
    #[serde(default)]
    pub(super) phrases: Vec<String>,
}

/// `_common/sections.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionsFile {
    pub(super) section: Vec<Section>,
}

/// `_common/spelling.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpellingFile {
    /// A word as it is misspelled, and what was meant.
    pub(super) typos: Vec<(String, String)>,
}

/// `releases.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReleasesFile {
    /// Month of release by version by the id of the skill.
    pub(super) versions: BTreeMap<String, BTreeMap<String, String>>,
}

/// `_common/objects.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObjectsFile {
    pub(super) heads: Vec<String>,
    pub(super) generic_heads: Vec<String>,
    pub(super) generic_modifiers: Vec<String>,
}

/// `_common/signals.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignalsFile {
    pub(super) people: Vec<String>,
    pub(super) effort: Vec<String>,
    pub(super) signal: Vec<SignalList>,
}

/// The phrases of one signal; the note says what belongs among them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignalList {
    pub(super) kind: Signal,
    pub(super) note: String,
    /// Left out of the translation.
    #[serde(default)]
    pub(super) phrases: Vec<String>,
}

/// `_common/wording.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordingFile {
    pub(super) weak_openers: List,
    pub(super) traits: List,
    pub(super) vague_changes: List,
    pub(super) vague_mechanisms: List,
    pub(super) buzzwords: List,
    pub(super) soft_skills: List,
    pub(super) objectives: List,
    pub(super) filler: List,
    pub(super) category_words: List,
}

impl WordingFile {
    /// The lists with their names, in the order of the file.
    pub(super) fn lists(&self) -> [(&'static str, &List); 9] {
        [
            ("weak_openers", &self.weak_openers),
            ("traits", &self.traits),
            ("vague_changes", &self.vague_changes),
            ("vague_mechanisms", &self.vague_mechanisms),
            ("buzzwords", &self.buzzwords),
            ("soft_skills", &self.soft_skills),
            ("objectives", &self.objectives),
            ("filler", &self.filler),
            ("category_words", &self.category_words),
        ]
    }
}

/// One list of phrases; the note says what belongs in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    pub(super) note: String,
    pub(super) phrases: Vec<String>,
}
