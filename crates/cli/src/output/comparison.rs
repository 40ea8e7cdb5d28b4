//! What changed since an earlier report, and why.

use std::fmt::Write;

use resume::{Comparison, Move, Noted, Report};

use super::axes::{number, one_line};
use super::screen::Screen;
use super::shown_name;
use super::style::{BAD, FAINT, GOOD, STRONG, paint};

/// The comparison as a section of the report, with a line end at its end.
pub(super) fn render(comparison: &Comparison, report: &Report, screen: &Screen) -> String {
    let mut text = format!("{}\n", paint(STRONG, format_args!("since {}", comparison.file)));
    for line in causes(comparison, report) {
        let options =
            textwrap::Options::new(screen.width).initial_indent("  ").subsequent_indent("  ");
        let _ = writeln!(text, "{}", textwrap::fill(&line, options));
    }
    for (name, change) in moves(comparison) {
        if change.is() {
            let _ = writeln!(text, "  {name:<9} {}", moved(change));
        }
    }
    for criterion in &comparison.criteria {
        // What the stage asks for can move alone, and is not shown here.
        if !criterion.points.is() && !criterion.n.is() {
            continue;
        }
        let facts = format!("facts {} -> {}", number(criterion.n.was), number(criterion.n.now));
        let _ = writeln!(text, "  {:<9} {}  {}", criterion.id, moved(criterion.points), facts);
    }
    let file = shown_name(&report.file);
    for (word, style, list, file) in [
        ("new", BAD, &comparison.new, file),
        ("fixed", GOOD, &comparison.fixed, "line "),
        ("now allowed", FAINT, &comparison.allowed, "line "),
        ("no longer shown, rule off", FAINT, &comparison.hidden, "line "),
    ] {
        for noted in list {
            let _ = writeln!(
                text,
                "  {} {}",
                paint(style, format_args!("{word:<5}")),
                one(noted, file)
            );
        }
    }
    text
}

/// Why two grades of one page may differ, in sentences.
pub(super) fn causes(comparison: &Comparison, report: &Report) -> Vec<String> {
    let mut causes = Vec::new();
    let rubric = &comparison.rubric;
    causes.push(match (comparison.page_changed, comparison.rubric_changed) {
        (Some(false), false) if same_findings(comparison) => {
            "neither the graded words nor the rubric changed".to_owned()
        }
        (Some(false), false) => {
            "neither the graded words nor the rubric changed; the findings did".to_owned()
        }
        (Some(true), false) => "the page changed, the rubric did not".to_owned(),
        (Some(false), true) => "the rubric changed, the graded words did not".to_owned(),
        (Some(true), true) => "both the page and the rubric changed".to_owned(),
        (None, false) => "the rubric did not change; the earlier report does not tell whether the \
                          page did"
            .to_owned(),
        (None, true) => {
            "the rubric changed; the earlier report does not tell whether the page did".to_owned()
        }
    });
    if comparison.rubric_changed {
        causes.push(format!(
            "rubric: {} ({}), now {} ({})",
            rubric.version, rubric.fingerprint, report.rubric.version, report.rubric.fingerprint
        ));
    }
    if comparison.stage != report.stage {
        causes.push(format!("graded as {} then, as {} now", comparison.stage, report.stage));
    }
    if comparison.as_of != report.as_of {
        causes.push(format!("as of {} then, as of {} now", comparison.as_of, report.as_of));
    }
    for (rules, now) in
        [(&comparison.rules_off, "off now"), (&comparison.rules_on, "no longer off")]
    {
        if !rules.is_empty() {
            causes.push(format!("the settings differ: {} {now}", rules.join(", ")));
        }
    }
    if comparison.verdict != report.verdict {
        let (was, now) = (comparison.verdict.as_str(), report.verdict.as_str());
        causes.push(format!("the verdict was \"{was}\", now it is \"{now}\""));
    }
    causes
}

/// True when the same things are found and shown.
fn same_findings(comparison: &Comparison) -> bool {
    let Comparison { new, fixed, allowed, hidden, .. } = comparison;
    [new, fixed, allowed, hidden].into_iter().all(Vec::is_empty)
}

/// The grade and its axes, then and now.
pub(super) fn moves(comparison: &Comparison) -> [(&'static str, Move); 4] {
    [
        ("overall", comparison.overall),
        ("scope", comparison.scope),
        ("evidence", comparison.evidence),
        ("depth", comparison.depth),
    ]
}

fn moved(change: Move) -> String {
    let by = change.now - change.was;
    let style = match by {
        by if by > 0.0 => GOOD,
        by if by < 0.0 => BAD,
        _ => FAINT,
    };
    let by = paint(style, format_args!("{by:>+6.1}"));
    format!("{:>5.1} -> {:>5.1} {by}", change.was, change.now)
}

fn one(noted: &Noted, file: &str) -> String {
    let colon = if file.ends_with(' ') { "" } else { ":" };
    let message = one_line(&noted.message);
    format!("{}[{}] {file}{colon}{} {message}", noted.severity, noted.rule, noted.line)
}
