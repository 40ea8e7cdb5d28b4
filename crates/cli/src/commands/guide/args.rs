//! The arguments of `vitae guide` and of its topics.

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use resume::{Date, Stage};

use crate::commands::stage;
use crate::config::ConfigArgs;
use crate::input::{DEFAULT_FILE, ReadArgs};
use crate::review::{GradeArgs, day};

/// A career in backend work: stages, gaps, next steps, other roles, pay.
///
/// Without a topic, an overview, or with --stage one stage: what you do there, the skills at their
/// usual level, the next steps, what changes afterwards. Gaps and next steps start from your page
/// and, if you like, from what you say of yourself. What a page does not state counts as not
/// stated, never as missing.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "\
Examples:
  vitae guide                                  all stages in short
  vitae guide --stage mid                      one stage
  vitae guide assess --stage mid               write self.yaml, to rate yourself
  vitae guide gaps cv.yaml --self self.yaml    what is missing, and what to do about it
  vitae guide next cv.yaml                     the way to the next stage
  vitae guide skill caching                    one skill: levels, exercise, line
  vitae guide paths --to sre                   what another role asks for
  vitae guide pay                              what is known about pay, with sources

Exit codes: 0 done, 2 cannot run"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(super) topic: Option<Topic>,
    /// One stage instead of all in short
    #[arg(long, value_parser = stage())]
    pub(super) stage: Option<Stage>,
    /// How it is written
    #[arg(long = "format", value_enum, default_value_t = Form::Human)]
    pub(super) form: Form,
}

/// What to tell about.
#[derive(Debug, Subcommand)]
pub(super) enum Topic {
    Gaps(GapsArgs),
    Next(NextArgs),
    Skill(SkillArgs),
    Paths(PathsArgs),
    Pay(PayArgs),
    Assess(AssessArgs),
}

impl Args {
    /// How the result is written, and the file it is about.
    pub(super) fn form(&self) -> (Form, &Path) {
        let none = Path::new("");
        match &self.topic {
            Some(Topic::Gaps(args)) => (args.form, &args.page.file),
            Some(Topic::Next(args)) => (args.form, &args.page.file),
            Some(Topic::Skill(args)) => (args.form, none),
            Some(Topic::Paths(args)) => (args.form, none),
            Some(Topic::Pay(args)) => (args.form, none),
            Some(Topic::Assess(_)) => (Form::Human, none),
            None => (self.form, none),
        }
    }
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For people, in color on a terminal
    Human,
    /// For programs
    Json,
    /// To keep or to share
    Markdown,
}

/// A resume, and what it is read against.
#[derive(Debug, clap::Args)]
pub(super) struct PageArgs {
    /// The resume, YAML, JSON or a document (PDF, DOCX …); `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) grade: GradeArgs,
    #[command(flatten)]
    pub(super) read: ReadArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
}

/// What somebody says of themselves.
#[derive(Debug, clap::Args)]
pub(super) struct OwnArgs {
    /// Your own levels, as `vitae guide assess` asks for them
    #[arg(long = "self", value_name = "FILE")]
    pub(super) own: Option<PathBuf>,
}

/// Skill by skill: what your lines show, what is only named, what is not stated, what to learn.
///
/// A line shows a skill when it says what you did with it; a name in a list does not. For what no
/// line shows there is an exercise, and the line it may become, with slots for what only you know.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae guide gaps
  vitae guide gaps cv.pdf --stage senior
  vitae guide gaps cv.yaml --self self.yaml --all
  vitae guide gaps cv.yaml --format markdown > plan.md

Exit codes: 0 done, 2 cannot run")]
pub(super) struct GapsArgs {
    #[command(flatten)]
    pub(super) page: PageArgs,
    #[command(flatten)]
    pub(super) own: OwnArgs,
    /// Show every skill in full
    #[arg(long)]
    pub(super) all: bool,
    /// How it is written
    #[arg(long = "format", value_enum, default_value_t = Form::Human)]
    pub(super) form: Form,
}

/// What the next stage asks for in addition, what your page has of it, and the steps to take.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae guide next
  vitae guide next cv.pdf --stage mid
  vitae guide next cv.yaml --format json | jq .change.asks

Exit codes: 0 done, 2 cannot run")]
pub(super) struct NextArgs {
    #[command(flatten)]
    pub(super) page: PageArgs,
    /// How it is written
    #[arg(long = "format", value_enum, default_value_t = Form::Human)]
    pub(super) form: Form,
}

/// One skill: what its levels look like, an exercise, and the line it may become.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae guide skill caching
  vitae guide skill system-design --format markdown

Exit codes: 0 done, 2 cannot run")]
pub(super) struct SkillArgs {
    /// Its id, as `vitae guide gaps` names it
    #[arg(value_name = "SKILL")]
    pub(super) skill: String,
    /// How it is written
    #[arg(long = "format", value_enum, default_value_t = Form::Human)]
    pub(super) form: Form,
}

/// Neighboring roles, and what each asks for that you do not have yet.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae guide paths
  vitae guide paths --to sre --stage senior
  vitae guide paths --self self.yaml

Exit codes: 0 done, 2 cannot run")]
pub(super) struct PathsArgs {
    /// Only this role: platform, sre, full-stack, data, security, product
    #[arg(long, value_name = "ROLE")]
    pub(super) to: Option<String>,
    /// The stage you come from
    #[arg(long, value_parser = stage(), default_value = Stage::Mid.as_str())]
    pub(super) stage: Stage,
    #[command(flatten)]
    pub(super) own: OwnArgs,
    /// How it is written
    #[arg(long = "format", value_enum, default_value_t = Form::Human)]
    pub(super) form: Form,
}

/// What is known about pay, each figure with source, date, region and meaning.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae guide pay
  vitae guide pay --as-of 2027-06-01

Exit codes: 0 done, 2 cannot run")]
pub(super) struct PayArgs {
    /// The day that stands for "today", as 2026-11-30; otherwise the current day in UTC
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
    /// How it is written
    #[arg(long = "format", value_enum, default_value_t = Form::Human)]
    pub(super) form: Form,
}

/// Write a file to rate yourself in, with what each level looks like.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae guide assess
  vitae guide assess --stage junior -o me.yaml
  vitae guide assess --to sre -o - | less

Exit codes: 0 done, 2 cannot run")]
pub(super) struct AssessArgs {
    /// Only skills usual at this stage; otherwise those of all stages
    #[arg(long, value_parser = stage())]
    pub(super) stage: Option<Stage>,
    /// Also skills of a neighboring role: platform, sre, full-stack, data, security, product
    #[arg(long = "to", value_name = "ROLE")]
    pub(super) path: Option<String>,
    /// Where to write; `-` writes to standard output
    #[arg(short, long, value_name = "FILE", default_value = "self.yaml")]
    pub(super) output: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    pub(super) force: bool,
}
