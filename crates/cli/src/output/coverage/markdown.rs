//! As Markdown, to attach or to paste.

use std::fmt::Write;

use resume::coverage::{Covered, RequirementKind};
use workbench::markdown::{code, escaped};

use super::{Shown, all_in_all, ceiling, in_words};
use crate::output::axes::one_line;
use crate::output::shown_name;

/// The whole result.
pub(crate) fn markdown(shown: &Shown<'_>) -> String {
    let coverage = shown.coverage;
    let title = shown.title.map(|title| format!(", {}", escaped(&one_line(title))));
    let mut text = format!(
        "# {}: {} of 100\n\nCompared with {}{}, as of {}. A machine that looks for the exact words \
         of the job finds {} of 100.\n",
        escaped(&shown.resume_name()),
        coverage.fit,
        escaped(shown_name(shown.job)),
        title.unwrap_or_default(),
        shown.as_of,
        coverage.literal
    );
    if let Some(ceiling) = ceiling(coverage) {
        let _ = writeln!(text, "\n> {}", escaped(&ceiling));
    }
    for kind in RequirementKind::ALL {
        let heading = match kind {
            RequirementKind::Must => "Must",
            RequirementKind::Nice => "Nice to have",
            RequirementKind::Duty => "Duties",
        };
        for (at, one) in coverage.of_kind(kind).enumerate() {
            if at == 0 {
                let _ = writeln!(text, "\n## {heading}\n");
            }
            requirement(&mut text, one);
        }
    }
    text
}

fn requirement(text: &mut String, one: &Covered) {
    let _ = writeln!(
        text,
        "- **{}** ({}): {}, weight {:.1} %",
        escaped(&one_line(&one.text)),
        escaped(&one.id),
        escaped(&all_in_all(one)),
        100.0 * one.weight
    );
    if one.skills.len() > 1 {
        for skill in &one.skills {
            let _ = writeln!(text, "  - {}: {}", escaped(&skill.name), escaped(&in_words(skill)));
        }
    }
    for note in &one.notes {
        let _ = writeln!(text, "  - {}", escaped(note));
    }
    for quote in &one.quotes {
        let line = quote.line.map(|line| format!(" (line {line})")).unwrap_or_default();
        let said = escaped(&one_line(&quote.text));
        let _ =
            writeln!(text, "  - {}{line}: \u{201c}{said}\u{201d}", code(&quote.path.to_string()));
    }
    if let Some(action) = &one.action {
        let _ = writeln!(text, "  - *To do:* {}", escaped(action));
    }
}
