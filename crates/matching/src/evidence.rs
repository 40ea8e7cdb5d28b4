//! What of a resume may count. Nothing in these types tells who somebody is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use facts::Facts;
use facts::requirement::DegreeLevel;
use resume::model::Texts;
use resume::{Date, FieldPath, Origin, Parsed, Resume};
use roles::{RolePack, SkillId};

use crate::period::Period;
use crate::reading;
use crate::title::Title;

/// A resume as a job may see it: no name, contact, school, employer or place.
///
/// Made once, and good for any number of jobs that are compared on the same day.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Texts that count, in page order.
    pub(crate) lines: Vec<Line>,
    /// Where skills are named.
    pub(crate) skills: BTreeMap<SkillId, Vec<Place>>,
    /// Where concepts are named, by their position in the pack.
    pub(crate) concepts: BTreeMap<usize, Vec<Place>>,
    /// For each skill that the page implies, the skills that do so.
    pub(crate) implied: BTreeMap<SkillId, Vec<Implies>>,
    /// Titles of paid work, in page order.
    pub(crate) titles: Vec<Title>,
    /// Dated work that was paid.
    pub(crate) work: Vec<Period>,
    /// Degrees, in page order.
    pub(crate) degrees: Vec<Held>,
    /// Human languages, in page order.
    pub(crate) languages: Vec<Spoken>,
    /// All texts that count, in lower case, one a line.
    pub(crate) words: String,
    /// The month that stands for today, counted from year 0.
    pub(crate) today: Option<i32>,
}

/// A text of the page.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The value it stands in.
    pub(crate) path: FieldPath,
    /// Where it begins in the value's text, in bytes.
    pub(crate) offset: usize,
    pub(crate) text: String,
    /// What it says; `None` for an item of a list.
    pub(crate) facts: Option<Arc<Facts>>,
    /// When, for a line of dated work.
    pub(crate) period: Option<Period>,
    /// How much it tells; orders quotes and nothing else.
    pub(crate) strength: u32,
}

/// A place that names something.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Which line.
    pub(crate) line: usize,
    /// Bytes of the line.
    pub(crate) range: Range<usize>,
    /// True inside a claim of work; false for a list, a title, the summary, a duty.
    pub(crate) in_claim: bool,
}

/// A skill that brings another with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Implies {
    pub(crate) by: SkillId,
    /// The other is what this one is a kind of: `PostgreSQL` is a relational database.
    pub(crate) is_kind: bool,
}

/// A degree, without its school.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) level: DegreeLevel,
    /// Where the page says it.
    pub(crate) path: FieldPath,
    /// The degree as written.
    pub(crate) kind: String,
}

/// A human language.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    /// In lower case.
    pub(crate) name: String,
    /// Where the page says so; `None` when it is written in it.
    pub(crate) stated: Option<(FieldPath, String)>,
}

impl Evidence {
    /// Takes from a resume what may count; `as_of` ends what still goes on.
    pub fn of(resume: &Resume, pack: &RolePack, as_of: &Date) -> Self {
        reading::evidence(resume, &[], &BTreeMap::new(), pack, as_of)
    }

    /// As [`Evidence::of`], for what was read from a file.
    ///
    /// A document may name skills where no field of a resume was found. Those words count as names
    /// in a list do; their quotes have the empty path, and bytes of the document's text.
    pub fn of_parsed(parsed: &Parsed, pack: &RolePack, as_of: &Date) -> Self {
        Self::of_known(parsed, [], pack, as_of)
    }

    /// As [`Evidence::of_parsed`], without reading texts again whose facts are `known`: pairs of a
    /// text and what [`Facts::read`] says of it with the same pack.
    pub fn of_known<'a>(
        parsed: &Parsed,
        known: impl IntoIterator<Item = (&'a str, &'a Arc<Facts>)>,
        pack: &RolePack,
        as_of: &Date,
    ) -> Self {
        let beside = if parsed.origin == Origin::Document { beside(parsed) } else { Vec::new() };
        reading::evidence(&parsed.resume, &beside, &known.into_iter().collect(), pack, as_of)
    }

    /// The same with other paths: those of the file, where the resume is a cut of it.
    #[must_use]
    pub fn moved(mut self, path: impl Fn(&FieldPath) -> FieldPath) -> Self {
        for line in &mut self.lines {
            line.path = path(&line.path);
        }
        for held in &mut self.degrees {
            held.path = path(&held.path);
        }
        for (at, _) in self.languages.iter_mut().filter_map(|spoken| spoken.stated.as_mut()) {
            *at = path(at);
        }
        self
    }

    /// Months of dated, paid work, overlaps counted once.
    pub fn months_of_work(&self) -> u32 {
        crate::period::months(self.work.iter().copied())
    }

    /// Fills in what the skills of the page bring with them.
    pub(crate) fn imply(&mut self, pack: &RolePack) {
        let vocabulary = &pack.vocabulary;
        for by in self.skills.keys().copied() {
            // What it is a kind of, step by step; from there on, and from the start, what it takes.
            let mut kinds = vec![by];
            let mut at = 0;
            while let Some(skill) = kinds.get(at).copied() {
                let new = vocabulary.parents(skill).iter().filter(|kind| !kinds.contains(kind));
                let new: Vec<SkillId> = new.copied().collect();
                kinds.extend(new);
                at += 1;
            }
            for skill in vocabulary.implied(by) {
                let is_kind = kinds.contains(&skill);
                self.implied.entry(skill).or_default().push(Implies { by, is_kind });
            }
        }
    }
}

/// Texts of a document that no value was made of, each with where it begins.
fn beside(parsed: &Parsed) -> Vec<(usize, &str)> {
    let texts = Texts::of(&parsed.resume);
    let text = parsed.source_map.text();
    let values = parsed.source_map.spans().filter(|(path, _)| texts.get(path).is_some());
    let mut values: Vec<Range<usize>> = values.map(|(_, span)| span.value.clone()).collect();
    values.sort_by_key(|value| (value.start, value.end));
    let mut found = Vec::new();
    let mut from = 0;
    for value in values.into_iter().chain(std::iter::once(text.len()..text.len())) {
        let mut start = from;
        let gap = text.get(from..value.start).unwrap_or_default();
        for line in gap.split_inclusive('\n') {
            if line.chars().any(char::is_alphabetic) {
                found.push((start, line));
            }
            start += line.len();
        }
        from = from.max(value.end);
    }
    found
}
