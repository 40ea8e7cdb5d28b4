//! The command as people and scripts use it: every test starts the real program in a folder of
//! its own.

#![expect(clippy::disallowed_methods, reason = "these tests are about files and processes")]

mod build;
mod check;
mod editor;
mod explain;
mod fix;
mod input;
mod new;
mod published;
mod shipped;
mod support;
mod usage;
