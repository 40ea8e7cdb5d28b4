//! The role pack: what the data files of a role say, checked.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::{PhraseSet, SkillId, Vocabulary};
use resume::{Axis, Date, Stage};

/// Everything known about one role.
#[derive(Clone, Debug)]
pub struct RolePack {
    /// Folder name, e.g. `backend-engineer`.
    pub id: String,
    /// For people, e.g. `Backend engineer`.
    pub title: String,
    /// Rises when the data changes a grade.
    pub version: u32,
    /// One per stage, in rising order.
    pub bars: Vec<Bar>,
    /// Criteria of the three axes with their needs by stage.
    pub needs: Needs,
    /// Verbs a claim can open with.
    pub verbs: Vec<Verb>,
    /// Verb forms → index into [`RolePack::verbs`].
    pub verb_forms: PhraseSet,
    /// Engineering concepts.
    pub concepts: Vec<Concept>,
    /// Concept phrases → index into [`RolePack::concepts`].
    pub concept_phrases: PhraseSet,
    /// Products, languages, protocols and practices, found in running text.
    pub vocabulary: Vocabulary,
    /// What makes a noun phrase specific or generic.
    pub objects: Objects,
    /// Small signals beside the main facts.
    pub signals: Signals,
    /// Word lists the rules use.
    pub lists: WordLists,
    /// Words that are spelled wrong.
    pub spelling: Spelling,
    /// When versions of skills were released.
    pub releases: BTreeMap<SkillId, Vec<Release>>,
    /// Names people give to the sections of a page.
    pub sections: Vec<Section>,
    /// Hash of all data files, as 16 hexadecimal digits.
    pub fingerprint: String,
}

/// One career stage: years it begins at, and the bars of its verdict.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Which stage.
    pub stage: Stage,
    /// Years of dated work at which the stage usually begins.
    pub from_years: f64,
    /// Overall grade that advances.
    pub advance: f64,
    /// Lowest axis that advances.
    pub advance_axis: f64,
    /// Overall grade that is worth a second look.
    pub maybe: f64,
}

/// The criteria in report order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// All criteria; weights of an axis sum to 100.
    pub criterion: Vec<CriterionSpec>,
}

/// One criterion: what it asks for, how much it weighs, how many facts each stage needs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionSpec {
    /// E.g. `E1`.
    pub id: String,
    /// The axis it counts for.
    pub axis: Axis,
    /// For people.
    pub title: String,
    /// Points of 100.
    pub weight: f64,
    /// Facts that earn 80 % of the weight at junior, mid, senior, staff; `-1` where the stage
    /// does not ask for it.
    pub need: [f64; 4],
    /// What one more fact would look like, for people.
    pub next: String,
}

/// How much a verb says about the author's own part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Names a piece of work: built, cut, migrated.
    Strong,
    /// True but says little: maintained, used.
    Neutral,
    /// Hides the author's part: helped, assisted.
    Weak,
    /// Promises more than it says: spearheaded.
    Inflated,
}

/// Which way a measured value moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Cut, reduced, fell.
    Down,
    /// Raised, grew.
    Up,
}

/// The kind of act a verb names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Built, wrote, designed something.
    Create,
    /// Cut, raised, tuned something.
    Change,
    /// Fixed, diagnosed, hardened.
    Repair,
    /// Moved, ported, split, retired.
    Migrate,
    /// Owned, led, ran, chose.
    Own,
    /// On call, monitored, rolled out.
    Operate,
    /// Mentored, taught, hired.
    Grow,
    /// Published, open-sourced, presented.
    Share,
    /// Attended, participated.
    Attend,
}

/// A verb with its forms.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// Base form, e.g. `cut`.
    pub lemma: String,
    /// Every form a line may use: past, base, third person, gerund. Phrases allowed (`roll* out`).
    pub forms: Vec<String>,
    /// How much it says.
    pub strength: Strength,
    /// The kind of act.
    pub act: Act,
    /// Which way it moves a value, when it does.
    pub direction: Option<Direction>,
}

/// An engineering concept; the ways people name it are [`RolePack::concept_phrases`].
#[derive(Clone, Debug, PartialEq)]
pub struct Concept {
    /// Kebab-case, e.g. `idempotency`.
    pub id: String,
    /// For people.
    pub name: String,
    /// Criteria it counts for beside `D1`: `D2`, `D3`, `D4`; or `T`, a way of testing, which each
    /// stage counts where it belongs.
    pub counts: Vec<String>,
}

/// A section of JSON Resume and the headings it appears under.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The key, e.g. `work`; `summary` stands for `basics.summary`.
    pub key: String,
    /// Headings, e.g. `Professional experience`; compared by words.
    pub names: Vec<String>,
}

/// Frequent misspellings.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    /// Misspelled words; values are positions in [`Spelling::corrections`].
    pub typos: PhraseSet,
    /// What was meant, in lower case.
    pub corrections: Vec<String>,
}

/// A version of a skill and when it came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// E.g. `3.12`; it stands for every version that begins with it.
    pub version: String,
    /// The month of general availability.
    pub date: Date,
}

/// What makes a noun phrase specific or generic. No noun is in both sets of heads; singular and
/// regular plural have the same value, the position in the data file.
#[derive(Clone, Debug, Default)]
pub struct Objects {
    /// Nouns that name a thing one can build: service, pipeline, scheduler, firmware.
    pub heads: PhraseSet,
    /// Nouns that name nothing in particular by themselves: things, tasks, features, systems.
    /// A specific modifier can still make the phrase specific: `fraud scoring system`.
    pub generic_heads: PhraseSet,
    /// Modifiers that add no information: scalable, various, robust.
    pub generic_modifiers: PhraseSet,
}

/// What a small signal of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// People or groups that the work reached: `adopted by`.
    Reach,
    /// It runs for real: `in production`, `went live`.
    Production,
    /// Others can check it: merged upstream, a talk, a paper, a patent.
    Proof,
    /// Being there: `attended`, `member of the on-call rotation`.
    Attendance,
    /// Running the thing: on call, incidents, runbooks, capacity.
    Operations,
    /// Tests written or measured.
    Testing,
    /// What came of it in words that can be checked: `without downtime`, `none recurred`.
    Outcome,
}

impl Signal {
    /// The word used in data, reports and tests.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Production => "production",
            Self::Proof => "proof",
            Self::Attendance => "attendance",
            Self::Operations => "operations",
            Self::Testing => "testing",
            Self::Outcome => "outcome",
        }
    }
}

/// Signals and the nouns for people.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    /// Values are positions in [`Signals::kinds`].
    pub phrases: PhraseSet,
    /// What the phrases of each value say.
    pub kinds: Vec<Signal>,
    /// Nouns for people and groups of them, in lower case: `engineers`, `teams`.
    pub people: BTreeSet<String>,
    /// The same as phrases, to tell other words apart in one look.
    pub people_words: PhraseSet,
    /// Nouns that count work done rather than the size of a thing: `bugs`, `tickets`.
    pub effort: BTreeSet<String>,
}

impl Signals {
    /// True for a noun of people in lower case, plural or not: `engineers`, `engineer`.
    pub fn names_people(&self, noun: &str) -> bool {
        self.people.contains(noun) || self.people.contains(&format!("{noun}s"))
    }
}

/// Word lists the rules use, each as a set of phrases; values are positions in the data file.
#[derive(Clone, Debug, Default)]
pub struct WordLists {
    /// Openers that hide the author's part: `responsible for`, `helped with`.
    pub weak_openers: PhraseSet,
    /// Character praise: `passionate`, `team player`.
    pub traits: PhraseSet,
    /// Change without measure: `significantly`, `improved performance`.
    pub vague_changes: PhraseSet,
    /// Empty mechanisms: `modern techniques`, `best practices`.
    pub vague_mechanisms: PhraseSet,
    /// Words that decorate: `cutting-edge`, `seamless`.
    pub buzzwords: PhraseSet,
    /// Communication, teamwork, …
    pub soft_skills: PhraseSet,
    /// Objective statements: `seeking a`, `looking for`.
    pub objectives: PhraseSet,
    /// `etc`, `and more`, `references available`.
    pub filler: PhraseSet,
    /// Categories listed where a product belongs: `databases`, `version control`.
    pub category_words: PhraseSet,
}

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum PackError {
    /// A file the pack needs is absent.
    #[error("role pack `{pack}`: file `{file}` is missing")]
    Missing {
        /// The pack.
        pack: String,
        /// The file, relative to the pack; shared ones begin with `_common/`.
        file: String,
    },
    /// A file does not have the right form.
    #[error("role pack `{pack}`: `{file}`: {reason}")]
    Invalid {
        /// The pack.
        pack: String,
        /// The file, relative to the pack; shared ones begin with `_common/`.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
}
