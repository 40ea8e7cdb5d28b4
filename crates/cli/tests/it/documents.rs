//! Documents where a file to edit would stand: checked, looked at, turned into a file to edit.

use serde_json::Value;

use crate::support::{Cli, PAGE};

/// A folder with the small page as PDF.
fn built() -> Cli {
    let cli = Cli::new().file("cv.yaml", PAGE);
    let run = cli.run("build cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    cli
}

#[test]
fn a_pdf_is_graded_like_its_source() {
    let cli = built();
    let grade = |file: &str| -> Value {
        let run = cli.run(&format!("check {file} --as-of 2026-11-01 --format json"));
        assert_eq!(run.code, Some(0), "{run}");
        serde_json::from_str(&run.stdout).expect("JSON")
    };
    let (source, pdf) = (grade("cv.yaml"), grade("cv.pdf"));
    assert_eq!(source["axes"], pdf["axes"]);
    assert_eq!(source["verdict"], pdf["verdict"]);
}

/// The finding about the weak line of the page.
fn weak(report: &Value) -> &Value {
    let findings = report["findings"].as_array().expect("a list");
    findings.iter().find(|one| one["rule"] == "weak-opening").expect("the finding")
}

#[test]
fn a_finding_points_to_page_and_box() {
    let cli = built();
    let run = cli.run("check cv.pdf --as-of 2026-11-01 --format json");
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let finding = weak(&report);
    assert_eq!((&finding["page"], &finding["path"]), (&1.into(), &"work[0].highlights[0]".into()));
    let edge = |name: &str| finding["box"][name].as_f64().expect("a number");
    assert!(edge("left") > 40.0 && edge("left") < edge("right") && edge("top") < edge("bottom"));
    // The line is that of the text.
    let text = cli.run("parse cv.pdf --format text").stdout;
    let line = usize::try_from(finding["line"].as_u64().expect("a line")).expect("small");
    assert!(text.lines().nth(line - 1).expect("it exists").contains("Helped with"), "{text}");

    let people = cli.run("check cv.pdf --as-of 2026-11-01").stdout;
    assert!(people.contains(&format!("--> cv.pdf, page 1, line {line}\n")), "{people}");
    assert!(!people.contains(":::"), "{people}");

    let github = cli.run("check cv.pdf --as-of 2026-11-01 --format github").stdout;
    let expected = format!("::warning file=cv.pdf,title=weak-opening::page 1, line {line}: ");
    assert!(github.contains(&expected), "{github}");

    let sarif = cli.run("check cv.pdf --as-of 2026-11-01 --format sarif").stdout;
    let log: Value = serde_json::from_str(&sarif).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let result = results.iter().find(|one| one["ruleId"] == "weak-opening").expect("the finding");
    let location = &result["locations"][0];
    assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "cv.pdf");
    assert_eq!(location["physicalLocation"]["region"], Value::Null);
    assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "work[0].highlights[0]");
    assert_eq!(location["properties"]["page"], 1);
    assert_eq!(result["fixes"], Value::Null);
}

#[test]
fn what_needs_a_file_to_edit_says_how_to_get_one() {
    let cli = built();
    for arguments in ["fix cv.pdf", "fix cv.pdf --dry-run", "build cv.pdf -o new.pdf"] {
        let run = cli.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}: {run}");
        assert!(run.stderr.contains("cv.pdf is a PDF"), "{arguments}: {run}");
        assert!(run.stderr.contains("`vitae new --from cv.pdf`"), "{arguments}: {run}");
    }
    let scan = cli.run("scan cv.pdf --as-of 2026-11-01");
    assert_eq!(scan.code, Some(0), "{scan}");
    assert!(scan.stdout.contains("Helped with the label printing service"), "{scan}");
}

#[test]
fn a_document_becomes_a_file_to_edit() {
    let cli = built();
    let run = cli.run("new --from cv.pdf");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run}");
    assert!(run.stderr.contains("wrote resume.yaml; "), "{run}");
    assert_eq!(cli.run("parse cv.pdf").stdout.as_bytes(), cli.read("resume.yaml"));
    assert_eq!(cli.run("check").code, Some(0));
    assert_eq!(cli.run("new --from cv.pdf -o cv.json").code, Some(0));
    assert!(cli.read("cv.json").starts_with(b"{\n"));
    for (arguments, expected) in [
        ("new --from cv.pdf", "`resume.yaml` exists already"),
        ("new --from cv.pdf --stage mid -o a.yaml", "cannot be used with"),
        ("new --from cv.pdf -o a.pdf", "no file to edit"),
        ("new --from empty.txt -o a.yaml", "nothing of a resume was found"),
        ("new --from gone.pdf -o a.yaml", "does not exist"),
    ] {
        let cli = built().file("empty.txt", "").file("resume.yaml", "");
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {run}");
        assert!(run.stderr.contains(expected), "{arguments}: {run}");
        assert!(!cli.names().contains(&"a.yaml".to_owned()), "{arguments}");
    }
}

#[test]
fn documents_may_be_larger_than_files_to_edit() {
    let large = vec![b'a'; 5 << 20];
    let run = Cli::new().file("cv.txt", &large).run("parse cv.txt --format fields");
    assert!(!run.stderr.contains("MiB"), "{run}");
    let run = Cli::new().file("cv.pdf", vec![b'%'; (16 << 20) + 1]).run("check cv.pdf");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("16 MiB"), "{run}");
}
