//! A tree to a resume: every value against the shape the domain types give its place.
//!
//! What fits is taken; what can be taken in one way only is taken and reported; the rest is
//! reported with the words that it was not used. The JSON value built on the way always
//! deserializes into [`Resume`].

mod assessment;
mod convert;
mod job;
mod legacy;
mod letter;
mod say;
mod schema;
mod unknown;
mod variants;
mod walk;

use resume::{FieldPath, Finding, Origin, Parsed, Resume, Severity, Span};
use serde::de::DeserializeOwned;

use crate::node::{Document, Node, Value};
use crate::scalar::ScalarType;
use crate::words::{clip, quote};
use crate::{Format, ReadError};
use schema::shapes;
use walk::Walk;

pub use assessment::ReadAssessment;
pub(crate) use assessment::assessment_of;
pub(crate) use job::job_of;
pub use letter::ReadLetter;
pub(crate) use letter::letter_of;
pub(crate) use unknown::fold;

/// Beyond this many findings another one helps nobody, and showing each costs time.
const MOST_FINDINGS: usize = 200;

/// The resume a document holds.
pub(crate) fn resume_of(
    text: &str,
    format: Format,
    document: &Document,
    origin: Origin,
) -> Result<Parsed, ReadError> {
    let root = &*document.root;
    if !matches!(root.value, Value::Mapping { .. }) {
        return Err(not_a_mapping(text, format, root));
    }
    let mut walk = Walk::new(text, format, origin, shapes().root());
    let resume: Resume = whole(&mut walk, document)?;
    walk.findings.extend(variants::findings(&resume));
    Ok(Parsed { resume, source_map: walk.map, findings: cut(walk.findings), origin })
}

/// The value of a file that is a mapping.
fn whole<T: DeserializeOwned>(walk: &mut Walk<'_>, document: &Document) -> Result<T, ReadError> {
    let path = FieldPath::root();
    walk.map.insert(path.clone(), Span { key: None, value: document.root.span.clone() });
    let value = walk.root(&document.root, &path);
    let what = walk.whole.name.to_lowercase();
    if let Some(second) = &document.second {
        let path = path.key("---");
        walk.map.insert(path.clone(), Span { key: None, value: second.clone() });
        walk.findings.push(
            Finding::new(
                "several-documents",
                Severity::Error,
                path,
                "a second YAML document begins here; it was not read",
            )
            .hint(format!("keep one {what} in a file: delete this line, or what follows it")),
        );
    }
    T::deserialize(value).map_err(|error| {
        ReadError::whole(
            format!("the file does not fit a {what}: {}", quote(&error.to_string())),
            "please report this file: the reader should have said what is wrong",
        )
    })
}

/// The error for a file that holds something else than sections.
fn not_a_mapping(text: &str, format: Format, root: &Node) -> ReadError {
    let raw = &text[root.span.clone()];
    let line = raw.lines().next().unwrap_or_default();
    let found = match &root.value {
        Value::List(_) => "a list",
        Value::Scalar(scalar) if scalar.kind == ScalarType::Text => "a text",
        _ => "a single value",
    };
    let hint = match (&root.value, format, line.split_once(':')) {
        (_, Format::Json, _) => "begin with `{\"basics\": {…}, \"work\": […]}`".to_owned(),
        (Value::Scalar(_), _, Some((key, value))) if !value.is_empty() && !key.contains(' ') => {
            format!(
                "a space is missing after the colon: write `{}: {}`",
                clip(key, 24),
                clip(value, 30)
            )
        }
        (Value::List(_), ..) => {
            "begin with `basics:`; jobs belong in a list under `work:`".to_owned()
        }
        _ => "begin with `basics:`, and write `name: …` indented below it".to_owned(),
    };
    let range = root.span.start..root.span.start + line.len();
    ReadError::at(text, range, format!("the file holds {found}; a resume is a mapping of sections"))
        .hint(hint)
}

/// The findings worth showing: errors before warnings when there are too many.
fn cut(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() > MOST_FINDINGS {
        let more = findings.len() - MOST_FINDINGS;
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings.truncate(MOST_FINDINGS);
        if let Some(last) = findings.last_mut() {
            last.message = format!("{}; {more} more findings are not shown", last.message);
        }
    }
    findings
}
