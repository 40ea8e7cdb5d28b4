//! The file of a self-assessment.

use resume::{Assessment, FieldPath, Finding, Origin, Severity, SourceMap, assessment::MOST_LEVEL};

use super::schema::shapes;
use super::walk::Walk;
use super::{cut, whole};
use crate::node::{Document, Value};
use crate::{Format, ReadError};

/// A self-assessment with the places of its values.
#[derive(Clone, Debug, Default)]
pub struct ReadAssessment {
    /// Everything that could be read; levels are 0 to 3.
    pub assessment: Assessment,
    /// Where each value stands.
    pub source_map: SourceMap,
    /// What the reader noticed: unknown keys, wrong shapes, levels that do not exist.
    pub findings: Vec<Finding>,
}

/// The self-assessment a document holds.
pub(crate) fn assessment_of(
    text: &str,
    format: Format,
    document: &Document,
) -> Result<ReadAssessment, ReadError> {
    let root = &*document.root;
    if !matches!(root.value, Value::Mapping { .. }) {
        let first = text[root.span.clone()].lines().next().unwrap_or_default();
        let range = root.span.start..root.span.start + first.len();
        let error = ReadError::at(text, range, "the file holds no keys");
        return Err(error.hint("write `skills:`, and below it a level for each").of_nothing());
    }
    let mut walk = Walk::new(text, format, Origin::JsonResume, shapes().assessment());
    let mut assessment: Assessment = whole(&mut walk, document)?;
    assessment.skills.retain(|skill, level| {
        let known = *level <= MOST_LEVEL;
        if !known {
            let path = FieldPath::root().key("skills").key(skill.clone());
            let message = format!("{level} is no level");
            let finding = Finding::new("wrong-type", Severity::Error, path, message);
            walk.findings
                .push(finding.hint("0 not yet, 1 with help, 2 alone, 3 others learn it from you"));
        }
        known
    });
    Ok(ReadAssessment { assessment, source_map: walk.map, findings: cut(walk.findings) })
}

#[cfg(test)]
mod tests {
    use crate::{Limits, read_assessment};

    use super::*;

    #[track_caller]
    fn check(text: &str, levels: &[(&str, u32)], found: &[&str]) {
        let read = read_assessment(text.as_bytes(), Format::Yaml, &Limits::default());
        let read = read.expect("a self-assessment");
        let skills: Vec<_> =
            read.assessment.skills.iter().map(|(skill, level)| (skill.as_str(), *level)).collect();
        assert_eq!(skills, levels, "{text}");
        let said = read.findings.iter().map(|one| {
            let line = read.source_map.locate(&one.path, "", None).line;
            format!("{line} {}", one.rule)
        });
        assert_eq!(said.collect::<Vec<_>>(), found, "{text}");
    }

    #[test]
    fn levels_are_read_and_mistakes_have_their_place() {
        check("skills:\n  sql: 2\n  caching: 0\n", &[("caching", 0), ("sql", 2)], &[]);
        check("skills:\n  sql: 2 # of 3\n  caching:\n", &[("sql", 2)], &[]);
        check("skills:\nnotes:\n", &[], &[]);
        check("skills:\n  sql: 4\n", &[], &["2 wrong-type"]);
        check("skills:\n  sql: good\n", &[], &["2 wrong-type"]);
        check("skills:\n  sql: -1\n  logging: 1.5\n", &[], &["2 wrong-type", "3 wrong-type"]);
        check("skills: 3\n", &[], &["1 wrong-type"]);
        check("skils:\n  sql: 2\n", &[], &["1 unknown-field"]);
    }

    #[test]
    fn a_file_without_keys_is_none() {
        for text in ["2", "- sql", ""] {
            assert!(read_assessment(text.as_bytes(), Format::Yaml, &Limits::default()).is_err());
        }
    }
}
