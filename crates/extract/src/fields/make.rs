//! Values with the place they were read from, and the record of why they were chosen.

use std::ops::Range;

use resume::{Date, FieldPath};

use super::para::Para;
use crate::recognize::dates::Period;

/// Some bytes of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The paragraph's number.
    pub(crate) para: usize,
    /// The bytes of its text.
    pub(crate) range: Range<usize>,
}

/// Why a field holds what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The field.
    pub path: FieldPath,
    /// How sure it is, 0–1.
    pub confidence: f32,
    /// What was weighed, the chosen one first.
    pub candidates: Vec<Candidate>,
}

/// Something that might have been the value of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its text.
    pub text: String,
    /// 0–1.
    pub score: f32,
    /// What speaks for and against it, in a few words each.
    pub reasons: Vec<String>,
}

impl Decision {
    /// What to do with the value.
    pub fn action(&self) -> Action {
        if self.confidence >= 0.4 { Action::Use } else { Action::Review }
    }
}

/// What a confidence asks of the person who takes the value over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take it.
    Use,
    /// Look at the page first.
    Review,
}

/// Collects values with their places.
pub(crate) struct Maker<'a> {
    /// The paragraphs of the document.
    pub(crate) paras: &'a [Para],
    /// Which bytes of the document's text show which value.
    pub(crate) spans: Vec<(FieldPath, Range<usize>)>,
    /// Why.
    pub(crate) decisions: Vec<Decision>,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(paras: &'a [Para]) -> Self {
        Self { paras, spans: Vec::new(), decisions: Vec::new() }
    }

    /// The text of `cut` with one space between words.
    pub(crate) fn text(&self, cut: &Cut) -> String {
        squeezed(&self.paras[cut.para].text[cut.range.clone()])
    }

    /// Records that `cut` is the value at `path`, and gives its text; `None` for no letters.
    pub(crate) fn take(&mut self, path: FieldPath, cut: &Cut) -> Option<String> {
        let text = self.text(cut);
        if text.is_empty() {
            return None;
        }
        self.spans.push((path, self.paras[cut.para].placed(&cut.range)));
        Some(text)
    }

    /// Records that the value at `path` is seen at `cut`.
    pub(crate) fn place(&mut self, path: FieldPath, cut: &Cut) {
        self.spans.push((path, self.paras[cut.para].placed(&cut.range)));
    }

    /// Says that what was recorded as the value at `from` is the value at `to`.
    pub(crate) fn rename(&mut self, from: &FieldPath, to: &FieldPath) {
        if let Some((path, _)) = self.spans.iter_mut().rev().find(|(path, _)| path == from) {
            path.clone_from(to);
        }
    }

    /// Records that some paragraphs together are the value at `path`.
    pub(crate) fn take_paras(&mut self, path: FieldPath, paras: &[usize]) -> Option<String> {
        let (first, last) = (*paras.first()?, *paras.last()?);
        let texts = paras.iter().map(|&at| squeezed(&self.paras[at].text));
        let text = texts.collect::<Vec<_>>().join(" ");
        let start = self.paras[first].placed(&(0..self.paras[first].text.len())).start;
        let end = self.paras[last].placed(&(0..self.paras[last].text.len())).end;
        self.spans.push((path, start..end.max(start)));
        Some(text)
    }

    /// Records why the value at `path` was chosen.
    pub(crate) fn decide(&mut self, path: FieldPath, candidates: Vec<Candidate>) {
        if let Some(best) = candidates.first() {
            let rival = candidates.get(1).map_or(0.0, |other| other.score);
            // Sure when it is good and nothing else is nearly as good.
            let lead = (best.score - rival).clamp(0.0, 0.4) / 0.4;
            let confidence = (best.score * (0.7 + 0.3 * lead)).clamp(0.0, 1.0);
            self.decisions.push(Decision { path, confidence, candidates });
        }
    }

    /// The start and end that the heads of an entry give: their first period, or two single dates
    /// that stand apart ("2019" above or beside "2021").
    pub(crate) fn take_times(
        &mut self,
        path: &FieldPath,
        heads: &[usize],
    ) -> (Option<Date>, Option<Date>) {
        let paras = self.paras;
        let mut times = heads.iter().flat_map(|&at| paras[at].dates().map(move |time| (at, time)));
        let Some((at, first)) = times.next() else { return (None, None) };
        let (start, end) = self.take_period(path, at, first);
        if let (Some(from), None, Some((to_at, to))) = (&start, &end, times.next())
            && first.single
            && to.single
            && let Some(until) = &to.start
            && from.year() <= until.year()
        {
            self.spans.push((path.key("endDate"), paras[to_at].placed(&to.range)));
            return (start, to.start.clone());
        }
        (start, end)
    }

    /// Records the start and end of `period` below `path` and gives both.
    pub(crate) fn take_period(
        &mut self,
        path: &FieldPath,
        para: usize,
        period: &Period,
    ) -> (Option<Date>, Option<Date>) {
        let place = self.paras[para].placed(&period.range);
        for (key, date) in [("startDate", &period.start), ("endDate", &period.end)] {
            if date.is_some() {
                self.spans.push((path.key(key), place.clone()));
            }
        }
        (period.start.clone(), period.end.clone())
    }
}

/// Blanks of any kind and number as one space, none at the ends.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
