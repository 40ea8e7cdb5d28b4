//! What we know about a role: career stages with their needs, verbs, openers, concepts and
//! skills. All of it is data (`/roles`), loaded and checked here, embedded in the binary.
//!
//! [`RolePack::backend_engineer`] is the embedded pack, [`library`] the examples shipped with it;
//! [`Vocabulary::mentions`] finds skills in running text. Words and phrases are compared by [`words`], so that `load-tested`,
//! `load tested` and `Load-Tested` are one.

mod guide;
mod job_wording;
mod library;
mod load;
mod pack;
mod phrases;
mod questions;
pub mod shipped;
mod vocabulary;
mod words;

pub use guide::{
    Band, CareerPath, Duty, Earlier, Guide, GuideSkill, Outlook, Pay, Shown, ShownFact, SkillGroup,
    StageGuide, Step, Wage, guide,
};
pub use job_wording::{JobPhrases, JobTemplate, JobWording, PayLaw, job_templates, job_wording};
pub use library::{ExampleBullet, ExamplePair, ExampleResume, Library, library};
pub use pack::{
    Act, Bar, Concept, CriterionSpec, Direction, Needs, Objects, PackError, Release, RolePack,
    Section, Signal, Signals, Spelling, Strength, Verb, WordLists,
};
pub use phrases::{Match, PhraseSet};
pub use questions::{
    Measure, Piece, Question, QuestionBank, Round, RoundId, Rubric, Shape, Slot, Trigger,
    question_bank,
};
pub use vocabulary::{
    Category, Mention, PlainName, Skill, SkillId, Term, Text, Vocabulary, letters,
};
pub use words::{Listed, Word, WordList, WordSieve, fold, folded, is_one_of, words};
