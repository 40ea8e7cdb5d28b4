//! Impact tables as Markdown, to attach or to publish.

use std::fmt::Write;

use impact::{Impact, Table};
use workbench::markdown::{escaped, row, table};

use super::impact::{READING, counted, heading, marks, name, notes, p, rate, ratio, title};

/// All tables, with a line end at the end.
pub(crate) fn render(impact: &Impact, file: &str) -> String {
    let mut text = format!("# {}\n", escaped(&heading(impact, file)));
    for table in &impact.tables {
        text += &section(table);
    }
    text += "\n## How to read this\n";
    for paragraph in READING {
        let _ = write!(text, "\n{}\n", escaped(paragraph));
    }
    text
}

fn section(of: &Table) -> String {
    let mut text = format!("\n## {}\n", escaped(&capital(&title(of))));
    text += &table(&["group", "people", counted(of), "rate [95 %]", "ratio", "p", ""]);
    for group in &of.groups {
        let cells = [
            name(&group.group),
            group.people.to_string(),
            group.selected.to_string(),
            rate(group),
            ratio(group.ratio),
            p(group.p),
            marks(group),
        ];
        row(&mut text, &cells);
    }
    let outside = &of.outside;
    if outside.unknown_group > 0 {
        let counts = [outside.unknown_group, outside.unknown_group_selected];
        let [people, selected] = counts.map(|count| count.to_string());
        let empty = String::new;
        row(
            &mut text,
            &["unknown".to_owned(), people, selected, empty(), empty(), empty(), empty()],
        );
    }
    let notes = notes(of);
    if !notes.is_empty() {
        text.push('\n');
    }
    for note in notes {
        let _ = writeln!(text, "- {}", escaped(&note));
    }
    text
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
