//! `vitae examples`: lists, lines with what makes them work, whole resumes.

use crate::support::Cli;

#[track_caller]
fn stdout(arguments: &str) -> String {
    let run = Cli::new().run(arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run}");
    run.stdout
}

#[test]
fn the_overview_names_resumes_and_themes() {
    let text = stdout("examples");
    for line in ["  staff-orders ", "  latency ", "resumes\n", "lines by theme\n"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn a_choice_narrows_the_list() {
    let senior = stdout("examples --stage senior");
    assert!(senior.contains("  senior-build-cache "), "{senior}");
    assert!(!senior.contains("  staff-orders "), "{senior}");
    let latency = stdout("examples --theme latency");
    assert!(latency.contains("  latency-vague mid\n"), "{latency}");
    assert!(!latency.contains("resumes\n"), "{latency}");
    assert_eq!(stdout("examples latency"), latency);
    let both = stdout("examples --theme latency --stage mid");
    assert!(both.len() < latency.len() && both.contains("latency-vague"), "{both}");
}

#[test]
fn a_pair_tells_what_makes_the_difference() {
    let text = stdout("examples latency-vague");
    let (weak, strong) = text.split_once("told well, ").expect("two lines");
    assert!(weak.contains("breaks vague-improvement: "), "{weak}");
    assert!(weak.contains("told badly, "), "{weak}");
    assert!(!strong.contains("breaks"), "{strong}");
    for fact in ["what changed: \"", "how it was done: \"", "which system: \""] {
        assert!(strong.contains(fact), "{fact}: {strong}");
    }
}

#[test]
fn a_bullet_tells_why_it_works() {
    let list = stdout("examples --theme on-call --stage senior");
    let name = list.lines().nth(1).and_then(|line| line.split_whitespace().next());
    let text = stdout(&format!("examples {}", name.expect("a bullet")));
    assert!(text.contains(" of 100\n") && text.contains("  tells  "), "{text}");
    assert!(!text.contains("breaks"), "{text}");
}

#[test]
fn a_resume_is_printed_as_it_stands() {
    let yaml = stdout("examples junior-podcasts");
    let run = Cli::new().stdin(yaml).run("check - --deny info --min-score 80");
    assert_eq!(run.code, Some(0), "{run}");
}

#[test]
fn unknown_names_are_refused_with_a_suggestion() {
    for (arguments, expected) in [
        ("examples latency-vage", "did you mean `latency-vague`?"),
        ("examples zzz", "`vitae examples` tells what there is"),
        ("examples --theme latncy", "did you mean `latency`?"),
        ("examples --theme zzz", "there are: architecture"),
        ("examples latency --stage mid", "cannot be used with"),
    ] {
        let run = Cli::new().run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
        assert!(run.stderr.contains(expected), "{run}");
    }
}

#[test]
fn a_rule_leads_to_lines_that_break_it() {
    let text = stdout("explain vague-improvement");
    assert!(text.contains("Told badly and well\n    vitae examples latency-vague\n"), "{text}");
    assert!(!stdout("explain duplicate-key").contains("Told badly and well"));
}
