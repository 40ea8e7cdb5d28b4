//! `no-language-named`: no programming language anywhere on the page.

use resume::{FieldPath, Severity};
use roles::{Category, SkillId};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The page names no programming language.
    ///
    /// ## Why
    /// It is the first thing a posting asks for and the first a search looks up. "Backend, APIs,
    /// microservices" is found by nobody.
    ///
    /// ## What to do
    /// Name your main language in the headline and the skills.
    ///
    /// ```skills,flagged
    /// - Microservices
    /// - Docker
    /// - SQL
    /// ```
    /// ```skills,flagged
    /// - Spring Boot
    /// - PostgreSQL
    /// ```
    /// ```skills,clean
    /// - Go
    /// - PostgreSQL
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Wrote the fare importer in Rust]
    /// skills: [{keywords: [PostgreSQL, Docker]}]
    /// ```
    /// ```yaml,clean
    /// basics: {label: Backend Engineer · Elixir}
    /// skills: [{keywords: [PostgreSQL, Docker]}]
    /// ```
    "no-language-named", Severity::Error, Topic::Depth => check
}

/// Languages in which no backend is written.
const MARKUP: [&str; 4] = ["sql", "html", "css", "sass"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    if items.is_empty() {
        return;
    }
    let is_language = |skill: SkillId| {
        let skill = cx.pack.vocabulary.skill(skill);
        skill.category == Category::Language && !MARKUP.contains(&skill.id.as_str())
    };
    let label = cx.resume.basics.as_ref().and_then(|basics| basics.label.as_deref());
    let label = label.map(|label| cx.pack.vocabulary.mentions_in_list(label)).unwrap_or_default();
    let listed = items.iter().flat_map(|item| &item.mentions).chain(&label);
    let prose = cx.page.units.iter().flat_map(|unit| &unit.facts.skills);
    let mut named = listed.clone().chain(prose);
    if named.any(|mention| is_language(mention.skill)) {
        return;
    }
    // A framework stands for its language, to those who know it.
    let implied = listed.chain(cx.page.units.iter().flat_map(|unit| &unit.facts.skills)).find_map(
        |mention| {
            let skill = cx.pack.vocabulary.skill(mention.skill);
            let language = skill.implies.iter().copied().find(|id| is_language(*id))?;
            Some((&skill.name, &cx.pack.vocabulary.skill(language).name))
        },
    );
    let path = FieldPath::root().key("skills");
    match implied.or_else(|| shown_language(cx, is_language)) {
        Some((skill, language)) => {
            let message = format!("{skill} stands for {language}, which the page never names");
            findings.add(path, message, format!("add {language} to the skills")).severity =
                Severity::Info;
        }
        None => {
            let hint = "name your main language in the headline and the skills";
            findings.add(path, "the page names no programming language", hint);
        }
    }
}

/// A language that skills outside the list imply over several steps.
fn shown_language<'a>(
    cx: &'a Context<'_>,
    is_language: impl Fn(SkillId) -> bool,
) -> Option<(&'a String, &'a String)> {
    let language = cx.shown_skills().iter().copied().find(|skill| is_language(*skill))?;
    let first = cx.page.units.iter().flat_map(|unit| &unit.facts.skills).next()?;
    let name = |skill| &cx.pack.vocabulary.skill(skill).name;
    Some((name(first.skill), name(language)))
}
