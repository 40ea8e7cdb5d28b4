//! Files that cannot be read, and pipes that close: what every command says.

use std::io::{Read, Write};

use crate::support::{Cli, PAGE, Run};

/// The message of a run that could not do its work.
#[track_caller]
fn message(run: &Run) -> &str {
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
    &run.stderr
}

#[test]
fn a_missing_file() {
    insta::assert_snapshot!(Cli::new().run("check cv.yaml"));
}

#[track_caller]
fn check_suggestion(cli: &Cli, arguments: &str, expected: &str) {
    let run = cli.run(arguments);
    assert!(message(&run).contains(expected), "{run}");
}

#[test]
fn a_mistyped_name_is_suggested() {
    let cli = Cli::new().file("resume.yaml", PAGE).file("notes.yaml", "").file("a.txt", "");
    check_suggestion(&cli, "check resme.yaml", "did you mean `resume.yaml`?");
    check_suggestion(&cli, "build resume.yml", "did you mean `resume.yaml`?");
    check_suggestion(&cli, "check zzz.yaml", "vitae new --stage mid");
    let cli = Cli::new().file("cv.json", "{}");
    check_suggestion(&cli, "check", "did you mean `cv.json`?");
}

#[test]
fn a_directory_is_not_a_file() {
    check_suggestion(&Cli::new(), "check .", "`.` is a directory");
    check_suggestion(&Cli::new().file("cv.yaml", PAGE), "check .", "did you mean `./cv.yaml`?");
    check_suggestion(&Cli::new().file("cv.yaml", PAGE), "check cv.yaml/x", "cannot be read");
}

#[test]
fn content_that_is_no_resume_is_shown_with_its_place() {
    let cli = Cli::new().file("cv.yaml", "basics:\n  name: Ada\n  email: [ada@example.org\n");
    insta::assert_snapshot!(cli.run("check cv.yaml"));
}

#[test]
fn a_file_above_the_limit_is_refused() {
    let cli = Cli::new().file("cv.yaml", vec![b' '; 4 * 1024 * 1024 + 1]);
    let run = cli.run("check cv.yaml");
    assert!(message(&run).contains("4 MiB"), "{run}");
}

#[test]
fn endless_standard_input_is_cut_off() {
    let run = Cli::new().stdin(vec![b'#'; 8 * 1024 * 1024]).run("check -");
    assert!(message(&run).contains("4 MiB"), "{run}");
}

#[test]
fn a_reader_that_goes_away_is_not_an_error() {
    let cli = Cli::new();
    let mut child = cli.command("check -").spawn().expect("the program starts");
    // The program prints after it has read all input; by then nobody listens.
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin.write_all(PAGE.as_bytes()).expect("the program reads");
    drop(stdin);
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("UTF-8");
    let code = child.wait().expect("the program ends").code();
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}
