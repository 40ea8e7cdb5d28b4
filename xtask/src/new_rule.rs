//! `cargo xtask new-rule [--job] NAME`: the skeleton of a lint rule, listed in its module.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::codegen::{self, JOB_RULES, Mode, RULES};
use crate::repository::{root, write};

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// Resumes.
    Resumes,
    /// Jobs.
    Jobs,
}

/// The task.
pub(crate) fn run(id: &str, about: About) -> Result<()> {
    ensure!(
        is_kebab_case(id),
        "`{id}` is not a rule id: lower-case words joined by `-`, naming the defect"
    );
    let (folder, skeleton) = match about {
        About::Resumes => (RULES, SKELETON),
        About::Jobs => (JOB_RULES, JOB_SKELETON),
    };
    let path = Path::new(folder).join(format!("{}.rs", id.replace('-', "_")));
    ensure!(!root().join(&path).exists(), "{} exists already", path.display());
    write(&path, &skeleton.replace("RULE-ID", id))?;
    println!("wrote {}", path.display());
    codegen::list_rules(Mode::Write)?;
    println!(
        "next: write its documentation, examples and check; `cargo test -p lint` runs the \
         examples, `cargo xtask codegen` publishes the documentation"
    );
    Ok(())
}

fn is_kebab_case(id: &str) -> bool {
    id.split('-').all(|word| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

/// Compiles as it is; its flagged example fails until the check is written.
const SKELETON: &str = r#"//! `RULE-ID`: what is wrong, in a sentence.

use resume::Severity;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// What is wrong, in a sentence.
    ///
    /// ## Why
    /// What a reader of the page makes of it.
    ///
    /// ## What to do
    /// How to mend it without saying more than is true.
    ///
    /// ```bullets,flagged
    /// - A bullet that has the defect
    /// ```
    /// ```bullets,clean
    /// - A bullet that has not, as near to the other as can be
    /// ```
    "RULE-ID", Severity::Warning, Topic::Language => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        if let Some(start) = unit.text.find("what the rule looks for") {
            findings.add_in(unit, start..unit.text.len(), "what is wrong here", "what to do");
        }
    }
}
"#;

/// The same for a rule for jobs.
const JOB_SKELETON: &str = r#"//! `RULE-ID`: what is wrong, in a sentence.

use resume::Severity;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// What is wrong, in a sentence.
    ///
    /// ## Why
    /// What a candidate makes of it.
    ///
    /// ## What to do
    /// How to say what is meant.
    ///
    /// ```duties,flagged
    /// - A duty that has the defect
    /// ```
    /// ```duties,clean
    /// - A duty that has not, as near to the other as can be
    /// ```
    "RULE-ID", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for text in cx.wording_texts() {
        if let Some(start) = text.text.find("what the rule looks for") {
            findings.add_said(text, start..text.text.len(), "what is wrong here", "what to do");
        }
    }
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case() {
        for id in ["weak-opening", "a1", "oauth2-scope"] {
            assert!(is_kebab_case(id), "{id}");
        }
        for id in ["", "Weak", "weak_opening", "weak--opening", "-weak", "weak-", "2weak", "ö"] {
            assert!(!is_kebab_case(id), "{id}");
        }
    }
}
