//! `vitae tailor`: a variant for one job, of what its author wrote.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use extract::{Format, TextEdit};
use fit::{Goal, Plan};
use resume::model::{Bullet, Variant};
use resume::{FieldPath, Parsed, Resume, Segment, Severity};

use super::fit::{Bench, Wanted};
use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, Source};
use crate::look::LookArgs;
use crate::output::tailor::Shown;
use crate::output::{self, Screen, json};
use crate::review::GradeArgs;
use crate::variant_text::with_variant;

/// Why a document is refused.
const AIM: &str = "`vitae tailor` makes a variant of";

/// Choose the lines of a resume for one job and a number of pages, and write them as a variant.
///
/// Lines that show what the job asks for stay first, then those with most credited facts. No word is
/// changed, and none is added: the variant only leaves out. Each choice is explained. Nothing is
/// written without --output.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae tailor cv.yaml job.yaml                   what would stay, and why
  vitae tailor cv.yaml job.pdf --pages 1 -o acme  write it as the variant acme
  vitae match cv.yaml@acme job.pdf                what that shows of the job
  vitae build cv.yaml --variant acme

Exit codes: 0 a variant was found, 1 there is none of so few pages, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML
    #[arg(value_name = "RESUME")]
    file: PathBuf,
    /// The job, any file that can be read
    #[arg(value_name = "JOB")]
    job: PathBuf,
    /// At most this many pages
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=20))]
    pages: u8,
    /// Write it into the resume as the variant of this name
    #[arg(short, long, value_name = "VARIANT", value_parser = name)]
    output: Option<String>,
    /// How the choices are written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    grade: GradeArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people, in color on a terminal
    Human,
    /// For programs
    Json,
}

fn name(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let letter = text.starts_with(|c: char| c.is_ascii_alphabetic());
    (letter && text.chars().all(plain)).then(|| text.to_owned()).ok_or_else(|| {
        "a name of letters, digits, `-` and `_` that begins with a letter".to_owned()
    })
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let source = input::read(&args.file)?;
    let (parsed, format) = source.parse_to_edit(AIM)?;
    output::findings_of_reader(&source.name, &parsed, false, Severity::Warning);
    let config = Config::load(&args.config, &args.file)?;
    let mut resume = parsed.resume.clone();
    let look = args.look.decide(&mut resume, &config)?;
    let options = args.grade.options(&resume, &config);
    let job = Wanted::read(&args.job, &resume, &options.as_of)?;
    let goal = Goal {
        pages: usize::from(args.pages),
        density: look.of_page().density,
        may_tighten: true,
        // The job decides; what the grade loses is shown.
        most_loss: 100.0,
    };
    let bench = Bench { look: &look, options: &options, job: Some(&job) };
    let found = fit::fit(&resume, &goal, &bench)?;
    let Some(plan) = &found.plan else {
        return Err(Failure::new(format!(
            "even without every line that may leave, it takes more than {} pages",
            args.pages
        ))
        .hint("allow more pages with `--pages`"));
    };
    let rest = resume.edited(&plan.edits()).unwrap_or_else(|| resume.clone());
    let after = job.fit_of(&rest, &options.as_of);
    let shown = Shown::of(&source.name, &parsed, &found, plan, &job.worth, (job.before.fit, after));
    output::print(&match args.format {
        Form::Json => json::render(&shown),
        Form::Human => output::tailor::render(&shown, &Screen::of(&io::stdout())),
    })?;
    if let Some(name) = &args.output {
        write(args, &source, &parsed, format, plan, name)?;
        let tighter = plan.density != goal.density;
        let density =
            if tighter { format!(" --density {}", plan.density.as_str()) } else { String::new() };
        output::note(&format!(
            "wrote the variant; `vitae build {} --variant {name}{density}` sets it",
            args.file.display()
        ));
    }
    Ok(Exit::Clean)
}

fn refused(source: &Source) -> Failure {
    Failure::new(format!("`{}` was not changed", output::shown_name(&source.name))).hint(
        "its form leaves no place for the variant; give the lines named above an `id` and list the \
         ids under `vitae: {variants: {NAME: {omit: [...]}}}`",
    )
}

/// Gives the lines that leave a name, and lists the names in a variant. The file is read again, and
/// nothing is written that does not say what was meant.
fn write(
    args: &Args,
    source: &Source,
    parsed: &Parsed,
    format: Format,
    plan: &Plan,
    name: &str,
) -> Result<(), Failure> {
    let known = parsed.resume.vitae.as_ref().is_some_and(|own| own.variants.contains_key(name));
    if known {
        return Err(Failure::new(format!("there is a variant `{name}` already"))
            .hint("take another name, or remove it first"));
    }
    if args.file == Path::new("-") || format != Format::Yaml {
        return Err(refused(source));
    }
    let mut wanted = parsed.resume.clone();
    let mut taken = names(&parsed.resume);
    let (mut omit, mut edits) = (Vec::new(), Vec::new());
    for removed in &plan.removed {
        let Some(bullet) = bullet(&mut wanted, &removed.path) else {
            // A section leaves by its key.
            omit.push(removed.path.to_string());
            continue;
        };
        let id = if let Some(id) = &bullet.id {
            id.clone()
        } else {
            let span = parsed.source_map.get(&removed.path).ok_or_else(|| refused(source))?;
            let id = fresh(&bullet.text, &mut taken);
            let text = serde_json::to_string(&bullet.text).map_err(|_| refused(source))?;
            let plain = !bullet.is_mapping();
            let text = format!("{{id: {id}, text: {text}}}");
            edits.extend(plain.then(|| TextEdit { range: span.value.clone(), text }));
            bullet.id = Some(id.clone());
            id
        };
        omit.push(id);
    }
    edits.sort_by_key(|edit| edit.range.start);
    let text = extract::apply(parsed.source_map.text(), &edits);
    let text = with_variant(&text, name, &omit).ok_or_else(|| refused(source))?;
    let settings = wanted.vitae.get_or_insert_default();
    settings.variants.insert(name.to_owned(), Variant { omit, ..Variant::default() });
    let changed = source.with_text(&text);
    let read = changed.parse(AIM).map_err(|_| refused(source))?.0;
    if read.resume != wanted {
        return Err(refused(source));
    }
    Destination::File(args.file.clone()).write(changed.bytes(), true)
}

/// The bullet at a path of the resume.
fn bullet<'a>(resume: &'a mut Resume, path: &FieldPath) -> Option<&'a mut Bullet> {
    let [Segment::Key(section), Segment::Index(entry), _, Segment::Index(at)] = path.segments()
    else {
        return None;
    };
    let list = match &**section {
        "work" => &mut resume.work.get_mut(*entry)?.highlights,
        "projects" => &mut resume.projects.get_mut(*entry)?.highlights,
        "volunteer" => &mut resume.volunteer.get_mut(*entry)?.highlights,
        _ => return None,
    };
    list.get_mut(*at)
}

/// Ids and tags in use.
fn names(resume: &Resume) -> BTreeSet<String> {
    let work = resume.work.iter().flat_map(|one| &one.highlights);
    let projects = resume.projects.iter().flat_map(|one| &one.highlights);
    let volunteer = resume.volunteer.iter().flat_map(|one| &one.highlights);
    let bullets = work.chain(projects).chain(volunteer);
    bullets.flat_map(|bullet| bullet.id.iter().chain(&bullet.tags)).cloned().collect()
}

/// Words of a name made of a line.
const WORDS: usize = 4;

/// A name for a line, of its first words.
fn fresh(text: &str, taken: &mut BTreeSet<String>) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(WORDS).map(str::to_ascii_lowercase).collect();
    let stem = format!("line-{}", words.join("-"));
    let stem = stem.trim_end_matches('-');
    let numbered = (1..).map(|at| if at == 1 { stem.to_owned() } else { format!("{stem}-{at}") });
    let mut free = numbered.filter(|name| !taken.contains(name));
    let name = free.next().unwrap_or_default();
    taken.insert(name.clone());
    name
}
