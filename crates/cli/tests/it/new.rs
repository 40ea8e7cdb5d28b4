//! `vitae new`: examples to start from.

use crate::support::Cli;

#[track_caller]
fn check_example(stage: &str) {
    let cli = Cli::new();
    let run = cli.run(&format!("new --stage {stage}"));
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(cli.names(), ["resume.yaml"]);
    let printed = cli.run(&format!("new --stage {stage} -o -"));
    assert_eq!(printed.stdout.as_bytes(), cli.read("resume.yaml"));

    let clean = cli.run("check --deny info --min-score 80");
    assert_eq!(clean.code, Some(0), "{clean}");
    assert!(clean.stdout.contains(&format!("graded as {stage}")), "{clean}");
    assert_eq!(cli.run("build").code, Some(0));
}

#[test]
fn each_example_is_clean_at_its_stage() {
    for stage in ["junior", "mid", "senior", "staff"] {
        check_example(stage);
    }
}

#[test]
fn an_existing_file_is_kept_unless_forced() {
    let cli = Cli::new().file("resume.yaml", "precious");
    let run = cli.run("new --stage mid");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("`resume.yaml` exists already"), "{run}");
    assert_eq!(cli.read("resume.yaml"), b"precious");
    assert_eq!(cli.run("new --stage mid --force").code, Some(0));
    assert!(cli.read("resume.yaml") != b"precious");
}

#[test]
fn a_mid_page_is_written_when_nothing_is_asked_for() {
    let cli = Cli::new();
    let run = cli.run("new");
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(cli.read("resume.yaml"), Cli::new().run("new --stage mid -o -").stdout.as_bytes());
    assert_eq!(Cli::new().run("new --stage principal").code, Some(2));
}

#[test]
fn an_example_is_named() {
    let cli = Cli::new();
    let run = cli.run("new --example staff-orders");
    assert_eq!(run.code, Some(0), "{run}");
    let printed = cli.run("examples staff-orders");
    assert_eq!(printed.stdout.as_bytes(), cli.read("resume.yaml"));
    assert_eq!(cli.run("new --from-example staff-orders -o other.yaml").code, Some(0));
    let run = cli.run("new --example staff-order -o third.yaml");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("did you mean `staff-orders`?"), "{run}");
    assert_eq!(cli.run("new --example staff --stage mid -o third.yaml").code, Some(2));
}

#[test]
fn the_extension_chooses_the_form() {
    let cli = Cli::new();
    assert_eq!(cli.run("new --stage senior -o cv.json").code, Some(0));
    assert!(cli.read("cv.json").starts_with(b"{\n"));
    let clean = cli.run("check cv.json --deny info --min-score 80");
    assert_eq!(clean.code, Some(0), "{clean}");
    let run = cli.run("new -o cv.pdf");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("`vitae build`"), "{run}");
    assert_eq!(cli.names(), ["cv.json"]);
}
