//! Credits: facts of the page that count for a criterion, each once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use facts::{Change, Claim, Dimension, Quantity};
use resume::{FieldPath, Stage};
use roles::RolePack;

use super::engaged::Shown;
use super::{depth, evidence, scope};
use crate::page::{Page, Part, Unit};

/// A fact that counts for a criterion.
#[derive(Clone, Debug)]
pub(super) struct Credit<'a> {
    /// Credits of one criterion with equal keys count once, at the highest amount.
    pub(super) key: Cow<'a, str>,
    /// In facts.
    pub(super) amount: f64,
    /// Counts only at this stage; at all stages when `None`.
    pub(super) only: Option<Stage>,
    /// The value the words stand in.
    pub(super) path: Cow<'a, FieldPath>,
    /// Bytes of that value's text.
    pub(super) range: Range<usize>,
    /// The words; empty for facts that stand in no text, such as dates.
    pub(super) text: Cow<'a, str>,
}

impl Credit<'_> {
    /// What is equal for credits that count once.
    fn of_key(&self) -> (&str, Option<Stage>) {
        (&self.key, self.only)
    }
}

/// All credits of a page by criterion, each in page order.
#[derive(Debug, Default)]
pub(super) struct Ledger<'a> {
    accounts: BTreeMap<&'static str, Vec<Credit<'a>>>,
}

impl<'a> Ledger<'a> {
    /// Credits a page.
    pub(super) fn of(page: &'a Page, pack: &'a RolePack) -> Self {
        let mut ledger = Self::default();
        let repeated = repeated(page);
        // The summary is quoted before the line under the name, which often says the same.
        for part in [Part::Summary, Part::Label] {
            for unit in page.units.iter().filter(|unit| unit.part == part) {
                scope::opening(&mut Book::new(&mut ledger, unit, pack));
            }
        }
        for (unit, repeated) in page.units.iter().zip(repeated) {
            if !repeated && unit.part != Part::Label {
                let mut book = Book::new(&mut ledger, unit, pack);
                scope::credit(&mut book, pack);
                evidence::credit(&mut book, pack);
                depth::credit(&mut book, pack);
            }
        }
        evidence::credit_dates(&mut ledger, &page.periods);
        depth::credit_proofs(&mut ledger, &page.proofs);
        ledger.accounts.values_mut().for_each(settle);
        ledger
    }

    /// Books a credit.
    pub(super) fn add(&mut self, criterion: &'static str, credit: Credit<'a>) {
        self.accounts.entry(criterion).or_default().push(credit);
    }

    /// The credits of a criterion for a page graded at `stage`, in page order.
    pub(super) fn credits(
        &self,
        criterion: &str,
        stage: Stage,
    ) -> impl Iterator<Item = &Credit<'a>> {
        let credits = self.accounts.get(criterion).into_iter().flatten();
        credits.filter(move |credit| credit.only.is_none_or(|only| only == stage))
    }

    /// How many facts the page has for a criterion.
    pub(super) fn n(&self, criterion: &str, stage: Stage) -> f64 {
        let credits = self.credits(criterion, stage);
        let sum = credits.fold(0.0, |sum, credit| sum + credit.amount);
        sum.min(most(criterion))
    }
}

/// Keeps one of all credits with one key: the highest, or the first of equally high ones, in the
/// place of the first.
fn settle(credits: &mut Vec<Credit<'_>>) {
    let mut order: Vec<usize> = (0..credits.len()).collect();
    // Sorting is stable: credits with one key stay in page order.
    order.sort_by(|&one, &other| credits[one].of_key().cmp(&credits[other].of_key()));
    let mut keep = vec![false; credits.len()];
    let mut rest = order.as_slice();
    while let Some((&first, others)) = rest.split_first() {
        let same = |other: &&usize| credits[**other].of_key() == credits[first].of_key();
        let count = others.iter().take_while(same).count();
        let highest = others[..count].iter().fold(first, |best, &other| {
            if credits[other].amount > credits[best].amount { other } else { best }
        });
        credits.swap(first, highest);
        keep[first] = true;
        rest = &others[count..];
    }
    let mut keep = keep.into_iter();
    credits.retain(|_| keep.next().unwrap_or_default());
}

/// How many facts of a criterion a page can have: the opening either names a system with its size
/// or it does not.
pub(super) fn most(criterion: &str) -> f64 {
    if criterion == "S1" { 1.0 } else { f64::INFINITY }
}

/// Books credits of one unit.
pub(super) struct Book<'l, 'a> {
    ledger: &'l mut Ledger<'a>,
    pub(super) unit: &'a Unit,
    /// What the unit shows of its work.
    pub(super) shown: Rc<Shown>,
}

impl<'l, 'a> Book<'l, 'a> {
    fn new(ledger: &'l mut Ledger<'a>, unit: &'a Unit, pack: &RolePack) -> Self {
        Self { ledger, unit, shown: Rc::new(Shown::of(unit, pack)) }
    }

    /// Books `amount` facts for `criterion`, resting on `range` of the unit's text.
    pub(super) fn add(
        &mut self,
        criterion: &'static str,
        key: impl Into<Cow<'a, str>>,
        amount: f64,
        range: &Range<usize>,
    ) {
        self.add_at(criterion, key, amount, range, None);
    }

    /// As [`Book::add`], for one stage only.
    pub(super) fn add_at(
        &mut self,
        criterion: &'static str,
        key: impl Into<Cow<'a, str>>,
        amount: f64,
        range: &Range<usize>,
        only: Option<Stage>,
    ) {
        let unit = self.unit;
        let credit = Credit {
            key: key.into(),
            amount,
            only,
            path: Cow::Borrowed(&unit.path),
            range: unit.offset + range.start..unit.offset + range.end,
            text: unit.text.get(range.clone()).unwrap_or_default().into(),
        };
        self.ledger.add(criterion, credit);
    }
}

/// Facts inside one claim.
pub(crate) struct ClaimFacts<'a> {
    pub(crate) claim: &'a Claim,
    /// Bare numbers included.
    quantities: &'a [Quantity],
    pub(crate) changes: &'a [Change],
}

impl<'a> ClaimFacts<'a> {
    /// Quantities that measure something.
    pub(crate) fn measured(&self) -> impl Iterator<Item = &'a Quantity> {
        self.quantities.iter().filter(|quantity| quantity.dimension != Dimension::Bare)
    }
}

/// The claims of a unit with the facts that stand in each.
pub(crate) fn claims<'a>(unit: &'a Unit) -> Vec<ClaimFacts<'a>> {
    let facts = &unit.facts;
    // Claims, quantities and changes all stand in the order of the text.
    let (mut quantities, mut changes) = (facts.quantities.as_slice(), facts.changes.as_slice());
    let inside = |claim: &'a Claim| {
        let end = claim.range.end;
        let (own, others) = split_where(quantities, |quantity| quantity.range.start < end);
        let (changed, later) = split_where(changes, |change| change.range.start < end);
        (quantities, changes) = (others, later);
        ClaimFacts { claim, quantities: own, changes: changed }
    };
    facts.claims.iter().map(inside).collect()
}

/// The members before the first that is not `inside`, and the rest.
fn split_where<T>(all: &[T], inside: impl Fn(&&T) -> bool) -> (&[T], &[T]) {
    all.split_at(all.iter().take_while(inside).count())
}

/// For each unit, whether a richer (or earlier, if equal) one tells the same story.
fn repeated(page: &Page) -> Vec<bool> {
    let units = &page.units;
    let richness = |index: usize| {
        let facts = &units[index].facts;
        facts.quantities.len() + facts.changes.len() + facts.concepts.len() + facts.mechanisms.len()
    };
    let mut repeated = vec![false; units.len()];
    for &(one, other) in &page.same_stories {
        let order = (richness(other), &units[one].text).cmp(&(richness(one), &units[other].text));
        repeated[if order.is_gt() { one } else { other }] = true;
    }
    repeated
}
