//! The Markdown of rule documentation, for a terminal: headings, paragraphs, lists, fenced
//! examples and code in running text. Anything else is shown as written.

use super::style::{FAINT, NAME, STRONG, paint};

/// Columns of running text.
const WIDTH: usize = 80;

/// Renders `markdown`, with a line end at its end.
pub(crate) fn render(markdown: &str) -> String {
    let mut page = Page::default();
    let mut fenced = false;
    for line in markdown.lines() {
        if let Some(info) = line.trim_start().strip_prefix("```") {
            page.end_paragraph();
            fenced = !fenced;
            if fenced {
                page.example_label(info);
            }
        } else if fenced {
            page.line(&format!("    {line}"));
        } else if line.trim().is_empty() {
            page.end_paragraph();
            page.blank();
        } else if line.starts_with('#') {
            page.end_paragraph();
            page.line(&paint(STRONG, line.trim_start_matches('#').trim()));
        } else if line.starts_with("- ") || line.starts_with("* ") {
            page.end_paragraph();
            page.paragraph.push(line.to_owned());
        } else {
            page.paragraph.push(line.trim().to_owned());
        }
    }
    page.end_paragraph();
    page.text.truncate(page.text.trim_end().len());
    page.text.push('\n');
    page.text
}

/// Text so far, and the paragraph being read.
#[derive(Default)]
struct Page {
    text: String,
    paragraph: Vec<String>,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// One blank line at most, none at the top.
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Words after the first of an example's info string say what becomes of it, and at which
    /// stage: `bullets,flagged`, `yaml,clean,senior`, `bullets,flagged-together`.
    fn example_label(&mut self, info: &str) {
        let mut words = info.split(',').skip(1).map(str::trim);
        let label = match words.next() {
            Some(label @ ("flagged" | "clean")) => label,
            Some("flagged-together") => "flagged, as a group",
            _ => return,
        };
        let stage = words.next().map(|stage| format!(" at {stage}")).unwrap_or_default();
        self.blank();
        self.line(&paint(FAINT, format_args!("{label}{stage}:")));
    }

    fn end_paragraph(&mut self) {
        if self.paragraph.is_empty() {
            return;
        }
        let paragraph = std::mem::take(&mut self.paragraph).join(" ");
        let options = textwrap::Options::new(WIDTH)
            .subsequent_indent(if paragraph.starts_with(['-', '*']) { "  " } else { "" });
        // Styles have no width, so code is marked after the lines are broken.
        let filled = textwrap::fill(&paragraph, options);
        let styled = inline_code(&filled);
        self.line(&styled);
    }
}

/// Styles what stands between backticks, and drops the backticks of whole pairs.
fn inline_code(text: &str) -> String {
    let parts: Vec<_> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text.to_owned();
    }
    let styled = parts
        .iter()
        .enumerate()
        .map(|(index, part)| if index % 2 == 1 { paint(NAME, part) } else { (*part).to_owned() });
    styled.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        let plain = anstream::adapter::strip_str(&render(markdown)).to_string();
        assert_eq!(plain, expected);
    }

    #[test]
    fn documentation_reads_well_without_markup() {
        check("Plain.", "Plain.\n");
        check("\n\nOne\ntwo.\n\n\nThree.\n\n", "One two.\n\nThree.\n");
        check("## Why\nBecause `it` is.", "Why\nBecause it is.\n");
        check("- a\n- b\n  c", "- a\n- b c\n");
        check("An odd ` stays.", "An odd ` stays.\n");
        check(
            "```resume,flagged\n- Did *things*\n\n- `x`\n```\n\nText.",
            "flagged:\n    - Did *things*\n\n    - `x`\n\nText.\n",
        );
        check("```yaml\na: b\n```", "    a: b\n");
        check("```x,flagged\na\n```\n```x,clean\nb\n```", "flagged:\n    a\n\nclean:\n    b\n");
    }

    #[test]
    fn long_paragraphs_are_broken_at_80_columns() {
        let text = render(&"word ".repeat(40));
        assert!(text.lines().count() > 1);
        assert!(text.lines().all(|line| line.len() <= WIDTH), "{text}");
    }
}
