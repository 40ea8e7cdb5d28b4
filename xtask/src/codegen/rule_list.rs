//! The lists of lint rules, for resumes and for jobs: one `mod` line and one entry of `ALL` a file.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use super::Mode;
use crate::repository::{read, root, write};
use crate::run::command;

/// A folder of rules and what its list says.
struct List {
    folder: &'static str,
    /// The first line.
    head: &'static str,
    /// Modules beside the rules.
    inner: &'static [&'static str],
    /// Where the type of a rule is.
    module: &'static str,
    /// The type of a rule.
    rule: &'static str,
}

/// The folder of the rules for resumes.
pub(crate) const FOLDER: &str = "crates/lint/src/rules";
/// The folder of the rules for jobs.
pub(crate) const JOB_FOLDER: &str = "crates/lint/src/rules/job";

const LISTS: [List; 2] = [
    List {
        folder: FOLDER,
        head: "All rules, one file each.",
        inner: &["job"],
        module: "rule",
        rule: "Rule",
    },
    List {
        folder: JOB_FOLDER,
        head: "All rules for jobs, one file each.",
        inner: &[],
        module: "job",
        rule: "JobRule",
    },
];

/// Compares the lists with the folders, and rewrites them when asked to.
pub(crate) fn run(mode: Mode) -> Result<()> {
    LISTS.iter().try_for_each(|list| one(list, mode))
}

fn one(list: &List, mode: Mode) -> Result<()> {
    let path = Path::new(list.folder).join("mod.rs");
    let wanted = formatted(&listed(list, &modules(list.folder)?))?;
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
fn modules(folder: &'static str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(folder)).context(folder)? {
        let path = entry.context(folder)?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a name is not text")?;
        if path.extension().is_some_and(|extension| extension == "rs") && stem != "mod" {
            names.push(stem.to_owned());
        }
    }
    names.sort_by_key(|name| name.replace('_', "-"));
    Ok(names)
}

/// The file, before it is formatted.
fn listed(list: &List, modules: &[String]) -> String {
    let List { head, inner, module, rule, .. } = list;
    let mut text =
        format!("//! {head} Written by `cargo xtask codegen` from the files of this folder.\n\n");
    for inner in *inner {
        let _ = writeln!(text, "pub(crate) mod {inner};");
    }
    for name in modules {
        let _ = writeln!(text, "mod {name};");
    }
    let _ = write!(text, "\nuse crate::{module}::{rule};\n\n/// Every rule, sorted by id.\n");
    let _ = write!(text, "pub(crate) static ALL: &[&{rule}] = &[");
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
        let list = List { inner: &[], ..LISTS[0] };
        let list = formatted(&listed(&list, &modules)).expect("rustfmt runs");
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
