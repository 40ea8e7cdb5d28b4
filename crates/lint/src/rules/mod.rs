//! All rules, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod weak_opening;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&Rule] = &[&weak_opening::RULE];
