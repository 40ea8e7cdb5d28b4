//! Fixes are promises: one is kept only when the page, graded again with it, is nowhere worse.

use std::collections::BTreeMap;

use resume::{Axis, Finding, Resume, Severity};
use roles::RolePack;

use crate::check::{Options, Outcome, run};
use crate::page::Page;

/// Points that two grades of the same facts may differ by, because sums are rounded.
const ROUNDING: f64 = 1e-9;

/// Drops every fix of `outcome` that does not hold, and keeps the others as they are.
///
/// A fix holds when, after it alone is made and the page is checked again, no axis and not the
/// overall grade is lower, its rule has one finding fewer, and no rule has more warnings or errors
/// than before. `outcome` is what [`crate::check`] said of the same arguments.
pub fn verify_fixes(
    resume: &Resume,
    pack: &RolePack,
    options: &Options<'_>,
    outcome: &mut Outcome,
) {
    if outcome.findings.iter().all(|finding| finding.fix.is_none()) {
        return;
    }
    let page = Page::of(resume, pack);
    let known = page.known();
    let before = Count::of(&outcome.findings);
    let holds = |finding: &Finding| {
        let edits = finding.fix.as_ref().map(|fix| &fix.edits)?;
        let after = resume.edited(edits)?;
        let again = run(&after, &Page::again(&after, pack, &known), pack, options);
        let better =
            !is_lower(&again, outcome) && Count::of(&again.findings).is_fewer(&before, finding);
        better.then_some(())
    };
    let broken: Vec<usize> = (0..outcome.findings.len())
        .filter(|at| outcome.findings[*at].fix.is_some() && holds(&outcome.findings[*at]).is_none())
        .collect();
    for at in broken {
        outcome.findings[at].fix = None;
    }
}

/// True when an axis or the whole grade is lower than before.
fn is_lower(after: &Outcome, before: &Outcome) -> bool {
    let (after, before) = (&after.grade, &before.grade);
    after.overall < before.overall - ROUNDING
        || Axis::ALL.iter().any(|axis| after.axes.get(*axis) < before.axes.get(*axis) - ROUNDING)
}

/// Findings by rule: all of them, and those a reader holds against the page.
struct Count<'a>(BTreeMap<&'a str, (usize, usize)>);

impl<'a> Count<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut rules = BTreeMap::new();
        for finding in findings {
            let (all, grave): &mut (usize, usize) = rules.entry(&*finding.rule).or_default();
            *all += 1;
            *grave += usize::from(finding.severity > Severity::Info);
        }
        Self(rules)
    }

    /// One finding fewer of the rule that was fixed, and nothing graver than a note anew.
    fn is_fewer(&self, before: &Count<'_>, fixed: &Finding) -> bool {
        let count = |of: &Count<'_>, rule: &str| of.0.get(rule).copied().unwrap_or_default();
        count(self, &fixed.rule).0 < count(before, &fixed.rule).0
            && self.0.iter().all(|(rule, (_, grave))| *grave <= count(before, rule).1)
    }
}
