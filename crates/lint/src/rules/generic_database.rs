//! `generic-database`: databases without a name.

use std::ops::Range;
use std::sync::LazyLock;

use resume::Severity;
use roles::{Category, PhraseSet, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet speaks of databases in general and names none.
    ///
    /// ## Why
    /// Every backend engineer has met a relational database. Which one, and what was done in it,
    /// is what a search looks for and a panel asks.
    ///
    /// ## What to do
    /// Name the product, and the version where it matters: "PostgreSQL 16". Then say one level
    /// more: which index, which isolation, how many rows.
    ///
    /// ```bullets,flagged
    /// - Worked with relational databases on the booking portal
    /// - Wrote queries for various databases
    /// - Designed schemas for SQL and NoSQL databases
    /// ```
    /// ```bullets,clean
    /// - Designed the schema of the booking portal in PostgreSQL 16
    /// - Moved reports from SQL Server to other relational databases
    /// - Consolidated 12 relational databases into one cluster
    /// - Built a proxy that routes queries to the database of each tenant
    /// ```
    "generic-database", Severity::Warning, Topic::Depth => check
}

static GENERIC: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "relational database|databases|db|dbs",
        "sql database|databases|db|dbs",
        "nosql database|databases|db|dbs|stores|solutions",
        "sql and nosql",
        "sql nosql",
        "various|multiple|different|several|many|numerous databases|dbs",
        "various|multiple|different|several|many sql|nosql|relational databases",
        "database technologies|systems|solutions|management systems",
        "rdbms",
        "relational and nosql",
        "sql and nosql databases",
        "relational and non relational databases",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| unnamed(unit, cx.pack),
        |said| format!("\"{said}\" names no database"),
        "name the product, and the version where it matters",
    );
}

fn unnamed(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let named = facts.skills.iter().any(|mention| {
        let skill = pack.vocabulary.skill(mention.skill);
        skill.category == Category::Database && skill.id != "nosql"
    });
    // `12 relational databases`: a count is about them, not about knowing them.
    if named || facts.measured().next().is_some() {
        return None;
    }
    let found = GENERIC.find(&facts.words).into_iter().next()?;
    Some(unit.bytes(&found.words))
}
