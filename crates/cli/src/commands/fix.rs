//! `vitae fix`: makes the changes that a program may make.

use std::fs;
use std::path::{Path, PathBuf};

use extract::{Format, TextEdit, apply, text_edits};
use lint::Outcome;
use resume::variant::Cut;
use resume::{Edit, Finding, Parsed, Resume};
use roles::RolePack;
use workbench::{nearest, shown};

use crate::config::{Config, ConfigArgs};

use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE, Source, reason};
use crate::output::{self, shown_name};
use crate::review::GradeArgs;
use crate::variant;

/// One change may make room for another; more rounds than this help nobody.
const MOST_ROUNDS: usize = 10;

/// Why a document is refused.
const AIM: &str = "fixes are made in";

/// Make the changes that need nothing but what the page says already.
///
/// A change is made only when the page, graded again with it, is nowhere worse: no axis falls and
/// no new warning appears. Comments, quoting and line breaks of the file stay. No word is ever
/// invented: what only you can know is left to you, with a line to fill in under `vitae check`.
///
/// With --variant, that cut is checked, and the values it shows are changed where the file has
/// them; neither the cut nor the whole resume gets worse.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae fix
  vitae fix cv.yaml --dry-run               show the changes, make none
  vitae fix cv.yaml --rule duplicate-skill  only the changes of one rule
  vitae fix cv.yaml --check                 a gate for CI: 1 when there is something to fix
  vitae fix cv.yaml --variant payments      what that cut needs, changed in the file
  vitae fix - < cv.yaml > fixed.yaml

Exit codes: 0 done, 1 something to fix (with --check), 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML or JSON; `-` reads standard input and writes standard output
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// The variant to fix, by its name under `vitae.variants`; the values it shows are changed where
    /// the file has them
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// Show the changes as a diff, and make none
    #[arg(long)]
    dry_run: bool,
    /// Make no change, and exit with 1 when there is one to make
    #[arg(long)]
    check: bool,
    /// Only the changes of this rule; may be given several times
    #[arg(long = "rule", value_name = "RULE")]
    rules: Vec<String>,
    #[command(flatten)]
    grade: GradeArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    check_rules(&args.rules)?;
    let source = input::read(&args.file)?;
    let writes = !args.dry_run && !args.check;
    let target = if writes { Target::of(&args.file)? } else { None };
    let (before, format) = source.parse_to_edit(AIM)?;
    let fixed = fix(args, &source, &before, format)?;
    let after = fixed.parsed.source_map.text();

    let name = shown_name(&source.name);
    for done in &fixed.done {
        output::note(&format!("{name}:{}: {} [{}]", done.line, done.title, done.rule));
    }
    if args.dry_run {
        output::print(&output::diff::unified(name, before.source_map.text(), after))?;
    } else if source.name == "-" && !args.check {
        output::print_bytes(source.with_text(after).bytes())?;
    }
    if let Some(target) = target.filter(|_| !fixed.done.is_empty()) {
        Destination::File(target.path.clone()).write(source.with_text(after).bytes(), true)?;
        if target.is_link {
            output::note(&format!("{name} is a link; {} was written", target.path.display()));
        }
    }
    output::note(&summary(args, name, &fixed));
    let to_do = args.check && !fixed.done.is_empty();
    Ok(if to_do { Exit::Findings } else { Exit::Clean })
}

/// What was done and what is left, in a line.
fn summary(args: &Args, name: &str, fixed: &Fixed) -> String {
    let done = match (fixed.done.len(), args.dry_run || args.check) {
        (0, _) => "nothing to fix".to_owned(),
        (1, false) => "1 change made".to_owned(),
        (count, false) => format!("{count} changes made"),
        (1, true) => "1 change to make".to_owned(),
        (count, true) => format!("{count} changes to make"),
    };
    let file = if name.starts_with('<') { "FILE" } else { name };
    let cut = args.variant.as_ref().map(|name| format!(" --variant {name}")).unwrap_or_default();
    let left = match fixed.left {
        0 => "no finding is left".to_owned(),
        1 => format!("1 finding needs its author: `vitae check {file}{cut}`"),
        count => format!("{count} findings need their author: `vitae check {file}{cut}`"),
    };
    format!("{done}; {left}")
}

/// Refuses a rule that does not exist: a typing mistake would pass for a clean page.
fn check_rules(rules: &[String]) -> Result<(), Failure> {
    let known = || lint::rules().iter().map(|rule| rule.id);
    let Some(wrong) = rules.iter().find(|rule| lint::rule(rule).is_none()) else { return Ok(()) };
    let hint = match nearest(wrong, known()) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => "`vitae explain` lists all rules".to_owned(),
    };
    Err(Failure::new(format!("there is no rule `{wrong}`")).hint(hint))
}

/// The file that is written in the end.
struct Target {
    path: PathBuf,
    is_link: bool,
}

impl Target {
    /// `None` for standard output. A link is followed: the file it names is changed, not the link.
    fn of(path: &Path) -> Result<Option<Self>, Failure> {
        if path == Path::new("-") {
            return Ok(None);
        }
        let cannot = |error: &std::io::Error| {
            Failure::new(format!("`{}` cannot be written: {}", path.display(), reason(error)))
        };
        let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        let real =
            if is_link { fs::canonicalize(path).map_err(|e| cannot(&e))? } else { path.to_owned() };
        let found = fs::metadata(&real).map_err(|error| cannot(&error))?;
        if found.permissions().readonly() {
            return Err(Failure::new(format!("`{}` may not be written", real.display()))
                .hint("`vitae fix - < FILE` writes the fixed page to standard output"));
        }
        Destination::File(real.clone()).check(true, None)?;
        Ok(Some(Self { path: real, is_link }))
    }
}

/// One change that was made.
struct Done {
    line: usize,
    title: String,
    rule: String,
}

/// One change that may be made.
struct Change {
    done: Done,
    edits: Vec<Edit>,
}

/// The page after all rounds.
struct Fixed {
    parsed: Parsed,
    done: Vec<Done>,
    /// Findings that no change of ours takes away.
    left: usize,
}

/// Makes all changes that hold, round by round; the file is read again after each.
fn fix(args: &Args, source: &Source, before: &Parsed, format: Format) -> Result<Fixed, Failure> {
    let pack = RolePack::backend_engineer();
    let config = Config::load(&args.config, &args.file)?;
    let cut = |parsed: &Parsed| {
        let name = args.variant.as_deref();
        name.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()
    };
    let options = args.grade.options(&shown(before, cut(before)?.as_ref()).resume, &config);
    let check = |resume: &Resume| lint::check(resume, pack, &options);
    let mut fixed = Fixed { parsed: before.clone(), done: Vec::new(), left: 0 };
    for round in 0..=MOST_ROUNDS {
        let whole = &fixed.parsed;
        let cut = cut(whole)?;
        let page = shown(whole, cut.as_ref());
        let mut outcome = check(&page.resume);
        lint::verify_fixes(&page.resume, pack, &options, &mut outcome);
        // A change for a variant must not cost the whole anything.
        let of_whole = cut.as_ref().map(|_| check(&whole.resume));
        let attempt = |edits: &[Edit]| {
            let planned = text_edits(whole, format, edits)?;
            let mut after = whole.resume.edited(edits)?;
            if let (Some(name), Some(before)) = (&args.variant, &of_whole) {
                lint::is_no_worse(before, &check(&after)).then_some(())?;
                after = after.variant(name).ok()?;
            }
            lint::is_no_worse(&outcome, &check(&after)).then_some(planned)
        };
        let found = told(&page, &outcome, cut.as_ref());
        let asked = candidates(args, whole, &found);
        let stuck = asked.len();
        let made = (round < MOST_ROUNDS).then(|| together(asked, attempt)).flatten();
        let Some((done, planned)) = made else {
            let unfixed = found.iter().filter(|finding| finding.fix.is_none());
            fixed.left = page.findings.len() + unfixed.count() + stuck;
            break;
        };
        let text = apply(whole.source_map.text(), &planned);
        drop(page);
        fixed.done.extend(done);
        fixed.parsed = source.with_text(&text).parse(AIM)?.0;
    }
    Ok(fixed)
}

/// The findings that the file does not allow, about the values of the file.
fn told(page: &Parsed, outcome: &Outcome, cut: Option<&Cut>) -> Vec<Finding> {
    let allowed = lint::allowed(&page.resume, &outcome.findings, &[]);
    let found = outcome.findings.iter().zip(allowed).filter(|(_, allowed)| !allowed);
    let mut found: Vec<Finding> = found.map(|(finding, _)| finding.clone()).collect();
    if let Some(cut) = cut {
        for finding in &mut found {
            cut.finding_in_source(finding);
        }
    }
    found
}

/// Fixes of the rules asked for, in the order of the file; one that touches what an earlier one
/// touches waits for the next round.
fn candidates(args: &Args, parsed: &Parsed, found: &[Finding]) -> Vec<Change> {
    let places = parsed.places();
    let wanted = |rule: &str| args.rules.is_empty() || args.rules.iter().any(|asked| asked == rule);
    let mut found: Vec<_> = found
        .iter()
        .filter(|finding| wanted(&finding.rule))
        .filter_map(|finding| Some((places.locate(finding), finding, finding.fix.as_ref()?)))
        .collect();
    found.sort_by_key(|(place, finding, _)| (place.range.start, place.range.end, &*finding.rule));
    let mut all: Vec<Edit> = Vec::new();
    let mut kept = Vec::new();
    for (place, finding, fix) in found {
        let mut with = all.clone();
        with.extend(fix.edits.iter().cloned());
        if parsed.resume.edited(&with).is_some() {
            let rule = finding.rule.clone().into_owned();
            let done = Done { line: place.line, title: fix.title.clone(), rule };
            kept.push(Change { done, edits: fix.edits.clone() });
            all = with;
        }
    }
    kept
}

/// As many of the changes as hold together, with the edits of the file that make them. Each holds
/// for itself, but two may take away what the other left, and a value behind an alias cannot be
/// changed at all.
fn together(
    mut changes: Vec<Change>,
    attempt: impl Fn(&[Edit]) -> Option<Vec<TextEdit>>,
) -> Option<(Vec<Done>, Vec<TextEdit>)> {
    let edits = |changes: &[Change]| -> Vec<Edit> {
        changes.iter().flat_map(|change| change.edits.iter().cloned()).collect()
    };
    let mut planned = attempt(&edits(&changes));
    if planned.is_none() {
        changes.retain(|change| attempt(&change.edits).is_some());
        planned = attempt(&edits(&changes));
    }
    while planned.is_none() && !changes.is_empty() {
        changes.truncate(changes.len() / 2);
        planned = attempt(&edits(&changes));
    }
    let done: Vec<Done> = changes.into_iter().map(|change| change.done).collect();
    Some((done, planned?)).filter(|(done, _)| !done.is_empty())
}
