//! `vitae build`: a resume as PDF, JSON Resume or plain text.

use std::path::{Path, PathBuf};

use resume::model::{Education, Project, Work};
use resume::{Parsed, Resume, Segment, Severity};

use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{DEFAULT_FILE, Source};
use crate::look::{self, Look, LookArgs};
use crate::output;

/// Typeset a resume as PDF, or export it as JSON Resume or plain text.
///
/// The extension of OUT chooses the form: .pdf, .json, .txt. Results are written whole or not at
/// all, and never over an existing file without --force. A source with errors in its shape is
/// built when all of it could be read (one text where a list belongs, say); it is not built when
/// an entry or a key would be missing from the page.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae build                              resume.yaml to resume.pdf
  vitae build cv.yaml -o cv.pdf -o cv.txt
  vitae build cv.yaml --paper letter --force
  vitae build cv.yaml -o - > cv.pdf")]
pub(crate) struct Args {
    /// The resume, YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// Where to write; may be given several times; `-` writes PDF to standard output; otherwise
    /// FILE with the extension .pdf
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    #[command(flatten)]
    look: LookArgs,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    config: ConfigArgs,
}

/// A form of output.
#[derive(Clone, Copy)]
enum Form {
    Pdf,
    Export(export::Format),
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let targets = targets(args)?;
    let from = (args.file != Path::new("-")).then_some(args.file.as_path());
    for (destination, _) in &targets {
        destination.check(args.force, from)?;
    }

    let source = Source::read(&args.file)?;
    let (mut parsed, _) = source.parse("`vitae build` sets")?;
    spare_what_was_read(&mut parsed);
    refuse_broken_shape(&source, &parsed)?;
    refuse_unknown_entries(&parsed.resume)?;
    let config = Config::load(&args.config, &args.file)?;
    let mut resume = parsed.resume;
    let look = args.look.decide(&mut resume, &config)?;

    // Everything is made before anything is written.
    let made = targets
        .iter()
        .map(|(destination, form)| Ok((destination, make(*form, &resume, &look)?)))
        .collect::<Result<Vec<_>, Failure>>()?;
    for (destination, bytes) in made {
        destination.write(&bytes, args.force)?;
        if let Destination::File(path) = destination {
            output::note(&format!("wrote {} ({} kB)", path.display(), bytes.len().div_ceil(1000)));
        }
    }
    Ok(Exit::Clean)
}

fn targets(args: &Args) -> Result<Vec<(Destination, Form)>, Failure> {
    if args.output.is_empty() {
        if args.file == Path::new("-") {
            return Err(Failure::new("standard input has no name to derive the PDF's from")
                .hint("name a file with `-o FILE`; `-o -` writes to standard output"));
        }
        return Ok(vec![(Destination::File(args.file.with_extension("pdf")), Form::Pdf)]);
    }
    let mut targets: Vec<(Destination, Form)> = Vec::new();
    for path in &args.output {
        let destination = Destination::new(path);
        if targets.iter().any(|(other, _)| other.is(&destination)) {
            return Err(Failure::new(format!("`{}` is named twice", path.display()))
                .hint("give each `-o` a name of its own"));
        }
        targets.push((destination, form(path)?));
    }
    Ok(targets)
}

fn form(path: &Path) -> Result<Form, Failure> {
    if path == Path::new("-") {
        return Ok(Form::Pdf);
    }
    let extension = path.extension().map(|found| found.to_string_lossy().to_lowercase());
    let form = match extension.as_deref() {
        Some("pdf") => Some(Form::Pdf),
        Some(other) => export::Format::from_extension(other).map(Form::Export),
        None => None,
    };
    form.ok_or_else(|| {
        Failure::new(format!("`{}` does not say what to make", path.display()))
            .hint("end its name in .pdf, .json (JSON Resume) or .txt")
    })
}

/// Makes warnings of errors in the shape of values that stand on the page nevertheless, and of
/// settings, which are no part of the page.
fn spare_what_was_read(parsed: &mut Parsed) {
    // Blank values are left out of it.
    let read = serde_json::to_value(&parsed.resume).unwrap_or_default();
    for finding in &mut parsed.findings {
        let steps = finding.path.segments();
        let setting = matches!(steps, [Segment::Key(first), _, ..] if first == "vitae");
        let value = steps.iter().try_fold(&read, |value, step| match step {
            Segment::Key(key) => value.get(&**key),
            Segment::Index(index) => value.get(*index),
        });
        let kept = !steps.is_empty() && value.is_some_and(|value| !value.is_null());
        if finding.severity == Severity::Error && (kept || setting) {
            finding.severity = Severity::Warning;
        }
    }
}

/// Shows what the reader noticed; errors end the run.
fn refuse_broken_shape(source: &Source, parsed: &Parsed) -> Result<(), Failure> {
    output::findings_of_reader(&source.name, parsed, false, Severity::Warning);
    let errors =
        parsed.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    match errors {
        0 => Ok(()),
        _ => Err(Failure::new(format!(
            "`{}` has {errors} error{} in its shape, so nothing was built",
            output::shown_name(&source.name),
            if errors == 1 { "" } else { "s" }
        ))
        .hint("repair what is shown above; parts of the page would be missing")),
    }
}

fn make(form: Form, resume: &Resume, look: &Look) -> Result<Vec<u8>, Failure> {
    match form {
        Form::Pdf => typeset::pdf(resume, &look.of_page()).map_err(|error| look::failure(&error)),
        Form::Export(format) => Ok(export::export(resume, format, &look.of_export())),
    }
}

/// A job, project or school whose keys are all unknown would be missing from the page without a
/// word: `company`, `title`, `bullets` instead of `name`, `position`, `highlights`.
fn refuse_unknown_entries(resume: &Resume) -> Result<(), Failure> {
    let sections = [
        ("work", resume.work.iter().position(Work::has_only_unknown_keys)),
        ("projects", resume.projects.iter().position(Project::has_only_unknown_keys)),
        ("education", resume.education.iter().position(Education::has_only_unknown_keys)),
    ];
    match sections.into_iter().find_map(|(section, index)| Some((section, index?))) {
        Some((section, index)) => Err(Failure::new(format!(
            "`{section}[{index}]` has no key that a page shows, so nothing was built"
        ))
        .hint("rename its keys as shown above; without that it would be missing from the page")),
        None => Ok(()),
    }
}
