//! Which of two pages a panel prefers.

use resume::{Resume, Stage, Verdict};

use super::{assert_not_higher, grade};
use crate::bases::{all, complete, with_bullet};
use crate::page::check;

#[test]
fn listed_patterns_lower_an_honest_page() {
    let list =
        "Applied saga, CQRS, event sourcing, sharding, consistent hashing and two-phase commit";
    for (name, page, stage) in all().into_iter().filter(|(_, _, stage)| *stage == Stage::Mid) {
        let padded = with_bullet(&page, list);
        assert_not_higher(name, &page, &padded, stage, 0.0);
        assert!(grade(&padded, stage).1 < grade(&page, stage).1, "{name}");
    }
}

/// A section that says one was on call says nothing that the page without it does not.
#[test]
fn a_thin_section_about_being_on_call_earns_nothing() {
    let thin = [
        "Participated in the on-call rotation",
        "On-call engineer",
        "Member of the on-call team, resolved incidents in a timely manner",
    ];
    for (name, page, stage) in all().into_iter().filter(|(_, _, stage)| *stage >= Stage::Senior) {
        let without = without_on_call(&page);
        for line in thin {
            let (one, other) =
                (grade(&without, stage).1, grade(&with_bullet(&without, line), stage).1);
            assert!(other <= one, "{name}: {line}: {one} {other}");
        }
    }
}

fn without_on_call(page: &Resume) -> Resume {
    let mut page = page.clone();
    for role in &mut page.work {
        role.highlights.retain(|bullet| !bullet.text.contains("pages per week"));
    }
    page
}

/// Any weak page below any middling one, any middling one below any strong one, and a strong page
/// passes the bar while a weak one is far from it.
#[test]
fn complete_pages_are_sorted_as_an_expert_sorts_them() {
    let graded: Vec<_> =
        complete().into_iter().map(|page| (check(&page.resume, page.stage).grade, page)).collect();
    let shown = || {
        let lines = graded.iter().map(|(grade, page)| {
            format!("{} {} {:?} {:?}", page.name, grade.overall, grade.axes, grade.verdict)
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    for (one, better) in &graded {
        for (other, worse) in &graded {
            if better.stage == worse.stage && better.quality > worse.quality {
                assert!(
                    one.overall >= other.overall + 5.0,
                    "{} should beat {}\n{}",
                    better.name,
                    worse.name,
                    shown()
                );
            }
        }
    }
    for (grade, page) in &graded {
        let fits = match page.quality {
            crate::bases::Quality::Weak => grade.verdict == Verdict::NotYet,
            crate::bases::Quality::Middling => grade.verdict != Verdict::Advance,
            crate::bases::Quality::Strong => grade.verdict == Verdict::Advance,
        };
        assert!(fits, "{} is {:?}\n{}", page.name, grade.verdict, shown());
    }
}
