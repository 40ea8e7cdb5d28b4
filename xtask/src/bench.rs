//! `cargo xtask bench`: whole runs of the release build, as a person starts them, and the steps of a
//! check inside a process.

mod ranking;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::repository::{root, target, write};
use crate::run::{command, output, run as run_program};

pub(crate) use ranking::run as ranking;

/// Runs of each command. The first is not special: every run is a new process.
const RUNS: usize = 40;

/// The first section of `docs/benchmarks.md`.
const HEADING: &str = "# Benchmarks";

const STAGES: [&str; 4] = ["junior", "mid", "senior", "staff"];

/// Runs of another program that does the same work: it takes seconds.
const PEER_RUNS: usize = 10;

/// A resume in the format of `RenderCV`, which both programs read.
const PEER_SOURCE: &str = "cases/peers/rendercv.yaml";
/// A resume of two pages.
const TWO_PAGES: &str = "cases/fit/two-pages-mid.yaml";

/// The task. `rendercv` is that program, to be measured on the same content.
pub(crate) fn run(rendercv: Option<&str>) -> Result<()> {
    build()?;
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
    for (file, arguments) in [
        (TWO_PAGES, "fit two-pages-mid.yaml"),
        (PEER_SOURCE, "build rendercv.yaml --force"),
        (PEER_SOURCE, "build rendercv.yaml -o a.docx -o a.html -o a.md -o a.txt --force"),
    ] {
        let name = Path::new(file).file_name().context("a file has a name")?;
        fs::copy(file, folder.join(name)).with_context(|| file.to_owned())?;
        rows.push(measure(&folder, arguments)?);
    }
    let peer = rendercv.map(|program| peer(&folder, program)).transpose()?;
    rows.extend(peer);
    put(HEADING, &page(&rows, &steps()?, &machine()?))?;
    put(ranking::HEADING, &ranking::section()?)
}

/// Puts what was measured into its section of the page, from its heading to the next.
pub(crate) fn put(heading: &str, section: &str) -> Result<()> {
    print!("\n{heading}\n\n{section}");
    let path = Path::new("docs/benchmarks.md");
    let page = fs::read_to_string(root().join(path)).unwrap_or_default();
    write(path, &with_section(&page, heading, section))
}

/// `page` with `section` under `heading`, in place of what stands there up to the next heading; as the
/// last one where there is none yet. Everything else stays as it is.
fn with_section(page: &str, heading: &str, section: &str) -> String {
    let section = format!("{heading}\n\n{}\n", section.trim_end());
    let starts = |line: &str| line.trim_end() == heading;
    let mut at = 0;
    let mut start = None;
    for line in page.split_inclusive('\n') {
        match start {
            None if starts(line) => start = Some(at),
            Some(start) if line.starts_with('#') => {
                return format!("{}{section}\n{}", &page[..start], &page[at..]);
            }
            _ => {}
        }
        at += line.len();
    }
    match start {
        Some(start) => format!("{}{section}", &page[..start]),
        None if page.trim().is_empty() => section,
        None => format!("{}\n\n{section}", page.trim_end()),
    }
}

/// What is measured.
fn build() -> Result<()> {
    run_program(&mut command("cargo build --release --package cli"))
}

fn vitae(folder: &Path, arguments: &str) -> Command {
    let mut command = command(&format!("{} {arguments}", target().join("release/vitae").display()));
    command.current_dir(folder);
    command
}

/// Times of one command, shortest first.
struct Row {
    /// The whole command, as a person writes it.
    shown: String,
    times: Vec<Duration>,
    /// The most memory it held, in kB; `None` where GNU `time` is not installed.
    memory: Option<u64>,
}

fn measure(folder: &Path, arguments: &str) -> Result<Row> {
    let program = target().join("release/vitae").display().to_string();
    let line = format!("{program} {arguments}");
    timed(folder, &line, format!("vitae {arguments}"), RUNS)
}

/// The same content through `RenderCV`, as PDF only.
fn peer(folder: &Path, program: &str) -> Result<Row> {
    let arguments = "render rendercv.yaml --dont-generate-png --dont-generate-html \
                     --dont-generate-markdown";
    timed(folder, &format!("{program} {arguments}"), "rendercv render".to_owned(), PEER_RUNS)
}

fn timed(folder: &Path, line: &str, shown: String, runs: usize) -> Result<Row> {
    let quiet = |line: &str| {
        let mut command = command(line);
        command.current_dir(folder);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs {
        let start = Instant::now();
        let status = quiet(line).status().with_context(|| format!("`{line}` did not start"))?;
        times.push(start.elapsed());
        ensure!(status.success(), "`{line}` failed: {status}");
    }
    times.sort();
    let report = folder.join("memory.txt");
    let measured = quiet(&format!("/usr/bin/time -f %M -o {} {line}", report.display())).status();
    let memory = measured
        .ok()
        .filter(std::process::ExitStatus::success)
        .and_then(|_| fs::read_to_string(&report).ok()?.trim().parse().ok());
    Ok(Row { shown, times, memory })
}

/// The benchmarks of single steps: package and name.
const BENCHES: [(&str, &str); 4] =
    [("document", "pdf"), ("extract", "fields"), ("lint", "check"), ("typeset", "pages")];

/// What they measure, in the order it is shown.
const STEPS: [&str; 9] = [
    "read the YAML of one page",
    "read a PDF of one page",
    "find the fields of one page",
    "facts of one bullet",
    "check one page, all rules",
    "check/1000 bullets",
    "check/10000 bullets",
    "set one page after an edit",
    "set one page after an edit, and make a PDF",
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
pub(crate) fn machine() -> Result<String> {
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
        "Written by `cargo xtask bench`: each command {RUNS} times as a new process of \
         the release build, wall-clock\nmilliseconds from start to exit, and the most memory it held \
         (resident, MB); on the shipped examples.\n\nMeasured on {machine}.\n\n\
         | command | min | median | max | memory |\n|---|---:|---:|---:|---:|\n"
    );
    for row in rows {
        let at = |index: usize| row.times.get(index).map_or(0.0, |time| time.as_secs_f64() * 1e3);
        let last = row.times.len().saturating_sub(1);
        let (min, median, max) = (at(0), at(row.times.len() / 2), at(last));
        let memory = row.memory.map_or_else(|| "?".to_owned(), |kb| (kb / 1000).to_string());
        let _ =
            writeln!(page, "| `{}` | {min:.1} | {median:.1} | {max:.1} | {memory} |", row.shown);
    }
    if rows.iter().any(|row| row.shown.starts_with("rendercv")) {
        let _ = write!(
            page,
            "\n`rendercv render` is RenderCV on the same file as `vitae build rendercv.yaml`, as PDF only, \
             {PEER_RUNS} runs (`cargo xtask bench\n--rendercv PROGRAM`). It loads a package of icons from \
             the network at its first run; that one is not counted.\n"
        );
    }
    page += "\nInside a process that has its role pack already (`cargo bench -p document -p extract -p lint -p typeset`), medians in \
             milliseconds:\n\n| step | median |\n|---|---:|\n";
    for (name, time) in steps {
        let _ = writeln!(page, "| {name} | {time:.3} |");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, heading: &str, expected: &str) {
        assert_eq!(with_section(page, heading, "new\n"), expected);
        // Once more changes nothing.
        assert_eq!(with_section(expected, heading, "new\n"), expected);
    }

    #[test]
    fn a_section_ends_at_the_next_heading() {
        let page = "# A\n\na\n\n## B\n\nb\n\n## B and more\n\nwritten by hand\n\n## C\n\nc\n";
        check(page, "# A", &page.replace("\na\n", "\nnew\n"));
        check(page, "## B", &page.replace("\nb\n", "\nnew\n"));
        check(page, "## C", &page.replace("\nc\n", "\nnew\n"));
        check(page, "## D", &format!("{page}\n## D\n\nnew\n"));
        check("", "# A", "# A\n\nnew\n");
    }
}
