//! `vitae job build`: a job in the formats it is posted in.

use std::path::{Path, PathBuf};

use export::job::{JobFormat, missing};
use resume::model::{Accent, Paper};
use resume::{Job, Severity};
use workbench::{Rendition, read_back};

use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, ReadArgs};
use crate::look::words;
use crate::output::{self, shown_name};
use crate::written::with_way_out;

/// Write a job in the formats it is posted in, all in one run.
///
/// The extension says which: .md Markdown, .pdf a page to send or print, tagged for screen
/// readers, .html a page that loads nothing (with the posting as data for search engines inside),
/// .jsonld a JobPosting of schema.org, .xml the feed of Indeed, .json a job of JSON Resume. A
/// format that is refused without a key is not written: the message names each key and what to
/// add.
#[derive(Debug, clap::Args)]
#[expect(clippy::doc_markdown, reason = "this is the help of the command, read as plain text")]
#[command(after_help = "\
Examples:
  vitae job build                                job.yaml to job.md
  vitae job build job.yaml -o job.html -o job.jsonld
  vitae job build job.yaml -o job.pdf --paper letter --accent '#7a1f5c'
  vitae job build job.yaml -o job.md -o job.html -o job.jsonld -o job.xml -o job.json

Exit codes: 0 written, 2 cannot run")]
pub(crate) struct Args {
    /// The job, YAML or JSON, or a posting to be read; `-` reads standard input
    #[arg(value_name = "FILE", default_value = "job.yaml")]
    file: PathBuf,
    /// Where to write; may be given several times; otherwise FILE with the extension .md
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    /// Do not read the PDF again to see that every text comes back whole and in order
    #[arg(long)]
    no_verify: bool,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
    /// The paper of .pdf and .html; otherwise that of vitae.toml, otherwise a4
    #[arg(long, value_parser = words(Paper::ALL, Paper::as_str))]
    paper: Option<Paper>,
    /// The color of headings and links in .pdf and .html, as #1d4e79
    #[arg(long, value_name = "COLOR")]
    accent: Option<Accent>,
    /// The font family of .pdf; otherwise Inter
    #[arg(long, value_name = "FAMILY")]
    font: Option<String>,
    #[command(flatten)]
    config: ConfigArgs,
    #[command(flatten)]
    read: ReadArgs,
}

/// A form of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A tagged PDF.
    Pdf,
    /// A format without pages of its own.
    Export(JobFormat),
}

impl Form {
    fn from_extension(extension: &str) -> Option<Self> {
        if extension.eq_ignore_ascii_case("pdf") {
            return Some(Self::Pdf);
        }
        JobFormat::from_extension(extension).map(Self::Export)
    }

    /// The format whose keys it needs. Whatever is for people needs a title.
    fn needs(self) -> JobFormat {
        match self {
            Self::Pdf => JobFormat::Html,
            Self::Export(format) => format,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Export(format) => format.name(),
        }
    }

    /// True when paper and color matter.
    fn has_look(self) -> bool {
        matches!(self, Self::Pdf | Self::Export(JobFormat::Html))
    }
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let targets = targets(args)?;
    refuse_what_does_nothing(args, &targets)?;
    let source = input::read_any(&args.file, args.read)?;
    let read = source.job()?;
    let broken = read.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if broken > 0 {
        let name = shown_name(&source.name);
        return Err(Failure::new(format!("{name} is not read as it is meant ({broken} errors)"))
            .hint("`vitae job check FILE` shows where"));
    }
    refuse_incomplete(&read.job, &source.name, &targets)?;
    let paper = if targets.iter().any(|(_, form)| form.has_look()) {
        args.paper.or(Config::load(&args.config, &args.file)?.paper).unwrap_or_default()
    } else {
        Paper::default()
    };
    let options = export::Options { paper, accent: args.accent, ..export::Options::default() };
    let mut made = Vec::new();
    for (target, form) in &targets {
        let bytes = match form {
            Form::Pdf => pdf(&read.job, args, paper, target)?,
            Form::Export(format) => export::job::job(&read.job, *format, &options),
        };
        made.push((target, bytes));
    }
    for (target, bytes) in made {
        target.write(&bytes, args.force)?;
        if let Some(path) = target.path() {
            output::note(&format!("wrote {}", path.display()));
        }
    }
    Ok(Exit::Clean)
}

/// The page, read again.
fn pdf(job: &Job, args: &Args, paper: Paper, target: &Destination) -> Result<Vec<u8>, Failure> {
    let options = typeset::Options {
        paper,
        accent: args.accent,
        font: args.font.as_deref(),
        ..typeset::Options::new(typeset::job_template())
    };
    let pages = typeset::job(job, &options).map_err(Failure::from)?;
    let pdf = pages.pdf().map_err(Failure::from)?;
    if !args.no_verify {
        let name = target
            .path()
            .map_or_else(|| "the PDF".to_owned(), |path| format!("`{}`", path.display()));
        read_back(&name, Rendition::Pdf, &pdf, &job.page().leaves()).map_err(with_way_out)?;
    }
    Ok(pdf)
}

fn refuse_what_does_nothing(args: &Args, targets: &[(Destination, Form)]) -> Result<(), Failure> {
    let look = targets.iter().any(|(_, form)| form.has_look());
    let pdf = targets.iter().any(|(_, form)| *form == Form::Pdf);
    let idle = [
        ("--paper", args.paper.is_some() && !look),
        ("--accent", args.accent.is_some() && !look),
        ("--font", args.font.is_some() && !pdf),
        ("--no-verify", args.no_verify && !pdf),
    ];
    match idle.iter().find(|(_, idle)| *idle) {
        Some((name, _)) => Err(Failure::new(format!("{name} is about pages, and none is made"))
            .hint("name one with `-o FILE.pdf`")),
        None => Ok(()),
    }
}

fn targets(args: &Args) -> Result<Vec<(Destination, Form)>, Failure> {
    let otherwise = [args.file.with_extension("md")];
    if args.output.is_empty() && args.file == Path::new("-") {
        return Err(Failure::new("standard input has no name to derive that of the result from")
            .hint("name a file with `-o FILE`"));
    }
    let named = if args.output.is_empty() { &otherwise[..] } else { &args.output };
    let mut targets: Vec<(Destination, Form)> = Vec::new();
    for path in named {
        let target = Destination::new(path);
        if targets.iter().any(|(other, _)| other.is(&target)) {
            return Err(Failure::new(format!("`{}` is named twice", path.display()))
                .hint("give each `-o` a name of its own"));
        }
        target.check(args.force, (args.file != Path::new("-")).then_some(&*args.file))?;
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let Some(form) = Form::from_extension(&extension) else {
            return Err(Failure::new(format!("`{}`: no format of jobs", path.display())).hint(
                "there are .md, .pdf, .html, .jsonld, .xml (Indeed) and .json (JSON Resume)",
            ));
        };
        targets.push((target, form));
    }
    Ok(targets)
}

/// Names every key that a format is refused without; says what else is recommended.
fn refuse_incomplete(
    job: &Job,
    name: &str,
    targets: &[(Destination, Form)],
) -> Result<(), Failure> {
    let mut needed: Vec<String> = Vec::new();
    let mut formats: Vec<&str> = Vec::new();
    for (_, form) in targets {
        for one in missing(job, form.needs()) {
            let line = format!("{}: {}", one.key, one.hint);
            if !one.required {
                output::note(&format!("{} recommends {line}", form.name()));
                continue;
            }
            if !formats.contains(&form.name()) {
                formats.push(form.name());
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
