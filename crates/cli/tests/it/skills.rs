//! `vitae skills`: what a text names, and where.

use serde_json::Value;

use crate::support::Cli;

const AD: &str = "Backend engineer (m/f/d)\n\nYou know Go or Rust, PostgreSQL 16 and Kafka.\n\
                  No Java. Fluent German, a degree in computer science.\n";

#[test]
fn the_table_for_people() {
    let run = Cli::new().file("ad.txt", AD).run("skills ad.txt");
    assert_eq!(run.code, Some(0), "{run}");
    let row = |name: &str| {
        let row = run.stdout.lines().find(|line| line.starts_with(name));
        row.unwrap_or_else(|| panic!("no row for {name} in {run}"))
    };
    for (name, category, written) in [
        ("Go ", "language", "Go, line 3"),
        ("PostgreSQL", "database", "PostgreSQL 16, line 3"),
        ("Kafka", "queue", "Kafka, line 3"),
        ("Java", "language", "Java, line 4 (denied)"),
        ("German", "spoken-language", "line 4"),
    ] {
        assert!(row(name).contains(category) && row(name).contains(written), "{}", row(name));
    }
}

#[test]
fn bytes_of_the_text_for_programs() {
    // Blanks at the ends of lines, a tab, a mark and two bytes in one character: nothing moves.
    let text = "\u{feff}  Caf\u{e9}  \r\n\r\n\tGo,  Kafka \u{2014} and\u{a0}Redis\r\n";
    let cli = Cli::new().file("one.txt", text).file("two.txt", "no Java, just Kotlin");
    let run = cli.run("skills one.txt two.txt --format json");
    assert_eq!(run.code, Some(0), "{run}");
    let all: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let printed = cli.run("skills one.txt --text").stdout;
    assert_eq!(printed, text);
    let found = all["one.txt"].as_array().expect("a list");
    let names: Vec<&str> = found.iter().filter_map(|one| one["skill"].as_str()).collect();
    assert_eq!(names, ["Go", "Kafka", "Redis"]);
    for one in found {
        let at = |key: &str| one[key].as_u64().and_then(|at| usize::try_from(at).ok());
        let range = at("start").expect("a number")..at("end").expect("a number");
        assert_eq!(printed.get(range), one["text"].as_str());
    }
    assert_eq!(found[0]["category"], "language");
    let denied: Vec<_> =
        all["two.txt"].as_array().expect("a list").iter().map(|one| &one["negated"]).collect();
    assert_eq!(denied, [true, false]);
}

#[test]
fn any_text_and_standard_input() {
    let run = Cli::new().stdin("Kubernetes and Terraform").run("skills --format json");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.contains("\"-\""), "{run}");
    let run = Cli::new().stdin("").run("skills -");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "no skill is named\n"));
    let run = Cli::new().file("a.txt", "Redis").run("skills a.txt missing.txt");
    assert_eq!(run.code, Some(1), "{run}");
    assert!(run.stderr.contains("1 of 2 files were read"), "{run}");
    assert_eq!(Cli::new().run("skills missing.txt").code, Some(2));
}
