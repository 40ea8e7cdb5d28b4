//! `cargo xtask new-template NAME`: a folder with a template that compiles.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::repository::{root, write};

/// The task.
pub(crate) fn run(name: &str) -> Result<()> {
    ensure!(is_name(name), "`{name}` is no name for a template: lower-case words joined by `-`");
    let folder = Path::new("templates").join(name);
    ensure!(!root().join(&folder).exists(), "{} exists already", folder.display());
    for (file, text) in [("template.toml", DECLARATION), ("resume.typ", SOURCE)] {
        write(&folder.join(file), text)?;
        println!("wrote {}", folder.join(file).display());
    }
    println!(
        "next: `cargo run -p typeset --example set -- {name} resume.json page.pdf` shows it, \
         `cargo test -p typeset --lib` holds it to what every template promises, \
         `cargo run -p typeset --example gallery` draws its picture for docs/templates.md"
    );
    Ok(())
}

fn is_name(name: &str) -> bool {
    name.split('-').all(|word| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

const DECLARATION: &str = r##"# What a reader of this folder, and the program, needs to know about the template.
summary = "What it looks like, in one line without a full stop"
good-for = "Whom it is for, in one line"
license = "MIT OR Apache-2.0"
# The family of the text, unless the user asks for another, and the styles it is used in.
font = "Libertinus Serif"
styles = ["regular", "semibold", "italic"]
accent = "#1d4e79"
"##;

const SOURCE: &str = r#"// What makes the page what it is, in a line or two.

#import "/kit.typ": *

// Only what differs from `defaults` of the kit.
#let looks = style(
  size: 10.5pt,
  gap: (section: 14pt),
  name: body => text(size: 22pt, weight: "semibold", body),
  section: body => text(size: 12pt, weight: "semibold", fill: accent, body),
)

#show: setup.with(looks)

#head(looks)
#body(looks)
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case() {
        for name in ["classic", "two-tone", "a4"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "Classic", "_kit", "a_b", "-a", "a-", "a/b", "..", "4a"] {
            assert!(!is_name(name), "{name}");
        }
    }
}
