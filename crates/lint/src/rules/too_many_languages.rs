//! `too-many-languages`: more programming languages than anybody works in.

use std::collections::BTreeSet;

use resume::Severity;
use roles::{Category, SkillId};

use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The skills list names more than six programming languages.
    ///
    /// ## Why
    /// A panel asks for depth in one or two. Nine languages say that some were met in a tutorial,
    /// and leave them to find out which.
    ///
    /// ## What to do
    /// Keep those you would take an interview in tomorrow, three to six, the main one first.
    ///
    /// ```skills,flagged
    /// - C
    /// - C++
    /// - Java
    /// - Kotlin
    /// - Go
    /// - Python
    /// - Ruby
    /// ```
    /// ```skills,clean
    /// - Go
    /// - Java
    /// - Kotlin
    /// - Python
    /// - Rust
    /// - SQL
    /// - Bash
    /// - HTML
    /// - CSS
    /// ```
    "too-many-languages", Severity::Warning, Topic::Depth => check
}

/// Most languages a reader believes.
const MOST: usize = 6;
/// From here on the list is read as a joke.
const ABSURD: usize = 9;
/// Most languages a hint names.
const NAMED: usize = 5;

/// Languages that stand beside others and take no interview.
const COMPANIONS: [&str; 10] =
    ["sql", "bash", "powershell", "html", "css", "sass", "vba", "assembly", "plsql", "groovy"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut languages: BTreeSet<SkillId> = BTreeSet::new();
    let mut seventh = None;
    for item in cx.skill_items() {
        for mention in item.mentions.iter() {
            let skill = cx.pack.vocabulary.skill(mention.skill);
            let counts =
                skill.category == Category::Language && !COMPANIONS.contains(&skill.id.as_str());
            let new = counts && languages.insert(mention.skill);
            if new && languages.len() == MOST + 1 {
                seventh = Some(item.path.clone());
            }
        }
    }
    let Some(path) = seventh else { return };
    let shown = cx.shown_skills();
    let idle: Vec<&str> = languages
        .iter()
        .filter(|skill| !shown.contains(skill))
        .map(|skill| cx.pack.vocabulary.skill(*skill).name.as_str())
        .take(NAMED)
        .collect();
    let hint = if idle.is_empty() {
        "keep the three to six you would take an interview in tomorrow".to_owned()
    } else {
        format!("keep those you would take an interview in; no other line shows {}", listed(&idle))
    };
    let count = languages.len();
    let read =
        if count >= ABSURD { "nobody works in so many" } else { "readers believe three to six" };
    findings.add(path, format!("{count} programming languages; {read}"), hint);
}
