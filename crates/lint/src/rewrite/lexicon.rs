//! Words that decide how a line is written again.

/// Words before people who did the work together with the author.
pub(super) const DETERMINERS: [&str; 10] =
    ["the", "a", "an", "our", "my", "other", "several", "their", "some", "many"];

/// People who did the work together with the author.
pub(super) const COMPANY: [&str; 18] = [
    "team", "teams", "colleagues", "colleague", "developers", "developer", "engineers", "engineer",
    "others", "people", "company", "client", "clients", "customer", "customers", "group", "lead",
    "manager",
];

/// Words that open no noun which an act could be about.
pub(super) const NO_NOUN: [&str; 30] = [
    "to", "with", "in", "on", "at", "by", "for", "from", "of", "as", "and", "or", "but", "that",
    "which", "who", "when", "where", "while", "during", "through", "across", "them", "us", "me",
    "him", "her", "was", "were", "is",
];

/// Words that stand in for a figure.
pub(super) const DEGREES: [&str; 10] = [
    "significantly", "dramatically", "drastically", "substantially", "greatly", "considerably",
    "massively", "tremendously", "noticeably", "vastly",
];

/// Figures by what they are about; the first row that names a word of the line is asked for.
pub(super) const METRICS: [(&[&str], &str); 7] = [
    (
        &["reliability", "stability", "availability", "uptime", "robustness", "resilience"],
        "error rate, failed requests, minutes down a month",
    ),
    (
        &["alert", "incident", "monitoring", "pager", "on-call", "observability"],
        "pages a week, time to notice, time to recover",
    ),
    (&["deploy", "deployment", "release", "ci"], "time to deploy, failed deploys, run time"),
    (
        &["cost", "bill", "cloud", "infrastructure", "cluster", "spend"],
        "cost a month, machines, use of each",
    ),
    (
        &["queue", "stream", "consumer", "job", "import", "importer", "batch", "etl", "pipeline"],
        "throughput, delay, run time, failed runs",
    ),
    (
        &["database", "query", "index", "table", "warehouse", "schema", "cache"],
        "query time, rows read, disk, hit rate",
    ),
    (
        &["experience", "usability", "satisfaction", "portal", "customer", "user"],
        "time to finish a task, errors shown, support tickets",
    ),
];

/// Figures for what no row names.
pub(super) const ANY_METRIC: &str = "p99 latency, throughput, error rate, cost, time to …";

/// Qualities that are figures by themselves.
pub(super) const FIGURES: [&str; 6] = ["latency", "throughput", "uptime", "time", "times", "cost"];
