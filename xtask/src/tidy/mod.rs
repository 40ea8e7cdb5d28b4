//! `cargo xtask tidy`: the house rules that no compiler knows.

mod arrows;
mod manifest;
mod text;

use anyhow::{Result, bail};

use crate::repository;

/// Prints every breach with its place; an error when there is one.
pub(crate) fn run() -> Result<()> {
    let files = repository::files()?;
    let mut breaches = text::check(&files)?;
    breaches.extend(manifest::check(&files)?);
    for breach in &breaches {
        println!("{breach}");
    }
    match breaches.len() {
        0 => Ok(()),
        1 => bail!("1 breach of the house rules"),
        count => bail!("{count} breaches of the house rules"),
    }
}
