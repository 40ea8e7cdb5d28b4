//! Reports as Markdown, and the parts such pages are made of.

mod report;

use std::fmt::Write;

pub use report::{job_report, report};

use crate::one_line;

/// The head of a table.
pub fn table(heads: &[&str]) -> String {
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let mut text = String::from("\n");
    row(&mut text, &heads);
    text + &"|---".repeat(heads.len()) + "|\n"
}

/// One row; cells are escaped already.
pub fn row(text: &mut String, cells: &[String]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// `text` in one line of a table, read as it stands.
pub fn cell(text: &str) -> String {
    escaped(&one_line(text))
}

/// `text` with everything escaped that Markdown would take for markup.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            // A name that a forge would take for a mention of a person.
            '@' => out.push_str("&#64;"),
            _ => out.push(c),
        }
    }
    out
}

/// `text` as code. Rule ids and paths have no backticks; a file's name may.
pub fn code(text: &str) -> String {
    format!("`{}`", one_line(text).replace('`', "'").replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(cell(text), expected);
    }

    #[test]
    fn text_is_shown_as_it_stands() {
        check("plain text, 50 %", "plain text, 50 %");
        check("a | b", "a \\| b");
        check("a\nb", "a b");
        check("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`");
        check("<b>&", "&lt;b>&amp;");
        check("[a](b)", "\\[a\\](b)");
        check("@team", "&#64;team");
        check("C:\\logs", "C:\\\\logs");
        assert_eq!(code("a|b`c"), "`a\\|b'c`");
    }
}
