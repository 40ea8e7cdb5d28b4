//! A document in the few signs tests compare.

use std::fmt::Write as _;

use crate::{Document, Gap, Part};

/// One line a line: `^` above room, `#` heading with its level, list mark in parentheses, pieces
/// with `|` for a wide gap, `*bold*`, `/italic/`, `<link>`; then what is hidden and the hazards.
pub(crate) fn dump(document: &Document) -> String {
    let mut out = String::new();
    let (mut block, mut page) = (None, 0);
    for line in &document.lines {
        if block.is_some_and(|block| block != line.block) {
            out.push_str("--\n");
        }
        if page != line.page {
            out.push_str("== page\n");
        }
        (block, page) = (Some(line.block), line.page);
        if line.apart {
            out.push_str("^ ");
        }
        if let Some(level) = line.heading {
            let _ = write!(out, "#{level} ");
        }
        if let Some(list) = &line.list {
            let _ = write!(out, "{}({}) ", ">".repeat(list.level.into()), list.mark);
        }
        if let Part::Cell { table, row, column } = line.part {
            let _ = write!(out, "[{table}.{row}.{column}] ");
        } else if line.part != Part::Body {
            let _ = write!(out, "[{:?}] ", line.part);
        }
        for (number, piece) in line.pieces.iter().enumerate() {
            out.push_str(match piece.gap {
                Gap::Space if number > 0 => " ",
                Gap::Wide if number > 0 => " | ",
                _ => "",
            });
            let mark = match (piece.style.bold, piece.style.italic) {
                (true, true) => "*/",
                (true, false) => "*",
                (false, true) => "/",
                _ => "",
            };
            let heading = if line.heading.is_some() { "" } else { mark };
            let _ =
                write!(out, "{heading}{}{}", piece.text, heading.chars().rev().collect::<String>());
            if let Some(link) = &piece.link {
                let _ = write!(out, "<{link}>");
            }
        }
        out.push('\n');
    }
    for hidden in &document.hidden {
        let _ = writeln!(out, "{:?}: {}", hidden.veil, hidden.text);
    }
    for hazard in &document.hazards {
        let _ = writeln!(out, "! {:?} {}", hazard.kind, hazard.quote);
    }
    out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
