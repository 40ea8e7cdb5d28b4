//! The generated pages are as different as pages are.

use std::cell::RefCell;
use std::collections::BTreeSet;

use resume::Stage;

use crate::generate::{self, for_pages};

#[test]
fn pages_of_every_stage_and_every_quality() {
    let seen = RefCell::new((Vec::new(), BTreeSet::<Stage>::new(), BTreeSet::<String>::new()));
    for_pages(|case| {
        let outcome = generate::outcome(&case.page);
        let mut seen = seen.borrow_mut();
        seen.0.push(outcome.grade.overall);
        seen.1.insert(case.page.stage);
        seen.2.extend(outcome.findings.iter().map(|finding| finding.rule.to_string()));
        Ok(())
    });
    let (grades, stages, rules) = seen.into_inner();
    let share = |low: f64, high: f64| {
        let inside = grades.iter().filter(|grade| (low..high).contains(*grade)).count();
        inside as f64 / grades.len() as f64
    };
    assert_eq!(stages.len(), Stage::ALL.len());
    assert!(rules.len() >= 20, "{rules:?}");
    assert!(share(0.0, 10.0) < 0.35, "{grades:?}");
    assert!(share(10.0, 45.0) > 0.25, "{grades:?}");
    assert!(share(45.0, 80.0) > 0.15, "{grades:?}");
}
