//! The text as the file stores it, and what a reader loses who takes it so.

use std::fmt::Write;

use document::{Document, Hidden, Veil};

use super::difference::Difference;
use super::with_line_end;
use crate::output::screen::Screen;
use crate::output::style::{BAD, FAINT, GOOD, STRONG, paint};
use workbench::editable::short;

/// Examples of one kind of loss.
const EXAMPLES: usize = 3;
/// Words named of many.
const WORDS: usize = 12;

/// The stored text, then the difference in words.
pub(super) fn render(document: &Document, screen: &Screen) -> String {
    let mut text = with_line_end(document.naive.clone());
    let rule = "-".repeat(screen.width.min(60));
    let _ = writeln!(text, "{}", paint(FAINT, rule));
    let difference = Difference::of(document);
    let mut told = Told { text: String::new(), width: screen.width };
    told.lines(&difference);
    told.words(&difference);
    told.hidden(&document.hidden);
    if told.text.is_empty() && difference.is_empty() {
        let words = "no difference: a reader that takes the text as it is stored sees what you see";
        let _ = writeln!(text, "{}", paint(GOOD, words));
    }
    text + &told.text
}

/// What is said of the difference.
struct Told {
    text: String,
    width: usize,
}

impl Told {
    /// A kind of loss: how often, what it costs, examples.
    fn say(&mut self, head: &str, cost: &str, examples: &[String], more: usize) {
        let _ = writeln!(self.text, "{}", paint(STRONG, paint(BAD, head)));
        let _ = writeln!(self.text, "{}", self.wrapped(cost));
        for example in examples {
            let _ = writeln!(self.text, "{}", paint(FAINT, self.wrapped(example)));
        }
        if more > 0 {
            let _ = writeln!(self.text, "{}", paint(FAINT, format_args!("  and {more} more")));
        }
    }

    fn wrapped(&self, text: &str) -> String {
        let options =
            textwrap::Options::new(self.width).initial_indent("  ").subsequent_indent("    ");
        textwrap::fill(text, options)
    }

    fn lines(&mut self, difference: &Difference) {
        if !difference.torn.is_empty() {
            let quoted: Vec<String> = difference.torn.iter().map(|line| quoted(line)).collect();
            self.say(
                &format!(
                    "{} mixed",
                    count(quoted.len(), "line of two columns", "lines of two columns")
                ),
                "What stands side by side comes as one line, so both columns are torn.",
                &quoted[..quoted.len().min(EXAMPLES)],
                quoted.len().saturating_sub(EXAMPLES),
            );
        }
        // A torn line moves what follows; said once is enough.
        if !difference.moved.is_empty() && difference.torn.is_empty() {
            let all = difference.moved.len();
            let examples: Vec<String> = difference
                .moved
                .iter()
                .take(EXAMPLES)
                .map(|(line, after)| format!("{} comes after {}", quoted(line), quoted(after)))
                .collect();
            self.say(
                &format!("the order changes at {}", count(all, "place", "places")),
                "Text is stored in another order than it is read in, so a line may end up under the \
                 wrong heading.",
                &examples,
                all.saturating_sub(EXAMPLES),
            );
        }
    }

    fn words(&mut self, difference: &Difference) {
        for (words, head, cost) in [
            (
                &difference.missing,
                ("word lost", "words lost"),
                "They are seen on the page, and a plain reader gets something else or nothing: \
                 letters without a mapping, or text that is drawn and not written.",
            ),
            (
                &difference.joined,
                ("word with joined letters", "words with joined letters"),
                "Two letters are stored as one character, so a search for the word does not find \
                 it.",
            ),
            (
                &difference.glued,
                ("word glued together", "words glued together"),
                "The blank between them is drawn and not stored, so a search finds neither.",
            ),
            (
                &difference.spaced,
                ("word in single letters", "words in single letters"),
                "Letters set apart with blanks are no word; a heading is not recognized.",
            ),
            (
                &difference.extra,
                ("word that nobody sees so", "words that nobody sees so"),
                "They are stored, and the page shows something else or nothing there.",
            ),
        ] {
            if words.is_empty() {
                continue;
            }
            let shown: Vec<String> = words.iter().take(WORDS).map(|word| short(word)).collect();
            let more = words.len().saturating_sub(WORDS);
            self.say(&count(words.len(), head.0, head.1), cost, &[shown.join(", ")], more);
        }
    }

    fn hidden(&mut self, hidden: &[Hidden]) {
        if hidden.is_empty() {
            return;
        }
        let examples: Vec<String> = hidden
            .iter()
            .take(EXAMPLES)
            .map(|one| format!("page {}, {}: {}", one.page + 1, veil(one.veil), quoted(&one.text)))
            .collect();
        self.say(
            &format!(
                "{} that a machine reads and nobody sees",
                count(hidden.len(), "text", "texts")
            ),
            "It counts for nothing here. Is it there on purpose?",
            &examples,
            hidden.len().saturating_sub(EXAMPLES),
        );
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn quoted(text: &str) -> String {
    let shown: String = short(text).chars().filter(|c| !c.is_control()).collect();
    format!("\"{shown}\"")
}

/// How a text is hidden, in words.
fn veil(veil: Veil) -> &'static str {
    match veil {
        Veil::SameColor => "in the color of its ground",
        Veil::Tiny => "too small to read",
        Veil::NoInk => "drawn without ink",
        Veil::Transparent => "transparent",
        Veil::OffPage => "outside the page",
        Veil::Clipped => "cut away",
        Veil::Covered => "painted over",
        Veil::LayerOff => "in a layer that is switched off",
        Veil::Marked => "marked as hidden",
        Veil::Shapeless => "in characters without a shape",
        Veil::Replacement => "a replacement that says something else",
        Veil::Metadata => "in the file's description",
    }
}
