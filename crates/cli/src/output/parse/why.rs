//! What every field was chosen from, and why.

use std::fmt::Write;

use extract::{Action, Candidate, Decision};
use workbench::editable::percent;

use crate::input::Opened;
use crate::output::screen::Screen;
use crate::output::style::{FAINT, GOOD, NAME, STRONG, WEAK, paint};

/// Candidates shown of one field.
const MOST: usize = 4;
/// Columns before the text of a candidate.
const INDENT: usize = 11;

/// Field by field, in the order of the page.
pub(super) fn render(opened: &Opened, screen: &Screen) -> String {
    let mut text = String::new();
    let decisions = &opened.decisions;
    for decision in decisions {
        text += &field(decision, screen);
    }
    let review = decisions.iter().filter(|one| one.action() == Action::Review).count();
    let fields = if decisions.len() == 1 { "field" } else { "fields" };
    let _ = writeln!(text, "{} {fields}, {review} to review", decisions.len());
    text
}

fn field(decision: &Decision, screen: &Screen) -> String {
    let (style, action) = match decision.action() {
        Action::Use => (GOOD, "use"),
        Action::Review => (WEAK, "review"),
    };
    let confidence = paint(style, format_args!("{action}, {}", percent(decision.confidence)));
    let mut text = format!("{}  {confidence}\n", paint(NAME, &decision.path));
    for (rank, candidate) in decision.candidates.iter().take(MOST).enumerate() {
        text += &choice(candidate, rank == 0, screen);
    }
    let more = decision.candidates.len().saturating_sub(MOST);
    if more > 0 {
        let _ = writeln!(text, "{:INDENT$}{}", "", paint(FAINT, format_args!("and {more} more")));
    }
    text.push('\n');
    text
}

fn choice(candidate: &Candidate, won: bool, screen: &Screen) -> String {
    let mark = if won { ">" } else { " " };
    let head = format!("  {mark} {:>5.2}  ", candidate.score);
    let indent = " ".repeat(INDENT);
    let wrapped = |text: &str, first: &str| {
        let options =
            textwrap::Options::new(screen.width).initial_indent(first).subsequent_indent(&indent);
        textwrap::fill(text, options)
    };
    let words = candidate.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let value = wrapped(&words, &head);
    let value = if won { paint(STRONG, value) } else { value };
    let reasons = candidate.reasons.join("; ");
    if reasons.is_empty() {
        return format!("{value}\n");
    }
    format!("{value}\n{}\n", paint(FAINT, wrapped(&reasons, &indent)))
}
