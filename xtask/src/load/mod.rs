//! `cargo xtask bench --load`: the web app under load, on this machine, over loopback.
//!
//! The generator shares the processors with the server, so that the figures are those of a machine
//! that does both. At a fixed rate a request counts from when it was due, not from when there was
//! time to send it: what waits behind a slow answer is slow, too.

mod client;
mod pages;

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::bench::{machine, put};
use crate::repository::{root, target};
use crate::run::{command, run as run_program};
use crate::server::Server;
use client::{Answer, Client};

/// How its section of the page of benchmarks begins.
const HEADING: &str = "## The web app under load";

/// How long each load goes on.
const TIME: Duration = Duration::from_secs(20);
/// Before it is measured: connections are made, caches are filled.
const WARM_UP: Duration = Duration::from_secs(2);
/// Connections of a load at full rate: enough that nobody waits for the generator.
const AT_FULL_RATE: usize = 8;
/// Connections of a load at a fixed rate.
const AT_FIXED_RATE: usize = 32;
/// Checks a second at the fixed rate: 50,000 a minute.
const CHECKS: f64 = 50_000.0 / 60.0;
/// Saved revisions a second.
const SAVES: f64 = 200.0;

/// Times of one load.
struct Row {
    name: String,
    /// From when a request was due to the last byte of its answer, shortest first.
    times: Vec<Duration>,
    errors: usize,
    elapsed: Duration,
}

/// One sender of requests: its number among all of the load, and the request's.
trait Sender: Send {
    fn send(&mut self, number: usize) -> Result<Answer>;
}

/// The task; `folder` has resumes of any kind that are checked, too.
pub(crate) fn run(folder: Option<&Path>) -> Result<()> {
    run_program(&mut command("cargo build --release --package cli"))?;
    let program = target().join("release/vitae");
    let examples = files(&root().join("roles/backend-engineer/examples"))?;
    let mut sets = vec![("the shipped examples, YAML".to_owned(), examples)];
    if let Some(folder) = folder {
        let others = files(folder)?;
        sets.push((format!("{} other resumes", others.len()), others));
    }
    println!("the first pages");
    let pages = pages::table(&program)?;
    let mut rows = Vec::new();
    let mut problems = Vec::new();
    for (name, set) in &sets {
        let server = Server::start(&program)?;
        let checker = |index| Checker::new(server.address, set, index);
        rows.push(load(format!("check, full rate: {name}"), AT_FULL_RATE, None, checker)?);
        let fixed = format!("check, {:.0} a minute: {name}", CHECKS * 60.0);
        rows.push(load(fixed, AT_FIXED_RATE, Some(CHECKS), checker)?);
    }
    let server = Server::start(&program)?;
    let saver = |_| Saver::new(server.address);
    rows.push(load(format!("save a revision, {SAVES:.0} a second"), 16, Some(SAVES), saver)?);
    drop(server);
    for row in &rows {
        if row.errors > 0 {
            problems.push(format!("{}: {} errors", row.name, row.errors));
        }
    }
    put(HEADING, &format!("{}\n{pages}", table(&rows, &machine()?)))?;
    ensure!(problems.is_empty(), "{}", problems.join("; "));
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    ensure!(!paths.is_empty(), "{} holds no files", folder.display());
    paths.into_iter().map(|path| Ok((path.clone(), fs::read(&path)?))).collect()
}

/// Checks one resume after the other.
struct Checker<'a> {
    client: Client,
    set: &'a [(PathBuf, Vec<u8>)],
    from: usize,
}

impl<'a> Checker<'a> {
    fn new(address: SocketAddr, set: &'a [(PathBuf, Vec<u8>)], index: usize) -> Result<Self> {
        Ok(Self { client: Client::connect(address)?, set, from: index })
    }
}

impl Sender for Checker<'_> {
    fn send(&mut self, number: usize) -> Result<Answer> {
        let (path, bytes) = &self.set[(self.from + number) % self.set.len()];
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let at = format!("/api/v1/check?file=resume.{extension}&asOf=2026-11-01");
        self.client.ask("POST", &at, "Content-Type: application/octet-stream\r\n", bytes)
    }
}

/// Saves one revision after the other of a resume of its own.
struct Saver {
    client: Client,
    address: String,
    text: String,
}

impl Saver {
    fn new(address: SocketAddr) -> Result<Self> {
        let mut client = Client::connect(address)?;
        let example = root().join("roles/backend-engineer/examples/mid.yaml");
        let text = fs::read_to_string(&example).with_context(|| example.display().to_string())?;
        let made = client.ask("POST", "/api/v1/resumes", JSON, &draft(&text, 0)?)?;
        ensure!(made.status == 201, "no resume was made: status {}", made.status);
        Ok(Self { client, address: made.location, text })
    }
}

const JSON: &str = "Content-Type: application/json\r\n";

fn draft(text: &str, number: usize) -> Result<Vec<u8>> {
    let source = format!("{text}\n# {number}\n");
    Ok(serde_json::to_vec(&serde_json::json!({ "title": "Load", "source": source }))?)
}

impl Sender for Saver {
    fn send(&mut self, number: usize) -> Result<Answer> {
        let headers = format!("{JSON}If-Match: \"{}\"\r\n", number + 1);
        let body = draft(&self.text, number + 1)?;
        self.client.ask("PUT", &self.address, &headers, &body)
    }
}

/// Sends for [`WARM_UP`] and [`TIME`] over as many connections, as quickly as answers come or
/// `rate` times a second.
fn load<S: Sender>(
    name: String,
    connections: usize,
    rate: Option<f64>,
    sender: impl Fn(usize) -> Result<S>,
) -> Result<Row> {
    println!("{name}");
    let senders = (0..connections).map(sender).collect::<Result<Vec<_>>>()?;
    let start = Instant::now();
    let (measured, end) = (start + WARM_UP, start + WARM_UP + TIME);
    let results: Vec<Result<(Vec<Duration>, usize)>> = thread::scope(|scope| {
        let threads: Vec<_> = senders
            .into_iter()
            .enumerate()
            .map(|(index, sender)| {
                let due = move |number: usize| {
                    let order = (number * connections + index) as f64;
                    rate.map(|rate| start + Duration::from_secs_f64(order / rate))
                };
                scope.spawn(move || one(sender, &due, measured, end))
            })
            .collect();
        let joined = threads.into_iter().map(thread::ScopedJoinHandle::join);
        joined
            .map(|result| result.unwrap_or_else(|_| Err(anyhow::anyhow!("a thread ended"))))
            .collect()
    });
    let elapsed = start.elapsed().saturating_sub(WARM_UP);
    let mut row = Row { name, times: Vec::new(), errors: 0, elapsed };
    for result in results {
        let (times, errors) = result?;
        row.times.extend(times);
        row.errors += errors;
    }
    row.times.sort_unstable();
    Ok(row)
}

/// What one connection does; times and errors of what was due while it was measured.
fn one(
    mut sender: impl Sender,
    due: &dyn Fn(usize) -> Option<Instant>,
    measured: Instant,
    end: Instant,
) -> Result<(Vec<Duration>, usize)> {
    let (mut times, mut errors) = (Vec::new(), 0);
    for number in 0.. {
        let from = due(number).unwrap_or_else(Instant::now);
        if from >= end {
            break;
        }
        thread::sleep(from.saturating_duration_since(Instant::now()));
        let answer = sender.send(number)?;
        if from >= measured {
            times.push(from.elapsed());
            errors += usize::from(!(200..300).contains(&answer.status) || answer.length == 0);
        }
    }
    Ok((times, errors))
}

fn table(rows: &[Row], machine: &str) -> String {
    use std::fmt::Write;

    let mut table = format!(
        "Written by `cargo xtask bench --load`: {} seconds each against `vitae serve` over loopback, kept connections\n\
         ({AT_FULL_RATE} at full rate, {AT_FIXED_RATE} at a fixed rate, 16 that save), generator and server on the same {machine}.\n\
         At a fixed rate the time counts from when a request was due.\n\n\
         | load | a minute | p50 ms | p99 ms | max ms | errors |\n|---|---:|---:|---:|---:|---:|\n",
        TIME.as_secs()
    );
    for row in rows {
        let at = |percent: usize| {
            let index = row.times.len() * percent / 100;
            let time = row.times.get(index.min(row.times.len().saturating_sub(1)));
            time.map_or(0.0, |time| time.as_secs_f64() * 1e3)
        };
        let rate = row.times.len() as f64 / row.elapsed.as_secs_f64() * 60.0;
        let _ = writeln!(
            table,
            "| {} | {rate:.0} | {:.1} | {:.1} | {:.1} | {} |",
            row.name,
            at(50),
            at(99),
            at(100),
            row.errors
        );
    }
    table
}
