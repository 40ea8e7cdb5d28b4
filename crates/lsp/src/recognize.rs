//! Which of an editor's files are resumes. Everything else is left alone.

use extract::Format;

use crate::cursor::flow;

/// Names of files that hold a resume whatever stands in them; `résumé` also as a URI writes it.
const NAMES: [&str; 4] = ["resume", "cv", "résumé", "r%c3%a9sum%c3%a9"];

/// Sections of a resume at the top of a file.
const SECTIONS: [&str; 14] = [
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills",
    "languages", "interests", "references", "projects", "meta", "vitae",
];

/// The format of a resume; `None` for a file that is none.
///
/// `language` is the editor's name for the kind of file, `uri` its address.
pub(crate) fn format(language: &str, uri: &str, text: &str) -> Option<Format> {
    let file = uri.rsplit('/').next().unwrap_or(uri).to_lowercase();
    let (stem, extension) = file.rsplit_once('.').unwrap_or((&file, ""));
    let format = match (language, extension) {
        ("yaml", _) | (_, "yaml" | "yml") => Format::Yaml,
        ("json" | "jsonc", _) | (_, "json") => Format::Json,
        _ => return None,
    };
    (is_named(stem) || looks_like_resume(format, text)).then_some(format)
}

/// `resume`, and `resume.de`; a schema of resumes is none.
fn is_named(stem: &str) -> bool {
    let (name, variant) = stem.split_once('.').unwrap_or((stem, ""));
    NAMES.contains(&name) && !variant.split('.').any(|part| part == "schema")
}

fn looks_like_resume(format: Format, text: &str) -> bool {
    let keys = match format {
        Format::Yaml if names_schema(text) => return true,
        Format::Yaml if !text.trim_start().starts_with('{') => top_keys(text),
        _ => flow::top_keys(text),
    };
    let has = |key: &str| keys.iter().any(|found| found == key);
    let sections = SECTIONS.iter().filter(|section| has(section)).count();
    has("basics") || has("vitae") || (has("work") && sections > 1)
}

/// `# yaml-language-server: $schema=…vitae…`
fn names_schema(text: &str) -> bool {
    let comments = text.lines().take_while(|line| line.is_empty() || line.starts_with('#'));
    comments.filter_map(|line| line.split_once("yaml-language-server:")).any(|(_, schema)| {
        let schema = schema.to_lowercase();
        schema.contains("vitae")
            || schema.contains("resume.schema")
            || schema.contains("jsonresume")
    })
}

/// Keys at the beginning of a line.
fn top_keys(text: &str) -> Vec<String> {
    let keys = text.lines().filter_map(|line| line.split_once(':'));
    keys.map(|(key, _)| key.trim_end().trim_matches(['"', '\'']).to_owned())
        .filter(|key| SECTIONS.contains(&key.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, uri: &str, text: &str, expected: Option<Format>) {
        assert_eq!(format(language, uri, text), expected, "{language} {uri} {text:?}");
    }

    #[test]
    fn resumes_are_known_by_name_or_content() {
        let (yaml, json) = (Some(Format::Yaml), Some(Format::Json));
        check("yaml", "file:///home/ada/resume.yaml", "", yaml);
        check("yaml", "file:///home/ada/CV.yml", "a: 1", yaml);
        check("json", "file:///r%C3%A9sum%C3%A9.json", "{", json);
        check("", "file:///resume.json", "", json);
        check("yaml", "file:///resume.de.yaml", "", yaml);
        check("yaml", "file:///cv.en.yml", "", yaml);
        check("json", "file:///resume.2026.senior.json", "", json);
        check("yaml", "untitled:Untitled-1", "basics:\n  name: Ada", yaml);
        check("yaml", "file:///ada.yaml", "vitae:\n  stage: mid", yaml);
        check("yaml", "file:///ada.yaml", "\"work\":\nskills:\n", yaml);
        check("yaml", "file:///ada.yaml", "# yaml-language-server: $schema=./vitae.json\na:", yaml);
        check("json", "file:///ada.json", "{\"basics\": {\"name\": \"Ada\"", json);
        check("yaml", "file:///ada.yaml", "{basics: {name: Ada}}", yaml);
    }

    #[test]
    fn other_files_are_left_alone() {
        check("yaml", "file:///docker-compose.yaml", "services:\n  work:\n    image: x", None);
        check("yaml", "file:///ci.yml", "work:\n  script: make", None);
        check("yaml", "file:///resume.schema.yaml", "properties:\n  basics: {}", None);
        check("json", "file:///package.json", "{\"name\": \"basics\"}", None);
        check("json", "file:///resume.schema.json", "{\"properties\": {\"basics\": {}}}", None);
        check("markdown", "file:///resume.md", "basics:", None);
        check("yaml", "file:///cv.v1.schema.yaml", "", None);
        check("yaml", "file:///resumes.yaml", "", None);
        check("yaml", "file:///my.resume.yaml", "", None);
        check("yaml", "file:///notes.yaml", "text: |\n  basics: of cooking", None);
        check("yaml", "file:///x.yaml", "# yaml-language-server: $schema=./compose.json", None);
        check("yaml", "file:///empty.yaml", "", None);
    }
}
