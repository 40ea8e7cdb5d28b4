//! Jobs to edit, and what is found in jobs.

use serde_json::Value;

use crate::support::Cli;

/// A job in which every rule finds something.
const BAD: &str = include_str!("../../../../cases/jobs/everything-wrong.yaml");

#[test]
fn a_new_job_is_clean() {
    let cli = Cli::new();
    let run = cli.run("job new --role platform");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("wrote job.yaml"), "{run}");
    let text = String::from_utf8(cli.read("job.yaml")).expect("UTF-8");
    assert!(text.contains("title: Senior Platform Engineer\n"), "{text}");
    let run = cli.run("job check job.yaml --deny info");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.contains("job.yaml: ready to post, nothing found"), "{run}");
    // Nothing is overwritten unasked.
    assert_eq!(cli.run("job new").code, Some(2));
    assert_eq!(cli.run("job new --role sre --stage mid --force").code, Some(0));
}

#[test]
fn jobs_are_listed_and_those_that_are_not_there_have_a_hint() {
    let cli = Cli::new();
    let run = cli.run("job new --list");
    assert_eq!(run.code, Some(0), "{run}");
    for line in ["backend     junior  Junior Backend Engineer", "security    senior"] {
        assert!(run.stdout.contains(line), "{run}");
    }
    let run = cli.run("job new --role data --stage junior");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("there are: mid, senior"), "{run}");
    assert_eq!(cli.run("job new -o job.pdf").code, Some(2));
}

#[test]
fn findings_have_places_and_the_gate_decides() {
    let cli = Cli::new().file("bad.yaml", BAD);
    let run = cli.run("job check bad.yaml --as-of 2026-11-30");
    assert_eq!(run.code, Some(1), "{run}");
    assert!(run.stdout.contains("error[superhero-word]: \"Rockstar\" is no job"), "{run}");
    assert!(run.stdout.contains("bad.yaml:3:15"), "{run}");
    assert!(run.stdout.contains("not ready to post"), "{run}");
    assert!(run.stdout.contains("vitae explain "), "{run}");
    assert_eq!(cli.run("job check bad.yaml --deny none").code, Some(0));
    assert_eq!(cli.run("job check missing.yaml").code, Some(2));
    assert_eq!(cli.run("job check").code, Some(2));
}

#[test]
fn several_jobs_are_one_report_in_every_format() {
    let cli = Cli::new().file("bad.yaml", BAD);
    assert_eq!(cli.run("job new -o good.yaml").code, Some(0));
    let files = "job check bad.yaml good.yaml --as-of 2026-11-30";
    let json: Value =
        serde_json::from_str(&cli.run(&format!("{files} --format json")).stdout).expect("JSON");
    assert_eq!(json["format"], "vitae-job-check/1");
    assert_eq!(json["jobs"][0]["title"], "Junior Rockstar Developer");
    assert_eq!(json["jobs"][1]["findings"], serde_json::json!([]));
    let first = &json["jobs"][0]["findings"][0];
    let place = |key: &str| usize::try_from(first[key].as_u64()?).ok();
    let (start, end) = (place("start").expect("a place"), place("end").expect("a place"));
    assert!(BAD.get(start..end).is_some(), "{first}");

    let sarif: Value =
        serde_json::from_str(&cli.run(&format!("{files} --format sarif")).stdout).expect("SARIF");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let all = json["jobs"][0]["findings"].as_array().expect("findings").len();
    assert_eq!(results.len(), all);
    let location = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "bad.yaml");

    let github = cli.run(&format!("{files} --format github")).stdout;
    assert!(
        github.contains("::error file=bad.yaml,line=3,col=15,title=superhero-word::"),
        "{github}"
    );
    assert!(github.ends_with("::notice file=good.yaml,title=vitae%3A good.yaml::nothing found\n"));

    let markdown = cli.run(&format!("{files} --format markdown")).stdout;
    assert!(markdown.starts_with("# Junior Rockstar Developer\n\n`bad.yaml`. Not ready to post: "));
    assert!(markdown.contains("\n# Senior Backend Engineer\n"), "{markdown}");
    assert_eq!(cli.run(&format!("{files} --format markdown -o r.md")).code, Some(1));
}

#[test]
fn levels_of_rules_are_those_of_the_settings() {
    let job = "title: Rockstar Developer\nmust: [Go]\n";
    let settings =
        "deny = \"warning\"\n[rules]\nsuperhero-word = \"info\"\nunclear-pay = \"off\"\n";
    let cli = Cli::new().file("job.yaml", job).file("vitae.toml", settings);
    let json: Value =
        serde_json::from_str(&cli.run("job check job.yaml --format json").stdout).expect("JSON");
    let findings = json["jobs"][0]["findings"].as_array().expect("findings");
    let of = |rule: &str| findings.iter().find(|finding| finding["rule"] == rule);
    assert_eq!(of("superhero-word").expect("a finding")["severity"], "info");
    assert!(of("unclear-pay").is_none());
    assert_eq!(json["jobs"][0]["config"], "vitae.toml");
    let run = cli.run("explain superhero-word");
    assert!(run.stdout.starts_with("superhero-word error, job"), "{run}");
}

const JOB: &str = "\
title: Senior Backend Engineer
identifier: NP-77
hiringOrganization: {name: Northwind Parcel}
locations: [{city: Utrecht, countryCode: NL}]
employmentType: full-time
pay: {currency: EUR, min: 70000, max: 85000, period: year}
datePosted: 2026-11-30
validThrough: 2027-01-31
applyUrl: https://northwind.example/apply
responsibilities: [Own the rating service]
must: [Has run a service in Go or Java in production]
";

#[test]
fn a_job_is_written_in_all_formats_in_one_run() {
    let cli = Cli::new().file("job.yaml", JOB);
    let run = cli.run("job build -o j.md -o j.html -o j.jsonld -o j.xml -o j.json");
    assert_eq!(run.code, Some(0), "{run}");
    for (file, part) in [
        ("j.md", "## Must have"),
        ("j.html", "<h2>Must have</h2>"),
        ("j.jsonld", "\"JobPosting\""),
        ("j.xml", "<referencenumber><![CDATA[NP-77]]>"),
        ("j.json", "\"company\": \"Northwind Parcel\""),
    ] {
        let text = String::from_utf8(cli.read(file)).expect("UTF-8");
        assert!(text.contains(part), "{file}: {text}");
    }
    // Any of them is a job to edit again.
    for file in ["j.md", "j.html", "j.jsonld", "j.json"] {
        let run = cli.run(&format!("job read {file}"));
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.contains("title: Senior Backend Engineer\n"), "{run}");
        assert!(run.stdout.contains("Has run a service in Go or Java in production"), "{run}");
    }
}

#[test]
fn a_job_is_set_as_a_page() {
    let cli = Cli::new().file("job.yaml", JOB).file("cjk.yaml", JOB.replace("Go or", "日本語 or"));
    let run = cli.run("job build -o j.pdf -o j.md --paper letter --accent #7a1f5c --font NotoSans");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("there is no font"), "{run}");
    let run = cli.run("job build -o j.pdf -o j.md --paper letter --accent #7a1f5c");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(cli.read("j.pdf").starts_with(b"%PDF-"));
    let run = cli.run("job read j.pdf");
    assert_eq!(run.code, Some(0), "{run}");
    for part in [
        "title: Senior Backend Engineer\n",
        "name: Northwind Parcel",
        "city: Utrecht",
        "min: 70000",
        "max: 85000",
        "Own the rating service",
        "Has run a service in Go or Java in production",
    ] {
        assert!(run.stdout.contains(part), "{part}: {run}");
    }
    // The same bytes each time, and never over a file unasked.
    let first = cli.read("j.pdf");
    assert_eq!(cli.run("job build -o j.pdf").code, Some(2));
    assert_eq!(cli.run("job build -o j.pdf --paper letter --accent #7a1f5c --force").code, Some(0));
    assert!(cli.read("j.pdf") == first);
    let run = cli.run("job build cjk.yaml -o c.pdf");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("'日' (U+65E5)"), "{run}");
    let run = cli.run("job build -o k.md --paper a4");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("--paper is about pages"), "{run}");
}

#[test]
fn what_a_format_needs_is_named_before_anything_is_written() {
    let cli = Cli::new().file("job.yaml", "title: Engineer\nmust: [Go]\n");
    let run = cli.run("job build -o j.md -o j.jsonld");
    assert_eq!(run.code, Some(2), "{run}");
    for key in ["datePosted", "hiringOrganization", "locations"] {
        assert!(run.stderr.contains(key), "{run}");
    }
    assert_eq!(cli.run("job build").code, Some(0));
    assert_eq!(cli.run("job build -o j.docx").code, Some(2));
}

#[test]
fn a_posting_that_asks_for_nothing_is_told_of() {
    let cli = Cli::new().file("empty.txt", "Loading, please wait\n");
    let run = cli.run("job read empty.txt");
    assert_eq!(run.code, Some(1), "{run}");
    assert!(run.stderr.contains("nothing was found"), "{run}");
}
