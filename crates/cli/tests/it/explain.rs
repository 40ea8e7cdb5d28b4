//! `vitae explain`: the rules, in words.

use crate::support::Cli;

/// Ids of the rules that the list shows.
fn listed() -> Vec<String> {
    let run = Cli::new().run("explain");
    assert_eq!(run.code, Some(0), "{run}");
    run.stdout
        .lines()
        .filter(|line| line.starts_with(' ') && !line.contains("counts"))
        .map(|line| line.split_whitespace().nth(1).expect("level, rule, summary").to_owned())
        .collect()
}

#[test]
fn the_list_has_each_rule_once_in_groups_that_are_sorted() {
    let ids = listed();
    assert!(ids.len() >= 25, "{ids:?}");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
    let list = Cli::new().run("explain").stdout;
    let groups: Vec<&str> = list.split("\n\n").collect();
    let topics: Vec<&str> =
        groups.iter().map(|group| group.split(':').next().unwrap_or_default()).collect();
    let expected = ["scope", "evidence", "depth", "integrity", "format", "language", "file", "job"];
    assert_eq!(topics, expected);
    for group in groups {
        let rules: Vec<&str> = group
            .lines()
            .skip(1)
            .filter(|line| !line.contains("counts"))
            .filter_map(|line| line.split_whitespace().nth(1))
            .collect();
        assert!(!rules.is_empty() && rules.is_sorted(), "{rules:?}");
    }
}

#[test]
fn a_criterion_is_explained() {
    insta::assert_snapshot!(Cli::new().run("explain D3").stdout);
    for id in ["S1", "s1", "E4", "D5"] {
        let run = Cli::new().run(&format!("explain {id}"));
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.contains("junior: "), "{run}");
    }
    assert_eq!(Cli::new().run("explain S9").code, Some(2));
}

#[test]
fn every_listed_rule_is_explained() {
    for id in listed() {
        let run = Cli::new().run(&format!("explain {id}"));
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.starts_with(&format!("{id} ")), "{run}");
        assert!(run.stdout.lines().count() > 3, "{run}");
        assert!(!run.stdout.contains("```"), "{run}");
    }
}

#[test]
fn every_rule_of_a_report_is_explained() {
    let ids = listed();
    let cli = Cli::new().file("cv.yaml", crate::support::PAGE);
    let report: serde_json::Value =
        serde_json::from_str(&cli.run("check cv.yaml --format json").stdout).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    assert!(!findings.is_empty());
    for finding in findings {
        assert!(ids.iter().any(|id| *id == finding["rule"]), "{finding}");
    }
}

#[test]
fn an_unknown_rule_is_an_error_with_a_suggestion() {
    let id = listed().swap_remove(0);
    let run = Cli::new().run(&format!("explain {}", &id[..id.len() - 1]));
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains(&format!("did you mean `{id}`?")), "{run}");
    let run = Cli::new().run("explain zzz");
    assert!(run.stderr.contains("`vitae explain` lists all rules and criteria"), "{run}");
}
