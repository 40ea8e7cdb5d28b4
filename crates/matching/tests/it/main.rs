//! What pages show of jobs, case by case, and what holds for all of them.

#![expect(clippy::disallowed_methods, reason = "tests read their cases")]

mod cases;
mod four_jobs;
mod properties;
mod statements;
mod support;
