//! `vitae diff`: what two resumes say differently, in words and for programs.

use serde_json::Value;

use crate::support::{Cli, PAGE};

const VARIED: &str = "\
basics:
  name: Ada Lindqvist
  label: Backend Engineer
work:
  - name: Northwind Parcel
    position: Backend Engineer
    startDate: 2023-02
    highlights:
      - {text: Wrote the ledger of refunds in Go and PostgreSQL, tags: [payments]}
      - {text: Ran the on-call rota of four teams, tags: [ops]}
      - Cut p99 of the rate quote API from 900 ms to 120 ms
  - name: Halden Freight
    position: Intern
    startDate: 2021-06
    endDate: 2021-09
interests:
  - name: Chess
vitae:
  variants:
    payments:
      label: Payments Engineer
      select: [payments]
      omit: [interests]
    same: {}
";

#[test]
fn differences_are_told_in_words() {
    let other = VARIED
        .replace("from 900 ms to 120 ms", "from 900 ms to 90 ms by caching zone tables")
        .replace("startDate: 2023-02", "startDate: 2023-03")
        .replace("Halden Freight", "Quay Logistics")
        .replace("position: Intern", "position: Analyst");
    let cli = Cli::new().file("a.yaml", VARIED).file("b.yaml", other);
    insta::assert_snapshot!("two_files", cli.run("diff a.yaml b.yaml"));
    insta::assert_snapshot!("a_variant", cli.run("diff a.yaml a.yaml@payments"));
}

#[test]
fn the_exit_code_tells_whether_they_differ() {
    let cli = Cli::new().file("a.yaml", VARIED).file("b.yaml", PAGE);
    for (arguments, code) in [
        ("diff a.yaml a.yaml", 0),
        ("diff a.yaml a.yaml@same", 0),
        ("diff a.yaml b.yaml", 1),
        ("diff a.yaml@payments a.yaml@same", 1),
        ("diff a.yaml none.yaml", 2),
        ("diff a.yaml a.yaml@paymnets", 2),
        ("diff - -@x", 2),
        ("diff a.yaml", 2),
    ] {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(code), "{arguments}: {run}");
    }
    assert_eq!(cli.run("diff a.yaml a.yaml").stdout, "a.yaml and a.yaml say the same\n");
    let run = cli.run("diff a.yaml a.yaml@paymnets");
    assert!(run.stderr.contains("did you mean `payments`?"), "{run}");
}

#[test]
fn a_document_is_compared_with_its_source() {
    let cli = Cli::new().file("cv.yaml", PAGE);
    assert_eq!(cli.run("build cv.yaml").code, Some(0));
    let run = cli.run("diff cv.yaml cv.pdf");
    assert_eq!(run.stdout, "cv.yaml and cv.pdf say the same\n", "{run}");
    let cli = cli.file("cv.yaml", PAGE.replace("900 ms", "950 ms"));
    let run = cli.run("diff cv.yaml cv.pdf");
    assert!(run.stdout.contains("from [-950-] {+900+} ms"), "{run}");
}

#[test]
fn programs_get_the_same() {
    let cli = Cli::new().file("a.yaml", VARIED).stdin(VARIED);
    let run = cli.run("diff - a.yaml@payments --format json");
    assert_eq!(run.code, Some(1), "{run}");
    let json: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(json["format"], "vitae-diff/1");
    assert_eq!((&json["was"], &json["now"]), (&"-".into(), &"a.yaml@payments".into()));
    assert_eq!(json["same"], false);
    let work = &json["sections"][1];
    assert_eq!(work["section"], "work");
    assert_eq!(work["entries"][0]["change"], "changed");
    assert_eq!(work["entries"][0]["bullets"][0]["change"], "removed");
    assert_eq!(work["entries"][0]["bullets"][0]["was"], 2);
    let same: Value =
        serde_json::from_str(&cli.run("diff a.yaml a.yaml --format json").stdout).expect("JSON");
    assert_eq!(same["same"], true);
}
