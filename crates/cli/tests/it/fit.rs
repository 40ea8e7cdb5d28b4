//! One page of two, and what that costs.

use crate::support::{Cli, Run};

/// A mid-level engineer who kept every line of six years.
const TWO_PAGES: &str = include_str!("../../../../cases/fit/two-pages-mid.yaml");

fn cli() -> Cli {
    Cli::new().file("cv.yaml", TWO_PAGES)
}

fn pages(cli: &Cli, file: &str) -> Run {
    cli.run(&format!("fit {file} --format json --keep-density"))
}

#[test]
fn a_plan_is_shown_and_nothing_is_touched() {
    let cli = cli();
    let run = cli.run("fit cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.starts_with("cv.yaml takes 2 pages\n"), "{run}");
    assert!(run.stdout.contains("to fit on 1 page, set compact, leave out:"), "{run}");
    // Lines without a fact leave, lines with many stay.
    assert!(run.stdout.contains("no credited fact"), "{run}");
    assert!(!run.stdout.contains("nightly billing"), "{run}");
    assert!(run.stdout.contains("overall"), "{run}");
    assert!(run.stderr.contains("nothing was changed"), "{run}");
    assert_eq!(cli.read("cv.yaml"), TWO_PAGES.as_bytes());
}

#[test]
fn the_source_is_changed_when_asked() {
    let cli = cli();
    let run = cli.run("fit cv.yaml --write");
    assert_eq!(run.code, Some(0), "{run}");
    let after = String::from_utf8(cli.read("cv.yaml")).expect("UTF-8");
    assert!(after.contains("  density: compact\n"), "{after}");
    assert!(after.len() < TWO_PAGES.len());
    let again: serde_json::Value =
        serde_json::from_str(&pages(&cli, "cv.yaml").stdout).expect("JSON");
    assert_eq!(again["pages_before"], 1);
    assert_eq!(again["plan"]["removed"], serde_json::json!([]));
}

#[test]
fn the_page_alone_can_be_made() {
    let cli = cli();
    let run = cli.run("fit cv.yaml -o one.pdf");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("wrote one.pdf"), "{run}");
    assert_eq!(cli.read("cv.yaml"), TWO_PAGES.as_bytes());
    let read = cli.run("parse one.pdf --format layout");
    assert!(!read.stdout.contains("page 2"), "{read}");
}

#[test]
fn what_costs_too_much_is_a_finding() {
    let cli = cli();
    let run = cli.run("fit cv.yaml --max-loss 0 --keep-density --format json");
    let plan: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let loss = plan["plan"]["loss"].as_f64().expect("a loss");
    assert_eq!(run.code, Some(i32::from(loss > 0.05)), "{run}");
    let run = cli.run("fit cv.yaml -o one.pdf --write");
    assert_eq!(run.code, Some(2), "{run}");
}
