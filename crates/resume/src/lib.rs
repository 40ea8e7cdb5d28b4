//! Domain nouns shared by every stage: the resume and its parts, where a value came from,
//! what was found, and how it was graded.
//!
//! Nothing here reads a file, knows a rule or formats output. Stages (`extract`, `lint`,
//! `typeset`, `export`) never see each other; they meet only in these types.

pub mod assessment;
mod compare;
pub mod coverage;
mod date;
pub mod difference;
mod edit;
mod finding;
mod grade;
pub mod job;
mod layout;
pub mod letter;
pub mod model;
pub mod outline;
mod parsed;
mod path;
mod region;
mod report;
mod schema;
mod source;
mod stage;
pub mod variant;

pub use assessment::Assessment;
pub use compare::{Baseline, BaselineError, Comparison, CriterionMove, Move, Noted};
pub use date::Date;
pub use finding::{Allowed, Edit, Finding, Fix, Severity};
pub use grade::{
    Axes, Axis, BulletGrade, Cap, CreditedFact, Criterion, Grade, Penalty, Quote, Readiness,
    Rubric, Verdict,
};
pub use job::Job;
pub use layout::{PageFacts, Paragraph};
pub use model::{Bullet, Resume};
pub use parsed::{Origin, Parsed, Places};
pub use path::{FieldPath, Segment};
pub use region::{Rect, Region};
pub use report::{Report, ReportedAllowance, ReportedBullet, ReportedFinding, Review};
pub use schema::{assessment_schema, job_schema, letter_schema, report_schema, resume_schema};
pub use source::{Location, SourceMap, Span};
pub use stage::Stage;
