//! `no-database-named`: no data store anywhere on the page.

use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{Category, PhraseSet};

use crate::domain::works_elsewhere;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The page names no database.
    ///
    /// ## Why
    /// Where the data lives is the second thing a backend panel looks for, after the language.
    /// Without a name they cannot ask you anything about it.
    ///
    /// ## What to do
    /// Name the store you worked with most, and what you did with it. If your work keeps no data,
    /// leave it.
    ///
    /// ```skills,flagged
    /// - Java
    /// - Spring Boot
    /// - Docker
    /// ```
    /// ```skills,clean
    /// - Java
    /// - DynamoDB
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Moved the seat inventory from MySQL to Aurora]
    /// skills: [{keywords: [Java, Docker]}]
    /// ```
    ///
    /// Some kinds of work keep no data.
    ///
    /// ```yaml,clean
    /// basics: {label: "Embedded Engineer · C, Zephyr"}
    /// skills: [{keywords: [C, Zephyr, CAN bus]}]
    /// ```
    /// ```yaml,clean
    /// basics: {summary: Writes the register allocator of a compiler for shaders in C++.}
    /// skills: [{keywords: [C++, LLVM]}]
    /// ```
    "no-database-named", Severity::Warning, Topic::Depth => check
}

/// Stores that are no products of the database category.
static STORES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "s3|gcs|hdfs|parquet|iceberg|sqlite|rocksdb|lmdb",
        "object store|storage",
        "flat files",
        "key value store",
        "time series store",
        "blob storage",
        "redis|memcached",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let named = || {
        cx.named_skills()
            .any(|skill| cx.pack.vocabulary.skill(skill).category == Category::Database)
            || cx.page.units.iter().any(|unit| !STORES.find(&unit.facts.words).is_empty())
            || cx.skill_items().iter().any(|item| crate::wording::says(&STORES, item.text))
    };
    if cx.skill_items().is_empty() || named() || works_elsewhere(cx) {
        return;
    }
    findings.add(
        FieldPath::root().key("skills"),
        "the page names no database",
        "name the store you worked with most, and in a bullet what you did with it",
    );
}
