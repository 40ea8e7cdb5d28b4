//! What the repository publishes about the command is what the command says.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{COMMANDS, Cli, PAGE};

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn blessing() -> bool {
    std::env::var_os("VITAE_BLESS").is_some_and(|value| value == "1")
}

/// `docs/cli.md`; `cargo xtask codegen` rewrites it through this test.
#[test]
fn published_page_of_the_command() {
    let mut page = String::from(
        "# The command\n\nWritten by `cargo xtask codegen` from the command's own help.\n",
    );
    for command in COMMANDS {
        let name = format!("vitae {command}");
        let help = Cli::new().run(&format!("{command} --help")).stdout;
        let _ = write!(page, "\n## {}\n\n```text\n{}\n```\n", name.trim(), help.trim_end());
    }
    let path = repository("docs/cli.md");
    if blessing() {
        fs::write(&path, &page).expect("docs/cli.md can be written");
    }
    let current = fs::read_to_string(&path).unwrap_or_default();
    assert!(current == page, "docs/cli.md is not up to date; run `cargo xtask codegen`");
}

/// The schema of `vitae.toml` names rules of several crates, so that the command writes it.
#[test]
fn published_schemas_are_those_the_command_prints() {
    for which in ["resume", "letter", "report", "config"] {
        let file = &format!("schema/{which}.schema.json");
        let printed = Cli::new().run(&format!("schema {which}")).stdout;
        if which == "config" && blessing() {
            fs::write(repository(file), &printed).expect("the schema can be written");
        }
        let current = fs::read_to_string(repository(file)).unwrap_or_default();
        assert!(printed == current, "{file} is not up to date; run `cargo xtask codegen`");
    }
}

#[test]
fn a_report_follows_its_published_schema() {
    let schema: Value =
        serde_json::from_str(&Cli::new().run("schema report").stdout).expect("JSON");
    let run = Cli::new().file("cv.yaml", PAGE).run("check cv.yaml --format json");
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(breaches(&schema, &schema, &report, "report"), Vec::<String>::new());

    let mut other = report.clone();
    other["overall"] = Value::from("high");
    other.as_object_mut().expect("a mapping").remove("verdict");
    other["findings"][0]["rank"] = Value::from(1);
    assert_eq!(
        breaches(&schema, &schema, &other, "report"),
        [
            "report.verdict is missing",
            "report.overall: \"high\" is no number",
            "report.findings.0.rank is not in the schema",
        ]
    );
}

/// Where `value` does not follow `schema`: the keywords that our schemas use, and every key
/// declared.
fn breaches(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect("references lead on");
        return breaches(root, target, value, at);
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(options) = schema[keyword].as_array() {
            let tries = options.iter().map(|option| breaches(root, option, value, at));
            return tries.min_by_key(Vec::len).unwrap_or_default();
        }
    }
    if let Some(words) = schema["enum"].as_array() {
        let known = words.contains(value);
        return if known { Vec::new() } else { vec![format!("{at}: {value} is not known")] };
    }
    if let Some(constant) = schema.get("const") {
        let same = constant == value;
        return if same { Vec::new() } else { vec![format!("{at}: {value} is not {constant}")] };
    }
    let mut found = Vec::new();
    let types: Vec<_> = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.iter().any(|name| is_a(value, name)) {
        return vec![format!("{at}: {value} is no {}", types.join(" or "))];
    }
    if let Value::Object(map) = value {
        let required = schema["required"].as_array().into_iter().flatten();
        for key in required.filter_map(Value::as_str).filter(|key| !map.contains_key(*key)) {
            found.push(format!("{at}.{key} is missing"));
        }
        for (key, value) in map {
            match schema["properties"].get(key) {
                Some(inner) => found.extend(breaches(root, inner, value, &format!("{at}.{key}"))),
                None => found.push(format!("{at}.{key} is not in the schema")),
            }
        }
    }
    if let Value::Array(list) = value {
        for (index, value) in list.iter().enumerate() {
            found.extend(breaches(root, &schema["items"], value, &format!("{at}.{index}")));
        }
    }
    found
}

fn is_a(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("a type this check does not know: {other}"),
    }
}
