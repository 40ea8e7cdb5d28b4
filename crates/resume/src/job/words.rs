//! Choices of words in a job, and what a job was read from.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::words;

words! {
    /// A kind of contract; the words of schema.org in lower case.
    EmploymentType {
        /// The usual week.
        #[default]
        FullTime = "full-time",
        /// Fewer hours.
        PartTime = "part-time",
        /// Work for a fee.
        Contractor = "contractor",
        /// For a limited time.
        Temporary = "temporary",
        /// For learning.
        Intern = "intern",
    }
}

words! {
    /// How much of the work can be done from elsewhere.
    RemoteScope {
        /// At the place of work.
        #[default]
        OnSite = "on-site",
        /// Some days at the place of work.
        Hybrid = "hybrid",
        /// All of it.
        Full = "full",
    }
}

words! {
    /// What pay is counted by.
    PayPeriod {
        /// A year.
        #[default]
        Year = "year",
        /// A month.
        Month = "month",
        /// A week.
        Week = "week",
        /// A day.
        Day = "day",
        /// An hour.
        Hour = "hour",
    }
}

/// What a job was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JobOrigin {
    /// YAML or JSON in the format of vitae.
    #[default]
    Vitae,
    /// A `JobPosting` of [schema.org](https://schema.org/JobPosting), alone or inside a page.
    JobPosting,
    /// A job as JSON Resume writes it.
    JsonResume,
    /// A posting for people: PDF, Word, HTML, Markdown, text.
    Document,
}

impl JobOrigin {
    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vitae => "a job of vitae",
            Self::JobPosting => "a JobPosting of schema.org",
            Self::JsonResume => "a job of JSON Resume",
            Self::Document => "a document",
        }
    }
}
