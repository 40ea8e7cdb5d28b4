//! `cargo xtask bench`: whole runs of the release build, as a person starts them, and the steps of a
//! check inside a process.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::repository::{target, write};
use crate::run::{command, output, run as run_program};

/// Runs of each command. The first is not special: every run is a new process.
const RUNS: usize = 40;

const STAGES: [&str; 4] = ["junior", "mid", "senior", "staff"];

/// The task.
pub(crate) fn run() -> Result<()> {
    run_program(&mut command("cargo build --release --package cli"))?;
    let folder = target().join("bench");
    fs::create_dir_all(&folder).context("bench folder")?;
    let mut rows = vec![measure(&folder, "--version")?];
    for stage in STAGES {
        let file = format!("{stage}.yaml");
        run_program(&mut vitae(&folder, &format!("new --stage {stage} -o {file} --force")))?;
        rows.push(measure(&folder, &format!("check {file} --as-of 2026-11-01"))?);
        rows.push(measure(&folder, &format!("build {file} --force"))?);
        rows.push(measure(&folder, &format!("parse {stage}.pdf"))?);
        rows.push(measure(&folder, &format!("check {stage}.pdf --as-of 2026-11-01"))?);
    }
    for (package, bench) in BENCHES {
        run_program(&mut command(&format!(
            "cargo bench --quiet --package {package} --bench {bench}"
        )))?;
    }
    let page = page(&rows, &steps()?, &machine()?);
    print!("\n{page}");
    write(Path::new("docs/benchmarks.md"), &page)
}

fn vitae(folder: &Path, arguments: &str) -> Command {
    let mut command = command(&format!("{} {arguments}", target().join("release/vitae").display()));
    command.current_dir(folder);
    command
}

/// Times of one command, shortest first.
struct Row {
    arguments: String,
    times: Vec<Duration>,
}

fn measure(folder: &Path, arguments: &str) -> Result<Row> {
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let mut command = vitae(folder, arguments);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let status = command.status().context("vitae could not be started")?;
        times.push(start.elapsed());
        ensure!(status.success(), "`vitae {arguments}` failed: {status}");
    }
    times.sort();
    Ok(Row { arguments: arguments.to_owned(), times })
}

/// The benchmarks of single steps: package and name.
const BENCHES: [(&str, &str); 3] = [("document", "pdf"), ("extract", "fields"), ("lint", "check")];

/// What they measure, in the order it is shown.
const STEPS: [&str; 7] = [
    "read the YAML of one page",
    "read a PDF of one page",
    "find the fields of one page",
    "facts of one bullet",
    "check one page, all rules",
    "check/1000 bullets",
    "check/10000 bullets",
];

/// Name and median milliseconds of each step, as the benchmark program left them.
fn steps() -> Result<Vec<(&'static str, f64)>> {
    let median = |name: &&'static str| {
        let file = target().join("criterion").join(name).join("new/estimates.json");
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let estimates: serde_json::Value = serde_json::from_str(&text)?;
        let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("no median")?;
        Ok((*name, nanoseconds / 1e6))
    };
    STEPS.iter().map(median).collect()
}

/// What the figures were taken on.
fn machine() -> Result<String> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let processor = processor.unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let system = fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("PRETTY_NAME="))?;
        Some(line.trim_start_matches("PRETTY_NAME=").trim_matches('"').to_owned())
    });
    let system = system.unwrap_or_else(|| std::env::consts::OS.to_owned());
    let rustc = output(&mut command("rustc --version"))?;
    let load = fs::read_to_string("/proc/loadavg").ok();
    let load = load.as_deref().and_then(|text| text.split(' ').next()).unwrap_or("unknown");
    Ok(format!("{cores} cores of {processor}, {system}, {}, load {load}", rustc.trim()))
}

fn page(rows: &[Row], steps: &[(&str, f64)], machine: &str) -> String {
    let mut page = format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench`: each command {RUNS} times as a new process of \
         the release build, wall-clock\nmilliseconds from start to exit, on the shipped \
         examples.\n\nMeasured on {machine}.\n\n| `vitae …` | min | median | max |\n\
         |---|---:|---:|---:|\n"
    );
    for row in rows {
        let at = |index: usize| row.times.get(index).map_or(0.0, |time| time.as_secs_f64() * 1e3);
        let last = row.times.len().saturating_sub(1);
        let (min, median, max) = (at(0), at(row.times.len() / 2), at(last));
        let _ = writeln!(page, "| `{}` | {min:.1} | {median:.1} | {max:.1} |", row.arguments);
    }
    page += "\nInside a process that has its role pack already (`cargo bench -p document -p extract -p lint`), medians in \
             milliseconds:\n\n| step | median |\n|---|---:|\n";
    for (name, time) in steps {
        let _ = writeln!(page, "| {name} | {time:.3} |");
    }
    page
}
