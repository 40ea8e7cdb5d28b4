//! The text as the file stores it, and what a reader loses who takes it so.

use std::fmt::Write;

use document::{Document, Loss};

use super::with_line_end;
use crate::output::screen::Screen;
use crate::output::style::{BAD, FAINT, GOOD, STRONG, paint};

/// The stored text, then the difference in words.
pub(super) fn render(document: &Document, screen: &Screen) -> String {
    let mut text = with_line_end(document.naive.clone());
    let rule = "-".repeat(screen.width.min(60));
    let _ = writeln!(text, "{}", paint(FAINT, rule));
    let losses = document.losses();
    if losses.is_empty() {
        let words = "no difference: a reader that takes the text as it is stored sees what you see";
        let _ = writeln!(text, "{}", paint(GOOD, words));
    }
    losses.iter().fold(text, |text, loss| text + &told(loss, screen.width))
}

/// A kind of loss: how often, what it costs, examples.
fn told(loss: &Loss, width: usize) -> String {
    let options = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("    ");
    let wrapped = |text: &str| textwrap::fill(text, options.clone());
    let mut text = format!("{}\n{}\n", paint(STRONG, paint(BAD, &loss.title)), wrapped(loss.cost));
    for example in &loss.examples {
        let _ = writeln!(text, "{}", paint(FAINT, wrapped(example)));
    }
    if loss.more > 0 {
        let _ = writeln!(text, "{}", paint(FAINT, format_args!("  and {} more", loss.more)));
    }
    text
}
