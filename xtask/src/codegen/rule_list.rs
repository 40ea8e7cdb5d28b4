//! The list of lint rules: one `mod` line and one entry of `ALL` a file.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use super::Mode;
use crate::repository::{read, root, write};
use crate::run::command;

/// The folder of the rules.
pub(crate) const FOLDER: &str = "crates/lint/src/rules";

/// Compares the list with the folder, and rewrites it when asked to.
pub(crate) fn run(mode: Mode) -> Result<()> {
    let path = Path::new(FOLDER).join("mod.rs");
    let wanted = formatted(&listed(&modules()?))?;
    if read(&path).is_ok_and(|current| current == wanted) {
        return Ok(());
    }
    if mode == Mode::Write {
        println!("wrote {}", path.display());
        return write(&path, &wanted);
    }
    bail!("{} does not list the files beside it; run `cargo xtask codegen`", path.display())
}

/// Names of the rule modules, in the order of their ids.
fn modules() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).context(FOLDER)? {
        let path = entry.context(FOLDER)?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a name is not text")?;
        if path.extension().is_some_and(|extension| extension == "rs") && stem != "mod" {
            names.push(stem.to_owned());
        }
    }
    names.sort_by_key(|name| name.replace('_', "-"));
    Ok(names)
}

/// The file, before it is formatted.
fn listed(modules: &[String]) -> String {
    let mut text = String::from(
        "//! All rules, one file each. Written by `cargo xtask codegen` from the files of this \
         folder.\n\n",
    );
    for module in modules {
        let _ = writeln!(text, "mod {module};");
    }
    text += "\nuse crate::rule::Rule;\n\n/// Every rule, sorted by id.\n";
    text += "pub(crate) static ALL: &[&Rule] = &[";
    for module in modules {
        let _ = write!(text, "&{module}::RULE,");
    }
    text + "];\n"
}

/// `text` as rustfmt writes it.
fn formatted(text: &str) -> Result<String> {
    let mut rustfmt = command("rustfmt --edition 2024 --emit stdout")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt could not be started")?;
    // The list is far smaller than a pipe's buffer, so writing first cannot block.
    rustfmt.stdin.take().context("rustfmt has no input")?.write_all(text.as_bytes())?;
    let output = rustfmt.wait_with_output()?;
    ensure!(output.status.success(), "rustfmt failed: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(modules: &[&str], expected: &str) {
        let modules: Vec<_> = modules.iter().map(|name| (*name).to_owned()).collect();
        let list = formatted(&listed(&modules)).expect("rustfmt runs");
        let (_, list) = list.split_once("folder.\n\n").expect("a head");
        assert_eq!(list, expected);
    }

    #[test]
    fn every_module_is_declared_and_listed() {
        check(
            &["first"],
            "mod first;\n\nuse crate::rule::Rule;\n\n/// Every rule, sorted by id.\n\
             pub(crate) static ALL: &[&Rule] = &[&first::RULE];\n",
        );
        check(
            &["empty_section_of_the_page", "long_bullet_without_an_end", "weak_opening"],
            "mod empty_section_of_the_page;\nmod long_bullet_without_an_end;\nmod weak_opening;\n\n\
             use crate::rule::Rule;\n\n/// Every rule, sorted by id.\n\
             pub(crate) static ALL: &[&Rule] =\n    &[&empty_section_of_the_page::RULE, \
             &long_bullet_without_an_end::RULE, &weak_opening::RULE];\n",
        );
    }
}
