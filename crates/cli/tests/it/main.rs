//! The command as people and scripts use it: every test starts the real program in a folder of
//! its own.

#![expect(clippy::disallowed_methods, reason = "these tests are about files and processes")]

mod allow;
mod baseline;
mod build;
mod check;
mod config;
mod database;
mod diff;
mod doctor;
mod documents;
mod editor;
mod examples;
mod explain;
mod fit;
mod fix;
mod formats;
mod guide;
mod impact;
mod input;
mod job;
mod letter;
mod matching;
mod new;
mod parse;
mod prepare;
mod published;
mod rank;
mod rank_cache;
mod round_trip;
mod scan;
mod serve;
mod shipped;
mod skills;
mod strangers;
mod support;
mod templates;
mod usage;
mod variants;
mod watch;
