//! `functional-layout`: skills tell the story, roles only give dates.

use resume::{FieldPath, Severity};

use crate::printed::{words, words_by_section};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The work is told under skills, and the roles only give names and dates.
    ///
    /// ## Why
    /// Without the role beside it nobody can tell when, where or in which team something happened.
    /// Recruiters know this layout from pages that hide a gap, and read yours as one.
    ///
    /// ## What to do
    /// Move each line under the role where it happened, the most recent role first. Keep the
    /// skills section to names.
    ///
    /// ```yaml,flagged
    /// skills:
    ///   - name: Core competencies
    ///     keywords:
    ///       - Moved large order tables to PostgreSQL without losing rows
    ///       - Designed queues that survive the loss of a broker
    ///       - Taught teams to read query plans of slow pages
    ///       - Reviewed the schemas of every service before release
    /// work:
    ///   - {name: Tollhaven Ferries, position: Backend Engineer, startDate: 2019-03, endDate: 2023-05}
    /// ```
    /// ```yaml,clean
    /// skills:
    ///   - name: Languages
    ///     keywords: [Go, Kotlin, Python]
    ///   - name: Data
    ///     keywords: [PostgreSQL, Redis, Kafka]
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     startDate: 2019-03
    ///     highlights: [Moved the order tables to PostgreSQL without losing a row]
    /// ```
    ///
    /// Before the first job there is nothing to put the lines under.
    ///
    /// ```yaml,clean,junior
    /// skills:
    ///   - name: Course work
    ///     keywords:
    ///       - Wrote a small database with a B-tree in C++
    ///       - Wrote a scheduler for a lab of 40 machines
    ///       - Wrote the parser of a query language in Rust
    ///       - Wrote a chat server with epoll in C
    /// projects: [{name: tidewatch}]
    /// ```
    /// ```yaml,clean
    /// basics: {summary: Backend engineer at a ferry line, mostly Go.}
    /// skills: [{name: Languages, keywords: [Go, Kotlin]}]
    /// work:
    ///   - {name: Tollhaven Ferries, position: Backend Engineer, startDate: 2019-03}
    /// ```
    "functional-layout", Severity::Error, Topic::Integrity => check
}

/// Words from which an item of the skills section is a sentence.
const SENTENCE: usize = 5;
/// Sentences from which the section tells a story.
const STORY: usize = 4;
/// Fewest words of a skills section that can outweigh a page.
const FEWEST_WORDS: usize = 60;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if applies(cx) {
        findings.add(
            FieldPath::root().key("skills"),
            "the skills tell what you did, and the roles have no line of their own",
            "move each line under the role where it happened; keep names only in the skills",
        );
    }
}

/// Roles without a line, and a skills section that is a story or most of the page.
pub(super) fn applies(cx: &Context<'_>) -> bool {
    let work = &cx.resume.work;
    let told = work.iter().any(|role| {
        let texts = role.highlights.iter().map(|bullet| bullet.text.as_str());
        texts.chain(role.summary.as_deref()).any(|text| !text.trim().is_empty())
    });
    if work.is_empty() || told {
        return false;
    }
    let items = cx.resume.skills.iter().flat_map(|group| group.keywords.iter().chain(&group.name));
    if items.filter(|item| words(item) >= SENTENCE).count() >= STORY {
        return true;
    }
    let sections = words_by_section(cx.resume);
    let all: usize = sections.iter().map(|(_, count)| count).sum();
    let skills = sections.iter().find(|(id, _)| *id == "skills").map_or(0, |(_, count)| *count);
    skills >= FEWEST_WORDS && skills * 5 > all * 2
}
