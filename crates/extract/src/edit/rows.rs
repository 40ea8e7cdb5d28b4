//! The items of a list or the keys of a mapping as pieces of text, which can leave, come and change
//! places.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::Value;

use super::emit::Emitter;
use super::lines::{
    above, after, block, content_end, indent, is_blank, is_comment, line, start_of,
};
use super::place::is_flow;
use super::remove::{dash, items};
use super::{TextEdit, apply, in_order};
use crate::node::{self, Node};

/// The pieces of a list or mapping.
pub(super) struct Rows<'a> {
    text: &'a str,
    /// True when they stand in brackets, with commas between them.
    in_flow: bool,
    is_list: bool,
    /// The bytes of all, with brackets.
    span: Range<usize>,
    /// Spaces in front of each: of its dash or key.
    column: usize,
    list: Vec<Row>,
}

/// One piece.
struct Row {
    /// Where the comments right above it begin, or its line.
    lead: usize,
    /// Where its line begins; in brackets where it begins itself.
    start: usize,
    /// Its dash or key.
    head: usize,
    /// Where its last line ends, without the line break; in brackets where it ends itself.
    end: usize,
}

/// What a list or mapping is made of anew.
pub(super) enum Part {
    /// A piece that was there, with edits of its own.
    Kept(usize, Vec<TextEdit>),
    /// A piece that was there, written anew under the comments above it.
    Anew(usize, String),
    /// The text of a new piece.
    New(String),
}

impl<'a> Rows<'a> {
    /// The pieces of a node; `None` when an alias or odd lines leave some without a place.
    pub(super) fn of(text: &'a str, node: &Node) -> Option<Self> {
        let spans = items(node);
        let is_list = matches!(node.value, node::Value::List(_));
        let ordered = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        let within = |span: &Range<usize>| {
            node.span.start <= span.start && span.end <= node.span.end.max(span.start)
        };
        (ordered && spans.iter().all(within)).then_some(())?;
        let in_flow = is_flow(text, node);
        let span = node.span.clone();
        if in_flow {
            let rows = spans.iter().map(|span| Row {
                lead: span.start,
                start: span.start,
                head: span.start,
                end: span.end,
            });
            let rows: Vec<Row> = rows.collect();
            let column = rows.first().map_or(span.start, |row| row.start);
            let column = indent(line(text, start_of(text, column)));
            return Some(Self { text, in_flow, is_list, span, column, list: rows });
        }
        let heads = if is_list {
            dash(text, &spans)?
        } else {
            spans.iter().map(|span| span.start).collect()
        };
        let mut rows: Vec<Row> = Vec::with_capacity(heads.len());
        for (at, head) in heads.iter().enumerate() {
            let start = start_of(text, *head);
            let least = spans[at].end.max(*head).saturating_sub(1).max(*head);
            let last = match heads.get(at + 1) {
                Some(next) => content_end(text, least, start_of(text, *next)),
                None => least,
            };
            let end = block(text, *head, last, head - start).end;
            let floor = rows.last().map_or(0, |before| before.end);
            let mut lead = start;
            while let Some(before) = above(text, lead).filter(|before| *before >= floor) {
                let comment = line(text, before);
                if !is_blank(&text[start..*head])
                    || !is_comment(comment)
                    || indent(comment) != head - start
                {
                    break;
                }
                lead = before;
            }
            rows.push(Row { lead, start, head: *head, end });
        }
        let first = rows.first()?;
        // All but the first key open a line; that one may stand behind the dash of an item.
        let opens = |row: &Row| row.opens_line(text);
        (rows.iter().skip(usize::from(!is_list)).all(opens)).then_some(())?;
        let column = first.head - first.start;
        let aligned = rows.iter().all(|row| row.head - row.start == column);
        aligned.then_some(Self { text, in_flow, is_list, span, column, list: rows })
    }

    /// The bytes of a piece, without the comments above it.
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        self.list.get(at).map_or(0..0, |row| row.head..row.end)
    }

    /// A new item, as it stands here.
    pub(super) fn item(&self, emitter: &Emitter<'_>, value: &Value) -> String {
        if self.in_flow {
            return self.inline(emitter, value);
        }
        format!("{}-{}", " ".repeat(self.column), emitter.item(value, self.column))
    }

    /// A new pair, as it stands here, without the spaces in front.
    pub(super) fn pair(&self, emitter: &Emitter<'_>, key: &str, value: &Value) -> String {
        if self.in_flow {
            return format!("{key}: {}", self.inline(emitter, value));
        }
        format!("{key}:{}", emitter.behind(value, self.column + 2))
    }

    fn inline(&self, emitter: &Emitter<'_>, value: &Value) -> String {
        let has_lines = self.text[self.span.clone()].contains('\n');
        if has_lines || !emitter.is_json() {
            emitter.inline(value, self.column)
        } else {
            value.to_string()
        }
    }

    /// The edits that take keys of a mapping out of their lines; comments above them stay.
    pub(super) fn without(&self, gone: &[usize]) -> Option<Vec<TextEdit>> {
        let text = self.text;
        let mut edits = Vec::new();
        for at in gone {
            let row = self.list.get(*at)?;
            if row.opens_line(text) {
                edits.push(TextEdit::delete(row.start..after(text, row.end)));
                continue;
            }
            let (next, moves_up) = self.heir(*at, gone)?;
            let dash = text[..row.head].trim_end_matches([' ', '\t']).len();
            let next = self.list[next].head;
            edits.push(TextEdit::delete(if moves_up { row.head..next } else { dash..row.end }));
        }
        Some(edits)
    }

    /// The next key that stays where one leaves from behind a dash, and whether it takes that place.
    /// With remarks above it, it does not: then the dash stands alone.
    fn heir(&self, at: usize, gone: &[usize]) -> Option<(usize, bool)> {
        let next = (at + 1..self.list.len()).find(|next| !gone.contains(next))?;
        let between = &self.text[self.list[at].end..self.list[next].start];
        Some((next, !between.contains('#')))
    }

    /// The edit that writes a pair into a mapping, before a key or behind the last that stays.
    pub(super) fn with(
        &self,
        before: Option<usize>,
        gone: &[usize],
        pair: &str,
        end: &str,
    ) -> Option<TextEdit> {
        let pad = " ".repeat(self.column);
        if let Some((at, row)) = before.and_then(|at| Some((at, self.list.get(at)?))) {
            let moves_up = || {
                let leaves = gone.contains(&0) && !self.list[0].opens_line(self.text);
                leaves && self.heir(0, gone) == Some((at, true))
            };
            return Some(if row.opens_line(self.text) && !moves_up() {
                TextEdit::insert(row.lead, &format!("{pad}{pair}{end}"))
            } else {
                TextEdit::insert(row.head, &format!("{pair}{end}{pad}"))
            });
        }
        let last = (0..self.list.len()).rev().find(|at| !gone.contains(at))?;
        let row = &self.list[last];
        Some(TextEdit::insert(row.end, &format!("{end}{pad}{pair}")))
    }

    /// All of it in another order, without what is not named, with what is new. `roomy` leaves a
    /// line free between items where nothing shows what is usual here.
    pub(super) fn rebuilt(&self, parts: &[Part], end: &str, roomy: bool) -> Option<TextEdit> {
        let (first, last) = (self.list.first(), self.list.last());
        let (Some(first), Some(last)) = (first, last) else {
            // `[]`
            let [open, close] = if self.is_list { ['[', ']'] } else { ['{', '}'] };
            let texts: Vec<String> = self.texts(parts)?;
            let text = format!("{open}{}{close}", texts.join(", "));
            return Some(TextEdit { range: self.span.clone(), text });
        };
        let gaps: Vec<&str> =
            self.list.windows(2).map(|pair| &self.text[pair[0].end..pair[1].lead]).collect();
        let usual = gaps.iter().copied().find(|gap| !gap.contains('#'));
        let usual = usual.map_or_else(|| self.usual_gap(end, roomy), str::to_owned);
        let texts = self.texts(parts)?;
        let mut out = String::new();
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                out += gaps.get(at - 1).copied().unwrap_or(&usual);
            }
            out += text;
        }
        // Remarks between items stay, also where there are fewer items than before.
        for gap in gaps.iter().skip(texts.len().saturating_sub(1)).filter(|gap| gap.contains('#')) {
            (!self.in_flow).then_some(())?;
            out += gap.trim_end();
        }
        for lead in self.leads_behind(parts) {
            out += end;
            out += lead.trim_end();
        }
        Some(TextEdit { range: first.lead..last.end, text: out })
    }

    /// What stands between two pieces where there was only one.
    fn usual_gap(&self, end: &str, roomy: bool) -> String {
        if !self.in_flow {
            return if roomy { end.repeat(2) } else { end.to_owned() };
        }
        let before = &self.text[self.span.start + 1..self.list[0].start];
        if before.contains('\n') { format!(",{before}") } else { ", ".to_owned() }
    }

    /// The text of each part, with the comments above it.
    fn texts(&self, parts: &[Part]) -> Option<Vec<String>> {
        let kept: BTreeSet<usize> = parts.iter().filter_map(Part::place).collect();
        parts
            .iter()
            .map(|part| {
                let (at, body) = match part {
                    Part::New(text) => return Some(text.clone()),
                    Part::Anew(at, text) => (*at, text.clone()),
                    Part::Kept(at, edits) => {
                        let row = self.list.get(*at)?;
                        // A key that leaves takes its line break along, also the last of an item.
                        let end = if self.in_flow { row.end } else { after(self.text, row.end) };
                        let body = within(self.text, row.start..end, edits)?;
                        let body =
                            body.strip_suffix('\n').filter(|_| !self.in_flow).unwrap_or(&body);
                        (*at, body.strip_suffix('\r').unwrap_or(body).to_owned())
                    }
                };
                // Comments above items that left stand above the next that stays.
                let from = kept.range(..at).next_back().map_or(0, |before| before + 1);
                let leads = self.list.get(from..=at)?.iter();
                let leads: String = leads.map(|row| &self.text[row.lead..row.start]).collect();
                Some(leads + &body)
            })
            .collect()
    }

    /// Comments above items that left, behind the last that stays.
    fn leads_behind(&self, parts: &[Part]) -> Vec<&str> {
        let last = parts.iter().filter_map(Part::place).max();
        let gone = &self.list[last.map_or(0, |last| last + 1)..];
        let leads = gone.iter().map(|row| &self.text[row.lead..row.start]);
        leads.filter(|lead| !lead.is_empty()).collect()
    }
}

impl Row {
    /// True when nothing but spaces stands before it on its line: no dash of a list.
    fn opens_line(&self, text: &str) -> bool {
        is_blank(&text[self.start..self.head])
    }
}

impl Part {
    /// Which piece it was.
    fn place(&self) -> Option<usize> {
        match self {
            Self::Kept(at, _) | Self::Anew(at, _) => Some(*at),
            Self::New(_) => None,
        }
    }
}

/// A piece of the text with edits inside it applied.
fn within(text: &str, range: Range<usize>, edits: &[TextEdit]) -> Option<String> {
    let inside: Option<Vec<TextEdit>> = edits
        .iter()
        .map(|edit| {
            let start = edit.range.start.checked_sub(range.start)?;
            let end = edit.range.end.checked_sub(range.start)?;
            (end <= range.len()).then(|| TextEdit { range: start..end, text: edit.text.clone() })
        })
        .collect();
    Some(apply(&text[range], &in_order(inside?)?))
}
