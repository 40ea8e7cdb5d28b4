//! What changed since an earlier report, and why.

use std::fmt::Write;

use resume::{Comparison, Move, Noted, Report};
use workbench::earlier::{causes, moves};
use workbench::{number, one_line};

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
