//! What counts how much. These are decisions, not measurements: no study says how many points a
//! missing skill is worth. They follow from what has to hold, and are the same for everybody.
//!
//! - Each thing that is asked for counts once, by what it is and by how much the job wants it: three
//!   products weigh the same in one sentence as in three. How a job cuts its sentences says nothing
//!   about how much each thing matters.
//! - A must says that the job cannot be done without it: it counts twice as much as what helps. What
//!   duties and tools of the job name is wanted, too: whoever has the job works with it from the first
//!   day. All that is no must together counts at most as much as the musts, so that a long list of
//!   duties cannot outweigh two musts; unless the musts name nothing but a broad word or two.
//! - A product, a language, a protocol counts whole, a practice, pattern or technique half, a broad
//!   word a quarter: it says less about the job, and people write what they did.
//! - A degree or a number of years of any work counts as a broad word: it says little about what
//!   somebody can do.
//! - Of a choice between a name and a broad word (`Python or a similar language`), the bare word on the
//!   page shows no more than it weighs itself.
//! - Nothing of this depends on the page. What a page cannot show (years without dates) stays in the
//!   sum: it could only leave for pages without dates, and then a true date would lower the result.
//! - Work shown in a claim counts whole, a name in a list half: a list is what somebody says of
//!   themselves, and costs nothing to write.
//! - What is close is never equal: the best of it stays below a name in a list.
//! - Each must that nobody finds lowers the ceiling by a fifth of what it was: 80, 64, 51 ...; 100
//!   cannot be reached with one missing, and two missing weigh more than one.
//! - Years say little about what somebody can do (they predict performance with a correlation of
//!   about .07; Sackett and others, 2022), so that too few take a seventh of a requirement at most
//!   and never set a ceiling.

use facts::requirement::AnyOf;
use resume::coverage::RequirementKind;
use roles::{Category, RolePack};

/// How much one thing counts by the kind of requirement that asks for it: half of a must, when it only
/// helps or a duty or tool of the job names it. All that is no must together counts at most as much as
/// the musts do, see [`LEAST_MUSTS`].
pub fn of_kind(kind: RequirementKind) -> f64 {
    match kind {
        RequirementKind::Must => 1.0,
        RequirementKind::Nice | RequirementKind::Duty => 0.5,
    }
}

/// What musts have to weigh together so that the rest weighs no more: one named thing. A broad word
/// that stands alone in a sentence read as a must (`more than just e-commerce`) is no list of musts.
pub const LEAST_MUSTS: f64 = 1.0;

/// A number of years of any work, beside a skill; as a broad word in [`of_category`].
pub const YEARS_ALONE: f64 = 0.25;
/// A degree, beside a skill: it says as little about what somebody can do.
pub const DEGREE: f64 = 0.25;
/// A human language, beside a skill: what cannot be said cannot be worked on together.
pub const LANGUAGE: f64 = 1.0;
/// A technique of the role, beside a skill; as a pattern in [`of_category`].
pub const TECHNIQUE: f64 = 0.5;

/// A claim of work shows it.
pub const CLAIM: f64 = 1.0;
/// A claim shows it, but long ago, see [`fresh_months`].
pub const STALE: f64 = 0.7;
/// It stands in a list, a title or the summary.
pub const NAMED: f64 = 0.5;

/// Share for a thing that cannot be done without the one that is asked for: EKS for Kubernetes.
/// One of the kind that is asked for (`PostgreSQL` for "a relational database") counts whole.
pub const IMPLIED: f64 = 0.9;
/// Share for a thing that does a similar job, times how much of it carries over.
pub const RELATED: f64 = 0.45;
/// The same where the job names its own only as an example: `queues such as Kafka`.
pub const RELATED_TO_EXAMPLE: f64 = 0.9;

/// Share that is left of a skill whose years are wanted and not shown at all; with half of the
/// years shown, half of the rest is lost.
pub const WITHOUT_YEARS: f64 = 0.85;

/// What each must that is missing leaves of the ceiling.
pub const MISSING_MUST: f64 = 0.8;

/// Years of work that stand for a degree, where a job lets experience do so. The length of a
/// bachelor's course, as H-1B practice and most postings with a number have it, is four.
pub const YEARS_FOR_DEGREE: u32 = 4;

/// Months after which a skill counts as long ago; `None` for what does not age.
///
/// Languages, data stores and queues change slowly, and come back quickly. What is released several
/// times a year and changes its ways with it ages faster. A pattern, a protocol or a practice is
/// understood once.
pub fn fresh_months(category: Category) -> Option<u32> {
    match category {
        Category::Language | Category::Database | Category::Queue => Some(72),
        Category::Framework
        | Category::Library
        | Category::Cloud
        | Category::Infrastructure
        | Category::Observability
        | Category::Testing
        | Category::Security
        | Category::Tool
        | Category::Business => Some(48),
        Category::Protocol
        | Category::Practice
        | Category::Pattern
        | Category::Concept
        | Category::Subject
        | Category::Industry
        | Category::Credential
        | Category::SpokenLanguage => None,
    }
}

/// How much a skill counts beside others of the same requirement, and a requirement that asks for
/// nothing else beside others.
///
/// A product, a language or a protocol is on the page or is not. A broad word (`cloud`, `software
/// development`) says less about the job, and its absence from a page less about its author: people
/// write what they did, and seldom what one calls it.
pub fn of_category(category: Category) -> f64 {
    match category {
        Category::Concept | Category::Subject | Category::Industry => 0.25,
        Category::Practice | Category::Pattern => 0.5,
        _ => 1.0,
    }
}

/// How much one choice counts, of whatever ways there are to make it. Of the job alone: a page must
/// not choose how much it is asked.
pub fn of_group(group: &AnyOf, pack: &RolePack) -> f64 {
    let each = group.0.iter().map(|asked| pack.vocabulary.skill(asked.skill).category);
    each.map(of_category).fold(0.0, f64::max)
}

/// What a word of the choice shows of the choice when a page has nothing but that word: of `Python
/// or a similar language`, "programming" as much as it weighs beside Python.
pub fn as_word(category: Category, of_group: f64) -> f64 {
    if of_group > 0.0 { (of_category(category) / of_group).min(1.0) } else { 1.0 }
}
