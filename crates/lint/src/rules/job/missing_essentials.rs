//! `missing-essentials`: what candidates decide by is not there.

use resume::Severity;
use resume::job::RemoteScope;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;
use crate::wording::filled;

declare_job_rule! {
    /// What candidates decide by is not there.
    ///
    /// ## Why
    /// Where, with whom, on what, from when, under which contract, and how you choose: whoever has to
    /// ask for it applies somewhere else. Pay and accommodations have rules of their own.
    ///
    /// ## What to do
    /// Fill in what the message names. A time zone is needed only where the work is remote.
    ///
    /// ```job,flagged
    /// title: Backend Engineer
    /// must: [Go in production]
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// employmentType: full-time
    /// locations: [{city: Leipzig, countryCode: DE}]
    /// team: Six engineers who run the tariff importer
    /// tools: [{name: Languages, keywords: [Go]}]
    /// start: from March
    /// process: [{name: Technical talk, minutes: 60, assesses: [debugging]}]
    /// ```
    "missing-essentials", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let job = cx.job;
    if cx.is_empty() {
        return;
    }
    let remote = job.remote.as_ref();
    let is_remote = remote.is_some_and(|remote| remote.scope == Some(RemoteScope::Full));
    let has_zone = remote.is_some_and(|remote| {
        filled(remote.time_zone.as_ref()).is_some() || filled(remote.note.as_ref()).is_some()
    });
    let below = |heads: &[&str]| {
        cx.texts.iter().any(|text| {
            let heading = text.heading.unwrap_or_default().to_lowercase();
            text.kind == Kind::Other && heads.iter().any(|head| heading.contains(head))
        })
    };
    let names_tools = || {
        let works_on = cx.requirements.iter().flat_map(|one| &one.skills).next();
        works_on.is_some() || below(&["stack", "tech", "tools"])
    };
    let missing: Vec<&str> = [
        ("the place of work, or remote", job.locations.is_empty() && remote.is_none()),
        ("the time zone", is_remote && !has_zone),
        ("the kind of contract", job.employment_type.is_none()),
        ("the team", filled(job.team.as_ref()).is_none() && !below(&["team", "who we are"])),
        ("the stack", job.tools.is_empty() && !names_tools()),
        (
            "the process",
            job.process.is_empty()
                && !below(&["process", "interview", "next steps", "how to apply"]),
        ),
        ("the start", filled(job.start.as_ref()).is_none()),
    ]
    .into_iter()
    .filter_map(|(name, is_missing)| is_missing.then_some(name))
    .collect();
    if !missing.is_empty() {
        let message = format!("the job does not say: {}", missing.join(", "));
        findings.add_whole(message, "candidates decide by it; fill it in");
    }
}
