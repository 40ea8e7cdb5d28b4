//! A page of HTML that carries its posting as data, too.

use document::Document;

use super::{ReadJob, read_job, read_job_document};
use crate::{Format, Limits};

/// Reads the job of a page: what people see, and what its `JobPosting` in JSON-LD states where the
/// text does not. Total, as [`read_job_document`].
pub fn read_job_page(html: &[u8], document: &Document, limits: &Limits) -> ReadJob {
    let mut read = read_job_document(document);
    let Some(data) = posting(&String::from_utf8_lossy(html), limits) else { return read };
    if !read.job.says_what_is_wanted() && data.job.says_what_is_wanted() {
        // A frame whose text is loaded later.
        return data;
    }
    let (job, more) = (&mut read.job, data.job);
    // What a page states as data is meant for readers like this one.
    job.title = more.title.or(job.title.take());
    job.identifier = more.identifier.or(job.identifier.take());
    job.date_posted = more.date_posted.or(job.date_posted.take());
    job.valid_through = more.valid_through.or(job.valid_through.take());
    job.employment_type = more.employment_type.or(job.employment_type);
    job.stage = job.stage.or(more.stage);
    let banded = more.pay.as_ref().is_some_and(|pay| pay.min.or(pay.max).is_some());
    if banded || job.pay.is_none() {
        let note = job.pay.take().and_then(|pay| pay.note);
        job.pay = more.pay.map(|pay| resume::job::Pay { note: pay.note.or(note), ..pay });
    }
    if !more.locations.is_empty() {
        job.locations = more.locations;
    }
    job.remote = match (job.remote.take(), more.remote) {
        (Some(own), Some(data)) => Some(resume::job::Remote {
            scope: data.scope.or(own.scope),
            countries: if data.countries.is_empty() { own.countries } else { data.countries },
            ..own
        }),
        (own, data) => own.or(data),
    };
    job.apply_url = job.apply_url.take().or(more.apply_url);
    if let Some(who) = more.hiring_organization {
        let held = job.hiring_organization.get_or_insert_default();
        held.name = who.name.or(held.name.take());
        held.url = who.url.or(held.url.take());
        held.logo = who.logo.or(held.logo.take());
        held.summary = held.summary.take().or(who.summary);
    }
    read
}

/// The most blocks of data that are looked at.
const MOST: usize = 20;

/// The first posting among the blocks of JSON-LD of a page.
fn posting(html: &str, limits: &Limits) -> Option<ReadJob> {
    let lower = html.to_ascii_lowercase();
    let mut at = 0;
    for _ in 0..MOST {
        let start = at + lower.get(at..)?.find("<script")?;
        let open = start + lower[start..].find('>')?;
        let end = open + lower[open..].find("</script")?;
        let (tag, body) = (&lower[start..open], &html[open + 1..end]);
        at = end;
        if !tag.contains("ld+json") {
            continue;
        }
        let body = body.trim().trim_start_matches("<!--").trim_end_matches("-->");
        let body = body.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        let read = read_job(body.as_bytes(), Format::Json, limits);
        let found = read.ok().filter(|read| read.origin == resume::job::JobOrigin::JobPosting);
        if found.is_some() {
            return found;
        }
    }
    None
}
