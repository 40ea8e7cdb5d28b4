//! A file that is to hold another resume keeps what it can.

use extract::{Format, Limits, Origins, read, rewrite};
use resume::{FieldPath, Resume, Segment};
use serde_json::{Value, json};

fn resume_of(text: &str, format: Format) -> Resume {
    read(text.as_bytes(), format, &Limits::default()).expect("a resume").resume
}

/// The value at a path, made when there is none.
fn at<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    let path: FieldPath = path.parse().expect("a path");
    path.segments().iter().fold(value, |value, segment| match segment {
        Segment::Key(key) => &mut value[key.as_ref()],
        Segment::Index(at) => &mut value[*at],
    })
}

/// The file afterwards, when these values are set; `null` takes a key away.
fn rewritten(text: &str, format: Format, changes: &[(&str, Value)]) -> extract::Rewritten {
    let parsed = read(text.as_bytes(), format, &Limits::default()).expect("a resume");
    let mut value = serde_json::to_value(&parsed.resume).expect("JSON");
    for (path, new) in changes {
        *at(&mut value, path) = new.clone();
    }
    let wanted: Resume = serde_json::from_value(value).expect("a resume");
    let made = rewrite(&parsed, format, &wanted, &Origins::new()).expect("rewritten");
    assert_eq!(resume_of(&made.text, format), wanted, "{}", made.text);
    made
}

#[test]
fn a_key_comes_where_the_one_behind_the_dash_leaves() {
    let before =
        "education:\n  - institution: 'Fen' # old\n    area: \"Law\" # mine\n    score: 'A'\n";
    let leaves = ("education[0].institution", Value::Null);
    let comes = ("education[0].url", json!("a.example"));
    check(
        before,
        &[leaves.clone(), comes.clone()],
        "education:\n  - url: a.example\n    area: \"Law\" # mine\n    score: 'A'\n",
    );
    check(
        &before.replace(" # mine", ""),
        &[leaves, ("education[0].area", Value::Null), comes],
        "education:\n  - url: a.example\n    score: 'A'\n",
    );
}

/// One item leaves, and of the other nothing is left that it said before.
#[test]
fn items_are_known_by_their_origin() {
    let text = "awards:\n  - title: Oar\n    awarder: Pine\n  - url: a.example # mine\n";
    let parsed = read(text.as_bytes(), Format::Yaml, &Limits::default()).expect("a resume");
    let wanted = json!({"awards": [{"url": "b.example"}]});
    let wanted: Resume = serde_json::from_value(wanted).expect("a resume");
    let awards: FieldPath = "awards".parse().expect("a path");
    for (origin, expected) in [
        (vec![Some(1)], "awards:\n  - url: b.example # mine\n"),
        (vec![None], "awards:\n  - url: b.example\n"),
        // It fits no list of the file.
        (vec![Some(7)], "awards:\n  - url: b.example\n"),
        (vec![Some(0), Some(1)], "awards:\n  - url: b.example\n"),
    ] {
        let origins = Origins::from([(awards.clone(), origin.clone())]);
        let made = rewrite(&parsed, Format::Yaml, &wanted, &origins).expect("rewritten");
        assert_eq!(made.text, expected, "{origin:?}");
    }
}

#[track_caller]
fn check(before: &str, changes: &[(&str, Value)], after: &str) {
    let format = if before.starts_with('{') { Format::Json } else { Format::Yaml };
    let made = rewritten(before, format, changes);
    assert_eq!(made.text, after);
    assert!(!made.lost_comments);
}

#[test]
fn nothing_changes_by_itself() {
    check("# a\nbasics: {name: Ada} # b\n", &[], "# a\nbasics: {name: Ada} # b\n");
}

#[test]
fn texts_and_keys_change_in_place() {
    let before =
        "# me\nbasics:\n  name: 'Ada' # first\n  email: a@b.example\n\n# the rest\nwork: []\n";
    check(
        before,
        &[("basics.name", json!("Eve's"))],
        "# me\nbasics:\n  name: 'Eve''s' # first\n  email: a@b.example\n\n# the rest\nwork: []\n",
    );
    check(
        before,
        &[("basics.label", json!("Engineer: Go"))],
        "# me\nbasics:\n  name: 'Ada' # first\n  label: \"Engineer: Go\"\n  email: a@b.example\n\n# the rest\nwork: []\n",
    );
    check(
        before,
        &[("basics.email", Value::Null)],
        "# me\nbasics:\n  name: 'Ada' # first\n\n# the rest\nwork: []\n",
    );
    check(
        before,
        &[("vitae", json!({"stage": "mid"}))],
        &format!("{before}vitae:\n  stage: mid\n"),
    );
    check(
        before,
        &[("basics.location", json!({"city": "Oslo", "countryCode": "NO"}))],
        "# me\nbasics:\n  name: 'Ada' # first\n  email: a@b.example\n  location:\n    city: Oslo\n    countryCode: \"NO\"\n\n# the rest\nwork: []\n",
    );
}

const WORK: &str = "\
work:
  # the best
  - position: Lead
    name: Acme # not Ltd
    highlights:
      # first
      - Cut p99 by half
      - text: Built the ledger
        tags: [go]
      - >-
        Wrote a long text
        in two lines

  - name: Initech
    highlights: [One, Two]
skills: []
";

#[test]
fn items_come_go_and_move_with_their_comments() {
    let bullets = "work[0].highlights";
    let [a, b, c] = [
        json!("Cut p99 by half"),
        json!({"text": "Built the ledger", "tags": ["go"]}),
        json!("Wrote a long text in two lines"),
    ];
    let with = |from: &str, to: &str| {
        assert!(WORK.contains(from), "{from}");
        WORK.replacen(from, to, 1)
    };
    check(
        WORK,
        &[(bullets, json!([b, a, c]))],
        &with(
            "      # first\n      - Cut p99 by half\n      - text: Built the ledger\n        tags: [go]\n",
            "      - text: Built the ledger\n        tags: [go]\n      # first\n      - Cut p99 by half\n",
        ),
    );
    check(
        WORK,
        &[(bullets, json!([a, b, c, "New: it"]))],
        &with("in two lines\n", "in two lines\n      - \"New: it\"\n"),
    );
    check(
        WORK,
        &[(bullets, json!([b, c]))],
        &with(
            "      # first\n      - Cut p99 by half\n      - text",
            "      # first\n      - text",
        ),
    );
    check(
        WORK,
        &[(bullets, json!([a, {"text": "Built the ledger"}, c]))],
        &with("\n        tags: [go]", ""),
    );
    check(
        WORK,
        &[(bullets, json!([{"text": "Cut p99 by half", "evidence": "mail"}, b, c]))],
        &with("- Cut p99 by half\n", "- text: Cut p99 by half\n        evidence: mail\n"),
    );
    check(
        WORK,
        &[("work[1].highlights", json!(["Two", "Three", "One"]))],
        &with("[One, Two]", "[Two, Three, One]"),
    );
    check(
        WORK,
        &[("work[0].position", Value::Null)],
        &with("- position: Lead\n    name", "- name"),
    );
    check(
        WORK,
        &[("work[1].position", json!("Dev"))],
        &with("  - name: Initech\n", "  - name: Initech\n    position: Dev\n"),
    );
    check(
        WORK,
        &[("skills", json!([{"name": "Languages", "keywords": ["Go", "C++"]}]))],
        &with("skills: []", "skills:\n  - name: Languages\n    keywords: [Go, C++]"),
    );
}

#[test]
fn whole_entries_move() {
    let mut value = serde_json::to_value(resume_of(WORK, Format::Yaml)).expect("JSON");
    let work = value["work"].as_array_mut().expect("work");
    work.swap(0, 1);
    let made = rewritten(WORK, Format::Yaml, &[("work", json!(work))]);
    for kept in [
        "  # the best\n  - position: Lead",
        "name: Acme # not Ltd",
        "- >-\n        Wrote a long text\n",
    ] {
        assert!(made.text.contains(kept), "{}", made.text);
    }
    assert!(!made.lost_comments);
}

#[test]
fn json_keeps_its_shape() {
    let before = "{\n  \"basics\": {\n    \"name\": \"Ada\"\n  },\n  \"work\": [\n    { \"name\": \"Acme\" }\n  ]\n}\n";
    check(
        before,
        &[("basics.email", json!("a@b.example"))],
        "{\n  \"basics\": {\n    \"name\": \"Ada\",\n    \"email\": \"a@b.example\"\n  },\n  \"work\": [\n    { \"name\": \"Acme\" }\n  ]\n}\n",
    );
    check(before, &[("basics.name", json!("\"E\""))], &before.replace("Ada", "\\\"E\\\""));
    for change in [
        ("work", json!([{"name": "New"}, {"name": "Acme"}])),
        ("work", json!([])),
        ("skills", json!([{"keywords": ["Go", "C"]}])),
        ("basics", Value::Null),
    ] {
        rewritten(before, Format::Json, &[change]);
    }
}

#[test]
fn odd_files_hold_what_is_wanted() {
    for before in [
        "",
        "# nothing yet\n",
        "{}",
        "basics:\n",
        "basics: &a {name: Ada}\nx-own: *a\n",
        "work:\n- name: A\n- name: B",
        "work: [{name: A}, {name: B, highlights: [x]}]",
        "basics:\r\n  name: A\r\nwork:\r\n  - name: B\r\n",
        "work:\n  -\n    name: A\n  - # why\n    name: B\n",
        "basics:\n  summary: |+\n    a\n\n",
    ] {
        let format = if before.starts_with('{') { Format::Json } else { Format::Yaml };
        let old = read(before.as_bytes(), format, &Limits::default());
        let Ok(old) = old else { continue };
        for wanted in [
            json!({"basics": {"name": "Eve", "email": "e@f.example"}}),
            json!({"work": [{"name": "B"}, {"name": "A", "highlights": ["a: b", "- c"]}]}),
            json!({"basics": {"summary": "a\n\nb"}, "vitae": {"stage": "senior"}}),
            json!({}),
        ] {
            let wanted: Resume = serde_json::from_value(wanted).expect("a resume");
            let made = rewrite(&old, format, &wanted, &Origins::new()).expect("rewritten");
            assert_eq!(resume_of(&made.text, format), wanted, "{before:?}\n{}", made.text);
        }
    }
}

#[test]
fn items_that_move_keep_what_they_have_when_one_of_their_keys_leaves() {
    check(
        "work:\n  - name: A\n    url: a # site\n    summary: s\n  - name: B # b\n    url: b\n",
        &[("work", json!([{"name": "B", "url": "b"}, {"name": "A", "url": "a"}]))],
        "work:\n  - name: B # b\n    url: b\n  - name: A\n    url: a # site\n",
    );
}

#[test]
fn a_first_key_leaves_the_remarks_below_it() {
    check(
        "work:\n  - name: A\n    # why\n    url: 'a' # site\n",
        &[("work[0].name", Value::Null)],
        "work:\n  -\n    # why\n    url: 'a' # site\n",
    );
}
