//! A text as blocks, written for a terminal or as Markdown. For results that are read from top to
//! bottom and look the same in both.

use std::fmt::Write;

use guide::words::Block;
use workbench::markdown::{escaped, row, table};

use super::screen::Screen;
use super::style::{FAINT, NAME, STRONG, paint};

/// For people, with a line end at the end.
pub(crate) fn human(blocks: &[Block], screen: &Screen) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => text += &(paint(STRONG, title) + "\n"),
            Block::Section(title) => text += &["\n", &paint(STRONG, title), "\n"].concat(),
            Block::Text(words) => text += &filled(words, "  ", "  ", screen),
            Block::Item(lead, words) if words.is_empty() => {
                text += &filled(lead, "  - ", "    ", screen);
            }
            Block::Item(lead, words) if lead.is_empty() => {
                text += &filled(words, "  - ", "    ", screen);
            }
            Block::Item(lead, words) => {
                text += &filled(&format!("{lead}: {words}"), "  - ", "    ", screen);
            }
            Block::Check(words) => text += &filled(words, "  [ ] ", "      ", screen),
            Block::Step(number, words) => {
                text += &filled(words, &format!("  {number}. "), "     ", screen);
            }
            Block::Under("", words) => {
                text += &paint(FAINT, filled(words, "      ", "      ", screen).trim_end());
                text.push('\n');
            }
            Block::Under(label, words) => {
                let words = format!("{label}: {words}");
                text += &paint(FAINT, filled(&words, "      ", "        ", screen).trim_end());
                text.push('\n');
            }
            Block::Table(heads, rows) => text += &columns(heads, rows),
            Block::Command(command, does) => {
                let wide = commands_wide(blocks);
                let name = paint(NAME, format_args!("{command:<wide$}"));
                let _ = writeln!(text, "  {name}  {does}");
            }
        }
    }
    text
}

/// As Markdown, with a line end at the end.
pub(crate) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        let listed = |block: &Block| {
            matches!(
                block,
                Block::Item(..)
                    | Block::Check(..)
                    | Block::Step(..)
                    | Block::Under(..)
                    | Block::Command(..)
            )
        };
        if before.is_some_and(|before| !listed(before) || !listed(block)) {
            text.push('\n');
        }
        let _ = match block {
            Block::Title(title) => writeln!(text, "# {}", escaped(title)),
            Block::Section(title) => writeln!(text, "## {}", escaped(&capital(title))),
            Block::Text(words) => writeln!(text, "{}", escaped(words)),
            Block::Item(lead, words) if words.is_empty() => writeln!(text, "- {}", escaped(lead)),
            Block::Item(lead, words) if lead.is_empty() => writeln!(text, "- {}", escaped(words)),
            Block::Item(lead, words) => {
                writeln!(text, "- **{}**: {}", escaped(lead), escaped(words))
            }
            Block::Check(words) => writeln!(text, "- [ ] {}", escaped(words)),
            Block::Step(number, words) => writeln!(text, "{number}. {}", escaped(words)),
            Block::Under("", words) => writeln!(text, "   - {}", escaped(words)),
            Block::Under(label, words) => {
                writeln!(text, "   - *{}*: {}", escaped(label), escaped(words))
            }
            Block::Table(heads, rows) => {
                let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
                text += table(&heads).trim_start();
                for cells in rows {
                    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
                    row(&mut text, &cells);
                }
                Ok(())
            }
            Block::Command(command, does) => writeln!(text, "- `{command}`: {}", escaped(does)),
        };
        before = Some(block);
    }
    text
}

/// Columns for commands, so that what they do stands in one column.
fn commands_wide(blocks: &[Block]) -> usize {
    let commands = blocks.iter().filter_map(|block| match block {
        Block::Command(command, _) => Some(command.chars().count()),
        _ => None,
    });
    commands.max().unwrap_or(0)
}

/// Aligned columns: the first to the left, figures to the right.
fn columns(heads: &[String], rows: &[Vec<String>]) -> String {
    let all = || std::iter::once(heads).chain(rows.iter().map(Vec::as_slice));
    let wide = |at: usize| {
        all().filter_map(|cells| cells.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let wide: Vec<usize> = (0..heads.len()).map(wide).collect();
    let mut text = String::new();
    for cells in all() {
        let mut line = String::from("  ");
        for (at, (cell, wide)) in cells.iter().zip(&wide).enumerate() {
            let _ = if at == 0 {
                write!(line, "{cell:<wide$}")
            } else {
                write!(line, "  {cell:>wide$}")
            };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn filled(text: &str, first: &str, rest: &str, screen: &Screen) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let options =
        textwrap::Options::new(screen.width).initial_indent(first).subsequent_indent(rest);
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    textwrap::fill(&text, options) + "\n"
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks() -> Vec<Block> {
        let text = |text: &str| text.to_owned();
        vec![
            Block::Title(text("a *title*")),
            Block::Text(text("words")),
            Block::Section(text("more")),
            Block::Item(text("lead"), text("words")),
            Block::Under("then", text("a | b")),
            Block::Check(text("tick")),
            Block::Step(2, text("second")),
            Block::Table(vec![text("of"), text("n")], vec![vec![text("x|y"), text("12")]]),
            Block::Command(text("vitae guide"), text("shows it")),
        ]
    }

    #[test]
    fn one_text_in_two_forms() {
        let plain = human(&blocks(), &Screen::file());
        assert_eq!(
            anstream::adapter::strip_str(&plain).to_string(),
            "a *title*\n  words\n\nmore\n  - lead: words\n      then: a | b\n  [ ] tick\n  2. second\n  \
             of    n\n  x|y  12\n  vitae guide  shows it\n"
        );
        assert_eq!(
            markdown(&blocks()),
            "# a \\*title\\*\n\nwords\n\n## More\n\n- **lead**: words\n   - *then*: a \\| b\n- [ ] tick\n2. \
             second\n\n| of | n |\n|---|---|\n| x\\|y | 12 |\n\n- `vitae guide`: shows it\n"
        );
    }
}
