//! The `vitae:` block: settings that travel with a resume.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record;
use crate::{Date, Stage};

record! {
    /// Settings of vitae for this resume; the command line overrides them.
    Settings {
        /// Version of this block's format; `1` today.
        version: Option<u32>,
        /// The career stage to grade against; found from the dates of your work when absent.
        stage: Option<Stage>,
        /// The role whose panel reads this page; `backend-engineer` when absent.
        role: Option<String>,
        /// The day that stands for "today", so that a report never changes by itself.
        as_of: Option<Date>,
        /// The template `vitae build` uses; `classic` when absent.
        template: Option<String>,
        /// The paper `vitae build` uses; `a4` when absent.
        paper: Option<Paper>,
        /// The language of the text as a BCP 47 tag; `en` when absent.
        language: Option<String>,
        /// Findings you have looked at and decided to live with. They leave the report and its
        /// gate; the grade stays as it is.
        allow: Vec<Allowance>,
    }
}

record! {
    /// Findings an author decided to live with, and why.
    Allowance {
        /// The rule, as named in brackets in a report: `long-bullet`.
        rule: Option<String>,
        /// The value and everything below it, e.g. `work[0].highlights[2]`, or a bullet's id; the
        /// whole page when absent.
        at: Option<String>,
        /// Why. Without a reason nothing is allowed.
        reason: Option<String>,
    }
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// US letter, 8.5 × 11 in.
    Letter,
}

impl Paper {
    /// The word used in files, on the command line and in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }
}
