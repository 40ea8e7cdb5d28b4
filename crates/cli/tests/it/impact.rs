//! `vitae impact`: tables of groups.

use std::fmt::Write;

use serde_json::Value;

use crate::support::Cli;

/// People of one step: some without a group, one without an outcome.
fn people() -> Cli {
    let mut csv = "sex,race,invited,points\n".to_owned();
    for (sex, race, count, invited) in [
        ("Female", "Asian", 12, 3),
        ("Female", "White", 20, 9),
        ("Male", "Asian", 15, 8),
        ("Male", "White", 30, 19),
    ] {
        for at in 0..count {
            let word = if at < invited { "yes" } else { "no" };
            let points = 40 + (at * 7 + invited) % 31;
            let _ = writeln!(csv, "{sex},{race},{word},{points}");
        }
    }
    Cli::new().file("people.csv", csv + ",White,yes,71\nFemale,Asian,,\n")
}

#[test]
fn tables_for_people_fit_80_columns() {
    let run =
        people().run("impact people.csv --by sex --by race --selected invited --score points");
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
    insta::assert_snapshot!(run);
}

#[test]
fn published_counts_and_small_numbers() {
    let counts = "group,n,k\nWhite,80,48\nBlack,40,12\n";
    insta::assert_snapshot!(
        Cli::new()
            .stdin(counts)
            .run("impact - --by group --count n --selected k --format markdown")
    );
    let small = "group,n,k\nA,10,3\nB,5,1\nC,0,0\n";
    insta::assert_snapshot!(
        Cli::new().stdin(small).run("impact - --by group --count n --selected k")
    );
}

#[test]
fn figures_for_programs_and_spreadsheets() {
    let cli = people();
    let run = cli.run("impact people.csv --by sex --selected invited --format json");
    assert_eq!(run.code, Some(0), "{run}");
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&told["format"], &told["people"]), (&"vitae-impact/1".into(), &79.into()));
    let table = &told["tables"][0];
    assert_eq!((&table["measure"], &table["by"][0]), (&"selection".into(), &"sex".into()));
    assert_eq!(table["outside"]["unknownGroup"], 1);
    let female = &table["groups"][0];
    assert_eq!((&female["people"], &female["selected"]), (&32.into(), &12.into()));
    assert_eq!(female["rate"], 0.375);
    assert_eq!(female["belowFourFifths"], true);
    assert_eq!(table["groups"][1]["p"], Value::Null);

    let run = cli.run("impact people.csv --by sex --selected invited --format csv");
    assert!(run.stdout.starts_with("measure,by,group,people,selected,"), "{run}");
    assert_eq!(run.stdout.lines().count(), 4, "{run}");
}

#[test]
fn what_cannot_be_read_is_said() {
    #[track_caller]
    fn check(cli: &Cli, arguments: &str, expected: &str) {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{run}");
        assert!(run.stderr.contains(expected), "{run}");
    }
    let cli = people();
    check(&cli, "impact people.csv --by gender --selected invited", "there is no column `gender`");
    check(&cli, "impact people.csv --by sex --selected points", "people.csv, line 2: ");
    check(&cli, "impact people.csv --by sex --selected points", "--yes WORD");
    check(&cli, "impact people.csv --by sex", "--selected");
    check(&cli, "impact people.csv --selected invited", "--by");
    check(&cli, "impact nowhere.csv --by sex --selected invited", "does not exist");
    check(&cli, "impact . --by sex --selected invited", "is a directory");
    let run = cli.run("impact nowhere.csv --by sex --selected invited --format json");
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(told["format"], "vitae-error/1");
}
