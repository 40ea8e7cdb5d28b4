//! For any writing of a resume and any edit: the file reads back as the model says, or the edit is
//! refused.

use std::fmt::Write;

use extract::{Format, Limits, apply, read, text_edits};
use proptest::prelude::*;
use resume::{Edit, FieldPath, Parsed};

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

fn parse(text: &str, format: Format) -> Parsed {
    read(text.as_bytes(), format, &Limits::default()).expect("it is read")
}

/// One text in one of the ways people write it, at some indentation.
#[derive(Clone, Debug)]
struct Written {
    text: String,
    style: usize,
}

impl Written {
    fn yaml(&self, indent: usize) -> String {
        let pad = " ".repeat(indent);
        let text = &self.text;
        let lines = |text: &str| text.replacen(' ', &format!("\n{pad}"), 2);
        let harmless = text.chars().all(|c| c.is_alphanumeric() || c == ' ')
            && text.starts_with(|c: char| c.is_ascii_lowercase());
        match self.style {
            0 if harmless => text.clone(),
            1 if harmless => lines(text),
            2 => format!("'{}'", text.replace('\'', "''")),
            3 => format!("'{}'", lines(&text.replace('\'', "''"))),
            4 if !text.starts_with(' ') => format!(">-  # folded\n{pad}{}", lines(text)),
            5 if !text.starts_with(' ') => format!("|-\n{pad}{text}"),
            6 => lines(&serde_json::to_string(text).expect("JSON")),
            _ => serde_json::to_string(text).expect("JSON"),
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-z]{1,7}",
        1 => prop::sample::select(vec![
            "é", "😀x", "don't", "\"go\"", "a:", "#1", "[x]", "{y}", "yes", "12", "-", "C++", "\\n",
            "%", "&a", "*b", "it's:", "p99,",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 1..7).prop_map(|words| words.join(" "))
}

fn written() -> impl Strategy<Value = Written> {
    (text(), 0_usize..8).prop_map(|(text, style)| Written { text, style })
}

#[derive(Clone, Debug)]
struct File {
    jobs: Vec<(Written, Vec<(Written, bool)>)>,
    comments: bool,
    crlf: bool,
    json: bool,
}

impl File {
    fn text(&self) -> String {
        if self.json {
            let jobs: Vec<_> = self
                .jobs
                .iter()
                .map(|(name, bullets)| {
                    let bullets: Vec<_> = bullets.iter().map(|(bullet, _)| &bullet.text).collect();
                    serde_json::json!({"name": name.text, "highlights": bullets, "url": "x"})
                })
                .collect();
            return serde_json::to_string_pretty(&serde_json::json!({"work": jobs})).expect("JSON");
        }
        let mut out = "# mine\nwork:\n".to_owned();
        let note = |text| if self.comments { text } else { "" };
        for (name, bullets) in &self.jobs {
            out += note("  # a job\n");
            let _ = writeln!(out, "  - name: {}", name.yaml(8));
            out += note("    # what I did\n\n");
            if !bullets.is_empty() {
                out += "    highlights:\n";
            }
            for (bullet, mapping) in bullets {
                out += note("      # a bullet\n");
                let _ = if *mapping {
                    writeln!(out, "      - id: x\n        text: {}", bullet.yaml(12))
                } else {
                    writeln!(out, "      - {}", bullet.yaml(10))
                };
                out += note("\n");
            }
            out += "    url: x\n";
        }
        if self.crlf { out.replace('\n', "\r\n") } else { out }
    }
}

fn file() -> impl Strategy<Value = File> {
    let bullets = prop::collection::vec((written(), any::<bool>()), 0..4);
    let jobs = prop::collection::vec((written(), bullets), 1..4);
    (jobs, any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(jobs, comments, crlf, json)| File { jobs, comments, crlf, json })
}

/// An edit somewhere in the file, by numbers that are taken modulo what is there.
fn edit(file: &File, kind: usize, a: usize, b: usize, text: &str, cut: (usize, usize)) -> Edit {
    let job = a % file.jobs.len();
    let (name, bullets) = &file.jobs[job];
    let work = path("work");
    let part = |value: &str| {
        let bounds: Vec<usize> =
            value.char_indices().map(|(at, _)| at).chain([value.len()]).collect();
        let (x, y) = (bounds[cut.0 % bounds.len()], bounds[cut.1 % bounds.len()]);
        x.min(y)..x.max(y)
    };
    let here = work.index(job);
    match (kind % 6, bullets.is_empty()) {
        (0 | 1, false) => {
            let at = b % bullets.len();
            let path = here.key("highlights").index(at);
            let range = (kind != 0).then(|| part(&bullets[at].0.text));
            Edit::Replace { path, range, text: text.to_owned() }
        }
        (2, false) => Edit::Remove { path: here.key("highlights").index(b % bullets.len()) },
        (3, false) => {
            let mut order: Vec<usize> = (0..bullets.len()).collect();
            order.rotate_left(b % bullets.len());
            Edit::Reorder { path: here.key("highlights"), order }
        }
        (4, _) => Edit::Remove { path: here },
        (5, _) => Edit::Remove { path: here.key(["name", "url"][b % 2]) },
        _ => Edit::Replace {
            path: here.key("name"),
            range: Some(part(&name.text)),
            text: text.to_owned(),
        },
    }
}

/// Text made of what YAML, JSON and resumes are made of.
fn syntax() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "work:\n", "work: [", "- ", "  - ", "highlights:\n", "highlights: ", "name: ", "skills:\n",
        "keywords: ", "text: ", "x: ", "é", "😀", "a", "b c", "\n", "\n  ", "\n    ", "\n- ",
        "\n  - ", "\r\n", "[", "]", "{", "}", ", ", "\"", "'", "\\", "|\n  ", ">-\n    ", "&a ",
        "*a", "<<: *a", "!!str ", "#", " # ", "\"name\": ", "? ", "\t", "-\n", "\u{feff}",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Every path of a resume.
fn paths(value: &serde_json::Value, here: &FieldPath, out: &mut Vec<FieldPath>) {
    out.push(here.clone());
    match value {
        serde_json::Value::Object(map) => {
            map.iter().for_each(|(key, value)| paths(value, &here.key(key.clone()), out));
        }
        serde_json::Value::Array(list) => {
            (0..).zip(list).for_each(|(at, value)| paths(value, &here.index(at), out));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_syntax_is_edited_or_refused(start in prop::bool::ANY, text in syntax()) {
        let text = if start { format!("work:\n- name: x\n  highlights:\n  - {text}") } else { text };
        for format in [Format::Yaml, Format::Json] {
            let Ok(parsed) = read(text.as_bytes(), format, &Limits::default()) else { continue };
            let value = serde_json::to_value(&parsed.resume).expect("JSON");
            let mut all = Vec::new();
            paths(&value, &FieldPath::root(), &mut all);
            for path in all {
                for edit in [
                    Edit::Replace { path: path.clone(), range: None, text: "a: b".to_owned() },
                    Edit::Replace { path: path.clone(), range: Some(0..1), text: "é".to_owned() },
                    Edit::Remove { path: path.clone() },
                    Edit::Reorder { path: path.clone(), order: vec![1, 0] },
                ] {
                    let edits = [edit];
                    let Some(done) = text_edits(&parsed, format, &edits) else { continue };
                    let source = parsed.source_map.text();
                    let again = parse(&apply(source, &done), format);
                    prop_assert_eq!(Some(again.resume), parsed.resume.edited(&edits));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_edit_of_any_writing_reads_back(
        file in file(), kind in 0_usize..6, a in 0_usize..4, b in 0_usize..4, new in text(),
        cut in (0_usize..30, 0_usize..30),
    ) {
        let source = file.text();
        let format = if file.json { Format::Json } else { Format::Yaml };
        let parsed = parse(&source, format);
        let edit = edit(&file, kind, a, b, &new, cut);
        let edits = [edit];
        // A text that becomes empty or ends in a blank is something to complain about.
        let wanted = parsed.resume.edited(&edits).expect("the model follows");
        let blank = |text: &str| text.trim() != text || text.is_empty();
        prop_assume!(!wanted.work.iter().any(|job| job.highlights.iter().any(|b| blank(&b.text))
            || job.name.as_deref().is_some_and(blank)));
        let done = text_edits(&parsed, format, &edits);
        // What a comment speaks of is not removed.
        let noted = file.comments || source.contains("# folded");
        if done.is_none() && noted && matches!(edits[0], Edit::Remove { .. }) {
            return Ok(());
        }
        prop_assert!(done.is_some(), "{source}\n{edits:?}");
        let after = apply(&source, &done.expect("edits"));
        prop_assert_eq!(parse(&after, format).resume, wanted);
        if let Edit::Replace { .. } = &edits[0] {
            let comments = |text: &str| text.matches("# a").count();
            prop_assert_eq!(comments(&after.replace(&new, "")) , comments(&source.replace(&new, "")));
        }
        prop_assert_eq!(after.contains("\r\n"), source.contains("\r\n"));
        prop_assert_eq!(after.replace("\r\n", "").contains('\r'), false);
    }
}
