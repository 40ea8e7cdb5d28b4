//! Real workers: what they are refused, and how each way to misbehave ends.
//!
//! This program is its own worker, so that the jobs that misbehave exist in no other program. That
//! has to be decided before a thread starts, hence the harness of its own.

#![expect(clippy::disallowed_methods, reason = "these tests are about files and processes")]

mod jobs;

use std::fs;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use document::Kind;
use libtest_mimic::{Arguments, Trial};
use sandbox::{Answer, Failure, Limits, Policy};

fn main() -> ExitCode {
    if let Some(code) = sandbox::worker(jobs::JOBS) {
        return code;
    }
    let tests: [(&str, fn()); 11] = [
        ("a_job_answers", a_job_answers),
        ("nothing_but_computing_is_allowed", nothing_but_computing_is_allowed),
        ("time_is_limited", time_is_limited),
        ("memory_is_limited", memory_is_limited),
        ("output_is_limited", output_is_limited),
        ("a_broken_worker_is_a_failure", a_broken_worker_is_a_failure),
        ("noise_does_no_harm", noise_does_no_harm),
        ("a_job_may_say_no", a_job_may_say_no),
        ("a_program_that_is_no_worker_is_a_failure", a_program_that_is_no_worker_is_a_failure),
        ("documents_are_read_as_in_process", documents_are_read_as_in_process),
        ("pages_are_drawn_as_in_process", pages_are_drawn_as_in_process),
    ];
    let trials = tests.map(|(name, test)| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    });
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials.into());
    // Every worker was waited for, also the ones that were stopped.
    assert_eq!(children(), Vec::<String>::new());
    conclusion.exit_code()
}

/// The state lines of processes that this one has started and not waited for.
fn children() -> Vec<String> {
    let me = std::process::id().to_string();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let lines = processes.filter_map(|one| fs::read_to_string(one.path().join("stat")).ok());
    // Fields after the name in parentheses: state, parent.
    let parent = |line: &str| line.rsplit_once(") ")?.1.split(' ').nth(1).map(str::to_owned);
    lines.filter(|line| parent(line).as_ref() == Some(&me)).collect()
}

fn run(job: &str, input: &[u8], limits: Limits) -> Result<Answer, Failure> {
    sandbox::run(job, input.to_vec(), &Policy { limits, ..Policy::default() })
}

/// Limits with a short wall and all the processor time in the world.
fn wall(milliseconds: u64) -> Limits {
    let cpu = Duration::from_mins(10);
    Limits { wall: Duration::from_millis(milliseconds), cpu, ..Limits::default() }
}

fn a_job_answers() {
    for size in [0, 1, 70_000, 3 << 20] {
        let input: Vec<u8> = (0..size).map(|at: u32| at.to_le_bytes()[0]).collect();
        let answer = run("reverse", &input, Limits::default()).expect("an answer");
        assert!(answer.bytes.iter().eq(input.iter().rev()), "{size}");
    }
}

fn nothing_but_computing_is_allowed() {
    let answer = run("misbehave", b"", Limits::default()).expect("an answer");
    let told = String::from_utf8(answer.bytes).expect("text");
    if cfg!(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))) {
        assert!(answer.confinement.holds(), "{:?}", answer.confinement);
        assert_eq!(told, jobs::ALL_REFUSED);
        let strict = Policy { strict: true, ..Policy::default() };
        assert!(sandbox::run("reverse", b"ab".to_vec(), &strict).is_ok());
    }
    assert_eq!(sandbox::probe(&Policy::default()), Ok(answer.confinement));
}

fn time_is_limited() {
    let start = Instant::now();
    let stopped = run("loop", b"", wall(300));
    assert_eq!(stopped, Err(Failure::Timeout(Duration::from_millis(300))));
    let limits = Limits { cpu: Duration::from_secs(1), wall: Duration::from_mins(10), ..wall(0) };
    assert_eq!(run("loop", b"", limits), Err(Failure::Timeout(Duration::from_secs(1))));
    // Far more than both take on a busy machine, and far less than the wall of the second.
    assert!(start.elapsed() < Duration::from_mins(2));
}

fn memory_is_limited() {
    let limits = Limits { memory: 64 << 20, ..Limits::default() };
    for job in ["one large allocation", "many small allocations"] {
        assert_eq!(run(job, b"", limits), Err(Failure::Memory(64 << 20)), "{job}");
    }
    let enough = Limits { memory: 128 << 20, ..limits };
    assert!(run("reverse", &vec![0; 16 << 20], enough).is_ok());
}

fn output_is_limited() {
    let limits = Limits { output: 100_000, ..Limits::default() };
    assert_eq!(run("double", &vec![0; 60_000], limits), Err(Failure::Output(100_000)));
    assert_eq!(run("double", &vec![0; 600_000], limits), Err(Failure::Output(100_000)));
    assert!(run("double", &vec![0; 50_000], limits).is_ok());
}

fn a_broken_worker_is_a_failure() {
    let crashed = |job: &str| match run(job, b"Ada Lindqvist", Limits::default()) {
        Err(Failure::Crashed(at)) => at,
        other => panic!("{job}: {other:?}"),
    };
    let panicked = crashed("panic");
    assert!(panicked.starts_with("panicked at sandbox/tests/it/jobs.rs:"), "{panicked}");
    // What panics say may quote the file, which is nobody's business.
    assert!(!panicked.contains("Ada"), "{panicked}");
    assert_eq!(crashed("deep recursion"), "it ran out of stack");
    assert_eq!(crashed("abort"), "signal 6");
    assert_eq!(crashed("babble"), "exit code 0, and no answer");
}

fn noise_does_no_harm() {
    let answer = run("noise", b"ab", Limits::default()).expect("an answer");
    assert_eq!(answer.bytes, b"ab");
}

fn a_job_may_say_no() {
    let Err(failure) = run("refuse", b"x", Limits::default()) else { panic!("it refuses") };
    assert_eq!((failure.to_string(), failure.hint()), ("not this".into(), "try that".into()));
    let Err(failure) = run("no such job", b"x", Limits::default()) else { panic!("unknown") };
    assert!(matches!(failure, Failure::Unavailable(_)), "{failure}");
}

fn a_program_that_is_no_worker_is_a_failure() {
    let ask = |program: &str| {
        let policy = Policy { program: Some(program.into()), ..Policy::default() };
        sandbox::run("reverse", b"ab".to_vec(), &policy)
    };
    assert!(matches!(ask("/nonexistent/vitae"), Err(Failure::Unavailable(_))));
    if cfg!(unix) {
        assert!(matches!(ask("/bin/false"), Err(Failure::Crashed(_))));
        assert!(matches!(ask("/bin/echo"), Err(Failure::Crashed(_))));
    }
}

fn documents_are_read_as_in_process() {
    macro_rules! sample {
        ($extension:literal) => {
            include_bytes!(concat!("../../../cli/src/commands/doctor/sample.", $extension))
        };
    }
    let samples: [(Kind, &[u8]); 10] = [
        (Kind::Pdf, sample!("pdf")),
        (Kind::Docx, sample!("docx")),
        (Kind::Odt, sample!("odt")),
        (Kind::Rtf, sample!("rtf")),
        (Kind::Html, sample!("html")),
        (Kind::Markdown, sample!("md")),
        (Kind::Text, sample!("txt")),
        (Kind::Pdf, b"%PDF-1.7\nno more"),
        (Kind::Docx, b"PK\x03\x04 no more"),
        (Kind::Text, b""),
    ];
    let limits = document::Limits::default();
    for (kind, bytes) in samples {
        let here = document::read(bytes, kind, &limits).map_err(|error| error.message);
        let there = sandbox::read(bytes, kind, &limits, &Policy::default());
        assert_eq!(there.map_err(|failure| failure.to_string()), here, "{kind:?}");
    }
}

fn pages_are_drawn_as_in_process() {
    let sample: &[u8] = include_bytes!("../../../cli/src/commands/doctor/sample.pdf");
    for (bytes, page) in [(sample, 1), (sample, 0), (sample, 9), (b"%PDF-1.7\nno more", 1)] {
        let here = document::picture(bytes, page, 600).map_err(|error| error.message);
        let asked = page.try_into().expect("a small number");
        let there = sandbox::picture(bytes, asked, 600, &Policy::default());
        assert_eq!(here.is_ok(), page == 1 && bytes == sample);
        assert_eq!(there.map_err(|failure| failure.to_string()), here, "page {page}");
    }
}
