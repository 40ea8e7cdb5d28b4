//! Many resumes at once: which files, reading them side by side or finding what was read before, and
//! the record of a ranking.

mod application;
mod cache;
mod compare;
mod compared;
mod files;
mod pool;
mod record;
mod stored;
mod veil;

pub(crate) use application::Application;
pub(crate) use cache::Cache;
pub(crate) use compare::differences;
pub(crate) use files::files;
pub(crate) use pool::each;
pub(crate) use record::{Asked, Question, Read, record};
