//! What is taken from a file, where it stands, and what it may cost.

use std::fmt::Write as _;

use extract::{Format, Limits, ReadError, read};
use resume::{FieldPath, Parsed};
use serde_json::{Value, json};

fn parse(source: &str) -> Result<Parsed, ReadError> {
    read(source.as_bytes(), Format::detect(None, source.as_bytes()), &Limits::default())
}

/// The resume read from `source`, and the ids of all findings in order.
#[track_caller]
fn check(source: &str, expected: Value, rules: &[&str]) {
    let parsed = parse(source).expect("it is read");
    let value = serde_json::to_value(&parsed.resume).expect("a resume is JSON");
    let found: Vec<_> = parsed.findings.iter().map(|finding| &*finding.rule).collect();
    assert_eq!((value, found.as_slice()), (expected, rules));
}

#[test]
fn both_formats_read_the_same() {
    let expected = json!({"basics": {"name": "Mirna"}, "work": [{"highlights": ["a", "b"]}]});
    check("basics:\n  name: Mirna\nwork:\n- highlights:\n  - a\n  - b\n", expected.clone(), &[]);
    check(r#"{"basics": {"name": "Mirna"}, "work": [{"highlights": ["a", "b"]}]}"#, expected, &[]);
    check("{}", json!({}), &[]);
    check("--- {}", json!({}), &[]);
}

#[test]
fn text_is_taken_as_its_author_wrote_it() {
    let summary = |text: &str| json!({"basics": {"summary": text}});
    check("basics: {summary: plain text}", summary("plain text"), &[]);
    check("basics:\n  summary: folded\n    over lines\n", summary("folded over lines"), &[]);
    check("basics:\n  summary: |\n    two\n    lines\n", summary("two\nlines"), &[]);
    check("basics:\n  summary: >\n    one\n    line\n\n", summary("one line"), &[]);
    check("basics:\n  summary: 'it''s'\n", summary("it's"), &[]);
    check(r#"{"basics": {"summary": "\ud83d\ude00 \u00e9\n"}}"#, summary("😀 é\n"), &[]);
    check("basics:\n  summary: no\n", summary("no"), &[]);
    check("basics:\n  summary: !!str 12\n", summary("12"), &[]);
    check("basics:\n  summary: ! 12\n", summary("12"), &[]);
    check("basics:\n  summary: 007\n", summary("007"), &["number-for-text"]);
    check("basics:\n  summary: +1.50\n", summary("+1.50"), &["number-for-text"]);
    check("basics:\n  summary: True\n", summary("True"), &["wrong-type"]);
}

#[test]
fn nothing_is_not_a_value() {
    check("basics:\n  name:\n  email: ~\n  url: null\nwork:\n", json!({"basics": {}}), &[]);
    check(r#"{"vitae": {}}"#, json!({"vitae": {}}), &[]);
    // Other tools refuse a JSON Resume that holds `null`.
    let nulls = r#"{"basics": null, "work": null, "vitae": {"stage": null}}"#;
    check(nulls, json!({"vitae": {}}), &["empty-value"; 3]);
}

#[test]
fn dates_need_no_quotes() {
    let work = |date: &str| json!({"work": [{"startDate": date}]});
    check("work: [{startDate: 2021}]", work("2021"), &[]);
    check("work:\n- startDate: 2021-03\n", work("2021-03"), &[]);
    check("work:\n- startDate: 2021-03-15\n", work("2021-03-15"), &[]);
    check("work:\n- startDate: soon\n", work("soon"), &[]);
    check(r#"{"work": [{"startDate": 2021}]}"#, work("2021"), &[]);
}

#[test]
fn a_bullet_is_a_text_or_a_mapping() {
    let bullets = |list: Value| json!({"work": [{"highlights": list}]});
    let read = |list: &str| format!("work:\n- highlights:\n{list}");
    check(&read("  - Cut p99: 480 ms\n"), bullets(json!(["Cut p99: 480 ms"])), &["colon-in-text"]);
    check(&read("  - a: b\n    c: d\n"), bullets(json!(["a: b c: d"])), &["colon-in-text"]);
    check(&read("  - Payments:\n"), bullets(json!(["Payments:"])), &["colon-in-text"]);
    check(&read("  - 'Cut p99: 480 ms'\n"), bullets(json!(["Cut p99: 480 ms"])), &[]);
    check(&read("  - Cut p99:480 ms\n"), bullets(json!(["Cut p99:480 ms"])), &[]);
    check(&read("  - {text: a, id: x}\n"), bullets(json!([{"text": "a", "id": "x"}])), &[]);
    check(&read("  - text: a\n"), bullets(json!(["a"])), &[]);
    check(
        &read("  - text: a\n    tags: [b]\n"),
        bullets(json!([{"text": "a", "tags": ["b"]}])),
        &[],
    );
    check(&read("  - [a]\n"), bullets(json!(["a"])), &["wrong-type"]);
    check(&read("  - {}\n  - b\n"), bullets(json!(["", "b"])), &["empty-value"]);
    check(&read("  -\n  - b\n"), bullets(json!(["b"])), &["empty-value"]);
    check(&read("  - [a, b]\n  - c\n"), bullets(json!(["c"])), &["wrong-type"]);
}

#[test]
fn aliases_and_merges_are_written_out() {
    let twice = json!({"work": [{"name": "A", "url": "u"}, {"name": "B", "url": "u"}]});
    check("work:\n- &a {name: A, url: u}\n- {<<: *a, name: B}\n", twice.clone(), &[]);
    check("work:\n- &a\n  name: A\n  url: u\n- name: B\n  <<: *a\n", twice, &[]);
    let both =
        json!({"work": [{"name": "A"}, {"url": "u"}, {"position": "p", "name": "A", "url": "u"}]});
    check("work:\n- &a {name: A}\n- &b {url: u}\n- {<<: [*a, *b], position: p}\n", both, &[]);
    let again = json!({"work": [{"highlights": ["a", "a"]}]});
    check("work:\n- highlights: [&x a, *x]\n", again, &[]);
    check("work:\n- <<: a\n", json!({"work": [{"<<": "a"}]}), &["unknown-field"]);
}

#[test]
fn the_first_of_two_keys_counts() {
    check("basics: {name: A, name: B}", json!({"basics": {"name": "A"}}), &["duplicate-key"]);
    check(r#"{"x": 1, "x": 2}"#, json!({"x": 1}), &["unknown-field", "duplicate-key"]);
    check("x-a: {b: 1, b: 2}", json!({"x-a": {"b": 1}}), &["duplicate-key"]);
}

#[test]
fn keys_outside_the_format_are_kept() {
    check(
        "x-a: {b: [1, 2.5, true, null, t]}",
        json!({"x-a": {"b": [1, 2.5, true, null, "t"]}}),
        &[],
    );
    check("_a: 007", json!({"_a": "007"}), &[]);
    check("meta: {theme: flat}", json!({"meta": {"theme": "flat"}}), &[]);
    check("basics: {nmae: A}", json!({"basics": {"nmae": "A"}}), &["unknown-field"]);
    check("1: a", json!({"1": "a"}), &["unknown-field"]);
}

#[test]
fn only_the_first_document_with_content_is_read() {
    let one = json!({"basics": {"name": "A"}});
    check("---\nbasics: {name: A}\n...\n", one.clone(), &[]);
    check("# a\n---\n---\nbasics: {name: A}\n---\n# nothing\n", one.clone(), &[]);
    check("basics: {name: A}\n---\nb", one.clone(), &["several-documents"]);
    check("basics: {name: A}\n---\n\t@: [", one.clone(), &["several-documents"]);
    check(&format!("basics: {{name: A}}\n{}", "---\n".repeat(500_000)), one, &[]);
}

/// The source text of the value at `path`, and of its key.
#[track_caller]
fn check_span(source: &str, path: &str, value: &str, key: Option<&str>) {
    let parsed = parse(source).expect("it is read");
    let path: FieldPath = path.parse().expect("a path");
    let span = parsed.source_map.get(&path).expect("the value has a place");
    let text = parsed.source_map.text();
    assert_eq!((&text[span.value.clone()], span.key.clone().map(|key| &text[key])), (value, key));
}

#[test]
fn values_and_keys_have_their_places() {
    let yaml = "# é\nbasics:\n  name: \"Mirna Kovač\" # x\n  summary: >-\n    é one\n    two\n\n\
                work:\n- highlights:\n  - plain\n    text\n  - {text: 'é', id: b}\n  url:\n";
    check_span(yaml, "basics.name", "\"Mirna Kovač\"", Some("name"));
    check_span(yaml, "basics.summary", "é one\n    two", Some("summary"));
    check_span(yaml, "work[0].highlights[0]", "plain\n    text", None);
    check_span(yaml, "work[0].highlights[1].text", "'é'", Some("text"));
    check_span(yaml, "work[0].highlights[1]", "{text: 'é', id: b}", None);
    check_span(yaml, "work[0].url", "", Some("url"));
    let basics =
        &yaml[yaml.find("name").expect("it is there")..yaml.find("\n\n").expect("it is there")];
    check_span(yaml, "basics", basics, Some("basics"));
    let json = "\u{feff}{\"basics\": {\"name\": \"é\"}, \"work\": [{}, {\"highlights\": [\"a\"]}]}";
    check_span(json, "basics.name", "\"é\"", Some("\"name\""));
    check_span(json, "work[1].highlights[0]", "\"a\"", None);
    check_span(json, "work[0]", "{}", None);
}

#[test]
fn a_text_taken_as_a_list_has_a_place_too() {
    check_span("work: [{highlights: a}]", "work[0].highlights[0]", "a", None);
    check_span("work: {name: a}", "work[0].name", "a", Some("name"));
    check_span("languages: [English]", "languages[0].language", "English", None);
}

/// The error for a source under tight limits.
#[track_caller]
fn check_limit(source: &str, limits: Limits, expected: Option<&str>) {
    let result = read(source.as_bytes(), Format::detect(None, source.as_bytes()), &limits);
    assert_eq!(result.err().map(|error| error.to_string()).as_deref(), expected);
}

#[test]
fn limits_hold() {
    let limits = Limits::default();
    let six = Limits { nodes: 6, ..limits };
    check_limit("_a: [1, 2, 3]", six, None);
    check_limit("_a: [1, 2, 3, 4]", six, Some("1:15: here the file passes 6 keys and values"));
    check_limit(r#"{"a": [1, 2]}"#, six, None);
    check_limit(
        r#"{"a": [1, 2, 3, 4]}"#,
        six,
        Some("1:15: here the file passes 6 keys and values"),
    );
    check_limit("_a: &a [1]\n_b: [*a]", six, Some("2:6: here the file passes 6 keys and values"));
    check_limit("_a: &a [1]\n_b: 1", six, None);
    let two = Limits { depth: 2, ..limits };
    check_limit("_a: [1]", two, None);
    check_limit("_a: [[1]]", two, Some("1:6: lists and mappings are nested more than 2 deep"));
    check_limit("_a:\n- - 1", two, Some("2:3: lists and mappings are nested more than 2 deep"));
    check_limit(
        "_a: &a []\n_b: [*a]",
        two,
        Some("2:6: lists and mappings are nested more than 2 deep"),
    );
    check_limit(r#"{"a": [[1]]}"#, two, Some("1:8: lists and objects are nested more than 2 deep"));
    check_limit(r#"{"a": ["[[[["]}"#, two, None);
}

#[test]
fn an_alias_bomb_of_any_size_is_refused_early() {
    // 10 MB of aliases in a row to one list of ten; each stands for eleven values.
    let bomb = format!("_a: &a [{}]\n_b: [{}]\n", "x, ".repeat(10), "*a, ".repeat(2_500_000));
    let limits = Limits { bytes: 16 << 20, ..Limits::default() };
    check_limit(&bomb, limits, Some("2:18182: here the file passes 50000 keys and values"));
    check_limit(&bomb, Limits::default(), Some("the file is 9.5 MB, the limit is 4.0 MB"));
    // Few values, much text.
    let long = format!("_a: &a {}\n_b: [{}]\n", "x".repeat(1 << 20), "*a, ".repeat(1000));
    check_limit(&long, Limits::default(), Some("2:14: here the file passes 4.0 MB of text"));
    // Nine levels of ten: a thousand million values when written out.
    let mut levels = "_0: &a0 x\n".to_owned();
    for level in 1..=9 {
        let below = format!("*a{}, ", level - 1).repeat(10);
        let _ = writeln!(levels, "_{level}: &a{level} [{below}]");
    }
    let error = parse(&levels).expect_err("it is refused");
    assert!(error.message.contains("50000 keys and values"), "{error}");
}

#[test]
fn a_flood_of_findings_is_cut() {
    let mut many = String::new();
    for n in 0..1000 {
        let _ = writeln!(many, "key{n}: 1");
    }
    many.push_str("work: 1\n");
    let parsed = parse(&many).expect("it is read");
    assert_eq!(parsed.findings.len(), 200);
    assert_eq!(parsed.findings[0].rule, "wrong-type");
    assert!(parsed.findings[199].message.ends_with("; 801 more findings are not shown"));
}

#[track_caller]
fn check_format(name: Option<&str>, bytes: &[u8], expected: Format) {
    assert_eq!(Format::detect(name, bytes), expected);
}

#[test]
fn the_format_is_seen() {
    check_format(Some("a.json"), b"a: b", Format::Json);
    check_format(Some("a.YML"), b"{}", Format::Yaml);
    check_format(Some("a.yaml"), b"{}", Format::Yaml);
    check_format(Some("resume"), b" \n{}", Format::Json);
    check_format(Some("-"), b"a: b", Format::Yaml);
    check_format(None, b"[", Format::Json);
    check_format(None, b"\xef\xbb\xbf{", Format::Json);
    check_format(None, b"", Format::Yaml);
    check_format(None, b"- a", Format::Yaml);
}
