//! Scratch.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]
use resume::{Date, Stage};
use extract::{Format, Limits};
#[test]
fn scratch() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../roles/backend-engineer/examples/");
    for name in ["junior", "mid", "senior", "staff"] {
        let bytes = std::fs::read(format!("{root}{name}.yaml")).unwrap();
        let parsed = extract::read(&bytes, Format::Yaml, &Limits::default()).unwrap_or_else(|e| panic!("{}", e.message));
        let options = lint::Options { stage: None, as_of: Date::Month(2026, 11) };
        let out = lint::check(&parsed.resume, roles::RolePack::backend_engineer(), &options);
        println!("== {name} {:?}", out.grade.overall);
        for f in out.findings { println!("  {} {} {:?}: {}", f.rule, f.path, f.range, f.message); }
    }
    let texts = std::fs::read_to_string("/tmp/cases.txt").unwrap_or_default();
    for text in texts.lines().filter(|l| !l.is_empty()) {
        let (kind, text) = text.split_once('|').unwrap();
        let yaml = if kind == "b" { format!("work:\n  - name: Q\n    highlights: [{text:?}]\n") } else { format!("basics:\n  summary: {text:?}\n") };
        let parsed = extract::read(yaml.as_bytes(), Format::Yaml, &Limits::default()).unwrap_or_else(|e| panic!("{}", e.message));
        let options = lint::Options { stage: Some(if kind == "j" { Stage::Junior } else { Stage::Mid }), as_of: Date::Month(2026, 11) };
        let out = lint::check(&parsed.resume, roles::RolePack::backend_engineer(), &options);
        println!("{kind} {text}");
        let skip = ["missing-section", "missing-contact", "missing-summary", "incomplete-role", "bullet-count"];
        for f in out.findings.iter().filter(|f| !skip.contains(&&*f.rule)) {
            println!("      {} {}: {} | {}", f.rule, f.path, f.message, f.hint.clone().unwrap_or_default()); }
    }
}
