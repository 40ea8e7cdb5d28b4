//! A resume as a file to edit reads back as itself.

use export::yaml;
use extract::{Format, Limits};
use resume::{FieldPath, Resume};
use serde_json::{Value, json};

fn resume(value: Value) -> Resume {
    serde_json::from_value(value).expect("a resume")
}

#[track_caller]
fn check(value: Value) {
    let resume = resume(value);
    let noted = |path: &FieldPath| Some(format!("review (40 %), {path}\nor \"# not: this\""));
    for text in [yaml(&resume, &|_| None), yaml(&resume, &noted)] {
        let parsed = extract::read(text.as_bytes(), Format::Yaml, &Limits::default());
        let parsed = parsed.unwrap_or_else(|error| panic!("{}:\n{text}", error.message));
        assert_eq!(parsed.resume, resume, "{text}");
    }
}

#[test]
fn every_text_reads_back() {
    for text in [
        "Ada Example",
        "",
        " a ",
        "a: b",
        "a:",
        "- a",
        "#1",
        "a #b",
        "yes",
        "No",
        "null",
        "12",
        "1e5",
        "2021-03",
        "+44 161 496 0412",
        "'a'",
        "\"a\"",
        "a\nb",
        "a\tb",
        "C:\\x",
        "[a]",
        "{a}",
        "a, b",
        "https://x.y/#z",
        "naïve – “quoted”",
        "日本語",
        "\u{a0}a",
        "a\u{2028}b",
        "a\u{200b}b",
        "😀",
        "~",
        "<<",
        "---",
        "...",
        "|",
        ">",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "? a",
        "e\u{301}",
    ] {
        let long = format!("{text} {}", "word ".repeat(40));
        check(json!({
            "basics": {"name": text, "summary": text, "label": long, "profiles": [{"url": text}]},
            "work": [
                {"name": text, "summary": long, "description": long.trim(), "highlights": [text, long]},
                {"position": text, "highlights": []},
            ],
            "skills": [{"name": text, "keywords": [text, "Go", long]}, {"keywords": ["C++", "Go"]}],
            "interests": [{"name": text}],
        }));
    }
}

#[test]
fn every_shape_reads_back() {
    check(json!({}));
    check(json!({"basics": {}}));
    check(json!({"basics": {"location": {}}, "work": [{}, {"name": "A"}]}));
    check(json!({
        "basics": {"name": "A", "x": {"deep": [[1, 2], [], {}, null, true, 1.5]}},
        "work": [{"name": "A", "startDate": "2021-03", "endDate": "present",
            "highlights": ["one", {"text": "two", "id": "two", "tags": ["a", "b"]}]}],
        "vitae": {"version": 1, "stage": "mid"},
    }));
}

#[test]
fn the_file_is_pleasant_to_edit() {
    let resume = resume(json!({
        "basics": {"name": "Ada Example", "phone": "+1 555 010 0199", "summary": "Owns ".repeat(30).trim()},
        "work": [
            {"name": "Harbor", "position": "Engineer", "startDate": "2021-03", "highlights": ["Wrote it"]},
            {"name": "Fare Works", "position": "Engineer", "startDate": "2019", "highlights": ["Ran it"]},
        ],
        "skills": [{"name": "Data", "keywords": ["PostgreSQL", "Redis"]}],
    }));
    let note = |path: &FieldPath| {
        matches!(path.to_string().as_str(), "work[0].name" | "work[1].position")
            .then(|| "review (40 %)".to_owned())
    };
    let line = format!("    {}\n", "Owns ".repeat(19).trim());
    let expected = format!(
        "basics:\n  name: Ada Example\n  phone: \"+1 555 010 0199\"\n  summary: >-\n{line}    {}\n\n\
         work:\n  # review (40 %)\n  - name: Harbor\n    position: Engineer\n    startDate: \"2021-03\"\n    \
         highlights:\n      - Wrote it\n\n  - name: Fare Works\n    # review (40 %)\n    position: Engineer\n    \
         startDate: \"2019\"\n    highlights:\n      - Ran it\n\nskills:\n  - name: Data\n    \
         keywords: [PostgreSQL, Redis]\n",
        "Owns ".repeat(11).trim(),
    );
    assert_eq!(yaml(&resume, &note), expected);
}
