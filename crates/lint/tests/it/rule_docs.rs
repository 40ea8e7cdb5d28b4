//! The examples in every rule's documentation are executed: a flagged one must be flagged by its
//! rule, a clean one must not.
//!
//! An example is a fenced block whose info string begins with its kind: `yaml` (a resume),
//! `bullets` (list items of one role), `summary` (the summary's text) or `skills` (list items of
//! one group); then `flagged` (each bullet), `flagged-together` (the bullets as a group) or `clean`;
//! then, optionally, a stage; then, optionally, how the page is set: `pages=3`, `last-page=5` for a
//! second page of five lines, or `last-line=2` for bullets of three lines whose last one has two
//! words.

use lint::Rule;
use resume::{FieldPath, PageFacts, Paragraph, Resume, Stage};

use crate::page::{resume, review_set, with_bullets};

struct Example {
    flagged: bool,
    /// Every bullet must be flagged on its own.
    each: bool,
    stage: Stage,
    layout: Option<PageFacts>,
    resume: Resume,
    source: String,
}

fn examples(rule: &Rule) -> Vec<Example> {
    let mut examples = Vec::new();
    let text = rule.text();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```").filter(|info| info.contains(',')) else {
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
        let words: Vec<&str> = info.split(',').map(str::trim).collect();
        let stage = words.get(2).map_or(Stage::Mid, |stage| stage.parse().expect("a stage"));
        let resume = read(words[0], &body, rule);
        examples.push(Example {
            layout: words.get(3).map(|set| layout(set, &resume)),
            each: words[0] == "bullets" && words[1] == "flagged",
            flagged: match words[1] {
                "flagged" | "flagged-together" => true,
                "clean" => false,
                other => panic!("{}: `{other}` is neither flagged nor clean", rule.id),
            },
            stage,
            resume,
            source: body.join("\n"),
        });
    }
    examples
}

/// About what an A4 page holds.
const LINES_OF_A_PAGE: f64 = 55.0;

/// A page as an example says that it is set.
fn layout(set: &str, resume: &Resume) -> PageFacts {
    let mut facts = PageFacts { pages: 1, last_page_fill: 0.6, ..PageFacts::default() };
    let (what, number) = set.split_once('=').expect("`pages=3` or `last-line=2`");
    let number: usize = number.parse().expect("a number");
    match what {
        "pages" => facts.pages = number,
        "last-page" => {
            facts.pages = 2;
            facts.last_page_lines = number;
            facts.last_page_fill = number as f64 / LINES_OF_A_PAGE;
        }
        "last-line" => {
            let work = FieldPath::root().key("work");
            for (at, job) in resume.work.iter().enumerate() {
                for bullet in 0..job.highlights.len() {
                    let path = work.index(at).key("highlights").index(bullet);
                    let paragraph = Paragraph { lines: 3, last_line_words: number, page: 0 };
                    facts.paragraphs.insert(path, paragraph);
                }
            }
        }
        other => panic!("unknown setting `{other}`"),
    }
    facts
}

fn read(kind: &str, body: &[&str], rule: &Rule) -> Resume {
    let items = || -> Vec<&str> {
        body.iter().map(|line| line.strip_prefix("- ").expect("a list item")).collect()
    };
    match kind {
        "yaml" => resume(&body.join("\n")),
        "bullets" => with_bullets(&items()),
        "summary" => {
            let mut resume = with_bullets(&[""; 0]);
            resume.basics.get_or_insert_default().summary = Some(body.join(" "));
            resume
        }
        "skills" => {
            let mut resume = with_bullets(&[""; 0]);
            resume.skills.push(resume::model::Skill {
                name: Some("Tools".to_owned()),
                keywords: items().into_iter().map(str::to_owned).collect(),
                ..resume::model::Skill::default()
            });
            resume
        }
        other => panic!("{}: unknown kind of example `{other}`", rule.id),
    }
}

#[test]
fn examples_do_what_they_say() {
    let mut problems = Vec::new();
    for rule in lint::rules() {
        let examples = examples(rule);
        for flagged in [true, false] {
            if !examples.iter().any(|example| example.flagged == flagged) {
                problems.push(format!("{}: no example with flagged = {flagged}", rule.id));
            }
        }
        for example in examples {
            let outcome = review_set(&example.resume, example.stage, example.layout.as_ref());
            let found = outcome.findings.iter().filter(|finding| finding.rule == rule.id).count();
            let items = example.source.lines().filter(|line| line.starts_with("- ")).count();
            if example.flagged && found == 0 {
                problems.push(format!("{}: nothing flagged in\n{}", rule.id, example.source));
            }
            if !example.flagged && found > 0 {
                let places = outcome.findings.iter().filter(|finding| finding.rule == rule.id);
                let places: Vec<String> =
                    places.map(|f| format!("{} {}", f.path, f.message)).collect();
                problems.push(format!(
                    "{}: flagged though clean: {}\n{}",
                    rule.id,
                    places.join("; "),
                    example.source
                ));
            }
            for item in example.source.lines().filter(|_| example.each) {
                let item = item.strip_prefix("- ").unwrap_or(item);
                let resume = with_bullets(&[item]);
                let alone = review_set(&resume, example.stage, example.layout.as_ref()).findings;
                if !alone.iter().any(|finding| finding.rule == rule.id) {
                    problems.push(format!("{}: not flagged: {item}", rule.id));
                }
            }
            // Finding more places than lines means that one line was counted twice.
            if items > 1 && found > items {
                problems.push(format!("{}: {found} findings in {items} lines", rule.id));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn rules_are_named_summarized_and_sorted() {
    let ids: Vec<&str> = lint::rules().iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    for rule in lint::rules() {
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
        assert!(rule.summary().ends_with('.'), "{}: the first line is a sentence", rule.id);
        assert!(rule.text().contains("## Why"), "{}: says why", rule.id);
        assert!(rule.text().contains("## What to do"), "{}: says what to do", rule.id);
    }
}
