//! How long somebody waits for the first pages: from the start of the program, and from dropping a
//! PDF.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Client;
use crate::repository::{root, target};
use crate::run::{command, run};
use crate::server::Server;

/// How often each is measured.
const RUNS: usize = 20;

/// A table of the three: a start, a drop, and the picture that its report shows.
pub(super) fn table(program: &Path) -> Result<String> {
    let mut rows = [
        ("start of `vitae serve` to the whole home page", Vec::new()),
        ("a PDF of one page dropped to its whole report", Vec::new()),
        ("the picture of that page", Vec::new()),
    ];
    let pdf = pdf(program)?;
    for _ in 0..RUNS {
        let start = Instant::now();
        let server = Server::start(program)?;
        let mut client = Client::connect(server.address)?;
        ensure!(client.ask("GET", "/", "", &[])?.status == 200, "no home page");
        rows[0].1.push(start.elapsed());
        let dropped = Instant::now();
        let report = client.ask("POST", "/", FORM, &form(&pdf))?.location;
        ensure!(client.ask("GET", &report, "", &[])?.status == 200, "no report");
        rows[1].1.push(dropped.elapsed());
        let asked = Instant::now();
        let picture = client.ask("GET", &format!("{report}/pages/1.png"), "", &[])?;
        ensure!(picture.status == 200, "no picture of the page");
        rows[2].1.push(asked.elapsed());
    }
    let mut table = format!(
        "The first pages, of {RUNS} new processes and databases each:\n\n\
         | from, to | p50 ms | max ms |\n|---|---:|---:|\n"
    );
    for (name, mut times) in rows {
        times.sort_unstable();
        let ms = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1e3);
        let _ = writeln!(
            table,
            "| {name} | {:.1} | {:.1} |",
            ms(times.get(RUNS / 2)),
            ms(times.last())
        );
    }
    Ok(table)
}

/// A shipped example as a PDF.
fn pdf(program: &Path) -> Result<Vec<u8>> {
    let path = target().join("serve.pdf");
    let example = root().join("roles/backend-engineer/examples/mid.yaml");
    let mut build = command(&program.display().to_string());
    run(build.arg("build").arg(example).arg("--force").arg("-o").arg(&path))?;
    fs::read(&path).with_context(|| path.display().to_string())
}

const FORM: &str = "Content-Type: multipart/form-data; boundary=page\r\n";

/// The form that a browser sends when a file is dropped.
fn form(pdf: &[u8]) -> Vec<u8> {
    let head = "--page\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mid.pdf\"\r\n\
                Content-Type: application/pdf\r\n\r\n";
    [head.as_bytes(), pdf, b"\r\n--page--\r\n"].concat()
}
