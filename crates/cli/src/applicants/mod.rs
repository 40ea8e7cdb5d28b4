//! Many resumes at once: which files, and reading them side by side.

mod files;
mod pool;

pub(crate) use files::{Files, files};
pub(crate) use pool::each;
