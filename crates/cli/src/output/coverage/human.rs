//! For people: musts first, each with the words that show it.

use std::fmt::Write;

use resume::coverage::{Covered, RequirementKind, Status};

use super::{Shown, all_in_all, ceiling, in_words};
use crate::output::screen::Screen;
use crate::output::style::{BAD, FAINT, GOOD, STRONG, WEAK, paint};
use crate::output::{axes, shown_name};

/// Columns before the text of a requirement, and before what is said of it.
const INDENT: usize = 4;

/// The whole result.
pub(crate) fn human(shown: &Shown<'_>, screen: &Screen) -> String {
    let coverage = shown.coverage;
    let mut text = String::new();
    let title = shown.title.map(|title| format!(" ({})", axes::one_line(title)));
    let heading = format!(
        "{} shows {} of 100 of {}{}",
        shown.resume_name(),
        coverage.fit,
        shown_name(shown.job),
        title.unwrap_or_default()
    );
    let _ = writeln!(text, "{}", paint(STRONG, heading));
    if let Some(ceiling) = ceiling(coverage) {
        wrapped(&mut text, &ceiling, 2, screen, |line| paint(BAD, line));
    }
    let literal = format!(
        "a machine that looks for the exact words of the job finds {} of 100",
        coverage.literal
    );
    wrapped(&mut text, &literal, 2, screen, |line| paint(FAINT, line));
    for kind in RequirementKind::ALL {
        let share: f64 = coverage.of_kind(kind).map(|one| one.weight).sum();
        for (at, one) in coverage.of_kind(kind).enumerate() {
            if at == 0 {
                let name = match kind {
                    RequirementKind::Must => "Must",
                    RequirementKind::Nice => "Nice to have",
                    RequirementKind::Duty => "Duties",
                };
                let share = format!("{:.0} % of the result", 100.0 * share);
                let _ = writeln!(text, "\n{}  {}", paint(STRONG, name), paint(FAINT, share));
            }
            requirement(&mut text, shown, one, screen);
        }
    }
    text
}

fn requirement(text: &mut String, shown: &Shown<'_>, one: &Covered, screen: &Screen) {
    let (sign, style) = match one.status {
        Status::Proved | Status::OtherName | Status::Implied => ("+", GOOD),
        Status::Stale | Status::Partly | Status::ListedOnly | Status::Related => ("~", WEAK),
        Status::InMasterOnly | Status::NotStated => ("-", BAD),
        Status::Unverifiable | Status::NotCompared => (".", FAINT),
    };
    let line = format!("{} [{}]", axes::one_line(&one.text), one.id);
    let mut signed = String::new();
    wrapped(&mut signed, &line, INDENT, screen, str::to_owned);
    let _ = write!(text, "  {} {}", paint(style, sign), signed.trim_start());
    let said = all_in_all(one);
    wrapped(text, &said, INDENT + 2, screen, |line| paint(style, line));
    if one.skills.len() > 1 {
        for skill in &one.skills {
            let said = format!("{}: {}", skill.name, in_words(skill));
            wrapped(text, &said, INDENT + 4, screen, str::to_owned);
        }
    }
    for note in &one.notes {
        wrapped(text, note, INDENT + 2, screen, str::to_owned);
    }
    for quote in &one.quotes {
        let place = quote.line.map_or_else(
            || quote.path.to_string(),
            |line| format!("{}:{line}", shown_name(shown.resume)),
        );
        let said = format!("{place}  \"{}\"", axes::one_line(&quote.text));
        wrapped(text, &said, INDENT + 2, screen, |line| paint(FAINT, line));
    }
    if let Some(action) = &one.action {
        wrapped(text, &format!("> {action}"), INDENT + 2, screen, str::to_owned);
    }
}

/// Lines of `said`, each indented and styled.
fn wrapped(
    text: &mut String,
    said: &str,
    indent: usize,
    screen: &Screen,
    style: impl Fn(&str) -> String,
) {
    for line in textwrap::wrap(said, screen.width.saturating_sub(indent).max(20)) {
        let _ = writeln!(text, "{:indent$}{}", "", style(&line));
    }
}
