//! `tutorial-project`: a project that everybody has built once.

use std::sync::LazyLock;

use facts::Signal;
use resume::{FieldPath, Severity};
use roles::{PhraseSet, words};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A project is one that courses hand out, and nothing says what made yours hard.
    ///
    /// ## Why
    /// Panels have seen the to-do list a hundred times. It shows that you finished a course, until
    /// a line says who uses it, how much it carries or what went wrong on the way.
    ///
    /// ## What to do
    /// Say the difficult part: conflicts between devices, load, a failure you handled. If there
    /// was none, choose another project for the page.
    ///
    /// ```yaml,flagged
    /// projects:
    ///   - name: To-do app
    ///     description: To-do list with React and Node.js
    /// ```
    /// ```yaml,flagged
    /// projects:
    ///   - name: Chatterbox
    ///     highlights: [Built a chat app in Python]
    /// ```
    /// ```yaml,clean
    /// projects:
    ///   - name: To-do app
    ///     description: To-do list that syncs between devices without conflicts
    ///     highlights:
    ///       - Merged edits of offline devices with a CRDT; 140 people use it every week
    /// ```
    /// ```yaml,clean
    /// projects:
    ///   - name: tilefetch
    ///     description: Library that caches map tiles on disk
    /// ```
    /// ```yaml,clean,senior
    /// projects:
    ///   - name: To-do app
    ///     description: To-do list with React and Node.js
    /// ```
    "tutorial-project", Severity::Warning, Topic::Scope, stages(Junior, Mid) => check
}

static TUTORIAL: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "to do|todo app|application|list|manager|api",
        "todo",
        "to dos",
        "calculator",
        "weather app|application|dashboard|api|forecast",
        "blog app|application|site|platform|api",
        "personal blog",
        "blogging platform|website",
        "chat app|application|room",
        "chatroom",
        "twitter|netflix|airbnb|instagram|spotify|youtube|uber|amazon|facebook|reddit|whatsapp clone",
        "e commerce|ecommerce|social media clone|app|website|site|store",
        "online store|shop website",
        "portfolio website|site|page",
        "personal website|portfolio",
        "library management system|app",
        "student|school|hospital|hotel|inventory|employee management system",
        "crud app|application|api",
        "tic tac toe",
        "url shortener",
        "link shortener",
        "note taking app",
        "notes app",
        "recipe app|website",
        "expense tracker",
        "hangman",
        "quiz app",
        "movie|book review app|site",
        "rest|restful api in|with|using",
        "hello world",
        "pomodoro*",
        "rock paper scissors",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (index, project) in cx.resume.projects.iter().enumerate() {
        let path = FieldPath::root().key("projects").index(index);
        let units = || cx.page.units.iter().filter(|unit| unit.path.starts_with(&path));
        if units().any(|unit| is_hard(unit, cx)) {
            continue;
        }
        let name = project.name.as_deref().unwrap_or_default();
        let in_name = TUTORIAL.find(&words(name)).into_iter().next();
        let in_text = || {
            units().find_map(|unit| {
                let found = TUTORIAL.find(&unit.facts.words).into_iter().next()?;
                Some((unit, unit.bytes(&found.words)))
            })
        };
        let hint = "say what was hard: who uses it, how much it carries, which failure you handled";
        if in_name.is_some() {
            let message = format!("\"{name}\" is a project that courses hand out");
            findings.add_at(path.key("name"), 0..name.len(), message, hint);
        } else if let Some((unit, range)) = in_text() {
            let said = unit.said(&range);
            let message = format!("\"{said}\" is a project that courses hand out");
            findings.add_in(unit, range, message, hint);
        }
    }
}

/// Use, size or a technique beyond the recipe.
fn is_hard(unit: &Unit, cx: &Context<'_>) -> bool {
    let facts = &unit.facts;
    let hard = |concept: &facts::ConceptUse| {
        let counts = &concept.entry(cx.pack).counts;
        counts.iter().any(|counts| counts != "D4")
    };
    facts.measured().next().is_some()
        || !facts.changes.is_empty()
        || facts.concepts.iter().any(hard)
        || facts.has(Signal::Production)
        || facts.has(Signal::Reach)
        || facts.has(Signal::Proof)
}
