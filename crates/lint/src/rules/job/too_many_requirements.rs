//! `too-many-requirements`: more requirements than one person is likely to meet.

use std::collections::BTreeSet;

use resume::{FieldPath, Severity};

use crate::job::{JobContext, declare_job_rule, is_product};
use crate::rule::Findings;

/// Must-haves that are worth a note, and those that are too many.
const MUSTS: (usize, usize) = (5, 7);
/// Requirements of all kinds.
const ALL: usize = 12;
/// Tools named in requirements.
const TOOLS: usize = 10;

declare_job_rule! {
    /// The list of requirements is longer than anybody can meet.
    ///
    /// ## Why
    /// Each must-have halves the number of those who apply, first of all of those who take lists at
    /// their word. And nobody assesses eighteen things in three rounds: a list that long is not what
    /// you decide by. More than 5 must-haves are worth a note; more than 7, more than 12 requirements
    /// of all kinds, or more than 10 tools are too many.
    ///
    /// ## What to do
    /// Keep what nobody can do the job without. Move the rest to what is nice to have, join
    /// alternatives ("Go, Java or Kotlin"), and list your stack below `tools`, where it asks for
    /// nothing.
    ///
    /// ```must,flagged-together
    /// - Go
    /// - PostgreSQL
    /// - Kafka
    /// - Kubernetes
    /// - Terraform
    /// - gRPC
    /// - Redis
    /// - Prometheus
    /// ```
    /// ```must,clean
    /// - You have run a service in Go, Java or Kotlin in production
    /// - You can explain an index, a lock and a transaction in PostgreSQL
    /// - You write tests before you are asked
    /// ```
    /// ```job,clean
    /// must: [You have run a service in production]
    /// tools: [{name: Our stack, keywords: [Go, PostgreSQL, Kafka, Kubernetes, Terraform, gRPC, Redis,
    ///   Prometheus, Grafana, Vault, Envoy, Nomad]}]
    /// ```
    "too-many-requirements", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let job = cx.job;
    let root = FieldPath::root();
    let hint = "keep what nobody can do the job without; the rest is nice to have, or learned here";
    let musts = if job.must.is_empty() { &job.qualifications } else { &job.must };
    let key = if job.must.is_empty() { "qualifications" } else { "must" };
    let total: usize = job.wanted().iter().map(|(_, list)| list.len()).sum();
    let too_many = if musts.len() > MUSTS.1 {
        Some((
            root.key(key),
            format!("{} must-haves are more than anybody can assess", musts.len()),
        ))
    } else if total > ALL {
        Some((root.key(key), format!("{total} requirements are more than anybody can assess")))
    } else {
        None
    };
    if let Some((path, message)) = too_many {
        findings.add(path, message, hint);
    } else if musts.len() > MUSTS.0 {
        let message =
            format!("{} must-haves: are all of them needed on the first day?", musts.len());
        findings.add(root.key(key), message, hint).severity = Severity::Info;
    }
    let tools: BTreeSet<_> = cx
        .requirements
        .iter()
        .filter(|one| !matches!(one.kind, resume::coverage::RequirementKind::Duty))
        .flat_map(|one| one.skills.iter().filter_map(|group| group.0.first()))
        .map(|asked| asked.skill)
        .filter(|skill| is_product(cx.pack.vocabulary.skill(*skill).category))
        .collect();
    if tools.len() > TOOLS {
        let message = format!("{} tools are named in requirements", tools.len());
        let hint = "join alternatives (\"Go, Java or Kotlin\"); list your stack below `tools`";
        findings.add(root.key(key), message, hint);
    }
}
