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

/// Most steps from a skill to its language.
const STEPS: usize = 3;

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
    let listed = items.iter().flat_map(|item| item.mentions.iter()).chain(&label);
    let prose = cx.page.units.iter().flat_map(|unit| &unit.facts.skills);
    let mut named = listed.clone().chain(prose);
    if named.any(|mention| is_language(mention.skill)) {
        return;
    }
    // A framework stands for its language, to those who know it.
    let prose = cx.page.units.iter().flat_map(|unit| &unit.facts.skills);
    let implied = listed.chain(prose).find_map(|mention| {
        let language = implied_language(cx, mention.skill, is_language)?;
        Some((mention.skill, language))
    });
    let path = FieldPath::root().key("skills");
    let name = |skill| &cx.pack.vocabulary.skill(skill).name;
    if let Some((skill, language)) = implied {
        let message =
            format!("{} stands for {}, which the page never names", name(skill), name(language));
        let hint = format!("add {} to the skills", name(language));
        findings.add(path, message, hint).severity = Severity::Info;
    } else {
        let hint = "name your main language in the headline and the skills";
        findings.add(path, "the page names no programming language", hint);
    }
}

/// The language behind a skill, a few steps away: `Spring Data JPA` → `Spring` → `Java`.
fn implied_language(
    cx: &Context<'_>,
    skill: SkillId,
    is_language: impl Fn(SkillId) -> bool,
) -> Option<SkillId> {
    let mut step = vec![skill];
    for _ in 0..STEPS {
        step = step
            .iter()
            .flat_map(|skill| cx.pack.vocabulary.skill(*skill).implies.iter())
            .copied()
            .collect();
        if let Some(language) = step.iter().copied().find(|skill| is_language(*skill)) {
            return Some(language);
        }
    }
    None
}
