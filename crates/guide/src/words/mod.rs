//! The guide in words: each result as blocks, which a terminal, Markdown and a page write each in
//! their way.

mod gaps;
mod stages;

pub use gaps::{gaps, next, skill};
pub use stages::{climb, overview, path, paths, pay, stage};

/// A part of a text. Texts are as people wrote them; each form escapes what it must.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What all of it is about.
    Title(String),
    /// A heading.
    Section(String),
    /// A paragraph.
    Text(String),
    /// An entry of a list: what it is about, which may be empty, and a text.
    Item(String, String),
    /// An entry of a list to tick off.
    Check(String),
    /// An entry of a list in order.
    Step(usize, String),
    /// What belongs to the entry above it: what it is, which may be empty, and a text.
    Under(&'static str, String),
    /// Rows of cells under heads; columns after the first hold figures.
    Table(Vec<String>, Vec<Vec<String>>),
    /// A command to type, and what it does.
    Command(String, String),
}

/// A count that may have a fraction, with one digit at most.
fn number(value: f64) -> String {
    // An empty sum is a negative zero.
    let text = format!("{:.1}", value + 0.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
