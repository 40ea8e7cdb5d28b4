//! The pages, one file each.

pub(crate) mod home;
pub(crate) mod jobs;
pub(crate) mod matching;
pub(crate) mod report;
