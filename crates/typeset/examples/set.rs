//! Sets a JSON resume, to look at a template and to measure:
//! `cargo run -p typeset --example set -- resume.json out.pdf [letter]`

#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "a program, not the library")]

use std::time::Instant;
use std::{env, fs, process};

use resume::model::Paper;
use typeset::{Options, pages, template};

fn main() -> process::ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (input, output, paper) = match arguments.as_slice() {
        [input, output] => (input, output, Paper::A4),
        [input, output, paper] if paper == "letter" => (input, output, Paper::Letter),
        _ => {
            eprintln!("usage: set resume.json out.pdf [letter]");
            return process::ExitCode::from(2);
        }
    };
    match set(input, output, paper) {
        Ok(report) => {
            eprintln!("{report}");
            process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            process::ExitCode::from(2)
        }
    }
}

fn set(input: &str, output: &str, paper: Paper) -> Result<String, Box<dyn std::error::Error>> {
    let resume = serde_json::from_str(&fs::read_to_string(input)?)?;
    let template = template("classic").ok_or("no template `classic`")?;
    let start = Instant::now();
    let pages = pages(&resume, &Options { template, paper, language: "en" })
        .map_err(|error| format!("{error}\n{}", error.hint()))?;
    let (set, start) = (start.elapsed(), Instant::now());
    let pdf = pages.pdf()?;
    let exported = start.elapsed();
    fs::write(output, &pdf)?;
    Ok(format!("{} pages, {} bytes; set {set:?}, PDF {exported:?}", pages.count(), pdf.len()))
}
