//! Variants: what `vitae build` leaves out, and what `vitae check` says of a cut.

use serde_json::Value;

use crate::support::Cli;

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
      - {text: Helped with the label printing service, id: printer}
interests:
  - name: Chess
vitae:
  asOf: 2026-11-01
  variants:
    payments:
      label: Payments Engineer, helped with refunds
      select: [payments, printer]
      omit: [interests]
    ops: {select: [ops]}
    typo: {select: [paymnets], omit: [intrests]}
    ../up: {}
";

fn folder() -> Cli {
    Cli::new().file("cv.yaml", VARIED)
}

#[test]
fn a_variant_is_built_under_its_own_name() {
    let cli = folder();
    let run = cli.run("build cv.yaml --variant payments");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("wrote cv-payments.pdf"), "{run}");
    let run = cli.run("build cv.yaml --variant payments -o a.txt -o a.json");
    assert_eq!(run.code, Some(0), "{run}");
    let text = String::from_utf8(cli.read("a.txt")).expect("UTF-8");
    assert!(text.contains("Payments Engineer"), "{text}");
    assert!(text.contains("ledger") && text.contains("printing"), "{text}");
    assert!(!text.contains("rota") && !text.contains("Chess"), "{text}");
    assert_eq!(cli.run("build cv.yaml --variant ../up").code, Some(0));
    assert_eq!(cli.names().iter().filter(|name| *name == "cv-..-up.pdf").count(), 1);
}

#[test]
fn an_unknown_variant_is_refused() {
    let cli = folder();
    for (arguments, said) in [
        ("build cv.yaml --variant paymnets", "did you mean `payments`?"),
        ("check cv.yaml --variant xyz", "there are: ../up, ops, payments, typo"),
    ] {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{run}");
        assert!(run.stderr.contains(said), "{run}");
    }
    let cli = Cli::new().file("cv.yaml", "basics:\n  name: Ada\n");
    let run = cli.run("build cv.yaml --variant x");
    assert!(run.stderr.contains("vitae: {variants: {NAME:"), "{run}");
}

/// Findings of a report as `line rule path`.
fn findings(cli: &Cli, arguments: &str) -> (Value, Vec<String>) {
    let run = cli.run(&format!("check cv.yaml {arguments} --stage mid --format json"));
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let list = report["findings"].as_array().cloned().unwrap_or_default();
    let line = |finding: &Value| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", finding["line"], text("rule"), text("path"))
    };
    (report, list.iter().map(line).collect())
}

#[test]
fn findings_about_a_cut_point_into_the_file() {
    let cli = folder();
    let (report, found) = findings(&cli, "--variant payments");
    assert_eq!(report["variant"], "payments");
    let has = |line: &str| assert!(found.iter().any(|one| one == line), "{line}: {found:?}");
    // The second bullet of the cut is the third of the file.
    has("11 weak-opening work[0].highlights[2]");
    assert!(found.iter().all(|one| !one.contains("highlights[1]")), "{found:?}");
    let bullets: Vec<_> = report["bullets"].as_array().expect("bullets").iter().collect();
    assert_eq!(bullets.len(), 2);
    assert_eq!(
        (&bullets[1]["path"], &bullets[1]["line"]),
        (&"work[0].highlights[2]".into(), &11.into())
    );
    assert!(found.iter().all(|one| !one.contains("unknown-value")), "{found:?}");

    let (whole, _) = findings(&cli, "");
    assert_eq!(whole["variant"], Value::Null);
    assert_eq!(whole["bullets"].as_array().map(Vec::len), Some(3));
    let human = cli.run("check cv.yaml --variant payments --stage mid");
    assert!(human.stdout.contains("cv.yaml, variant payments, graded as mid"), "{human}");
}

#[test]
fn words_that_name_nothing_are_findings() {
    let (_, found) = findings(&folder(), "");
    for line in [
        "22 unknown-value vitae.variants.typo.select[0]",
        "22 unknown-value vitae.variants.typo.omit[0]",
    ] {
        assert!(found.iter().any(|one| one == line), "{line}: {found:?}");
    }
    let run = folder().run("build cv.yaml --variant typo -o a.txt");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("did you mean `payments`?"), "{run}");
    let run = folder().run("build cv.yaml --variant ops -o a.txt");
    assert_eq!(run.stderr.lines().count(), 1, "{run}");
}

#[test]
fn a_code_scanner_gets_places_of_the_file() {
    let run = folder().run("check cv.yaml --variant payments --stage mid --format sarif");
    let log: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let results = log["runs"][0]["results"].as_array().cloned().unwrap_or_default();
    let weak = results.iter().find(|one| one["ruleId"] == "weak-opening").expect("a result");
    let region = &weak["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 11);
}

/// Two projects-to-be of one person: what one variant shows twice, the other shows once.
const TO_FIX: &str = "\
basics:
  name: Ada Lindqvist
  label: Backend Engineer
work:
  - name: Northwind Parcel
    position: Backend Engineer
    startDate: 2023-02
    highlights:
      - {text: Ran the on-call rota of four teams, tags: [ops]}
      - {text: Wrote the ledger of refunds in Golang and Postgres for 40 carriers, tags: [payments]}
      - {text: Moved the audit log to Golang without losing an event, tags: [ops]}
skills:
  - name: Tools
    keywords: [Go, PostgreSQL, Go]
vitae:
  asOf: 2026-11-01
  variants:
    payments: {select: [payments]}
    ops: {select: [ops], omit: [skills]}
";

#[test]
fn a_fix_of_a_variant_changes_the_file() {
    let cli = Cli::new().file("cv.yaml", TO_FIX);
    let run = cli.run("fix cv.yaml --variant ops --stage mid --dry-run");
    assert_eq!(run.code, Some(0), "{run}");
    // That cut has no skills: what stands twice there is not its business.
    assert!(!run.stdout.contains("keywords"), "{run}");
    let run = cli.run("fix cv.yaml --variant payments --stage mid");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("duplicate-skill"), "{run}");
    assert!(run.stderr.contains("vitae check cv.yaml --variant payments"), "{run}");
    let after = String::from_utf8(cli.read("cv.yaml")).expect("UTF-8");
    assert!(after.contains("keywords: [Go, PostgreSQL]\n"), "{after}");
    assert!(after.contains("rota of four teams") && after.contains("payments: {select"), "{after}");
    let again = cli.run("fix cv.yaml --variant payments --stage mid --check");
    assert_eq!(again.code, Some(0), "{again}");
    let unknown = cli.run("fix cv.yaml --variant paymnets");
    assert!(unknown.stderr.contains("did you mean `payments`?"), "{unknown}");
}

#[test]
fn a_first_look_at_a_variant() {
    let cli = folder();
    let zones = |variant: &str| -> Vec<(String, u64)> {
        let run = cli.run(&format!("scan cv.yaml --variant {variant} --format json"));
        assert_eq!(run.code, Some(0), "{run}");
        let scan: Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(scan["variant"], variant);
        let zones = scan["zones"].as_array().into_iter().flatten();
        zones
            .filter_map(|zone| Some((zone["path"].as_str()?.to_owned(), zone["line"].as_u64()?)))
            .collect()
    };
    let has = |variant: &str, path: &str, line: u64| {
        let zones = zones(variant);
        assert!(zones.contains(&(path.to_owned(), line)), "{zones:?}");
    };
    // The label is the variant's own; the first bullet of the other cut is the second of the file.
    has("payments", "vitae.variants.payments.label", 18);
    has("payments", "work[0].highlights[0]", 9);
    has("ops", "basics.label", 3);
    has("ops", "work[0].highlights[1]", 10);
    let human = cli.run("scan cv.yaml --variant payments");
    assert!(human.stdout.starts_with("cv.yaml, variant payments, the first"), "{human}");
    assert!(cli.run("scan cv.yaml --format json").stdout.find("variant").is_none());
    assert_eq!(cli.run("scan cv.yaml --variant nobody").code, Some(2));
}

/// A page that is too long for one, whose variant leaves its first bullet out.
fn long() -> String {
    let two_pages = include_str!("../../../../cases/fit/two-pages-mid.yaml");
    let first = two_pages.find("      - ").expect("a bullet");
    let own = "      - {id: first-of-all, text: Kept the lights on in the parcel shed}";
    let text = format!("{}{own}\n{}", &two_pages[..first], &two_pages[first..]);
    assert!(!text.contains("variants:"));
    let variants = "  variants:\n    short: {omit: [first-of-all]}\n";
    match text.find("\nvitae:\n") {
        Some(at) => format!("{}{variants}{}", &text[..at + 8], &text[at + 8..]),
        None => format!("{}\nvitae:\n{variants}", text.trim_end()),
    }
}

#[test]
fn a_variant_is_fitted_and_the_lines_are_those_of_the_file() {
    let cli = Cli::new().file("cv.yaml", long());
    let run = cli.run("fit cv.yaml --variant short --keep-density --format json");
    let plan: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run}"));
    assert_eq!(plan["variant"], "short");
    let source = long();
    let lines: Vec<&str> = source.lines().collect();
    let removed = plan["plan"]["removed"].as_array().cloned().unwrap_or_default();
    assert!(!removed.is_empty(), "{plan}");
    for line in removed {
        let (at, text) = (line["line"].as_u64(), line["text"].as_str());
        let shown = at.and_then(|at| lines.get(usize::try_from(at).ok()? - 1)).expect("a line");
        let begins: String = text.unwrap_or_default().chars().take(12).collect();
        assert!(shown.contains(&begins), "{shown}: {line}");
    }
    let run = cli.run("fit cv.yaml --variant short --write");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("variant `short`"), "{run}");
    assert!(run.stderr.contains("omit"), "{run}");
}
