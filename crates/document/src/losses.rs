//! What a reader loses that takes the text of a document as the file stores it, in words.

use crate::difference::Difference;
use crate::{Document, Hidden, Veil};

/// Examples of one kind of loss.
const EXAMPLES: usize = 3;
/// Words named of many.
const WORDS: usize = 12;
/// Characters of an example; a longer one is cut.
const LONGEST: usize = 50;

/// One kind of loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// How often, and what: `2 words lost`.
    pub title: String,
    /// What it costs, in sentences.
    pub cost: &'static str,
    /// Some of them, each in a line of its own.
    pub examples: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

impl Document {
    /// What a plain reader loses; nothing for a document whose text is stored as it is seen.
    pub fn losses(&self) -> Vec<Loss> {
        let difference = Difference::of(self);
        let lines = of_lines(&difference).into_iter();
        lines.chain(of_words(&difference)).chain(of_hidden(&self.hidden)).collect()
    }
}

fn of_lines(difference: &Difference) -> Option<Loss> {
    if !difference.torn.is_empty() {
        let all = difference.torn.len();
        let words = count(all, "line of two columns", "lines of two columns");
        return Some(Loss {
            title: format!("{words} mixed"),
            cost: "What stands side by side comes as one line, so both columns are torn.",
            examples: difference.torn.iter().take(EXAMPLES).map(|line| quoted(line)).collect(),
            more: all.saturating_sub(EXAMPLES),
        });
    }
    // A torn line moves what follows; said once is enough.
    let all = difference.moved.len();
    let moved = |(line, after): &(String, String)| {
        format!("{} comes after {}", quoted(line), quoted(after))
    };
    (all > 0).then(|| Loss {
        title: format!("the order changes at {}", count(all, "place", "places")),
        cost: "Text is stored in another order than it is read in, so a line may end up under the \
               wrong heading.",
        examples: difference.moved.iter().take(EXAMPLES).map(moved).collect(),
        more: all.saturating_sub(EXAMPLES),
    })
}

fn of_words(difference: &Difference) -> impl Iterator<Item = Loss> {
    let kinds = [
        (
            &difference.missing,
            ("word lost", "words lost"),
            "They are seen on the page, and a plain reader gets something else or nothing: letters \
             without a mapping, or text that is drawn and not written.",
        ),
        (
            &difference.joined,
            ("word with joined letters", "words with joined letters"),
            "Two letters are stored as one character, so a search for the word does not find it.",
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
    ];
    kinds.into_iter().filter(|(words, ..)| !words.is_empty()).map(|(words, (one, many), cost)| {
        let shown: Vec<String> = words.iter().take(WORDS).map(|word| short(word)).collect();
        Loss {
            title: count(words.len(), one, many),
            cost,
            examples: vec![shown.join(", ")],
            more: words.len().saturating_sub(WORDS),
        }
    })
}

fn of_hidden(hidden: &[Hidden]) -> Option<Loss> {
    let told = |one: &Hidden| {
        format!("page {}, {}: {}", one.page + 1, one.veil.as_str(), quoted(&one.text))
    };
    let texts = count(hidden.len(), "text", "texts");
    (!hidden.is_empty()).then(|| Loss {
        title: format!("{texts} that a machine reads and nobody sees"),
        cost: "It counts for nothing here. Is it there on purpose?",
        examples: hidden.iter().take(EXAMPLES).map(told).collect(),
        more: hidden.len().saturating_sub(EXAMPLES),
    })
}

impl Veil {
    /// How a text is hidden, in words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameColor => "in the color of its ground",
            Self::Tiny => "too small to read",
            Self::NoInk => "drawn without ink",
            Self::Transparent => "transparent",
            Self::OffPage => "outside the page",
            Self::Clipped => "cut away",
            Self::Covered => "painted over",
            Self::LayerOff => "in a layer that is switched off",
            Self::Marked => "marked as hidden",
            Self::Shapeless => "in characters without a shape",
            Self::Replacement => "a replacement that says something else",
            Self::Metadata => "in the file's description",
        }
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn quoted(text: &str) -> String {
    let shown: String = short(text).chars().filter(|c| !c.is_control()).collect();
    format!("\"{shown}\"")
}

/// A text in one line, cut when it is long.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}
