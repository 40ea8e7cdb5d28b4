//! `vitae job build`: a job in the formats it is posted in.

use std::path::{Path, PathBuf};

use export::job::{JobFormat, missing};
use resume::{Job, Severity};

use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{ReadArgs, Source};
use crate::output::{self, shown_name};

/// Write a job in the formats it is posted in, all in one run.
///
/// The extension says which: .md Markdown, .html a page that loads nothing (with the posting as
/// data for search engines inside), .jsonld a JobPosting of schema.org, .xml the feed of Indeed,
/// .json a job of JSON Resume. A format that is refused without a key is not written: the message
/// names each key and what to add.
#[derive(Debug, clap::Args)]
#[expect(clippy::doc_markdown, reason = "this is the help of the command, read as plain text")]
#[command(after_help = "\
Examples:
  vitae job build                                job.yaml to job.md
  vitae job build job.yaml -o job.html -o job.jsonld
  vitae job build job.yaml -o job.md -o job.html -o job.jsonld -o job.xml -o job.json

Exit codes: 0 written, 2 cannot run")]
pub(crate) struct Args {
    /// The job, YAML or JSON, or a posting to be read; `-` reads standard input
    #[arg(value_name = "FILE", default_value = "job.yaml")]
    file: PathBuf,
    /// Where to write; may be given several times; otherwise FILE with the extension .md
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    read: ReadArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let targets = targets(args)?;
    let source = Source::read_any(&args.file, args.read)?;
    let read = source.job()?;
    let broken = read.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if broken > 0 {
        let name = shown_name(&source.name);
        return Err(Failure::new(format!("{name} is not read as it is meant ({broken} errors)"))
            .hint("`vitae job check FILE` shows where"));
    }
    refuse_incomplete(&read.job, &source.name, &targets)?;
    let options = export::Options::default();
    let made: Vec<_> = targets
        .iter()
        .map(|(target, format)| (target, export::job::job(&read.job, *format, &options)))
        .collect();
    for (target, bytes) in made {
        target.write(&bytes, args.force)?;
        if let Some(path) = target.path() {
            output::note(&format!("wrote {}", path.display()));
        }
    }
    Ok(Exit::Clean)
}

fn targets(args: &Args) -> Result<Vec<(Destination, JobFormat)>, Failure> {
    let otherwise = [args.file.with_extension("md")];
    if args.output.is_empty() && args.file == Path::new("-") {
        return Err(Failure::new("standard input has no name to derive that of the result from")
            .hint("name a file with `-o FILE`"));
    }
    let named = if args.output.is_empty() { &otherwise[..] } else { &args.output };
    let mut targets: Vec<(Destination, JobFormat)> = Vec::new();
    for path in named {
        let target = Destination::new(path);
        if targets.iter().any(|(other, _)| other.is(&target)) {
            return Err(Failure::new(format!("`{}` is named twice", path.display()))
                .hint("give each `-o` a name of its own"));
        }
        target.check(args.force, (args.file != Path::new("-")).then_some(&*args.file))?;
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let Some(format) = JobFormat::from_extension(&extension) else {
            return Err(Failure::new(format!("`{}`: no format of jobs", path.display()))
                .hint("there are .md, .html, .jsonld, .xml (Indeed) and .json (JSON Resume)"));
        };
        targets.push((target, format));
    }
    Ok(targets)
}

/// Names every key that a format is refused without; says what else is recommended.
fn refuse_incomplete(
    job: &Job,
    name: &str,
    targets: &[(Destination, JobFormat)],
) -> Result<(), Failure> {
    let mut needed: Vec<String> = Vec::new();
    let mut formats: Vec<&str> = Vec::new();
    for (_, format) in targets {
        for one in missing(job, *format) {
            let line = format!("{}: {}", one.key, one.hint);
            if !one.required {
                output::note(&format!("{} recommends {line}", format.name()));
                continue;
            }
            if !formats.contains(&format.name()) {
                formats.push(format.name());
            }
            if !needed.contains(&line) {
                needed.push(line);
            }
        }
    }
    if needed.is_empty() {
        return Ok(());
    }
    let name = shown_name(name);
    Err(Failure::new(format!("{name} has not all that {} needs", formats.join(" and ")))
        .hint(format!("add {}", needed.join("; "))))
}
