//! Many resumes at once: which files, reading them side by side, and the record of a ranking.

mod compare;
mod files;
mod page;
mod pool;
mod record;
mod veil;

pub(crate) use compare::differences;
pub(crate) use files::files;
pub(crate) use page::Page;
pub(crate) use pool::each;
pub(crate) use record::{Asked, Read, record};
