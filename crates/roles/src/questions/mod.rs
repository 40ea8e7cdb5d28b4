//! Questions a panel asks: which fact of a page fires each, its words with slots for words of the
//! page, what a good answer shows, and the rubrics answers are judged by.
//!
//! No part of a [`RolePack`]: a grade never depends on a question, and a process that asks none
//! does not read them.

mod check;
mod template;

use std::sync::LazyLock;

use resume::Stage;
use serde::{Deserialize, Serialize};

use crate::load::files::Files;
use crate::load::{BACKEND_ENGINEER, translated};
use crate::{Act, Category, PackError, RolePack, Signal};

pub use template::{Piece, Slot};

/// The files with questions, in the order in which questions of equal weight are asked.
pub(crate) const QUESTION_FILES: [&str; 9] = [
    "questions/results.toml",
    "questions/distributed.toml",
    "questions/data.toml",
    "questions/operations.toml",
    "questions/quality.toml",
    "questions/design.toml",
    "questions/people.toml",
    "questions/fields.toml",
    "questions/open.toml",
];

/// Rubrics and rounds.
pub(crate) const RUBRICS: &str = "questions/rubrics.toml";

/// All questions of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionBank {
    /// In the order of the files.
    pub questions: Vec<Question>,
    /// One a family of questions, in the order of the file.
    pub rubrics: Vec<Rubric>,
    /// One a round of an interview, in the order they are held.
    pub rounds: Vec<Round>,
}

/// A question with slots for words of the page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique, kebab-case, e.g. `idempotency-window`. Stays the same for ever.
    pub id: String,
    /// The fact that makes somebody ask it.
    pub fires: Trigger,
    /// Id of the rubric its answers are judged by, e.g. `guarantees`.
    pub family: String,
    /// First and last stage it is asked at.
    #[serde(default = "every_stage")]
    pub stages: [Stage; 2],
    /// How early a panel asks it, 1 to 100.
    pub weight: u8,
    /// The round it belongs to.
    #[serde(default = "technical_screen")]
    pub round: RoundId,
    /// The words, see [`Question::pieces`].
    pub text: String,
    /// What a good answer shows, in a line or two.
    pub shows: String,
}

/// The fact of a page, or of a job, that makes a panel ask.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trigger {
    /// A measured change of this kind.
    Change(Measure),
    /// A size, rate or level of this kind that is no end of a change.
    Size(Measure),
    /// One of these concepts, by id.
    Concepts(Vec<String>),
    /// One of these skills, by id.
    Skills(Vec<String>),
    /// Any skill of a category.
    Category(Category),
    /// A claim whose verb is this kind of act.
    Act(Act),
    /// A claim with one of these verbs, by base form.
    Verbs(Vec<String>),
    /// A small signal.
    Signal(Signal),
    /// How a line, or a requirement, is made.
    Shape(Shape),
    /// A skill that is listed and in no line; of one of these categories, or of any.
    Listed(Vec<Category>),
    /// A requirement of a job that the page does not show; with a skill of one of these
    /// categories, or any.
    Requirement(Vec<Category>),
    /// A coding exercise for a job that asks for one of these skills, concepts or categories.
    Exercise(Vec<String>),
    /// Asked of every candidate in this round.
    Everyone(RoundId),
}

/// What a figure measures, as far as it changes what is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// A time one waits for: milliseconds, seconds, or any with a percentile.
    Latency,
    /// A longer time: jobs, builds, lead times.
    Duration,
    /// Things per second, bits per second.
    Throughput,
    /// Things per day, week or month that should be rare: incidents, pages, duplicates.
    Frequency,
    /// Bytes.
    Volume,
    /// A sum.
    Money,
    /// Percent.
    Share,
    /// A count of things.
    Count,
    /// Times as much.
    Factor,
    /// A change without a number.
    Worded,
    /// Anything else: watts, hertz.
    Other,
}

/// How a line, or a requirement of a job, is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// It says how, and names something that can be checked.
    Mechanism,
    /// It says how in words that could mean anything.
    MechanismVague,
    /// A result, and not how it came about.
    ResultWithoutMechanism,
    /// How it was done, and not what came of it.
    MechanismWithoutResult,
    /// By how much something changed, without its two ends.
    DeltaOnly,
    /// Where something ended, not where it began.
    AfterOnly,
    /// A figure for a percentile.
    Percentile,
    /// A check of a whole.
    Check,
    /// A clause that gives a reason.
    Reason,
    /// The size of the own team.
    Team,
    /// People or groups who work on or with it.
    People,
    /// A number of tests.
    CountsTests,
    /// A verb that hides the author's part.
    WeakVerb,
    /// A verb that promises more than it says.
    InflatedVerb,
    /// A duty instead of work.
    Duty,
    /// A row of names.
    List,
    /// Neither a result nor a size nor how it was done.
    NoResult,
    /// Not even a particular thing that something was done to.
    Unproved,
    /// Others took it up.
    Adopted,
    /// The line under a title, or the summary.
    ScopeLine,
    /// What a project is.
    ProjectLine,
    /// Something published.
    Publication,
    /// A requirement that no page can show.
    Trait,
    /// A duty of a job.
    JobDuty,
    /// A requirement that was last shown long ago.
    Stale,
    /// A requirement of which only something close is shown.
    Related,
}

/// A round of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoundId {
    /// Questions about claims and basics.
    TechnicalScreen,
    /// Code, written together or alone.
    CodingExercise,
    /// How somebody works with people.
    TeamInterview,
}

/// What a round is for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Which.
    pub id: RoundId,
    /// For people.
    pub title: String,
    /// How long it takes, as proposed.
    pub minutes: u16,
    /// What is found out in it.
    pub purpose: String,
}

/// What the answers to one family of questions are judged by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Kebab-case, e.g. `guarantees`.
    pub id: String,
    /// For people.
    pub title: String,
    /// How much earlier than its weight says a question of the family is asked at junior, mid,
    /// senior and staff; below 0: later.
    #[serde(skip_serializing)]
    pub lean: [i8; 4],
    /// What an interviewer sees at 1, 2, 3 and 4.
    pub anchors: [String; 4],
    /// Behavior that speaks against the claim itself.
    pub flags: Vec<String>,
}

/// The embedded questions for backend engineers, read at the first call.
pub fn question_bank() -> &'static QuestionBank {
    &BANK
}

static BANK: LazyLock<QuestionBank> = LazyLock::new(|| {
    // Not checked again at every start: `tests/questions.rs` checks what is embedded.
    read(&Files::translated(BACKEND_ENGINEER, translated))
        .expect("the embedded questions are well-formed, as tests/questions.rs proves")
});

impl QuestionBank {
    /// Reads and checks the questions of the role of `pack`. `files` returns the text of a file by
    /// its name inside the data folder, e.g. `backend-engineer/questions/results.toml`.
    ///
    /// # Errors
    /// The first file that is missing, has an unknown key, an id that is not unique, a concept,
    /// skill, verb or family that does not exist, or a slot that its trigger cannot fill.
    pub fn load(
        pack: &RolePack,
        files: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, PackError> {
        let mut names = QUESTION_FILES.to_vec();
        names.push(RUBRICS);
        let files = Files::open(&pack.id, &names, files, |_| None)?;
        let bank = read(&files)?;
        check::everything(&bank, pack, &files)?;
        Ok(bank)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The rubric with this id.
    pub fn rubric(&self, id: &str) -> Option<&Rubric> {
        self.rubrics.iter().find(|rubric| rubric.id == id)
    }

    /// How early a panel asks a question of a candidate at `stage`: its weight, moved by the lean
    /// of its family. `None` where that stage is not asked.
    pub fn weight(&self, question: &Question, stage: Stage) -> Option<i16> {
        let [first, last] = question.stages;
        let lean = self.rubric(&question.family).map_or(0, |rubric| rubric.lean[stage as usize]);
        (first <= stage && stage <= last).then_some(i16::from(question.weight) + i16::from(lean))
    }
}

impl Question {
    /// Its words and slots in order. A brace that opens no slot is a word.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        template::pieces(&self.text)
    }
}

/// A file with questions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionsFile {
    question: Vec<Question>,
}

/// `questions/rubrics.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RubricsFile {
    round: Vec<Round>,
    rubric: Vec<Rubric>,
}

fn read(files: &Files) -> Result<QuestionBank, PackError> {
    let mut questions = Vec::new();
    for name in QUESTION_FILES {
        questions.extend(files.parse::<QuestionsFile>(name)?.question);
    }
    let RubricsFile { round, rubric } = files.parse(RUBRICS)?;
    Ok(QuestionBank { questions, rubrics: rubric, rounds: round })
}

fn every_stage() -> [Stage; 2] {
    [Stage::Junior, Stage::Staff]
}

fn technical_screen() -> RoundId {
    RoundId::TechnicalScreen
}
