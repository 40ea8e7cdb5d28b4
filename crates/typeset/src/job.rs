//! Setting a job.

use resume::job::{Job, JobPage};
use serde_json::json;

use crate::pages::{first_of, no_date, set};
use crate::{Options, Pages, TypesetError};

/// Sets a job as the page that people get: title, facts, and its parts under headings.
///
/// `options` name [`job_template`](crate::job_template()); a template of resumes fails. The file's
/// day is the one it was posted. A job without anything to show gives one empty page.
pub fn job(job: &Job, options: &Options) -> Result<Pages, TypesetError> {
    let page = job.page();
    let content = json!({ "job": page, "title": title(&page) });
    let posted = job.date_posted.as_deref().map(resume::Date::parse);
    let day = posted.as_ref().and_then(first_of).unwrap_or_else(no_date);
    set(content, &page.leaves(), day, options)
}

/// `Senior Backend Engineer – Northwind Parcel`.
fn title(page: &JobPage) -> String {
    let known: Vec<&str> =
        [&page.title, &page.company].into_iter().flatten().map(String::as_str).collect();
    if known.is_empty() { "Job".to_owned() } else { known.join(" – ") }
}
