//! The worker's side: takes an order, gives up every right, does the job, answers.

use std::env;
use std::io::{self, Read, Write};
use std::panic;
use std::process::ExitCode;

use crate::frame::{self, End, Order, Reply};
use crate::{Refusal, confinement, document_job, picture_job};

/// What a worker can do: input to result.
pub type Job = fn(&[u8]) -> Result<Vec<u8>, Refusal>;

/// The argument that makes a program a worker.
pub(crate) const MARK: &str = "__worker";

/// Does one job and returns the exit code, when this process was started as a worker; `None`
/// otherwise.
///
/// Call it first thing in `main`: a thread that runs already would keep its rights. The reader of
/// documents and the painter of their pages are known; `jobs` are further ones by name.
pub fn worker(jobs: &[(&str, Job)]) -> Option<ExitCode> {
    if env::args_os().nth(1)? != MARK {
        return None;
    }
    panic::set_hook(Box::new(say_where));
    Some(match serve(jobs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
    })
}

fn serve(jobs: &[(&str, Job)]) -> io::Result<()> {
    let mut given = Vec::new();
    io::stdin().lock().read_to_end(&mut given)?;
    let (order, input) = frame::unpack::<Order>(&given)
        .ok_or_else(|| io::Error::other("a worker is started by vitae itself, not by hand"))?;

    let confinement = confinement::confine(order.cpu, order.memory);
    let known =
        [(document_job::NAME, document_job::work as Job), (picture_job::NAME, picture_job::work)];
    let job = known.iter().chain(jobs).find(|(name, _)| *name == order.job);
    let done = match job {
        _ if order.strict && !confinement.holds() => Err(End::Open),
        None => Err(End::NoSuchJob),
        Some((_, job)) => job(input).map_err(End::Refused),
    };
    let (end, body) = match done {
        Ok(body) => (End::Done(body.len() as u64), body),
        Err(end) => (end, Vec::new()),
    };
    let mut out = io::stdout().lock();
    out.write_all(&frame::pack(&Reply { confinement, end }, &[]))?;
    out.write_all(&body)?;
    out.flush()
}

/// Names the place of a panic and not its message, which may quote the file.
fn say_where(panic: &panic::PanicHookInfo) {
    let place = panic
        .location()
        .map_or_else(String::new, |at| format!("{}:{}", public_path(at.file()), at.line()));
    let _ = writeln!(io::stderr(), "panicked at {place}");
}

/// The end of a path, from the folder of the crate on, without those of the machine that built
/// the program.
fn public_path(path: &str) -> &str {
    let of_crate = || {
        let source = path.rfind("/src/").or_else(|| path.rfind("/tests/"))?;
        path[..source].rfind('/').map(|at| at + 1)
    };
    &path[of_crate().unwrap_or(0)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_name_no_folder_of_the_building_machine() {
        for (path, expected) in [
            ("crates/document/src/pdf/mod.rs", "document/src/pdf/mod.rs"),
            ("/home/a/vitae/crates/document/src/lib.rs", "document/src/lib.rs"),
            ("/home/a/.cargo/registry/src/index-1/zip-9.4.0/src/read.rs", "zip-9.4.0/src/read.rs"),
            ("/rustc/abc/library/core/src/slice/index.rs", "core/src/slice/index.rs"),
            ("main.rs", "main.rs"),
        ] {
            assert_eq!(public_path(path), expected);
        }
    }
}
