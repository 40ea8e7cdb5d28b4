//! The shape of `skills.toml`.

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
}

impl Category {
    /// True where the names are common nouns, so that their plural names the same thing.
    pub(super) fn has_plurals(self) -> bool {
        matches!(self, Self::Practice | Self::Pattern)
    }
}

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SkillsFile {
    /// Second halves of compounds that speak for the name before the hyphen.
    #[serde(default)]
    pub(super) compounds: Vec<String>,
    /// Phrases that contain the name of a skill and mean something else.
    #[serde(default)]
    pub(super) ignore: Vec<String>,
    /// Sets of words that decide on ambiguous names, by the name of the set.
    #[serde(default)]
    pub(super) cues: BTreeMap<String, CueSet>,
    #[serde(default)]
    pub(super) skill: Vec<Entry>,
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
    #[serde(default)]
    pub(super) implies: Vec<String>,
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
