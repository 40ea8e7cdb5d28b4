//! Credits: facts of the page that count for a criterion, each once.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;

use facts::{Change, Claim, Quantity};
use resume::{FieldPath, Stage};
use roles::RolePack;

use super::engaged::Shown;
use super::{depth, evidence, scope};
use crate::page::{Page, Part, Unit};

/// A fact that counts for a criterion.
#[derive(Clone, Debug)]
pub(super) struct Credit {
    /// Credits of one criterion with equal keys count once, at the highest amount.
    pub(super) key: String,
    /// In facts.
    pub(super) amount: f64,
    /// Counts only at this stage; at all stages when `None`.
    pub(super) only: Option<Stage>,
    /// The value the words stand in.
    pub(super) path: FieldPath,
    /// Bytes of that value's text.
    pub(super) range: Range<usize>,
    /// The words; empty for facts that stand in no text, such as dates.
    pub(super) text: String,
}

/// All credits of a page by criterion.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    accounts: BTreeMap<&'static str, Account>,
}

/// The credits of one criterion in page order.
#[derive(Debug, Default)]
struct Account {
    credits: Vec<Credit>,
    /// From key and stage to the credit; never iterated.
    by_key: HashMap<(String, Option<Stage>), usize>,
}

impl Ledger {
    /// Credits a page.
    pub(super) fn of(page: &Page, pack: &RolePack) -> Self {
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
        ledger
    }

    /// Books a credit; the higher of two with one key stays.
    pub(super) fn add(&mut self, criterion: &'static str, credit: Credit) {
        let account = self.accounts.entry(criterion).or_default();
        match account.by_key.entry((credit.key.clone(), credit.only)) {
            Entry::Occupied(known) => {
                let other = &mut account.credits[*known.get()];
                if credit.amount > other.amount {
                    *other = credit;
                }
            }
            Entry::Vacant(free) => {
                free.insert(account.credits.len());
                account.credits.push(credit);
            }
        }
    }

    /// The credits of a criterion for a page graded at `stage`, in page order.
    pub(super) fn credits(&self, criterion: &str, stage: Stage) -> Vec<&Credit> {
        let credits = self.accounts.get(criterion).into_iter().flat_map(|account| &account.credits);
        credits.filter(|credit| credit.only.is_none_or(|only| only == stage)).collect()
    }

    /// How many facts the page has for a criterion.
    pub(super) fn n(&self, criterion: &str, stage: Stage) -> f64 {
        let credits = self.credits(criterion, stage).into_iter();
        let sum = credits.fold(0.0, |sum, credit| sum + credit.amount);
        sum.min(most(criterion))
    }
}

/// How many facts of a criterion a page can have: the opening either names a system with its size
/// or it does not.
pub(super) fn most(criterion: &str) -> f64 {
    if criterion == "S1" { 1.0 } else { f64::INFINITY }
}

/// Books credits of one unit.
pub(super) struct Book<'a> {
    ledger: &'a mut Ledger,
    pub(super) unit: &'a Unit,
    /// What the unit shows of its work.
    pub(super) shown: Rc<Shown>,
}

impl<'a> Book<'a> {
    fn new(ledger: &'a mut Ledger, unit: &'a Unit, pack: &RolePack) -> Self {
        Self { ledger, unit, shown: Rc::new(Shown::of(unit, pack)) }
    }

    /// Books `amount` facts for `criterion`, resting on `range` of the unit's text.
    pub(super) fn add(
        &mut self,
        criterion: &'static str,
        key: impl Into<String>,
        amount: f64,
        range: &Range<usize>,
    ) {
        self.add_at(criterion, key, amount, range, None);
    }

    /// As [`Book::add`], for one stage only.
    pub(super) fn add_at(
        &mut self,
        criterion: &'static str,
        key: impl Into<String>,
        amount: f64,
        range: &Range<usize>,
        only: Option<Stage>,
    ) {
        let unit = self.unit;
        let credit = Credit {
            key: key.into(),
            amount,
            only,
            path: unit.path.clone(),
            range: unit.offset + range.start..unit.offset + range.end,
            text: unit.text.get(range.clone()).unwrap_or_default().to_owned(),
        };
        self.ledger.add(criterion, credit);
    }
}

/// Facts inside one claim.
pub(crate) struct ClaimFacts<'a> {
    pub(crate) claim: &'a Claim,
    pub(crate) quantities: Vec<&'a Quantity>,
    pub(crate) changes: Vec<&'a Change>,
}

/// The claims of a unit with the facts that stand in each.
pub(crate) fn claims(unit: &Unit) -> Vec<ClaimFacts<'_>> {
    let facts = &unit.facts;
    // Claims, quantities and changes all stand in the order of the text.
    let (mut quantities, mut changes) =
        (facts.measured().peekable(), facts.changes.iter().peekable());
    let mut list = Vec::with_capacity(facts.claims.len());
    for claim in &facts.claims {
        let mut inside = ClaimFacts { claim, quantities: Vec::new(), changes: Vec::new() };
        while let Some(quantity) = quantities.next_if(|q| q.range.start < claim.range.end) {
            inside.quantities.push(quantity);
        }
        while let Some(change) = changes.next_if(|c| c.range.start < claim.range.end) {
            inside.changes.push(change);
        }
        list.push(inside);
    }
    list
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
