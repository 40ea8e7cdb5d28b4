//! The pages, one file each.

pub(crate) mod about;
pub(crate) mod bullets;
pub(crate) mod examples;
pub(crate) mod guide;
pub(crate) mod home;
pub(crate) mod report;
pub(crate) mod rules;
