//! Sets a JSON resume, to look at a template and to measure:
//! `cargo run -p typeset --example set -- TEMPLATE resume.json out.pdf [letter]`

#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "a program, not the library")]

use std::time::Instant;
use std::{env, fs, process};

use resume::model::Paper;
use typeset::{Options, pages, template};

fn main() -> process::ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (template, input, output, paper) = match arguments.as_slice() {
        [template, input, output] => (template, input, output, Paper::A4),
        [template, input, output, paper] if paper == "letter" => {
            (template, input, output, Paper::Letter)
        }
        _ => {
            eprintln!("usage: set TEMPLATE resume.json out.pdf [letter]");
            return process::ExitCode::from(2);
        }
    };
    match set(template, input, output, paper) {
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

fn set(
    name: &str,
    input: &str,
    output: &str,
    paper: Paper,
) -> Result<String, Box<dyn std::error::Error>> {
    let resume = serde_json::from_str(&fs::read_to_string(input)?)?;
    let template = template(name).ok_or("no such template")?;
    let start = Instant::now();
    let pages = pages(&resume, &Options { paper, ..Options::new(template) })
        .map_err(|error| format!("{error}\n{}", error.hint()))?;
    let (set, start) = (start.elapsed(), Instant::now());
    let pdf = pages.pdf()?;
    let exported = start.elapsed();
    fs::write(output, &pdf)?;
    Ok(format!("{} pages, {} bytes; set {set:?}, PDF {exported:?}", pages.count(), pdf.len()))
}
