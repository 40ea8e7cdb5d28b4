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
fn the_stage_is_asked_for() {
    let run = Cli::new().run("new");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("--stage"), "{run}");
    assert_eq!(Cli::new().run("new --stage principal").code, Some(2));
}
