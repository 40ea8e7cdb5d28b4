//! What a page is not asked for: by stage, by field, by country.

use lint::Outcome;
use resume::model::Education;
use resume::{Date, Stage};

use crate::bases::{all, complete};
use crate::generate::{self, for_pages};
use crate::page::{check, resume};

fn base(name: &str) -> (resume::Resume, Stage) {
    let (_, page, stage) =
        all().into_iter().find(|(base, _, _)| *base == name).expect("a base of this name");
    (page, stage)
}

/// Everything that the report tells the author to do.
fn advice(outcome: &Outcome) -> Vec<String> {
    let findings = outcome.findings.iter().flat_map(|finding| {
        [Some(finding.message.clone()), finding.hint.clone()].into_iter().flatten()
    });
    findings.chain(outcome.grade.next.iter().cloned()).collect()
}

/// Fails when the report asks for what a first job need not show.
fn asks_for_seniority(outcome: &Outcome) -> Result<(), String> {
    const LATER: [&str; 8] = [
        "on-call", "pager", "incident", "open source", "dual-write", "saga", "distributed", "shard",
    ];
    let told = advice(outcome).into_iter().find(|told| {
        let told = told.to_lowercase();
        LATER.iter().any(|later| told.contains(later))
    });
    told.map_or(Ok(()), Err)
}

#[test]
fn a_first_job_is_not_asked_for_operations_or_distributed_systems() {
    let (page, stage) = base("entry");
    assert_eq!(asks_for_seniority(&check(&page, stage)), Ok(()));
}

#[test]
fn no_rule_asks_a_generated_first_job_for_seniority() {
    const LATER: [&str; 5] = [
        "no-operations", "no-distributed-depth", "no-database-depth", "no-public-proof",
        "no-queue-named",
    ];
    for_pages(|case| {
        if case.page.stage != Stage::Junior {
            return Ok(());
        }
        let asked = generate::outcome(&case.page)
            .findings
            .iter()
            .find(|finding| LATER.contains(&finding.rule.as_ref()))
            .map(|finding| format!("{finding:?}"));
        asked.map_or(Ok(()), Err)
    });
}

#[test]
fn other_fields_are_not_asked_for_databases_and_queues() {
    const OF_WEB_BACKENDS: [&str; 5] = [
        "no-database-named", "no-queue-named", "generic-database", "no-database-depth",
        "no-distributed-depth",
    ];
    let bases = ["embedded", "games", "ml"].map(base);
    let deep = complete().into_iter().filter(|page| page.name == "senior-strong-embedded");
    for (page, stage) in bases.into_iter().chain(deep.map(|page| (page.resume, page.stage))) {
        let outcome = check(&page, stage);
        let asked = outcome
            .findings
            .iter()
            .find(|finding| OF_WEB_BACKENDS.contains(&finding.rule.as_ref()));
        assert!(asked.is_none(), "{:?}: {asked:?}", page.basics.and_then(|basics| basics.label));
    }
}

#[test]
fn naming_a_change_of_career_is_neither_trait_nor_objective() {
    let summaries = [
        "Civil engineer for 6 years, backend engineer since 2024: runs the bridge-sensor importer, 2 million readings a day.",
        "Former nurse who moved to software in 2023; built the shift planner that 14 wards use.",
        "Career change from teaching to backend development in 2024. Wrote the exam grader of a language school, 9,000 exams a month.",
        "Retrained from logistics planning to Go development; owns the dock scheduler of 3 depots.",
    ];
    for summary in summaries {
        let (mut page, _) = base("entry");
        page.basics.as_mut().expect("basics").summary = Some(summary.to_owned());
        let outcome = check(&page, Stage::Junior);
        let wrong = outcome.findings.iter().find(|finding| {
            ["trait-opener", "objective-statement", "first-person", "unnamed-transition"]
                .contains(&finding.rule.as_ref())
        });
        assert!(wrong.is_none(), "{summary}: {wrong:?}");
    }
}

#[test]
fn marks_of_any_country_are_fine() {
    let scores = ["8.7/10", "1.3", "110/110", "110 e lode", "First", "2:1", "16.5/20", "A", "92%"];
    for score in scores {
        let (mut page, stage) = base("entry");
        page.education = vec![Education {
            institution: Some("Politecnico della Riviera".to_owned()),
            area: Some("Computing".to_owned()),
            study_type: Some("MSc".to_owned()),
            start_date: Some(Date::Month(2022, 9)),
            end_date: Some(Date::Month(2024, 7)),
            score: Some(score.to_owned()),
            ..Education::default()
        }];
        let outcome = check(&page, stage);
        let about =
            outcome.findings.iter().find(|finding| finding.path.to_string().ends_with("score"));
        assert!(about.is_none(), "{score}: {about:?}");
    }
}

/// A page of work that was never shown outside is no worse for it: nothing is taken, and at the
/// stages that do not ask for proof nothing is missing.
#[test]
fn a_closed_career_is_not_punished() {
    let page = resume(
        "
basics: {name: Ada Brandt, email: ada@brandt.page, summary: Owns the rate engine of an insurer.}
work:
  - name: Greywell Mutual
    position: Backend engineer
    startDate: 2020-01
    highlights: [Cut p99 of the rate engine from 900 ms to 120 ms by compiling the rules]
",
    );
    for stage in [Stage::Mid, Stage::Senior] {
        let grade = check(&page, stage).grade;
        assert!(grade.penalties.is_empty(), "{:?}", grade.penalties);
        let proof = grade.criteria.iter().find(|criterion| criterion.id == "D5");
        assert!(proof.is_none_or(|proof| proof.need.is_none()), "{stage}: {proof:?}");
    }
}
