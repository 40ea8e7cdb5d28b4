//! `vitae fix`: what is changed in a file, what stays, what is written where.

use crate::support::Cli;

/// A page as people keep them: comments everywhere, every way of quoting, things to fix.
const MESSY: &str = "\
# My resume. Do not forget: send as PDF!
basics:   # me
  name: 'Ada Lindqvist'
  email: \"ada@lindqvist.dev\"   # private
  summary: >-
    Owns the rate quote service of a parcel carrier:
    40 million quotes a day.

work:
  # --- first job ---
  - name: Brackwater Data
    position: Engineer
    startDate: 2019-02   # approx.
    endDate: 2021-05
    highlights:
      # keep the tariff line
      - 'Wrote the tariff parser that 40 carriers'' feeds go through'
      - id: label
        text: |-
          Moved the label printer to Kafka without downtime

  # --- now ---
  - name: Northwind Parcel
    position: Backend Engineer
    startDate: 2021-06
    highlights:
      - >-
        Cut p99 of the rate quote API from 900 ms to 120 ms
        by caching zone tables in Redis

skills:
  - name: Data
    keywords: [Redis, Kafka, redis,
               PostgreSQL]
  - name: Languages
    keywords:
      - Go
      - Java   # long ago
      - go
      # and the rest

vitae:
  asOf: 2026-11-01
# end
";

/// [`MESSY`] with everything done.
const FIXED: &str = "\
# My resume. Do not forget: send as PDF!
basics:   # me
  name: 'Ada Lindqvist'
  email: \"ada@lindqvist.dev\"   # private
  summary: >-
    Owns the rate quote service of a parcel carrier:
    40 million quotes a day.

work:
  # --- now ---
  - name: Northwind Parcel
    position: Backend Engineer
    startDate: 2021-06
    highlights:
      - >-
        Cut p99 of the rate quote API from 900 ms to 120 ms
        by caching zone tables in Redis

  # --- first job ---
  - name: Brackwater Data
    position: Engineer
    startDate: 2019-02   # approx.
    endDate: 2021-05
    highlights:
      # keep the tariff line
      - 'Wrote the tariff parser that 40 carriers'' feeds go through'
      - id: label
        text: |-
          Moved the label printer to Kafka without downtime

skills:
  - name: Data
    keywords: [Redis, Kafka, PostgreSQL]
  - name: Languages
    keywords:
      - Go
      - Java   # long ago
      # and the rest

vitae:
  asOf: 2026-11-01
# end
";

fn messy() -> Cli {
    Cli::new().file("cv.yaml", MESSY)
}

fn text(cli: &Cli, name: &str) -> String {
    String::from_utf8(cli.read(name)).expect("UTF-8")
}

#[test]
fn everything_is_done_and_comments_stay() {
    let cli = messy();
    let run = cli.run("fix cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(text(&cli, "cv.yaml"), FIXED);
    assert_eq!(cli.names(), ["cv.yaml"]);
    insta::assert_snapshot!(run);
}

#[test]
fn nothing_is_removed_beside_a_comment() {
    let noted = MESSY.replace("      - go\n", "      - go     # see above\n");
    let cli = Cli::new().file("cv.yaml", &noted);
    let run = cli.run("fix cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(text(&cli, "cv.yaml").contains("- go     # see above"), "{run}");
}

#[test]
fn a_second_run_has_nothing_to_do() {
    let cli = Cli::new().file("cv.yaml", FIXED);
    let run = cli.run("fix cv.yaml --check");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.starts_with("nothing to fix; "), "{run}");
    assert_eq!(cli.run("fix cv.yaml").code, Some(0));
    assert_eq!(text(&cli, "cv.yaml"), FIXED);
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let windows = |text: &str| "\u{feff}".to_owned() + &text.replace('\n', "\r\n");
    let cli = Cli::new().file("cv.yaml", windows(MESSY));
    assert_eq!(cli.run("fix cv.yaml").code, Some(0));
    assert_eq!(text(&cli, "cv.yaml"), windows(FIXED));
}

#[test]
fn a_dry_run_shows_and_changes_nothing() {
    let cli = messy();
    let run = cli.run("fix cv.yaml --dry-run");
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(text(&cli, "cv.yaml"), MESSY);
    insta::assert_snapshot!(run);
}

#[test]
fn a_check_is_a_gate() {
    let cli = messy();
    let run = cli.run("fix cv.yaml --check");
    assert_eq!(run.code, Some(1), "{run}");
    assert_eq!((run.stdout.as_str(), text(&cli, "cv.yaml").as_str()), ("", MESSY));
}

#[test]
fn one_rule_may_be_asked_for() {
    let cli = messy();
    assert_eq!(cli.run("fix cv.yaml --rule duplicate-skill").code, Some(0));
    let after = text(&cli, "cv.yaml");
    assert!(after.contains("[Redis, Kafka, PostgreSQL]"), "{after}");
    assert!(after.find("Brackwater") < after.find("Northwind"), "{after}");
    let run = cli.run("fix cv.yaml --rule duplicate-skil");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("did you mean `duplicate-skill`?"), "{run}");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let run = Cli::new().stdin(MESSY).run("fix -");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), FIXED), "{run}");
    let run = Cli::new().stdin(FIXED).run("fix -");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), FIXED), "{run}");
}

#[test]
fn json_stays_json() {
    let json = "{\n  \"skills\": [\n    {\"keywords\": [\"Go\", \"Redis\", \"Go\"]}\n  ]\n}\n";
    let cli = Cli::new().file("cv.json", json);
    assert_eq!(cli.run("fix cv.json --as-of 2026-11-01").code, Some(0));
    assert_eq!(text(&cli, "cv.json"), json.replace(", \"Go\"]", "]"));
}

#[test]
fn what_cannot_be_changed_is_left() {
    // Both lists are one: the alias would lose its item too.
    let shared = "skills:\n  - &a\n    name: A\n    keywords: [Go, go]\n  - *a\n";
    let cli = Cli::new().file("cv.yaml", shared);
    let run = cli.run("fix cv.yaml --as-of 2026-11-01");
    assert_eq!((run.code, text(&cli, "cv.yaml").as_str()), (Some(0), shared), "{run}");
    assert!(run.stderr.starts_with("nothing to fix; "), "{run}");
}

#[test]
fn files_that_cannot_be_read_are_named() {
    assert_eq!(Cli::new().run("fix none.yaml").code, Some(2));
    assert_eq!(Cli::new().file("cv.yaml", "a: [").run("fix cv.yaml").code, Some(2));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_followed() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    let cli = messy();
    let real = cli.path("cv.yaml");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o664)).expect("permissions");
    symlink(&real, cli.path("link.yaml")).expect("a link");
    let run = cli.run("fix link.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("link.yaml is a link; "), "{run}");
    assert_eq!(text(&cli, "cv.yaml"), FIXED);
    assert!(fs::symlink_metadata(cli.path("link.yaml")).expect("a link").is_symlink());
    let mode = fs::metadata(&real).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode, 0o664);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_left() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    let cli = messy();
    let real = cli.path("cv.yaml");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o444)).expect("permissions");
    assert_eq!(cli.run("fix cv.yaml").code, Some(2));
    assert_eq!(cli.run("fix cv.yaml --dry-run").code, Some(0));
    assert_eq!(text(&cli, "cv.yaml"), MESSY);
}

#[test]
fn a_report_says_what_may_be_fixed() {
    let run = messy().run("check cv.yaml");
    assert!(run.stdout.contains("fix: Remove the second \"redis\" (`vitae fix`)"), "{run}");
}
