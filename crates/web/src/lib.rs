//! Pages for a browser. The only crate that names axum and maud.
//!
//! [`site`] is the web app of `vitae serve`. [`watch`] is the live view of one resume: its pages as they will be printed, and beside them
//! what the check found. Whoever calls it reads files and sets pages; this crate shows what it is
//! given, to browsers on the same machine. [`coverage`] is what a resume shows of a job, and
//! [`ranking`] what all applicants show of it, each as one file (`sheet`).
//!
//! What all pages share: `assets` (one style sheet with the design tokens, small scripts, nothing
//! from elsewhere), `guard` (who may ask, and what a browser may do with the answer), `report`
//! (findings and grade as HTML). HTML is made by maud, which escapes every text.

mod assets;
mod blocks;
pub mod coverage;
mod end;
mod guard;
mod hex;
mod label;
mod prose;
pub mod ranking;
mod report;
mod sheet;
pub mod site;
mod spots;
pub mod watch;
