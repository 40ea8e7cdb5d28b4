//! `vitae job read`: any posting as a job to edit.

use std::path::PathBuf;

use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, ReadArgs};
use crate::output;

/// Read any posting, and show what was read as a job to edit.
///
/// A posting may be PDF, Word, HTML, Markdown or text, a JobPosting of schema.org (also inside a
/// page), or a job of JSON Resume. What it asks for is told from what it offers, from how to apply
/// and from what every posting of an employer says; nothing is invented.
#[derive(Debug, clap::Args)]
#[expect(clippy::doc_markdown, reason = "this is the help of the command, read as plain text")]
#[command(after_help = "\
Examples:
  vitae job read posting.html                 the job as YAML
  vitae job read posting.pdf -o job.yaml
  vitae job read posting.txt --sandbox

Exit codes: 0 done, 1 nothing was found that the posting asks for, 2 cannot run")]
pub(crate) struct Args {
    /// The posting; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Where to write; otherwise, and for `-`, standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    read: ReadArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let target = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    target.check(args.force, Some(&args.file))?;
    let source = input::read_any(&args.file, args.read)?;
    let read = source.job()?;
    let text = export::yaml(&read.job, &|_| None);
    match &target {
        Destination::Stdout => output::print(&text)?,
        file @ Destination::File(path) => {
            file.write(text.as_bytes(), args.force)?;
            output::note(&format!("wrote {}", path.display()));
        }
    }
    if read.job.says_what_is_wanted() {
        return Ok(Exit::Clean);
    }
    for finding in read.findings.iter().filter(|finding| finding.rule == "nothing-asked") {
        output::note(&finding.message);
        output::note(finding.hint.as_deref().unwrap_or_default());
    }
    Ok(Exit::Findings)
}
