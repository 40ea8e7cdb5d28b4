//! What is found in whole jobs: in templates nothing, in bad ones everything, each in its place.

use std::collections::BTreeSet;

use lint::{check_job, job_rules};
use resume::job::Wanted;
use resume::{Date, Finding, Job, Severity};
use roles::RolePack;

use super::{check, job};

#[test]
fn no_rule_for_resumes_is_one_for_jobs() {
    let of_resumes: BTreeSet<&str> = lint::rules().iter().map(|rule| rule.id).collect();
    for rule in job_rules() {
        assert!(!of_resumes.contains(rule.id), "{} has two meanings", rule.id);
    }
    // What a resume may not say, a job may: it describes work to be done.
    let helping = job("title: Backend Engineer\n\
                       responsibilities:\n\
                       - Help the depots of Leipzig with their nightly import of 40 tariffs\n\
                       - Responsible for the ledger together with two others\n\
                       - Contribute to the planner, work with Go and assist carriers\n");
    for finding in check(&helping) {
        assert!(!of_resumes.contains(&*finding.rule), "{} ran on a job", finding.rule);
    }
}

#[test]
fn templates_are_clean_and_complete() {
    let templates = roles::job_templates();
    assert!(templates.len() >= 14, "{}", templates.len());
    for template in templates {
        let job = job(template.yaml);
        let found: Vec<String> = check(&job)
            .iter()
            .map(|finding| format!("{} {}: {}", finding.rule, finding.path, finding.message))
            .collect();
        assert!(found.is_empty(), "{}:\n{}", template.name, found.join("\n"));
        assert_eq!(job.stage, Some(template.stage), "{}", template.name);
        assert!((2..=3).contains(&job.process.len()), "{}", template.name);
        assert!(job.must.iter().all(|must| must.assessed_in.is_some()), "{}", template.name);
        assert!(template.yaml.contains("min: ") && template.yaml.contains("# FILL IN"));
        for list in [&job.outcomes, &job.responsibilities, &job.benefits] {
            assert!(list.len() >= 3, "{}: {list:?}", template.name);
        }
    }
}

/// Findings of a job by rule, those of a clean one with some lines changed.
#[track_caller]
fn check_rule(change: (&str, &str), rule: &str, expected: usize) {
    let senior = roles::job_templates().iter().find(|template| template.name == "backend-senior");
    let yaml = senior.expect("a template").yaml;
    assert!(yaml.contains(change.0), "`{}` is not in the template", change.0);
    let found = check(&job(&yaml.replacen(change.0, change.1, 1)));
    let count = found.iter().filter(|finding| finding.rule == rule).count();
    assert_eq!(count, expected, "{rule}: {change:?}\n{found:?}");
}

#[test]
fn a_band_of_pay_is_one_with_both_ends() {
    check_rule(("  min: 80000 # FILL IN\n", ""), "unclear-pay", 1);
    check_rule(("  max: 100000", "  max: 130000"), "unclear-pay", 1);
    check_rule(("  currency: EUR # FILL IN\n", ""), "unclear-pay", 1);
    check_rule(("  max: 100000", "  max: 110000"), "unclear-pay", 0);
}

/// The text of a case.
#[expect(clippy::disallowed_methods, reason = "cases are files of the repository")]
fn case(name: &str) -> Job {
    let path = format!("{}/../../cases/jobs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    job(&std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
}

#[test]
fn bad_jobs_break_every_rule() {
    let ids = |name: &str| -> BTreeSet<String> {
        check(&case(name)).into_iter().map(|finding| finding.rule.into_owned()).collect()
    };
    let everything = ids("everything-wrong");
    let all: BTreeSet<String> = job_rules().iter().map(|rule| rule.id.to_owned()).collect();
    // A job that has a list of must-haves cannot also lack one.
    let rest: Vec<&String> = all.difference(&everything).collect();
    assert_eq!(rest, ["unbalanced-lists", "unsorted-requirements"]);
    let lists = ids("lists-only");
    for rule in rest {
        assert!(lists.contains(rule), "{rule} finds nothing in {lists:?}");
    }
}

#[test]
fn findings_point_at_what_they_quote_and_come_in_the_same_order() {
    for name in ["everything-wrong", "lists-only"] {
        let job = case(name);
        let findings = check(&job);
        assert_eq!(findings, check(&job));
        let value = serde_json::to_value(&job).expect("a job is data");
        for finding in findings.iter().filter(|finding| finding.range.is_some()) {
            let pointer: String = finding
                .path
                .segments()
                .iter()
                .map(|segment| match segment {
                    resume::Segment::Key(key) => format!("/{key}"),
                    resume::Segment::Index(index) => format!("/{index}"),
                })
                .collect();
            let text = value.pointer(&pointer).and_then(|text| text.as_str());
            let text = text.unwrap_or_else(|| panic!("{} is no text", finding.path));
            let range = finding.range.clone().expect("filtered");
            let said = text.get(range).unwrap_or_else(|| panic!("{finding:?} is beside the text"));
            let quoted = finding.message.split('"').nth(1);
            assert!(quoted.is_none_or(|quoted| quoted == said), "{finding:?} marks {said:?}");
        }
    }
}

/// The job after the first fix of `rule`.
#[track_caller]
fn check_fix(rule: &str, before: &str, after: &str) {
    let found = check(&job(&format!("responsibilities: [{before}]")));
    let fix = found.into_iter().filter(|finding| finding.rule == rule).find_map(|one| one.fix);
    let fix = fix.unwrap_or_else(|| panic!("{rule} is silent or offers no fix: {before}"));
    let [resume::Edit::Replace { range: Some(range), text, .. }] = fix.edits.as_slice() else {
        panic!("{rule}: {fix:?}")
    };
    let mut fixed = before.to_owned();
    fixed.replace_range(range.clone(), text);
    assert_eq!(fixed, after, "{rule}");
}

#[test]
fn fixes_keep_the_sentence() {
    check_fix("legacy-term", "Keep the whitelist of partners", "Keep the allowlist of partners");
    check_fix("legacy-term", "Whitelisting of partners", "Allowlisting of partners");
    check_fix("legacy-term", "Run master/slave copies", "Run primary/replica copies");
    check_fix("gendered-word", "Report to the chairman", "Report to the chair");
    check_fix("ability-signal", "Run a sanity check", "Run a quick check");
}

#[test]
fn hostile_texts_take_time_in_proportion() {
    let word = "young rockstar he whitelist AAAA. ".repeat(6_000);
    let job = Job {
        summary: Some(word.clone()),
        must: (0..2_000).map(|_| Wanted::from("10+ years of Java, max, no accent")).collect(),
        ..Job::default()
    };
    let start = std::time::Instant::now();
    let found = check(&job);
    assert!(found.len() > 10_000, "{}", found.len());
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// The level of what is said about a job that names no pay, at a place, on a day.
#[track_caller]
fn check_pay(place: &str, today: Date, expected: Severity) {
    let job = job(&format!("title: Backend Engineer\n{place}\n"));
    let found = check_job(&job, RolePack::backend_engineer(), &today);
    let found = found.iter().find(|finding| finding.rule == "unclear-pay").expect("a finding");
    assert_eq!(found.severity, expected, "{place}: {found:?}");
}

#[test]
fn the_place_decides_how_much_missing_pay_matters() {
    let day = || Date::Day(2026, 11, 30);
    let locations = [
        ("[{city: Denver, region: Colorado, countryCode: US}]", Severity::Error),
        ("[{city: Brooklyn, region: NY, countryCode: US}]", Severity::Error),
        ("[{city: New York}]", Severity::Error),
        ("[{city: Austin, region: TX, countryCode: US}]", Severity::Warning),
        ("[{city: Leipzig, countryCode: de}]", Severity::Error),
        ("[{city: Nairobi, countryCode: KE}]", Severity::Info),
        ("[{city: Leipzig}]", Severity::Warning),
    ];
    for (places, expected) in locations {
        check_pay(&format!("locations: {places}"), day(), expected);
    }
    // A law that is not in force yet asks for nothing.
    let leipzig = "locations: [{city: Leipzig, countryCode: DE}]";
    check_pay(leipzig, Date::Day(2025, 11, 30), Severity::Warning);
    check_pay("remote: {scope: full, countries: [FR]}", day(), Severity::Error);
    check_pay("remote: {scope: full}", day(), Severity::Warning);
}

#[test]
fn a_technology_cannot_be_older_than_it_is() {
    let years = |must: &str| {
        let job = job(&format!("title: Senior Backend Engineer\nmust: [{must}]"));
        let today = Date::Month(2020, 3);
        let found = check_job(&job, RolePack::backend_engineer(), &today);
        found.into_iter().any(|finding| finding.rule == "years-required")
    };
    assert!(years("8 years of experience with Kubernetes"));
    assert!(!years("4 years of experience with Kubernetes"));
    assert!(!years("8 years of experience with Java"));
}

#[test]
fn words_that_are_technical_are_not_found() {
    let pack = RolePack::backend_engineer();
    for text in [
        "Review each git commit and keep dependencies current",
        "Cut response times and lead times by half",
        "Supervise child processes and share libraries between them",
        "Write an event-driven importer with leader election",
        "Port the Objective-C client and its connection pool",
        "Join the support rotation, one week in eight",
        "Split the ledger into services that are deployed independently",
        "Move Active Directory groups into zero trust policies",
        "Look after logical replication and active-active failover",
        "Design a decision table that the pricing team can read",
        "Merge to master behind a flag, several times a day",
        "Run the native build of our Kotlin services on arm64",
        "Keep master data of 40 depots and dummy loads of the rig apart",
    ] {
        let job = Job { responsibilities: vec![text.to_owned()], ..Job::default() };
        let quoting: Vec<Finding> = check_job(&job, pack, &Date::Month(2026, 11))
            .into_iter()
            .filter(|finding| finding.range.is_some())
            .collect();
        assert!(quoting.is_empty(), "{text}: {quoting:?}");
    }
}
