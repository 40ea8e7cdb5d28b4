//! `too-many-skills`: a list too long to be believed.

use resume::{FieldPath, Severity};

use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::skills::Item;

declare_rule! {
    /// The skills list is too long.
    ///
    /// ## Why
    /// Of forty technologies a reader believes the five that bullets show, and cannot see which
    /// five those are. Each other one is a question you may have to answer.
    ///
    /// ## What to do
    /// Keep 15 to 25, those of the job you want first. Take out what no bullet shows.
    ///
    /// ```yaml,flagged
    /// skills:
    ///   - name: Languages
    ///     keywords: [Go, Java, Kotlin, Python, Ruby, Scala, Rust, PHP]
    ///   - name: Data
    ///     keywords: [PostgreSQL, MySQL, MariaDB, MongoDB, Redis, Cassandra, DynamoDB, Elasticsearch]
    ///   - name: Infrastructure
    ///     keywords: [Docker, Kubernetes, Helm, Terraform, Ansible, Nginx, Linux, Jenkins, Git]
    ///   - name: Cloud
    ///     keywords: ["AWS (EC2, ECS, EKS, RDS, S3, SQS, SNS, Lambda)", Google Cloud, Azure]
    /// ```
    /// ```yaml,clean
    /// skills:
    ///   - name: Languages
    ///     keywords: [Go, Kotlin]
    ///   - name: Data
    ///     keywords: [PostgreSQL, Redis, Kafka, CI/CD, TCP/IP]
    ///   - name: Cloud
    ///     keywords: ["AWS (EKS, RDS, SQS)", Terraform]
    /// ```
    "too-many-skills", Severity::Warning, Topic::Format => check
}

/// Most technologies, an item such as `AWS (EKS, RDS)` counted by its parts.
const MOST_PARTS: usize = 32;

/// Most items.
const MOST_ITEMS: usize = 28;

/// Most items a hint names.
const NAMED: usize = 5;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    let count: usize = items.iter().map(parts).sum();
    if count <= MOST_PARTS && items.len() <= MOST_ITEMS {
        return;
    }
    let shown = cx.shown_skills();
    let idle: Vec<&str> = items
        .iter()
        .filter(|item| !item.mentions.iter().any(|mention| shown.contains(&mention.skill)))
        .map(|item| item.text.trim())
        .collect();
    let hint = if idle.is_empty() {
        "keep 15 to 25, those of the job you want first".to_owned()
    } else {
        let named = &idle[..idle.len().min(NAMED)];
        let more = if idle.len() > NAMED {
            format!(" ({} more)", idle.len() - NAMED)
        } else {
            String::new()
        };
        format!("keep 15 to 25; no other line shows {}{more}", listed(named))
    };
    findings.add(
        FieldPath::root().key("skills"),
        format!("{} skills; readers believe 15 to 25", count.max(items.len())),
        hint,
    );
}

/// Technologies in an item: its parts between commas, slashes and parentheses, a name with a slash
/// of its own being one.
pub(super) fn parts(item: &Item<'_>) -> usize {
    let named = |at: usize| item.mentions.iter().any(|mention| mention.range.contains(&at));
    let mut count = 0;
    let mut inside = false;
    for (at, c) in item.text.char_indices() {
        let splits = matches!(c, ',' | ';' | '(' | ')' | '|' | '/') && !named(at);
        if splits {
            inside = false;
        } else if c.is_alphanumeric() && !inside {
            inside = true;
            count += 1;
        }
    }
    count
}
