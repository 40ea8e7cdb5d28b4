//! The subcommands, one file each: its arguments, its help, what it does.

mod backup;
mod build;
mod check;
mod completions;
mod diff;
pub(crate) mod doctor;
mod examples;
mod explain;
mod export;
mod fit;
mod fix;
mod guide;
mod impact;
mod import;
mod job;
mod letter;
mod lsp;
mod r#match;
mod new;
mod parse;
mod prepare;
mod rank;
mod scan;
mod schema;
mod serve;
mod skills;
mod tailor;
mod templates;
mod watch;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use resume::Stage;

use crate::exit::{Exit, Failure};
pub(crate) use parse::Format as ParseFormat;

/// The hiring compiler for backend engineers: checks a resume, says why, typesets it.
///
/// The source is JSON Resume 1.0 written as YAML or JSON; documents are read, too. Everything
/// happens on this machine.
#[derive(Debug, Parser)]
#[command(
    name = "vitae",
    version,
    max_term_width = 80,
    disable_help_subcommand = true,
    after_help = "\
Examples:
  vitae new --stage mid     write resume.yaml, a complete example to edit
  vitae check               findings and grade of resume.yaml
  vitae fix                 make the changes a program may make
  vitae scan                what a reader sees in the first eight seconds
  vitae parse cv.pdf        what a machine reads in a PDF, DOCX or text
  vitae check cv.pdf        findings and grade of what it reads
  vitae skills job.md       the skills a text names
  vitae build               typeset resume.yaml to resume.pdf
  vitae letter              typeset letter.yaml in the same look
  vitae diff a.yaml b.pdf   what two resumes say differently
  vitae fit --pages 1       what to leave out for one page, and what it costs
  vitae job new             a job to edit; `vitae job check` says what is missing
  vitae match cv.yaml job.yaml  what the page shows of a job, and what it does not
  vitae watch --open        pages and findings in a browser while you write
  vitae serve --open        the web app: drop a file, see the verdict
  vitae guide --stage mid   a career, stage by stage; gaps and next steps
  vitae impact people.csv   selection rates and scores of groups, compared
  vitae prepare             what a panel will ask about each line
  vitae explain             list all rules and criteria
  vitae examples            resumes and lines to learn from
  vitae templates           the looks a page can have

Exit codes: 0 clean, 1 findings at or above the gate, 2 cannot run"
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do; each command's help stands with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Args),
    Fix(fix::Args),
    Build(build::Args),
    Letter(letter::Args),
    Job(job::Args),
    Diff(diff::Args),
    Fit(fit::Args),
    Match(r#match::Args),
    Tailor(tailor::Args),
    Rank(rank::Args),
    Watch(watch::Args),
    Serve(serve::Args),
    Backup(backup::Args),
    Export(export::Args),
    Import(import::Args),
    Guide(guide::Args),
    Impact(impact::Args),
    Scan(scan::Args),
    Parse(parse::Args),
    Prepare(prepare::Args),
    Explain(explain::Args),
    Examples(examples::Args),
    New(new::Args),
    Templates(templates::Args),
    Skills(skills::Args),
    Schema(schema::Args),
    Lsp(lsp::Args),
    Doctor(doctor::Args),
    Completions(completions::Args),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::Check(args) => check::run(&args),
            Self::Fix(args) => fix::run(&args),
            Self::Build(args) => build::run(&args),
            Self::Letter(args) => letter::run(&args),
            Self::Job(args) => job::run(&args),
            Self::Diff(args) => diff::run(&args),
            Self::Fit(args) => fit::run(&args),
            Self::Match(args) => r#match::run(&args),
            Self::Tailor(args) => tailor::run(&args),
            Self::Rank(args) => rank::run(&args),
            Self::Guide(args) => guide::run(&args),
            Self::Impact(args) => impact::run(&args),
            Self::Watch(args) => watch::run(&args),
            Self::Serve(args) => serve::run(&args),
            Self::Backup(args) => backup::run(&args),
            Self::Export(args) => export::run(&args),
            Self::Import(args) => import::run(&args),
            Self::Scan(args) => scan::run(&args),
            Self::Parse(args) => parse::run(&args),
            Self::Prepare(args) => prepare::run(&args),
            Self::Explain(args) => explain::run(&args),
            Self::Examples(args) => examples::run(&args),
            Self::New(args) => new::run(&args),
            Self::Templates(args) => templates::run(&args),
            Self::Skills(args) => skills::run(&args),
            Self::Schema(args) => schema::run(&args),
            Self::Lsp(args) => lsp::run(&args),
            Self::Doctor(args) => doctor::run(&args),
            Self::Completions(args) => completions::run(&args),
        }
    }
}

/// A whole number from 0 to 100.
fn score(text: &str) -> Result<u8, String> {
    let score = text.parse().ok().filter(|score| *score <= 100);
    score.ok_or_else(|| "a grade is a whole number from 0 to 100".to_owned())
}

/// The words for stages, as an argument.
pub(crate) fn stage() -> impl TypedValueParser<Value = Stage> {
    PossibleValuesParser::new(Stage::ALL.map(Stage::as_str))
        .try_map(|word| word.parse::<Stage>().map_err(StageError))
}

/// Why a word is no stage, in the form clap asks for.
#[derive(Debug)]
struct StageError(String);

impl std::fmt::Display for StageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StageError {}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_declared_consistently() {
        super::Cli::command().debug_assert();
    }
}
