//! The pages, one file each.

pub(crate) mod about;
pub(crate) mod accounts;
pub(crate) mod builder;
pub(crate) mod bullets;
pub(crate) mod download;
pub(crate) mod examples;
pub(crate) mod guide;
pub(crate) mod guide_paths;
pub(crate) mod home;
pub(crate) mod interview;
pub(crate) mod jobs;
pub(crate) mod letter;
pub(crate) mod matching;
pub(crate) mod report;
pub(crate) mod resumes;
pub(crate) mod resumes_revisions;
pub(crate) mod resumes_variants;
pub(crate) mod rules;
pub(crate) mod tailor;
pub(crate) mod templates;
pub(crate) mod yaml;
