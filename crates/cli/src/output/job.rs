//! Checked jobs in every format, and the list of jobs to begin with.

use std::fmt::Write;

use extract::Format as FileFormat;
use resume::{Job, Readiness, ReportedFinding, SourceMap};
use roles::job_templates;
use serde::Serialize;

use super::screen::Screen;
use super::snippet::{self, Marked, Paper};
use super::style::{BAD, FAINT, GOOD, NAME, STRONG, paint};
use super::{Format, github, json, sarif, shown_name};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-job-check/1";

/// A job with what was found in it.
pub(crate) struct Checked {
    /// The file as people call it; `-` for standard input.
    pub(crate) file: String,
    /// The day that stood for "today".
    pub(crate) as_of: String,
    /// Findings by level.
    pub(crate) readiness: Readiness,
    /// What was found, in the order of the source.
    pub(crate) findings: Vec<ReportedFinding>,
    /// The form of the file; `None` for a document.
    pub(crate) format: Option<FileFormat>,
    /// The file of settings that was read.
    pub(crate) config: Option<String>,
    /// The job.
    pub(crate) job: Job,
    /// Where its values stand.
    pub(crate) source_map: SourceMap,
}

/// The jobs in one of the formats, with a line end at its end.
pub(crate) fn render(format: Format, checked: &[Checked], screen: &Screen) -> String {
    match format {
        Format::Human => human(checked, screen),
        Format::Json => json::render(&Report::of(checked)),
        Format::Sarif => sarif::jobs(checked),
        Format::Github => checked.iter().map(annotations).collect(),
        Format::Markdown => checked.iter().map(markdown).collect::<Vec<_>>().join("\n"),
    }
}

/// What `vitae job check --format json` prints. Keys are only ever added.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    format: &'static str,
    jobs: Vec<ReportedJob<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportedJob<'a> {
    file: &'a str,
    title: Option<&'a str>,
    as_of: &'a str,
    /// True when there is no error.
    ready: bool,
    errors: usize,
    warnings: usize,
    infos: usize,
    config: Option<&'a str>,
    findings: &'a [ReportedFinding],
}

impl<'a> Report<'a> {
    fn of(checked: &'a [Checked]) -> Self {
        let jobs = checked.iter().map(|checked| {
            let Readiness { ready, errors, warnings, infos } = checked.readiness;
            ReportedJob {
                file: &checked.file,
                title: checked.job.title.as_deref(),
                as_of: &checked.as_of,
                ready,
                errors,
                warnings,
                infos,
                config: checked.config.as_deref(),
                findings: &checked.findings,
            }
        });
        Self { format: FORMAT, jobs: jobs.collect() }
    }
}

fn human(checked: &[Checked], screen: &Screen) -> String {
    let mut text = String::new();
    for one in checked {
        let is_document = one.format.is_none();
        for finding in &one.findings {
            let mut marked = Marked::from(finding);
            // The hint says the same; nothing makes the change yet.
            marked.fix = None;
            marked.paper = is_document.then(|| Paper {
                place: super::on_paper(finding),
                quoted: !finding.path.is_empty(),
            });
            text += &snippet::finding(&marked, &one.file, one.source_map.text(), screen);
            text += "\n\n";
        }
    }
    for one in checked {
        let (style, word) =
            if one.readiness.ready { (GOOD, "ready to post") } else { (BAD, "not ready to post") };
        let name = paint(STRONG, shown_name(&one.file));
        let config = one.config.as_ref().map(|file| format!(", settings of {file}"));
        let as_of = paint(FAINT, format!("(as of {}{})", one.as_of, config.unwrap_or_default()));
        let _ = writeln!(text, "{name}: {}, {} {as_of}", paint(style, word), counts(one));
    }
    let gravest = checked.iter().flat_map(|one| &one.findings).rev().max_by_key(|one| one.severity);
    if let Some(finding) = gravest {
        let command = paint(NAME, format_args!("vitae explain {}", finding.rule));
        let _ = writeln!(text, "\n{command} tells why a rule matters");
    }
    text
}

/// `2 errors, 1 note`.
fn counts(checked: &Checked) -> String {
    let Readiness { errors, warnings, infos, .. } = checked.readiness;
    let counts: Vec<String> = [(errors, "error"), (warnings, "warning"), (infos, "note")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") }
}

fn annotations(checked: &Checked) -> String {
    let is_document = checked.format.is_none();
    let lines = checked.findings.iter();
    let lines = lines.map(|finding| github::annotation(&checked.file, finding, is_document));
    let text: String = lines.collect();
    let title = format!("vitae: {}", shown_name(&checked.file));
    text + &github::notice(&checked.file, &title, &counts(checked))
}

fn markdown(checked: &Checked) -> String {
    let title = checked.job.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    workbench::markdown::job_report(
        shown_name(&checked.file),
        title,
        &counts(checked),
        checked.readiness.ready,
        &checked.findings,
        &checked.as_of,
    )
}

/// The jobs to begin with, a line each.
pub(crate) fn templates(screen: &Screen) -> String {
    let longest = job_templates().iter().map(|one| one.family.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", paint(STRONG, "jobs to edit"));
    for one in job_templates() {
        let title = one.yaml.lines().find_map(|line| line.strip_prefix("title: "));
        let family = paint(NAME, format_args!("{:<longest$}", one.family));
        let stage = format!("{:<6}", one.stage.as_str());
        let line = format!("  {family}  {stage}  {}", title.unwrap_or_default());
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let end = "vitae job new --role ROLE --stage STAGE writes one";
    let _ = writeln!(text, "\n{}", textwrap::fill(end, screen.width));
    text
}
