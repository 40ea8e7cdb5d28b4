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
const SKELETON: &str = r#"//! `RULE-ID`.

use resume::Severity;

use crate::rule::{Context, Findings, declare_rule};

declare_rule! {
    /// One line that says what is wrong
    ///
    /// ## Why
    /// What a reader of the page makes of it.
    ///
    /// ```bullet,flagged
    /// Replace this by a bullet that has the defect
    /// ```
    ///
    /// ```bullet,clean
    /// Replace this by one that does not, as near to the other as can be
    /// ```
    "RULE-ID", Severity::Warning => check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for bullet in context.bullets() {
        if bullet.text.contains("the defect, found well enough to trust") {
            findings.add_in(bullet, 0..bullet.text.len(), "what is wrong here", "what to do");
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
