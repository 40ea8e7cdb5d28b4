//! `unassessed-must`: a must-have that no round finds out about.

use resume::{FieldPath, Severity};

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// No round finds out about a must-have.
    ///
    /// ## Why
    /// What nobody asks about is decided by impression, differently for each candidate. Interviews
    /// with the same questions for all and anchors to score by predict work about twice as well as
    /// free talk. Questions and rubric of a panel are made from these lines.
    ///
    /// ## What to do
    /// Name under `assessedIn` the round that finds out, or move the line to what is nice to have.
    ///
    /// ```job,flagged
    /// must: [Go in production, {text: PostgreSQL, assessedIn: Technical talk}]
    /// process: [{name: Technical talk, minutes: 60, assesses: [a slow query]}]
    /// ```
    /// ```job,flagged
    /// must: [{text: PostgreSQL, assessedIn: Coffee}]
    /// process: [{name: Technical talk, minutes: 60, assesses: [a slow query]}]
    /// ```
    /// ```job,clean
    /// must: [{text: PostgreSQL, assessedIn: technical talk}]
    /// process: [{name: Technical talk, minutes: 60, assesses: [a slow query]}]
    /// ```
    /// ```job,clean
    /// must: [Go in production]
    /// ```
    "unassessed-must", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let process = &cx.job.process;
    // Without a process there is another rule.
    if process.is_empty() || cx.job.must.is_empty() {
        return;
    }
    let path = FieldPath::root().key("must");
    let names: Vec<String> = process
        .iter()
        .filter_map(|round| round.name.as_deref())
        .map(|name| name.trim().to_lowercase())
        .collect();
    let hint = "name under `assessedIn` the round that finds out, or move it to `nice`";
    if cx.job.must.iter().all(|wanted| wanted.assessed_in.is_none()) {
        findings.add(path, "no must-have names the round that finds out", hint);
        return;
    }
    for (index, wanted) in cx.job.must.iter().enumerate() {
        let at = path.index(index);
        match wanted.assessed_in.as_deref().map(str::trim) {
            None => {
                findings.add(at, "no round finds out about this", hint);
            }
            Some(round) if !names.contains(&round.to_lowercase()) => {
                let message = format!("the process has no round \"{round}\"");
                findings.add(at.key("assessedIn"), message, hint);
            }
            Some(_) => {}
        }
    }
}
