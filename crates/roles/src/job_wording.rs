//! Wording that the rules for jobs look for, shared by all roles.
//!
//! No part of a [`RolePack`](crate::RolePack): no grade depends on it, and a process that checks no
//! job does not read it.

use std::sync::LazyLock;

use resume::Date;
use serde::Deserialize;

use crate::load::{embedded_folder, translated};
use crate::{Match, PhraseSet, Word};

/// The name of the file in the data folder.
const FILE: &str = "_common/job-wording.toml";

/// Word lists and laws for jobs, each list with a note of what belongs in it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JobWording {
    /// Heroes where a title belongs: `rockstar`.
    pub superhero: JobPhrases,
    /// Stems read as masculine-coded.
    pub masculine: JobPhrases,
    /// Stems read as feminine-coded.
    pub feminine: JobPhrases,
    /// Pronouns and titles of one sex.
    pub gendered: JobPhrases,
    /// Age, and ceilings to experience.
    pub age: JobPhrases,
    /// Age of the company rather than of the candidate.
    pub age_mild: JobPhrases,
    /// A body or mind taken for granted.
    pub ability: JobPhrases,
    /// Places where lifting is the work.
    pub physical_work: JobPhrases,
    /// Where somebody comes from.
    pub origin: JobPhrases,
    /// What can make citizenship a condition.
    pub clearance: JobPhrases,
    /// Citizenship and papers.
    pub citizenship: JobPhrases,
    /// What somebody earned before.
    pub salary_history: JobPhrases,
    /// Pay without an amount.
    pub empty_pay: JobPhrases,
    /// Duties without a system.
    pub vague_duties: JobPhrases,
    /// Sayings and hype.
    pub idioms: JobPhrases,
    /// Likeness to those who are there.
    pub culture_fit: JobPhrases,
    /// Praise of a character.
    pub traits: JobPhrases,
    /// Technical terms that were replaced.
    pub legacy: JobPhrases,
    /// Software that sorts out applicants.
    pub automated: JobPhrases,
    /// Words that say that it is about applicants.
    pub automated_context: JobPhrases,
    /// A line about equal opportunity.
    pub equal: JobPhrases,
    /// Whom to ask for accommodations.
    pub accommodation: JobPhrases,
    /// Nouns where a verb is shorter.
    pub nominal: JobPhrases,
    /// Abbreviations that need no explanation.
    pub known_acronyms: JobPhrases,
    /// Laws that ask for pay in a posting.
    #[serde(rename = "pay_law")]
    pub pay_laws: Vec<PayLaw>,
}

/// Phrases to look for, words that shield others from being found, and what may stand instead.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Listed")]
pub struct JobPhrases {
    phrases: PhraseSet,
    exceptions: PhraseSet,
    /// Replacements by value; values of phrases without one come after them.
    instead: Vec<String>,
    /// Where the list is published, when it is not ours.
    pub source: Option<String>,
}

/// A list as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    #[expect(dead_code, reason = "says to people what belongs in the list")]
    note: String,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    pairs: Vec<(String, String)>,
    #[serde(default)]
    exceptions: Vec<String>,
}

/// A law that asks for pay in a posting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayLaw {
    /// A country or part of one, as ISO 3166 code; `EU` for its members.
    pub place: String,
    /// For people.
    pub name: String,
    /// The day it came into force.
    pub since: Date,
    /// The law.
    pub source: String,
}

impl From<Listed> for JobPhrases {
    fn from(listed: Listed) -> Self {
        let Listed { source, phrases, pairs, exceptions, .. } = listed;
        let count = pairs.len();
        let paired = pairs.iter().enumerate().map(|(at, (phrase, _))| (phrase.as_str(), at));
        let plain = phrases.iter().map(|phrase| (phrase.as_str(), count));
        Self {
            phrases: PhraseSet::new(paired.chain(plain)),
            exceptions: PhraseSet::new(exceptions.iter().map(|phrase| (phrase.as_str(), 0))),
            instead: pairs.into_iter().map(|(_, instead)| instead).collect(),
            source,
        }
    }
}

impl JobPhrases {
    /// All places where a phrase stands, from left to right, without those that touch an
    /// exception.
    pub fn find(&self, words: &[Word]) -> Vec<Match> {
        let mut found = self.phrases.find(words);
        if !found.is_empty() {
            let mut shielded = vec![false; words.len()];
            // Every word is asked, because exceptions may overlap.
            for at in 0..words.len() {
                if let Some(shield) = self.exceptions.match_at(words, at) {
                    shielded[shield.words].fill(true);
                }
            }
            found.retain(|found| !shielded[found.words.clone()].contains(&true));
        }
        found
    }

    /// True when one of the phrases stands somewhere.
    pub fn is_said(&self, words: &[Word]) -> bool {
        !self.find(words).is_empty()
    }

    /// What may stand in the place of a match.
    pub fn instead(&self, found: &Match) -> Option<&str> {
        self.instead.get(found.value).map(String::as_str)
    }
}

static WORDING: LazyLock<JobWording> = LazyLock::new(|| {
    let json = translated(FILE).expect("the build script translates every data file");
    serde_json::from_str(json).expect("the embedded file is well-formed, as a test proves")
});

/// The embedded wording for jobs, read at the first call.
pub fn job_wording() -> &'static JobWording {
    &WORDING
}

impl JobWording {
    /// Reads the text of a `job-wording.toml`.
    ///
    /// # Errors
    /// What is wrong with the text, with its line.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())
    }
}

/// A job to begin with, shipped for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobTemplate {
    /// The kind of work, as people name it: `backend`, `data`.
    pub family: &'static str,
    /// Stem of the file: `backend-senior`.
    pub name: &'static str,
    /// The stage it is for.
    pub stage: resume::Stage,
    /// The job, as YAML with comments.
    pub yaml: &'static str,
}

/// All job templates, in the order of family and stage.
pub fn job_templates() -> &'static [JobTemplate] {
    &TEMPLATES
}

static TEMPLATES: LazyLock<Vec<JobTemplate>> = LazyLock::new(|| {
    let mut templates: Vec<JobTemplate> = embedded_folder("backend-engineer/jobs")
        .filter_map(|(name, yaml)| {
            let name = name.strip_suffix(".yaml")?;
            let (family, stage) = name.rsplit_once('-')?;
            Some(JobTemplate { family, name, stage: stage.parse().ok()?, yaml })
        })
        .collect();
    // The role itself first, then its neighbors.
    templates
        .sort_by_key(|template| (template.family != "backend", template.family, template.stage));
    templates
});
