//! Annotations of a GitHub workflow: a line a finding, in the form of workflow commands.

use std::fmt::Write;

use resume::{Report, ReportedFinding, Severity};

use super::commands;
use crate::exit::Failure;

/// One line a finding, then one with the grade.
///
/// A document has no lines that a workflow could show: its findings say page and line.
pub(crate) fn render(report: &Report, document: bool) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        text += &annotation(&report.file, finding, document);
    }
    let axes = report.axes;
    let title = format!(
        "vitae: {} of 100 as {}, {}",
        report.overall.floor(),
        report.stage,
        report.verdict.as_str()
    );
    let message = format!(
        "scope {}, evidence {}, depth {}",
        axes.scope.floor(),
        axes.evidence.floor(),
        axes.depth.floor()
    );
    text + &command("notice", &[("file", &report.file), ("title", &title)], &message)
}

/// The line of a finding.
pub(super) fn annotation(file: &str, finding: &ReportedFinding, document: bool) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut message = finding.message.clone();
    if let Some(hint) = &finding.hint {
        let _ = write!(message, "\nhelp: {hint}");
    }
    if document {
        let place = super::on_paper(finding);
        let message = if place.is_empty() { message } else { format!("{place}: {message}") };
        return command(level, &[("file", file), ("title", &finding.rule)], &message);
    }
    let (line, column) = (finding.line.to_string(), finding.column.to_string());
    let place = [("file", file), ("line", &line), ("col", &column), ("title", &finding.rule)];
    command(level, &place, &message)
}

/// A line that tells something about `file` as a whole.
pub(super) fn notice(file: &str, title: &str, message: &str) -> String {
    command("notice", &[("file", file), ("title", title)], message)
}

/// The error of a run about `file`.
pub(crate) fn failure(failure: &Failure, file: &str) -> String {
    let hint = commands::hint(failure).map(|hint| format!("\nhelp: {hint}"));
    let message = failure.message.clone() + &hint.unwrap_or_default();
    let Some(place) = &failure.place else {
        return command("error", &[("file", file), ("title", "vitae cannot run")], &message);
    };
    let (line, column) = (place.location.line.to_string(), place.location.column.to_string());
    let title = "vitae cannot run";
    let place =
        [("file", place.file.as_str()), ("line", &line), ("col", &column), ("title", title)];
    command("error", &place, &message)
}

/// `::level key=value,key=value::message`, with the escapes that the runner undoes. Standard input
/// has no file to show anything in.
fn command(level: &str, properties: &[(&str, &str)], message: &str) -> String {
    let properties: Vec<String> = properties
        .iter()
        .filter(|(key, value)| !(*key == "file" && *value == "-"))
        .map(|(key, value)| format!("{key}={}", property(value)))
        .collect();
    format!("::{level} {}::{}\n", properties.join(","), data(message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(properties: &[(&str, &str)], message: &str, expected: &str) {
        assert_eq!(command("warning", properties, message), format!("{expected}\n"));
    }

    #[test]
    fn what_would_end_a_command_is_escaped() {
        check(
            &[("file", "cv.yaml"), ("line", "3")],
            "a: b, c",
            "::warning file=cv.yaml,line=3::a: b, c",
        );
        check(
            &[("title", "a:b,c%d")],
            "50 %\r\nmore",
            "::warning title=a%3Ab%2Cc%25d::50 %25%0D%0Amore",
        );
        check(&[("title", "%3A")], "%0A", "::warning title=%253A::%250A");
        check(&[("file", "-"), ("line", "1")], "x", "::warning line=1::x");
        check(
            &[("file", "a::b\n::error::x.yaml")],
            "x",
            "::warning file=a%3A%3Ab%0A%3A%3Aerror%3A%3Ax.yaml::x",
        );
    }
}
