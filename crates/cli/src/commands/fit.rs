//! `vitae fit`: one source, fewer pages, the least lost.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use fit::{Goal, Plan};
use resume::model::Density;
use resume::{Date, Edit, FieldPath, Parsed, Resume, Severity};
use workbench::{Bench, Variant, Wanted, nothing_to_match, shown};

use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE, ReadArgs, Source};
use crate::look::LookArgs;
use crate::output::fit::Shown;
use crate::output::{self, Screen, json};
use crate::review::GradeArgs;
use crate::variant;

/// Why a document is refused.
const AIM: &str = "`vitae fit` shortens";

/// Bring a resume down to a number of pages, and lose the least.
///
/// The page is set tighter first, within what stays comfortable to read. If that is not enough,
/// those bullets are named whose leaving costs the fewest credited facts; the rest is set and
/// graded again, and the loss is shown. Nothing is changed without --write.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae fit                          what to leave out for one page, and what that costs
  vitae fit cv.yaml --pages 2
  vitae fit cv.yaml -o cv-1.pdf      the fitted page; the source stays
  vitae fit cv.yaml --write          take the lines out of the source
  vitae fit cv.yaml --job job.yaml   what the job asks for leaves last
  vitae fit cv.yaml --variant payments -o payments.pdf
  vitae fit cv.yaml --keep-density   leave lines out rather than set them tighter

Exit codes: 0 it fits, or a way was found; 1 no way without losing more than --max-loss;
2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// The variant to fit, by its name under `vitae.variants`; lines are those of the file
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// At most this many pages
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=20))]
    pages: u8,
    /// Points of the grade that may be lost
    #[arg(long, value_name = "POINTS", default_value_t = 2.0)]
    max_loss: f64,
    /// A job: lines that show what it asks for are the last to leave
    #[arg(long, value_name = "JOB")]
    job: Option<PathBuf>,
    /// Leave the density as it is
    #[arg(long)]
    keep_density: bool,
    /// Take the lines out of the file, and write the density into it
    #[arg(long, conflicts_with = "output")]
    write: bool,
    /// Write the fitted page as PDF; `-` writes it to standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "output")]
    force: bool,
    /// How the plan is written
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

/// What a resume shows of the job at `path`.
pub(super) fn wanted(path: &Path, resume: &Resume, as_of: &Date) -> Result<Wanted, Failure> {
    let source = input::read_any(path, ReadArgs::default())?;
    let job = source.job_that_asks()?.job;
    Wanted::of(&job, resume, as_of).map_err(|nothing| nothing_to_match(&source.name, nothing))
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let from = (args.file != Path::new("-")).then_some(args.file.as_path());
    let destination = args.output.as_deref().map(Destination::new);
    if let Some(destination) = &destination {
        destination.check(args.force, from)?;
    }
    if args.write && from.is_none() {
        return Err(Failure::new("standard input cannot be changed")
            .hint("name a file, or write the page with `-o FILE.pdf`"));
    }
    if let Some(name) = args.variant.as_deref().filter(|_| args.write) {
        return Err(Failure::new(format!(
            "`--write` would take the lines out of the whole resume, not out of variant `{name}`"
        ))
        .hint(format!(
            "give them an `id` and list the ids under `vitae: {{variants: {{{name}: {{omit: [...]}}}}}}`, \
             or make only the page with `-o OUT.pdf`"
        )));
    }
    let source = input::read(&args.file)?;
    let (parsed, format) =
        if args.write { source.parse_to_edit(AIM)? } else { source.parse(AIM)? };
    output::findings_of_reader(&source.name, &parsed, false, Severity::Warning);
    let config = Config::load(&args.config, &args.file)?;
    let name = args.variant.as_deref();
    let cut = name.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    let variant = name.zip(cut.as_ref()).map(|(name, cut)| Variant { name, cut });
    let mut resume = shown(&parsed, cut.as_ref()).resume.clone();
    let look = args.look.decide(&mut resume, &config)?;
    let options = args.grade.options(&resume, &config);
    let goal = Goal {
        pages: usize::from(args.pages),
        density: look.of_page().density,
        may_tighten: !args.keep_density,
        most_loss: args.max_loss,
    };
    let job = args.job.as_deref().map(|path| wanted(path, &resume, &options.as_of));
    let job = job.transpose()?;
    let bench = Bench { look: &look, options: &options, job: job.as_ref() };
    let found = fit::fit(&resume, &goal, &bench)?;
    let mut plan = Shown::of(&source.name, &parsed, variant, &goal, &found);
    plan.job = job.as_ref().map(|job| {
        let rest = found.plan.as_ref().and_then(|plan| resume.edited(&plan.edits()));
        (job.before.fit, rest.map_or(job.before.fit, |rest| job.fit_of(&rest, &options.as_of)))
    });
    // A page on standard output must not be mixed with words.
    if destination != Some(Destination::Stdout) {
        output::print(&match args.format {
            Form::Json => json::render(&plan),
            Form::Human => output::fit::render(&plan, &Screen::of(&io::stdout())),
        })?;
    }
    let holds = plan.holds;
    let Some(plan) = found.plan.as_ref().filter(|_| holds) else {
        return Ok(Exit::Findings);
    };
    if args.format == Form::Human && !args.write && destination.is_none() {
        output::note(&what_next(args, plan, goal.density));
    }
    if let Some(destination) = destination {
        let rest = resume.edited(&plan.edits()).ok_or_else(unfit)?;
        let options = typeset::Options { density: plan.density, ..look.of_page() };
        let pdf = typeset::pdf(&rest, &options).map_err(Failure::from)?;
        destination.write(&pdf, args.force)?;
        if let Destination::File(path) = &destination {
            output::note(&format!("wrote {} ({} kB)", path.display(), pdf.len().div_ceil(1000)));
        }
    }
    if args.write {
        write(args, &source, &parsed, format, plan, goal.density)?;
    }
    Ok(Exit::Clean)
}

/// What there is to do with the plan.
fn what_next(args: &Args, plan: &Plan, density: Density) -> String {
    if plan.removed.is_empty() && plan.density == density {
        return "nothing to change".to_owned();
    }
    let file = args.file.display();
    if let Some(name) = &args.variant {
        return format!(
            "nothing was changed; `vitae fit {file} --variant {name} -o OUT.pdf` makes the page"
        );
    }
    format!(
        "nothing was changed; `vitae fit {file} --write` changes the file, `-o OUT.pdf` makes only \
         the page"
    )
}

fn unfit() -> Failure {
    Failure::new("the lines could not be taken out")
        .hint("take them out by hand; they are named above")
}

/// Changes the source as planned.
fn write(
    args: &Args,
    source: &Source,
    parsed: &Parsed,
    format: extract::Format,
    plan: &Plan,
    density: Density,
) -> Result<(), Failure> {
    let mut edits = plan.edits();
    if plan.density != density {
        let path = FieldPath::root().key("vitae").key("density");
        let text = plan.density.as_str().to_owned();
        let own = parsed.resume.vitae.as_ref().and_then(|settings| settings.density);
        edits.push(match own {
            Some(_) => Edit::Replace { path, range: None, text },
            None => Edit::Insert { path, text },
        });
    }
    if edits.is_empty() {
        output::note("nothing to change");
        return Ok(());
    }
    let planned = extract::text_edits(parsed, format, &edits).ok_or_else(|| {
        Failure::new(format!("`{}` was not changed", output::shown_name(&source.name))).hint(
            "one of the lines is shared by an alias, or a comment speaks of it; take them out by \
             hand as named above",
        )
    })?;
    let text = extract::apply(parsed.source_map.text(), &planned);
    Destination::File(args.file.clone()).write(source.with_text(&text).bytes(), true)?;
    output::note(&format!("wrote {}", args.file.display()));
    Ok(())
}
