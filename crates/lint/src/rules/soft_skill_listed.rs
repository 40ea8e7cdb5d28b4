//! `soft-skill-listed`: a soft skill stands in the skills list.

use std::sync::LazyLock;

use resume::{FieldPath, Fix, Severity};
use roles::{PhraseSet, RolePack, words};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The skills list has soft skills.
    ///
    /// ## Why
    /// Anybody can list "communication", so it tells nothing, and it stands between the reader
    /// and the technologies they are looking for.
    ///
    /// ## What to do
    /// Take it out and let a bullet show it: who you taught, which teams agreed on your proposal,
    /// what you explained to whom.
    ///
    /// ```skills,flagged
    /// - Go
    /// - Teamwork
    /// - Problem-solving
    /// ```
    /// ```yaml,flagged
    /// skills:
    ///   - name: Soft skills
    ///     keywords: [Chess, Empathy]
    /// ```
    /// ```yaml,flagged
    /// softSkills: [Patience, Tact]
    /// ```
    /// ```skills,clean
    /// - Go
    /// - Technical writing
    /// - On-call leadership
    /// - Mentoring
    /// - Service communication over gRPC
    /// ```
    /// ```yaml,clean
    /// languages:
    ///   - language: German
    ///     fluency: C1
    /// skills:
    ///   - name: Languages
    ///     keywords: [Kotlin, Python]
    /// ```
    "soft-skill-listed", Severity::Warning, Topic::Language, penalty(Scope, 3.0, 3.0) => check
}

static HEADINGS: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "soft skills|skill",
        "soft",
        "interpersonal",
        "interpersonal skills",
        "personal skills|qualities|attributes|strengths",
        "core strengths",
        "people skills",
        "character",
        "personality",
        "other skills soft",
    ];
    set(&phrases)
});

const HINT: &str = "take it out, and let a bullet show it: who, with whom, what came of it";

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut soft_groups = Vec::new();
    for (index, group) in cx.resume.skills.iter().enumerate() {
        let Some(name) = group.name.as_deref().filter(|name| is_heading(name)) else { continue };
        let path = FieldPath::root().key("skills").index(index);
        // Under such a heading stand languages and tools as well: those are not ours to take out.
        let all_soft = cx
            .skill_items()
            .iter()
            .filter(|item| item.path.starts_with(&path) && item.path != path.key("name"))
            .all(|item| is_soft(item.text, cx.pack));
        let hint = if all_soft {
            "take the group out, and let bullets show what it says"
        } else {
            "take the soft skills out, and put the rest under a heading of its own"
        };
        let message = format!("\"{name}\" is a list of claims nobody can check");
        let finding = findings.add_at(path.key("name"), 0..name.len(), message, hint);
        if !all_soft {
            continue;
        }
        finding.fix = Some(Fix::remove(format!("Remove the group \"{name}\""), path.clone()));
        soft_groups.push(path);
    }
    for key in cx.resume.extra.keys() {
        let folded = key.to_lowercase().replace(['_', '-', ' '], "");
        if matches!(
            folded.as_str(),
            "softskills" | "interpersonalskills" | "personalskills" | "strengths"
        ) {
            let path = FieldPath::root().key(key.clone());
            let fix = Fix::remove(format!("Remove `{key}`"), path.clone());
            let message = format!("`{key}` is a list of claims nobody can check");
            findings.add(path, message, HINT).fix = Some(fix);
        }
    }
    for item in cx.skill_items() {
        let in_soft_group = soft_groups.iter().any(|group| item.path.starts_with(group));
        if !in_soft_group && is_soft(item.text, cx.pack) {
            let message = format!("\"{}\" is a soft skill", item.text.trim());
            let fix = Fix::remove(format!("Remove `{}`", item.text.trim()), item.path.clone());
            findings.add_at(item.path.clone(), 0..item.text.len(), message, HINT).fix = Some(fix);
        }
    }
}

fn is_heading(name: &str) -> bool {
    let words = words(name);
    HEADINGS.opens(&words).is_some_and(|found| found.words.end == words.len())
}

/// The whole item is a soft skill, or a few joined: `Leadership & teamwork`.
fn is_soft(item: &str, pack: &RolePack) -> bool {
    let mut parts =
        item.split(['&', '/', ',', ';']).filter(|part| !part.trim().is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let words = words(part);
            let degrees = words.iter().take_while(|word| is_degree(&word.norm)).count();
            let rest = words.get(degrees..).unwrap_or_default();
            pack.lists.soft_skills.opens(rest).is_some_and(|found| found.words.end == rest.len())
        })
}

fn is_degree(word: &str) -> bool {
    matches!(word, "strong" | "excellent" | "good" | "great" | "effective" | "clear")
}
