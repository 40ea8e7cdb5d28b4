//! Rules for jobs: their examples are executed, and a run over whole jobs.
//!
//! An example is a fenced block whose info string begins with its kind: `job` (YAML of a job),
//! `title` (a title an item), `about` (the summary), `duties` or `must` (items of that list); then
//! `flagged` (each item alone), `flagged-together` or `clean`; then, optionally, a stage. In a
//! `job`, `filler: 300` adds that many words of prose, `list: 300` that many in a list.

use std::collections::BTreeSet;

use extract::{Format, Limits};
use lint::{JobRule, check_job, job_rules};
use resume::job::Wanted;
use resume::{Date, Finding, Job, Stage};
use roles::RolePack;

/// Reads YAML of a job.
#[track_caller]
pub(crate) fn job(yaml: &str) -> Job {
    let (mut filler, mut list) = (0, 0);
    let mut lines: Vec<&str> = yaml.lines().collect();
    lines.retain(|line| {
        let count = |key: &str| line.strip_prefix(key).and_then(|count| count.trim().parse().ok());
        let (prose, listed): (Option<usize>, Option<usize>) = (count("filler:"), count("list:"));
        (filler, list) = (prose.unwrap_or(filler), listed.unwrap_or(list));
        prose.is_none() && listed.is_none()
    });
    let text = lines.join("\n");
    let read = extract::read_job(text.as_bytes(), Format::Yaml, &Limits::default());
    let read = read.unwrap_or_else(|error| panic!("{}\n{yaml}", error.message));
    assert!(read.job.extra.is_empty(), "{:?}\n{yaml}", read.job.extra);
    let mut job = read.job;
    let prose = |count: usize| "depot ".repeat(count);
    if filler > 0 {
        job.summary = Some(prose(filler));
    }
    if list > 0 {
        job.outcomes = vec![prose(list / 5); 5];
    }
    job
}

pub(crate) fn check(job: &Job) -> Vec<Finding> {
    check_job(job, RolePack::backend_engineer(), &Date::Day(2026, 11, 30))
}

struct Example {
    kind: String,
    how: String,
    stage: Stage,
    body: Vec<String>,
}

impl Example {
    fn items(&self) -> Vec<&str> {
        self.body.iter().map(|line| line.strip_prefix("- ").expect("a list item")).collect()
    }

    /// The job of some of its items.
    fn of(&self, items: &[&str]) -> Job {
        let mut job = Job { stage: Some(self.stage), ..Job::default() };
        match self.kind.as_str() {
            "title" => job = Job { title: items.first().map(ToString::to_string), ..Job::default() },
            "must" => job.must = items.iter().map(|item| Wanted::from(*item)).collect(),
            "duties" => job.responsibilities = items.iter().map(ToString::to_string).collect(),
            other => panic!("unknown kind of example `{other}`"),
        }
        job
    }

    /// The jobs it stands for: one, or one for each item.
    fn jobs(&self) -> Vec<Job> {
        match self.kind.as_str() {
            "job" => vec![job(&self.body.join("\n"))],
            "about" => {
                vec![Job { summary: Some(self.body.join(" ")), ..self.of_nothing() }]
            }
            "title" => self.items().iter().map(|item| self.of(&[item])).collect(),
            _ if self.how == "flagged" => self.items().iter().map(|item| self.of(&[item])).collect(),
            _ => vec![self.of(&self.items())],
        }
    }

    fn of_nothing(&self) -> Job {
        Job { stage: Some(self.stage), ..Job::default() }
    }
}

fn examples(rule: &JobRule) -> Vec<Example> {
    let text = rule.text();
    let mut lines = text.lines();
    let mut examples = Vec::new();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```").filter(|info| info.contains(',')) else {
            continue;
        };
        let body = lines.by_ref().take_while(|line| !line.starts_with("```"));
        let body = body.map(str::to_owned).collect();
        let words: Vec<&str> = info.split(',').map(str::trim).collect();
        let stage = words.get(2).map_or(Stage::Mid, |stage| stage.parse().expect("a stage"));
        examples.push(Example {
            kind: words[0].to_owned(),
            how: words[1].to_owned(),
            stage,
            body,
        });
    }
    examples
}

#[test]
fn examples_do_what_they_say() {
    let mut problems = Vec::new();
    for rule in job_rules() {
        let examples = examples(rule);
        for flagged in [true, false] {
            if !examples.iter().any(|example| example.how.starts_with("flagged") == flagged) {
                problems.push(format!("{}: no example with flagged = {flagged}", rule.id));
            }
        }
        for example in examples {
            for job in example.jobs() {
                let found = check(&job);
                let found: Vec<&Finding> =
                    found.iter().filter(|finding| finding.rule == rule.id).collect();
                let said = example.body.join("\n");
                if found.is_empty() && example.how != "clean" {
                    problems.push(format!("{}: nothing flagged in {job:?}\n{said}", rule.id));
                }
                if !found.is_empty() && example.how == "clean" {
                    let found: Vec<String> = found
                        .iter()
                        .map(|finding| format!("{} {}", finding.path, finding.message))
                        .collect();
                    let found = found.join("; ");
                    problems.push(format!("{}: flagged though clean: {found}\n{said}", rule.id));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn rules_are_named_summarized_and_sorted() {
    let ids: Vec<&str> = job_rules().iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    for rule in job_rules() {
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
        assert!(rule.summary().ends_with('.'), "{}: the first line is a sentence", rule.id);
        assert!(rule.text().contains("## Why"), "{}: says why", rule.id);
        assert!(rule.text().contains("## What to do"), "{}: says what to do", rule.id);
    }
}

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
