//! One resume and four jobs of `cases/jobs`: the one it is made for comes first, by a clear margin.

use std::fmt::Write;
use std::fs;

use extract::{Format, Limits, read, read_job};
use facts::requirement;
use matching::{Evidence, cover};
use resume::Date;
use resume::coverage::Coverage;
use roles::RolePack;

fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/../../cases/jobs/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn compared(job: &str) -> Coverage {
    let pack = RolePack::backend_engineer();
    let parsed = read(&file("resume.yaml"), Format::Yaml, &Limits::default()).expect("a resume");
    let page = Evidence::of(&parsed.resume, pack, &Date::Month(2026, 11));
    let job = read_job(&file(job), Format::Yaml, &Limits::default()).expect("a job");
    assert!(job.findings.is_empty(), "{:?}", job.findings);
    let mut found = cover(&page, &requirement::read(&job.job, pack), pack, None).expect("asks");
    found.point(&parsed.places(), &job.places());
    found
}

#[test]
fn the_job_it_is_made_for_comes_first() {
    let jobs = ["backend.yaml", "ml.yaml", "frontend.yaml", "product.yaml"];
    let fits = jobs.map(|job| compared(job).fit);
    let [backend, ml, frontend, product] = fits;
    assert!(backend >= 80.0 && backend > ml.max(frontend) + 30.0, "{fits:?}");
    assert!(product + 10.0 < ml.min(frontend), "{fits:?}");
}

/// What is said of each requirement; to be read by people when it changes.
#[test]
fn explanations() {
    let mut text = String::new();
    for job in ["backend.yaml", "frontend.yaml", "ml.yaml", "product.yaml"] {
        let found = compared(job);
        let Coverage { fit, literal, uncapped, cap, .. } = &found;
        let _ =
            writeln!(text, "{job}: {fit} (uncapped {uncapped}, cap {cap:?}), literal {literal}");
        for one in &found.requirements {
            let _ = writeln!(
                text,
                "  {} {:?}: {} {:.2} weight {:.3}",
                one.id,
                one.text,
                one.status.as_str(),
                one.credit,
                one.weight
            );
            for skill in &one.skills {
                let shown = skill.shown_as.as_ref().map(|name| format!(" as {name}"));
                let last = skill.last_used.as_ref().map(|last| format!(" last {last}"));
                let months = skill.months.map(|months| format!(" {months} months"));
                let _ = writeln!(
                    text,
                    "    {}: {}{}{}{}",
                    skill.name,
                    skill.status.as_str(),
                    shown.unwrap_or_default(),
                    months.unwrap_or_default(),
                    last.unwrap_or_default()
                );
            }
            for note in &one.notes {
                let _ = writeln!(text, "    note: {note}");
            }
            for quote in &one.quotes {
                let _ = writeln!(text, "    {}: {}", quote.line.unwrap_or(0), quote.text);
            }
            if let Some(action) = &one.action {
                let _ = writeln!(text, "    > {action}");
            }
        }
    }
    insta::assert_snapshot!(text);
}
