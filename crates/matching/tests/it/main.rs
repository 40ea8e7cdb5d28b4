//! What pages show of jobs, case by case, and what holds for all of them.

mod cases;
mod four_jobs;
mod properties;
mod support;
