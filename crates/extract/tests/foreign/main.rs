//! Resumes in the formats of other tools: what is read, what is said, and that nothing breaks them.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]

mod facts;
mod fixtures;
mod json_resume;
mod limits;
mod mutations;
mod places;

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use extract::{Format, Limits, read};
use resume::{Edit, Origin, Parsed, Severity};
use zip::write::SimpleFileOptions;

/// The folder of the samples.
fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign/samples")
}

fn sample(name: &str) -> Vec<u8> {
    if name == "linkedin.zip" {
        return archive(&tables());
    }
    fs::read(samples().join(name)).expect("the sample is there")
}

/// The tables of the export, by name.
fn tables() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(samples().join("linkedin"))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let named = files.iter().map(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
        (format!("Basic_LinkedInDataExport/{name}"), fs::read(path).expect("the table is there"))
    });
    named.collect()
}

/// An archive of these files.
fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a name");
        writer.write_all(bytes).expect("memory is enough");
    }
    writer.finish().expect("an archive").into_inner()
}

/// Reads bytes by what they hold.
fn parse(name: &str, bytes: &[u8]) -> Parsed {
    match read(bytes, Format::detect(Some(name), bytes), &Limits::default()) {
        Ok(parsed) => parsed,
        Err(error) => panic!("{name}: {error}"),
    }
}

/// The samples of one person in every format.
const SAME: [(&str, Origin); 6] = [
    ("resume.json", Origin::JsonResume),
    ("rendercv.yaml", Origin::RenderCv),
    ("yamlresume.yml", Origin::YamlResume),
    ("passport.xml", Origin::Europass),
    ("candidate.xml", Origin::Europass),
    ("linkedin.zip", Origin::LinkedIn),
];

#[test]
fn the_format_is_known_by_what_a_file_holds() {
    for (name, origin) in SAME {
        let bytes = sample(name);
        // A wrong name does not change what an archive or XML is, nor whose YAML it is.
        let other = if name.ends_with("json") { "a.json" } else { "a.yaml" };
        for name in [name, other] {
            assert_eq!(parse(name, &bytes).origin, origin, "{name}");
        }
    }
}

#[test]
fn what_is_read_and_said() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let names = SAME.iter().map(|(name, _)| *name).skip(1);
        for name in names.chain(["kinds.yaml", "legacy.json"]) {
            let parsed = parse(name, &sample(name));
            let yaml = serde_json::to_string_pretty(&parsed.resume).expect("a resume is JSON");
            let mut shown = format!("{}\n{yaml}\n", parsed.origin.name());
            for finding in &parsed.findings {
                let at = parsed.source_map.locate(&finding.path, "", None);
                let hint = finding.hint.as_deref().unwrap_or_default();
                let _ = writeln!(
                    shown,
                    "{}:{} {}[{}] {}: {} ({hint})",
                    at.line,
                    at.column,
                    finding.severity,
                    finding.rule,
                    finding.path,
                    finding.message,
                );
            }
            insta::assert_snapshot!(name, shown);
        }
    });
}

#[test]
fn files_of_other_tools_are_never_edited() {
    for (name, origin) in SAME {
        let bytes = sample(name);
        let parsed = parse(name, &bytes);
        let path = "basics.name".parse().expect("a path");
        let edit = Edit::Replace { path, range: None, text: "Mirna K.".to_owned() };
        let edits = extract::text_edits(&parsed, Format::detect(Some(name), &bytes), &[edit]);
        assert_eq!(edits.is_some(), origin.is_editable(), "{name}");
    }
}

#[test]
fn a_key_under_its_old_name_can_be_edited() {
    let text = "work:\n  - company: Drava\n    position: Enginer\n";
    let parsed = parse("a.yaml", text.as_bytes());
    let change = |path: &str, text: &str| Edit::Replace {
        path: path.parse().expect("a path"),
        range: None,
        text: text.to_owned(),
    };
    let edits = [change("work[0].name", "Drava Energy"), change("work[0].position", "Engineer")];
    let made = extract::text_edits(&parsed, Format::Yaml, &edits).expect("edits");
    let after = extract::apply(text, &made);
    assert_eq!(after, "work:\n  - company: Drava Energy\n    position: Engineer\n");
}

#[test]
fn what_only_looks_like_another_format_is_ours() {
    for (text, origin) in [
        ("cv:\n", Origin::JsonResume),
        ("cv: {}\n", Origin::RenderCv),
        ("cv: {name: A}\nbasics: {name: B}\n", Origin::JsonResume),
        ("content: hello\n", Origin::JsonResume),
        ("content: {title: hello}\n", Origin::JsonResume),
        ("content: {basics: {name: A}}\n", Origin::YamlResume),
        ("{\"content\": {\"work\": []}}", Origin::YamlResume),
    ] {
        let parsed = parse("-", text.as_bytes());
        assert_eq!(parsed.origin, origin, "{text}");
        assert!(parsed.findings.iter().all(|finding| finding.severity < Severity::Error));
    }
}
