//! `missing-foundations`: neither testing nor version control on a first page.

use std::sync::LazyLock;

use facts::Signal;
use resume::{FieldPath, Severity};
use roles::{Category, PhraseSet, Word};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A page of a first job shows neither testing nor version control.
    ///
    /// ## Why
    /// Everybody who applies knows a language. What tells a beginner who has worked with others
    /// from one who has not is that they test and that they use Git.
    ///
    /// ## What to do
    /// Name the test tool and Git in the skills, and better a bullet about a test that caught
    /// something.
    ///
    /// ```skills,flagged,junior
    /// - Java
    /// - Spring Boot
    /// - MySQL
    /// ```
    /// ```skills,clean,junior
    /// - Java
    /// - JUnit
    /// ```
    /// ```skills,clean,junior
    /// - Java
    /// - Version control
    /// ```
    /// ```yaml,clean,junior
    /// projects:
    ///   - name: tidewatch
    ///     highlights: [Tested the parser on 400 tide tables at every push]
    /// skills: [{keywords: [Java, MySQL]}]
    /// ```
    /// ```skills,clean,mid
    /// - Java
    /// - Spring Boot
    /// ```
    "missing-foundations", Severity::Info, Topic::Depth, stages(Junior, Junior) => check
}

static PRACTICES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "test|tests|tested|testing|tdd",
        "unit|integration tests|testing",
        "version|source control",
        "git|github|gitlab|svn|mercurial|bitbucket",
        "pull|merge request|requests",
        "code review*",
        "junit|pytest|xunit|jest|mocha|rspec|gtest|catch2",
        "cargo test",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let items = cx.skill_items();
    let says = |words: &[Word]| !PRACTICES.find(words).is_empty();
    let shown = || {
        items.iter().any(|item| says(&roles::words(item.text)))
            || cx
                .page
                .units
                .iter()
                .any(|unit| unit.facts.has(Signal::Testing) || says(&unit.facts.words))
            || cx
                .named_skills()
                .any(|skill| cx.pack.vocabulary.skill(skill).category == Category::Testing)
    };
    if items.is_empty() || shown() {
        return;
    }
    findings.add(
        FieldPath::root().key("skills"),
        "nothing shows testing or version control",
        "name Git and your test tool, and if you can a test that caught something",
    );
}
