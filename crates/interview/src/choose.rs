//! Which of the fitting questions a panel would ask first.

use std::collections::{BTreeMap, BTreeSet};

use roles::{Question, Trigger};

use crate::fired::{Fact, Fired, fired};
use crate::line::{Line, Part};
use crate::{Asked, Desk, fill};

/// A question that fits a line.
#[derive(Clone)]
pub(crate) struct Candidate<'a> {
    pub(crate) question: &'a Question,
    pub(crate) fired: Fired,
    pub(crate) asked: Asked,
    /// How early it is asked.
    pub(crate) weight: i16,
}

/// All questions that fit a line, the first to be asked first.
pub(crate) fn candidates<'a>(line: &Line<'_>, desk: &Desk<'a>) -> Vec<Candidate<'a>> {
    let facts = fired(line, desk.pack);
    let mut all: Vec<Candidate<'a>> = Vec::new();
    for question in &desk.bank.questions {
        let Some(weight) = desk.bank.weight(question, desk.stage) else { continue };
        let mut best: Option<Candidate<'a>> = None;
        for fact in facts.iter().filter(|fact| fact.sets_off(&question.fires, desk.pack)) {
            let by_skill =
                matches!((&question.fires, &fact.fact), (Trigger::Concepts(_), Fact::Skill(_)));
            let weight = weight + fact.bonus + if by_skill { BY_SKILL } else { 0 };
            if best.as_ref().is_some_and(|best| best.weight >= weight) {
                continue;
            }
            if let Some(asked) = fill::about(question, fact, line.text) {
                best = Some(Candidate { question, fired: fact.clone(), asked, weight });
            }
        }
        all.extend(best);
    }
    // Stable: equal weights keep the order of the data.
    all.sort_by_key(|candidate| std::cmp::Reverse(candidate.weight));
    all
}

/// A pattern that only the list of skills knows by these words is a weaker sign of it.
const BY_SKILL: i16 = -12;
/// Least questions a bullet gets, where so many fit; any other line gets one.
const LEAST: usize = 2;
/// What a question beyond those has to weigh.
const WORTH_ASKING: i16 = 52;
/// A second question about the same fact comes later.
const SAME_FACT: i16 = -20;
/// So does a second one of the same family about the same line.
const FAMILY_AGAIN: i16 = -26;
/// So does one of a family that was asked before on this page, more the more often, down to a limit.
const SAME_FAMILY: i16 = -3;
const SAME_FAMILY_LIMIT: i16 = -12;

/// Most questions about a line: fewer the longer ago it was.
fn most(line: &Line<'_>) -> usize {
    match (line.part, line.distance) {
        (Part::ScopeLine, 0) => 2,
        (Part::Summary | Part::Publication | Part::ScopeLine, _) => 1,
        (Part::Bullet, 0) => 4,
        (Part::Bullet, 1) => 3,
        (Part::Bullet, _) => 2,
    }
}

/// For each line its questions, in the order they are asked; no question twice.
///
/// Lines take turns: each gets its first question before any gets its second, so that a page with
/// many similar lines is not asked everything about the first of them.
pub(crate) fn for_page<'a>(lines: &[Line<'_>], desk: &Desk<'a>) -> Vec<Vec<Candidate<'a>>> {
    let fitting: Vec<Vec<Candidate<'a>>> =
        lines.iter().map(|line| candidates(line, desk)).collect();
    let mut chosen: Vec<Vec<Candidate<'a>>> = lines.iter().map(|_| Vec::new()).collect();
    let mut page = Page::default();
    let turns = lines.iter().map(most).max().unwrap_or_default();
    for turn in 0..turns {
        for (at, line) in lines.iter().enumerate() {
            if turn >= most(line) || chosen[at].len() < turn {
                continue;
            }
            let least = if line.part == Part::Bullet { LEAST } else { 1 };
            if let Some(next) = page.next(&fitting[at], &chosen[at], least) {
                page.take(next);
                chosen[at].push(next.clone());
            }
        }
    }
    chosen
}

/// What was asked on a page so far.
#[derive(Default)]
pub(crate) struct Page<'a> {
    ids: BTreeSet<&'a str>,
    families: BTreeMap<&'a str, i16>,
}

impl<'a> Page<'a> {
    /// The next question about a line of which `chosen` are asked; `least` of them whatever they
    /// weigh.
    pub(crate) fn next<'c>(
        &self,
        fitting: &'c [Candidate<'a>],
        chosen: &[Candidate<'a>],
        least: usize,
    ) -> Option<&'c Candidate<'a>> {
        let mut best: Option<(&'c Candidate<'a>, i16)> = None;
        for candidate in fitting {
            let Question { id, family, .. } = candidate.question;
            if self.ids.contains(id.as_str()) {
                continue;
            }
            let same = |one: &Candidate<'_>| is_same(&one.fired, &candidate.fired);
            let again = if chosen.iter().any(same) { SAME_FACT } else { 0 }
                + if chosen.iter().any(|one| one.question.family == *family) {
                    FAMILY_AGAIN
                } else {
                    0
                };
            let worth = chosen.len() < least || candidate.weight + again >= WORTH_ASKING;
            let before = self.families.get(family.as_str()).copied().unwrap_or_default();
            let often = before.saturating_mul(SAME_FAMILY).max(SAME_FAMILY_LIMIT);
            let weight = candidate.weight + again + often;
            if worth && best.is_none_or(|(_, best)| weight > best) {
                best = Some((candidate, weight));
            }
        }
        best.map(|(candidate, _)| candidate)
    }

    /// Notes that a question is asked.
    pub(crate) fn take(&mut self, candidate: &Candidate<'a>) {
        self.ids.insert(&candidate.question.id);
        let family = self.families.entry(&candidate.question.family).or_default();
        *family = family.saturating_add(1);
    }

    /// Notes a question that no line fired.
    pub(crate) fn take_id(&mut self, question: &'a Question) -> bool {
        self.ids.insert(&question.id)
    }

    /// True when the question was asked.
    pub(crate) fn has(&self, question: &Question) -> bool {
        self.ids.contains(question.id.as_str())
    }
}

/// Two facts that stand in the same words, or are the same kind of statement about the line.
fn is_same(one: &Fired, other: &Fired) -> bool {
    let overlap = one.words.start < other.words.end && other.words.start < one.words.end;
    match (&one.fact, &other.fact) {
        (Fact::Shape(one), Fact::Shape(other)) => one == other,
        (Fact::Shape(_), _) | (_, Fact::Shape(_)) => false,
        _ => overlap,
    }
}
