//! `vitae guide`: stages, gaps, next steps, ways to other roles, pay.

use serde_json::Value;

use crate::support::{Cli, PAGE, Run};

fn page() -> Cli {
    Cli::new().file("cv.yaml", PAGE)
}

#[track_caller]
fn fits(run: &Run) {
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
}

#[test]
fn stages() {
    let run = Cli::new().run("guide");
    fits(&run);
    insta::assert_snapshot!(run);
    let run = Cli::new().run("guide --stage mid");
    fits(&run);
    insta::assert_snapshot!(run);
}

#[test]
fn gaps_of_a_page() {
    let own = "skills:\n  testing: 2\n  sql: 1\n  caching: 1\nnotes:\n  testing: the quote API\n";
    let cli = page().file("self.yaml", own);
    let run = cli.run("guide gaps cv.yaml --self self.yaml");
    fits(&run);
    insta::assert_snapshot!(run);
    let run = cli.run("guide gaps cv.yaml --self self.yaml --all");
    fits(&run);
    assert!(!run.stdout.contains("--all"), "{run}");

    let run = cli.run("guide gaps cv.yaml --self self.yaml --format json");
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&told["format"], &told["topic"]), (&"vitae-guide/1".into(), &"gaps".into()));
    let of = |id: &str| {
        let skills = told["skills"].as_array().expect("a list");
        skills.iter().find(|skill| skill["skill"] == id).expect("the skill").clone()
    };
    let caching = of("caching");
    assert_eq!(caching["situation"], "shown");
    assert_eq!(caching["belowOwnPage"], true);
    assert_eq!(caching["page"]["quotes"][0]["line"], 10);
    assert_eq!(of("testing")["situation"], "untold");
    assert_eq!(of("sql")["situation"], "to-learn");
    assert_eq!(of("api-design")["page"]["standing"], "not-stated");
}

#[test]
fn next_stage_of_a_page() {
    let run = page().run("guide next cv.yaml --stage mid");
    fits(&run);
    insta::assert_snapshot!(run);
    let run = page().run("guide next cv.yaml --stage staff");
    fits(&run);
    assert!(run.stdout.contains("the last stage we know"), "{run}");
}

#[test]
fn skills_and_ways() {
    let run = Cli::new().run("guide skill caching --format markdown");
    assert_eq!(run.code, Some(0), "{run}");
    insta::assert_snapshot!(run);
    let run = Cli::new().run("guide paths --to sre --stage senior");
    fits(&run);
    insta::assert_snapshot!(run);
}

#[test]
fn pay_has_sources_and_an_age() {
    let run = Cli::new().run("guide pay --as-of 2026-11-22");
    fits(&run);
    insta::assert_snapshot!(run);
    let later = Cli::new().run("guide pay --as-of 2028-01-01 --format json");
    let told: Value = serde_json::from_str(&later.stdout).expect("JSON");
    assert_eq!(told["wages"][0]["stale"], true);
    assert_eq!(told["wages"][0]["median"], 135_980);
    assert_eq!(told["bands"][3]["band"], Value::Null);
}

#[test]
fn a_questionnaire_is_written_filled_and_read() {
    let cli = page();
    let run = cli.run("guide assess --stage mid");
    assert_eq!(run.code, Some(0), "{run}");
    let text = String::from_utf8(cli.read("self.yaml")).expect("UTF-8");
    // Empty, it says nothing and is no mistake.
    let empty = cli.run("guide gaps cv.yaml --self self.yaml");
    assert_eq!((empty.code, empty.stderr.as_str()), (Some(0), ""), "{empty}");
    assert_eq!(empty.stdout, cli.run("guide gaps cv.yaml").stdout);
    let cli = cli.file("self.yaml", text.replace("  sql:\n", "  sql: 0\n"));
    let run = cli.run("guide gaps cv.yaml --self self.yaml");
    assert!(run.stdout.contains("to learn, the nearest first (1)"), "{run}");
    let again = cli.run("guide assess");
    assert_eq!(again.code, Some(2), "{again}");
    assert!(again.stderr.contains("--force"), "{again}");
}

#[test]
fn what_cannot_be_used_is_said() {
    #[track_caller]
    fn check(cli: &Cli, arguments: &str, expected: &str) {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{run}");
        assert!(run.stderr.contains(expected), "{run}");
    }
    let cli = page().file("self.yaml", "skills:\n  sql: 7\n").file("list.yaml", "- sql\n");
    check(&cli, "guide gaps cv.yaml --self self.yaml", "self.yaml:2");
    check(&cli, "guide gaps cv.yaml --self list.yaml", "assess` writes one to fill in");
    check(&cli, "guide gaps nowhere.yaml", "does not exist");
    check(&cli, "guide skill cashing", "did you mean `caching`?");
    check(&cli, "guide paths --to chef", "there are: platform, sre");
    let cli = page().file("self.yaml", "skills:\n  cashing: 1\n");
    let run = cli.run("guide gaps cv.yaml --self self.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("did you mean `caching`?"), "{run}");
}
