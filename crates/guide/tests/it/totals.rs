//! What holds for any page.

use guide::{Gaps, Next, Situation};
use proptest::prelude::*;
use resume::{Assessment, Stage};
use roles::{RolePack, guide};

use crate::gaps::page;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_page_has_every_skill_once(lines in proptest::collection::vec("\\PC{0,80}", 0..4), skills in proptest::collection::vec("\\PC{0,20}", 0..4), level in 0_u32..9) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let skills: Vec<&str> = skills.iter().map(String::as_str).collect();
        let resume = page(&lines, &skills);
        let own = Assessment { skills: [("sql".to_owned(), level)].into(), ..Assessment::default() };
        let pack = RolePack::backend_engineer();
        for stage in Stage::ALL {
            let gaps = Gaps::of(&resume, &own, stage, guide(), pack);
            let asked = guide().skills.iter().filter(|skill| skill.is_asked(stage)).count();
            prop_assert_eq!(gaps.skills.len(), asked);
            let next = Next::of(&resume, stage, |_| None, guide(), pack);
            prop_assert_eq!(next.change.is_none(), stage == Stage::Staff);
        }
    }

    /// A true line more never makes anything less shown.
    #[test]
    fn a_line_more_never_takes_a_skill_away(pick in proptest::sample::subsequence(roles::library().bullets.iter().collect::<Vec<_>>(), 1..5)) {
        let lines: Vec<&str> = pick.iter().map(|bullet| bullet.text.as_str()).collect();
        let shown = |lines: &[&str]| {
            let gaps = Gaps::of(&page(lines, &[]), &Assessment::default(), Stage::Staff, guide(), RolePack::backend_engineer());
            gaps.in_situation(Situation::Shown).map(|gap| gap.exercise.skill).collect::<std::collections::BTreeSet<_>>()
        };
        prop_assert!(shown(&lines[..lines.len() - 1]).is_subset(&shown(&lines)));
    }
}
