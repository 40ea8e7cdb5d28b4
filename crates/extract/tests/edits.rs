//! Edits of values in files: what changes, what stays, what is refused.

use extract::{Format, Limits, TextEdit, apply, read, text_edits};
use resume::{Edit, FieldPath, Parsed};

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

/// Writes `text` where `from` stands in the value; over all of it when `from` is empty.
struct Put(&'static str, &'static str, &'static str);

fn put(parsed: &Parsed, Put(at, from, text): &Put) -> Edit {
    let texts = resume::model::Texts::of(&parsed.resume);
    let value = texts.get(&path(at)).expect("a text");
    let start = value.find(from).expect("it stands there");
    let range = (!from.is_empty()).then(|| start..start + from.len());
    Edit::Replace { path: path(at), range, text: (*text).to_owned() }
}

fn gone(at: &str) -> Edit {
    Edit::Remove { path: path(at) }
}

fn new(at: &str, text: &str) -> Edit {
    Edit::Insert { path: path(at), text: text.to_owned() }
}

fn order(at: &str, order: &[usize]) -> Edit {
    Edit::Reorder { path: path(at), order: order.to_vec() }
}

fn parse(text: &str, format: Format) -> Parsed {
    read(text.as_bytes(), format, &Limits::default()).expect("it is read")
}

#[track_caller]
fn check_in(format: Format, text: &str, edits: &[Edit], expected: Option<&str>) {
    let parsed = parse(text, format);
    let done = text_edits(&parsed, format, edits).map(|edits| apply(text, &edits));
    assert_eq!(done.as_deref(), expected, "{}", done.as_deref().unwrap_or("none"));
}

#[track_caller]
fn check(text: &str, edits: &[Edit], expected: &str) {
    check_in(Format::Yaml, text, edits, Some(expected));
    // The same with the line ends of another system.
    let crlf = |text: &str| text.replace('\n', "\r\n");
    check_in(Format::Yaml, &crlf(text), edits, Some(&crlf(expected)));
}

#[track_caller]
fn check_text(text: &str, what: &Put, expected: &str) {
    let edit = put(&parse(text, Format::Yaml), what);
    check(text, &[edit], expected);
}

#[track_caller]
fn check_json(text: &str, edits: &[Edit], expected: &str) {
    check_in(Format::Json, text, edits, Some(expected));
}

#[test]
fn texts_keep_their_quoting() {
    let name = |from, text| Put("basics.name", from, text);
    check_text(
        "basics:\n  name: Ada L # me\n",
        &name("Ada", "Eve"),
        "basics:\n  name: Eve L # me\n",
    );
    check_text(
        "basics:\n  name: \"Ada \\\"L\\\"\"\n",
        &name("Ada", "E\"e"),
        "basics:\n  name: \"E\\\"e \\\"L\\\"\"\n",
    );
    check_text(
        "basics:\n  name: 'Ada ''L'''\n",
        &name("Ada", "E'e"),
        "basics:\n  name: 'E''e ''L'''\n",
    );
    check_text("basics: {name: Ada L}\n", &name("Ada", "Eve"), "basics: {name: Eve L}\n");
    check_text(
        "basics:\n  name: \"\\u00c9a \\\n    b\"\n",
        &name("b", "c"),
        "basics:\n  name: \"\\u00c9a \\\n    c\"\n",
    );
}

#[test]
fn texts_are_quoted_where_they_must_be() {
    let name = |text| Put("basics.name", "", text);
    let file = "basics:\n  name: Ada # me\n  label: x\n";
    let with = |written: &str| file.replace("Ada", written);
    for (text, written) in [
        ("a: b", "\"a: b\""),
        ("a #b", "\"a #b\""),
        ("- a", "\"- a\""),
        ("say \"a\": b", "'say \"a\": b'"),
        ("yes", "\"yes\""),
        ("12", "\"12\""),
        ("a\nb", "\"a\\nb\""),
        ("a, [b]", "a, [b]"),
        ("@a", "\"@a\""),
        ("C++", "C++"),
    ] {
        check_text(file, &name(text), &with(written));
    }
    check_text("basics: {name: Ada}\n", &name("a, b"), "basics: {name: \"a, b\"}\n");
    check_text("basics:\n  name: 'Ada'\n", &name("a\nb"), "basics:\n  name: \"a\\nb\"\n");
}

#[test]
fn folded_and_literal_texts_keep_their_lines() {
    let summary = |from, text| Put("basics.summary", from, text);
    check_text(
        "basics:\n  summary: >-  # short\n    Owns the very\n    old router\n    of parcels.\n  # end\n",
        &summary("very old", "old"),
        "basics:\n  summary: >-  # short\n    Owns the old router\n    of parcels.\n  # end\n",
    );
    check_text(
        "basics:\n  summary: |\n    Owns it.\n\n    Runs it.\n",
        &summary("it.\n\nRuns", "that.\n\nKeeps"),
        "basics:\n  summary: |\n    Owns that.\n\n    Keeps it.\n",
    );
    check_text(
        "basics:\n  summary: Owns the\n    router\n    of parcels\n",
        &summary("router", "index"),
        "basics:\n  summary: Owns the\n    index\n    of parcels\n",
    );
    check_text(
        "basics:\n  summary: Owns the\n    router\n",
        &summary("router", "index: new"),
        "basics:\n  summary: \"Owns the index: new\"\n",
    );
}

#[test]
fn one_awkward_text_leaves_the_others_their_style() {
    let file =
        "basics:\n  name: Ada\n  label: 'an x'\n  summary: >-\n    Owns the\n    router.   \n";
    let parsed = parse(file, Format::Yaml);
    let edits = [
        put(&parsed, &Put("basics.name", "Ada", "Eve")),
        put(&parsed, &Put("basics.label", "x", "y")),
        put(&parsed, &Put("basics.summary", "router", "index")),
    ];
    let done = text_edits(&parsed, Format::Yaml, &edits).map(|edits| apply(file, &edits));
    let done = done.expect("it is edited");
    assert!(done.starts_with("basics:\n  name: Eve\n  label: 'an y'\n"), "{done}");
}

#[test]
fn bullets_are_texts_in_both_forms() {
    let file = "work:\n  - highlights:\n      - id: a # mine\n        text: Helped it\n      - Built: the thing\n";
    check_text(
        file,
        &Put("work[0].highlights[0]", "Helped", "Wrote"),
        &file.replace("Helped", "Wrote"),
    );
    check_text(
        file,
        &Put("work[0].highlights[0].text", "Helped", "Wrote"),
        &file.replace("Helped", "Wrote"),
    );
    check_text(file, &Put("work[0].highlights[1]", "Built: ", ""), &file.replace("Built: ", ""));
}

#[test]
fn empty_items_take_no_position() {
    let file = "work:\n  - highlights:\n      -\n      - Cut it\n      - Built it\n";
    let parsed = parse(file, Format::Yaml);
    let edit = put(&parsed, &Put("work[0].highlights[1]", "Built", "Wrote"));
    check(file, &[edit], &file.replace("Built", "Wrote"));
}

const LIST: &str = "\
work:
  # current
  - name: Northwind # good years
    highlights:
      # strongest first
      - Cut it # measured

      - Built it
        # with Ana
      # the last one
      - Wrote it
    location: Remote

  # old
  - name: Brackwater

skills:
  - name: Data
    keywords: [Redis, Go, Kafka]
";

#[track_caller]
fn check_list(edits: &[Edit], changes: &[(&str, &str)]) {
    let expected = changes.iter().fold(LIST.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    check(LIST, edits, &expected);
}

#[test]
fn items_leave_with_their_lines() {
    let bullet = |at: usize| gone(&format!("work[0].highlights[{at}]"));
    for noted in [&[bullet(0)][..], &[bullet(1)], &[bullet(2)], &[bullet(0), bullet(1)]] {
        check_refused(LIST, noted);
    }
    check_refused(LIST, &[gone("work[1]")]);
    check_refused(LIST, &[gone("work[0].name")]);
    check_refused(LIST, &[gone("work[0]")]);
    check_refused(LIST, &[gone("work[0].highlights")]);
    let plain = "work:\n- highlights:\n  - \"a #b\"\n  # end\n\n  - Built #1: it\n  - >-\n    # c\n    d\n  - C# # fast\n";
    check(plain, &[bullet(0)], &plain.replace("  - \"a #b\"\n", ""));
    check(plain, &[bullet(2)], &plain.replace("  - >-\n    # c\n    d\n", ""));
    check_refused(plain, &[bullet(3)]);
    let all = "work:\n- highlights:\n  - a\n\n  - b\n";
    check(all, &[bullet(0), bullet(1)], "work:\n- highlights: []\n\n");
    check(all, &[bullet(0)], "work:\n- highlights:\n  - b\n");
    check_list(&[gone("work[0].location")], &[("    location: Remote\n", "")]);
    check(
        "work:\n  # old\n  - name: A\n    url: b # c\n",
        &[gone("work[0].name")],
        "work:\n  # old\n  - url: b # c\n",
    );
    check_list(&[gone("work[1].name")], &[("- name: Brackwater", "- {}")]);
    check_list(
        &[gone("skills")],
        &[("\nskills:\n  - name: Data\n    keywords: [Redis, Go, Kafka]\n", "")],
    );
}

#[test]
fn the_last_key_leaves_an_empty_mapping() {
    check("basics:\n  name: Ada\n# end\n", &[gone("basics.name")], "basics: {}\n# end\n");
    check_refused("basics:\n  name: Ada # me\n# end\n", &[gone("basics.name")]);
    check("work:\n- name: Ada\nbasics: {}\n", &[gone("work[0]")], "work: []\nbasics: {}\n");
    check("work:\n- name: A\n\n- name: B\n", &[gone("work[1]")], "work:\n- name: A\n");
    check("work:\n-\n  name: A\n-\n  name: B", &[gone("work[0]")], "work:\n-\n  name: B");
}

#[test]
fn items_in_brackets_leave_with_their_commas() {
    let skill = |at: usize| gone(&format!("skills[0].keywords[{at}]"));
    let all = "[Redis, Go, Kafka]";
    check_list(&[skill(0)], &[(all, "[Go, Kafka]")]);
    check_list(&[skill(1)], &[(all, "[Redis, Kafka]")]);
    check_list(&[skill(2)], &[(all, "[Redis, Go]")]);
    check_list(&[skill(1), skill(2)], &[(all, "[Redis]")]);
    check_list(&[skill(0), skill(2)], &[(all, "[Go]")]);
    check_list(&[skill(0), skill(1), skill(2)], &[(all, "[]")]);
    let long = "skills:\n  - keywords: [\n      Redis, # fast\n      Go,\n    ]\n";
    check_refused(long, &[skill(0)]);
    let noted = "skills:\n  - keywords: [ # all\n      C#, Go,\n      # new\n      Rust]\n";
    check(noted, &[skill(0)], &noted.replace("C#, ", ""));
    check_refused(noted, &[skill(1)]);
    check_refused(noted, &[skill(2)]);
    check(long, &[skill(1)], "skills:\n  - keywords: [\n      Redis, # fast\n    ]\n");
    check("basics: {name: Ada, label: x}\n", &[gone("basics.label")], "basics: {name: Ada}\n");
}

#[test]
fn lists_are_sorted_with_their_comments() {
    check_list(
        &[order("work[0].highlights", &[2, 0, 1])],
        &[
            (
                "- Cut it # measured\n\n      - Built it\n        # with Ana\n      # the last one\n      - Wrote it\n",
                "# the last one\n      - Wrote it\n\n      # strongest first\n      - Cut it # measured\n      - Built it\n        # with Ana\n",
            ),
            ("      # strongest first\n      # the", "      # the"),
        ],
    );
    check(
        "work:\n  - name: A\n    url: a\n\n  # new\n  - name: B",
        &[order("work", &[1, 0])],
        "work:\n  # new\n  - name: B\n\n  - name: A\n    url: a",
    );
    check_list(
        &[order("skills[0].keywords", &[2, 1, 0])],
        &[("[Redis, Go, Kafka]", "[Kafka, Go, Redis]")],
    );
}

const JSON: &str = r#"{
  "basics": {"name": "Ada \"L\" \u00e9"},
  "work": [
    {
      "name": "A",
      "highlights": ["Cut it", "Built it"]
    },
    {"name": "B"}
  ]
}
"#;

#[test]
fn json_stays_json() {
    let parsed = parse(JSON, Format::Json);
    let edit = put(&parsed, &Put("basics.name", "Ada", "E\"\n"));
    check_json(JSON, &[edit], &JSON.replace("Ada", "E\\\"\\n"));
    check_json(JSON, &[gone("work[0].highlights[1]")], &JSON.replace(", \"Built it\"", ""));
    check_json(JSON, &[gone("work[0].highlights[0]")], &JSON.replace("\"Cut it\", ", ""));
    check_json(JSON, &[gone("work[1]")], &JSON.replace(",\n    {\"name\": \"B\"}", ""));
    check_json(JSON, &[gone("work[0].name")], &JSON.replace("\"name\": \"A\",\n      ", ""));
    check_json(
        JSON,
        &[gone("basics.name")],
        &JSON.replace("\"name\": \"Ada \\\"L\\\" \\u00e9\"", ""),
    );
    check_json(
        JSON,
        &[order("work[0].highlights", &[1, 0])],
        &JSON.replace("\"Cut it\", \"Built it\"", "\"Built it\", \"Cut it\""),
    );
}

#[track_caller]
fn check_refused(text: &str, edits: &[Edit]) {
    check_in(Format::Yaml, text, edits, None);
}

#[test]
fn what_is_shared_is_refused() {
    let whole =
        |at, text: &str| Edit::Replace { path: path(at), range: None, text: text.to_owned() };
    let shared = "work:\n  - &a\n    name: &n Ada\n  - name: *n\n    <<: *a\n  - *a\n";
    check_refused(shared, &[whole("work[0].name", "Eve")]);
    check_refused(shared, &[whole("work[1].name", "Eve")]);
    check_refused(shared, &[whole("work[2].name", "Eve")]);
    check_refused(shared, &[gone("work[0]")]);
    check_refused("basics:\n  name: Ada\n", &[whole("basics.email", "a@b.c")]);
    // An anchor that nobody uses is no reason.
    check("basics:\n  name: &n Ada\n", &[whole("basics.name", "Eve")], "basics:\n  name: &n Eve\n");
}

#[test]
fn edits_that_do_not_fit_are_left_out() {
    let edit = |range, text: &str| TextEdit { range, text: text.to_owned() };
    assert_eq!(apply("abc", &[edit(0..1, "x"), edit(0..2, "y"), edit(9..9, "z")]), "xbc");
    assert_eq!(apply("é", &[edit(1..2, "x")]), "é");
}

#[test]
fn missing_keys_get_a_line() {
    let density = [new("vitae.density", "snug")];
    check(
        "vitae:\n  stage: mid # for now\n  allow: []\n",
        &density,
        "vitae:\n  stage: mid # for now\n  density: snug\n  allow: []\n",
    );
    check(
        "vitae:\n  stage: mid # for now\n  allow:\n    - rule: x\nbasics:\n  name: Ada\n",
        &density,
        "vitae:\n  stage: mid # for now\n  density: snug\n  allow:\n    - rule: x\nbasics:\n  name: Ada\n",
    );
    check("vitae: { stage: mid }\n", &density, "vitae: { stage: mid, density: snug }\n");
    let label = [new("basics.label", "a: b")];
    check("basics:\n  name: Ada", &label, "basics:\n  name: Ada\n  label: \"a: b\"");
    check("vitae: {}\n", &density, "vitae: {density: snug}\n");
    check(
        "basics:\n  summary: |\n    Two\n    lines\n",
        &density,
        "basics:\n  summary: |\n    Two\n    lines\nvitae:\n  density: snug\n",
    );
    check(
        "basics:\n  name: Ada\n\n# the end\n",
        &density,
        "basics:\n  name: Ada\n\n# the end\nvitae:\n  density: snug\n",
    );
    check("{basics: {name: Ada}}", &density, "{basics: {name: Ada}, vitae: { density: snug }}");
}

#[test]
fn missing_keys_of_json_get_a_line() {
    let density = [new("vitae.density", "snug")];
    check_json(
        "{\n  \"basics\": {\"name\": \"Ada\"}\n}\n",
        &density,
        "{\n  \"basics\": {\"name\": \"Ada\"},\n  \"vitae\": { \"density\": \"snug\" }\n}\n",
    );
    check_json(
        "{\"vitae\":{\"stage\":\"mid\"}}",
        &density,
        "{\"vitae\":{\"stage\":\"mid\", \"density\": \"snug\"}}",
    );
    check_json("{\"vitae\":{}}", &density, "{\"vitae\":{\"density\": \"snug\"}}");
}

#[test]
fn keys_that_are_there_are_not_written_twice() {
    check_refused("vitae:\n  density: airy\n", &[new("vitae.density", "snug")]);
    check_refused("vitae:\n  stage: mid\n", &[new("vitae.density", "loose")]);
}
