//! The forms of a report: SARIF, GitHub annotations, Markdown, the derivation of every point; and
//! what programs are told when there is no report.

use serde_json::Value;

use crate::support::{Cli, PAGE};

fn page() -> Cli {
    let allow = "  allow:\n    - {rule: missing-summary, reason: \"Two lines | no more\"}\n";
    Cli::new().file("cv.yaml", PAGE.to_owned() + allow)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Every key an object of the standard may have that we write, and whether it must have it.
const SARIF: [(&str, &[&str], &[&str]); 6] = [
    ("", &["$schema", "version", "runs"], &[]),
    ("/runs/0", &["tool", "results", "columnKind"], &["invocations", "properties"]),
    ("/runs/0/tool/driver", &["name", "version", "rules"], &[]),
    (
        "/runs/0/tool/driver/rules/*",
        &["id", "shortDescription", "help", "defaultConfiguration", "properties"],
        &[],
    ),
    (
        "/runs/0/results/*",
        &["ruleId", "ruleIndex", "level", "message", "locations", "suppressions", "properties"],
        &["fixes"],
    ),
    ("/runs/0/invocations/*", &["executionSuccessful"], &["toolExecutionNotifications"]),
];

/// Holds a log to the parts of SARIF 2.1.0 that we use.
#[track_caller]
fn check_sarif(log: &Value) {
    for (place, required, optional) in SARIF {
        let objects: Vec<&Value> = match place.strip_suffix("/*") {
            Some(list) => {
                log.pointer(list).and_then(Value::as_array).into_iter().flatten().collect()
            }
            None => log.pointer(place).into_iter().collect(),
        };
        for object in objects {
            let keys: Vec<&str> =
                object.as_object().expect("an object").keys().map(String::as_str).collect();
            for key in required {
                assert!(keys.contains(key), "{place}: {key} is missing in {object}");
            }
            for key in keys {
                assert!(required.contains(&key) || optional.contains(&key), "{place}: {key}");
            }
        }
    }
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    for result in run["results"].as_array().into_iter().flatten() {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].iter().any(|level| result["level"] == *level));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(region[key].as_u64() >= Some(1), "{region}");
        }
    }
}

#[test]
fn sarif() {
    let run = page().run("check cv.yaml --format sarif");
    assert_eq!(run.code, Some(0), "{run}");
    let log = json(&run.stdout);
    check_sarif(&log);
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let report = json(&page().run("check cv.yaml --format json").stdout);
    let count = |list: &str| report[list].as_array().map_or(0, Vec::len);
    assert_eq!((results.len(), count("allowed")), (count("findings") + 1, 1));
    let weak = results.iter().find(|result| result["ruleId"] == "weak-opening").expect("found");
    let place = &weak["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "cv.yaml");
    let region = serde_json::json!(
        {"startLine": 9, "startColumn": 9, "endLine": 9, "endColumn": 20});
    assert_eq!(place["region"], region);
    assert_eq!(weak["properties"]["topic"], "scope");
    assert_eq!(weak["suppressions"], Value::Array(Vec::new()));
    let allowed = results.iter().find(|result| result["ruleId"] == "missing-summary");
    assert_eq!(
        allowed.expect("kept")["suppressions"],
        serde_json::json!([{"kind": "inSource", "justification": "Two lines | no more"}])
    );
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("a list");
    assert!(
        rules
            .iter()
            .all(|rule| rule["help"]["markdown"].as_str().is_some_and(|text| { text.len() > 40 }))
    );
}

/// A place at the end of a line of several bytes a character.
#[test]
fn sarif_counts_characters() {
    let page = PAGE.replace("Helped with the label", "Helped with the étiquette Ω label");
    let run = Cli::new().file("cv.yaml", page).run("check cv.yaml --format sarif");
    let log = json(&run.stdout);
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let whole = results.iter().find(|result| result["ruleId"] == "no-outcome").expect("found");
    let region = &whole["locations"][0]["physicalLocation"]["region"];
    let line = "      - Helped with the étiquette Ω label printing service";
    assert_eq!(region["endColumn"], line.chars().count() + 1);
}

#[test]
fn github() {
    insta::assert_snapshot!(page().run("check cv.yaml --format github").stdout);
}

#[test]
fn markdown() {
    let text = page().run("check cv.yaml --format markdown").stdout;
    let (report, foot) = text.split_once("\n---\n\n").expect("a rule above the last line");
    insta::assert_snapshot!(report);
    // Both hashes change with the rules and word lists.
    assert!(foot.starts_with("Rubric backend-engineer 1 (`"), "{foot}");
    assert!(foot.ends_with("`), page `f0db8a0aad0f3ca2`, as of 2026-11-01.\n"), "{foot}");
}

#[test]
fn the_derivation_of_every_point() {
    let text = page().run("check cv.yaml --explain").stdout;
    let (_, derivation) = text.split_once("readiness").expect("a heading");
    let (derivation, _) = derivation.split_once("\nnext, the").expect("next steps");
    insta::assert_snapshot!(derivation);
}

/// Every number of the derivation can be recomputed from the report.
#[test]
fn points_can_be_recomputed() {
    for stage in ["junior", "mid", "senior", "staff"] {
        let example = Cli::new().run(&format!("new --stage {stage} -o -")).stdout;
        let cli = Cli::new().file("cv.yaml", example);
        let report = json(&cli.run(&format!("check cv.yaml --format json --stage {stage}")).stdout);
        let number = |value: &Value| value.as_f64().expect("a number");
        let mut axes = Vec::new();
        for axis in ["scope", "evidence", "depth"] {
            let criteria: Vec<&Value> = report["criteria"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|criterion| criterion["axis"] == axis && !criterion["need"].is_null())
                .collect();
            let total: f64 = criteria.iter().map(|criterion| number(&criterion["weight"])).sum();
            let mut points = 0.0;
            for criterion in criteria {
                let (n, need) = (number(&criterion["n"]), number(&criterion["need"]));
                let share = 100.0 * number(&criterion["weight"]) / total;
                let earned = share * lint::attainment(n, need);
                assert!((earned - number(&criterion["points"])).abs() < 0.06, "{criterion}");
                points += earned;
            }
            let taken: f64 = report["penalties"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|penalty| penalty["axis"] == axis)
                .map(|penalty| number(&penalty["points"]))
                .sum();
            assert!(
                (points - taken - number(&report["axes"][axis])).abs() < 0.06,
                "{stage} {axis}"
            );
            axes.push(number(&report["axes"][axis]));
        }
        let mean = axes.iter().sum::<f64>() / 3.0;
        let least = axes.iter().copied().fold(f64::INFINITY, f64::min);
        let overall = 0.6 * mean + 0.4 * least;
        assert!((overall - number(&report["overall"])).abs() < 0.11, "{stage}");
    }
}

#[test]
fn a_report_can_go_to_a_file() {
    let cli = page();
    let run = cli.run("check cv.yaml --format json --output report.json");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run}");
    assert_eq!(cli.read("report.json"), cli.run("check cv.yaml --format json").stdout.as_bytes());
    let run = cli.run("check cv.yaml --format json --output report.json");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("`report.json` exists already"), "{run}");
    assert_eq!(cli.run("check cv.yaml --output report.json --force").code, Some(0));
    assert_eq!(cli.read("report.json"), cli.run("check cv.yaml").stdout.as_bytes());
    let before = cli.read("cv.yaml");
    assert_eq!(cli.run("check cv.yaml --format json --output cv.yaml --force").code, Some(2));
    assert_eq!(cli.read("cv.yaml"), before);
}

/// Where a program looks for the report, it finds why there is none.
#[track_caller]
fn check_failure(cli: &Cli, arguments: &str, format: &str, message: &str) {
    let run = cli.run(arguments);
    assert_eq!(run.code, Some(2), "{run}");
    let told = json(&run.stdout);
    let found = if format == "json" {
        assert_eq!(told["format"], "vitae-error/1");
        &told["message"]
    } else {
        let invocation = &told["runs"][0]["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        &invocation["toolExecutionNotifications"][0]["message"]["text"]
    };
    assert!(found.as_str().is_some_and(|found| found.contains(message)), "{run}");
    assert!(!run.stderr.is_empty(), "{run}");
}

#[test]
fn programs_are_told_why_there_is_no_report() {
    for format in ["json", "sarif"] {
        let missing = format!("check nowhere.yaml --format {format}");
        check_failure(&Cli::new(), &missing, format, "`nowhere.yaml` does not exist");
        let broken = Cli::new().file("cv.yaml", "basics: [");
        check_failure(&broken, &format!("check cv.yaml --format {format}"), format, "never closed");
        let wrong = format!("check cv.yaml --format {format} --nope");
        check_failure(&page(), &wrong, format, "--nope");
        let settings = page().file("vitae.toml", "stag = 1");
        let arguments = format!("check cv.yaml --format {format}");
        check_failure(&settings, &arguments, format, "there is no setting `stag`");
    }
    let broken = Cli::new().file("cv.yaml", "basics: [");
    let told = json(&broken.run("check cv.yaml --format json").stdout);
    assert_eq!((&told["line"], &told["column"]), (&1.into(), &9.into()));
    let run = broken.run("check cv.yaml --format github");
    assert!(run.stdout.starts_with("::error file=cv.yaml,line=1,col=9,"), "{run}");
}
