//! `flat-skill-list`: many skills in one row.

use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// More than ten skills stand in one row without groups.
    ///
    /// ## Why
    /// Readers look for your language first, then for the database, then for the rest. In a row of
    /// twenty names they have to read all of them.
    ///
    /// ## What to do
    /// Make groups: languages, data, infrastructure, practices. Three or four are enough.
    ///
    /// ```skills,flagged
    /// - Go
    /// - Python
    /// - PostgreSQL
    /// - Redis
    /// - Kafka
    /// - gRPC
    /// - Docker
    /// - Kubernetes
    /// - Terraform
    /// - Prometheus
    /// - AWS
    /// ```
    /// ```skills,clean
    /// - Go
    /// - PostgreSQL
    /// - Kafka
    /// ```
    /// ```yaml,clean
    /// skills:
    ///   - {name: Languages, keywords: [Go, Python, SQL]}
    ///   - {name: Data, keywords: [PostgreSQL, Redis, Kafka, gRPC]}
    ///   - {name: Infrastructure, keywords: [Docker, Kubernetes, Terraform, Prometheus, AWS]}
    /// ```
    "flat-skill-list", Severity::Info, Topic::Format => check
}

/// Most names of a row that is taken in at a glance.
const MOST: usize = 10;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = &cx.resume.skills;
    let grouped = groups.iter().filter(|group| !group.keywords.is_empty()).count();
    let headed = groups
        .iter()
        .filter(|group| !group.keywords.is_empty() && filled(group.name.as_ref()).is_some())
        .count();
    let count = cx.skill_items().len();
    if count <= MOST || headed > 1 || (grouped > 1 && headed > 0) {
        return;
    }
    findings.add(
        FieldPath::root().key("skills"),
        format!("{count} skills in one row"),
        "make three or four groups: languages, data, infrastructure, practices",
    );
}
