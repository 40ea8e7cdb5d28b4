//! Choices of words in a job.

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
