//! Every rule of the reader explains itself with examples that do what they say.

use extract::{About, Format, Limits, read, reader_rules};

/// The rule ids found in a YAML source.
#[track_caller]
fn found(source: &str) -> Vec<String> {
    let parsed = read(source.as_bytes(), Format::Yaml, &Limits::default()).expect("it is read");
    parsed.findings.iter().map(|finding| finding.rule.clone().into_owned()).collect()
}

/// The code blocks of `docs` whose fence says `yaml,LABEL`.
fn blocks<'a>(docs: &'a str, label: &str) -> Vec<&'a str> {
    let fence = format!("```yaml,{label}\n");
    docs.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn examples_are_flagged_and_clean_as_they_say() {
    for rule in reader_rules().iter().filter(|rule| rule.about == About::Data) {
        let (flagged, clean) =
            (blocks(rule.docs_markdown, "flagged"), blocks(rule.docs_markdown, "clean"));
        assert!(!flagged.is_empty() && !clean.is_empty(), "{}: examples are missing", rule.id);
        for source in flagged {
            let rules = found(source);
            assert!(
                rules.iter().all(|id| id == rule.id) && !rules.is_empty(),
                "{}: {rules:?}",
                rule.id
            );
        }
        for source in clean {
            assert_eq!(found(source), [""; 0], "{}", rule.id);
        }
    }
}

#[test]
fn rules_are_sorted_and_each_has_one_severity_of_its_own_findings() {
    let rules = reader_rules();
    assert!(rules.is_sorted_by_key(|rule| rule.id));
    for rule in rules.iter().filter(|rule| rule.about == About::Data) {
        let source = blocks(rule.docs_markdown, "flagged")[0];
        let parsed = read(source.as_bytes(), Format::Yaml, &Limits::default()).expect("it is read");
        assert_eq!(parsed.findings[0].severity, rule.severity, "{}", rule.id);
    }
}
