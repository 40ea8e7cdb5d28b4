//! The check as an author meets it: what was found, less what is allowed, at the levels asked for.
//!
//! Nothing here touches the grade: it is made before, from all findings. Silencing one may not
//! add a point.

use std::collections::BTreeMap;

use resume::{Allowed, Finding, Parsed, Review, Severity};
use roles::RolePack;

use crate::allow::Allowances;
use crate::check::{Options, Outcome, check_page};
use crate::fix::{has_fixes, verify_with};
use crate::memory::Memory;
use crate::page::Page;

/// The level somebody gives to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Its findings are not shown.
    Off,
    /// Its findings have this level.
    On(Severity),
}

/// What is done with findings once all are known.
#[derive(Clone, Copy, Debug)]
pub struct Policy<'a> {
    /// Levels by rule id; a rule that is not named keeps its own.
    pub levels: &'a BTreeMap<String, Level>,
    /// Ids of rules that are not ours, e.g. the reader's, which may be allowed as well.
    pub other_rules: &'a [&'a str],
}

/// Runs every rule, grades the page, and sorts the findings of the reader and of the rules by what
/// the file allows and `policy` says. Fixes are those that hold.
pub fn review(
    parsed: &Parsed,
    pack: &RolePack,
    options: &Options<'_>,
    policy: Policy<'_>,
) -> Review {
    let memory = Memory::default();
    let page = Page::with(&parsed.resume, pack, &memory);
    let mut outcome = check_page(&parsed.resume, &page, &memory, pack, options);
    if has_fixes(&outcome) {
        verify_with(&memory, &parsed.resume, &page, pack, options, &mut outcome);
    }
    let Settled { findings, allowed } = settle(parsed, &outcome, options, policy);
    Review { grade: outcome.grade, page: page.fingerprint(), findings, allowed }
}

/// Findings once all are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// What has to be looked at.
    pub findings: Vec<Finding>,
    /// What may stay.
    pub allowed: Vec<Allowed>,
}

/// Sorts the findings of the reader and of the rules by what the file allows and `policy` says.
/// `outcome` is what [`crate::check`] said with the same options.
pub fn settle(
    parsed: &Parsed,
    outcome: &Outcome,
    options: &Options<'_>,
    policy: Policy<'_>,
) -> Settled {
    let mut allowances = Allowances::of(&parsed.resume, policy.other_rules);
    let mut settled = Settled::default();
    for finding in parsed.findings.iter().chain(&outcome.findings).cloned() {
        match allowances.reason(&finding) {
            Some(reason) => {
                settled.allowed.push(Allowed { finding, reason: reason.to_owned() });
            }
            None => settled.findings.push(finding),
        }
    }
    let unused = allowances.findings(outcome.grade.stage, options.layout.is_some());
    settled.findings.extend(unused);

    settled.findings.retain_mut(|finding| level(finding, policy.levels));
    settled.allowed.retain_mut(|allowed| level(&mut allowed.finding, policy.levels));
    settled
}

/// Gives a finding its level; false when it is not to be shown.
pub(crate) fn level(finding: &mut Finding, levels: &BTreeMap<String, Level>) -> bool {
    match levels.get(&*finding.rule) {
        None => true,
        Some(Level::Off) => false,
        Some(Level::On(severity)) => {
            finding.severity = *severity;
            true
        }
    }
}
