//! A run of named steps: each announced and timed, all done even when one fails, a summary last.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How a step ended.
enum End {
    Passed,
    Failed(String),
    Skipped(String),
}

/// Why a step cannot be done here, e.g. a tool that is not installed.
#[derive(Debug)]
pub(crate) struct CannotRun(pub(crate) String);

impl std::fmt::Display for CannotRun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CannotRun {}

/// Whether this is CI, where nothing may be skipped.
pub(crate) fn in_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// Steps done so far.
pub(crate) struct Steps<'a> {
    wanted: &'a [&'a str],
    done: Vec<(&'static str, Duration, End)>,
}

impl<'a> Steps<'a> {
    /// No step done yet; only those in `wanted` will be, or all when it is empty.
    pub(crate) fn new(wanted: &'a [&'a str]) -> Self {
        Self { wanted, done: Vec::new() }
    }

    /// Does a step. What cannot run on a person's machine is skipped; in CI it fails.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        if !self.wanted.is_empty() && !self.wanted.contains(&name) {
            return;
        }
        println!("\n== {name}");
        let start = Instant::now();
        let end = match work() {
            Ok(()) => End::Passed,
            Err(error) if error.is::<CannotRun>() && !in_ci() => End::Skipped(format!("{error:#}")),
            Err(error) => End::Failed(format!("{error:#}")),
        };
        if let End::Failed(reason) | End::Skipped(reason) = &end {
            println!("{reason}");
        }
        self.done.push((name, start.elapsed(), end));
    }

    /// Prints what was done; an error when a step failed or a wanted one does not exist.
    pub(crate) fn summary(&self) -> Result<()> {
        let unknown =
            self.wanted.iter().find(|name| !self.done.iter().any(|done| done.0 == **name));
        if let Some(name) = unknown {
            bail!("there is no step `{name}`");
        }
        println!("\n== summary");
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        for (name, time, end) in &self.done {
            let (word, reason) = match end {
                End::Passed => ("ok", ""),
                End::Failed(reason) => ("FAILED", reason.as_str()),
                End::Skipped(reason) => ("skipped", reason.as_str()),
            };
            match end {
                End::Passed => passed += 1,
                End::Failed(_) => failed += 1,
                End::Skipped(_) => skipped += 1,
            }
            let reason = reason.lines().next().unwrap_or_default();
            println!("{name:<10} {:>7.1} s  {word:<8} {reason}", time.as_secs_f64());
        }
        println!("{passed} passed, {failed} failed, {skipped} skipped");
        if failed > 0 {
            bail!("{failed} of {} steps failed", self.done.len());
        }
        Ok(())
    }
}
