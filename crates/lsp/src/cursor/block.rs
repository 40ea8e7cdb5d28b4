//! Where the cursor stands in YAML that is written by indentation: up the lines, to what is less
//! indented.

use std::collections::BTreeSet;

use super::{Cursor, Notation, Slot, flow};
use crate::schema::Step;

/// One line, taken apart. Columns are bytes.
#[derive(Debug)]
struct Line<'a> {
    /// Where it begins in the text.
    start: usize,
    /// Columns of the dashes before its content.
    dashes: Vec<usize>,
    /// Column of the content behind them.
    column: usize,
    /// The key, when the content begins with one.
    key: Option<&'a str>,
    /// Column of the value behind the key, or of the content itself.
    value_column: usize,
    /// That value, without a comment.
    value: &'a str,
}

impl<'a> Line<'a> {
    fn of(start: usize, raw: &'a str) -> Self {
        let mut column = raw.len() - raw.trim_start_matches(' ').len();
        let mut dashes = Vec::new();
        while raw[column..].starts_with("- ") || &raw[column..] == "-" {
            dashes.push(column);
            let rest = &raw[column + 1..];
            column += 1 + rest.len() - rest.trim_start_matches(' ').len();
        }
        let content = without_comment(&raw[column..]);
        let (key, value_column) = match key_end(content) {
            Some(colon) => {
                let rest = &content[colon + 1..];
                let blank = rest.len() - rest.trim_start_matches(' ').len();
                let key = content[..colon].trim().trim_matches(['"', '\'']);
                (Some(key), column + colon + 1 + blank)
            }
            None => (None, column),
        };
        let value = content.get(value_column - column..).unwrap_or_default();
        Self { start, dashes, column, key, value_column, value }
    }

    /// Nothing but blanks or a comment.
    fn is_blank(&self) -> bool {
        self.dashes.is_empty() && self.key.is_none() && self.value.trim().is_empty()
    }

    /// The column of the first thing on the line.
    fn first(&self) -> usize {
        self.dashes.first().copied().unwrap_or(self.column)
    }
}

/// The content up to a comment: a `#` at the beginning or behind a blank, outside quotes.
fn without_comment(content: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in content.char_indices() {
        match (quote, c) {
            (None, '#') if before.is_whitespace() => return &content[..at],
            // A quote opens a text only where a value begins; elsewhere it is an apostrophe.
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',') => quote = Some(c),
            (Some(open), c) if c == open && before != '\\' => quote = None,
            _ => {}
        }
        before = c;
    }
    content
}

/// The colon behind a key.
fn key_end(content: &str) -> Option<usize> {
    if content.starts_with(['[', '{', '#', '|', '>', '&', '*', '!']) {
        return None;
    }
    let quote = content.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        Some(quote) => content[1..].find(quote)? + 2,
        None => 0,
    };
    let rest = content.get(from..)?;
    let colons = rest.match_indices(':').map(|(at, _)| from + at);
    let mut ends = colons.filter(|at| content[at + 1..].chars().next().is_none_or(|c| c == ' '));
    ends.next()
}

/// What an element must be less indented than to hold the one below it.
#[derive(Clone, Copy)]
struct Need {
    column: usize,
    /// A dash may stand right below its key.
    dash: bool,
}

/// The place at a byte, which is on a character boundary.
pub(super) fn cursor(text: &str, at: usize) -> Option<Cursor> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[start..at];
    let line = Line::of(start, before);
    let content = &before[line.column..];
    // A comment; or a dash or colon that still needs its blank.
    if without_comment(content).len() < content.len()
        || (content.is_empty() && before.ends_with('-'))
        || (line.key.is_some() && before.ends_with(':'))
    {
        return None;
    }
    let own = Need { column: line.first(), dash: !line.dashes.is_empty() };
    let above = Above::of(text, start, own)?;
    if let Some(opening) = above.brackets {
        return flow::cursor(text, opening..at, above.path, Notation::Flow);
    }
    let Above { mut path, mut beside, .. } = above;
    path.extend(line.dashes.iter().map(|_| Step::Item));
    let slot = if let Some(key) = line.key {
        path.push(Step::Key(key.to_owned()));
        beside.clear();
        Slot::Value
    } else {
        below(text, at, own, line.column, &mut beside);
        Slot::Either
    };
    let value_at = start + line.value_column;
    let value = text.get(value_at..at).unwrap_or_default();
    if value.starts_with(['[', '{']) {
        return flow::cursor(text, value_at..at, path, Notation::Flow);
    }
    let quoted = value.starts_with(['"', '\'']);
    let typed = (value_at + usize::from(quoted)).min(at)..at;
    let notation = if quoted { Notation::Quoted } else { Notation::Block { column: line.column } };
    Some(Cursor { path, slot, typed, beside, notation })
}

/// What the lines above say.
struct Above {
    /// The steps to what holds the cursor's line.
    path: Vec<Step>,
    /// Keys or items that stand beside it.
    beside: BTreeSet<String>,
    /// Where brackets begin that the cursor is inside of.
    brackets: Option<usize>,
}

impl Above {
    /// `None` when the cursor is inside a text that begins above.
    fn of(text: &str, start: usize, own: Need) -> Option<Self> {
        let mut need = own;
        let mut path = Vec::new();
        let mut beside = BTreeSet::new();
        let mut brackets = None;
        for line in lines_above(text, start) {
            let nearest = path.is_empty();
            let mut value_goes_on = false;
            if let Some(key) = line.key {
                if line.column < need.column || (line.column == need.column && need.dash) {
                    path.push(Step::Key(key.to_owned()));
                    need = Need { column: line.column, dash: false };
                    value_goes_on = true;
                } else if nearest && line.column == own.column && !own.dash {
                    beside.insert(key.to_owned());
                }
            }
            for &dash in line.dashes.iter().rev() {
                if dash < need.column {
                    path.push(Step::Item);
                    need = Need { column: dash, dash: true };
                    value_goes_on |= line.key.is_none();
                } else if nearest && own.dash && dash == own.column && line.key.is_none() {
                    beside.insert(unquoted(line.value));
                }
            }
            if nearest && value_goes_on {
                let value = line.value.trim();
                if value.starts_with(['[', '{']) {
                    brackets = Some(line.start + line.value_column);
                } else if !value.is_empty() && !value.starts_with(['&', '!']) {
                    return None;
                }
            }
            if !path.is_empty() && need.column == 0 && !need.dash {
                break;
            }
        }
        path.reverse();
        Some(Self { path, beside, brackets })
    }
}

fn unquoted(value: &str) -> String {
    value.trim().trim_matches(['"', '\'']).to_owned()
}

/// The lines before a byte, the last first, without blank ones.
fn lines_above(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let mut end = start;
    std::iter::from_fn(move || {
        let line_end = end.checked_sub(1)?;
        let begin = text[..line_end].rfind('\n').map_or(0, |newline| newline + 1);
        end = begin;
        Some(Line::of(begin, text[begin..line_end].trim_end_matches('\r')))
    })
    .filter(|line| !line.is_blank())
}

/// Adds what stands beside the cursor on the lines below it.
fn below(text: &str, at: usize, own: Need, column: usize, beside: &mut BTreeSet<String>) {
    let Some(newline) = text[at..].find('\n') else { return };
    for raw in text[at + newline + 1..].lines() {
        let line = Line::of(0, raw);
        if line.is_blank() {
            continue;
        }
        let next_item = own.dash && line.dashes.first() == Some(&own.column);
        if line.first() < own.column || (line.first() < column && !next_item) {
            break;
        }
        match line.key {
            Some(key) if line.column == column && line.dashes.is_empty() => {
                beside.insert(key.to_owned());
            }
            None if next_item => {
                beside.insert(unquoted(line.value));
            }
            // The keys of the next item are not beside those of this one.
            Some(_) if next_item => break,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use extract::Format;

    use super::super::cursor;
    use super::*;

    /// `path slot typed | beside`, at the bar of `text`.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let at = text.find('|').expect("a bar marks the cursor");
        let text = text.replacen('|', "", 1);
        let found = cursor(&text, Format::Yaml, at).map(|cursor| {
            let steps = cursor.path.iter().map(|step| match step {
                Step::Key(key) => format!("/{key}"),
                Step::Item => "/-".to_owned(),
            });
            let beside: Vec<_> = cursor.beside.into_iter().collect();
            let typed = &text[cursor.typed];
            let slot = format!("{:?}", cursor.slot).to_lowercase();
            format!("{} {slot} `{typed}` [{}]", steps.collect::<String>(), beside.join(", "))
        });
        assert_eq!(found.as_deref().unwrap_or("nothing"), expected, "{text}");
    }

    #[test]
    fn keys_of_mappings() {
        check("|", " either `` []");
        check("ba|\nwork:\n", " either `ba` [work]");
        check("basics:\n  name: Ada\n  em|\n  url: x\nwork:\n", "/basics either `em` [name, url]");
        check("basics:\n  name: Ada\n  |", "/basics either `` [name]");
        check("basics:\n  location:\n    ci|", "/basics/location either `ci` []");
        check(
            "work:\n  - name: A\n    po|\n    url: x\n  - name: B\n",
            "/work/- either `po` [name, url]",
        );
        check("work:\n  - po|\n    url: x\n  - name: B\n", "/work/- either `po` [url]");
        check("work:\n- name: A\n  po|", "/work/- either `po` [name]");
        check(
            "work:\n- name: A\n  highlights:\n  - foo\n  su|",
            "/work/- either `su` [highlights, name]",
        );
        check("work:\n  na|", "/work either `na` []");
        check("work:\n  - highlights:\n      - te|", "/work/-/highlights/- either `te` []");
        check(
            "work:\n  - highlights:\n    - text: a\n      i|",
            "/work/-/highlights/- either `i` [text]",
        );
        check("# a: b\nbasics:\n  # c: d\n  na|", "/basics either `na` []");
        check("basics:\n  name: 'it''s: x'\n  la|", "/basics either `la` [name]");
    }

    #[test]
    fn values_of_keys() {
        check("vitae:\n  stage: |", "/vitae/stage value `` []");
        check("vitae:\n  stage: mi|\n  paper: a4", "/vitae/stage value `mi` []");
        check("vitae:\n  stage: \"mi|", "/vitae/stage value `mi` []");
        check("work:\n  - startDate: 20|", "/work/-/startDate value `20` []");
        check(
            "work:\n  - highlights:\n      - text: Bu|",
            "/work/-/highlights/-/text value `Bu` []",
        );
    }

    #[test]
    fn items_of_lists() {
        check("work:\n  - highlights:\n      - |", "/work/-/highlights/- either `` []");
        check(
            "work:\n  - highlights:\n      - Bu|\n      - Cut it",
            "/work/-/highlights/- either `Bu` [Cut it]",
        );
        check(
            "skills:\n- keywords:\n  - Go\n  - Po|\n  - Redis\n- name: x",
            "/skills/-/keywords/- either `Po` [Go, Redis]",
        );
        check("skills:\n  - keywords: [Go, |]", "/skills/-/keywords/- value `` [Go]");
        check(
            "skills:\n  - keywords: [Go, Po|, \"C\"]\n  - name: x",
            "/skills/-/keywords/- value `Po` [C, Go]",
        );
        check(
            "skills:\n  - keywords: [Go,\n      Kafka, Re|\n",
            "/skills/-/keywords/- value `Re` [Go, Kafka]",
        );
        check("basics:\n  location: {city: Ghent, co|}", "/basics/location key `co` [city]");
        check("basics:\n  location: {city: |}", "/basics/location/city value `` [city]");
        check("{basics: {na|}}", "/basics key `na` []");
        check("skills: [\"a\"#b, c|]", "/skills/- value `c` [#b, a]");
    }

    #[test]
    fn nothing_is_completed_in_comments_and_texts() {
        check("# ba|", "nothing");
        check("basics: # wh|", "nothing");
        check("basics:\n  summary: >-\n    Owns the ro|", "nothing");
        check("basics:\n  summary: >-\n    Owns the\n    ro|", "nothing");
        check("basics:\n  name: Ada\n    Lo|", "nothing");
        check("work:\n  - highlights:\n      - Cut it\n        by ca|", "nothing");
        check("basics:|", "nothing");
        check("work:\n  -|", "nothing");
    }
}
