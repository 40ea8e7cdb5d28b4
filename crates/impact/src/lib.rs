//! Adverse impact of a selection: how often each group was selected or scored above the median,
//! the ratio to the group with the highest rate, and how much chance alone would explain.
//!
//! [`read_csv`] and [`read_json`] make a [`Sample`] of a table of people or of counts,
//! [`Impact::of`] the figures, [`to_csv`] a table of them. The crate knows numbers and names of
//! groups, nothing else of ours: what ranks people depends on no crate that has seen a group, and
//! this one has seen no application.
//!
//! Sources of the figures: the four-fifths rule compares with the group of the highest rate
//! (29 CFR 1607.4 D); selection rate, scoring rate (share above the median of the sample), impact
//! ratio, intersections, unknown groups and groups below 2 % follow the rules for audits under New
//! York City's Local Law 144 (6 RCNY 5-300 to 5-304).

mod figures;
mod fisher;
mod impact;
mod interval;
mod read;
mod record;
mod sample;
mod write;

pub use figures::{Change, Group, OnePerson, Outside};
pub use fisher::fisher_exact;
pub use impact::{Impact, Measure, Options, Table};
pub use interval::wilson;
pub use read::{read_csv, read_json};
pub use record::ReadError;
pub use sample::{Columns, Row, Sample};
pub use write::to_csv;
