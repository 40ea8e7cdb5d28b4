//! The bullet again, with slots for what only its author knows: `Reduced latency from ‹before› to
//! ‹after› by caching tax tables`.
//!
//! A rewrite keeps the author's words and their order, and adds slots where a fact is missing. It
//! never says more than the bullet said: outside the slots stand only words of the bullet and a few
//! prepositions, and an opening that hides the work becomes a slot, not a stronger verb.

mod ask;
mod lexicon;

use std::collections::BTreeMap;
use std::ops::Range;

use facts::{Dimension, Role};
use resume::{FieldPath, Finding};
use roles::RolePack;

use crate::page::{Page, Unit};
use ask::{ACT, Ask, LOAD, MECHANISM, WHICH, WHICH_ONES, WHICH_STORE, WHICH_STORES, ask};
use lexicon::{ANY_METRIC, COMPANY, DEGREES, DETERMINERS, FIGURES, METRICS, NO_NOUN};

/// A longer line is several, and asks for cutting first.
const LONGEST: usize = 400;

/// Gives every bullet that misses something a rewrite: one, at the finding that says most about
/// what to write.
pub(crate) fn add_rewrites(page: &Page, pack: &RolePack, findings: &mut [Finding]) {
    let mut asked: BTreeMap<&FieldPath, (usize, Ask)> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let Some(ask) = ask(&finding.rule) else { continue };
        let best = asked.entry(&finding.path).or_insert((at, ask));
        if ask.rank() < best.1.rank() {
            *best = (at, ask);
        }
    }
    if asked.is_empty() {
        return;
    }
    let bullets = page.units.iter().filter(|unit| unit.part.is_bullet());
    let rewrites: Vec<(usize, String)> = bullets
        .filter_map(|unit| {
            let (at, ask) = *asked.get(&unit.path)?;
            Some((at, rewrite(unit, pack, ask, findings[at].range.as_ref())?))
        })
        .collect();
    for (at, rewrite) in rewrites {
        findings[at].rewrite.get_or_insert(rewrite);
    }
}

/// The text of a unit with slots; `range` is what the finding points at.
fn rewrite(unit: &Unit, pack: &RolePack, ask: Ask, range: Option<&Range<usize>>) -> Option<String> {
    (unit.text.len() <= LONGEST && !unit.text.contains(['‹', '›'])).then_some(())?;
    let whole = unit.whole();
    let range = range.filter(|range| unit.text.get((*range).clone()).is_some()).unwrap_or(&whole);
    let mut draft = Draft { unit, pack, changes: Vec::new(), end: Vec::new() };
    match ask {
        Ask::Act => draft.act(range)?,
        Ask::Figure => draft.figure(range),
        Ask::Before => draft.before(range),
        Ask::Measured => draft.measured(range),
        Ask::Outcome => draft.outcome(),
        Ask::Mechanism => draft.end.push(MECHANISM.to_owned()),
        Ask::Size => draft.size(range),
        Ask::Behind(slot) => draft.behind(range, slot)?,
        Ask::End(slot) => draft.end.push(format!(", {slot}")),
    }
    draft.finish()
}

/// A bullet and what is to change in it.
struct Draft<'a> {
    unit: &'a Unit,
    pack: &'a RolePack,
    /// Bytes of the text and what stands there afterwards.
    changes: Vec<(Range<usize>, String)>,
    /// What is added at the end, in order.
    end: Vec<String>,
}

impl Draft<'_> {
    fn insert(&mut self, at: usize, text: String) {
        self.changes.push((at..at, text));
    }

    /// `None` where what follows the opener could not follow the author's act.
    fn act(&mut self, opener: &Range<usize>) -> Option<()> {
        let first = self.unit.words_in(opener).first();
        if first.is_some_and(|word| word.norm.ends_with("ing")) {
            self.end.push(format!(", {ACT}"));
            return Some(());
        }
        let words = &self.unit.facts.words;
        let opened = words.partition_point(|word| word.start < opener.end);
        let next = self.after_company(opened);
        let end = next.checked_sub(1).map_or(opener.end, |at| words[at].end.max(opener.end));
        let last = next.checked_sub(1).map(|at| words[at].norm.as_str());
        let joint = match words.get(next).map(|word| word.norm.as_str()) {
            _ if last == Some("to") => " to",
            Some(word) if word.len() > 4 && word.ends_with("ing") => " in",
            Some(word) if last.is_some_and(|last| !ends_with_noun(last)) => {
                self.base_verb(next, word)
            }
            _ => "",
        };
        // Behind the company stands what was done, or the line goes another way.
        let follows = !joint.is_empty() || next == opened && self.opens_noun(next);
        follows.then_some(())?;
        self.changes.push((0..end, format!("{ACT}{joint}")));
        if self.says_nothing_countable() {
            self.outcome();
        }
        Some(())
    }

    /// The word behind `the team to` in `Helped the team to migrate …`.
    fn after_company(&self, opened: usize) -> usize {
        let words = &self.unit.facts.words;
        let norm = |at: usize| words.get(at).map_or("", |word| word.norm.as_str());
        let named = opened + usize::from(roles::is_one_of(norm(opened), &DETERMINERS));
        // `the platform team`: a word or two may stand before it.
        let company = (named..named + 3).find(|at| roles::is_one_of(norm(*at), &COMPANY));
        match company {
            // `the team calendar` is a thing.
            Some(at) if norm(at + 1) == "to" => at + 2,
            Some(at) if !self.base_verb(at + 1, norm(at + 1)).is_empty() => at + 1,
            Some(at) if norm(at + 1).is_empty() || roles::is_one_of(norm(at + 1), &NO_NOUN) => {
                at + 1
            }
            _ => opened,
        }
    }

    /// True when the word may open the noun that an act is about.
    fn opens_noun(&self, at: usize) -> bool {
        let word = self.unit.facts.words.get(at).map_or("", |word| word.norm.as_str());
        !word.is_empty() && !word.ends_with("ly") && !roles::is_one_of(word, &NO_NOUN)
    }

    /// A slot in brackets behind a noun; it speaks of several where the noun does.
    fn behind(&mut self, range: &Range<usize>, slot: &'static str) -> Option<()> {
        let first = self.unit.facts.words.first().map_or("", |word| word.norm.as_str());
        // `My main responsibility was …` is to be written anew.
        (!matches!(first, "my" | "our")).then_some(())?;
        let last = self.unit.words_in(range).last().map_or("", |word| word.norm.as_str());
        let several = last.len() > 3 && last.ends_with('s') && !last.ends_with("ss");
        let slot = match slot {
            WHICH if several => WHICH_ONES,
            WHICH_STORE if several => WHICH_STORES,
            slot => slot,
        };
        self.insert(range.end, format!(" ({slot})"));
        Some(())
    }

    /// `Helped migrate …`: what joins a verb that is no form of the past.
    fn base_verb(&self, at: usize, word: &str) -> &'static str {
        let found = self.pack.verb_forms.match_at(&self.unit.facts.words, at);
        let is_base = found.is_some_and(|found| self.pack.verbs[found.value].lemma == word);
        if is_base { " to" } else { "" }
    }

    fn says_nothing_countable(&self) -> bool {
        let facts = &self.unit.facts;
        facts.quantities.is_empty() && facts.changes.is_empty()
    }

    fn outcome(&mut self) {
        let metrics = self.metrics(&(0..0));
        self.end.push(format!(", ‹what came of it: {metrics}, or who uses it›"));
    }

    fn figure(&mut self, phrase: &Range<usize>) {
        let words = self.unit.words_in(phrase);
        let degrees = words.iter().take_while(|word| word.norm.ends_with("ly")).count();
        if let Some(degree) = words.get(..degrees).and_then(<[_]>::last) {
            let rest = &self.unit.text[degree.end..];
            let end = degree.end + rest.len() - rest.trim_start().len();
            self.changes.push((words[0].start..end, String::new()));
        }
        self.drop_degrees();
        let ends = "from ‹before› to ‹after›";
        if degrees == words.len() {
            let at = self.mechanism_start();
            self.insert(at, format!(" {ends}"));
        } else if words.last().is_some_and(|word| roles::is_one_of(&word.norm, &FIGURES)) {
            self.insert(phrase.end, format!(" {ends}"));
        } else {
            let metrics = self.metrics(phrase);
            let (at, compares) = self.comparison_end(phrase);
            self.insert(at, format!(" (‹metric: {metrics}› {ends})"));
            if compares {
                // `much faster than before`: the line has said of what, and often why.
                return;
            }
        }
        if !self.has_size() {
            let at = self.mechanism_start();
            self.insert(at, format!(" {LOAD}"));
        }
        if !self.says_how() {
            self.end.push(MECHANISM.to_owned());
        }
    }

    /// `improved the import significantly`: the slot asks for the figure instead.
    fn drop_degrees(&mut self) {
        let words = &self.unit.facts.words;
        for word in words.iter().filter(|word| roles::is_one_of(&word.norm, &DEGREES)) {
            let taken = self.changes.iter().any(|(range, _)| range.contains(&word.start));
            if taken {
                continue;
            }
            let before = self.unit.text[..word.start].trim_end().len();
            let rest = &self.unit.text[word.end..];
            let behind = word.end + rest.len() - rest.trim_start().len();
            let range = if before == 0 { word.start..behind } else { before..word.end };
            self.changes.push((range, String::new()));
        }
    }

    /// True when the line names a cause: after `by`, or a technique in a claim of its own.
    fn says_how(&self) -> bool {
        let facts = &self.unit.facts;
        !facts.mechanisms.is_empty() || self.unit.techniques().next().is_some()
    }

    /// Where a slot may stand after `much faster` or `much faster than before`, and whether the
    /// phrase compares at all.
    fn comparison_end(&self, phrase: &Range<usize>) -> (usize, bool) {
        let compares = self.unit.words_in(phrase).iter().any(|word| {
            matches!(word.norm.as_str(), "faster" | "better" | "more" | "quicker" | "easier")
        });
        let rest = self.unit.words_in(&(phrase.end..self.unit.text.len()));
        match rest {
            [than, before, ..] if compares && than.norm == "than" => (before.end, true),
            _ => (phrase.end, compares),
        }
    }

    /// True when the line says how big the thing is.
    fn has_size(&self) -> bool {
        self.unit.facts.measured().any(|quantity| {
            let things = quantity.dimension == Dimension::Count
                && matches!(quantity.role, Role::Count | Role::Level)
                && !quantity.counts_people
                && !quantity.counts_effort;
            things || quantity.role == Role::Denominator || quantity.dimension == Dimension::Rate
        })
    }

    /// Where `by …` begins, or the end of the line.
    fn mechanism_start(&self) -> usize {
        let end = self.text_end();
        let start = self.unit.facts.mechanisms.first().map_or(end, |found| found.range.start);
        self.unit.text[..start.min(end)].trim_end_matches([' ', ',', '(']).len()
    }

    fn before(&mut self, range: &Range<usize>) {
        let change = self
            .unit
            .facts
            .changes
            .iter()
            .find_map(|change| change.after.as_ref().filter(|_| change.before.is_none()));
        let Some(after) = change else {
            return self.insert(range.end, " (from ‹before›)".to_owned());
        };
        let words = &self.unit.facts.words;
        let next = words.partition_point(|word| word.start < after.range.start);
        let opens = words.get(next).is_some_and(|word| word.norm == "to");
        let previous = next.checked_sub(1).map(|at| &words[at]);
        match previous.map(|word| word.norm.as_str()) {
            _ if opens => self.insert(after.range.start, "from ‹before› ".to_owned()),
            Some("to") => {
                let at = previous.map_or(0, |word| word.start);
                self.insert(at, "from ‹before› ".to_owned());
            }
            Some("at" | "under" | "below" | "within" | "over" | "above") => {
                let at = previous.map_or(0, |word| word.start);
                self.insert(at, "from ‹before› to ".to_owned());
            }
            _ => self.insert(after.range.end, " (from ‹before›)".to_owned()),
        }
        if !self.has_size() {
            let at = self.mechanism_start().max(after.range.end);
            self.insert(at, format!(" {LOAD}"));
        }
        if !self.says_how() {
            self.end.push(MECHANISM.to_owned());
        }
    }

    fn measured(&mut self, figure: &Range<usize>) {
        let words = &self.unit.facts.words;
        let next = words.partition_point(|word| word.start < figure.start);
        let by = next.checked_sub(1).map(|at| &words[at]).filter(|word| word.norm == "by");
        let at = by.map_or(figure.start, |word| word.start);
        self.insert(at, format!("‹what: {ANY_METRIC}› "));
    }

    fn size(&mut self, range: &Range<usize>) {
        let object = self.unit.facts.claims.iter().find_map(|claim| claim.object.as_ref());
        let at = object.map_or(range.end, |object| object.range.end);
        self.insert(at, " (‹how many rows, tables, services or requests›)".to_owned());
        self.end
            .push(", ‹what kept it safe: dual writes, checks, way back; minutes down›".to_owned());
    }

    /// What could be measured, by the words of a range first, then by the last word of what the
    /// line acts on: other words of the line may be about anything.
    fn metrics(&self, range: &Range<usize>) -> &'static str {
        let row = |range: &Range<usize>| {
            let words = self.unit.words_in(range);
            METRICS.iter().find(|(names, _)| {
                words.iter().any(|word| {
                    let norm = word.norm.as_str();
                    let singular = norm.strip_suffix('s').unwrap_or(norm);
                    names.contains(&norm) || names.contains(&singular)
                })
            })
        };
        let object = self.unit.facts.claims.iter().find_map(|claim| claim.object.as_ref());
        let head = object.and_then(|object| self.unit.words_in(&object.range).last());
        let by_head = || row(&head.map(|word| word.start..word.end)?);
        row(range).or_else(by_head).map_or(ANY_METRIC, |(_, metrics)| metrics)
    }

    /// Where the text ends, without its full stop.
    fn text_end(&self) -> usize {
        self.unit.text.trim_end_matches(|c: char| c.is_whitespace() || ".;,:".contains(c)).len()
    }

    /// The text with all changes; `None` when two of them overlap.
    fn finish(mut self) -> Option<String> {
        let text = &self.unit.text;
        let end = self.text_end();
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::new();
        let mut from = 0;
        for (range, new) in &self.changes {
            let kept = text.get(from..range.start.min(end))?;
            out += kept;
            out += new;
            from = range.end.min(end);
        }
        out += text.get(from..end)?;
        for slot in &self.end {
            if !slot.starts_with(',') {
                out.push(' ');
            }
            out += slot;
        }
        Some(capitalized(out.trim_start(), text))
    }
}

/// True for a word that a noun follows, not a verb: `helped with design`.
fn ends_with_noun(word: &str) -> bool {
    matches!(word, "with" | "in" | "for" | "of" | "on" | "at" | "a" | "an" | "the")
}

/// The text beginning as the bullet begins, when a word in front of it is gone.
fn capitalized(text: &str, like: &str) -> String {
    let upper = like.trim_start().starts_with(char::is_uppercase);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if upper => first.to_uppercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
