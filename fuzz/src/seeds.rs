//! Writes the seeds of the document targets to `fuzz/corpus`, and the samples that `vitae doctor`
//! reads to the folder of that command.
//!
//! Each seed is small and shows one thing a reader has to know, so that a fuzzer meets every
//! branch early and mutates it cheaply. `cargo run --manifest-path fuzz/Cargo.toml --bin seeds`

mod job;
mod office;
mod pdf;
mod plain;

use std::fs;
use std::io;
use std::path::Path;

/// A seed: what it shows, and its bytes.
type Seed = (&'static str, Vec<u8>);

/// The page all seeds show: a name, a way to reach it, a role with bullets, skills.
const PAGE: [&str; 9] = [
    "Ada Lindqvist",
    "ada@lindqvist.dev | +46 70 000 00 00 | github.com/adalindqvist",
    "EXPERIENCE",
    "Backend Engineer, Northwind Parcel    Feb 2023 – Present",
    "Cut p99 of the rate quote API from 900 ms to 120 ms by caching zone tables",
    "Moved 40 million labels to PostgreSQL without a stop",
    "Wrote the runbook for failed label prints",
    "SKILLS",
    "Go, PostgreSQL, Redis, Kafka",
];

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kinds: [(&str, &str, Vec<Seed>); 8] = [
        ("job", "job", job::job()),
        ("text", "txt", plain::text()),
        ("markdown", "md", plain::markdown()),
        ("html", "html", plain::html()),
        ("rtf", "rtf", plain::rtf()),
        ("docx", "docx", office::docx()),
        ("odt", "odt", office::odt()),
        ("pdf", "pdf", pdf::seeds()),
    ];
    let samples = root.join("../crates/cli/src/commands/doctor");
    for (target, extension, seeds) in &kinds {
        let folder = root.join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (name, bytes) in seeds {
            fs::write(folder.join(format!("{name}.{extension}")), bytes)?;
        }
        // A resume, as the command reads it; a job is none.
        if let Some((_, sample)) = seeds.first().filter(|_| *target != "job") {
            fs::write(samples.join(format!("sample.{extension}")), sample)?;
        }
        println!("{target}: {} seeds", seeds.len());
    }
    Ok(())
}
