//! What somebody says of their own skills: a short file to fill in, beside a resume.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::record;

/// The highest level of a skill.
pub const MOST_LEVEL: u32 = 3;

record! {
    /// What you say of your own skills; `vitae guide assess` writes it to be filled in. It is read by
    /// the guide alone, and is no part of a grade.
    Assessment {
        /// Levels by skill: 0 not yet, 1 with help, 2 alone, 3 others learn it from you. Leave out
        /// what you cannot tell.
        skills: BTreeMap<String, u32>,
        /// What you would point to if somebody asked, by skill. Only for yourself.
        notes: BTreeMap<String, String>,
    }
}
