//! What a program may change for the author.

use std::cell::RefCell;
use std::collections::BTreeMap;

use lint::Options;
use resume::Date;
use roles::RolePack;

use super::super::Change;
use crate::generate::for_pages;
use crate::page::check;

/// Every fix that is offered, made on its page: its finding is gone and nothing is lower.
#[test]
fn an_offered_fix_removes_its_finding_and_never_lowers() {
    let made = RefCell::new(BTreeMap::<String, usize>::new());
    for_pages(|case| {
        let pack = RolePack::backend_engineer();
        let (page, stage) = (case.page.resume(), case.page.stage);
        let options = Options { stage: Some(stage), as_of: Date::Month(2026, 11), layout: None };
        let mut before = lint::check(&page, pack, &options);
        lint::verify_fixes(&page, pack, &options, &mut before);
        for finding in &before.findings {
            let Some(fix) = &finding.fix else { continue };
            let fixed = page.edited(&fix.edits).ok_or(format!("cannot be made: {finding:?}"))?;
            let after = check(&fixed, stage);
            let count = |findings: &[resume::Finding]| {
                findings.iter().filter(|other| other.rule == finding.rule).count()
            };
            if count(&after.findings) >= count(&before.findings) {
                return Err(format!("the finding stays: {finding:?}"));
            }
            let change = Change { before: &before, after: &after };
            change.falls_at_most(0.0).map_err(|why| format!("{why}: {finding:?}"))?;
            *made.borrow_mut().entry(finding.rule.to_string()).or_default() += 1;
        }
        Ok(())
    });
    let made = made.into_inner();
    assert!(made.values().sum::<usize>() >= 40, "too few fixes to say anything: {made:?}");
}

/// Making every fix one after the other ends, and the page is nowhere worse than at first.
#[test]
fn fixes_made_one_after_the_other_come_to_an_end() {
    for_pages(|case| {
        // Each step checks the page anew: a quarter of the pages is enough.
        if case.pick % 4 != 0 {
            return Ok(());
        }
        let pack = RolePack::backend_engineer();
        let stage = case.page.stage;
        let options = Options { stage: Some(stage), as_of: Date::Month(2026, 11), layout: None };
        let mut page = case.page.resume();
        let first = lint::check(&page, pack, &options);
        let mut last = first.clone();
        for _ in 0..=first.findings.len() {
            lint::verify_fixes(&page, pack, &options, &mut last);
            let Some(fix) = last.findings.iter().find_map(|finding| finding.fix.as_ref()) else {
                return Change { before: &first, after: &last }.falls_at_most(0.0);
            };
            page = page.edited(&fix.edits).ok_or("a fix that cannot be made")?;
            last = lint::check(&page, pack, &options);
        }
        Err("there is always another fix".to_owned())
    });
}
