//! What was wrong, file by file: the list to work from.

use std::fmt::Write;

use crate::Scored;
use crate::options::Options;
use crate::table::{Sum, figure};

/// Columns for the name of a field.
const FIELD: usize = 22;

/// Every file with its misses, those without any left out.
pub(crate) fn list(scored: &[Scored], options: &Options) -> String {
    let mut text = String::new();
    for one in scored {
        let misses: Vec<_> =
            one.score.misses.iter().filter(|miss| options.wants_field(miss.field)).collect();
        if misses.is_empty() && one.read.error.is_none() {
            continue;
        }
        let macro_f1 = figure(Sum::of(std::iter::once(one)).macro_f1());
        let critical = if one.score.critical { "" } else { ", critical wrong" };
        let _ = writeln!(text, "{}  {macro_f1}{critical}", one.document.name);
        if let Some(error) = &one.read.error {
            let _ = writeln!(text, "  not read: {error}");
        }
        let mut last = "";
        for miss in misses {
            let field = if miss.field == last { "" } else { miss.field };
            last = miss.field;
            let pair = (&miss.gold, &miss.found);
            let (mark, value) = match pair {
                (Some(gold), _) => ("want", gold),
                (None, Some(found)) => ("more", found),
                (None, None) => continue,
            };
            let _ = writeln!(text, "  {field:<FIELD$} {mark} {}", one_line(value));
            if let (Some(_), Some(found)) = pair {
                let _ = writeln!(text, "  {:<FIELD$}  got {}", "", one_line(found));
            }
        }
        text.push('\n');
    }
    text
}

/// A value as one line, so that what differs stands one below the other.
pub(crate) fn one_line(text: &str) -> String {
    text.replace('\n', "⏎").replace('\t', "⇥")
}
