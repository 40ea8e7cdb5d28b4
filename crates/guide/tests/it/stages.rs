//! Differences between stages and roles are computed from data, and figures know their age.

use guide::{AskKind, Basis, PayView, Scope, StageChange, StageView, Ways, questionnaire};
use resume::{Assessment, Date, Stage};
use roles::{RolePack, SkillGroup, guide};

#[test]
fn what_changes_is_the_difference_of_the_needs() {
    let pack = RolePack::backend_engineer();
    for stage in [Stage::Junior, Stage::Mid, Stage::Senior] {
        let change = StageChange::after(stage, pack, |_| Some(1.0)).expect("a next stage");
        for criterion in &pack.needs.criterion {
            let need = |stage: Stage| criterion.need[stage as usize];
            let (from, to) = (need(change.from), need(change.to));
            let ask = change.asks.iter().find(|ask| ask.id == criterion.id);
            assert_eq!(ask.is_some(), (from - to).abs() > f64::EPSILON, "{}", criterion.id);
            let Some(ask) = ask else { continue };
            let kind = match (from > 0.0, to > 0.0) {
                (false, true) => AskKind::New,
                (true, false) => AskKind::Dropped,
                _ => AskKind::More,
            };
            assert_eq!(ask.kind, kind, "{}", criterion.id);
            assert_eq!(ask.missing(), (to > 0.0).then(|| (to - 1.0).max(0.0)));
        }
    }
    assert_eq!(StageChange::after(Stage::Staff, pack, |_| None), None);
}

#[test]
fn a_stage_has_all_its_parts() {
    for stage in Stage::ALL {
        let view = StageView::of(stage, guide(), RolePack::backend_engineer());
        assert!(view.duties.len() >= 5 && view.steps.len() >= 4 && view.ways.len() == 6);
        assert_eq!(view.earlier.is_empty(), stage == Stage::Junior);
        let usual = view.skills.iter();
        assert!(usual.clone().all(|skill| skill.before.is_none_or(|b| b <= skill.level.level)));
        assert!(usual.filter(|skill| skill.group == SkillGroup::Core).count() == 16);
    }
}

#[test]
fn ways_count_from_what_there_is() {
    let usual = Ways::of(Stage::Mid, &Assessment::default(), guide());
    assert_eq!(usual.basis, Basis::Usual);
    assert!(usual.ways.is_sorted_by_key(|way| way.levels));
    for way in &usual.ways {
        let path = guide().paths.iter().find(|path| path.id == way.id).expect("its path");
        assert_eq!(way.learn.len() + way.already.len(), path.levels.len());
        for delta in &way.learn {
            let skill = guide().skill(delta.skill).expect("a skill");
            assert_eq!(
                (delta.from, delta.to.level),
                (skill.expected(Stage::Mid), path.levels[delta.skill])
            );
            assert!(delta.from < delta.to.level);
        }
    }
    // Who can do it all has nothing to learn.
    let skills = guide().skills.iter().map(|skill| (skill.id.clone(), 3)).collect();
    let own = Assessment { skills, ..Assessment::default() };
    let own = Ways::of(Stage::Mid, &own, guide());
    assert_eq!(own.basis, Basis::Own);
    assert!(own.ways.iter().all(|way| way.learn.is_empty() && way.levels == 0));
}

#[test]
fn figures_know_their_age() {
    #[track_caller]
    fn check(as_of: &str, months: i32, stale: bool) {
        let pay = PayView::of(&guide().pay, &Date::parse(as_of));
        let wage = &pay.wages[0];
        assert_eq!((wage.wage.date.as_str(), wage.months, wage.stale), ("2025-05", months, stale));
    }
    check("2025-05-31", 0, false);
    check("2026-11-30", 18, false);
    check("2026-12-01", 19, true);
    // A clock that is wrong makes nothing younger than it is.
    check("2020-01-01", 0, false);

    let pay = PayView::of(&guide().pay, &Date::parse("2026-11-22"));
    let staff = &pay.bands[3];
    assert_eq!((staff.stage, staff.band), (Stage::Staff, None));
    assert!(pay.bands[..3].iter().all(|band| band.band.is_some() && band.stale));
    assert_eq!(pay.wages[0].earlier.len(), 4);
}

#[test]
fn the_questionnaire_asks_what_it_is_asked_for() {
    let ids = |text: &str| {
        let lines = text.lines().skip_while(|line| *line != "skills:").skip(1);
        let names = lines.filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'));
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let all = questionnaire(guide(), Scope::default());
    assert!(all.lines().all(|line| line.chars().count() <= 100), "{all}");
    let not_neighbor = guide().skills.iter().filter(|skill| skill.group != SkillGroup::Neighbor);
    assert_eq!(ids(&all), not_neighbor.map(|skill| skill.id.clone()).collect::<Vec<_>>());

    let junior = questionnaire(guide(), Scope { stage: Some(Stage::Junior), path: None });
    assert!(
        ids(&junior).contains(&"sql".to_owned()) && !ids(&junior).contains(&"capacity".to_owned())
    );
    let sre = guide().paths.iter().find(|path| path.id == "sre");
    let sre = questionnaire(guide(), Scope { stage: Some(Stage::Junior), path: sre });
    assert!(ids(&sre).contains(&"toil".to_owned()) && !ids(&sre).contains(&"frontend".to_owned()));
}
