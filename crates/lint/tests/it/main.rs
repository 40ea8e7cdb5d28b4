//! Tests of the whole crate through its public interface.

mod examples;
mod page;
mod rule_docs;
