//! The shape of a skills file.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// What kind of thing a skill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Go, SQL.
    Language,
    /// Spring Boot, Django.
    Framework,
    /// Netty, Pydantic.
    Library,
    /// `PostgreSQL`, Redis, Elasticsearch.
    Database,
    /// Kafka, SQS.
    Queue,
    /// gRPC, TLS, protobuf.
    Protocol,
    /// AWS and its products, by any vendor.
    Cloud,
    /// Kubernetes, Terraform, operating systems.
    Infrastructure,
    /// Prometheus, Sentry.
    Observability,
    /// `JUnit`, k6, property-based testing.
    Testing,
    /// OAuth 2.0, Vault.
    Security,
    /// Git, Gradle.
    Tool,
    /// On-call, code review.
    Practice,
    /// Event sourcing, sharding.
    Pattern,
    /// What a part of the field is called: cloud computing, machine learning, web development.
    Concept,
    /// What one studies: computer science, physics.
    Subject,
    /// Excel, Salesforce, Photoshop.
    Business,
    /// What a company deals in: banking, health care.
    Industry,
    /// Degrees and certificates.
    Credential,
    /// English, German.
    SpokenLanguage,
}

impl Category {
    /// True where the names are common nouns, so that their plural names the same thing.
    pub(super) fn has_plurals(self) -> bool {
        matches!(self, Self::Practice | Self::Pattern | Self::Concept | Self::Credential)
    }

    /// True for the word of a category of engineering, e.g. `queue`.
    #[allow(dead_code, reason = "not by the build script")]
    pub(crate) fn is_word(word: &str) -> bool {
        let all = [
            Self::Language,
            Self::Framework,
            Self::Library,
            Self::Database,
            Self::Queue,
            Self::Protocol,
            Self::Cloud,
            Self::Infrastructure,
            Self::Observability,
            Self::Testing,
            Self::Security,
            Self::Tool,
            Self::Practice,
            Self::Pattern,
        ];
        all.iter().any(|category| category.as_str() == word)
    }

    /// True for what an engineer works with; false for what a page names beside that. Only the
    /// former is ever graded.
    pub fn is_engineering(self) -> bool {
        !matches!(
            self,
            Self::Concept
                | Self::Subject
                | Self::Business
                | Self::Industry
                | Self::Credential
                | Self::SpokenLanguage
        )
    }

    /// The word used in data and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Framework => "framework",
            Self::Library => "library",
            Self::Database => "database",
            Self::Queue => "queue",
            Self::Protocol => "protocol",
            Self::Cloud => "cloud",
            Self::Infrastructure => "infrastructure",
            Self::Observability => "observability",
            Self::Testing => "testing",
            Self::Security => "security",
            Self::Tool => "tool",
            Self::Practice => "practice",
            Self::Pattern => "pattern",
            Self::Concept => "concept",
            Self::Subject => "subject",
            Self::Business => "business",
            Self::Industry => "industry",
            Self::Credential => "credential",
            Self::SpokenLanguage => "spoken-language",
        }
    }
}

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SkillsFile {
    /// Second halves of compounds that speak for the name before the hyphen.
    #[serde(default)]
    pub(super) compounds: Vec<String>,
    /// Phrases that contain the name of a skill and mean something else.
    #[serde(default)]
    pub(super) ignore: Vec<String>,
    /// Nouns that go with the name before them: `technologies`.
    #[serde(default)]
    pub(super) heads: Vec<String>,
    /// Nouns that go with a common noun before them: `practices`.
    #[serde(default)]
    pub(super) common_heads: Vec<String>,
    /// Words that go with the phrase after them: `modern`.
    #[serde(default)]
    pub(super) modifiers: Vec<String>,
    /// Nouns that make the name before them say what somebody is: `engineer`.
    #[serde(default)]
    pub(super) people: Vec<String>,
    /// Sets of words that decide on ambiguous names, by the name of the set.
    #[serde(default)]
    pub(super) cues: BTreeMap<String, CueSet>,
    #[serde(default)]
    pub(super) skill: Vec<Entry>,
}

impl SkillsFile {
    /// All files as one, in their order.
    ///
    /// # Errors
    /// A cue set that stands in two files.
    pub(super) fn joined(files: Vec<Self>) -> Result<Self, String> {
        let mut all = Self::default();
        for Self { compounds, ignore, heads, common_heads, modifiers, people, cues, skill } in files
        {
            all.compounds.extend(compounds);
            all.ignore.extend(ignore);
            all.heads.extend(heads);
            all.common_heads.extend(common_heads);
            all.modifiers.extend(modifiers);
            all.people.extend(people);
            all.skill.extend(skill);
            for (name, set) in cues {
                if all.cues.contains_key(&name) {
                    return Err(format!("two files have a cue set `{name}`"));
                }
                all.cues.insert(name, set);
            }
        }
        Ok(all)
    }
}

/// Words that speak for or against an ambiguous name. All lower case; `<year>` is any year.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueSet {
    /// For it, as the word right before.
    #[serde(default)]
    pub(super) before: Vec<String>,
    /// For it, as the word right after.
    #[serde(default)]
    pub(super) after: Vec<String>,
    /// For it, a few words away.
    #[serde(default)]
    pub(super) near: Vec<String>,
    /// Against it, as the word before.
    #[serde(default)]
    pub(super) not_before: Vec<String>,
    /// Against it, as the word after.
    #[serde(default)]
    pub(super) not_after: Vec<String>,
    /// A skill a few words away does not speak for it; lists, words and a skill right beside do.
    #[serde(default)]
    pub(super) strict: bool,
}

/// A skill.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) category: Category,
    #[serde(default)]
    pub(super) aliases: Vec<Alias>,
    /// What somebody who knows it also knows, one step.
    #[serde(default)]
    pub(super) implies: Vec<String>,
    /// What it is one of, one step.
    #[serde(default)]
    pub(super) parents: Vec<String>,
    /// What does a similar job, by id, with how much carries over. Said once, holds both ways.
    #[serde(default)]
    pub(super) related: BTreeMap<String, f32>,
    /// The year of the first public release.
    pub(super) since: Option<u16>,
    /// The name counts only in this spelling.
    #[serde(default)]
    pub(super) case: bool,
    /// The name counts only where one of these cue sets says so, or among other skills.
    #[serde(default)]
    pub(super) context: Vec<String>,
}

/// Another way to write a skill; in the data a text, or a table when it is bound.
#[derive(Debug)]
pub(super) struct Alias {
    pub(super) text: String,
    pub(super) case: bool,
    pub(super) context: Vec<String>,
}

/// The table form of an [`Alias`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoundAlias {
    text: String,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    context: Vec<String>,
}

/// By hand, because an untagged enum would answer every mistake with "did not match any variant".
impl<'de> Deserialize<'de> for Alias {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrTable;

        impl<'de> Visitor<'de> for TextOrTable {
            type Value = Alias;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a table with `text`, `case` and `context`")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Alias, E> {
                Ok(Alias { text: text.to_owned(), case: false, context: Vec::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Alias, A::Error> {
                let BoundAlias { text, case, context } =
                    BoundAlias::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Alias { text, case, context })
            }
        }

        deserializer.deserialize_any(TextOrTable)
    }
}
