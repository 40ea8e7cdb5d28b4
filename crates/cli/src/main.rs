//! The `vitae` command.

fn main() {}
