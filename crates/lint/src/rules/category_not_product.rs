//! `category-not-product`: a whole category stands in the skills list.

use resume::{Severity, Stage};
use roles::{Category, Word, WordList, words};

use super::assumed_skill::is_assumed;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::skills::Item;

declare_rule! {
    /// The skills list names a category where a product belongs.
    ///
    /// ## Why
    /// "Databases" matches no search: postings and recruiters ask for PostgreSQL, Kafka or AWS by
    /// name. A reader learns nothing either, since every backend engineer has used some database.
    ///
    /// ## What to do
    /// Name the product you shipped with, and the version where it matters. As the heading of a
    /// group a category is right.
    ///
    /// ```skills,flagged
    /// - Go
    /// - NoSQL
    /// - Message queues
    /// - Cloud computing
    /// ```
    /// ```skills,flagged
    /// - Java
    /// - SQL
    /// ```
    /// ```skills,clean
    /// - SQL
    /// - PostgreSQL 16
    /// - SQL Server
    /// - Cloud Run
    /// - REST APIs
    /// ```
    /// ```yaml,clean
    /// skills:
    ///   - name: Databases
    ///     keywords: [PostgreSQL, Redis]
    /// ```
    ///
    /// Practices that a first job asks for by that name are fine on a junior page.
    ///
    /// ```skills,clean,junior
    /// - Python
    /// - Unit testing
    /// - Version control
    /// ```
    "category-not-product", Severity::Warning, Topic::Depth => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    let category = |item: &Item<'_>, wanted: Category| {
        item.mentions
            .iter()
            .any(|mention| cx.pack.vocabulary.skill(mention.skill).category == wanted)
    };
    let has_database = items.iter().any(|item| category(item, Category::Database));
    for item in items {
        let name = joined(&item.words);
        let bare_sql = name == "sql" && !has_database;
        let named = category(item, Category::Protocol) || category(item, Category::Infrastructure);
        if named
            || is_assumed(item.text)
            || !bare_sql && !is_category(&item.words, cx)
            || is_fine_at_junior(&name, cx.stage)
        {
            continue;
        }
        let text = item.text.trim();
        if roles::is_one_of(&name, &WAYS) {
            let message = format!("\"{text}\" is a way of working, not a product");
            let hint = "take it out; a line about a release or a review shows it better";
            findings.add_at(item.path.clone(), 0..item.text.len(), message, hint);
            continue;
        }
        let hint = match used(cx, &name) {
            Some(product) => {
                format!("your bullets name {product}: list that, or the one you know best")
            }
            None => "name the product or technique you used, or take it out".to_owned(),
        };
        let message = format!("\"{text}\" is a category, not a product");
        findings.add_at(item.path.clone(), 0..item.text.len(), message, hint);
    }
}

/// Ways to work together, which no product stands for.
const WAYS: WordList<18> = WordList::new([
    "agile", "scrum", "kanban", "waterfall", "sdlc", "agile methodologies", "documentation",
    "code review", "code reviews", "project management", "software development",
    "software engineering", "programming", "coding", "debugging", "troubleshooting",
    "issue tracking", "devops",
]);

fn normal(text: &str) -> String {
    joined(&words(text))
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.norm.as_str()).collect::<Vec<_>>().join(" ")
}

/// The whole item is a category: `Cloud`, but not `Cloud Run`.
fn is_category(words: &[Word], cx: &Context<'_>) -> bool {
    let found = cx.pack.lists.category_words.opens(words);
    found.is_some_and(|found| found.words.end == words.len())
}

fn is_fine_at_junior(name: &str, stage: Stage) -> bool {
    let practice =
        ["test", "version control", "debugging", "code review", "data structures", "algorithms"]
            .iter()
            .any(|practice| name.contains(practice));
    stage == Stage::Junior && practice
}

/// A product of the category that the page names in its texts.
fn used(cx: &Context<'_>, name: &str) -> Option<String> {
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let wanted = if has(&["sql", "database"]) {
        Category::Database
    } else if has(&["queue", "messag", "broker", "stream"]) {
        Category::Queue
    } else if has(&["cloud"]) {
        Category::Cloud
    } else if has(&["monitor", "observab", "logging"]) {
        Category::Observability
    } else if has(&["framework"]) {
        Category::Framework
    } else if has(&["program", "coding", "script"]) {
        Category::Language
    } else if has(&["test"]) {
        Category::Testing
    } else if has(&["container", "orchestration", "infrastructure", "operating system"]) {
        Category::Infrastructure
    } else {
        return None;
    };
    let mentions = cx.page.units.iter().flat_map(|unit| &unit.facts.skills);
    let mut skills = mentions.map(|mention| cx.pack.vocabulary.skill(mention.skill));
    let product = skills.find(|skill| skill.category == wanted && normal(&skill.name) != name)?;
    Some(product.name.to_string())
}
