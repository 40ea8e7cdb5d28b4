//! What a resume shows of a job, requirement by requirement.
//!
//! 1. [`Evidence::of_parsed`] takes from a resume what may count: texts with their facts, periods of work,
//!    lists of skills, degrees and languages. It has no field for name, contact, school, employer
//!    or place, so that no result can depend on them. It is made once and serves any number of jobs.
//! 2. [`cover`] looks up each requirement: [`mod@found`] says how one skill is shown, `asked` takes
//!    the best of its ways, `requirement` puts them together, `total` weighs and caps.
//!
//! What counts, and how much, is written down in [`weights`].

mod action;
mod asked;
mod copied;
mod evidence;
mod found;
mod literal;
mod period;
mod reading;
mod requirement;
mod title;
mod total;
pub mod weights;
mod worth;

use facts::requirement::Requirement;
use resume::coverage::Coverage;
use roles::RolePack;

pub use evidence::Evidence;
pub use worth::{Worth, worth};

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NothingToMatch {
    /// The job asks for nothing at all.
    #[error("the job names nothing that it asks for")]
    Empty,
    /// It asks for things, but for none that a page could show.
    #[error(
        "the job asks for nothing that a page could show: only traits, or words that are no skill"
    )]
    NothingComparable,
}

/// What `page` shows of what a job asks for.
///
/// `master` is the whole resume where `page` is a cut of it: what only it shows is said, and never
/// counts. The result has the same order as `requirements`; paths of quotes are those of the resume
/// that `page` was made of.
///
/// # Errors
/// When there is nothing to compare; a job without requirements is not a job that nobody fits.
pub fn cover(
    page: &Evidence,
    requirements: &[Requirement],
    pack: &RolePack,
    master: Option<&Evidence>,
) -> Result<Coverage, NothingToMatch> {
    if requirements.is_empty() {
        return Err(NothingToMatch::Empty);
    }
    let job = copied::Phrases::of(requirements);
    let desk = requirement::Desk { page, master, pack, job: &job };
    let covered = requirements.iter().map(|one| desk.cover(one)).collect();
    total::total(covered, requirements, literal::share(page, requirements, pack))
        .ok_or(NothingToMatch::NothingComparable)
}
