//! The examples of the rules' documentation are executed.
//!
//! An example is a fenced block whose info string begins with its kind: `job` (YAML of a job),
//! `title` (a title an item), `about` (the summary), `duties` or `must` (items of that list); then
//! `flagged` (each item alone), `flagged-together` or `clean`; then, optionally, a stage.

use lint::{JobRule, job_rules};
use resume::job::Wanted;
use resume::{Finding, Job, Stage};

use super::{check, job};

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
            "title" => {
                job = Job { title: items.first().map(|item| (*item).to_owned()), ..Job::default() }
            }
            "must" => job.must = items.iter().map(|item| Wanted::from(*item)).collect(),
            "duties" => {
                job.responsibilities = items.iter().map(|item| (*item).to_owned()).collect()
            }
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
            _ if self.how == "flagged" => {
                self.items().iter().map(|item| self.of(&[item])).collect()
            }
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
        examples.push(Example { kind: words[0].to_owned(), how: words[1].to_owned(), stage, body });
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
