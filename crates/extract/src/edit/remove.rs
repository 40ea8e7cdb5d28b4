//! Taking items out of lists and mappings, with their lines, commas and comments.

use std::collections::BTreeSet;
use std::ops::Range;

use super::TextEdit;
use super::lines::{
    above, after, block, content_end, end_of, indent, is_blank, is_comment, line, start_of,
};
use super::place::{Place, is_flow};
use crate::node::{Entry, Node, Value};

/// The edits that remove all of `places`, which stand in one list or mapping.
pub(super) fn remove(text: &str, places: &[Place<'_>]) -> Option<Vec<TextEdit>> {
    let first = places.first()?;
    let (node, _) = first.inside.last()?;
    let gone: BTreeSet<usize> = places
        .iter()
        .map(|place| place.inside.last().filter(|_| place.is_item).map(|(_, at)| *at))
        .collect::<Option<_>>()?;
    let holder = Holder { text, node, items: items(node), gone };
    // An alias stands elsewhere: its item has no place of its own.
    let ordered = holder.items.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let within = |item: &Range<usize>| {
        node.span.start <= item.start && item.end <= node.span.end.max(item.start)
    };
    (ordered && holder.items.iter().all(within)).then_some(())?;
    // Who wrote a comment meant what stands beside or below it: without that, it would be lost or
    // speak of the next item.
    (!holder.speaks_of_gone()?).then_some(())?;
    if is_flow(text, node) {
        return holder.flow();
    }
    if holder.gone.len() == holder.items.len() {
        return holder.emptied(&first.inside);
    }
    match &node.value {
        Value::List(_) => holder.lines(&dash(text, &holder.items)?),
        Value::Mapping { .. } => holder.keys(),
        Value::Scalar(_) => None,
    }
}

/// Where each item stands: a key with its value, or a value.
pub(super) fn items(node: &Node) -> Vec<Range<usize>> {
    match &node.value {
        Value::List(items) => items.iter().map(|item| item.span.clone()).collect(),
        Value::Mapping { entries, .. } => entries
            .iter()
            .map(|entry| {
                let (key, value) = (&entry.key_span, &entry.value.span);
                // A value that stands elsewhere is an alias; its line is found by the next key.
                let own = value.start >= key.end && value.end <= node.span.end;
                key.start..if own { value.end } else { key.end }
            })
            .collect(),
        Value::Scalar(_) => Vec::new(),
    }
}

/// Where the dash of each item of a block list stands.
pub(super) fn dash(text: &str, items: &[Range<usize>]) -> Option<Vec<usize>> {
    let of = |item: &Range<usize>| {
        let mut start = start_of(text, item.start);
        let mut before = &text[start..item.start];
        // The dash may stand on a line above, alone or with the header of a block.
        while is_blank(before) || is_comment(before) {
            start = above(text, start)?;
            before = line(text, start);
        }
        let at = start + indent(line(text, start));
        let between = text.get(at..item.start)?.strip_prefix('-')?.trim_start();
        // `- - a` is a list in a list; an anchor, a tag or a header may stand between.
        (between.is_empty() || between.starts_with(['&', '!', '#', '|', '>'])).then_some(at)
    };
    items.iter().map(of).collect()
}

/// True when a comment stands in `range`, outside the keys and scalars of `node`.
pub(super) fn has_comment(text: &str, range: Range<usize>, node: Option<&Node>) -> bool {
    if !text[range.clone()].contains('#') {
        return false;
    }
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<&Node> = node.into_iter().collect();
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Scalar(_) => taken.push(node.span.clone()),
            // What an alias stands for was written before it, and is not looked at again.
            Value::List(items) => {
                let mut from = node.span.start;
                for item in items {
                    if item.span.start >= from {
                        from = item.span.end;
                        open.push(item);
                    }
                }
            }
            Value::Mapping { entries, .. } => {
                taken.extend(entries.iter().map(|entry| entry.key_span.clone()));
                let own = |entry: &&Entry| entry.value.span.start >= entry.key_span.end;
                open.extend(entries.iter().filter(own).map(|entry| &*entry.value));
            }
        }
    }
    taken.retain(|span| range.start <= span.start && span.end <= range.end.max(span.start));
    taken.sort_by_key(|span| (span.start, span.end));
    let opens = |at: usize| at == 0 || text.as_bytes()[at - 1].is_ascii_whitespace();
    let mut from = range.start;
    for span in taken.into_iter().chain(std::iter::once(range.end..range.end)) {
        let gap = text.get(from..span.start).unwrap_or_default();
        if gap.match_indices('#').any(|(at, _)| opens(from + at)) {
            return true;
        }
        from = from.max(span.end);
    }
    false
}

struct Holder<'a> {
    text: &'a str,
    node: &'a Node,
    items: Vec<Range<usize>>,
    gone: BTreeSet<usize>,
}

impl Holder<'_> {
    /// True when a comment speaks of an item that is to go; `None` when its place is not known.
    fn speaks_of_gone(&self) -> Option<bool> {
        if is_flow(self.text, self.node) {
            return Some(self.gone.iter().any(|at| self.is_noted_in_flow(*at)));
        }
        let heads = match &self.node.value {
            Value::List(_) => dash(self.text, &self.items)?,
            _ => self.starts(),
        };
        Some(self.gone.iter().any(|at| self.is_noted(*at, &heads)))
    }

    /// A comment stands in the lines of an item, below it and deeper, or right above it.
    fn is_noted(&self, at: usize, heads: &[usize]) -> bool {
        let text = self.text;
        let (head, last) = (heads[at], self.last_byte(at, heads));
        let start = start_of(text, head);
        let column = head - start;
        let end = end_of(text, last);
        let above = above(text, start).map(|above| line(text, above));
        let is_headed = is_blank(&text[start..head])
            && above.is_some_and(|above| is_comment(above) && indent(above) == column);
        is_headed
            || block(text, head, last, column).end > end
            || has_comment(text, head..end, self.value(at))
    }

    /// A comment stands in an item in brackets, on lines of its own above it, or behind it.
    fn is_noted_in_flow(&self, at: usize) -> bool {
        let text = self.text;
        let item = &self.items[at];
        let before = at.checked_sub(1).map_or(self.node.span.start, |at| self.items[at].end);
        let own_lines = after(text, before).min(item.start);
        let behind = self.items.get(at + 1).map_or(self.node.span.end, |next| next.start);
        text[own_lines..item.start].contains('#')
            || text[item.end..behind].contains('#')
            || has_comment(text, item.clone(), self.value(at))
    }

    fn value(&self, at: usize) -> Option<&Node> {
        match &self.node.value {
            Value::List(items) => items.get(at).map(|item| &**item),
            Value::Mapping { entries, .. } => entries.get(at).map(|entry| &*entry.value),
            Value::Scalar(_) => None,
        }
    }

    /// Items in brackets or braces: each leaves with the comma behind it, the last ones with the
    /// comma in front.
    fn flow(&self) -> Option<Vec<TextEdit>> {
        let mut edits = Vec::new();
        let last_kept = (0..self.items.len()).rev().find(|at| !self.gone.contains(at));
        for at in &self.gone {
            let item = &self.items[*at];
            match self.items.get(at + 1) {
                Some(next) if last_kept.is_some_and(|kept| kept > *at) => {
                    edits.push(TextEdit::delete(item.start..next.start));
                }
                _ => {
                    let before = self.text[..item.start].trim_end().len();
                    let end = self.comma(item.end).map_or(item.end, |comma| comma + 1);
                    edits.push(TextEdit::delete(before..end));
                }
            }
        }
        let last = self.items.len() - 1;
        if let Some(kept) = last_kept.filter(|kept| *kept < last)
            && self.comma(self.items[last].end).is_none()
        {
            let comma = self.comma(self.items[kept].end)?;
            edits.push(TextEdit::delete(comma..comma + 1));
        }
        if last_kept.is_none() {
            let inner = self.node.span.start + 1..self.node.span.end - 1;
            return Some(vec![TextEdit::delete(inner)]);
        }
        Some(edits)
    }

    /// The comma behind an item; comments may stand between.
    fn comma(&self, end: usize) -> Option<usize> {
        let mut at = end;
        loop {
            at += self.text[at..].len() - self.text[at..].trim_start().len();
            match self.text[at..].chars().next()? {
                ',' => return Some(at),
                '#' => at = after(self.text, at),
                _ => return None,
            }
        }
    }

    /// Items of which each opens a line at the column of its `heads` byte.
    fn lines(&self, heads: &[usize]) -> Option<Vec<TextEdit>> {
        self.gone.iter().map(|at| self.line_of(*at, heads)).collect()
    }

    fn line_of(&self, at: usize, heads: &[usize]) -> Option<TextEdit> {
        let text = self.text;
        let head = *heads.get(at)?;
        let start = start_of(text, head);
        is_blank(&text[start..head]).then_some(())?;
        let mut range = block(text, head, self.last_byte(at, heads), head - start);
        range.end = after(text, range.end);
        let blank = |start: usize| start < text.len() && is_blank(line(text, start));
        let above_is_blank = above(text, range.start).is_none_or(blank);
        let is_first = at == 0 && heads.len() > 1;
        if blank(range.end) && (above_is_blank || is_first) {
            while blank(range.end) {
                range.end = after(text, range.end);
            }
        } else if range.end == text.len() {
            while let Some(before) = above(text, range.start).filter(|before| blank(*before)) {
                range.start = before;
            }
        }
        Some(TextEdit::delete(range))
    }

    /// The last byte of an item's content.
    fn last_byte(&self, at: usize, heads: &[usize]) -> usize {
        let end = self.items[at].end.max(heads[at]);
        let least = end.saturating_sub(1).max(heads[at]);
        match heads.get(at + 1) {
            Some(next) => content_end(self.text, least, start_of(self.text, *next)),
            None => least,
        }
    }

    /// Keys of a block mapping; the first may stand behind the dash of a list item.
    fn keys(&self) -> Option<Vec<TextEdit>> {
        let text = self.text;
        let heads: Vec<usize> = self.items.iter().map(|item| item.start).collect();
        let start = start_of(text, heads[0]);
        let leading = (0..heads.len()).take_while(|at| self.gone.contains(at)).count();
        if is_blank(&text[start..heads[0]]) || leading == 0 {
            return self.lines(&heads);
        }
        let last = self.last_byte(leading - 1, &heads);
        let next = after(text, block(text, heads[0], last, heads[0] - start).end);
        let mut edits = vec![TextEdit::delete(heads[0]..next + indent(line(text, next)))];
        for at in self.gone.iter().filter(|at| **at >= leading) {
            edits.push(self.line_of(*at, &heads)?);
        }
        Some(edits)
    }

    /// Nothing is left: `[]` or `{}` takes the place, behind the key that holds it.
    fn emptied(&self, inside: &[(&Node, usize)]) -> Option<Vec<TextEdit>> {
        let text = self.text;
        let is_list = matches!(self.node.value, Value::List(_));
        let nothing = if is_list { "[]" } else { "{}" };
        let owner = inside.len().checked_sub(2).map(|at| inside[at]);
        let key = owner.and_then(|(node, at)| match &node.value {
            Value::Mapping { entries, .. } => entries.get(at).map(|entry| &entry.key_span),
            _ => None,
        });
        let heads = if is_list { dash(text, &self.items)? } else { self.starts() };
        let end = heads.len() - 1;
        let end = end_of(text, self.last_byte(end, &heads));
        let Some(key) = key else {
            return Some(vec![TextEdit { range: heads[0]..end, text: nothing.to_owned() }]);
        };
        let colon = key.end + text[key.end..].find(':')?;
        is_blank(&text[key.end..colon]).then_some(())?;
        let own_lines = start_of(text, heads[0]) > colon;
        let mut edits = vec![TextEdit::insert(colon + 1, &format!(" {nothing}"))];
        own_lines.then_some(())?;
        for at in 0..heads.len() {
            let column = heads[at] - start_of(text, heads[at]);
            let lines = block(text, heads[at], self.last_byte(at, &heads), column);
            edits.push(TextEdit::delete(lines.start..after(text, lines.end)));
        }
        Some(edits)
    }

    fn starts(&self) -> Vec<usize> {
        self.items.iter().map(|item| item.start).collect()
    }
}
