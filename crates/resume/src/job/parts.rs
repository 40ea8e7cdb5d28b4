//! The parts of a job.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PayPeriod, RemoteScope};
use crate::model::record;

record! {
    /// Who hires.
    Organization {
        /// Its name.
        name: Option<String>,
        /// Its site.
        url: Option<String>,
        /// A picture of its name, by address.
        logo: Option<String>,
        /// What it does, for whom, how big it is.
        summary: Option<String>,
    }
}

record! {
    /// Work from elsewhere.
    Remote {
        /// How much of it.
        scope: Option<RemoteScope>,
        /// Countries to live in, as ISO 3166-1 alpha-2 codes.
        countries: Vec<String>,
        /// Hours to share with the team: `CET ± 2 hours`.
        time_zone: Option<String>,
        /// What else there is to say: `two days a week at the office`.
        note: Option<String>,
    }
}

record! {
    /// A band of pay.
    Pay {
        /// ISO 4217 code: `EUR`.
        currency: Option<String>,
        /// The least, in whole units of the currency.
        min: Option<u32>,
        /// The most.
        max: Option<u32>,
        /// What it is counted by.
        period: Option<PayPeriod>,
        /// Bonus, equity, what the place in the band depends on; or the words of a posting that
        /// names no band.
        note: Option<String>,
    }
}

record! {
    /// Tools of one kind.
    ToolGroup {
        /// The kind: `Databases`.
        name: Option<String>,
        /// The tools.
        keywords: Vec<String>,
    }
}

record! {
    /// A round of the interviews.
    Round {
        /// What it is: `Technical screen`.
        name: Option<String>,
        /// How long it takes.
        minutes: Option<u32>,
        /// What is assessed in it, and how.
        assesses: Vec<String>,
        /// With whom.
        with: Option<String>,
    }
}

record! {
    /// A part of a posting with its heading.
    JobSection {
        /// The heading, as written.
        heading: Option<String>,
        /// Its paragraphs and items.
        texts: Vec<String>,
    }
}

/// One thing that is wanted. In a file it is a string, or a mapping when it carries more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Wanted {
    /// What is wanted, as candidates read it.
    pub text: String,
    /// A stable name, so that reports and scorecards can point at it.
    pub id: Option<String>,
    /// The round that finds out: the name of one of the rounds of the process.
    pub assessed_in: Option<String>,
    /// How much it counts beside the others of its list; 1 when nothing is said.
    pub weight: Option<u32>,
}

impl Wanted {
    /// True when a file writes it as a mapping.
    pub fn is_mapping(&self) -> bool {
        self.id.is_some() || self.assessed_in.is_some() || self.weight.is_some()
    }
}

impl<T: Into<String>> From<T> for Wanted {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// The two forms it has in a file.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Wanted")]
enum Written {
    /// What is wanted, as candidates read it.
    Plain(String),
    /// What is wanted, with a name, the round that finds out, or a weight.
    #[serde(rename_all = "camelCase")]
    Mapping {
        /// What is wanted, as candidates read it.
        #[serde(default)]
        text: String,
        /// A stable name, so that reports and scorecards can point at it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The round that finds out: the name of one of the rounds of the process.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assessed_in: Option<String>,
        /// How much it counts beside the others of its list; 1 when nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weight: Option<u32>,
    },
}

impl From<Written> for Wanted {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(text) => text.into(),
            Written::Mapping { text, id, assessed_in, weight } => {
                Self { text, id, assessed_in, weight }
            }
        }
    }
}

impl From<Wanted> for Written {
    fn from(wanted: Wanted) -> Self {
        if wanted.is_mapping() {
            let Wanted { text, id, assessed_in, weight } = wanted;
            Self::Mapping { text, id, assessed_in, weight }
        } else {
            Self::Plain(wanted.text)
        }
    }
}
