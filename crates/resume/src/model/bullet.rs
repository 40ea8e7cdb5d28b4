//! A bullet: one claim of a role or project.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One claim. In a file it is a string, or a mapping when it carries an id, tags or evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Bullet {
    /// The claim, as printed.
    pub text: String,
    /// A stable name, so that variants and tools can point at this bullet.
    pub id: Option<String>,
    /// Words to select bullets by, e.g. `payments`.
    pub tags: Vec<String>,
    /// A private note or link that backs the claim. Never exported.
    pub evidence: Option<String>,
}

impl Bullet {
    /// True when the file writes this bullet as a mapping.
    pub fn is_mapping(&self) -> bool {
        self.id.is_some() || !self.tags.is_empty() || self.evidence.is_some()
    }
}

impl<T: Into<String>> From<T> for Bullet {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// The two forms a bullet has in a file.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Bullet")]
enum Written {
    /// The claim, as printed.
    Plain(String),
    /// A claim with a name, tags or private evidence.
    Mapping {
        /// The claim, as printed.
        #[serde(default)]
        text: String,
        /// A stable name, so that variants and tools can point at this bullet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// Words to select bullets by, e.g. `payments`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<String>,
        /// A private note or link that backs the claim. Never exported.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<String>,
    },
}

impl From<Written> for Bullet {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(text) => text.into(),
            Written::Mapping { text, id, tags, evidence } => Self { text, id, tags, evidence },
        }
    }
}

impl From<Bullet> for Written {
    fn from(bullet: Bullet) -> Self {
        if bullet.is_mapping() {
            let Bullet { text, id, tags, evidence } = bullet;
            Self::Mapping { text, id, tags, evidence }
        } else {
            Self::Plain(bullet.text)
        }
    }
}
