//! Tests of the whole crate through its public interface.

mod algebra;
mod bases;
mod behavior;
mod dump;
mod examples;
mod generate;
mod job;
mod library;
mod page;
mod review;
mod rule_docs;
mod rule_fixes;
mod scan;
mod skeletons;
mod unseen;
