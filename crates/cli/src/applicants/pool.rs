//! Reading files side by side, with a line that says how far it is.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::exit::Failure;
use crate::output;

/// From this many files on the line is shown.
const MANY: usize = 4;

/// Does `work` on every file, on all cores; the results have the order of `files`.
pub(crate) fn each<T: Send>(
    files: &[PathBuf],
    work: impl Fn(&Path) -> Result<T, Failure> + Sync,
) -> Vec<Result<T, Failure>> {
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let shown = files.len() >= MANY && io::stderr().is_terminal();
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut results: Vec<Option<Result<T, Failure>>> = files.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..cores.min(files.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(at) else { break };
                    if sender.send((at, work(file))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (done, (at, result)) in receiver.into_iter().enumerate() {
            results[at] = Some(result);
            if shown {
                output::status(&format!("read {} of {}", done + 1, files.len()));
            }
        }
    });
    if shown {
        output::status("");
    }
    // A worker sends a result for every position it took.
    results.into_iter().flatten().collect()
}
