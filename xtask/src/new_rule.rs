//! `cargo xtask new-rule NAME`: the skeleton of a lint rule, listed in its module.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::codegen::{self, Mode, RULES};
use crate::repository::{root, write};

/// The task.
pub(crate) fn run(id: &str) -> Result<()> {
    ensure!(
        is_kebab_case(id),
        "`{id}` is not a rule id: lower-case words joined by `-`, naming the defect"
    );
    let path = Path::new(RULES).join(format!("{}.rs", id.replace('-', "_")));
    ensure!(!root().join(&path).exists(), "{} exists already", path.display());
    write(&path, &skeleton(id))?;
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

fn skeleton(id: &str) -> String {
    SKELETON.replace("RULE-ID", id)
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
