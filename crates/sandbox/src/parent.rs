//! The parent's side: starts a worker, feeds it, takes its answer, and ends it for certain.

use std::env;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::frame::{self, End, Order, Reply};
use crate::worker::MARK;
use crate::{Confinement, Failure, Limits, Policy};

/// Bytes of standard error that are kept.
const MOST_SAID: u64 = 4096;

/// What a worker gave back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The result of the job.
    pub bytes: Vec<u8>,
    /// What the worker had given up before it began.
    pub confinement: Confinement,
}

/// Has a worker do a job, and waits for it no longer than the limits say.
pub fn run(job: &str, input: Vec<u8>, policy: &Policy) -> Result<Answer, Failure> {
    let (reply, bytes) = ask(job, input, policy)?;
    match reply.end {
        End::Done(_) => Ok(Answer { bytes, confinement: reply.confinement }),
        End::Refused(refusal) => Err(Failure::Refused(refusal)),
        End::Open => Err(Failure::Unconfined),
        End::NoSuchJob => Err(Failure::Unavailable(format!("it has no job `{job}`"))),
    }
}

/// What a worker gives up on this system. The job is one that no worker has.
pub fn probe(policy: &Policy) -> Result<Confinement, Failure> {
    let policy = Policy { strict: false, ..policy.clone() };
    ask("", Vec::new(), &policy).map(|(reply, _)| reply.confinement)
}

fn ask(job: &str, input: Vec<u8>, policy: &Policy) -> Result<(Reply, Vec<u8>), Failure> {
    let Limits { wall, cpu, memory, output } = policy.limits;
    let order = Order {
        job: job.to_owned(),
        cpu: cpu.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX - 1).max(1),
        memory: memory as u64,
        strict: policy.strict,
    };
    let unavailable = |error: io::Error| Failure::Unavailable(error.to_string());
    let mut process = Process::start(policy).map_err(unavailable)?;
    let until = Instant::now() + wall;

    let (Some(mut stdin), Some(stdout), Some(stderr)) =
        (process.0.stdin.take(), process.0.stdout.take(), process.0.stderr.take())
    else {
        return Err(Failure::Unavailable("it has no pipes".to_owned()));
    };
    // Threads that are not waited for: they end with the pipes, at the latest when the worker does.
    let head = frame::pack(&order, &[]);
    thread::spawn(move || {
        // A worker that ends early has said why elsewhere.
        let _ = stdin.write_all(&head).and_then(|()| stdin.write_all(&input));
    });
    let head_room = 64 << 10;
    let answer = collect(stdout, (output as u64).saturating_add(head_room));
    let said = collect(stderr, MOST_SAID);

    let Ok(frame) = answer.recv_timeout(until.saturating_duration_since(Instant::now())) else {
        return Err(Failure::Timeout(wall));
    };
    let whole = frame::unpack::<Reply>(&frame).filter(|(reply, body)| match reply.end {
        End::Done(size) => size == body.len() as u64,
        _ => body.is_empty(),
    });
    if let Some((reply, body)) = whole
        && body.len() <= output
    {
        return Ok((reply, body.to_vec()));
    }
    if frame.len() > output {
        return Err(Failure::Output(output));
    }
    let Some(status) = process.end(until) else { return Err(Failure::Timeout(wall)) };
    let said = said.recv_timeout(until.saturating_duration_since(Instant::now()));
    Err(reason(Ended::of(status), &said.unwrap_or_default(), &policy.limits))
}

/// Reads a pipe to its end, or one byte further than `most`.
fn collect(pipe: impl Read + Send + 'static, most: u64) -> Receiver<Vec<u8>> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.take(most.saturating_add(1)).read_to_end(&mut bytes);
        // Nobody waits any more when the time is over.
        let _ = send.send(bytes);
    });
    receive
}

/// A running worker. It never outlives this value, and leaves no zombie.
struct Process(Child);

impl Process {
    fn start(policy: &Policy) -> io::Result<Self> {
        let program = match &policy.program {
            Some(program) => program.clone(),
            None => this_program()?,
        };
        let mut command = Command::new(program);
        command
            .arg(MARK)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::arg0(&mut command, "vitae-worker");
        command.spawn().map(Self)
    }

    /// Waits for the end of a worker that has closed its output; `None` when the time is over.
    fn end(&mut self, until: Instant) -> Option<ExitStatus> {
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(1)),
                _ => return None,
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both do nothing to a process that has been waited for.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program that runs now, also when its file has been replaced by a newer one.
fn this_program() -> io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        return Ok(running.to_owned());
    }
    env::current_exe()
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    /// By itself, with a code.
    Code(i32),
    /// By a signal.
    Signal(i32),
}

impl Ended {
    #[cfg(unix)]
    fn of(status: ExitStatus) -> Self {
        use std::os::unix::process::ExitStatusExt;
        let signal = status.signal().map(Self::Signal);
        signal.unwrap_or_else(|| Self::Code(status.code().unwrap_or_default()))
    }

    #[cfg(not(unix))]
    fn of(status: ExitStatus) -> Self {
        Self::Code(status.code().unwrap_or_default())
    }
}

/// Why a worker ended without an answer.
fn reason(ended: Ended, said: &[u8], limits: &Limits) -> Failure {
    // Numbers of POSIX, the same on every system that has them.
    const KILLED: i32 = 9;
    const OUT_OF_TIME: i32 = 24;
    let said = String::from_utf8_lossy(said);
    let last = said.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    if said.contains("memory allocation of") {
        return Failure::Memory(limits.memory);
    }
    match ended {
        // The system's own limit: we kill only after the time is over.
        Ended::Signal(KILLED) => Failure::Memory(limits.memory),
        Ended::Signal(OUT_OF_TIME) => Failure::Timeout(limits.cpu),
        _ if said.contains("overflowed its stack") => {
            Failure::Crashed("it ran out of stack".to_owned())
        }
        _ if !last.is_empty() => Failure::Crashed(last.chars().take(200).collect()),
        Ended::Signal(signal) => Failure::Crashed(format!("signal {signal}")),
        Ended::Code(code) => Failure::Crashed(format!("exit code {code}, and no answer")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ended: Ended, said: &str, expected: &str) {
        let failure = reason(ended, said.as_bytes(), &Limits::default());
        assert_eq!(failure.to_string(), expected);
    }

    #[test]
    fn the_end_of_a_worker_says_why() {
        let memory = "reading was stopped: it asked for more than 512 MiB of memory";
        check(Ended::Signal(6), "memory allocation of 2147483648 bytes failed\n", memory);
        check(Ended::Signal(9), "", memory);
        let time = "reading was stopped: it took longer than 5 s";
        check(Ended::Signal(24), "", time);
        let broke = |at: &str| format!("the reader broke on this file ({at})");
        check(
            Ended::Code(101),
            "panicked at crates/document/src/lib.rs:7\n",
            &broke("panicked at crates/document/src/lib.rs:7"),
        );
        let stack = "\nthread 'main' (7) has overflowed its stack\nfatal runtime error: stack\n";
        check(Ended::Signal(6), stack, &broke("it ran out of stack"));
        check(Ended::Signal(11), "", &broke("signal 11"));
        check(Ended::Code(0), "", &broke("exit code 0, and no answer"));
    }
}
