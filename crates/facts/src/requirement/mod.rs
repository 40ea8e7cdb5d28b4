//! What a job asks for: its lines to requirements, each with what would show it.
//!
//! A requirement is one line of the job, or one sentence of a line that has several. What is asked
//! for twice counts once, at the stricter place.

mod degree;
mod language;
mod level;
mod years;

use std::ops::Range;

use resume::FieldPath;
use resume::coverage::RequirementKind;
use roles::SkillId;

pub use degree::{Degree, DegreeLevel};
pub use language::SpokenLanguage;
pub use level::Level;
pub use years::Years;

/// One thing a job asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Stable within the job: the id its author gave it, else kind and number, `must-3`.
    pub id: String,
    /// The value it stands in.
    pub path: FieldPath,
    /// Bytes of that value's text.
    pub range: Range<usize>,
    /// Its words.
    pub text: String,
    /// How much it matters.
    pub kind: RequirementKind,
    /// How much it counts beside the others of its kind, as its author says; 1 when nothing is said.
    pub weight: u32,
    /// The round of the process that finds out, by name.
    pub assessed_in: Option<String>,
    /// The skills that would show it: all of these, each in any one of its ways.
    pub skills: Vec<AnyOf>,
    /// Techniques of the role it names, by id: `idempotency`.
    pub concepts: Vec<String>,
    /// Years of experience.
    pub years: Option<Years>,
    /// How well.
    pub level: Option<Level>,
    /// A degree.
    pub degree: Option<Degree>,
    /// A human language.
    pub language: Option<SpokenLanguage>,
    /// True when it names nothing a page could show: a trait, a permit, a willingness.
    pub is_soft: bool,
}

/// Skills of which one is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyOf(pub Vec<Asked>);

/// A skill, where the job names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub skill: SkillId,
    /// Bytes of the value at [`Requirement::path`], its name as written.
    pub range: Range<usize>,
    /// True when it only stands for others: `such as Kafka` names examples of a queue.
    pub is_example: bool,
}
