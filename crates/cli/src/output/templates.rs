//! The templates for people: what each looks like, and whom it is for.

use std::fmt::Write;

use typeset::templates;

use super::screen::Screen;
use super::style::{NAME, paint};

/// Two paragraphs a template.
pub(crate) fn list(screen: &Screen) -> String {
    let longest = templates().iter().map(|template| template.name.len()).max().unwrap_or(0);
    let indent = " ".repeat(longest + 2);
    let options =
        textwrap::Options::new(screen.width).initial_indent(&indent).subsequent_indent(&indent);
    let mut text = String::new();
    for template in templates() {
        let columns = if template.columns == 1 { "one column" } else { "two columns" };
        let about = format!("{}. {}, {columns}.", template.summary, template.font.name);
        let name = paint(NAME, format_args!("{:<longest$}", template.name));
        let _ = writeln!(text, "{name}  {}", textwrap::fill(&about, &options).trim_start());
        let good_for = format!("Good for: {}.", template.good_for);
        let _ = writeln!(text, "{}", textwrap::fill(&good_for, &options));
    }
    text
}
