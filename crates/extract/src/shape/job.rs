//! The file of a job.

use resume::job::JobOrigin;
use resume::{Job, Origin};

use super::letter::paragraphs;
use super::schema::shapes;
use super::walk::Walk;
use super::{cut, whole};
use crate::job::ReadJob;
use crate::node::{Document, Entry, Value};
use crate::{Format, ReadError};

/// The job a document in the format of vitae holds.
pub(crate) fn job_of(
    text: &str,
    format: Format,
    document: &Document,
) -> Result<ReadJob, ReadError> {
    let root = &*document.root;
    let Value::Mapping { entries, .. } = &root.value else {
        let first = text[root.span.clone()].lines().next().unwrap_or_default();
        let range = root.span.start..root.span.start + first.len();
        return Err(ReadError::at(text, range, "the file holds no keys; a job is a mapping")
            .hint("write `title: …`, `responsibilities:` and `must:`"));
    };
    let mut walk = Walk::new(text, format, Origin::JsonResume, shapes().job());
    let mut job: Job = whole(&mut walk, document)?;
    if format == Format::Yaml {
        let written =
            |entries: &[Entry], key: &str| entries.iter().find(|entry| *entry.key == *key).cloned();
        if let (Some(value), Some(entry)) = (&mut job.summary, written(entries, "summary")) {
            *value = paragraphs(text, &entry, value);
        }
        let about = job.hiring_organization.as_mut().and_then(|who| who.summary.as_mut());
        let entry = written(entries, "hiringOrganization");
        if let (Some(value), Some(entry)) = (about, entry)
            && let Value::Mapping { entries, .. } = &entry.value.value
            && let Some(entry) = written(entries, "summary")
        {
            *value = paragraphs(text, &entry, value);
        }
    }
    Ok(ReadJob {
        job,
        source_map: walk.map,
        findings: cut(walk.findings),
        origin: JobOrigin::Vitae,
    })
}
