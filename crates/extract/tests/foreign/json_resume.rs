//! JSON Resume: every field as its schema has it, and everything it forbids.

use extract::{Format, Limits, read};
use resume::Severity;
use serde_json::{Value, json};

/// A field, and values that the schema allows there. `[]` after a name is a list of these.
const FIELDS: &[(&str, &[&str])] = &[
    ("basics", &["name", "label", "image", "email", "phone", "url", "summary", "profiles[]"]),
    ("basics.location", &["address", "postalCode", "city", "countryCode", "region"]),
    ("basics.profiles[]", &["network", "username", "url"]),
    (
        "work[]",
        &[
            "name", "location", "description", "position", "url", "startDate", "endDate",
            "summary", "highlights[]",
        ],
    ),
    (
        "volunteer[]",
        &["organization", "position", "url", "startDate", "endDate", "summary", "highlights[]"],
    ),
    (
        "education[]",
        &["institution", "url", "area", "studyType", "startDate", "endDate", "score", "courses[]"],
    ),
    ("awards[]", &["title", "date", "awarder", "summary"]),
    ("certificates[]", &["name", "date", "url", "issuer"]),
    ("publications[]", &["name", "publisher", "releaseDate", "url", "summary"]),
    ("skills[]", &["name", "level", "keywords[]"]),
    ("languages[]", &["language", "fluency"]),
    ("interests[]", &["name", "keywords[]"]),
    ("references[]", &["name", "reference"]),
    (
        "projects[]",
        &[
            "name", "description", "highlights[]", "keywords[]", "startDate", "endDate", "url",
            "roles[]", "entity", "type",
        ],
    ),
    ("meta", &["canonical", "version", "lastModified"]),
];

/// `inner` under the names of `path`.
fn wrap(path: &str, inner: Value) -> Value {
    path.rsplit('.').fold(inner, |value, name| match name.strip_suffix("[]") {
        Some(name) => json!({ name: [value] }),
        None => json!({ name: value }),
    })
}

/// Reads a value; the findings as path and severity.
fn findings(value: &Value) -> Vec<(String, Severity)> {
    let text = value.to_string();
    let parsed = read(text.as_bytes(), Format::Json, &Limits::default()).expect("it is read");
    let findings = parsed.findings.iter();
    findings.map(|finding| (finding.path.to_string(), finding.severity)).collect()
}

/// Every text and number in a value, as text.
pub(crate) fn leaves(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| leaves(item, out)),
        Value::Object(map) => map.values().for_each(|value| leaves(value, out)),
        Value::String(text) => out.push(text.clone()),
        other => out.push(other.to_string()),
    }
}

#[test]
fn what_the_schema_allows_reads_without_a_word_and_comes_back() {
    for (section, fields) in FIELDS {
        for field in *fields {
            let values = match field.strip_suffix("[]") {
                _ if field.contains("Date") || *field == "date" => {
                    vec![json!("2019-11-05"), json!("2019-11"), json!("2019")]
                }
                Some(_) if *field == "profiles[]" => vec![json!([]), json!([{}])],
                Some(_) => vec![json!([]), json!(["One", "Two"])],
                None => vec![json!("Text of a field")],
            };
            for value in values {
                let name = field.trim_end_matches("[]");
                let whole = wrap(section, json!({ name: value }));
                assert_eq!(findings(&whole), [], "{whole}");
                let text = whole.to_string();
                let parsed = read(text.as_bytes(), Format::Json, &Limits::default());
                let back = serde_json::to_value(parsed.expect("it is read").resume).expect("JSON");
                let (mut before, mut after) = (Vec::new(), Vec::new());
                leaves(&whole, &mut before);
                leaves(&back, &mut after);
                assert_eq!(before, after, "{whole}");
            }
        }
        assert_eq!(findings(&wrap(section, json!({}))), [], "{section}");
    }
}

#[test]
fn null_is_named_where_it_stands() {
    for (section, fields) in FIELDS {
        let at = section.replace("[]", "[0]");
        for field in *fields {
            let name = field.trim_end_matches("[]");
            let found = findings(&wrap(section, json!({ name: null })));
            assert_eq!(found, [(format!("{at}.{name}"), Severity::Info)]);
            if field.ends_with("[]") {
                let found = findings(&wrap(section, json!({ name: [null] })));
                let place = format!("{at}.{name}[\"item 1\"]");
                assert_eq!(found, [(place, Severity::Warning)]);
            }
        }
        let (above, name) = section.rsplit_once('.').unwrap_or(("", section));
        let name = name.trim_end_matches("[]");
        let whole = if above.is_empty() {
            json!({ name: null })
        } else {
            wrap(above, json!({ name: null }))
        };
        let at = if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
        assert_eq!(findings(&whole), [(at, Severity::Info)]);
    }
}

#[test]
fn other_types_are_named_where_they_stand() {
    for (value, path, severity) in [
        (json!({"$schema": {}}), "$schema", Severity::Error),
        (json!({"basics": []}), "basics", Severity::Error),
        (json!({"work": {}}), "work", Severity::Error),
        (json!({"work": [{"name": {}}]}), "work[0].name", Severity::Error),
        (json!({"work": [{"startDate": ["2019", "2020"]}]}), "work[0].startDate", Severity::Error),
        (json!({"work": [{"highlights": "One"}]}), "work[0].highlights", Severity::Error),
        (json!({"skills": [{"keywords": [1]}]}), "skills[0].keywords[0]", Severity::Warning),
        (json!({"education": [{"score": 3.9}]}), "education[0].score", Severity::Warning),
        (json!({"work": [{"title": "A"}]}), "work[0].title", Severity::Warning),
    ] {
        assert_eq!(findings(&value), [(path.to_owned(), severity)], "{value}");
    }
}

#[test]
fn old_names_are_read_as_those_of_today() {
    for (section, old, new) in [
        ("basics", "picture", "image"),
        ("basics", "website", "url"),
        ("basics.location", "state", "region"),
        ("work[]", "company", "name"),
        ("work[]", "website", "url"),
        ("volunteer[]", "website", "url"),
        ("education[]", "gpa", "score"),
        ("awards[]", "awardDate", "date"),
        ("publications[]", "website", "url"),
    ] {
        let whole = wrap(section, json!({ old: "2019" }));
        let at = format!("{}.{new}", section.replace("[]", "[0]"));
        assert_eq!(findings(&whole), [(at, Severity::Info)], "{whole}");
        let text = whole.to_string();
        let parsed = read(text.as_bytes(), Format::Json, &Limits::default()).expect("it is read");
        let back = serde_json::to_value(parsed.resume).expect("JSON");
        assert_eq!(back, wrap(section, json!({ new: "2019" })));
    }
    // With the name of today beside it, the old one is only kept.
    let both = json!({"work": [{"company": "A", "name": "B"}]});
    assert_eq!(findings(&both), [("work[0].company".to_owned(), Severity::Warning)]);
}
