//! How well something should be known.

/// How well. Ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Heard of, tried: `familiarity with`, `exposure to`.
    Familiar,
    /// Used in work: `experience with`, `working knowledge of`.
    Working,
    /// `strong`, `solid`, `deep`, `proficient`.
    Strong,
    /// `expert`, `mastery of`.
    Expert,
}
