//! SARIF 2.1.0: findings for code scanning, editors and dashboards.
//!
//! An allowed finding is a result with a suppression, so that no tool counts it and none loses it.

mod log;

use std::collections::BTreeMap;
use std::fmt::Write;

use extract::Format;
use resume::{Edit, Fix, Parsed, Report, ReportedFinding, Severity, SourceMap};
use workbench::rules::{Doc, docs};

use self::log::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Driver, FixObject, Invocation, Level,
    Location, Log, LogicalLocation, Message, Notification, OnPaper, PhysicalLocation, Properties,
    Region, Replacement, ReportingConfiguration, ReportingDescriptor, ResultObject, Run,
    Suppression, Text, Tool,
};
use super::job::Checked;
use super::{commands, json};
use crate::exit::Failure;

/// The report as a SARIF log.
pub(crate) fn render(report: &Report, parsed: &Parsed, format: Option<Format>) -> String {
    let docs = docs();
    let map = &parsed.source_map;
    let results =
        Results { uri: uri(&report.file), docs: &docs, map, edited: Some(parsed), format };
    let mut list: Vec<ResultObject> =
        report.findings.iter().map(|finding| results.of(finding, None)).collect();
    list.extend(
        report
            .allowed
            .iter()
            .map(|allowed| results.of(&allowed.finding, Some(allowed.reason.clone()))),
    );
    let done = Invocation { execution_successful: true, notifications: Vec::new() };
    json::render(&Log::new(Run {
        tool: tool(&docs),
        invocations: vec![done],
        results: list,
        column_kind: "unicodeCodePoints",
        properties: Some(grade(report)),
    }))
}

/// Checked jobs as one SARIF log.
pub(crate) fn jobs(checked: &[Checked]) -> String {
    let docs = docs();
    let results = checked.iter().flat_map(|one| {
        let (uri, map, format) = (uri(&one.file), &one.source_map, one.format);
        let results = Results { uri, docs: &docs, map, edited: None, format };
        let of_job = |finding| results.of(finding, None);
        one.findings.iter().map(of_job).collect::<Vec<_>>()
    });
    json::render(&Log::new(Run {
        tool: tool(&docs),
        invocations: vec![Invocation { execution_successful: true, notifications: Vec::new() }],
        results: results.collect(),
        column_kind: "unicodeCodePoints",
        properties: None,
    }))
}

/// The log of a run about `file` that could not do its work.
pub(crate) fn failure(failure: &Failure, file: &str) -> String {
    let hint = commands::hint(failure).map(|hint| format!(" ({hint})"));
    let place = failure.place.as_ref();
    let name = place.map_or(file, |place| place.file.as_str());
    let region =
        place.map(|place| region(&SourceMap::new(place.source.clone()), &place.location.range));
    let location = Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(name) },
            region,
        },
        logical_locations: Vec::new(),
        properties: None,
    };
    let notification = Notification {
        level: Level::Error,
        message: Message { text: failure.message.clone() + &hint.unwrap_or_default() },
        locations: if name.is_empty() { Vec::new() } else { vec![location] },
    };
    json::render(&Log::new(Run {
        tool: tool(&[]),
        invocations: vec![Invocation {
            execution_successful: false,
            notifications: vec![notification],
        }],
        results: Vec::new(),
        column_kind: "unicodeCodePoints",
        properties: None,
    }))
}

fn tool(docs: &[Doc]) -> Tool<'_> {
    let rules = docs
        .iter()
        .map(|doc| ReportingDescriptor {
            id: doc.id,
            short_description: Text { text: doc.summary.trim_end_matches('.').to_owned() + "." },
            help: log::Help { text: doc.text.clone(), markdown: doc.text.clone() },
            default_configuration: ReportingConfiguration { level: doc.severity.into() },
            properties: Properties::of(doc.topic),
        })
        .collect();
    Tool { driver: Driver { name: "vitae", version: env!("CARGO_PKG_VERSION"), rules } }
}

/// The grade, for those who look for it in the log.
fn grade(report: &Report) -> BTreeMap<&'static str, serde_json::Value> {
    BTreeMap::from([
        ("overall", report.overall.into()),
        ("scope", report.axes.scope.into()),
        ("evidence", report.axes.evidence.into()),
        ("depth", report.axes.depth.into()),
        ("stage", report.stage.as_str().into()),
        ("verdict", report.verdict.as_str().into()),
        ("rubric", report.rubric.fingerprint.as_str().into()),
    ])
}

/// What the results of one report share.
struct Results<'a> {
    uri: String,
    docs: &'a [Doc],
    map: &'a SourceMap,
    /// What fixes are made in; `None` where none can be.
    edited: Option<&'a Parsed>,
    /// The form of the file; `None` for a document, which has no lines to point at.
    format: Option<Format>,
}

impl<'a> Results<'a> {
    fn of(&self, finding: &ReportedFinding, allowed: Option<String>) -> ResultObject<'a> {
        let at = self.docs.iter().position(|doc| doc.id == finding.rule);
        let hint = finding.hint.as_deref().map(sentence).unwrap_or_default();
        let is_text = self.format.is_some();
        let region = is_text.then(|| region(self.map, &(finding.start..finding.end)));
        let physical_location = PhysicalLocation { artifact_location: self.file(), region };
        let logical_locations = if finding.path.is_empty() {
            Vec::new()
        } else {
            vec![LogicalLocation { fully_qualified_name: finding.path.clone() }]
        };
        ResultObject {
            rule_id: finding.rule.clone(),
            rule_index: at,
            level: finding.severity.into(),
            message: Message { text: finding.message.clone() + &hint },
            locations: vec![Location {
                physical_location,
                logical_locations,
                properties: self.on_paper(finding),
            }],
            fixes: finding.fix.as_ref().and_then(|fix| self.fix(fix)).into_iter().collect(),
            suppressions: allowed
                .map(|justification| vec![Suppression { kind: "inSource", justification }])
                .unwrap_or_default(),
            properties: at.map(|at| Properties::of(self.docs[at].topic)),
        }
    }

    /// Where a finding in a document is seen: the line of its text, page and box.
    fn on_paper(&self, finding: &ReportedFinding) -> Option<OnPaper> {
        let text = self.map.text();
        let line = text.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
        let snippet = line.trim().to_owned();
        let (page, rect) = (finding.page, finding.rect);
        self.format.is_none().then_some(OnPaper { page, rect, line: finding.line, snippet })
    }

    fn file(&self) -> ArtifactLocation {
        ArtifactLocation { uri: self.uri.clone() }
    }

    /// A fix as replacements of the file's text; `None` when it cannot be made in this file.
    fn fix(&self, fix: &Fix) -> Option<FixObject> {
        let edits: &[Edit] = &fix.edits;
        let replacements = extract::text_edits(self.edited?, self.format?, edits)?
            .into_iter()
            .map(|edit| Replacement {
                deleted_region: region(self.map, &edit.range),
                inserted_content: ArtifactContent { text: edit.text },
            })
            .collect();
        Some(FixObject {
            description: Message { text: fix.title.clone() },
            artifact_changes: vec![ArtifactChange { artifact_location: self.file(), replacements }],
        })
    }
}

/// A hint as the sentence that follows a message.
fn sentence(hint: &str) -> String {
    let mut rest = hint.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase());
    format!(". {}{}", first.map(String::from).unwrap_or_default(), rest.as_str())
}

/// A range of bytes as lines and columns, the end exclusive.
fn region(map: &SourceMap, range: &std::ops::Range<usize>) -> Region {
    let (start, end) = (map.at(range.clone()), map.at(range.end..range.end));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// The file as a relative URI reference. Standard input has a name of its own.
fn uri(file: &str) -> String {
    if file == "-" {
        return "stdin".to_owned();
    }
    let mut uri = String::with_capacity(file.len());
    // A first step with a colon would read as a scheme.
    let (head, _) = file.split_once('/').unwrap_or((file, ""));
    if head.contains(':') {
        uri.push_str("./");
    }
    for byte in file.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => {
                uri.push(char::from(byte));
            }
            other => {
                let _ = write!(uri, "%{other:02X}");
            }
        }
    }
    uri
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn files_are_uri_references() {
        for (file, expected) in [
            ("cv.yaml", "cv.yaml"),
            ("./a/cv 2.yaml", "./a/cv%202.yaml"),
            ("-", "stdin"),
            ("é#?.yaml", "%C3%A9%23%3F.yaml"),
            ("a:b.yaml", "./a:b.yaml"),
        ] {
            assert_eq!(uri(file), expected);
        }
    }
}
