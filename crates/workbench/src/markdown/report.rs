//! A whole report as Markdown.

use std::fmt::Write;

use resume::{Axis, Report, ReportedFinding, Severity};
use roles::Bar;

use super::{cell, code, escaped, row, table};
use crate::earlier;
use crate::{number, on_paper, one_line, shown_name};

/// The report of a resume, to read, to attach or to paste into a pull request, with a line end at
/// its end. `bar` is what it was measured against.
pub fn report(report: &Report, bar: Option<&Bar>) -> String {
    let mut text = heading(report, bar);
    text += &axes(report, bar);
    text += &changes(report);
    text += &findings(report);
    text += &criteria(report);
    text += &bullets(report);
    text += &next_steps(report);
    let _ = write!(
        text,
        "\n---\n\nRubric {} ({}), page {}, as of {}.",
        escaped(&report.rubric.version),
        code(&report.rubric.fingerprint),
        code(&report.page),
        escaped(&report.as_of)
    );
    if let Some(config) = &report.config {
        let _ = write!(text, " Settings of {}.", code(config));
    }
    text + "\n"
}

fn heading(report: &Report, bar: Option<&Bar>) -> String {
    let bar = bar.map(|bar| format!("; the bar is {}", bar.advance)).unwrap_or_default();
    let variant = report.variant.as_ref().map(|name| format!(", variant {}", escaped(name)));
    let mut text = format!(
        "# {}{}: {} of 100, {}\n\nGraded as **{}** ({}){bar}. ",
        escaped(shown_name(&report.file)),
        variant.unwrap_or_default(),
        report.overall.floor(),
        report.verdict.as_str(),
        report.stage,
        escaped(&report.stage_reason)
    );
    let found = report.readiness;
    let ready = if found.ready { "Ready to send" } else { "Not ready to send" };
    let _ = write!(
        text,
        "{ready}: errors {}, warnings {}, notes {}",
        found.errors, found.warnings, found.infos
    );
    if !report.allowed.is_empty() {
        let _ = write!(text, ", allowed {}", report.allowed.len());
    }
    text += ".\n";
    for cap in &report.caps {
        let (rule, most) = (code(&cap.rule), cap.overall);
        let _ = writeln!(text, "\n> {rule} holds the grade at {most} at most until it is gone.");
    }
    text
}

fn axes(report: &Report, bar: Option<&Bar>) -> String {
    let mut text = table(&["axis", "points", "needs at least", "taken by findings"]);
    for axis in Axis::ALL {
        let taken: f64 = report.penalties.iter().filter(|p| p.axis == axis).map(|p| p.points).sum();
        let least = bar.map(|bar| number(bar.advance_axis)).unwrap_or_default();
        row(&mut text, &[axis.to_string(), number(report.axes.get(axis)), least, number(taken)]);
    }
    text
}

fn changes(report: &Report) -> String {
    let Some(change) = &report.baseline else { return String::new() };
    let mut text = format!("\n## Since {}\n\n", escaped(&change.file));
    for cause in earlier::causes(change, report) {
        let _ = writeln!(text, "- {}", escaped(&cause));
    }
    text += &table(&["", "was", "now"]);
    for (name, change) in earlier::moves(change) {
        row(&mut text, &[name.to_owned(), number(change.was), number(change.now)]);
    }
    for criterion in &change.criteria {
        let points = criterion.points;
        if !points.is() {
            continue;
        }
        row(&mut text, &[criterion.id.clone(), number(points.was), number(points.now)]);
    }
    for (title, list) in [
        ("New", &change.new),
        ("Fixed", &change.fixed),
        ("Now allowed", &change.allowed),
        ("No longer shown, since the rule is off", &change.hidden),
    ] {
        if !list.is_empty() {
            let _ = writeln!(text, "\n{title}:\n");
        }
        for one in list {
            let message = escaped(&one_line(&one.message));
            let _ = writeln!(text, "- {} {message} ({})", code(&one.rule), code(&one.path));
        }
    }
    text
}

/// Findings by level, each level with a heading and a table.
fn by_level(findings: &[ReportedFinding]) -> String {
    let mut text = String::new();
    for (severity, title) in
        [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Info, "Notes")]
    {
        let mut of_level =
            findings.iter().filter(|finding| finding.severity == severity).peekable();
        if of_level.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "\n## {title}");
        text += &table(&["line", "rule", "what is wrong", "what to do"]);
        for finding in of_level {
            let mut hint = finding.hint.clone().unwrap_or_default();
            if let Some(rewrite) = &finding.rewrite {
                let _ = write!(hint, " For example: {rewrite}");
            }
            row(
                &mut text,
                &[line_of(finding), code(&finding.rule), cell(&finding.message), cell(&hint)],
            );
        }
    }
    text
}

/// A checked job: what was found, with a line end at its end.
pub fn job_report(
    file: &str,
    title: Option<&str>,
    counts: &str,
    ready: bool,
    findings: &[ReportedFinding],
    as_of: &str,
) -> String {
    let title = title.map_or_else(|| escaped(file), |title| escaped(&one_line(title)));
    let ready = if ready { "Ready to post" } else { "Not ready to post" };
    let mut text = format!("# {title}\n\n{}. {ready}: {counts}.\n", code(file));
    text += &by_level(findings);
    let _ = write!(text, "\n---\n\nAs of {}.\n", escaped(as_of));
    text
}

fn findings(report: &Report) -> String {
    let mut text = by_level(&report.findings);
    if !report.allowed.is_empty() {
        text += "\n## Allowed in the file\n";
        text += &table(&["line", "rule", "what was found", "why it may stay"]);
        for allowed in &report.allowed {
            let finding = &allowed.finding;
            row(
                &mut text,
                &[
                    line_of(finding),
                    code(&finding.rule),
                    cell(&finding.message),
                    cell(&allowed.reason),
                ],
            );
        }
    }
    text
}

fn criteria(report: &Report) -> String {
    let mut text = String::from("\n## Where the points come from\n");
    for axis in Axis::ALL {
        let _ = writeln!(text, "\n### {axis}");
        text += &table(&["", "criterion", "facts", "need", "points", "words"]);
        for criterion in report.criteria.iter().filter(|criterion| criterion.axis == axis) {
            let quotes: Vec<String> = criterion
                .quotes
                .iter()
                .map(|quote| {
                    let line =
                        quote.line.map_or_else(String::new, |line| format!(" (line {line})"));
                    format!("\"{}\"{line}", cell(&quote.text))
                })
                .collect();
            row(
                &mut text,
                &[
                    criterion.id.clone(),
                    cell(&criterion.title),
                    number(criterion.n),
                    criterion.need.map_or_else(|| "not asked for".to_owned(), number),
                    number(criterion.points),
                    quotes.join("<br>"),
                ],
            );
        }
        for penalty in report.penalties.iter().filter(|penalty| penalty.axis == axis) {
            let _ = writeln!(
                text,
                "\n{} takes {} points ({}x).",
                code(&penalty.rule),
                number(penalty.points),
                penalty.count
            );
        }
    }
    text
}

fn bullets(report: &Report) -> String {
    if report.bullets.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n## Bullets\n");
    text += &table(&["line", "score", "scope", "evidence", "depth", "bullet"]);
    for bullet in &report.bullets {
        let points = |points: f64| points.floor().to_string();
        row(
            &mut text,
            &[
                bullet.line.to_string(),
                points(bullet.score),
                points(bullet.axes.scope),
                points(bullet.axes.evidence),
                points(bullet.axes.depth),
                cell(&bullet.text),
            ],
        );
    }
    text
}

fn next_steps(report: &Report) -> String {
    if report.next.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n## Next, the cheapest first\n\n");
    for (index, step) in report.next.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", index + 1, cell(step));
    }
    text
}

/// The line of a finding, and its page where there are pages.
fn line_of(finding: &ReportedFinding) -> String {
    match finding.page {
        Some(_) => on_paper(finding),
        None => finding.line.to_string(),
    }
}
