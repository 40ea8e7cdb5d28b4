//! What of the must-haves is shown, in four steps.

use resume::coverage::{Coverage, RequirementKind, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a page shows of the must-haves of a job. Ordered from most to least.
///
/// A band rests on must-haves alone. What nobody can read off a page (a trait, a permit) is in no
/// band's way; it is for a conversation.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Every must-have is shown by work.
    AllShown,
    /// Every must-have is at least named, or something close is shown.
    AllNamed,
    /// One must-have is not stated.
    OneOpen,
    /// Several must-haves are not stated.
    SeveralOpen,
}

impl Band {
    /// All bands, the one that shows most first.
    pub const ALL: [Self; 4] = [Self::AllShown, Self::AllNamed, Self::OneOpen, Self::SeveralOpen];

    /// The band of a coverage.
    pub fn of(coverage: &Coverage) -> Self {
        let musts = coverage.requirements.iter().filter(|one| one.kind == RequirementKind::Must);
        let comparable =
            musts.filter(|one| !matches!(one.status, Status::Unverifiable | Status::NotCompared));
        let (mut open, mut weak) = (0, 0);
        for must in comparable {
            match must.status {
                Status::Proved | Status::OtherName | Status::Implied => {}
                Status::NotStated | Status::InMasterOnly => open += 1,
                _ => weak += 1,
            }
        }
        match (open, weak) {
            (0, 0) => Self::AllShown,
            (0, _) => Self::AllNamed,
            (1, _) => Self::OneOpen,
            _ => Self::SeveralOpen,
        }
    }

    /// The word used in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AllShown => "all-shown",
            Self::AllNamed => "all-named",
            Self::OneOpen => "one-open",
            Self::SeveralOpen => "several-open",
        }
    }

    /// What it says, as a heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::AllShown => "Every must-have is shown by work",
            Self::AllNamed => "Every must-have is named, some without work that shows it",
            Self::OneOpen => "One must-have is not stated",
            Self::SeveralOpen => "Several must-haves are not stated",
        }
    }
}
